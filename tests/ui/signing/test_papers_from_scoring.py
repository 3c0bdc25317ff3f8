"""Penilaian of the program as it is put together: the papers are in its menu, a signed evaluation carries padlocks."""

import pytest
from builders import credential
from PySide6.QtWidgets import QToolButton
from whole_desktop import whole_desktop

from zi_desktop.ui.evaluation.tree_attention import Mark
from zi_desktop.ui.evaluation.tree_model import ROW_ROLE


@pytest.fixture
def scoring(qtbot, scored, theme, tmp_path):
    """The screen of scoring in the whole window, with the evaluation open."""
    with whole_desktop(qtbot, scored.services, theme, tmp_path, scored.id, "A.I.1.i.a") as desktop:
        yield desktop.window.page()


def menu_of(page):
    menus = [tool.menu() for tool in page.tools() if isinstance(tool, QToolButton) and tool.menu()]
    return {action.text(): action.isEnabled() for menu in menus for action in menu.actions()}


def mark_in(page):
    return page.place.tree.tree.questions().index_of("A.I.1.i.a").data(ROW_ROLE).mark


PAPERS = ("Rencana && tim…", "Prasyarat…", "Keputusan panel…")


def test_the_menu_of_scoring_leads_to_the_papers_and_after_the_signature_only_to_what_can_be_read(scoring, scored):
    assert [menu_of(scoring)[text] for text in PAPERS] == [True, True, True]
    scored.services.signing.sign(scored.id, credential())
    scoring.activate()
    assert [menu_of(scoring)[text] for text in PAPERS] == [False, True, False]


@pytest.fixture
def signed(scored):
    scored.services.signing.sign(scored.id, credential())


def test_a_signed_evaluation_opens_with_padlocks(signed, scoring):
    assert mark_in(scoring) is Mark.LOCKED


def test_padlocks_come_with_the_first_signature_and_go_with_its_seal(scoring, scored):
    assert mark_in(scoring) is Mark.ANSWERED
    scored.services.signing.sign(scored.id, credential())
    scoring.activate()
    assert mark_in(scoring) is Mark.LOCKED
    scored.services.signing.cancel_seal(scored.id, "Nomor surat tugas keliru.")
    scoring.activate()
    assert mark_in(scoring) is Mark.ANSWERED
