"""Paints the rows of what is to be settled: the versions in the middle, the status with its mark."""

from collections.abc import Mapping
from typing import Final

from zi_desktop.ui.settling.model import SettleColumn, SettleModel
from zi_desktop.ui.settling.shown import Status
from zi_desktop.ui.widgets.row_delegate import PLAIN, SECOND, AnyIndex, Look, RowDelegate

MARKS: Final[Mapping[Status, tuple[str, str]]] = {
    Status.OPEN: ("circle", "text2"), Status.SEEN: ("dot-circle", "accent_text"),
    Status.DONE: ("check-circle", "ok"), Status.WAITS: ("person", "warn"),
}  # fmt: skip
_VERSION: Final = Look(strong=True)


class SettleDelegate(RowDelegate):
    """What the versions say stands out."""

    def look(self, index: AnyIndex) -> Look:
        """Return the look of a cell."""
        model, column = index.model(), index.column()
        assert isinstance(model, SettleModel)
        if column == SettleColumn.CODE:
            return SECOND
        if column == SettleColumn.TITLE:
            return PLAIN
        return Look(mark=MARKS[model.line(index.row()).status]) if column == model.status_column else _VERSION
