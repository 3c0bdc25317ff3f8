"""Where the keyboard is in "Selesaikan beda penilaian", which keeps it in sight."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from zi_desktop.ui.forms.ui_settle import Ui_SettleForm
from zi_desktop.ui.settling.version import VersionCard


class Part(Enum):
    """A part in which keys mean something of their own."""

    LIST = auto()
    CARD = auto()
    OTHER = auto()
    REASON = auto()


class Keyboard(QObject):
    """``moved`` comes when the keyboard comes into the panel, leaves it, or goes to another part of it.

    Args:
        panel: the widget in which all parts lie.
        form: its form.
    """

    moved = Signal()

    def __init__(self, panel: QWidget, form: Ui_SettleForm) -> None:
        super().__init__(panel)
        self._panel, self._form = panel, form
        self._now: Part | None = None
        self._watches = False

    def watch(self, *, watches: bool) -> None:
        """Follow the keyboard from now on, or no more: only while the panel is in sight."""
        if watches == self._watches:
            return
        self._watches = watches
        changed = QApplication.instance().focusChanged  # type: ignore[union-attr]  # it runs
        (changed.connect if watches else changed.disconnect)(self._follow)

    def part(self) -> Part:
        """Return the part that has the keyboard, or had it last; elsewhere digits choose as in the list."""
        return self._part_of(self._panel.focusWidget())

    def _follow(self) -> None:
        focus = self._panel.window().focusWidget()
        part = self._part_of(focus) if focus is not None and self._panel.isAncestorOf(focus) else None
        self._form.otherScroll.keep_in_sight()
        if part is not self._now:
            self._now = part
            self.moved.emit()

    def _part_of(self, focus: QWidget | None) -> Part:
        if focus is self._form.reason:
            return Part.REASON
        if isinstance(focus, VersionCard):
            return Part.CARD
        other = focus is not None and self._form.otherPart.isAncestorOf(focus) and focus is not self._form.other
        return Part.OTHER if other else Part.LIST
