"""The list of the last checks: arrows go from finding to finding, Enter and the words at the right act."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.signing.checks import Act, CheckLine, ChecksShown
from zi_desktop.ui.signing.checks_delegate import CheckDelegate, act_at
from zi_desktop.ui.signing.checks_model import ChecksModel
from zi_desktop.ui.widgets.two_level_list import TwoLevelList
from zi_desktop.ui.widgets.two_levels import ENTRY_ROLE

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChecksView(TwoLevelList):
    """Shows the checks. ``acted`` carries an act and the line it belongs to; ``line_changed`` the line now chosen."""

    acted = Signal(Act, CheckLine)
    line_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        model = ChecksModel()
        super().__init__(model, parent)
        self._model = model
        self.setItemDelegate(CheckDelegate(self))
        self.setAccessibleName(self.tr("Pemeriksaan akhir"))
        self._shown = ChecksShown()
        self._unfolded: frozenset[str] = frozenset()
        self.selectionModel().currentChanged.connect(lambda *_: self.line_changed.emit())

    def show_checks(self, shown: ChecksShown) -> None:
        """Show other checks; the finding that was chosen stays chosen while it is there."""
        self._shown = shown
        self._show()

    def _show(self) -> None:
        before = self.line()
        place = self.verticalScrollBar().value()
        groups = tuple(group.unfolded(self._unfolded) for group in self._shown.groups)
        self._model.show_checks(replace(self._shown, groups=groups))
        self.expandAll()
        self.setCurrentIndex(self._model.index_of(before.id if before else ""))
        self.verticalScrollBar().setValue(place)
        self.line_changed.emit()

    def line(self) -> CheckLine | None:
        """Return the finding that is chosen."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, CheckLine) else None

    def act(self, number: int) -> None:
        """Do what the chosen line leads to first (0) or last (-1), where it leads anywhere."""
        line = self.line()
        if line and line.acts:
            self._do(line.acts[number], line)

    def _do(self, act: Act, line: CheckLine) -> None:
        if act in (Act.UNFOLD, Act.FOLD):
            self._unfold(line, unfolded=act is Act.UNFOLD)
        else:
            self.acted.emit(act, line)

    def _unfold(self, line: CheckLine | None, *, unfolded: bool) -> None:
        """Show or hide what a line stands for; from one of its findings the keyboard goes back to the line."""
        whole = next((each for each in self._wholes() if line in (each, *each.children)), None)
        if whole is not None and unfolded is not (whole.id in self._unfolded):
            self.setCurrentIndex(self._model.index_of(whole.id))
            self._unfolded ^= {whole.id}
            self._show()

    def _wholes(self) -> tuple[CheckLine, ...]:
        return tuple(line for group in self._model.groups() for line in group.lines if line.children)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter act, Space weigh, and the arrows unfold."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.act(0)
        elif event.key() == Qt.Key.Key_Space:
            self.weigh()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._unfold(self.line(), unfolded=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the word under the pointer says."""
        super().mouseReleaseEvent(event)
        found = self._under(event)
        if found and event.button() == Qt.MouseButton.LeftButton:
            self._do(*found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do what Enter does."""
        if not self._under(event):
            self.act(0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over words that act."""
        super().mouseMoveEvent(event)
        found = self._under(event)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def weigh(self) -> None:
        """Ask about the chosen finding, where it can be accepted or closed."""
        line = self.line()
        if line and {Act.ACCEPT, Act.CHANGE, Act.CLOSE}.intersection(line.acts):
            self.acted.emit(line.acts[-1], line)

    def _under(self, event: QMouseEvent) -> tuple[Act, CheckLine] | None:
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        line = index.data(ENTRY_ROLE)
        act = act_at(self.visualRect(index), line, spot) if isinstance(line, CheckLine) else None
        return (act, line) if act and isinstance(line, CheckLine) else None
