"""What is wrong with the numbers, directly below their row: a sentence, what to do, and presses that mend it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zi_desktop.ui.evaluation.item.entry import Gravity, Problem, Repair
from zi_desktop.ui.icons import icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Radius, Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.labels import text_label

_SYMBOL = {Gravity.BAD: "invalid", Gravity.WARN: "warning"}


class ProblemBar(QWidget):
    """Shows a problem; ``mended`` carries the repair whose button was pressed."""

    mended = Signal(Repair)
    appeared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: Problem | None = None
        self._symbol = QLabel(self)
        self._sentence = text_label("", "strong")
        self._advice = text_label()
        self._ways = QHBoxLayout()
        self._ways.setSpacing(6)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for label in (self._sentence, self._advice):
            label.setWordWrap(True)
            texts.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 7 + Space.XS, Space.S, 7 + Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addLayout(self._ways)
        self.hide()

    def show_problem(self, problem: Problem | None) -> None:
        """Show a problem, or nothing."""
        if problem == self._problem:
            return
        self._problem = problem
        self.setVisible(problem is not None)
        if problem is None:
            return
        self._sentence.setText(problem.sentence)
        self._advice.setText(problem.advice)
        self._advice.setVisible(bool(problem.advice))
        self.setAccessibleName(f"{problem.sentence} {problem.advice}")
        self._show_ways(problem.repairs)
        self._draw_symbol()
        self.update()
        self.appeared.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_symbol()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._problem is None:
            return
        tokens, gravity = tokens_of(self.palette()), self._problem.gravity
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(getattr(tokens, f"{gravity}_line")), 1))
        painter.setBrush(QColor(getattr(tokens, f"{gravity}_soft")))
        ground = self.rect().toRectF().adjusted(0.5, Space.XS + 0.5, -0.5, -Space.XS - 0.5)  # clear of field and rule
        painter.drawRoundedRect(ground, Radius.CONTROL, Radius.CONTROL)

    def _show_ways(self, repairs: tuple[Repair, ...]) -> None:
        while (item := self._ways.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for repair in repairs:
            button = push_button(repair.text, "small", parent=self)
            button.clicked.connect(lambda _checked=False, repair=repair: self.mended.emit(repair))
            self._ways.addWidget(button)

    def _draw_symbol(self) -> None:
        if self._problem is not None:
            picture = icon(_SYMBOL[self._problem.gravity], self._problem.gravity.value)
            self._symbol.setPixmap(picture.pixmap(IconSize.BUTTON, IconSize.BUTTON))
