"""The rail does not grow with the text, and shrinks no face but its own."""

from PySide6.QtGui import QAction

from zi_desktop.ui.fonts import font
from zi_desktop.ui.rail import RailButton
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.tokens import LARGE_TEXT, Height, Type, Weight


def test_a_long_label_shrinks_alone(qtbot, theme):
    theme.apply(ThemeChoice.LIGHT, TextSize.LARGE)
    button = RailButton(QAction("Pengaturan aplikasi"), "settings", None)
    qtbot.addWidget(button)
    button.resize(Height.TOP_BAR, Height.TOP_BAR)
    button.grab()
    wanted = font(Type.SMALL, Weight.STRONG).pixelSize()
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
    assert wanted == round(Type.SMALL * LARGE_TEXT)
