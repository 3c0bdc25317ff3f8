"""The rail: its labels have one size that grows with the text, and none touches the bar of the chosen entry."""

import pytest
from PySide6.QtGui import QFontMetrics

from zi_desktop.ui.fonts import font
from zi_desktop.ui.main_window import MainWindow, Place
from zi_desktop.ui.page import Heading, Page
from zi_desktop.ui.rail import RailButton
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.tokens import RAIL_WIDTH, Type, Weight

_BAR = 3
_LABELS = ("Beranda", "Evaluasi", "Catatan", "Sinkron", "Pengaturan", "Bantuan")


class Screen(Page):
    def heading(self):
        return Heading("Layar")


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow([Place(text.lower(), text, "home", Screen) for text in _LABELS])
    qtbot.addWidget(made)
    made.show_page("beranda")
    made.show()
    yield made
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGE])
def test_every_label_has_room_beside_the_bar(qtbot, theme, window, size):
    theme.apply(ThemeChoice.LIGHT, size)
    rail = window.findChild(RailButton).parentWidget()
    metrics = QFontMetrics(font(Type.RAIL, Weight.STRONG))
    for label in _LABELS:
        qtbot.waitUntil(lambda each=label: metrics.horizontalAdvance(each) < rail.width() - 2 * (_BAR + 2))
    assert (rail.width() > RAIL_WIDTH) is (size is TextSize.LARGE)


def test_the_screens_stand_beside_the_rail_as_it_is(qtbot, theme, window):
    rail = window.findChild(RailButton).parentWidget()
    before = rail.width()
    theme.apply(ThemeChoice.LIGHT, TextSize.LARGE)
    qtbot.waitUntil(lambda: window.centralWidget().x() == rail.width() > before)
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
    qtbot.waitUntil(lambda: window.centralWidget().x() == rail.width() == RAIL_WIDTH)
