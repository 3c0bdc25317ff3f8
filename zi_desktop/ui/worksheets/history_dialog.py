"""The worksheets that were taken into an evaluation: which file, from whom, how, when, by whom."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

from PySide6.QtGui import QColor, QShowEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from zi_desktop.domain.imports import Imported
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services
from zi_desktop.ui import dates
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Space, Weight
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS, LAYOUT_WORDS

_WIDTH: Final = 640
_LINES: Final = 12
_BESIDE: Final = 16
_OVER_AND_UNDER: Final = 10
"""What frame and padding of a field take of its width and of its height, in logical pixels."""


class HistoryDialog(DialogFrame):
    """Shows the history, to be read and copied."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent.tr("Riwayat impor"), "", parent)
        self.setFixedWidth(round(_WIDTH * text_scale()))  # a sum has one line
        self.words = QPlainTextEdit(words)
        self.words.setReadOnly(True)
        self.words.setProperty("look", "panel")
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Riwayat impor"))
        self._mark_files(self.words.document())
        self.body.addWidget(self.words)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need, up to so many lines; the rest scrolls."""
        document = QTextDocument(self.words.toPlainText())
        document.setDefaultFont(self.words.font())
        self._mark_files(document)
        document.setTextWidth(self.width() - 2 * Space.XL - _BESIDE)
        most = _LINES * self.words.fontMetrics().lineSpacing()
        self.words.setFixedHeight(min(most, ceil(document.size().height()) + _OVER_AND_UNDER))
        super().showEvent(event)

    def _mark_files(self, document: QTextDocument) -> None:
        """Let the first line of each import stand out from what is told of it."""
        name, told = QTextCharFormat(), QTextCharFormat()
        name.setFontWeight(Weight.STRONG)
        told.setForeground(QColor(tokens_of(self.palette()).text2))
        block, begins = document.firstBlock(), document.blockCount() > 1  # a sentence that there is none is no import
        while block.isValid():
            line = QTextCursor(block)
            line.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            line.mergeCharFormat(name if begins else told)
            block, begins = block.next(), not block.text()


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
            f"{taken} · {imported.cells} isian",
            f"SHA-256 {imported.file}",
        )
    )
