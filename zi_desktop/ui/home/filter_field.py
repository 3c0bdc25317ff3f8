"""A drop-down list that says what it filters: "Jenis: semua"."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.tokens import Height, IconSize, Type
from zi_desktop.ui.widgets.choices import ChoiceField

_BEFORE: Final = 10
_ARROW: Final = 26


class FilterField(ChoiceField):
    """Choices under a name; ``chosen`` carries the key of the new one. The choice with the key "" filters nothing."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("look", "small")
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda _: self.chosen.emit(self.currentData()))

    def set_choices(self, choices: Sequence[tuple[str, str]], current: str) -> None:
        """Show (key, text) pairs and which of them is chosen, without a signal."""
        if choices != [(self.itemData(number), self.itemText(number)) for number in range(self.count())]:
            self.clear()
            for key, text in choices:
                self.addItem(text, key)
            self.updateGeometry()
        self.choose(current)

    def choose(self, key: str) -> None:
        """Show another choice, without a signal."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def sizeHint(self) -> QSize:
        """Return room for the name and the choice that filters nothing: it does not move when another is chosen."""
        return QSize(_width(self._words(0)), Height.SEGMENT)

    def minimumSizeHint(self) -> QSize:
        """Return room for the name alone: a narrow window leaves "semua" away."""
        return QSize(_width(self._name), Height.SEGMENT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field with its name before the choice."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        place = self.rect().adjusted(_BEFORE, 0, -_ARROW, 0)
        painter.setFont(font(Type.SMALL))
        words = self._words(self.currentIndex())
        cut = _cut(words, painter.fontMetrics(), place.width())
        if cut != words:
            cut = _cut(self.currentText() if self.currentData() else self._name, painter.fontMetrics(), place.width())
        painter.setPen(option.palette.color(self.foregroundRole()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
        arrow = QRect(self.width() - _ARROW, 0, _ARROW, self.height())
        paint_icon(painter, arrow, "chevron-down", "text2" if self.isEnabled() else "text3", IconSize.CELL)

    def _words(self, number: int) -> str:
        text = self.itemText(number)
        return f"{self._name}: {text if self.itemData(number) else text[:1].lower() + text[1:]}"


def _cut(words: str, metrics: QFontMetrics, room: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def _width(words: str) -> int:
    return QFontMetrics(font(Type.SMALL)).horizontalAdvance(words) + _BEFORE + _ARROW + 2
