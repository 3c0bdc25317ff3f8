"""Another value than any version: the item's own options, counts or index, and what is wrong with them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from zi_desktop.domain.answers import Answer, Chosen, Counted, Measured, read_answer, typed_count
from zi_desktop.domain.errors import AnswerError
from zi_desktop.domain.figures import weight
from zi_desktop.domain.instrument import Choice, Index, Question, Ratio
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.number_field import NumberField
from zi_desktop.ui.widgets.problem_line import ProblemLine, mark_field
from zi_desktop.ui.widgets.segments import SegmentedControl

_FIELD: Final = 120
_WIDEST: Final = 560
"""Logical pixels: a field stands near its title."""
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class OtherAnswer(QWidget):
    """Everything but ``options``, which stand beside its title.

    ``changed`` comes with each other value; ``finished`` with Enter in the last field.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self.options = SegmentedControl()
        self.options.optional = True
        self.options.setAccessibleName(self.tr("Nilai lain"))
        self.criterion = text_label("", "secondary")
        self.criterion.setWordWrap(True)
        self.nothing = TickBox(self.tr("Tidak berlaku"))
        self.problem = ProblemLine()
        self.fields: dict[str, NumberField] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(0, 1)
        self.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.criterion)
        column.addLayout(self._grid)
        column.addWidget(self.nothing)
        column.addWidget(self.problem)
        self.options.chosen.connect(lambda _: self._tell())
        self.nothing.toggled.connect(lambda _: self._tell())

    def show_question(self, question: Question, answer: Answer | None) -> None:
        """Show the form of an item with what was entered; what stands in the same item stays."""
        if self._question is not None and self._question.code == question.code:
            return
        self._question = question
        item = question.answer
        self._clear()
        self.options.setVisible(isinstance(item, Choice))
        self.criterion.setVisible(isinstance(item, Choice))
        self.nothing.setVisible(isinstance(item, Ratio) and item.not_applicable)
        self.nothing.setChecked(isinstance(answer, Counted) and answer.not_applicable)
        if isinstance(item, Choice):
            self.options.set_choices([(option.key, option.key) for option in item.options])
            self.options.set_current(answer.key if isinstance(answer, Chosen) else "")
        elif isinstance(item, Index):
            title = self.tr("Indeks, {low} sampai {high}").format(low=weight(item.minimum), high=weight(item.maximum))
            self._add("", title, weight(answer.value) if isinstance(answer, Measured) else "")
        else:
            for each in item.typed:
                text = str(answer.counts[each.key]) if isinstance(answer, Counted) else ""
                self._add(each.key, each.title, text)
        self._judge()

    def forget(self) -> None:
        """Show nothing of the last item any more."""
        self._question = None
        self.options.hide()

    def answer(self) -> Answer | None:
        """Return the value that stands in the form, None while it is none."""
        return self._read()[0]

    def take_focus(self) -> None:
        """Go to the options, or to the first field that is empty."""
        if self._question is not None and isinstance(self._question.answer, Choice):
            self.options.stop().setFocus()
        elif self.fields:
            fields = list(self.fields.values())
            next((field for field in fields if not field.text()), fields[0]).setFocus()

    def stops(self) -> Sequence[QWidget]:
        """Return where the keyboard stops, in order."""
        return (*self.options.stops(), *self.fields.values(), self.nothing)

    def letters(self) -> Sequence[str]:
        """Return the letters that choose an option; none where numbers are typed."""
        item = self._question.answer if self._question else None
        return [option.key[0] for option in item.options] if isinstance(item, Choice) else []

    def choose_letter(self, letter: str) -> bool:
        """Choose the option that a letter names; tell whether there is one."""
        if self._question is None or not isinstance(self._question.answer, Choice):
            return False
        keys = [option.key for option in self._question.answer.options if option.key.casefold().startswith(letter)]
        if len(keys) != 1 or not letter:
            return False
        self.options.set_current(keys[0])
        self._tell()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go from field to field, and from the last one on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            fields: list[QObject] = list(self.fields.values())
            place = fields.index(watched) if watched in fields else len(fields)
            if place + 1 < len(fields):
                list(self.fields.values())[place + 1].setFocus()
            else:
                self.finished.emit()
            return True
        return super().eventFilter(watched, event)

    def _read(self) -> tuple[Answer | None, str]:
        question = self._question
        if question is None or self._blank():
            return None, ""
        try:
            return read_answer(question, self._text(), not_applicable=self._stated()), ""
        except AnswerError as refusal:
            words = str(refusal).removeprefix(f"{question.code}: ")
            return None, f"{words[:1].upper()}{words[1:]}"

    def _stated(self) -> bool:
        return self.nothing.isVisibleTo(self) and self.nothing.isChecked()

    def _blank(self) -> bool:
        """Tell whether something is still to be filled in: that is no mistake yet."""
        if self._question is not None and isinstance(self._question.answer, Choice):
            return not self.options.current()
        if self._stated():
            return False
        return any(not field.text().strip() for field in self.fields.values())

    def _text(self) -> str:
        assert self._question is not None
        item = self._question.answer
        if isinstance(item, Choice):
            return self.options.current()
        if isinstance(item, Index):
            return self.fields[""].text()
        return ", ".join(
            f"{key}={typed_count(field.text())}" for key, field in self.fields.items() if field.text().strip()
        )

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        question, (_, problem) = self._question, self._read()
        self.problem.setVisible(bool(problem))
        self.problem.show_problem(problem)
        for field in self.fields.values():
            mark_field(field, self.problem, problem)
        if question is not None and isinstance(question.answer, Choice):
            option = question.answer.option(self.options.current())
            self.criterion.setText(option.criterion.removesuffix(".") if option else "")

    def _add(self, key: str, title: str, text: str) -> None:
        field, label = NumberField(), text_label(title)
        label.setWordWrap(True)
        field.setText(text)
        field.setFixedWidth(_FIELD)
        field.setAccessibleName(title)
        field.edited.connect(self._tell)
        field.installEventFilter(self)
        label.setBuddy(field)
        row = len(self.fields)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
        for part in (label, field):
            part.show()  # at once: the keyboard goes to it before the layout would show it
        self.fields[key] = field

    def _clear(self) -> None:
        self.fields = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
