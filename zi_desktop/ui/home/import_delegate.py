"""Paints the rows of a list before it is taken."""

from zi_desktop.services.satkers.preview import RowState
from zi_desktop.ui.home.import_model import STATE_MARKS, ImportColumn, ImportModel
from zi_desktop.ui.widgets.row_delegate import PLAIN, SECOND, AnyIndex, Look, RowDelegate


class ImportDelegate(RowDelegate):
    """A row that is wrong says so in colour, icon and words."""

    def look(self, index: AnyIndex) -> Look:
        """Return the look of a cell."""
        model = index.model()
        assert isinstance(model, ImportModel)
        state = model.row(index.row()).state
        ordinary = SECOND if state is RowState.SAME else PLAIN
        match ImportColumn(index.column()):
            case ImportColumn.NUMBER | ImportColumn.CODE:
                return SECOND
            case ImportColumn.STATE:
                return Look(ordinary.ink, mark=STATE_MARKS[state])
            case ImportColumn.DETAILS:
                return Look("bad") if state is RowState.BAD else SECOND
        return ordinary
