"""The folders from which files were taken last, one a kind of file, as this laptop remembers them."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QWidget

from zi_desktop.services.preferences import Preferences

_PREFERENCE: Final = "folders"
_ENDING: Final = re.compile(r"\*\.(\w+)")


class Shelf(StrEnum):
    """Kinds of files that people keep in different places."""

    WORKSHEETS = "lembar"
    EVIDENCE = "bukti"
    REPORTS = "laporan"
    BUNDLES = "paket"
    KEYS = "kunci"
    PICTURES = "gambar"
    BACKUPS = "cadangan"


_SHELVES: Final[Mapping[str, Shelf]] = {
    "xlsx": Shelf.WORKSHEETS, "csv": Shelf.WORKSHEETS, "json": Shelf.WORKSHEETS, "pdf": Shelf.REPORTS,
    "zib": Shelf.BUNDLES, "kartu": Shelf.BUNDLES, "db": Shelf.BUNDLES, "ziport": Shelf.BUNDLES, "p12": Shelf.KEYS,
    "pem": Shelf.KEYS, "png": Shelf.PICTURES,
}  # fmt: skip
"""By the first ending of what a dialog shows; of any file it is evidence."""


def shelf_of(kinds: str) -> Shelf:
    """Return the kind of the files that a dialog shows, for example ``Laporan PDF (*.pdf)``."""
    found = _ENDING.search(kinds)
    return _SHELVES.get(found[1].lower(), Shelf.EVIDENCE) if found else Shelf.EVIDENCE


class LastFolders(QObject):
    """Belongs to a window; dialogs over it and over its dialogs begin where the last one of their kind ended."""

    def __init__(self, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._preferences = preferences

    def begin(self, shelf: Shelf, first: Path | None = None) -> Path:
        """Return the folder of last time; where there is none, or it is gone, ``first``, else the documents of the person."""
        kept = self._known().get(shelf, "")
        if kept and Path(kept).is_dir():
            return Path(kept)
        return first if first is not None and first.is_dir() else documents()

    def remember(self, shelf: Shelf, folder: Path) -> None:
        """Remember where a file of this kind was."""
        known = self._known()
        if known.get(shelf) != str(folder):
            self._preferences.put(_PREFERENCE, {**known, shelf.value: str(folder)})

    def _known(self) -> dict[str, str]:
        kept = self._preferences.get(_PREFERENCE, {})
        return {key: value for key, value in kept.items() if isinstance(value, str)} if isinstance(kept, dict) else {}


def folders_over(widget: QWidget | None) -> LastFolders | None:
    """Return what the window of a widget remembers, through the dialogs between; None in a window that remembers nothing."""
    while widget is not None:
        found = widget.findChild(LastFolders, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if found is not None:
            return found
        widget = widget.parentWidget()
    return None


def documents() -> Path:
    """Return the documents of the person, else their home."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()
