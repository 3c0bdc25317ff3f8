"""A message bar: one sentence with an icon, what can be done about it, and a way to close it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from zi_desktop.ui.icons import icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Radius, Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.hairline import line_below
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.pills import GROUND, INK, Tone

_SYMBOL = {Tone.OK: "check-circle", Tone.WARN: "warning", Tone.BAD: "cross-circle"}
_LINE = {Tone.OK: "ok_line", Tone.WARN: "warn_line", Tone.BAD: "bad_line", Tone.ACCENT: "accent_line"}

_EDGE = 4
_AROUND_WORDS = 3
"""Above and below the words, beside the edge: a button reaches into it, so that the bar is as high with one as without."""


class MessageBar(QWidget):
    """A sentence on the ground of its tone; ``closed`` comes when the person closes it, with whether the keyboard was in it.

    Args:
        parent: the widget in which it lies.
        closable: with a cross at the right.
        across: it runs from edge to edge above panels that do so too: no corners, a line only below.
    """

    closed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, closable: bool = False, across: bool = False) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self._across = False
        self._symbol = IconLabel()
        self._text = text_label()
        self._text.setWordWrap(True)
        self._buttons: list[QPushButton] = []
        self._close = _close_button(self) if closable else None
        self._row = QHBoxLayout(self)
        self._text.setContentsMargins(0, _AROUND_WORDS, 0, _AROUND_WORDS)
        self._row.setContentsMargins(Space.M, _EDGE, Space.S, _EDGE)
        self._row.setSpacing(10)
        self._row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._text, 1)
        if self._close is not None:
            self._row.addWidget(self._close)
            self._close.clicked.connect(self.close_message)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if across:
            self.run_across()
        self.hide()

    def run_across(self) -> None:
        """Run from edge to edge, as ``across`` says, also where a form made the bar."""
        self._across = True
        self._row.setContentsMargins(Space.L, _EDGE, Space.L if self._close is None else Space.M, _EDGE)

    def show_message(self, text: str, tone: Tone, ways: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show a sentence, and buttons (text, what it does) for the ways on."""
        self._tone = tone
        self._text.setText(text)
        self.setAccessibleName(text)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()  # it goes only later, and takes the keyboard until then
            button.deleteLater()
        self._buttons = [push_button(words, "small", parent=self) for words, _ in ways]
        for number, (button, (_, act)) in enumerate(zip(self._buttons, ways, strict=True)):
            button.clicked.connect(act)
            self._row.insertWidget(2 + number, button)
            button.show()  # in a bar that is shown already it would appear only later, and take no keyboard until then
        self._symbol.show_icon(_SYMBOL.get(tone, "info"), INK[tone])
        self.update()
        self.show()

    def close_message(self) -> None:
        """Take the sentence away."""
        if self.isVisible():
            held = self.isAncestorOf(QApplication.focusWidget() or self)
            self.hide()
            self.closed.emit(held)

    def text(self) -> str:
        """Return the sentence that is shown, or ""."""
        return self._text.text() if self.isVisible() else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        line = QColor(getattr(tokens, _LINE.get(self._tone, "border")))
        ground = QColor(tokens.raised if self._tone is Tone.NEUTRAL else getattr(tokens, GROUND[self._tone]))
        place = self.contentsRect()
        if self._across:
            painter.fillRect(place, ground)
            line_below(painter, place, line)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), Radius.CONTROL, Radius.CONTROL)


def _close_button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("look", "small")
    button.setIcon(icon("close", "text2"))
    button.setToolTip(parent.tr("Tutup (Esc)"))
    button.setAccessibleName(parent.tr("Tutup"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
