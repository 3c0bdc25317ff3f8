"""The team in the order of signing: a person in a row, in two where room is short, headers above, a way to add one."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.storage.directory import Person
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.signing.plan_entry import MemberEntry
from zi_desktop.ui.signing.team_row import TeamRow
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.labels import text_label

_NAME, _NIP, _POSITION = 1, 2, 3
_STRETCHES: Final = {_NAME: 8, _POSITION: 5}
_NARROW: Final = 960
"""Below this width at normal text size a name would be cut: NIP and position go below it."""
_LINES: Final = 3
"""Rows of the grid that a person takes then: name, what stands below it, a gap."""
_NIP_WIDTH: Final = 156
_ROLE_WIDTH: Final = 164
_AREA_WIDTH: Final = 84
"""At normal text size; names and positions share the rest."""


class TeamTable(QFrame):
    """Rows of the team; ``entries`` are what stands in them, ``edited`` comes when a NIP was left."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.rows: list[TeamRow] = []
        self._numbers: list[QLabel] = []
        self._titles: list[QLabel] = []
        self._narrow = False
        self._people: Mapping[str, Person] = {}
        self._content = QFrame()
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._grid.setHorizontalSpacing(Space.XS)
        self.add = push_button(self.tr("Tambah orang"), "link", "plus")
        self.add.clicked.connect(self._add_empty)
        self._lay_out()

    def show_team(self, entries: Sequence[MemberEntry], people: Mapping[str, Person]) -> None:
        """Show a team; ``people`` are the persons whose names are offered."""
        self._people = people
        for entry in entries or (MemberEntry(),):
            self._add(entry)

    def entries(self) -> tuple[MemberEntry, ...]:
        """Return the team as it stands, in order; a row in which nothing is typed is nobody."""
        return tuple(entry for row in self.rows if (entry := row.entry()).typed)

    def _add(self, entry: MemberEntry) -> TeamRow:
        row = TeamRow(entry, self._people, self)
        scale = text_scale()
        for part, width in ((row.nip, _NIP_WIDTH), (row.role, _ROLE_WIDTH), (row.areas, _AREA_WIDTH)):
            part.setFixedWidth(round(width * scale))
        row.edited.connect(self.edited)
        row.moved.connect(partial(self._move, row))
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._place()
        return row

    def _add_empty(self) -> None:
        self._add(MemberEntry()).name.setFocus()

    def _move(self, row: TeamRow, step: int) -> None:
        place = self.rows.index(row)
        self.rows.insert(min(max(place + step, 0), len(self.rows) - 1), self.rows.pop(place))
        self._place()

    def _remove(self, row: TeamRow) -> None:
        self.rows.remove(row)
        for part in row.parts():
            self._grid.removeWidget(part)
            part.deleteLater()
        row.deleteLater()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put NIP and position below the name where the three have no room side by side."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * text_scale()
        if narrow is not self._narrow:
            self._narrow = narrow
            self._place()

    def _place(self) -> None:
        """Put numbers and rows where their order says, and let Tab go the same way."""
        while len(self._numbers) > len(self.rows):
            self._numbers.pop().deleteLater()
        while len(self._numbers) < len(self.rows):
            self._numbers.append(text_label(str(len(self._numbers) + 1), "header"))
        self._place_titles()
        lines = _LINES if self._narrow else 1
        for place, (number, row) in enumerate(zip(self._numbers, self.rows, strict=True)):
            first = 1 + place * lines
            self._grid.addWidget(number, first, 0)
            for column, part in enumerate(row.parts(), start=1):
                self._place_part(part, first, column, centred=part is row.signs)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self.rows) - 1)
        for line in range(1, self._grid.rowCount()):
            self._grid.setRowMinimumHeight(line, Space.XS if self._narrow and line % _LINES == 0 else 0)
        order = [part for row in self.rows for part in row.parts()]
        for before, after in zip(order, [*order[1:], self.add], strict=True):
            QWidget.setTabOrder(before, after)

    def _place_part(self, part: QWidget, line: int, column: int, *, centred: bool) -> None:
        if self._narrow and column == _NAME:
            self._grid.addWidget(part, line, _NAME, 1, _POSITION)
        elif self._narrow and column in (_NIP, _POSITION):
            self._grid.addWidget(part, line + 1, column - 1, 1, column - _NAME)
        else:
            alignment = Qt.AlignmentFlag.AlignCenter if centred else Qt.AlignmentFlag(0)
            self._grid.addWidget(part, line, column, alignment)

    def _place_titles(self) -> None:
        narrow = self._narrow
        self._titles[_NAME].setText(self.tr("Nama, NIP, jabatan") if narrow else self.tr("Nama"))
        for column in (_NIP, _POSITION):
            self._titles[column].setVisible(not narrow)
        for column, stretch in _STRETCHES.items():
            self._grid.setColumnStretch(column, 0 if narrow and column == _NAME else stretch)
        self._grid.setVerticalSpacing(Space.XS if narrow else Space.S)

    def _lay_out(self) -> None:
        titles = (
            "",
            self.tr("Nama"),
            self.tr("NIP"),
            self.tr("Jabatan"),
            self.tr("Peran"),
            self.tr("Area"),
            self.tr("TTD"),
        )
        for column, title in enumerate(titles):
            label = text_label(title, "header")
            if column == len(titles) - 1:
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._titles.append(label)
            self._grid.addWidget(label, 0, column)
        inner = QFrame()
        inner.setProperty("surface", "plain")
        column_ = QVBoxLayout(inner)
        column_.setContentsMargins(0, 0, 0, Space.S)
        column_.setSpacing(0)
        column_.addWidget(self._content)
        below = QHBoxLayout()
        below.setContentsMargins(Space.XL, 0, 0, 0)
        below.addWidget(self.add)
        below.addStretch()
        column_.addLayout(below)
        column_.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)
