"""How a figure came about ("Bagaimana angka ini?"): in words, and by the parts that lead on to the answers."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from zi_desktop.domain.figures import percent, points
from zi_desktop.domain.instrument import Instrument
from zi_desktop.scoring.explanation import TOTAL, Explanation
from zi_desktop.scoring.verdict_words import Step
from zi_desktop.ui.evaluation.score_explanation_parts import PART_ROLE, Part, PartDelegate, PartsModel
from zi_desktop.ui.evaluation.tree_figures import limits_of
from zi_desktop.ui.forms.ui_evaluation_explanation import Ui_EvaluationExplanation
from zi_desktop.ui.tokens import Space

_WIDTH: Final = 640
_MOST_ROWS: Final = 9
_INTO: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)
_BACK: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Left)


class ExplanationDialog(QDialog):
    """Explains one figure at a time: Enter leads into a part, Backspace back to where one came from."""

    def __init__(self, explanation: Explanation, instrument: Instrument, code: str, parent: QWidget) -> None:
        """Explain the figure of a code; ``explanation`` is that of the total, so every other is in it."""
        super().__init__(parent)
        self._steps: Mapping[str, Step] = {step.code: step for step in explanation.steps}
        self._instrument = instrument
        self._limits = limits_of(instrument)
        self._path: list[str] = []
        self._model = PartsModel(self)
        self.form = Ui_EvaluationExplanation()
        self.form.setupUi(self)
        self._lay_out()
        self.form.back.clicked.connect(self._go_back)
        self.form.close_button.clicked.connect(self.accept)
        self.form.parts.clicked.connect(self._go_into)
        self._show_path([*self._line_to(code), code])

    def code(self) -> str:
        """Return the code whose figure is explained."""
        return self._path[-1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list that would else scroll or search it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter lead into a part and Backspace back."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, index = Qt.Key(event.key()), self.form.parts.currentIndex()
        if key in _INTO and index.isValid():
            self._go_into(index)
        elif key in _BACK:
            self._go_back()
        return key in _BACK or (key in _INTO and index.isValid())

    def _line_to(self, code: str) -> list[str]:
        """Return what lies above a code, the total first."""
        above: list[str] = []
        while code != TOTAL:
            code = next((step.code for step in self._steps.values() if code in step.children), TOTAL)
            above.insert(0, code)
        return above

    def _show_path(self, path: Sequence[str]) -> None:
        self._path = list(path)
        step = self._steps[path[-1]]
        above = [self._name(self._steps[code]) for code in path[:-1]]
        self.form.above.setText(" › ".join(above))
        self.form.above.setVisible(bool(above))
        self.form.back.setEnabled(bool(above))
        self.form.title.setText(self._title(step))
        self.form.figure.setText(self._figure(step))
        self.form.words.setText(step.words)
        parts = [self._part(self._steps[code]) for code in step.children if code in self._steps]
        self._model.show_parts(parts)
        self.form.parts_title.setVisible(bool(parts))
        self.form.parts.setVisible(bool(parts))
        self._fit(len(parts))
        if parts:
            self.form.parts.setCurrentIndex(self._model.index(0))
            self.form.parts.setFocus()
        else:
            self.form.back.setFocus()

    def _fit(self, rows: int) -> None:
        """Make room for the parts; the dialog grows when it must and never jumps back."""
        edge = 2
        self.form.parts.setFixedHeight(min(rows, _MOST_ROWS) * self.form.parts.sizeHintForRow(0) + edge if rows else 0)
        self.setMinimumHeight(max(self.height() if self.isVisible() else 0, self.sizeHint().height()))

    def _part(self, step: Step) -> Part:
        return step.code, self._title(step), self._figure(step)

    def _figure(self, step: Step) -> str:
        if not step.value:
            return ""
        predicate, _, requirement = step.code.partition("/")
        if requirement:
            return self._required(predicate, requirement, Fraction(step.value))
        return points(Fraction(step.value), self._limits.get(step.code, ()))

    def _required(self, predicate: str, requirement: str, value: Fraction) -> str:
        asked = next(each for each in self._instrument.predicate(predicate).requirements if each.id == requirement)
        return (points if asked.unit == "points" else percent)(value, [asked.minimum])

    def _name(self, step: Step) -> str:
        return self.tr("Nilai total") if step.code == TOTAL else step.code

    def _title(self, step: Step) -> str:
        if step.code == TOTAL:
            return self.tr("Nilai total")
        title = step.title.removesuffix(".")
        return title if "/" in step.code else f"{step.code} {title}"

    def _go_into(self, index: QModelIndex) -> None:
        code, _, _ = index.data(PART_ROLE)
        self._show_path([*self._path, code])

    def _go_back(self) -> None:
        if len(self._path) > 1:
            self._show_path(self._path[:-1])

    def _lay_out(self) -> None:
        form = self.form
        self.setFixedWidth(_WIDTH)
        form.parts.setProperty("surface", "panel")
        form.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        form.column.setSpacing(Space.S)
        form.parts.setModel(self._model)
        form.parts.setItemDelegate(PartDelegate(form.parts))
        form.parts.installEventFilter(self)
        form.parts.setMouseTracking(True)
