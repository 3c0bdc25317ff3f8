"""What the regulation knows of targets and tracks."""

from zi_desktop.domain.plan import TARGETS, tracks_of


def test_wbbm_is_granted_by_the_national_assessors_only():
    assert {target: list(tracks_of(target)) for target in TARGETS} == {"WBK": ["mandiri", "tpn"], "WBBM": ["tpn"]}
