"""The right part: the plan of the visit, its two meetings, the berita acara."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from zi_desktop.ui.forms.ui_visit_day import Ui_VisitDayForm
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.visit.acts import VisitActs, follow_action
from zi_desktop.ui.visit.shown import VisitShown, meeting_words, minutes_words
from zi_desktop.ui.widgets.buttons import action_button, dressed
from zi_desktop.ui.widgets.labels import text_label


class DayPanel(QFrame):
    """Shows what is known; every part has its button."""

    def __init__(self, acts: VisitActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_VisitDayForm()
        form.setupUi(self)
        form.outer.setContentsMargins(0, 0, 0, 0)
        form.column.setContentsMargins(Space.M, 10, Space.M, 10)
        form.column.setSpacing(Space.S)
        form.scroll.setFrameShape(QFrame.Shape.NoFrame)
        for rule in (form.planRule, form.awalRule, form.akhirRule):
            rule.setFixedHeight(1)
        dressed(form.plan, "link").setText(self.tr("Ubah…"))
        form.plan.setAccessibleName(self.tr("Rencana dan tim"))
        for button, action in (
            (form.awal, acts.first), (form.akhir, acts.last), (form.minutes, acts.minutes),
        ):  # fmt: skip
            follow_action(dressed(button, "link"), action, self.tr("Ubah…"))
        form.minutesButtons.setSpacing(Space.S)
        form.minutesButtons.addWidget(action_button(acts.paper, "", "document"))
        form.minutesButtons.addWidget(action_button(acts.attach, "", "attachment"))
        form.minutesButtons.addStretch()
        self.scans = action_button(acts.scans, "link")
        form.column.insertWidget(form.column.indexOf(form.scans) + 1, self.scans, 0, Qt.AlignmentFlag.AlignLeft)

    def allow_plan(self, *, allowed: bool, why_not: str) -> None:
        """Open or close the way to plan and team."""
        self.form.plan.setEnabled(allowed)
        self.form.plan.setToolTip(self.tr("Rencana dan tim (Ctrl+Shift+R)") if allowed else why_not)

    def show_day(self, shown: VisitShown) -> None:
        """Show another day."""
        form = self.form
        _show_facts(form.planFacts, shown.plan)
        form.awalFacts.setText(meeting_words(shown.meetings["awal"]))
        form.akhirFacts.setText(meeting_words(shown.meetings["akhir"]))
        _show_facts(form.minutesFacts, minutes_words(shown.minutes))
        self.scans.setVisible(bool(shown.scans))
        form.scans.setText("\n".join(shown.scans) or self.tr("Salinan bertanda tangan belum dilampirkan."))


def _show_facts(grid: QGridLayout, facts: Sequence[tuple[str, str]]) -> None:
    """Show pairs of words and text, one a line."""
    while (item := grid.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(2)
    for row, (words, text) in enumerate(facts):
        grid.addWidget(text_label(words, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
        told = text_label(text)
        told.setWordWrap(True)
        grid.addWidget(told, row, 1)
