"""Kotak masuk bukti: files that are yet to be assigned to items."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListView, QWidget

from zi_desktop.domain.figures import whole
from zi_desktop.domain.instrument import Instrument
from zi_desktop.ui.evidence.lines import EvidenceLine
from zi_desktop.ui.evidence.list_model import LINE_ROLE
from zi_desktop.ui.forms.ui_evidence_inbox import Ui_EvidenceInbox
from zi_desktop.ui.icons import icon
from zi_desktop.ui.tokens import IconSize, Space

_SIZE: Final = QSize(720, 520)
_EDGE: Final = 48
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InboxDialog(QDialog):
    """Lists the inbox. ``assigned`` carries lines and codes; ``opened`` and ``removed`` a line, as the list's do."""

    assigned = Signal(object, object)
    opened = Signal(EvidenceLine)
    removed = Signal(EvidenceLine)
    files_asked = Signal()
    lines_wanted = Signal()

    def __init__(self, instrument: Instrument, *, read_only: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read_only = read_only
        self.form = Ui_EvidenceInbox()
        self.form.setupUi(self)
        self.form.item.offer(instrument)
        self._lay_out()
        self._connect()
        self.resize((parent.window().size() - QSize(_EDGE, _EDGE)).boundedTo(_SIZE))

    def refresh(self, _id: str = "") -> None:
        """Ask for the files anew: something was stated."""
        self.lines_wanted.emit()

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """Show other files."""
        form = self.form
        form.list.show_lines(tuple(lines))
        form.list.setVisible(bool(lines))
        form.empty.setVisible(not lines)
        form.count.setText(self.tr("{count} berkas").format(count=whole(len(lines))) if lines else "")
        if lines and not form.list.currentIndex().isValid():
            form.list.setCurrentIndex(form.list.lines.index(0))
        self._follow()

    def chosen(self) -> tuple[EvidenceLine, ...]:
        """Return the files that are chosen."""
        rows = sorted(self.form.list.selectedIndexes(), key=lambda index: index.row())
        return tuple(index.data(LINE_ROLE) for index in rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Assign with Ctrl+Enter, and with Enter from the field."""
        if event.key() in _ENTER:
            self._assign()
        else:
            super().keyPressEvent(event)

    def _assign(self) -> None:
        lines, codes = self.chosen(), self.form.item.codes()
        if lines and codes and not self._read_only:
            self.form.item.clear()
            self.form.list.setFocus()
            self.assigned.emit(lines, codes)

    def _follow(self) -> None:
        self.form.assign.setEnabled(bool(self.chosen() and self.form.item.codes()) and not self._read_only)

    def _connect(self) -> None:
        form = self.form
        form.list.opened.connect(self.opened)
        form.list.removed.connect(self.removed)
        form.list.selectionModel().selectionChanged.connect(self._follow)
        form.item.textChanged.connect(self._follow)
        form.assign.clicked.connect(self._assign)
        form.add.clicked.connect(self.files_asked)
        form.close.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        form.column.setSpacing(Space.M)
        form.column.setStretchFactor(form.panel, 1)
        form.files.setContentsMargins(1, 1, 1, 1)
        form.empty.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        form.add.setIcon(icon("plus", "text"))
        form.add.setIconSize(QSize(IconSize.CELL, IconSize.CELL))
        form.list.judging = False
        form.list.closed = self._read_only
        form.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        (form.list if self._read_only else form.item).setFocus()
        for part in (form.item, form.assign, form.assign_keys, form.add):
            part.setVisible(not self._read_only)
