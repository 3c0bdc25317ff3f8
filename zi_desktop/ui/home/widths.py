"""How wide the columns of Beranda's table are: as their texts need, the rest is the name's; some give way to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from zi_desktop.domain.evaluation import STATUSES
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.heading import heading_width
from zi_desktop.ui.home.row_painter import BAR_WIDTH, ICON_ROOM, cell_font, inner_of
from zi_desktop.ui.home.rows import NOT_STARTED, Row, texts_in
from zi_desktop.ui.tokens import Space

Texts = Mapping[Column, Sequence[str]]
"""By column the texts among which the widest is."""
_NAME_WIDTH: Final = 210
"""Logical pixels at normal text size that the name keeps before a column gives way."""
_GIVING_WAY: Final = (
    Column.PREDICATE, Column.DIFFERENCE, Column.ACTIVITY, Column.VISIT, Column.TARGET, Column.REMARKS,
)  # fmt: skip
"""Columns that go first where the window is narrow: the target tells the predicate, and when and what is open plan the day."""
_ALWAYS: Final[Texts] = {
    Column.PREDICATE: ("WBBM 2024",), Column.TARGET: ("Pemantauan", "WBBM"), Column.ACTIVITY: (),
    Column.STATUS: (STATUSES[NOT_STARTED],), Column.FILLED: ("100%",), Column.SCORE: ("100,00",),
    Column.DIFFERENCE: ("−10,00 · 113",), Column.STANDING: (), Column.REMARKS: ("100",), Column.VISIT: (),
}  # fmt: skip
"""What has room whatever the rows hold: figures change while they are worked on."""
_MEASURED: Final = (Column.ACTIVITY, Column.STATUS, Column.STANDING, Column.VISIT)
"""Columns of words, of which a year has only some: their widest would keep much room empty."""
_LONGEST: Final = 3
"""Of so many of the longest texts the widest is taken."""
_STRONG: Final = frozenset({Column.PREDICATE, Column.SCORE})
"""Columns with texts in the stronger face, which is wider."""
_MARKED: Final[Mapping[Column, int]] = {
    Column.STATUS: ICON_ROOM, Column.STANDING: ICON_ROOM, Column.REMARKS: ICON_ROOM, Column.FILLED: BAR_WIDTH + Space.S,
}  # fmt: skip


def texts_of(rows: Iterable[Row]) -> Texts:
    """Return the texts that have to have room where these rows are all that may be shown."""
    begun = [row for row in rows if row.evaluation is not None]
    found = {column: texts_in(begun, column) for column in _MEASURED}
    return {column: (*texts, *sorted(found.get(column, ()), key=len)[-_LONGEST:]) for column, texts in _ALWAYS.items()}


def fitted(texts: Texts, room: int) -> Mapping[Column, int]:
    """Return the widths of the columns that are shown in so many logical pixels; the name takes what the others leave."""
    widths: dict[Column, int] = {
        column: column_width(column, texts[column]) for column in Column if column is not Column.SATKER
    }
    name = round(_NAME_WIDTH * text_scale())
    for column in _GIVING_WAY:
        if sum(widths.values()) > room - name:
            del widths[column]
    return {Column.SATKER: max(room - sum(widths.values()), name // 2), **widths}


def column_width(column: Column, texts: Iterable[str]) -> int:
    """Return the width that texts of a column need, its heading included."""
    metrics = QFontMetrics(cell_font(strong=column in _STRONG))
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + _MARKED.get(column, 0)
    inner = inner_of(QRect(0, 0, 0, 0), column, last=column is max(Column))
    return max(widest, heading_width(column)) - inner.width()
