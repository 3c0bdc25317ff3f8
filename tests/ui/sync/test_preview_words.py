"""What is said of a bundle before it is taken, in every case that a person has to know of."""

from types import SimpleNamespace

import pytest

from zi_desktop.ui.sync.preview_words import preview_shown
from zi_desktop.ui.widgets.pills import Tone

CARD = SimpleNamespace(name="Ahmad Andaikan", nip="")


def preview(**more):
    """Return what the words are made of, of a bundle with one new line of a known colleague."""
    manifest = SimpleNamespace(made="2026-11-05T10:42:00+07:00")
    usual = {
        "bundle": SimpleNamespace(manifest=manifest, card=CARD, reports={}), "changes": (), "accepted": True,
        "anything": True, "new": 1, "had": 4, "pending": 0, "strangers": (), "conflicts": (), "forks": (), "newer": (),
        "evidence_included": frozenset(), "evidence_missing": frozenset(), "quarantined": 0, "files_waiting": {},
        "titles": {},
    }  # fmt: skip
    return SimpleNamespace(**(usual | more))


def shown(*, unfinished=False, **more):
    return preview_shown(preview(**more), {"e1": "Lapas Contohrejo 2026"}, unfinished=unfinished)


def test_a_plain_case_has_no_notices():
    found = shown()
    assert (found.title, found.tone, found.takeable, found.notices) == ("Paket dari Ahmad Andaikan", Tone.OK, True, ())
    assert dict(found.facts) == {
        "Dari": "Ahmad Andaikan", "Dibuat": "5 Nov 2026 10.42 WIB", "Perubahan": "1 baru, 4 sudah ada",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "said", "tone"),
    [
        ({"forks": ("a1",)}, "bercabang dua (1 kali)", Tone.BAD),
        ({"newer": ("e1",)}, "program yang lebih baru", Tone.BAD),
        ({"conflicts": (("e1", "answer/tpi/A.I.1.i.a"),)}, "Lapas Contohrejo 2026 (1)", Tone.WARN),
        ({"pending": 3}, "3 perubahan menunggu bagian", Tone.WARN),
        ({"strangers": (SimpleNamespace(card=None, device="0123456789ab", lines=2),)}, "perangkat 01234567", Tone.WARN),
        ({"evidence_missing": frozenset("ab")}, "2 data dukung belum ada", Tone.NEUTRAL),
    ],
    ids=["fork", "newer", "dispute", "gap", "no card", "evidence"],
)
def test_what_needs_care_is_said(more, said, tone):
    [notice] = shown(**more).notices
    assert said in notice.words
    assert notice.tone is tone


def test_a_known_bundle_is_not_taken_again_unless_it_was_cut_off():
    assert not shown(anything=False, new=0).takeable
    again = shown(anything=False, new=0, unfinished=True)
    assert again.takeable
    assert "terputus" in again.meaning


def test_what_only_waits_says_that_nothing_changes():
    assert "menunggu" in shown(new=0, accepted=False).meaning
    assert shown(accepted=False).tone is Tone.WARN


def test_files_that_come_and_those_still_missing_are_counted():
    facts = dict(shown(evidence_included=frozenset("abc"), evidence_missing=frozenset("d")).facts)
    assert facts["Data dukung"] == "3 berkas baru, 1 masih kurang"


def test_what_is_only_kept_is_not_called_taken():
    stranger = SimpleNamespace(card=CARD, device="0123456789ab", lines=15)
    found = shown(new=0, had=0, accepted=False, strangers=(stranger,), quarantined=15, files_waiting={"a": 1, "b": 2})
    assert not found.brings
    facts = dict(found.facts)
    assert (facts["Perubahan"], facts["Data dukung"]) == ("15 menunggu", "2 berkas menunggu bersama perubahannya")


def test_a_signed_report_that_waits_is_counted_as_that_and_not_as_evidence():
    reports = {"c": 3}
    bundle = SimpleNamespace(manifest=SimpleNamespace(made="2026-11-05T10:42:00+07:00"), card=CARD, reports=reports)
    facts = dict(shown(new=0, accepted=False, bundle=bundle, files_waiting={"a": 1, "b": 2, "c": 3}).facts)
    assert (facts["Data dukung"], facts["Laporan"]) == ("2 berkas menunggu bersama perubahannya", "1 bertanda tangan")


def test_an_evaluation_that_is_new_here_is_called_by_its_satker():
    change = SimpleNamespace(subject=SimpleNamespace(kind="evaluation", id="e2"), new=12)
    found = shown(changes=(change,), titles={"e2": "Rutan Misalan 2026"})
    assert dict(found.facts)["Evaluasi"] == "Rutan Misalan 2026, baru di laptop ini: 12 perubahan baru"
