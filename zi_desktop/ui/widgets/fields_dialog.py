"""A dialog of named fields, one below the other; what is wrong is said in it and nothing that was typed is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.date_field import DateField
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.lines_field import LinesField
from zi_desktop.ui.widgets.problem_line import mark_valid
from zi_desktop.ui.widgets.segments import SegmentedControl

_WIDTH: Final = 560
_LINES: Final = 4
_FEW: Final = 3
"""Lines of a field where the screen is too low for more."""
_FRAME: Final = 40
"""Logical pixels of the screen that the system's own frame around a dialog may take."""


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    LINES = "lines"
    DAY = "day"
    SEGMENTS = "segments"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """One field.

    Attributes:
        key: by which its value is given and returned.
        label: stands before it.
        kind: how it is filled in.
        value: what stands in it at first (a day is ISO, a choice its key).
        choices: (key, text) pairs of segments or a list.
        hint: stands in it while it is empty.
        needed: what is said while it is empty, or "" where it may be; of segments none is chosen beforehand then.
    """

    key: str
    label: str
    kind: Kind = Kind.LINE
    value: str = ""
    choices: Sequence[tuple[str, str]] = field(default_factory=tuple)
    hint: str = ""
    needed: str = ""


class FieldsDialog(DialogFrame):
    """Asks for values; ``save`` gets them by key, and what it refuses is shown here.

    Args:
        title: of the dialog.
        fields: what is asked, in order; the first one without a value, else the first, has the keyboard.
        save: keeps the values.
        parent: the widget over which it opens.
        words: a sentence below the title, or "".
    """

    keeps_draft = False
    """What was typed stays as a draft: closing loses nothing."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Mapping[str, str]], object],
        parent: QWidget,
        words: str = "",
    ) -> None:
        super().__init__(title, parent.tr("Simpan"), parent)
        self.setFixedWidth(_WIDTH)
        self._specs, self._save = {each.key: each for each in fields}, save
        self._shown: Sequence[str | None] = ()
        self._beside_lines: list[tuple[LinesField, QLabel]] = []
        self.fields: dict[str, QWidget] = {each.key: _widget(each) for each in fields}
        if words:
            self.add_words(words)
        self.rows = grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(fields):
            self._add(grid, row, each)
        self._scroll = _scrolling(grid)
        self.body.addWidget(self._scroll)
        first = next((each for each in fields if not each.value), fields[0])
        self.focus_field(first.key)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the fields scroll where the screen is too low for all of them, so that the buttons stay in sight."""
        self.fit_fields()
        super().showEvent(event)
        for lines, label in self._beside_lines:
            label.setContentsMargins(0, lines.text_top(), 0, 0)  # both begin in one line
        self._shown = self._typed()

    def unsaved(self) -> bool:
        """Tell whether a field differs from what it opened with."""
        return not self.keeps_draft and self._typed() != self._shown

    def fit_fields(self) -> None:
        """Take the height that the fields need, as far as the screen has it.

        Before they scroll they move closer, then those of several lines show fewer.
        """
        others = self.sizeHint().height() - self._scroll.sizeHint().height()
        free = self.screen().availableSize().height() - _FRAME - others
        for gap, most in ((Space.S, _LINES), (Space.XS, _LINES), (Space.XS, _FEW)):
            self.rows.setVerticalSpacing(gap)
            for lines, _ in self._beside_lines:
                lines.show_lines(min(lines.lines, most))
            if (content := self.rows.totalSizeHint().height()) <= free:
                break
        self._scroll.setFixedHeight(min(content, free))

    def focus_field(self, key: str) -> None:
        """Take the keyboard to a field."""
        widget = self.fields[key]
        (widget.stop() if isinstance(widget, SegmentedControl) else widget).setFocus()

    def _typed(self) -> Sequence[str | None]:
        return [_value(widget) for widget in self.fields.values()]

    def values(self) -> Mapping[str, str]:
        """Return what stands in the fields."""
        return {key: _value(widget) or "" for key, widget in self.fields.items()}

    def confirm(self) -> None:
        """Save, or say what is wrong, show the field and go there."""
        for widget in self.fields.values():
            mark_valid(widget, valid=True)
        for key, spec in self._specs.items():
            value = _value(self.fields[key])
            if value is None:
                self._refuse_at(key, self.tr("{field} bukan tanggal, misalnya 5-11-2026.").format(field=spec.label))
                return
            if spec.needed and not value:
                self._refuse_at(key, spec.needed)
                return
        try:
            self._save(self.values())
        except (InvalidInputError, NotFoundError) as refusal:  # said where it can be mended
            self._refuse_at(refusal.field, str(refusal))
            return
        self.accept()

    def _refuse_at(self, key: str, sentence: str) -> None:
        if key not in self.fields:
            self.refuse(sentence)
            return
        self.refuse_at(self.fields[key], sentence)
        self.focus_field(key)  # of segments one takes the keyboard, not the field
        self._scroll.ensureWidgetVisible(self.fields[key])

    def _add(self, grid: QGridLayout, row: int, spec: Field) -> None:
        widget, label = self.fields[spec.key], text_label(spec.label, "strong")
        widget.setAccessibleName(spec.label)
        label.setMinimumHeight(widget.sizeHint().height() if spec.kind is not Kind.LINES else 0)
        label.setBuddy(widget)
        grid.addWidget(label, row, 0)
        if isinstance(widget, LinesField):
            widget.show_lines(_LINES)
            grid.setAlignment(label, Qt.AlignmentFlag.AlignTop)
            self._beside_lines.append((widget, label))
        grid.addWidget(widget, row, 1)


def _scrolling(grid: QGridLayout) -> QScrollArea:
    content, scroll = QWidget(), QScrollArea()
    content.setLayout(grid)
    grid.setContentsMargins(0, 0, 0, 0)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(content)
    return scroll


def _widget(spec: Field) -> QWidget:
    if spec.kind is Kind.SEGMENTS:
        segments = SegmentedControl()
        segments.optional = bool(spec.needed)
        segments.set_choices(spec.choices)
        # What must be chosen is never chosen beforehand.
        segments.set_current(spec.value or ("" if spec.needed else spec.choices[0][0]))
        return segments
    if spec.kind is Kind.LIST:
        box = ChoiceField()
        for key, text in spec.choices:
            box.addItem(text, key)
        box.setCurrentIndex(max(box.findData(spec.value), 0))
        return box
    if spec.kind is Kind.LINES:
        lines = LinesField(spec.value)
        lines.setTabChangesFocus(True)
        lines.setPlaceholderText(spec.hint)
        return lines
    if spec.kind is Kind.DAY:
        day = DateField()
        day.set_day(spec.value)
        return day
    line = QLineEdit(spec.value)
    line.setCursorPosition(0)
    line.setPlaceholderText(spec.hint)
    return line


def _value(widget: QWidget) -> str | None:
    """Return what stands in a field; None for a day that is none."""
    if isinstance(widget, SegmentedControl):
        return widget.current()
    if isinstance(widget, QComboBox):
        return str(widget.currentData())
    if isinstance(widget, LinesField):
        return widget.toPlainText().strip()
    if isinstance(widget, DateField):
        return widget.day()
    assert isinstance(widget, QLineEdit)
    return widget.text().strip()
