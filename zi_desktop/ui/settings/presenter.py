"""What Pengaturan shows and keeps, without widgets."""

import base64
import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.identity import NIP_DIGITS, is_usual_nip
from zi_desktop.services.settings import Settings
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.window_memory import WindowMemory


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """Every value of the screen: texts by the key of their setting, the logo as PNG bytes; ``writable``: they may be changed."""

    texts: dict[str, str]
    logo: bytes
    theme: ThemeChoice
    text_size: TextSize
    writable: bool


class SettingsPresenter(QObject):
    """Keeps each change at once. A value that a service refuses rises as its ``ZiError``."""

    kept = Signal(str)
    look_changed = Signal(ThemeChoice, TextSize)

    def __init__(self, settings: Settings, memory: WindowMemory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._memory = memory

    def shown(self) -> SettingsShown:
        """Return the values as they stand."""
        agency, person = self._settings.agency, self._settings.person()
        texts = {
            "agency.name": agency.name, "agency.letterhead": "\n".join(agency.letterhead), "agency.word": agency.word,
            "person.name": person.name, "person.nip": person.nip, "person.position": person.position,
        }  # fmt: skip
        logo = base64.b64decode(agency.logo)
        return SettingsShown(texts, logo, self._memory.theme, self._memory.text_size, self._settings.writable)

    def keep(self, key: str, text: str) -> None:
        """Keep a text if it is another one.

        Raises:
            InvalidInputError: the setting does not take it; the earlier value stands.
        """
        if text.strip() != self.shown().texts[key]:
            self._settings.put(key, text)
            self._tell()

    def nip_doubt(self, nip: str) -> str:
        """Return what should be looked at once more in a NIP and may yet be right, or ""."""
        if not nip.strip() or is_usual_nip(nip):
            return ""
        digits = sum(each.isdigit() for each in nip)
        words = self.tr(
            "NIP ini memuat {count} angka, lazimnya {usual}. Cocokkan dengan SK; bila memang begitu, biarkan."
        )
        return words.format(count=digits, usual=NIP_DIGITS)

    def keep_logo(self, file: str) -> None:
        """Keep the PNG file as logo, or none for "".

        Raises:
            FileReadError: the file cannot be read.
            InvalidInputError: it is no PNG or too large.
        """
        self._settings.put("agency.logo", file)
        self._tell()

    def choose_theme(self, choice: str) -> None:
        """Keep and show a theme."""
        self._memory.theme = ThemeChoice(choice)
        self._show_look()

    def choose_text_size(self, size: str) -> None:
        """Keep and show a text size."""
        self._memory.text_size = TextSize(size)
        self._show_look()

    def _show_look(self) -> None:
        self.look_changed.emit(self._memory.theme, self._memory.text_size)

    def _tell(self) -> None:
        self.kept.emit(f"{dt.datetime.now().astimezone():%H.%M}")
