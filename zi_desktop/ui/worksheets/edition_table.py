"""The table of what an official file or a move changes: filter segments, lines, and the whole of the current line."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QVBoxLayout, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.row_delegate import PLAIN, SECOND, AnyIndex, Look, RowDelegate
from zi_desktop.ui.widgets.row_table import RowTable
from zi_desktop.ui.widgets.segments import SegmentedControl
from zi_desktop.ui.worksheets.edition_lines import EditionLine, copied, segments
from zi_desktop.ui.worksheets.edition_model import EditionColumn, EditionModel

_WIDTHS: Final = {EditionColumn.CODE: 130, EditionColumn.WORD: 176, EditionColumn.AMOUNT: 112}
_DETAIL_LINES: Final = (3, 4)
"""Where room is short, and else."""
_ROOMY: Final = 420


class EditionTable(QWidget):
    """Shows lines and filters them; ``amount`` is the heading of the last column, ``figures`` stand at its right."""

    def __init__(self, amount: str, *, figures: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[EditionLine] = ()
        self.segments = SegmentedControl()
        self.segments.setAccessibleName(self.tr("Saringan"))
        self.table = RowTable()
        self.model = EditionModel(amount, figures=figures, parent=self.table)
        self.details = QPlainTextEdit()
        self._set_up()
        self.segments.chosen.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._show_details)
        copy = shortcut_action(self.table, self.tr("Salin daftar yang tampak"), "Ctrl+C", "clipboard tempel")
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(copied(self.model.lines)))

    def show_lines(self, lines: Sequence[EditionLine]) -> None:
        """Show other lines, all of them."""
        self._lines = lines
        self.segments.set_choices(segments(lines))
        self.segments.set_current("")
        self._filter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lines the room in a small window."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the person's text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _filter(self, *_: object) -> None:
        wanted = self.segments.current()
        self.model.show_lines([line for line in self._lines if line.is_of(wanted)])
        self.table.selectRow(0)
        self._show_details()

    def _show_details(self, *_: object) -> None:
        index = self.table.currentIndex()
        self.details.setPlainText(self.model.lines[index.row()].more if index.isValid() else "")

    def _fit(self) -> None:
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, round(width * text_scale()))
        lines = _DETAIL_LINES[self.height() >= _ROOMY]
        self.details.setFixedHeight(lines * self.details.fontMetrics().lineSpacing() + 3 * Space.S)

    def _set_up(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self.segments, self.table, self.details):
            column.addWidget(part)
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(_LineDelegate(table))
        table.setProperty("surface", "panel")
        table.setAccessibleName(self.tr("Butir"))
        table.horizontalHeader().setSectionResizeMode(EditionColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Rincian butir"))
        self._fit()


class _LineDelegate(RowDelegate):
    """What became of an item stands in icon and words."""

    def look(self, index: AnyIndex) -> Look:
        """Return the look of a cell."""
        model = index.model()
        assert isinstance(model, EditionModel)
        match EditionColumn(index.column()):
            case EditionColumn.TEXT:
                return PLAIN
            case EditionColumn.WORD:
                return Look("text2", mark=model.lines[index.row()].mark)
        return SECOND
