"""Texts: a label by its role, a key cap, a label that is cut at its right end."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Radius, Type, Weight

_CAP_PADDING: Final = 6
_CAP_HEIGHT: Final = 20


def text_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label in one of the roles of the style sheet (title, header, small, secondary, strong, figure, score …)."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def in_two_lines(fingerprint: str) -> str:
    """Return a fingerprint in two lines of as many groups, as it is compared group by group with a paper."""
    groups = fingerprint.split()
    half = (len(groups) + 1) // 2
    return "\n".join(" ".join(line) for line in (groups[:half], groups[half:]) if line)


class KeyCap(QLabel):
    """A key or a chord as it is written on a cap, for example ``Ctrl+K``."""

    def __init__(self, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setProperty("role", "cap")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class ElidedLabel(QLabel):
    """A label that is cut to "…" where room is short, and then shows its whole text as a tooltip.

    ``brief`` says the same in fewer words: it stands in before anything is cut.
    """

    brief = ""

    def minimumSizeHint(self) -> QSize:
        """Return a width of a few letters: the rest may be cut."""
        return QSize(3 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        whole, place = self.text(), self.contentsRect()
        fits = not self.brief or self.fontMetrics().horizontalAdvance(whole) <= place.width()
        words = whole if fits else self.brief
        cut = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        tip = whole if cut != whole else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(place, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), cut)


def key_cap_width(keys: str) -> int:
    """Return the width of a painted key cap in logical pixels."""
    return QFontMetrics(font(Type.SMALL, Weight.STRONG)).horizontalAdvance(keys) + 2 * _CAP_PADDING


def paint_key_cap(painter: QPainter, place: QRect, keys: str, palette: QPalette) -> None:
    """Paint a key cap in the middle of ``place``, as delegates do."""
    tokens = tokens_of(palette)
    cap = QRect(0, 0, max(key_cap_width(keys), _CAP_HEIGHT), _CAP_HEIGHT)
    cap.moveCenter(place.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.control), 1))
    painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), Radius.CAP, Radius.CAP)
    painter.setFont(font(Type.SMALL, Weight.STRONG))
    painter.setPen(QColor(tokens.text2))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()
