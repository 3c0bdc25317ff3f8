"""The versions of a matter side by side, below each other where room is short."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.settling.version import CardContext, VersionCard
from zi_desktop.ui.tokens import Space

_LEAST: Final = 240
"""Logical pixels that a card needs to read well."""


class VersionCards(QWidget):
    """Shows the versions; ``pressed`` carries the number of the one that was pressed."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[VersionCard, ...] = ()
        self._shown: CardContext | None = None
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M)

    def show_versions(self, context: CardContext, chosen: int) -> None:
        """Show the versions of a matter, the chosen one marked (0 for none)."""
        if context != self._shown:
            self._shown = context
            self._rebuild(context)
        for card in self.cards:
            card.setChecked(card.version.number == chosen)

    def stops(self) -> Sequence[QWidget]:
        """Return the cards, for an order of Tab."""
        return self.cards

    def take_focus(self) -> bool:
        """Go to the chosen card, else to the first that can be chosen; tell whether there is one."""
        able = [card for card in self.cards if card.focusPolicy()]
        target = next((card for card in able if card.isChecked()), able[0] if able else None)
        if target is not None:
            target.setFocus()
        return target is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as read well."""
        super().resizeEvent(event)
        self._place()

    def _rebuild(self, context: CardContext) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = tuple(VersionCard(version, context, self) for version in context.matter.versions)
        for card in self.cards:
            card.clicked.connect(partial(self._press, card.version.number))
        self._columns = 0
        self._place()

    def _place(self) -> None:
        room = max(1, (self.width() + Space.M) // round((_LEAST + Space.M) * text_scale()))
        columns = min(len(self.cards), room)
        if columns == self._columns or not columns:
            return
        for column in range(columns, self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
            card.show()
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _press(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (as Qt's signal carries it)
        self.pressed.emit(number)
