"""The left part: what the last look found, with its counts, and the way to look again."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
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

    def __init__(self, again: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_SigningChecks()
        self.form.setupUi(self)
        self._lay_out()
        self.form.again.setToolTip(tip_of(again))
        self.form.again.clicked.connect(again.trigger)
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
        form.time.setToolTip(self.tr("Diperiksa pukul {time}").format(time=checked_at))
        form.checks.show_checks(shown)

    def line(self) -> CheckLine | None:
        """Return the finding that is chosen."""
        return self.form.checks.line()

    def take_focus(self) -> None:
        """Take the keyboard to the findings."""
        self.form.checks.setFocus()

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(0, 0, 0, 0)
        form.column.setSpacing(0)
        form.headColumn.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        form.headColumn.setSpacing(Space.S)
        form.pillRow.setSpacing(6)
        form.rule.setFixedHeight(1)
        form.again.setIcon(icon("sync", "text2"))
        form.again.setIconSize(QSize(IconSize.CELL, IconSize.CELL))
