"""The frame of a dialog: title, what it is about, its content, a message at its cause, buttons at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from zi_desktop.ui.dialog_keys import ways
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.widgets.problem_line import mark_until_changed

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONFIRM = (QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter"))


class DialogFrame(QDialog):
    """A dialog of the design. What fills it goes into ``body``; ``confirm`` is overridden to check before it closes.

    Args:
        title: of the window, and over the content.
        confirm: text of the primary button; empty = there is only the button that closes.
        parent: the widget over which it opens.
        cancel: text of the button that closes without doing anything.
    """

    def __init__(self, title: str, confirm: str, parent: QWidget, cancel: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        self._warned = False
        self.message = MessageBar()
        # As high as its words at this width: what it needs at its narrowest would leave gaps between all the others.
        self.message.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.S)
        self.buttons.addStretch()
        self.cancel_button = self.add_button(cancel or (self.tr("Batal") if confirm else self.tr("Tutup")))
        self.cancel_button.clicked.connect(self.reject)
        self.confirm_button = self.add_button(confirm, "primary") if confirm else self.cancel_button
        if confirm:
            self.confirm_button.clicked.connect(self.confirm)
            self.confirm_button.setToolTip("Ctrl+Enter")
        for keys in _CONFIRM:  # a shortcut: some buttons take each Enter for themselves
            QShortcut(keys, self, autoRepeat=False).activated.connect(self.confirm_button.click)
        self._lay_out(title)

    def confirm(self) -> None:
        """Take what was given and close; overridden where something is checked first."""
        self.accept()

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys for the status bar."""
        return ways(None if self.confirm_button is self.cancel_button else self.confirm_button, self.cancel_button)

    def unsaved(self) -> bool:
        """Tell whether something was typed that closing throws away; overridden where that can be."""
        return False

    def reject(self) -> None:
        """Close; what was typed is thrown away only by asking for it twice."""
        if self._warned or not self.unsaved():
            super().reject()
            return
        self._warned = True
        words = self.tr("Isian ini belum disimpan. Esc sekali lagi membuangnya; Ctrl+Enter menyimpannya.")
        self.message.show_message(words, Tone.WARN)
        self.grow()

    def refuse(self, sentence: str) -> None:
        """Stay open and say why."""
        self.message.show_message(sentence, Tone.BAD)
        self.grow()

    def refuse_at(self, field: QWidget, sentence: str) -> None:
        """Stay open, say why, show the field that is meant and take the keyboard there."""
        self.refuse(sentence)
        mark_until_changed(field)
        field.setFocus()

    def grow(self) -> None:
        """Become high enough for what is shown now."""
        self._column.activate()
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))

    def add_words(self, words: str, role: str = "secondary") -> QLabel:
        """Add a paragraph."""
        label = text_label(words, role)
        label.setWordWrap(True)
        self.body.addWidget(label)
        return label

    def add_button(self, text: str, look: str = "") -> QPushButton:
        """Add a button at the right."""
        button = push_button(text, look)
        button.setAutoDefault(False)
        self.buttons.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need; let Tab go through the content before the buttons."""
        if self.minimumWidth() == self.maximumWidth():  # first: Qt places the dialog by its height
            self._column.activate()
            self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        super().showEvent(event)
        for place in range(self.buttons.count()):
            item = self.buttons.itemAt(place)
            button, last = item.widget() if item else None, self.previousInFocusChain()
            if button is not None and last is not None:
                self.setTabOrder(last, button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, else confirm; Qt's own choice of a button never counts."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton) and not focus.isCheckable():  # a tick box is Space's
            focus.click()
        else:
            self.confirm_button.click()

    def _lay_out(self, title: str) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(text_label(title, "title"))
        column.addLayout(self.body, 1)
        column.addWidget(self.message)
        column.addLayout(self.buttons)
