"""The palette's panel: a field, the commands found, Enter does the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from zi_desktop.ui.commands import keys_of, words_of
from zi_desktop.ui.dialog_keys import leaving
from zi_desktop.ui.forms.ui_palette import Ui_Palette
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.palette.delegate import CommandDelegate
from zi_desktop.ui.palette.matching import Command, find
from zi_desktop.ui.palette.model import CommandModel
from zi_desktop.ui.tokens import Height, Space

_WIDTH = 560
_ROWS = 11
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}


class CommandPalette(QDialog):
    """Shows actions and triggers the one that is chosen after it has closed itself."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._window = parent
        self._actions = list(actions)
        self._commands = [
            Command(number, action.text().replace("&&", "&").removesuffix("…"), keys_of(action), words_of(action))
            for number, action in enumerate(self._actions)
        ]
        self.form = Ui_Palette()
        self.form.setupUi(self)
        self._model = CommandModel(self)
        self.form.commands.setModel(self._model)
        self.form.commands.setItemDelegate(CommandDelegate(self.form.commands))
        self.form.commands.clicked.connect(self._trigger)
        self.form.nothing.setIndent(Space.L)  # where the words of a command begin
        self.form.nothing.setFixedHeight(Height.CONTROL)
        self.form.search.set_keys("Esc")
        self.form.search.textChanged.connect(self._search)
        self.form.search.returnPressed.connect(self._trigger)
        self.form.search.installEventFilter(self)
        self._search("")
        self._place()

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys for the status bar; where nothing was found there is nothing to choose."""
        found = self._model.rowCount() > 0
        choosing = [KeyHint("↑ ↓", self.tr("Pilih")), KeyHint("Enter", self.tr("Jalankan"))] if found else []
        return [*choosing, leaving()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while the field keeps the focus; Esc closes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._move(_MOVES[key])
                return True
            if key == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self._window
        self.setFixedWidth(min(_WIDTH, parent.width() - Height.TOP_BAR))
        left = (parent.width() - self.width()) // 2
        self.move(parent.mapToGlobal(QPoint(left, Height.TOP_BAR + Space.M)))

    def _search(self, typed: str) -> None:
        found = find(self._commands, typed)
        self._model.show_commands(found)
        self.form.commands.setCurrentIndex(self._model.index(0))
        self.form.nothing.setVisible(not found)
        self.form.commands.setVisible(bool(found))
        self.form.commands.setFixedHeight(Height.CONTROL * min(_ROWS, max(1, len(found))))
        self.adjustSize()

    def _move(self, step: int) -> None:
        count = self._model.rowCount()
        row = self.form.commands.currentIndex().row() + step
        row = row % count if count and abs(step) == 1 else min(max(row, 0), count - 1)
        self.form.commands.setCurrentIndex(self._model.index(row))

    def _trigger(self) -> None:
        index = self.form.commands.currentIndex()
        if index.isValid():
            action = self._actions[self._model.command(index.row()).number]
            self.accept()
            action.trigger()
