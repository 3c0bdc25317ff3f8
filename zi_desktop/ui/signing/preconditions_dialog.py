"""Prasyarat: conditions outside the score, checked off by hand, each with a note and evidence; the office adds its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.domain.instrument import Precondition
from zi_desktop.domain.precondition_terms import LEVELS
from zi_desktop.ui.signing.precondition_row import Checked, PreconditionRow
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.key_line import KeyLine
from zi_desktop.ui.widgets.labels import text_label

_SIZE: Final = QSize(960, 620)
_EDGE: Final = 48


@dataclass(frozen=True, slots=True)
class Checklist:
    """What the dialog shows: the conditions, what was found of each, and how many files prove it, by id."""

    items: Sequence[Precondition]
    given: Mapping[str, Checked]
    files: Mapping[str, int]


class PreconditionsDialog(DialogFrame):
    """A row a precondition; ``changed`` are those that stand otherwise than before. With ``read_only`` it only shows.

    ``evidence_asked``, ``rename_asked`` and ``withdraw_asked`` carry the condition of the row with the keyboard,
    ``add_asked`` asks for a line of the office.
    """

    evidence_asked = Signal(Precondition)
    add_asked = Signal()
    rename_asked = Signal(Precondition)
    withdraw_asked = Signal(Precondition)

    def __init__(self, shown: Checklist, target: str, parent: QWidget, *, read_only: bool = False) -> None:
        title = self.tr("Prasyarat pengusulan {target}").format(target=target)
        super().__init__(title, "" if read_only else self.tr("Simpan"), parent)
        self._read_only = read_only
        free = parent.window().size()
        self.resize(_SIZE.boundedTo(QSize(free.width() - _EDGE, free.height() - _EDGE)))
        self._target = target
        self._given: Mapping[str, Checked] = {}
        self.rows: dict[str, PreconditionRow] = {}
        self._current = ""
        open_words = self.tr("Di luar nilai. Yang belum diperiksa tercetak sebagai belum diperiksa.")
        self.add_words(self.tr("Di luar nilai. Hanya dapat dilihat, juga data dukungnya.") if read_only else open_words)
        self._scroll = _scrolled()
        self.body.addWidget(self._scroll, 1)
        adding = (
            ("F8", self.tr("Tambah")), ("F2", self.tr("Ubah nama")),
            ("Ctrl+Shift+Delete", self.tr("Tarik prasyarat tambahan")),
        )  # fmt: skip
        self.keys = KeyLine((("Ctrl+U", self.tr("Data dukung")), *(() if read_only else adding)))
        self.body.addWidget(self.keys)
        self.acts = self._make_acts()
        self.keys.follow(*(act for name, act in self.acts.items() if name == "evidence" or not read_only))
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]  # it runs
        self.show_checklist(shown)
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.take_focus()

    def show_checklist(self, shown: Checklist) -> None:
        """Show other conditions; what was chosen and typed here and is not saved yet stays."""
        unsaved = self.changed()
        self._given = {item.id: shown.given.get(item.id, Checked()) for item in shown.items}
        self.rows = {}
        content = QFrame()
        content.setProperty("surface", "plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        column.setSpacing(Space.S)
        for level in (*LEVELS, *dict.fromkeys(item.level for item in shown.items if item.level not in LEVELS)):
            items = [item for item in shown.items if item.level == level]
            if items:
                column.addSpacing(Space.XS)
                column.addWidget(text_label(LEVELS.get(level, level.capitalize()), "header"))
            for item in items:
                row = PreconditionRow(item, self._target, unsaved.get(item.id, self._given[item.id]))
                row.evidence_asked.connect(self.evidence_asked)
                if self._read_only:
                    row.close_up()
                row.show_files(shown.files.get(item.id, 0))
                self.rows[item.id] = row
                column.addWidget(row)
        column.addStretch()
        self._scroll.setWidget(content)
        if self._current in self.rows:
            self.rows[self._current].take_focus()
        self._allow()

    def show_files(self, files: Mapping[str, int]) -> None:
        """Show how many files prove each condition."""
        for id_, row in self.rows.items():
            row.show_files(files.get(id_, 0))

    def go_to(self, ident: str) -> None:
        """Bring the keyboard to a condition."""
        self.rows[ident].take_focus()
        self._scroll.ensureWidgetVisible(self.rows[ident])

    def changed(self) -> Mapping[str, Checked]:
        """Return what was changed, by the id of the precondition."""
        return {id_: row.checked() for id_, row in self.rows.items() if row.checked() != self._given[id_]}

    def unsaved(self) -> bool:
        """Tell whether anything was checked or noted that is not kept."""
        return bool(self.changed())

    def current(self) -> Precondition | None:
        """Return the condition of the row that has, or had last, the keyboard."""
        row = self.rows.get(self._current)
        return row.item if row else None

    def done(self, result: int) -> None:
        """Listen no longer where the keyboard goes."""
        QApplication.instance().focusChanged.disconnect(self._follow)  # type: ignore[union-attr]  # as above
        super().done(result)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        found = [id_ for id_, row in self.rows.items() if new and row.isAncestorOf(new)]
        if new is not None and found:
            self._current = found[0]
            self._scroll.ensureWidgetVisible(new)
            self._allow()

    def _allow(self) -> None:
        item = self.current()
        self.acts["evidence"].setEnabled(item is not None)
        self.acts["add"].setEnabled(not self._read_only)
        for name in ("rename", "withdraw"):
            self.acts[name].setEnabled(item is not None and not item.minimum and not self._read_only)

    def _make_acts(self) -> Mapping[str, QAction]:
        made = {
            "evidence": (self.tr("Data dukung…"), "Ctrl+U", self.evidence_asked),
            "add": (self.tr("Tambah prasyarat…"), "F8", self.add_asked),
            "rename": (self.tr("Ubah nama…"), "F2", self.rename_asked),
            "withdraw": (self.tr("Tarik…"), "Ctrl+Shift+Delete", self.withdraw_asked),
        }
        acts: dict[str, QAction] = {}
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for name, (text, keys, signal) in made.items():
            acts[name] = act = shortcut_action(self, text, keys)
            act.triggered.connect(lambda _checked, name=name, signal=signal: self._ask(name, signal))
            if name == "evidence" or not self._read_only:
                row.addWidget(action_button(act))
        self.buttons.insertLayout(0, row)
        return acts

    def _ask(self, name: str, signal: SignalInstance) -> None:
        if name == "add":
            self.add_asked.emit()
        elif (item := self.current()) is not None:
            signal.emit(item)


def _scrolled() -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setProperty("surface", "panel")
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
