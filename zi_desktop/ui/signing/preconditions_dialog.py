"""Prasyarat: conditions outside the score, checked off by hand, each with a note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.domain.instrument import Precondition
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.segments import SegmentedControl

_SIZE: Final = QSize(920, 600)
_EDGE: Final = 48
_OPEN, _MET, _MISSED = "open", "met", "missed"
_MEANING: Final[Mapping[str, bool | None]] = {_OPEN: None, _MET: True, _MISSED: False}
_LEVELS: Final[Mapping[str, str]] = {"instansi": "Instansi", "unit": "Satuan kerja"}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found of one precondition; ``met`` None = not looked at yet."""

    met: bool | None = None
    note: str = ""


class PreconditionsDialog(DialogFrame):
    """A row a precondition; ``changed`` are those that stand otherwise than before."""

    def __init__(
        self, items: Sequence[Precondition], given: Mapping[str, Checked], target: str, parent: QWidget
    ) -> None:
        super().__init__(self.tr("Prasyarat pengusulan {target}").format(target=target), self.tr("Simpan"), parent)
        free = parent.window().size()
        self.resize(_SIZE.boundedTo(QSize(free.width() - _EDGE, free.height() - _EDGE)))
        self._given = {item.id: given.get(item.id, Checked()) for item in items}
        self.choices = {item.id: SegmentedControl() for item in items}
        self.notes = {item.id: QLineEdit(self._given[item.id].note) for item in items}
        self.add_words(self.tr("Di luar nilai. Yang belum diperiksa tercetak sebagai belum diperiksa."))
        content = QFrame()
        content.setProperty("surface", "plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        column.setSpacing(0)
        for level in dict.fromkeys(item.level for item in items):
            column.addSpacing(Space.S)
            column.addWidget(text_label(_LEVELS.get(level, level.capitalize()), "header"))
            column.addLayout(self._rows([item for item in items if item.level == level], target))
        column.addStretch()
        self.body.addWidget(_scrolled(content), 1)
        segments = (each for choice in self.choices.values() for each in choice.findChildren(QAbstractButton))
        first = next(
            (segment for segment in segments if isinstance(segment, QAbstractButton) and segment.isChecked()), None
        )
        if first is not None:
            first.setFocus()

    def changed(self) -> Mapping[str, Checked]:
        """Return what was changed, by the id of the precondition."""
        now = {
            id_: Checked(_MEANING[choice.current()], self.notes[id_].text().strip())
            for id_, choice in self.choices.items()
        }
        return {id_: checked for id_, checked in now.items() if checked != self._given[id_]}

    def _rows(self, items: Sequence[Precondition], target: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, Space.XS, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(2, 4)
        for row, item in enumerate(items):
            grid.addLayout(_words(item, target), row, 0)
            grid.addWidget(self._choice(item), row, 1, Qt.AlignmentFlag.AlignVCenter)
            note = self.notes[item.id]
            note.setPlaceholderText(self.tr("Catatan"))
            note.setAccessibleName(self.tr("Catatan, {title}").format(title=item.title))
            grid.addWidget(note, row, 2)
        return grid

    def _choice(self, item: Precondition) -> SegmentedControl:
        choice = self.choices[item.id]
        choice.set_choices([(_OPEN, self.tr("Belum")), (_MET, self.tr("Terpenuhi")), (_MISSED, self.tr("Tidak"))])
        choice.set_current(next(key for key, met in _MEANING.items() if met is self._given[item.id].met))
        choice.setAccessibleName(item.title)
        return choice


def _words(item: Precondition, target: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    title = text_label(item.title)
    title.setWordWrap(True)
    column.addWidget(title)
    if minimum := item.minimum.get(target):
        words = text_label(minimum, "small")
        words.setWordWrap(True)
        column.addWidget(words)
    return column


def _scrolled(content: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setProperty("surface", "panel")
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    return scroll
