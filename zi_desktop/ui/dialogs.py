"""The dialogs of failures: a sentence after which work cannot go on, one with ways on, and the log of a bug."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent, QTextOption
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import text_label

_WIDTH = 480
_SYMBOL = 24
_COMMAND_LINES = 3
_LOG_SIZE = QSize(640, 420)


class _WordsDialog(QDialog):
    """A dialog of one width, as high as its words need."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ZI Desktop")
        self.setFixedWidth(_WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need in this width."""
        super().showEvent(event)
        column = self.layout()
        assert column is not None
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))


class SentenceDialog(_WordsDialog):
    """One sentence and one button; a command that is named stands below the sentence, to be copied."""

    def __init__(self, sentence: str, parent: QWidget | None = None, command: str = "") -> None:
        super().__init__(parent)
        words = text_label(sentence)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = push_button(self.tr("Tutup"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = _column(self)
        column.addLayout(_with_symbol(words, "cross-circle", "bad"))
        if command:
            line = QPlainTextEdit(command)
            line.setReadOnly(True)
            line.setProperty("role", "log")
            line.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)  # a break at a hyphen would read as one of a word
            line.setTabChangesFocus(True)
            line.setAccessibleName(self.tr("Perintah"))
            line.ensurePolished()
            line.setFixedHeight(_COMMAND_LINES * line.fontMetrics().lineSpacing() + 3 * Space.S)
            below = QHBoxLayout()
            below.setContentsMargins(_SYMBOL + Space.M, 0, 0, 0)
            below.addWidget(line)
            copy = push_button(self.tr("Salin perintah"), "", "copy")
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(command))
            column.addLayout(below)
            copy.setAutoDefault(False)
            column.addLayout(_at_right(copy, close))
        else:
            column.addLayout(_at_right(close))
        close.setFocus()


class WaysDialog(_WordsDialog):
    """A sentence and a few ways on; the last is the one that Enter takes, and Esc takes none."""

    def __init__(self, sentence: str, ways: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
        words = text_label(sentence)
        words.setWordWrap(True)
        self.buttons = [push_button(way, "primary" if way == ways[-1] else "") for way in ways]
        for way, button in zip(ways, self.buttons, strict=True):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, way=way: self._choose(way))
        self.buttons[-1].setDefault(True)
        column = _column(self)
        column.addLayout(_with_symbol(words, "lock", "warn"))
        column.addLayout(_at_right(*self.buttons))

    def ask(self) -> str:
        """Wait for the answer; return the way, or "" where the dialog was closed."""
        self.exec()
        return self._chosen

    def _choose(self, way: str) -> None:
        self._chosen = way
        self.accept()


class LogDialog(QDialog):
    """What nobody expected: the log, to copy and send to whoever mends it."""

    def __init__(self, log: str, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ZI Desktop")
        self.resize(_LOG_SIZE)
        words = text_label(
            self.tr(
                "Terjadi gangguan yang tidak terduga. Isian yang sudah tersimpan tetap aman. Salin rincian ini dan "
                "kirim ke pengelola aplikasi; salinannya juga ada di {file}."
            ).format(file=file)
        )
        words.setWordWrap(True)
        details = QPlainTextEdit(log)
        details.setReadOnly(True)
        details.setProperty("role", "log")
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setAccessibleName(self.tr("Rincian"))
        copy = push_button(self.tr("Salin rincian"), "", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(log))
        close = push_button(self.tr("Tutup"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = _column(self)
        column.addLayout(_with_symbol(words, "warning", "warn"))
        column.addWidget(details, 1)
        column.addLayout(_at_right(copy, close))


def _column(dialog: QDialog) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
    column.setSpacing(Space.L)
    return column


def _with_symbol(words: QLabel, name: str, ink: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    row.addWidget(IconLabel(name=name, ink=ink, size=_SYMBOL), 0, Qt.AlignmentFlag.AlignTop)
    words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    words.setContentsMargins(0, 2, 0, 0)  # its first line lies on the middle of the symbol
    row.addWidget(words, 1)
    return row


def _at_right(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    return row
