"""The right part: the plan of the visit, its two meetings, the berita acara."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from zi_desktop.services.typed_drafts import MEETING, MINUTES
from zi_desktop.ui.forms.ui_visit_day import Ui_VisitDayForm
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.visit.acts import VisitActs, follow_action
from zi_desktop.ui.visit.shown import VisitShown, meeting_words, minutes_words
from zi_desktop.ui.widgets.buttons import LINK_EDGE, ActionCap, action_button, dressed
from zi_desktop.ui.widgets.labels import KeyCap, text_label
from zi_desktop.ui.widgets.steady_bar import keep_scroll_bar

_PLAN_KEYS: Final = "Ctrl+Shift+R"
"""Of the act that a part of the program beside this one adds to the screen."""
_KEYS_PLACE: Final = 1
"""In a heading: before the link, which ends at the edge of the column however wide the keys are."""


class DayPanel(QFrame):
    """Shows what is known; every part has its button."""

    def __init__(self, acts: VisitActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_VisitDayForm()
        form.setupUi(self)
        form.outer.setContentsMargins(0, 0, 0, 0)
        form.column.setContentsMargins(Space.M, 10, Space.M - keep_scroll_bar(form.scroll), 10)
        form.column.setSpacing(Space.S)
        form.scroll.setFrameShape(QFrame.Shape.NoFrame)
        dressed(form.plan, "link").setText(self.tr("Ubah…"))
        form.plan.setAccessibleName(self.tr("Rencana dan tim"))
        self._plan_keys = KeyCap(_PLAN_KEYS)
        form.planHead.insertWidget(_KEYS_PLACE, self._plan_keys)
        for head, button, action in (
            (form.awalHead, form.awal, acts.first), (form.akhirHead, form.akhir, acts.last),
            (form.minutesHead, form.minutes, acts.minutes),
        ):  # fmt: skip
            follow_action(dressed(button, "link"), action, self.tr("Ubah…"))
            head.insertWidget(_KEYS_PLACE, ActionCap(action))
        for head in (form.planHead, form.awalHead, form.akhirHead, form.minutesHead):
            head.setSpacing(Space.S)
            head.addSpacing(-LINK_EDGE)
        form.minutesButtons.setSpacing(Space.S)
        form.minutesButtons.addWidget(action_button(acts.paper, "", "document"))
        form.minutesButtons.addWidget(action_button(acts.attach, "", "attachment"))
        form.minutesButtons.addStretch()
        self.scans = QWidget()
        row = QHBoxLayout(self.scans)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addSpacing(-LINK_EDGE)
        row.addWidget(action_button(acts.scans, "link"))
        row.addWidget(ActionCap(acts.scans))
        row.addStretch()
        form.column.insertWidget(form.column.indexOf(form.scans) + 1, self.scans)

    def allow_plan(self, *, allowed: bool, why_not: str) -> None:
        """Open or close the way to plan and team."""
        self.form.plan.setEnabled(allowed)
        self._plan_keys.setEnabled(allowed)
        self.form.plan.setToolTip(self.tr("Rencana dan tim ({keys})").format(keys=_PLAN_KEYS) if allowed else why_not)

    def show_day(self, shown: VisitShown) -> None:
        """Show another day."""
        form = self.form
        _show_facts(form.planFacts, shown.plan)
        form.awalFacts.setText(meeting_words(shown.meetings["awal"]))
        form.akhirFacts.setText(meeting_words(shown.meetings["akhir"]))
        _show_facts(form.minutesFacts, minutes_words(shown.minutes))
        _begin_at_one_edge(form.planFacts, form.minutesFacts)
        for button, *name in (
            (form.awal, MEETING, "awal"), (form.akhir, MEETING, "akhir"), (form.minutes, MINUTES),
        ):  # fmt: skip
            button.setText(self.tr("Lanjutkan draf…") if shown.is_drafted(*name) else self.tr("Ubah…"))
        self.scans.setVisible(bool(shown.scans))
        form.scans.setText("\n".join(shown.scans) or self.tr("Salinan bertanda tangan belum ada."))


def _begin_at_one_edge(*groups: QGridLayout) -> None:
    """Let the texts of all groups begin below each other."""
    cells = [group.itemAtPosition(row, 0) for group in groups for row in range(group.rowCount())]
    named = [words for cell in cells if cell is not None and (words := cell.widget()) is not None]
    for words in named:
        words.ensurePolished()
    for group in groups:
        group.setColumnMinimumWidth(0, max((words.sizeHint().width() for words in named), default=0))


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
