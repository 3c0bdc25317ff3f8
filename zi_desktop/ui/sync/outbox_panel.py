"""Kotak keluar: where each evaluation stands towards the Inspectorate, and how it goes on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from zi_desktop.ui.forms.ui_sync_outbox import Ui_SyncOutboxForm
from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.sync.acts import SyncActs
from zi_desktop.ui.sync.shown import SyncShown, outbox_count, outbox_groups
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, dressed
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.labels import KeyCap


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
        """Leave the rows the room where it is short: Ctrl+K still switches the sending by itself."""
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows may need another height at another width."""
        super().resizeEvent(event)
        self._fit()

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
        form.icon.show_icon("export", "text2")
        form.head.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        form.head.setSpacing(Space.S)
        for rule in (form.rule, form.footRule):
            rule.setFixedHeight(1)
        form.list.setAccessibleName(self.tr("Kotak keluar"))
        form.list.setFrameShape(QFrame.Shape.NoFrame)
        form.foot.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        form.foot.setSpacing(Space.S)
        self._push, self._save = action_button(self._acts.push, "", "cloud"), action_button(self._acts.save, "", "usb")
        form.foot.addWidget(self._push)
        form.foot.addWidget(self._save)
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
        row.setContentsMargins(Space.L, 0, Space.L, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.switch)
        row.addWidget(KeyCap(key_text(action.shortcut())))
        row.addStretch()
        self.form.column.addWidget(self._switch_row)
