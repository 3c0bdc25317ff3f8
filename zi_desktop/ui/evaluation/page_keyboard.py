"""Where the keyboard is in Penilaian: by it the status bar knows what Enter does."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from zi_desktop.ui.evaluation.workplace import Workplace


class Where(Enum):
    """What has the keyboard."""

    ELSEWHERE = auto()
    """No field: single keys answer."""
    FIELD = auto()
    LAST_FIELD = auto()
    NOTE = auto()
    """A note of several lines."""
    SEARCH = auto()
    FILES = auto()
    """The list of data dukung: letters judge the file that is chosen."""


class PageKeyboard(QObject):
    """Follows the keyboard through the panels; ``changed`` comes when ``where`` is another."""

    changed = Signal()

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self.where = Where.ELSEWHERE
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:  # the window is not in front
            return
        where = self._where(now)
        if where is not self.where:
            self.where = where
            self.changed.emit()

    def _where(self, focus: QWidget) -> Where:
        if focus is self._place.tree.form.search:
            return Where.SEARCH
        if not self._place.item.isAncestorOf(focus):
            return Where.ELSEWHERE
        if focus is self._place.item.form.evidence.form.list:
            return Where.FILES
        if isinstance(focus, QPlainTextEdit):
            return Where.NOTE
        fields: list[QLineEdit] = self._place.item.fields()
        if focus not in fields:
            return Where.ELSEWHERE
        return Where.LAST_FIELD if focus is fields[-1] else Where.FIELD
