"""Light, dark, as the system says, and the size of text."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit

from zi_desktop.ui.fonts import FAMILY, font, text_scale
from zi_desktop.ui.theme import TextSize, Theme, ThemeChoice, palette_from, tokens_of
from zi_desktop.ui.tokens import DARK, LIGHT, Type, Weight
from zi_desktop.ui.widgets.labels import text_label


def test_tokens_are_known_from_the_palette():
    assert tokens_of(palette_from(LIGHT)) is LIGHT
    assert tokens_of(palette_from(DARK)) is DARK


def test_a_style_rule_does_not_hide_the_theme_from_a_widget(qtbot, dark):
    button = QPushButton("Simpan")
    button.setProperty("look", "primary")
    qtbot.addWidget(button)
    button.show()
    assert tokens_of(button.palette()) is DARK


def test_a_choice_is_shown_and_told(qtbot, theme):
    with qtbot.waitSignal(theme.themed):
        theme.apply(ThemeChoice.DARK, TextSize.NORMAL)
    assert theme.tokens is DARK
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
    assert theme.tokens is LIGHT


class System(QObject):
    """A desktop whose scheme can be switched; the platform of tests has none."""

    colorSchemeChanged = Signal()  # noqa: N815 (Qt's name)

    def __init__(self):
        super().__init__()
        self.scheme = Qt.ColorScheme.Unknown

    def colorScheme(self):  # noqa: N802 (Qt's name)
        return self.scheme

    def setColorScheme(self, scheme):  # noqa: N802 (Qt's name)
        self.scheme = scheme
        self.colorSchemeChanged.emit()

    def unsetColorScheme(self):  # noqa: N802 (Qt's name)
        self.setColorScheme(Qt.ColorScheme.Unknown)


def test_the_system_is_followed_until_a_theme_is_fixed(qapp, theme):
    system = System()
    following = Theme(qapp, system)
    following.apply(ThemeChoice.SYSTEM, TextSize.NORMAL)
    system.setColorScheme(Qt.ColorScheme.Dark)
    assert following.tokens is DARK
    system.setColorScheme(Qt.ColorScheme.Light)
    assert following.tokens is LIGHT
    following.apply(ThemeChoice.DARK, TextSize.NORMAL)
    system.setColorScheme(Qt.ColorScheme.Light)
    assert following.tokens is DARK
    following.deleteLater()
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def test_large_text_reaches_painted_and_ruled_text(qtbot, theme):
    label = text_label("Nilai", "title")
    qtbot.addWidget(label)
    label.show()
    before = label.fontMetrics().height()
    theme.apply(ThemeChoice.LIGHT, TextSize.LARGE)
    try:
        assert text_scale() > 1
        assert font(Type.BODY).pixelSize() == 16
        assert label.fontMetrics().height() > before
    finally:
        theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def test_the_face_is_that_of_the_paper_in_all_its_weights():
    for weight in (Weight.TEXT, Weight.STRONG, Weight.SCORE):
        found = QFontInfo(font(Type.BODY, weight))
        assert found.family() == FAMILY
        assert found.weight() == weight


def test_disabled_text_is_the_third_ink():
    palette = palette_from(LIGHT)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name().upper() == LIGHT.text3


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_the_hint_in_an_empty_field_is_the_third_ink(qtbot, kind):
    field = kind()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText).name().upper() == LIGHT.text3


def test_a_ruled_label_takes_its_size_from_the_rules(qtbot, theme):
    label = QLabel("x")
    label.setProperty("role", "score")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pixelSize() == Type.SCORE


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_closed_field_shows_the_keyboard_too(qtbot, theme, kind):
    field = kind()
    qtbot.addWidget(field)
    field.setReadOnly(True)
    field.setProperty("readOnly", True)  # noqa: FBT003 (a value of Qt)
    field.resize(200, 60)
    field.show()
    edges = set()
    for focus in (False, True):
        if focus:
            field.activateWindow()
            field.setFocus()
            qtbot.waitUntil(field.hasFocus)
        edges.add(field.grab().toImage().pixelColor(100, 0).name().upper())
    assert edges == {LIGHT.border, LIGHT.accent}
