"""Light and dark: applies the tokens to the application and says when they changed."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from zi_desktop.ui.fonts import application_font
from zi_desktop.ui.style_sheet import style_sheet
from zi_desktop.ui.tokens import DARK, LARGE_TEXT, LIGHT, Tokens

_DARK_BELOW = 128


class ThemeChoice(StrEnum):
    """What the person chose in Pengaturan."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextSize(StrEnum):
    """How large text is."""

    NORMAL = "normal"
    LARGE = "large"


def tokens_of(palette: QPalette) -> Tokens:
    """Return the tokens with which a palette was made: what painted widgets and delegates ask.

    Qt hands palettes down by itself, so no widget needs to know the theme.
    """
    # No style rule touches this role, so it is the theme's own on every widget.
    shade = palette.color(QPalette.ColorRole.ToolTipBase)
    return DARK if shade.lightness() < _DARK_BELOW else LIGHT


class Theme(QObject):
    """The look of the whole application; ``themed`` comes after each change."""

    themed = Signal()

    def __init__(self, application: QApplication, hints: QStyleHints | None = None) -> None:
        """Take the application; ``hints`` are its own, unless a test brings a system that can be switched."""
        super().__init__(application)
        self._application = application
        self._hints = hints or application.styleHints()
        self._choice = ThemeChoice.SYSTEM
        self._size = TextSize.NORMAL
        application.setStyle("Fusion")
        self._hints.colorSchemeChanged.connect(self._follow)

    @property
    def tokens(self) -> Tokens:
        """Return the tokens that are shown."""
        return tokens_of(self._application.palette())

    def apply(self, choice: ThemeChoice, size: TextSize) -> None:
        """Show a theme at a text size."""
        self._choice, self._size = choice, size
        if choice is ThemeChoice.SYSTEM:
            self._hints.unsetColorScheme()
        else:
            # The title bar that the system draws follows this.
            dark = choice is ThemeChoice.DARK
            self._hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._show()

    def _follow(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._show()

    def _show(self) -> None:
        tokens = self._wanted()
        scale = LARGE_TEXT if self._size is TextSize.LARGE else 1.0
        self._application.setFont(application_font(scale))
        self._application.setPalette(palette_from(tokens))
        self._application.setStyleSheet(style_sheet(tokens, scale))
        self.themed.emit()

    def _wanted(self) -> Tokens:
        if self._choice is ThemeChoice.SYSTEM:
            return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT


def palette_from(tokens: Tokens) -> QPalette:
    """Return the palette that tokens make."""
    role = QPalette.ColorRole
    palette = QPalette()
    for colour, roles in (
        (tokens.window, (role.Window,)),
        (tokens.surface, (role.Base, role.Button, role.Light)),
        (tokens.raised, (role.AlternateBase, role.ToolTipBase)),
        (tokens.border, (role.Mid, role.Midlight, role.Shadow)),
        (tokens.control, (role.Dark,)),
        (tokens.text, (role.Text, role.WindowText, role.ButtonText, role.ToolTipText)),
        (tokens.text3, (role.PlaceholderText,)),
        (tokens.accent, (role.Highlight, role.Accent)),
        (tokens.accent_text, (role.Link, role.LinkVisited, role.BrightText)),
        (tokens.on_accent, (role.HighlightedText,)),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.text3))
    return palette
