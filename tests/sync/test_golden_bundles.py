"""Bundles that were made once and must be readable for ever, to the byte: whatever a laptop sent, any later program takes."""

import hashlib
import json
from pathlib import Path

import pytest
from bundle_makers import EVALUATION
from golden_maker import HUB, make, make_acts, told, told_acts

from zi_desktop.domain.errors import BundleRejected
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.hub_cards import hub_card_bytes, hub_fingerprint, read_hub_card
from zi_desktop.sync.receipts import read_receipt, receipt_bytes
from zi_desktop.sync.segments import segment_bytes
from zi_desktop.trust.cards import card_bytes, card_fingerprint, read_card
from zi_desktop.trust.device_keys import read_device_key
from zi_desktop.trust.registry import read_signed_registry

GOLDEN = Path(__file__).parent / "golden" / "1"
ACTS = json.loads((GOLDEN / "tindakan.json").read_text("utf-8"))
FOUND = json.loads((GOLDEN / "isi.json").read_text("utf-8"))


@pytest.fixture
def copy(tmp_path):
    """A folder with a bundle and the keys, so that nothing is ever written beside the original."""
    for file in GOLDEN.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", ["tim.zib", "hub.zib"])
def test_what_was_sent_is_read_to_the_byte(copy, name):
    assert hashlib.sha256((copy / name).read_bytes()).hexdigest() == FOUND[name]["sha256"], "the bundle itself changed"
    assert json.loads(json.dumps(told(copy / name, copy))) == {
        key: value for key, value in FOUND[name].items() if key != "sha256"
    }


def test_the_hub_bundle_keeps_the_internal_note_at_home_and_the_heads_of_the_team_bundle():
    team, hub = FOUND["tim.zib"], FOUND["hub.zib"]
    assert (team["redacted"], hub["redacted"]) == ([], [5])
    assert any("Hanya untuk tim" in value for values in team["values"].values() for value in values)
    assert "Hanya untuk tim" not in json.dumps(hub)
    assert (hub["head"], hub["heads"], hub["segments"]) == (team["head"], team["heads"], team["segments"])
    assert hub["values"] == {name: value for name, value in team["values"].items() if not name.startswith("internal/")}


def test_what_was_sent_to_the_hub_opens_for_nobody_else(copy):
    with pytest.raises(BundleRejected, match="tidak disandikan untuk perangkat ini"):
        open_bundle(copy / "hub.zib", copy / "masuk", identities=[])


def test_segments_are_passed_on_as_they_came(copy):
    found = open_bundle(copy / "tim.zib", copy / "masuk", identities=[])
    names = found.manifest.entries
    assert {hashlib.sha256(segment_bytes(segment)).hexdigest() for segment in found.segments} == {
        sha256 for name, (sha256, _) in names.items() if name.startswith("seg/")
    }


def test_cards_receipts_and_registries_are_read_for_ever():
    card = read_card((GOLDEN / "anggota.kartu").read_bytes())
    assert card_bytes(card) == (GOLDEN / "anggota.kartu").read_bytes()
    assert card.binding.sha256 == card.certificates[0]
    assert card_fingerprint(card) == (GOLDEN / "sidik.txt").read_text("ascii").splitlines()[0]
    hub = read_hub_card((GOLDEN / "hub.kartu").read_bytes())
    assert hub_card_bytes(hub) == (GOLDEN / "hub.kartu").read_bytes()
    assert (hub.hub, hub.generation) == (HUB, 3)
    assert hub.recipient == read_device_key((GOLDEN / "hub.kunci").read_bytes()).recipient
    assert hub_fingerprint(hub) == (GOLDEN / "sidik.txt").read_text("ascii").splitlines()[1]
    receipt = read_receipt((GOLDEN / "tanda-terima.json").read_bytes())
    assert receipt_bytes(receipt) == (GOLDEN / "tanda-terima.json").read_bytes()
    assert (receipt.device, receipt.number, receipt.bundles) == (hub.device, 7, (FOUND["hub.zib"]["sha256"],))
    signed = read_signed_registry((GOLDEN / "registri.json").read_bytes())
    assert signed.root == FOUND["tim.zib"]["manifest"][4]
    assert (signed.registry.number, signed.registry.hubs) == (4, (HUB,))
    assert signed.registry.person_on(card.device).name == "Budi Misalnya"


def test_what_is_made_today_reads_like_the_golden_ones(tmp_path):
    make(tmp_path)
    today = json.loads((tmp_path / "isi.json").read_text("utf-8"))
    for name, golden in FOUND.items():
        assert today[name].keys() == golden.keys()
        for same in ("evidence", "files", "people", "redacted", "critical", "conflicts"):
            assert today[name][same] == golden[same]


def test_aliases_lines_without_content_and_gaps_that_were_sent_are_read_for_ever(copy):
    found = json.loads(json.dumps(told_acts(copy / "tindakan.zib", copy)))
    assert hashlib.sha256((copy / "tindakan.zib").read_bytes()).hexdigest() == ACTS["sha256"], (
        "the bundle itself changed"
    )
    assert found == {key: value for key, value in ACTS.items() if key != "sha256"}
    (group,) = {tuple(ids) for ids in ACTS["aliases"].values()}
    assert len(group) == 2, "one alias stands, the other was taken back"
    assert (ACTS["redacted"], len(ACTS["emptied"])) == ([2], 1)
    assert "4711" not in json.dumps(ACTS)
    assert b"4711" not in (copy / "tindakan.zib").read_bytes()
    assert ACTS["head"] == ACTS["heads"][EVALUATION.id]
    (gap,), (gone,) = ACTS["gaps"], ACTS["gone"]
    assert gap[2] == gone[0]


def test_the_acts_that_are_made_today_read_like_the_golden_ones(tmp_path):
    make_acts(tmp_path)
    today = json.loads((tmp_path / "tindakan.json").read_text("utf-8"))
    assert today.keys() == ACTS.keys()
    for same in ("aliases", "emptied", "gaps", "gone", "redacted", "values", "critical", "conflicts"):
        assert today[same] == ACTS[same]
