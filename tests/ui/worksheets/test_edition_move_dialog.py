"""Moving an evaluation to another edition in the real window: looked at first, then done, and back without a loss."""

import pytest
from builders import CHOICE, begin, give
from focus_walk import name_of, reachable, walk
from master_lists import drop, encoded, master_list, soal
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from whole_desktop import whole_desktop

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.editions import BUILT_IN, current
from zi_desktop.ui.navigation import SETTINGS
from zi_desktop.ui.worksheets.edition_move_dialog import MoveDialog
from zi_desktop.ui.worksheets.edition_move_presenter import MovePresenter

DROPPED = "A.I.1.ii.c"
WORDS = "Tim ZI telah ditetapkan."
CTRL, CTRL_ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def evaluation(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    for code in (CHOICE, DROPPED):
        give(fresh, id_, code, "Ya" if code == CHOICE else "A")
    return id_


@pytest.fixture
def other(fresh, tmp_path):
    """The structure digest of an edition that has one item less, taken by the office."""
    master = master_list(2027)
    soal(master, 1)["teks_pertanyaan"] = WORDS
    drop(master, 5)
    (tmp_path / "daftar-2027.json").write_bytes(encoded(master))
    found = fresh.edition_taking.read(tmp_path / "daftar-2027.json")
    return fresh.edition_taking.take(found).structure_digest


@pytest.fixture
def desktop(qtbot, theme, fresh, evaluation, tmp_path):
    with whole_desktop(qtbot, fresh, theme, tmp_path, evaluation, DROPPED) as desktop:
        yield desktop


def opened(qtbot, desktop):
    page = desktop.window.page()
    desktop.window.activateWindow()
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget() or desktop.window))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CTRL_ALT)
    dialog = next(each for each in desktop.window.findChildren(MoveDialog) if each.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.edition)
    return dialog


def test_without_another_edition_the_way_there_is_told(fresh, evaluation):
    with pytest.raises(InvalidInputError, match="Pengaturan"):
        MovePresenter(fresh, evaluation)


def test_the_preview_names_each_answer_and_changes_nothing(qtbot, desktop, fresh, evaluation, other):
    before = fresh.evaluations.open(evaluation).state.folded.head
    dialog = opened(qtbot, desktop)
    lines = {line.code: line.word for line in dialog.table.model.lines}
    assert lines == {DROPPED: "Tidak ada lagi", CHOICE: "Ikut"}
    assert "111 butir TPI belum terisi sesudahnya" in dialog._whole.text()
    assert dialog._whole.text().startswith("Nilai TPI ")
    qtbot.keyClick(dialog.edition, Qt.Key.Key_Escape)
    assert fresh.evaluations.open(evaluation).state.folded.head == before


def test_keys_alone_move_it_there_and_back(qtbot, desktop, fresh, evaluation, other):
    dialog = opened(qtbot, desktop)
    qtbot.keyClick(dialog.edition, Qt.Key.Key_Return, CTRL)
    page = desktop.window.page()
    shown = page.stage.presenter
    assert shown.view.state.instrument.structure_digest == other
    assert shown.code != DROPPED  # the edition does not have it
    assert DROPPED not in shown.view.state.instrument.questions
    assert "memulihkan semua jawaban" in desktop.window._message.text()
    assert not page.place.tree.tree.questions().index_of(DROPPED).isValid()
    shown.go(CHOICE)
    assert WORDS.removesuffix(".") in page.place.item.form.heading.form.question.text()
    questions = page.place.tree.tree.questions()
    assert WORDS.removesuffix(".") in questions.index_of(CHOICE).data()
    dialog = opened(qtbot, desktop)
    assert {line.code: line.word for line in dialog.table.model.lines}[DROPPED] == "Berlaku lagi"
    qtbot.keyClick(dialog.edition, Qt.Key.Key_Return, CTRL)
    assert set(fresh.evaluations.open(evaluation).state.answers("tpi")) == {CHOICE, DROPPED}
    assert shown.view.state.instrument.structure_digest == current().structure_digest


def test_what_was_stated_meanwhile_is_shown_before_it_moves(qtbot, desktop, fresh, evaluation, other):
    dialog = opened(qtbot, desktop)
    give(fresh, evaluation, "A.I.1.i.b", "A")
    dialog.confirm()
    assert dialog.message.text()
    assert dialog.edition.hasFocus()
    assert dialog.edition.property("valid") is False
    assert dialog.table.model.rowCount() == 3
    dialog.confirm()
    assert fresh.evaluations.open(evaluation).state.instrument.structure_digest == other


def test_hidden_scores_stay_hidden(qtbot, desktop, fresh, other):
    desktop.window.page().acts.hide_scores.setChecked(True)
    dialog = opened(qtbot, desktop)
    assert "Nilai" not in dialog._whole.text()
    walked = walk(qtbot, dialog)
    assert {name_of(widget) for widget in reachable(dialog) - set(walked)} == set()
    dialog.reject()


def test_other_words_are_shown_when_the_evaluation_comes_back(qtbot, desktop, fresh, tmp_path):
    page = desktop.window.page()
    page.stage.presenter.go(CHOICE)
    master = master_list(2026)
    soal(master, 1)["teks_pertanyaan"] = WORDS
    (tmp_path / "daftar.json").write_bytes(encoded(master))
    desktop.window.show_page(SETTINGS)
    fresh.edition_taking.take(fresh.edition_taking.read(tmp_path / "daftar.json"))
    desktop.navigation.open_evaluation(page.stage.presenter.id)
    heading = page.place.item.form.heading.form.question
    assert WORDS.removesuffix(".") in heading.text()
    assert "Resmi, dari daftar.json" in heading.toolTip()
    fresh.edition_taking.choose(current().structure_digest, BUILT_IN)
    page.activate()
    assert WORDS.removesuffix(".") not in heading.text()
    assert heading.toolTip() == "Kata-kata butir: Bawaan program"
