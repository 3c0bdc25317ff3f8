"""What stands above the button: the first thing that is missing, in the order in which a person can mend it."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.page import SaveState
from zi_desktop.ui.signing.obstacle import Entry, notice
from zi_desktop.ui.signing.page_acts import PageActs
from zi_desktop.ui.signing.state import Surroundings, signing_shown
from zi_desktop.ui.widgets.pills import Tone

READY = Entry("own", passphrase=True, read=True, paper=True)


def shown_of(scored, *, writable):
    services, view = scored.services, scored.services.evaluations.open(scored.id)
    around = Surroundings(
        services.satkers.get(view.state.identity.satker), services.settings.people(), services.settings.author(),
        services.settings.agency, dt.datetime.fromisoformat("2026-11-06T10:15:00+07:00"),
        writable=writable, save=SaveState("Tersimpan 10.15"),
    )  # fmt: skip
    return signing_shown(view, services.reviewing.preflight(scored.id), around, None)


@pytest.fixture
def shown(scored):
    """The sample evaluation, ready, at the laptop of its first signer."""
    return shown_of(scored, writable=True)


def test_it_is_nobodys_turn_in_a_window_that_only_reads(scored, shown):
    assert shown.turn is not None
    assert {line.state for line in shown_of(scored, writable=False).signers} == {"Menunggu"}


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (replace(READY, key=""), "Buat kunci sendiri"),
        (replace(READY, paper=False), "Pratinjau dokumen belum tampil"),
        (replace(READY, passphrase=False), "isi passphrase"),
        (replace(READY, read=False), "telah dibaca"),
    ],
)
def test_what_is_missing_is_said_and_nothing_can_be_signed(shown, entry, words):
    found = notice(shown, entry)
    assert words in found.text
    assert not found.allowed


def test_with_everything_given_the_consequence_is_said(shown):
    found = notice(shown, READY)
    assert found.allowed
    assert "hanya dapat dibaca" in found.text


def test_the_own_key_signs_only_for_its_owner(shown):
    first, second = shown.signers
    other = replace(shown, signers=(replace(first, turn=False), replace(second, turn=True)))
    assert second.name in notice(other, READY).text
    assert second.name in notice(other, replace(READY, key="")).text
    assert notice(other, replace(READY, key="file")).allowed


@pytest.mark.parametrize(
    ("changes", "words", "tone"),
    [
        ({"complete": True}, "lengkap", Tone.OK),
        ({"closed": "Evaluasi ini diarsipkan dan hanya dapat dibaca."}, "diarsipkan", Tone.WARN),
        ({"sealed": True}, "tidak ada di ruang kerja ini", Tone.WARN),
    ],
)
def test_what_closes_the_evaluation_comes_first(shown, changes, words, tone):
    found = notice(replace(shown, **changes), READY)
    assert words in found.text
    assert (found.tone, found.allowed) == (tone, False)


def test_what_blocks_is_counted(shown):
    found = notice(replace(shown, checks=replace(shown.checks, must=3)), READY)
    assert found.text == "Belum dapat ditandatangani. Selesaikan 3 hal wajib lebih dahulu."
    assert found.tone is Tone.BAD


@pytest.mark.parametrize(
    ("changes", "words"),
    [({}, ""), ({"archived": True}, "arsip"), ({"lead": False}, "ketua tim"), ({"writable": False}, "dibaca saja")],
)
def test_a_seal_that_cannot_be_cancelled_now_says_what_is_in_the_way(qtbot, shown, changes, words):
    owner = QWidget()
    qtbot.addWidget(owner)
    acts = PageActs(owner)
    acts.follow(replace(shown, **{"sealed": True, "lead": True, **changes}))
    assert acts.cancel_seal.isEnabled() is not bool(words)
    assert words in acts.cancel_seal.statusTip()
    assert bool(words) is bool(acts.cancel_seal.statusTip())
