"""Paints the lines of a preview: tick, mark of its kind, texts."""

from zi_desktop.ui.widgets.row_delegate import PLAIN, SECOND, AnyIndex, Look, RowDelegate
from zi_desktop.ui.worksheets.import_lines import MARKS, Kind
from zi_desktop.ui.worksheets.import_model import ImportColumn, ImportModel

_REMARK_INKS = {Kind.REFUSED: "bad", Kind.OPEN: "warn"}


class ImportDelegate(RowDelegate):
    """What a line is stands in icon and words, never in colour alone."""

    def look(self, index: AnyIndex) -> Look:
        """Return the look of a cell."""
        model = index.model()
        assert isinstance(model, ImportModel)
        line = model.line(index.row())
        match ImportColumn(index.column()):
            case ImportColumn.TICK:
                return Look(ticked=model.is_ticked(index.row())) if line.id else PLAIN
            case ImportColumn.CODE:
                return Look("text2", mark=MARKS[line.kind])
            case ImportColumn.BEFORE:
                return SECOND
            case ImportColumn.AFTER:
                return Look(strong=line.answered)
            case ImportColumn.REMARK:
                return Look(_REMARK_INKS.get(line.kind, "text2"))
        return PLAIN
