"""Kotak keluar: where each evaluation stands towards the Inspectorate, and how it goes on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from zi_desktop.ui.forms.ui_sync_outbox import Ui_SyncOutboxForm
from zi_desktop.ui.sync.acts import SyncActs
from zi_desktop.ui.sync.panel_head import lay_out_head
from zi_desktop.ui.sync.shown import SyncShown, outbox_count, outbox_groups
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import ActionButton, ActionCap, dressed
from zi_desktop.ui.widgets.choices import TickBox


class OutboxPanel(QFrame):
    """Shows what goes out."""

    def __init__(self, acts: SyncActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self.form = form = Ui_SyncOutboxForm()
        form.setupUi(self)
        self._lay_out()
        form.nothing.acted.connect(acts.reload.trigger)
        form.list.acted.connect(acts.save.trigger)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height that its rows need."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def evaluation(self) -> str:
        """Return the id of the evaluation that is chosen, or ""."""
        row = self.form.list.row()
        return row.id if row else ""

    def show_outbox(self, shown: SyncShown) -> None:
        """Show how everything stands."""
        form = self.form
        groups = outbox_groups(shown)
        form.count.setText(outbox_count(shown))
        form.list.setVisible(bool(groups))
        form.nothing.setVisible(not groups)
        form.nothing.show_sentence(self.tr("Belum ada evaluasi untuk dikirim."))
        form.list.show_groups(groups)
        self._lead(bool(shown.hub))
        self._fit()

    def leave_room(self, *, low: bool) -> None:
        """Leave the rows the room where it is short: the menu of the screen switches the sending by itself too."""
        self._switch_row.setVisible(not low)
        self._fit()

    def _lead(self, to_hub: bool) -> None:  # noqa: FBT001 (one of two)
        """Put forward what this laptop does: send to a hub that it knows, else write to a stick."""
        for button, symbol, first in ((self._push, "cloud", to_hub), (self._save, "usb", not to_hub)):
            look = "primary" if first else ""
            if button.property("look") != look:
                button.setProperty("look", look)
                dressed(button, look, symbol)
                button.style().polish(button)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows may need another height at another width, and buttons have room for their words or not."""
        super().resizeEvent(event)
        self._shorten()
        self._fit()

    def _shorten(self) -> None:
        """Keep of the second button its icon where the words of both have no room."""
        second = self._save if self._push.property("look") == "primary" else self._push
        for button in (self._push, self._save):
            button.be_brief(brief=False)
        room = self.width() - 2 * Space.M - Space.S
        second.be_brief(brief=self._push.sizeHint().width() + self._save.sizeHint().width() > room)

    def _fit(self) -> None:
        """Take no more height than there are rows, so that what comes in has the rest."""
        rows, layout = self.form.list, self.form.column
        model = rows.model()
        groups = [model.index(number, 0) for number in range(model.rowCount())]
        indexes = [*groups, *(model.index(row, 0, group) for group in groups for row in range(model.rowCount(group)))]
        needed = sum(rows.sizeHintForIndex(index).height() for index in indexes)
        layout.invalidate()  # it must not answer what it knew before
        whole = (
            layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        )
        shown = 0 if rows.isHidden() else rows.sizeHint().height()
        self.setMaximumHeight(whole - shown + needed)

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(1, 1, 1, 1)
        form.column.setSpacing(0)
        lay_out_head(form.head, form.icon, "export")
        form.list.setAccessibleName(self.tr("Kotak keluar"))
        form.list.setFrameShape(QFrame.Shape.NoFrame)
        form.foot.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        form.foot.setSpacing(Space.S)
        self._push, self._save = ActionButton(self._acts.push), ActionButton(self._acts.save)
        for button, symbol in ((self._push, "cloud"), (self._save, "usb")):
            dressed(button, "", symbol)
            form.foot.addWidget(button)
        form.foot.addStretch()
        form.foot.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._add_switch()

    def _add_switch(self) -> None:
        """Let it be sent by itself: a tick, its key, and what it means in the tooltip."""
        action = self._acts.send_itself
        self.switch = TickBox(action.text())
        self.switch.setToolTip(
            self.tr("Selama jendela terbuka, yang belum terkirim dikirim sendiri begitu alamat Inspektorat tercapai.")
        )
        self.switch.setChecked(action.isChecked())
        self.switch.clicked.connect(action.trigger)
        action.toggled.connect(self.switch.setChecked)
        action.changed.connect(lambda: self.switch.setEnabled(action.isEnabled()))
        self._switch_row = QWidget()
        row = QHBoxLayout(self._switch_row)
        row.setContentsMargins(Space.M, 0, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.switch)
        row.addWidget(ActionCap(action))
        row.addStretch()
        self.form.column.addWidget(self._switch_row)
