"""One person of the team in the dialog Rencana & tim."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QMenu, QPushButton, QToolButton, QWidget

from zi_desktop.domain.plan import ROLES
from zi_desktop.storage.directory import Person
from zi_desktop.ui.icons import icon
from zi_desktop.ui.signing.plan_entry import AREAS, MemberEntry, areas_words
from zi_desktop.ui.widgets.choices import ChoiceField, TickBox
from zi_desktop.ui.widgets.cut_field import CutField
from zi_desktop.ui.widgets.suggestions import dress_suggestions

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class TeamRow(QWidget):
    """The fields of one member, which the table lays out; a known name fills NIP and position."""

    moved = Signal(int)
    removed = Signal()
    edited = Signal()

    def __init__(self, entry: MemberEntry, people: Mapping[str, Person], parent: QWidget) -> None:
        super().__init__(parent)
        self._people = {person.name: person for person in people.values() if person.name}
        self.name, self.nip, self.position = CutField(), CutField(), CutField()
        for field, text in ((self.name, entry.name), (self.nip, entry.nip), (self.position, entry.position)):
            field.setText(text)
        self.role, self.signs = ChoiceField(), TickBox()
        self.areas = _AreasButton(entry.areas)
        self.up, self.down, self.remove = (_tool(drawing) for drawing in ("chevron-up", "chevron-down", "trash"))
        for key, words in ROLES.items():
            self.role.addItem(words, key)
        self.role.setCurrentIndex(self.role.findData(entry.role))
        self.signs.setChecked(entry.signs)
        self._name_parts()
        self._connect()
        self.hide()

    def entry(self) -> MemberEntry:
        """Return what stands in the fields."""
        return MemberEntry(
            self.name.text().strip(), self.nip.text().strip(), self.position.text().strip(), self.role.currentData(),
            self.areas.chosen(), self.signs.isChecked(),
        )  # fmt: skip

    def parts(self) -> tuple[QWidget, ...]:
        """Return the fields in the order of the columns."""
        return (
            self.name, self.nip, self.position, self.role, self.areas, self.signs, self.up, self.down, self.remove,
        )  # fmt: skip

    def _connect(self) -> None:
        completer = QCompleter(list(self._people), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._complete)
        dress_suggestions(completer)
        self.name.setCompleter(completer)
        self.nip.editingFinished.connect(self.edited)
        self.name.editingFinished.connect(lambda: self._complete(self.name.text().strip()))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(+1))
        self.remove.clicked.connect(self.removed)

    def _complete(self, name: str) -> None:
        person = self._people.get(name)
        for field, value in ((self.nip, person and person.nip), (self.position, person and person.position)):
            if value and not field.text():
                field.setText(value)

    def _name_parts(self) -> None:
        for part, words in (
            (self.name, self.tr("Nama")), (self.nip, self.tr("NIP")), (self.position, self.tr("Jabatan")),
            (self.role, self.tr("Peran")), (self.signs, self.tr("Menandatangani")), (self.up, self.tr("Naikkan")),
            (self.down, self.tr("Turunkan")), (self.remove, self.tr("Hapus baris")),
        ):  # fmt: skip
            part.setAccessibleName(words)
            if part in (self.nip, self.position):
                part.setPlaceholderText(words)
            if part in (self.signs, self.up, self.down, self.remove):
                part.setToolTip(words)


class _AreasButton(QPushButton):
    """Says which areas a member has, and opens the list in which they are ticked."""

    def __init__(self, areas: tuple[str, ...]) -> None:
        super().__init__()
        self._menu = menu = QMenu(self)
        self._ticks: dict[str, QAction] = {}
        for key, words in AREAS.items():
            tick = menu.addAction(words)
            tick.setCheckable(True)
            tick.setChecked(key in areas)
            tick.toggled.connect(self._follow)
            self._ticks[key] = tick
        self.clicked.connect(lambda: self._menu.exec(self.mapToGlobal(self.rect().bottomLeft())))
        self._follow()

    def chosen(self) -> tuple[str, ...]:
        """Return the areas that are ticked."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def _follow(self) -> None:
        self.setText(areas_words(self.chosen()))
        self.setAccessibleName(self.tr("Area: {areas}").format(areas=self.text()))


def _tool(drawing: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(drawing, "text2"))
    return button
