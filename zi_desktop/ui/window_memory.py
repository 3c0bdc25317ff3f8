"""What this laptop remembers of the window: theme, text size, where the window stood, what it showed."""

from typing import TypeVar

from PySide6.QtCore import QByteArray

from zi_desktop.services.preferences import Preferences
from zi_desktop.ui.theme import TextSize, ThemeChoice

_Choice = TypeVar("_Choice", ThemeChoice, TextSize)


class WindowMemory:
    """The window's own preferences by their types; a value that is none of a choice counts as not set."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @property
    def theme(self) -> ThemeChoice:
        """Return the chosen theme."""
        return self._choice("theme", ThemeChoice.SYSTEM)

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._preferences.put("theme", choice.value)

    @property
    def text_size(self) -> TextSize:
        """Return the chosen text size."""
        return self._choice("text_size", TextSize.NORMAL)

    @text_size.setter
    def text_size(self, size: TextSize) -> None:
        self._preferences.put("text_size", size.value)

    @property
    def geometry(self) -> QByteArray:
        """Return where the window stood, empty at first."""
        kept = self._preferences.get("geometry", "")
        return QByteArray.fromBase64(str(kept).encode("ascii", "replace"))

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._preferences.put("geometry", bytes(value.toBase64().data()).decode("ascii"))

    @property
    def screen(self) -> str:
        """Return the key of the screen that was in front, "" at first."""
        return str(self._preferences.get("screen", ""))

    @screen.setter
    def screen(self, key: str) -> None:
        if key != self.screen:
            self._preferences.put("screen", key)

    def _choice(self, key: str, default: _Choice) -> _Choice:
        kept, kind = self._preferences.get(key), type(default)
        return kind(kept) if kept in [member.value for member in kind] else default
