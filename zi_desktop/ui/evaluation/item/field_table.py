"""The table of labelled fields of a ratio or index item: title, row of the worksheet, field."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.hairline import Rule
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.number_field import NumberField
from zi_desktop.ui.widgets.problem_line import mark_valid

_NUMBER_WIDTH: Final = 88
_TEXT_WIDTH: Final = 280
_ROW: Final = Height.CONTROL + 4
_SUM_ROW: Final = 30
_DIGITS: Final = 13
"""Logical pixels from the right edge of a field to its digits: border and padding, and what Qt keeps for the cursor."""
_TITLE, _PLACE, _FIELD = range(3)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    Attributes:
        key: of the field.
        title: what is to be filled in.
        place: where it stands in the worksheet, or "".
        hint: a remark of the instrument.
        computed: a sum, never typed.
        number: a number is filled in, no text.
    """

    key: str
    title: str
    place: str = ""
    hint: str = ""
    computed: bool = False
    number: bool = True


_Rows = tuple[tuple[str, str, str], tuple[Row, ...]]
"""Three heads, and the rows below them."""


@dataclass(frozen=True, slots=True)
class _Body:
    """The widgets of one set of rows, by key."""

    widget: QWidget
    lines: dict[str, int] = field(default_factory=dict)
    """Of the grid, in which the row of a field stands."""
    fields: dict[str, QLineEdit] = field(default_factory=dict)
    sums: dict[str, QLabel] = field(default_factory=dict)


class FieldTable(QWidget):
    """Shows the fields; ``edited`` and ``finished`` carry the key of the field that was typed in or left.

    What was made for an item is kept for when somebody comes back to it: to make it takes longer than all the rest.
    """

    edited = Signal(str)
    finished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: _Rows = (("", "", ""), ())
        self._body = _Body(QWidget(self))
        self._made: dict[_Rows, _Body] = {}
        self._stored: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_rows(self, heads: tuple[str, str, str], rows: Sequence[Row]) -> bool:
        """Show other rows under the three heads; return whether they are others than before."""
        shown = heads, tuple(rows)
        if shown == self._shown:
            return False
        self._shown = shown
        self._body.widget.hide()
        if shown not in self._made:
            self._made[shown] = self._make(*shown)
        self._body, self._stored = self._made[shown], {}
        for each in self._body.fields.values():
            each.setText("")  # and nothing left that could be undone in it
        self._body.widget.show()  # at once: the first field is to take the keyboard
        return True

    def fields(self) -> list[QLineEdit]:
        """Return the fields from top to bottom."""
        return list(self._body.fields.values())

    def keys(self) -> list[str]:
        """Return the keys of the fields, from top to bottom."""
        return list(self._body.fields)

    def field(self, key: str) -> QLineEdit:
        """Return one field."""
        return self._body.fields[key]

    def text(self, key: str) -> str:
        """Return what stands in a field."""
        return self._body.fields[key].text()

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put texts into fields without a signal; equal ones leave the cursor where it is."""
        self._stored.update(texts)
        for key, text in texts.items():
            if self._body.fields[key].text() != text:
                self._body.fields[key].setText(text)

    def bring_back(self) -> bool:
        """Put back what was typed over in the field that has the keyboard, and select it; tell whether there was anything."""
        for key, each in self._body.fields.items():
            stored = self._stored.get(key, "")
            if each.hasFocus() and stored not in ("", each.text()):
                each.selectAll()
                each.insert(stored)  # Ctrl+Z brings what was typed
                each.selectAll()
                self.edited.emit(key)
                return True
        return False

    def set_sum(self, key: str, text: str) -> None:
        """Show a computed number."""
        self._body.sums[key].setText(text)

    def set_invalid(self, keys: Collection[str]) -> None:
        """Show which fields are not acceptable, and that the others are."""
        for key, each in self._body.fields.items():
            mark_valid(each, valid=key not in keys)

    def put_below(self, widget: QWidget, keys: Collection[str]) -> None:
        """Put a widget below the last row of these fields, or below all rows where it is about none."""
        lines, grid = self._body.lines, self._body.widget.layout()
        assert isinstance(grid, QGridLayout)
        line = max(lines[key] for key in keys or lines) + 1
        if (there := grid.indexOf(widget)) >= 0 and grid.getItemPosition(there) == (line, 0, 1, 3):
            return  # another place lays the table out anew at each key press
        shown = not widget.isHidden()
        grid.addWidget(widget, line, 0, 1, 3)
        widget.setVisible(shown)  # Qt hides what gets another parent

    def set_read_only(self, *, read_only: bool) -> None:
        """Open or close every field."""
        for each in self._body.fields.values():
            each.setReadOnly(read_only)

    def _make(self, heads: tuple[str, str, str], rows: tuple[Row, ...]) -> _Body:
        body = _Body(QWidget(self))
        self._column.addWidget(body.widget)
        grid = QGridLayout(body.widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(_TITLE, 1)
        if not all(row.number for row in rows):  # over both columns: a place stays beside its number
            grid.setColumnMinimumWidth(_PLACE, _TEXT_WIDTH - _NUMBER_WIDTH - Space.L)
        for place, text in enumerate(heads):
            label = text_label(text, "header")
            label.setMinimumHeight(Height.ROW)
            grid.addWidget(label, 0, place, Qt.AlignmentFlag.AlignVCenter | _side(place))
        for number, row in enumerate(rows):
            self._add_row(body, grid, 3 * number + 1, row)  # rule, row, and what is wrong with it
        return body

    def _add_row(self, body: _Body, grid: QGridLayout, line: int, row: Row) -> None:
        if row.number:  # a wide field parts its row from the next by its own edge
            grid.addWidget(Rule(), line, 0, 1, 3)
        line += 1
        body.lines[row.key] = line
        grid.addWidget(_title(row), line, _TITLE)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if row.place:
            grid.addWidget(text_label(row.place, "small"), line, _PLACE, side)
        if row.computed:
            body.sums[row.key] = text_label("", "strong")
            body.sums[row.key].setContentsMargins(0, 0, _DIGITS, 0)  # in one line with the digits of the fields
            grid.addWidget(body.sums[row.key], line, _FIELD, side)
        elif row.number:
            body.fields[row.key] = self._new_field(row, _NUMBER_WIDTH)
            grid.addWidget(body.fields[row.key], line, _FIELD, side)
        else:
            body.fields[row.key] = self._new_field(row, _TEXT_WIDTH)
            grid.addWidget(body.fields[row.key], line, _PLACE, 1, 2, side)

    def _new_field(self, row: Row, width: int) -> QLineEdit:
        made = NumberField() if row.number else QLineEdit()
        made.setFixedWidth(width)
        made.setAccessibleName(f"{row.title}, {row.place}" if row.place else row.title)
        made.textEdited.connect(lambda _text, key=row.key: self.edited.emit(key))
        made.editingFinished.connect(lambda key=row.key: self.finished.emit(key))
        return made


def _title(row: Row) -> QWidget:
    """Return the title, with the remark of the instrument below it; both wrap where room is short."""
    holder = QWidget()
    holder.setMinimumHeight(_SUM_ROW if row.computed else _ROW)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 3, 0, 3)  # two lines stand clear of the rules
    column.setSpacing(0)
    for text, role in ((row.title, "strong" if row.computed else ""), (row.hint, "small")):
        if text:
            label = text_label(text, role)
            label.setWordWrap(True)
            column.addWidget(label)
    return holder


def _side(place: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if place == _TITLE else Qt.AlignmentFlag.AlignRight
