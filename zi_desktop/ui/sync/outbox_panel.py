"""Kotak keluar: where each evaluation stands towards the Inspectorate, and how it goes on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.ui.forms.ui_sync_outbox import Ui_SyncOutboxForm
from zi_desktop.ui.sync.acts import SyncActs
from zi_desktop.ui.sync.shown import SyncShown, outbox_count, outbox_groups
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button


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
        self._fit()

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
        form.foot.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        form.foot.setSpacing(Space.S)
        form.foot.addWidget(action_button(self._acts.push, "primary", "cloud"))
        form.foot.addWidget(action_button(self._acts.save, "", "usb"))
        form.foot.addStretch()
        form.foot.setAlignment(Qt.AlignmentFlag.AlignLeft)
