"""The table of a folder's files: their names leave the reasons what room they can."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from zi_desktop.ui.evidence.folder_delegate import FolderDelegate
from zi_desktop.ui.evidence.folder_model import PLACED_HERE, FolderColumn, FolderModel
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.row_table import RowTable

_WIDTHS: Final = {FolderColumn.PLACE: 150, FolderColumn.SIZE: 80}
"""Logical pixels at the usual text size."""
_SHARE: Final = 0.45
"""Of the room of names and reasons: so much a reason may take where both are long."""


class FolderTable(RowTable):
    """Shows a ``FolderModel``; several rows may be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = "", ""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(FolderDelegate(self))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_files(self, files: FolderModel) -> None:
        """Show the files of a folder."""
        names = [entry.relative for entry in files.entries]
        reasons = {PLACED_HERE, *(entry.why for entry in files.entries)}
        self._longest = max(names, key=len, default=""), max(reasons, key=len)
        self.setModel(files)
        self.horizontalHeader().setSectionResizeMode(FolderColumn.FILE, QHeaderView.ResizeMode.Stretch)
        self.fit()

    def fit(self) -> None:
        """Give the reasons what the longest name leaves free, at least their share of the width."""
        if self.model() is None:
            return
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * text_scale()))
        name, reason = (self.fontMetrics().horizontalAdvance(words) + 3 * Space.S for words in self._longest)
        free = self.viewport().width() - sum(self.columnWidth(column) for column in _WIDTHS)
        self.setColumnWidth(FolderColumn.WHY, min(reason, max(free - name, round(free * _SHARE))))
