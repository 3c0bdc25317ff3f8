"""Impor paket: where bundles are dropped, what waits to be looked at, what came before and what became of it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.ui.forms.ui_sync_inbox import Ui_SyncInboxForm
from zi_desktop.ui.sync.acts import SyncActs
from zi_desktop.ui.sync.panel_head import lay_out_head
from zi_desktop.ui.sync.shown import FILE, PART, PAST, SENDER, SyncShown, inbox_groups
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button

WAITS: Final = "warning"


class InboxPanel(QFrame):
    """Shows what came in.

    ``file_requested`` carries a bundle of the hub that is to be looked at, ``card_requested`` the device whose lines
    wait.
    """

    file_requested = Signal(Path)
    card_requested = Signal(str)

    def __init__(self, acts: SyncActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self.form = form = Ui_SyncInboxForm()
        form.setupUi(self)
        self._lay_out()
        self._newest: str | None = None
        self._held: frozenset[str] = frozenset()
        form.list.acted.connect(self._act)
        form.list.row_changed.connect(self._follow)
        form.nothing.acted.connect(acts.choose.trigger)

    def show_inbox(self, shown: SyncShown) -> None:
        """Show what came in."""
        form, groups = self.form, inbox_groups(shown)
        form.list.setVisible(bool(groups))
        form.nothing.setVisible(not groups)
        form.nothing.show_sentence(
            self.tr(
                "Belum ada paket. Tukar kartu dengan rekan sekali (Kartu laptop), lalu simpan paket ke flashdisk, "
                "atau seret paket rekan ke sini."
            )
        )
        form.list.show_groups(groups)
        newest = next((row.id for row in (groups[-1].rows if groups else ()) if row.id.startswith(PAST)), "")
        held = {row.id: group.key for group in groups for row in group.rows if row.id.startswith(SENDER)}
        asks = next((sender for sender in held if sender not in self._held), "")
        if newest != self._newest and self._newest is not None:  # something just came or went
            form.list.choose(*((held[asks], asks) if asks else (groups[-1].key, newest)))
        self._newest, self._held = newest, frozenset(held)

    def leave_room(self, *, low: bool) -> None:
        """Leave the rows the room where it is short: the whole window takes what is dropped."""
        self.form.drop.setVisible(not low)
        above = 0 if low else Space.S
        self.form.dropRow.setContentsMargins(Space.M, above, Space.M, above)

    def deed(self) -> str:
        """Return what Enter does with the row that is chosen, or "" where that is nothing."""
        row = self.form.list.row()
        deeds = {FILE: self.tr("Lihat isinya"), PART: self.tr("Pilih paket"), SENDER: self.tr("Cocokkan kartu")}
        if row is None:
            return ""
        other = self.tr("Kartu laptop") if row.icon == WAITS else ""
        return next((words for kind, words in deeds.items() if row.id.startswith(kind)), other)

    def _act(self) -> None:
        row = self.form.list.row()
        if row and row.id.startswith(FILE):
            self.file_requested.emit(Path(row.id.removeprefix(FILE)))
        elif row and row.id.startswith(PART):
            self._acts.choose.trigger()
        elif row and row.id.startswith(SENDER):
            self.card_requested.emit(row.id.removeprefix(SENDER))
        elif row and row.icon == WAITS:
            self._acts.cards.trigger()

    def _follow(self) -> None:
        self._acts.discard.setEnabled(bool(self.waiting_sender()))

    def waiting_sender(self) -> str:
        """Return the device whose waiting lines are chosen, or ""."""
        row = self.form.list.row()
        return row.id.removeprefix(SENDER) if row and row.id.startswith(SENDER) else ""

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(1, 1, 1, 1)
        form.column.setSpacing(0)
        lay_out_head(form.head, form.icon, "import")
        self.choose = action_button(self._acts.choose, "small", "folder")
        form.head.addWidget(self.choose)
        form.list.setAccessibleName(self.tr("Paket yang masuk"))
        form.list.setFrameShape(QFrame.Shape.NoFrame)
