"""The list of files: chosen by arrows, looked at with Enter, judged and taken away by single keys."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from zi_desktop.ui.evidence.lines import EvidenceLine
from zi_desktop.ui.evidence.list_delegate import EvidenceDelegate
from zi_desktop.ui.evidence.list_model import LINE_ROLE, EvidenceModel
from zi_desktop.ui.evidence.thumbnails import Thumbnails

STATE_KEYS: Final = {Qt.Key.Key_S: "sesuai", Qt.Key.Key_K: "kurang", Qt.Key.Key_T: "tidak_sesuai"}
"""Key to the judgement it gives; the same key again takes it back."""
PERIOD_KEY: Final = Qt.Key.Key_P
"""Asks for the period that the file covers."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EvidenceList(QListView):
    """Shows files; ``opened``, ``judged``, ``period_asked`` and ``removed`` carry the line that is meant. Digits stay keys of the answer.

    A ``closed`` list only shows; without ``judging`` nothing is judged in it.
    """

    opened = Signal(EvidenceLine)
    judged = Signal(EvidenceLine, str)
    removed = Signal(EvidenceLine)
    period_asked = Signal(EvidenceLine)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = EvidenceModel(self)
        self.closed = False
        self.judging = True
        self.setModel(self.lines)
        self._delegate = EvidenceDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Data dukung"))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(LINE_ROLE)))

    def show_thumbnails(self, thumbnails: Thumbnails) -> None:
        """Show pictures small instead of the icon of their kind."""
        self._delegate.thumbnails = thumbnails
        thumbnails.ready.connect(self.viewport().update)

    def line(self) -> EvidenceLine | None:
        """Return the line that is chosen."""
        index = self.currentIndex()
        return index.data(LINE_ROLE) if index.isValid() else None

    def show_lines(self, lines: tuple[EvidenceLine, ...]) -> None:
        """Show other files; the chosen one stays chosen, or the one in its place."""
        chosen, row = self.line(), self.currentIndex().row()
        self.lines.show_lines(lines)
        if chosen is None or not lines:
            return
        found = self.lines.row_of(chosen.link.file.sha256)
        place = self.lines.index(found if found >= 0 else min(max(row, 0), len(lines) - 1))
        if place != self.currentIndex():
            self.setCurrentIndex(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first file where none is."""
        super().focusInEvent(event)
        if self.lines.rowCount() and not self.selectedIndexes():  # Qt has a current row then, and does not choose it
            self.setCurrentIndex(self.lines.index(max(self.currentIndex().row(), 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the list; every other single key goes on to the screen."""
        line, plain = self.line(), event.modifiers() in _PLAIN
        if line is None or not plain:
            self._scroll_or_ignore(event)
        elif event.key() in _ENTER:
            self.opened.emit(line)
        elif event.key() in STATE_KEYS and self.judging and not self.closed:
            self.judged.emit(line, STATE_KEYS[Qt.Key(event.key())])
        elif event.key() == PERIOD_KEY and self.judging and not self.closed:
            self.period_asked.emit(line)
        elif event.key() == Qt.Key.Key_Delete and not self.closed:
            self.removed.emit(line)
        else:
            self._scroll_or_ignore(event)

    def keyboardSearch(self, _search: str) -> None:
        """Search nothing: letters are keys here."""

    def _scroll_or_ignore(self, event: QKeyEvent) -> None:
        moves = (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        )
        if event.key() in moves and event.modifiers() in _PLAIN:
            super().keyPressEvent(event)
        else:
            event.ignore()
