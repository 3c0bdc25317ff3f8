"""Ctrl+Tab: the keyboard stands where the answer is given, wherever it stood in the evaluation that was left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zi_desktop.domain import cells
from zi_desktop.domain.instrument import Column
from zi_desktop.ui.desktop import Desktop
from zi_desktop.ui.window_memory import WindowMemory

OPTIONS, COUNTS, INDEX = "A.I.5.i.b", "A.II.5.ii.a", "B.I.a"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KINDS = [OPTIONS, COUNTS, INDEX]
PLACES = {
    "answer": None, "note": (Qt.Key.Key_M, CTRL), "internal": (Qt.Key.Key_M, CTRL | SHIFT),
    "search": (Qt.Key.Key_F, CTRL), "tree": None,
}  # fmt: skip


@pytest.fixture
def page(qtbot, theme, services, evaluation, tmp_path):
    desktop = Desktop(services, theme, WindowMemory(services.preferences), lambda: tmp_path / "log")
    qtbot.addWidget(desktop.window)
    desktop.show()
    desktop.window.showNormal()  # the platform without a screen believes in a small one, and fills that
    desktop.window.resize(1366, 768)
    desktop.navigation.open_evaluation(evaluation)
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    yield desktop.window.page()
    desktop.window.may_close = lambda: True  # what waits is the matter of other tests
    desktop.window.close()
    desktop.jobs.wait()
    desktop.problems.uninstall()


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def answer_place(page, code):
    return page.place.item.form.options if code == OPTIONS else page.place.item.fields()[0]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("left", KINDS)
@pytest.mark.parametrize("reached", KINDS)
def test_the_keyboard_stands_at_the_answer(page, services, evaluation, left, reached, place):
    other = services.evaluations.create("C-001", 2025)
    page.open_evaluation(other, reached)
    page.open_evaluation(evaluation, left)
    page.activate()
    if place == "tree":
        page.place.tree.tree.setFocus()
    elif PLACES[place] is not None:
        press(*PLACES[place])
    for id_, code in ((other, reached), (evaluation, left)):
        press(Qt.Key.Key_Tab, CTRL)
        assert (page.stage.presenter.id, page.place.item.code) == (id_, code)
        assert QApplication.focusWidget() is answer_place(page, code)


def test_after_a_start_it_leads_to_the_evaluation_that_was_open_before_the_last(page, services, evaluation):
    other, third = services.evaluations.create("C-001", 2025), services.evaluations.create("C-001", 2024)
    for id_, code in ((third, OPTIONS), (other, COUNTS), (evaluation, INDEX)):
        services.preferences.remember_opened(id_, code)
    page.activate()
    press(Qt.Key.Key_Tab, CTRL)
    assert (page.stage.presenter.id, page.place.item.code) == (other, COUNTS)
    press(Qt.Key.Key_Tab, CTRL)
    assert page.stage.presenter.id == evaluation, "two are open now: it goes from one to the other"


def test_alone_it_stays(page, evaluation):
    page.activate()
    press(Qt.Key.Key_Tab, CTRL)
    assert page.stage.presenter.id == evaluation


def test_what_was_being_typed_is_saved_first_where_it_belongs(page, services, evaluation):
    other = services.evaluations.create("C-001", 2025)
    page.open_evaluation(other, OPTIONS)
    page.open_evaluation(evaluation, COUNTS)
    page.activate()
    QTest.keyClicks(QApplication.focusWidget(), "4")
    press(Qt.Key.Key_Tab, CTRL)
    drafts = [services.answering.drafts(each) for each in (evaluation, other)]
    assert [cells.answer(Column.TPI, COUNTS) in each for each in drafts] == [True, False]
    press(Qt.Key.Key_Tab, CTRL)
    press(Qt.Key.Key_M, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Dilihat")
    press(Qt.Key.Key_Tab, CTRL)
    noted = [services.evaluations.open(each).state.notes(Column.TPI, COUNTS) for each in (evaluation, other)]
    assert [len(heads) for heads in noted] == [1, 0]
