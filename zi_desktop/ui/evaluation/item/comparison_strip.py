"""The comparison in one line, where it has no room beside the answer; a key or a press unfolds every word of it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.ui.evaluation.item.comparison import Opinion
from zi_desktop.ui.evaluation.item.comparison_panel import ComparisonPanel
from zi_desktop.ui.evaluation.opaque_button import OpaqueButton
from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Radius, Space, Type, Weight
from zi_desktop.ui.widgets.labels import key_cap_width, paint_key_cap

KEYS: Final = "F3"
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_READABLE: Final = 48
"""Logical pixels: less of a note says nothing."""


class ComparisonStrip(QWidget):
    """The line, and below it the panel with every word while it is unfolded; ``toggled`` when that changes."""

    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.whole = _Line(self), ComparisonPanel(self, whole=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.line)
        column.addWidget(self.whole)
        self.line.clicked.connect(self.toggle)
        self.hide()

    @property
    def unfolded(self) -> bool:
        """Tell whether every word is shown."""
        return self.line.isChecked()

    def show_opinions(self, opinions: Sequence[Opinion]) -> None:
        """Show other opinions; what was unfolded stays so."""
        self.line.show_opinions(opinions)
        self.whole.show_opinions(opinions)

    def toggle(self) -> None:
        """Unfold, or fold again."""
        self.line.setChecked(not self.line.isChecked())
        self.whole.setVisible(self.line.isChecked())
        self.toggled.emit()


class _Line(OpaqueButton):
    """Paints whose opinions there are and what they answer; of the last one also the note, as far as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opinions: tuple[Opinion, ...] = ()
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Pembanding"))
        self.setToolTip(self.tr("Tampilkan pembanding selengkapnya ({keys})").format(keys=KEYS))

    def show_opinions(self, opinions: Sequence[Opinion]) -> None:
        """Show other opinions."""
        if tuple(opinions) != self._opinions:
            self._opinions = tuple(opinions)
            self.setAccessibleDescription("; ".join(" ".join(filter(None, _head(each))) for each in opinions))
            self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: the strip turns it."""

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(0, max(Height.SEGMENT, round(Height.SEGMENT * text_scale())))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, opinions from the left, key cap and arrow at the right."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.border), edge))
        painter.setBrush(QColor(tokens.hover if self.underMouse() else tokens.surface))
        ground = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(ground, Radius.CONTROL, Radius.CONTROL)
        place = self.rect().adjusted(Space.M, 0, -Space.S, 0)
        paint_icon(painter, _cut_right(place, IconSize.CELL), self._arrow(), "text2")
        paint_key_cap(painter, _cut_right(place, key_cap_width(KEYS)), KEYS, self.palette())
        if self.isChecked():  # every word stands below
            self._write(painter, place, self.tr("Pembanding"), font(Type.SMALL, Weight.STRONG), tokens.text2)
            return
        for opinion in self._opinions:
            place.setLeft(self._paint_head(painter, place, opinion) + Space.M)
        if self._opinions and place.width() >= _READABLE:
            last = self._opinions[-1]
            self._write(painter, place, f"“{last.note}”" if last.note else last.remark, font(Type.SMALL), tokens.text2)

    def _paint_head(self, painter: QPainter, place: QRect, opinion: Opinion) -> int:
        """Paint whose opinion it is and what it answers; return where the next one may begin."""
        tokens = tokens_of(self.palette())
        icon, (title, answer, score) = QRect(place), _head(opinion)
        icon.setWidth(IconSize.CELL)
        paint_icon(painter, icon, opinion.icon, "text2")
        left = icon.right() + 1 + Space.XS
        for text, face, ink in (
            (title, font(Type.SMALL, Weight.STRONG), tokens.warn if opinion.changed else tokens.text2),
            (answer, font(Type.BODY, Weight.STRONG), tokens.text),
            (score, font(Type.SMALL), tokens.text2),
        ):
            if text:
                rest = QRect(left, place.top(), max(0, place.right() + 1 - left), place.height())
                left += min(rest.width(), self._write(painter, rest, text, face, ink)) + Space.XS
        return left

    @staticmethod
    def _write(painter: QPainter, place: QRect, text: str, face: QFont, ink: str) -> int:
        """Write a text, cut where its place ends; return the width of the whole."""
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(place, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width()))
        return metrics.horizontalAdvance(text)

    def _arrow(self) -> str:
        return "chevron-up" if self.isChecked() else "chevron-down"


def _cut_right(place: QRect, width: int) -> QRect:
    """Return the right end of a place, so wide, and take it and a gap away from it."""
    part = QRect(place.right() + 1 - width, place.top(), width, place.height())
    place.setRight(place.right() - width - Space.S)
    return part


def _head(opinion: Opinion) -> tuple[str, str, str]:
    """Return whose opinion it is, what it answers, and its score; without an answer, what there is."""
    said = opinion.answer or ("catatan" if opinion.note else "rekomendasi" if opinion.remark else "")
    return opinion.title, said, opinion.score
