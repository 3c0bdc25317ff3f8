"""The left part: what the last look found, with its counts, and the way to look again."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.ui.forms.ui_signing_checks import Ui_SigningChecks
from zi_desktop.ui.icons import icon
from zi_desktop.ui.signing.checks import Act, CheckLine, ChecksShown
from zi_desktop.ui.tokens import IconSize, Space
from zi_desktop.ui.widgets.buttons import tip_of
from zi_desktop.ui.widgets.pills import Tone


class ChecksPanel(QFrame):
    """Shows the checks; ``acted`` carries what a line leads to and the line."""

    acted = Signal(Act, CheckLine)
    line_changed = Signal()

    def __init__(self, again: QAction, show_checks: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_SigningChecks()
        self.form.setupUi(self)
        self._lay_out()
        self._again = tip_of(again)
        self.form.again.clicked.connect(again.trigger)
        self.form.paper.clicked.connect(show_checks.trigger)
        self.form.paper.setToolTip(self.tr("Pratinjau dokumen (Ctrl+T)"))
        self.form.paper.hide()
        self.form.checks.acted.connect(self.acted)
        self.form.checks.line_changed.connect(self.line_changed)

    def show_checks(self, shown: ChecksShown, checked_at: str) -> None:
        """Show other checks, and when they were looked through."""
        form = self.form
        must, bad = self.tr("{count} wajib").format(count=shown.must), bool(shown.must)
        form.mustPill.show_status(must, Tone.BAD if bad else Tone.OK, "cross-circle" if bad else "check-circle")
        if shown.warnings:
            form.warningPill.show_status(
                self.tr("{count} peringatan").format(count=shown.warnings), Tone.WARN, "warning"
            )
        else:
            accepted = self.tr("{count} diterima").format(count=shown.accepted)
            form.warningPill.show_status(accepted, Tone.NEUTRAL, "check-circle")
        form.warningPill.setVisible(bool(shown.warnings or shown.accepted))
        form.passedPill.show_status(self.tr("{count} lolos").format(count=shown.passed), Tone.OK, "check-circle")
        form.time.setText(checked_at)
        looked = self.tr("Diperiksa pukul {time}").format(time=checked_at)
        form.time.setToolTip(looked)
        form.again.setToolTip(f"{self._again} · {looked}")  # where the time itself has no room
        self._fit()
        form.checks.show_checks(shown)

    def line(self) -> CheckLine | None:
        """Return the finding that is chosen."""
        return self.form.checks.line()

    def take_focus(self) -> None:
        """Take the keyboard to the findings."""
        self.form.checks.setFocus()

    def show_way_on(self, narrow: bool) -> None:  # noqa: FBT001 (the signature of the signal)
        """Show the button for the paper where it and the checks take turns."""
        self.form.paper.setVisible(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the time out where the counts need its room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        form, row = self.form, self.form.pillRow
        pills = [pill for pill in (form.mustPill, form.warningPill, form.passedPill) if not pill.isHidden()]
        needed = sum(part.sizeHint().width() + row.spacing() for part in (*pills, form.time))
        form.time.setVisible(needed <= self.width() - 2 * Space.M)

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(0, 0, 0, 0)
        form.column.setSpacing(0)
        form.headColumn.setContentsMargins(Space.M, Space.S, Space.M, Space.S)  # as the rows below
        form.headColumn.setSpacing(Space.S)
        form.pillRow.setSpacing(6)
        form.again.setIcon(icon("sync", "text2"))
        form.paper.setIcon(icon("document", "text2"))
        for button in (form.again, form.paper):
            button.setIconSize(QSize(IconSize.CELL, IconSize.CELL))
