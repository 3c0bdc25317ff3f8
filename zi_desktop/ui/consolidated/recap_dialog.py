"""Rekap panel: the evaluations of a year that are whole, the highest total first."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QVBoxLayout, QWidget

from zi_desktop.ui.consolidated.model import AnyIndex
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.tokens import Height
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.row_delegate import RowDelegate
from zi_desktop.ui.widgets.row_table import RowTable

HEADINGS: Final = ("No.", "Satker", "Kanwil", "Target", "Nilai TPI", "Terhadap ambang")
_RIGHT: Final = frozenset({0, 4})
_WIDTHS: Final = {0: 48, 2: 180, 3: 72, 4: 84, 5: 140}
_SIZE: Final = (880, 560)
_EDGE: Final = 48
_NOWHERE: Final = QModelIndex()


class RecapDialog(DialogFrame):
    """Shows the recap; nothing is decided here."""

    def __init__(self, words: str, lines: Sequence[tuple[str, ...]], parent: QWidget) -> None:
        super().__init__(parent.tr("Rekap panel"), "", parent)
        window = parent.window()
        high = _SIZE[1] if lines else 0
        self.resize(min(_SIZE[0], window.width() - _EDGE), min(high, window.height() - _EDGE))
        self.add_words(words)
        self.table = RowTable()
        self.table.setModel(RecapModel(lines, self.table))
        self.table.setAccessibleName(self.tr("Rekap panel"))
        head = self.table.horizontalHeader()
        head.setFixedHeight(Height.TABLE_HEADER)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, round(width * text_scale()))
        self.table.setItemDelegate(RowDelegate(self.table))
        panel = QFrame()
        panel.setProperty("surface", "panel")
        around = QVBoxLayout(panel)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.table)
        self.body.addWidget(panel, 1)
        panel.setVisible(bool(lines))
        if lines:
            self.table.selectRow(0)
            self.table.setFocus()


class RecapModel(QAbstractTableModel):
    """Holds the lines that were read."""

    def __init__(self, lines: Sequence[tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a text, or the whole line as it is read aloud."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return line[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(f"{head} {text}" for head, text in zip(HEADINGS, line, strict=True))
        return None


def _side(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
