"""The result of a ratio or index item: its figure, the formula written out, and whether it still counts."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.ui.evaluation.item.outcome import Outcome
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.labels import KeyCap, text_label
from zi_desktop.ui.widgets.pills import StatusPill, Tone

NOT_APPLICABLE_KEYS: Final = "Alt+T"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel shows: ``caption`` over the figure, ``pill`` beside it or "", ``words`` of the formula."""

    outcome: Outcome
    words: str
    caption: str
    pill: str = ""
    icon: str = "clock"
    hidden: bool = False


class ResultPanel(QWidget):
    """Shows a result; ``stated`` says whether "Tidak berlaku" was ticked, where the item knows it."""

    stated = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._caption = text_label("", "strong")
        self._pill = StatusPill(self)
        self._figure = text_label("", "figure")
        self._formula, self._points = text_label(), text_label("", "strong")
        self._words = text_label("", "small", self)
        self._words.setWordWrap(True)  # read whole: it says what is counted
        self.not_applicable = TickBox(self)
        self.not_applicable.setText(self.tr("Tidak berlaku"))
        self.not_applicable.clicked.connect(self.stated)
        self._keys = KeyCap(NOT_APPLICABLE_KEYS)
        self._lay_out()

    def show_result(self, shown: Shown, *, with_words: bool = True) -> None:
        """Show a result; while scores are hidden only that there is one. A problem above takes the room of the words."""
        outcome = shown.outcome
        self._caption.setText(shown.caption)
        self._pill.setVisible(bool(shown.pill))
        self._pill.show_status(shown.pill, Tone.WARN, shown.icon)
        self._figure.setText("–" if shown.hidden else outcome.figure)
        formula = outcome.formula or self.tr("Belum ada hasil")
        self._formula.setText(self.tr("Nilai disembunyikan") if shown.hidden else formula)
        self._points.setText("" if shown.hidden else outcome.points)
        self._words.setText(shown.words)
        self._words.setVisible(with_words)

    def offer_not_applicable(
        self, *, known: bool, locked: bool = False, stated: bool = False, refusal: str = ""
    ) -> None:
        """Show the tick where the instrument knows "tidak berlaku"; a ``refusal`` says what stands against it."""
        self.not_applicable.setVisible(known)
        self._keys.setVisible(known)
        self.not_applicable.setEnabled(not locked and (stated or not refusal))
        self._keys.setEnabled(self.not_applicable.isEnabled())
        self.not_applicable.setChecked(stated)
        self.not_applicable.setToolTip("" if stated else refusal)

    def stand_close(self, edge: int) -> None:
        """Keep so many logical pixels above and below what it shows."""
        self._column.setContentsMargins(Space.L, edge, Space.L, edge)

    def _lay_out(self) -> None:
        head, line, self._column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(Space.M)
        head.addWidget(self._caption)
        head.addWidget(self._pill)
        head.addStretch()
        head.addWidget(self.not_applicable)
        head.addWidget(self._keys)
        line.setSpacing(Space.M)
        line.addWidget(self._figure)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        numbers = QHBoxLayout()
        numbers.setSpacing(Space.XS)
        numbers.addWidget(self._formula)
        numbers.addWidget(self._points)
        numbers.addStretch()
        texts.addLayout(numbers)
        texts.addWidget(self._words)
        line.addLayout(texts, 1)
        self._column.setSpacing(Space.XS)
        self._column.addLayout(head)
        self._column.addLayout(line)
