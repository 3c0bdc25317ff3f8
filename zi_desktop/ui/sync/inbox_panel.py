"""Impor paket: where bundles are dropped, what waits to be looked at, what came before and what became of it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.ui.forms.ui_sync_inbox import Ui_SyncInboxForm
from zi_desktop.ui.sync.acts import SyncActs
from zi_desktop.ui.sync.shown import FILE, PART, SyncShown, inbox_groups
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button

_ROOMY: Final = 210
"""Logical pixels of height from which the line for dropping has room."""


class InboxPanel(QFrame):
    """Shows what came in; ``file_requested`` carries a bundle of the hub that is to be looked at."""

    file_requested = Signal(Path)

    def __init__(self, acts: SyncActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self.form = form = Ui_SyncInboxForm()
        form.setupUi(self)
        self._lay_out()
        form.list.acted.connect(self._act)
        form.nothing.acted.connect(acts.choose.trigger)

    def show_inbox(self, shown: SyncShown) -> None:
        """Show what came in."""
        form, groups = self.form, inbox_groups(shown)
        form.list.setVisible(bool(groups))
        form.nothing.setVisible(not groups)
        form.nothing.show_sentence(self.tr("Belum ada paket yang diambil."), self.tr("Pilih berkas (Ctrl+I)"))
        form.list.show_groups(groups)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rows the room where it is short: the whole window takes what is dropped."""
        super().resizeEvent(event)
        roomy = self.height() >= _ROOMY
        self.form.drop.setVisible(roomy)
        self.form.dropRow.setContentsMargins(Space.L, Space.S if roomy else 0, Space.L, Space.S if roomy else 0)

    def _act(self) -> None:
        row = self.form.list.row()
        if row and row.id.startswith(FILE):
            self.file_requested.emit(Path(row.id.removeprefix(FILE)))
        elif row and row.id.startswith(PART):
            self._acts.choose.trigger()

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(1, 1, 1, 1)
        form.column.setSpacing(0)
        form.icon.show_icon("import", "text2")
        form.head.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        form.head.setSpacing(Space.S)
        form.head.addWidget(action_button(self._acts.choose, "small", "folder"))
        form.rule.setFixedHeight(1)
        form.list.setAccessibleName(self.tr("Paket yang masuk"))
        form.list.setFrameShape(QFrame.Shape.NoFrame)
