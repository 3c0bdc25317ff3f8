"""Paints the preview of a folder: where a file would go, and why."""

from typing import Final

from PySide6.QtCore import Qt

from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.ui.evidence.folder_model import FolderColumn, FolderModel
from zi_desktop.ui.widgets.row_delegate import SECOND, AnyIndex, Look, RowDelegate

_UNPLACED: Final = Look(mark=("circle", "text2"))
_PLACED: Final = Look(mark=("check-circle", "ok"), strong=True)
_FILE: Final = Look(cut=Qt.TextElideMode.ElideMiddle)


class FolderDelegate(RowDelegate):
    """A file for the inbox has its own drawing and words."""

    def look(self, index: AnyIndex) -> Look:
        """Return the look of a cell."""
        model = index.model()
        assert isinstance(model, FolderModel)
        match FolderColumn(index.column()):
            case FolderColumn.PLACE:
                return _UNPLACED if model.entry(index.row()).place == INBOX else _PLACED
            case FolderColumn.FILE:
                return _FILE
        return SECOND
