"""Penilaian in a window: every key of the map, and what the panels show of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.ui.evaluation.page import EvaluationPage
from zi_desktop.ui.evaluation.score_explanation import ExplanationDialog
from zi_desktop.ui.evaluation.tree_model import ROW_ROLE
from zi_desktop.ui.evaluation.tree_panel import Filter
from zi_desktop.ui.page import Heading, Page

CODE = "A.I.5.i.b"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def answer(page, code=CODE):
    return page.stage.presenter.view.state.answers(Column.TPI).get(code)


def row(page, code):
    return page.place.tree.tree.questions().index_of(code).data(ROW_ROLE)


def test_one_key_and_enter_for_each_choice_item(page):
    for _ in range(3):
        press(Qt.Key.Key_1)
        press(Qt.Key.Key_Return)
    codes = [CODE, "A.I.5.ii.a", "A.I.5.ii.b"]
    assert [answer(page, code) for code in codes] == [Chosen("A")] * 3
    assert page.stage.presenter.code == "A.I.5.ii.c"


@pytest.mark.parametrize(("key", "chosen"), [(Qt.Key.Key_2, "B"), (Qt.Key.Key_C, "C")])
def test_digits_and_letters_answer_from_the_tree(page, key, chosen):
    page.place.tree.tree.setFocus()
    press(key)
    assert answer(page) == Chosen(chosen)
    assert row(page, CODE).answer == chosen
    assert QApplication.focusWidget() is page.place.tree.tree


def test_the_same_key_again_clears(page):
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_2)
    assert answer(page) is None


def test_yes_and_no_have_their_letters(page):
    page.stage.presenter.go("A.I.1.i.a")
    press(Qt.Key.Key_T)
    assert answer(page, "A.I.1.i.a") == Chosen("Tidak")


def test_the_tree_walks_with_arrows_and_shows_its_item(page):
    page.place.tree.tree.setFocus()
    press(Qt.Key.Key_Up)
    assert page.stage.presenter.code == "A.I.5.i.a"
    assert page.place.item.code == "A.I.5.i.a"
    press(Qt.Key.Key_Up)  # a branch: the item stays
    assert page.place.tree.tree.code() == "A.I.5.i"
    assert page.place.item.code == "A.I.5.i.a"


def test_alt_arrows_go_on_in_order(page):
    press(Qt.Key.Key_Down, ALT)
    assert page.place.item.code == "A.I.5.ii.a"
    press(Qt.Key.Key_Up, ALT)
    assert page.place.item.code == CODE
    assert page.place.tree.tree.code() == CODE


def test_shift_enter_goes_back_to_the_open_item_before(page):
    press(Qt.Key.Key_Return, SHIFT)
    assert page.place.item.code == "A.I.5.i.a"


def test_undo_and_redo_across_items(page):
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CTRL)
    assert answer(page) is None
    assert page.place.item.code == CODE
    press(Qt.Key.Key_Y, CTRL)
    assert answer(page) == Chosen("A")


def test_every_figure_follows_an_answer(page):
    before = page.place.score.form.total.accessibleName()
    press(Qt.Key.Key_1)
    assert page.place.score.form.total.accessibleName() == "0,75 dari 100" != before
    assert row(page, "A").points == "0,75"
    assert page.place.tree.form.filled.text() == "Terisi 1 dari 113 butir"


def test_hidden_scores_are_on_no_panel(page):
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_H, CTRL)
    assert row(page, "A").points == ""
    assert page.place.score.form.figures.currentWidget() is page.place.score.form.hidden_page
    assert page.place.item.form.notes.form.internal.isHidden()
    assert row(page, CODE).answer == "A"
    press(Qt.Key.Key_H, CTRL)
    assert row(page, "A").points == "0,75"


def test_hidden_scores_are_not_explained_and_the_key_says_why(page, monkeypatch):
    opened = []
    monkeypatch.setattr(ExplanationDialog, "exec", opened.append)
    press(Qt.Key.Key_H, CTRL)
    press(Qt.Key.Key_F4)
    assert opened == []
    assert page.place.item.form.actions.form.open_items.text() == "Nilai disembunyikan (Ctrl+H)."
    press(Qt.Key.Key_H, CTRL)
    assert page.place.item.form.actions.form.open_items.text() == "113 butir belum terisi"


def test_panels_open_and_close(page):
    press(Qt.Key.Key_F9)
    assert not page.place.score.isVisible()
    press(Qt.Key.Key_F9)
    assert page.place.score.isVisible()
    press(Qt.Key.Key_T, CTRL)
    assert not page.place.tree.isVisible()


def test_search_finds_by_code_and_text_and_leads_there(page):
    press(Qt.Key.Key_F, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "whistle")
    tree = page.place.tree.tree
    model = tree.questions()
    shown = [code for code in ("A.I.5.iv.a", CODE) if not tree.visualRect(model.index_of(code)).isEmpty()]
    assert shown == ["A.I.5.iv.a"]
    press(Qt.Key.Key_Return)
    assert page.place.item.code == "A.I.5.iv.a"
    assert QApplication.focusWidget() is page.place.item.form.options


def test_a_search_without_hits_says_so_and_is_cleared(page):
    press(Qt.Key.Key_F, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "qqq")
    assert page.place.tree.form.nothing.isVisible()
    press(Qt.Key.Key_Escape)
    assert not page.place.tree.form.nothing.isVisible()
    assert page.place.tree.tree.isVisible()


def test_a_filter_keeps_the_item_in_sight_until_it_is_left(page):
    tree = page.place.tree
    page.place.tree.form.filters.set_current(Filter.OPEN)
    page.place.tree.form.filters.chosen.emit(Filter.OPEN)
    press(Qt.Key.Key_1)
    shown = tree.tree.questions().index_of(CODE)
    assert not tree.tree.isRowHidden(shown.row(), shown.parent())
    press(Qt.Key.Key_Return)
    shown = tree.tree.questions().index_of(CODE)
    assert tree.tree.isRowHidden(shown.row(), shown.parent())


def test_a_filter_never_hides_the_item_that_is_shown(page, choose):
    choose("A.I.5.ii.a", "A")
    page.activate()
    tree = page.place.tree
    tree.form.filters.set_current(Filter.OPEN)
    tree.form.filters.chosen.emit(Filter.OPEN)
    press(Qt.Key.Key_Down, ALT)
    shown = tree.tree.questions().index_of("A.I.5.ii.a")
    assert not tree.tree.isRowHidden(shown.row(), shown.parent())


def test_what_is_typed_is_saved_where_it_belongs(page, services, evaluation):
    other = services.evaluations.create("C-001", 2025)
    press(Qt.Key.Key_M, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Dilihat.")
    page.open_evaluation(other, CODE)
    noted = [services.evaluations.open(each).state.notes(Column.TPI, CODE) for each in (evaluation, other)]
    assert [len(heads) for heads in noted] == [1, 0]


def test_marks_are_found_by_the_filter(page):
    press(Qt.Key.Key_B, CTRL)
    assert page.stage.presenter.view.state.marked(CODE)
    assert set(page.stage.presenter.attention()) == {CODE}


def test_notes_have_their_keys_and_digits_stay_in_them(page):
    press(Qt.Key.Key_M, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "1 berkas")
    assert answer(page) is None
    press(Qt.Key.Key_Escape)
    heads = page.stage.presenter.view.state.notes(Column.TPI, CODE)
    assert [head.value["text"] for head in heads] == ["1 berkas"]
    press(Qt.Key.Key_1)
    assert answer(page) == Chosen("A")


def test_the_target_can_be_changed(page):
    press(Qt.Key.Key_1)
    page.place.score.target_chosen.emit("WBBM")
    assert page.stage.presenter.target == "WBBM"
    assert page.place.score.form.requirements_title.text() == "Syarat nilai WBBM"


def test_the_explanation_leads_from_the_item_to_the_total(page, qtbot):
    presenter = page.stage.presenter
    dialog = ExplanationDialog(presenter.explanation(), presenter.view.state.instrument, CODE, page)
    qtbot.addWidget(dialog)
    dialog.show()
    walked = []
    for _ in range(6):
        walked.append(dialog.code())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Backspace)
    assert walked == [CODE, "A.I.5.i", "A.I.5", "A.I", "A", "total"]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.code() == "A"


def test_a_closed_evaluation_says_why_and_takes_no_answer(page, services, evaluation):
    services.evaluations.archive(evaluation)
    page.activate()
    press(Qt.Key.Key_1)
    assert answer(page) is None
    assert "diarsipkan" in page.place._closed.text()
    assert "1–5" not in [hint.keys for hint in page.key_hints()]
    assert not page.acts.mark.isEnabled()


def test_the_last_evaluation_and_place_open_again(page, services, evaluation, qtbot):
    press(Qt.Key.Key_Down, ALT)
    page.hide()
    later = EvaluationPage(services, Recent())
    qtbot.addWidget(later)
    assert later.reopen_last()
    assert (later.stage.presenter.id, later.stage.presenter.code) == (evaluation, "A.I.5.ii.a")
    later.open_evaluations.remember()


def test_several_evaluations_keep_their_place_and_steps(page, services, evaluation):
    other = services.evaluations.create("C-001", 2025)
    press(Qt.Key.Key_1)
    page.open_evaluation(other, "A.I.1.i.a")
    assert page.place.item.code == "A.I.1.i.a"
    assert not page.acts.undo.isEnabled()
    page.show_next_evaluation()
    assert (page.stage.presenter.id, page.place.item.code) == (evaluation, CODE)
    assert page.acts.undo.isEnabled()
    assert "2026" in page.heading().subtitle


def test_with_nothing_open_another_screen_stands_there(page, services, evaluation, qtbot):
    opened = EvaluationPage(services, Recent())
    qtbot.addWidget(opened)
    opened.activate()
    assert (opened.heading().title, opened.tools(), opened.show_guidance()) == ("Terakhir dibuka", (), False)
    assert not any(action.isEnabled() for action in opened.acts.all())
    opened.open_evaluation(evaluation)
    assert opened.heading().title == "Lapas Kelas IIA Contohrejo"
    opened.open_evaluations.remember()


class Recent(Page):
    def heading(self):
        return Heading("Terakhir dibuka")
