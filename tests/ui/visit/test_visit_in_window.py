"""Kunjungan and Profil satker in the window: the ways there and back, and what is hidden on every screen."""

import pytest
from builders import CHOICE, write_list
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_desktop import whole_desktop

from zi_desktop.ui.navigation import EVALUATION, HOME, VISIT
from zi_desktop.ui.satker.dialog import ProfileDialog
from zi_desktop.ui.satker.shown import Part
from zi_desktop.ui.signing.plan_dialog import PlanDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desktop(qtbot, theme, visited, tmp_path):
    with whole_desktop(qtbot, visited.services, theme, tmp_path) as desktop:
        yield desktop


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def opened(qtbot, desktop, kind):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in desktop.window.findChildren(kind)))
    return next(each for each in desktop.window.findChildren(kind) if each.isVisible())


def test_from_scoring_to_the_day_and_back_at_an_item(qtbot, desktop, visited):
    desktop.navigation.open_evaluation(visited.id)
    press(qtbot, Qt.Key.Key_2, CTRL)
    page = desktop.window.page()
    assert page is desktop.window.screen_of(VISIT)
    page.agenda.form.list.choose("", CHOICE)
    press(qtbot, Qt.Key.Key_Return)
    scoring = desktop.window.page()
    assert scoring is desktop.window.screen_of(EVALUATION)
    assert scoring.place.item.code == CHOICE


def test_what_is_hidden_is_hidden_on_both_screens(qtbot, desktop, visited):
    desktop.navigation.open_evaluation(visited.id)
    scoring = desktop.window.page()
    scoring.acts.hide_scores.setChecked(True)
    press(qtbot, Qt.Key.Key_2, CTRL)
    page = desktop.window.page()
    assert page.entries.form.list.groups() == ()
    page.acts.hide.setChecked(False)
    assert not scoring.acts.hide_scores.isChecked()
    assert page.entries.form.list.groups()


def test_the_plan_is_changed_from_the_day(qtbot, desktop, visited):
    desktop.navigation.open_evaluation(visited.id)
    press(qtbot, Qt.Key.Key_2, CTRL)
    press(qtbot, Qt.Key.Key_R, CTRL | SHIFT)
    dialog = opened(qtbot, desktop, PlanDialog)
    dialog.form.place.setText("Andaikota")
    dialog.confirm()
    assert "Andaikota" in dict(desktop.window.page().presenter.shown().plan).values()


def test_the_profile_of_a_satker_opens_from_beranda(qtbot, desktop, visited):
    desktop.window.show_page(HOME)
    desktop.window.screen_of(EVALUATION).acts.hide_scores.setChecked(True)
    desktop.window.page().portfolio.table.choose(visited.id)
    press(qtbot, Qt.Key.Key_F3)
    dialog = opened(qtbot, desktop, ProfileDialog)
    assert dialog.hide_internal.isChecked()
    dialog.show_part(Part.STAGES)
    assert [group.key for group in dialog.list.groups()] == [visited.id]
    dialog.reject()


def test_beranda_behind_the_profile_shows_that_two_satker_became_one(qtbot, desktop, visited, tmp_path):
    visited.services.satkers.import_list(write_list(tmp_path / "lain.csv", "kode,nama\n99.1,LAPAS CONTOHREJO\n"))
    desktop.window.show_page(HOME)
    home = desktop.window.page()
    rows = home.portfolio.table.model().rowCount()
    home.portfolio.table.choose(visited.id)
    press(qtbot, Qt.Key.Key_F3)
    dialog = opened(qtbot, desktop, ProfileDialog)
    presenter = dialog._presenter
    presenter.join(presenter.look("99.1").other.id, {"reason": "Kode lama"})
    assert dialog.isVisible()
    assert home.portfolio.table.model().rowCount() == rows - 1
    assert desktop.window.status._save._words.text().startswith("99.1 disatukan dengan ")
    dialog.reject()
