"""The worksheets that were taken into an evaluation: which file, from whom, how, when, by whom."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from zi_desktop.domain.imports import Imported
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services
from zi_desktop.ui import dates
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS, LAYOUT_WORDS

_WIDTH: Final = 640
_LINES: Final = 12
_DIGEST: Final = 16


class HistoryDialog(DialogFrame):
    """Shows the history, to be read and copied."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent.tr("Riwayat impor"), "", parent)
        self.setFixedWidth(_WIDTH)
        self.words = QPlainTextEdit(words)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Riwayat impor"))
        self.words.setFixedHeight(_LINES * self.words.fontMetrics().lineSpacing())
        self.body.addWidget(self.words)


def history_words(services: Services, id_: str) -> str:
    """Return every worksheet that was taken into an evaluation, column by column, the newest first."""
    people = {key: person.name for key, person in services.settings.people().items()}
    found = [
        _entry(column, imported, people)
        for column in Column
        for imported in reversed(services.importing.history(id_, column))
    ]
    return "\n\n".join(found) or "Belum ada lembar kerja yang diambil. Impor LKE dengan Ctrl+I."


def _entry(column: Column, imported: Imported, people: Mapping[str, str]) -> str:
    came: Sequence[str] = (imported.sender, imported.channel, f"diterima {dates.whole_day(imported.received)}")
    taken = f"Diambil {dates.stated(imported.wall)} oleh {people.get(imported.importer) or 'penilai lain'}"
    return "\n".join(
        (
            f"{COLUMN_WORDS[column]} · {imported.name} · {LAYOUT_WORDS[imported.layout]}",
            " · ".join(part for part in came if part),
            f"{taken} · {imported.cells} isian · SHA-256 {imported.file[:_DIGEST]}…",
        )
    )
