"""Pengaturan in the real window: Tab runs as the screen reads, a doubt stands below its field, the list shows the keyboard."""

import pytest
from focus_walk import walk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from whole_desktop import whole_desktop

from zi_desktop.ui.navigation import SETTINGS
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.worksheets.edition_list import EditionList


@pytest.fixture
def desktop(qtbot, theme, fresh, tmp_path):
    fresh.settings.put("person.name", "Rini Umpamasari")
    with whole_desktop(qtbot, fresh, theme, tmp_path) as desktop:
        yield desktop
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)  # a test may have chosen another one, which is that of every window


@pytest.fixture
def page(qtbot, desktop):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page = desktop.window.page()
    assert page is desktop.window.screen_of(SETTINGS)
    return page


def test_the_keyboard_begins_above_and_tab_goes_panel_by_panel(qtbot, page):
    assert QApplication.focusWidget() is page.form.agencyName
    walked = walk(qtbot, page)
    sections = [next((pane for pane in page.panes() if pane.isAncestorOf(each)), None) for each in walked]
    with_stops = [pane for pane in page.panes() if pane in sections]
    assert list(dict.fromkeys(each for each in sections if each)) == with_stops
    assert len(with_stops) >= 4
    within = [each is not None for each in sections]
    assert within == sorted(within, reverse=True)  # the rail comes last
    form = page.form
    assert walked[:4] == [form.agencyName, form.letterhead, form.chooseLogo, form.word]
    assert [each for each in walked if each in (form.personName, form.nip, form.position)] == [
        form.personName, form.nip, form.position,
    ]  # fmt: skip


def test_the_doubt_about_a_nip_stands_below_it(qtbot, page):
    form = page.form
    form.nip.setFocus()
    before = form.position.mapTo(page, QPoint()).y() - form.nip.mapTo(page, QPoint()).y()
    qtbot.keyClicks(form.nip, "1987")
    qtbot.keyClick(form.nip, Qt.Key.Key_Tab)
    assert "18" in page.doubt.text()
    qtbot.waitUntil(lambda: page.doubt.y() > form.nip.y())
    qtbot.waitUntil(lambda: page.doubt.geometry().bottom() < form.positionLabel.y())
    form.nip.clear()
    form.nip.setFocus()
    qtbot.keyClick(form.nip, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: form.position.mapTo(page, QPoint()).y() - form.nip.mapTo(page, QPoint()).y() == before)


def test_the_list_of_editions_shows_that_it_has_the_keyboard(qtbot, page):
    editions = page.findChild(EditionList)
    page.form.agencyName.setFocus()
    without = editions.grab().toImage()
    editions.setFocus()
    qtbot.waitUntil(editions.hasFocus)
    assert editions.grab().toImage() != without


def test_tab_keeps_its_order_when_the_look_changes(qtbot, page, desktop):
    form = page.form
    before = [each for each in walk(qtbot, desktop.window) if page.isAncestorOf(each)]
    form.theme.stop().setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):  # Terang, then Gelap
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert form.theme.current() == "dark"
    assert QApplication.focusWidget() is form.theme.stop()
    qtbot.keyClick(form.theme.stop(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.textSize.stop()
    after = [each for each in walk(qtbot, desktop.window) if page.isAncestorOf(each)]
    place = after.index(form.agencyName)
    stop = before.index(next(each for each in before if each in form.theme.stops()))
    before[stop] = form.theme.stop()
    assert [*after[place:], *after[:place]] == before
