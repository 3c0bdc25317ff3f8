"""The notes of others on the same item: shown, never edited."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.ui.evaluation.item.state import Register
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.labels import text_label

_TALLEST: Final = 72
"""Logical pixels; longer notes are scrolled, so that one's own field keeps its place."""


class RegisterList(QScrollArea):
    """Shows who wrote what, and when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._registers: tuple[Register, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def filled(self) -> bool:
        """Tell whether anybody else has written."""
        return bool(self._registers)

    def show_registers(self, registers: Sequence[Register]) -> None:
        """Show the notes of others; without any the list is away."""
        if tuple(registers) == self._registers:
            return
        self._registers = tuple(registers)
        body = QWidget()
        body.setProperty("surface", "raised")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        column.setSpacing(0)
        for register in self._registers:
            column.addWidget(text_label(f"{register.author} · {register.when}", "small"))
            words = text_label(register.text)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        self.setWidget(body)
        self.setVisible(self.filled)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the notes, up to a few lines."""
        body = self.widget()
        height = body.heightForWidth(max(self.width(), 200)) if body is not None and self._registers else 0
        return QSize(200, min(_TALLEST, height))
