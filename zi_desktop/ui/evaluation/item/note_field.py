"""One note: plain text, durable as a draft while it is typed, saved on leaving the field or after a rest."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from zi_desktop.ui.evaluation.item.number_form import DRAFT_REST
from zi_desktop.ui.evaluation.item.state import NoteState

SAVE_REST: Final = 30_000
"""Milliseconds without a key after which a note is saved, even if the field is not left."""
_NO_NOTE: Final = NoteState("", "", ())


class NoteField(QPlainTextEdit):
    """A field for one's own note. ``edited`` carries the text to be saved, ``typed`` the text to be kept as a draft."""

    edited = Signal(str)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = _NO_NOTE
        self._dirty = False
        self._showing = False
        self._entered = False
        self.setTabChangesFocus(True)
        self._draft_rest = QTimer(self, singleShot=True, interval=DRAFT_REST)
        self._draft_rest.timeout.connect(lambda: self.typed.emit(self.toPlainText()))
        self._save_rest = QTimer(self, singleShot=True, interval=SAVE_REST)
        self._save_rest.timeout.connect(self.commit)
        self.textChanged.connect(self._changed)

    def show_note(self, note: NoteState, *, other: bool) -> None:
        """Show a note; of the same item (``other`` false) what is being typed stays."""
        self._note = note
        if other:
            self._settle()
        if not self._dirty and self.toPlainText() != note.text:
            self._showing = True
            self.setPlainText(note.text)
            self._showing = False
            self._entered = False
            if self.hasFocus():
                self._enter()
        # A draft of an earlier sitting is saved when the person has been in the field.
        self._dirty = self._dirty or note.text != note.saved

    def set_closed(self, *, closed: bool) -> None:
        """Open or close the field for writing."""
        if self.isReadOnly() is not closed:
            self.setReadOnly(closed)
            self.setProperty("readOnly", closed)
            self.style().unpolish(self)
            self.style().polish(self)

    def commit(self) -> None:
        """Say what is to be saved; nothing if the note was not touched, or is closed by now."""
        if not self._dirty or self.isReadOnly():
            return
        self._settle()
        text = self.toPlainText().strip()
        if text != self._note.saved:
            self.edited.emit(text)
        elif self._note.text != self._note.saved:
            self.typed.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin to write at the end of a note that was read from its beginning, unless the mouse says where."""
        super().focusInEvent(event)
        if not self._entered and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._enter()
        self._entered = True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save on leaving."""
        super().focusOutEvent(event)
        self.commit()

    def _enter(self) -> None:
        self._entered = True
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _changed(self) -> None:
        if not self._showing:
            self._dirty = True
            self._draft_rest.start()
            self._save_rest.start()

    def _settle(self) -> None:
        self._dirty = False
        self._draft_rest.stop()
        self._save_rest.stop()
