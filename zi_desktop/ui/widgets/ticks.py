"""The tick box of a painted row."""

from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.tokens import IconSize, Radius, Tokens

_BOX: Final = 16


def paint_tick(painter: QPainter, place: QRect, tokens: Tokens, *, ticked: bool) -> None:
    """Paint a tick box in the middle of a cell."""
    box = QRect(0, 0, _BOX, _BOX)
    box.moveCenter(place.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent if ticked else tokens.control), 1))
    painter.setBrush(QColor(tokens.accent if ticked else tokens.surface))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), Radius.CAP, Radius.CAP)
    painter.restore()
    if ticked:
        paint_icon(painter, box, "check", "on_accent", IconSize.CELL)
