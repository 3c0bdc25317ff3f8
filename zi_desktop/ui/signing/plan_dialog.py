"""Rencana & tim: dates, place, surat tugas, and the team in the order in which it signs."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from zi_desktop.domain.plan import TARGETS, tracks_of
from zi_desktop.storage.directory import Person
from zi_desktop.ui.forms.ui_signing_plan import Ui_SigningPlan
from zi_desktop.ui.signing.plan_entry import PlanEntry, Wrong, doubt_of, first_wrong
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.pills import Tone

_SIZE: Final = QSize(1160, 560)
_EDGE: Final = 48
_FIELDS: Final[Mapping[str, str]] = {"first_day": "firstDay", "last_day": "lastDay", "letter_date": "letterDate"}


class PlanDialog(DialogFrame):
    """Takes a plan; once accepted, ``entry`` is right in itself."""

    def __init__(self, entry: PlanEntry, people: Mapping[str, Person], parent: QWidget) -> None:
        super().__init__(self.tr("Rencana & tim"), self.tr("Simpan"), parent)
        self.form = Ui_SigningPlan()
        content = QWidget()
        self.form.setupUi(content)
        self.body.addWidget(content)
        self._doubt = ""
        self._set_sizes(parent)
        self._show(entry, people)
        self.form.team.edited.connect(self._tell_doubt)
        self._opened = self.entry()

    def unsaved(self) -> bool:
        """Tell whether the plan differs from what it opened with."""
        return self.entry() != self._opened

    def entry(self) -> PlanEntry:
        """Return what stands in the fields."""
        form = self.form
        return PlanEntry(
            form.target.current(), form.track.currentData(), form.firstDay.day(), form.lastDay.day(),
            form.place.text().strip(), form.letterNumber.text().strip(), form.letterDate.day(),
            form.reportNumber.text().strip(), form.team.entries(),
        )  # fmt: skip

    def confirm(self) -> None:
        """Close if nothing is wrong, else say what and go there; what is only doubtful is said once before."""
        wrong = first_wrong(self.entry())
        if wrong is None:
            if not self._tell_doubt():
                self.accept()
            return
        self.refuse_at(self._field(wrong), wrong.sentence)

    def _tell_doubt(self) -> bool:
        """Say what is doubtful; return whether it was not said before."""
        before, self._doubt = self._doubt, doubt_of(self.entry())
        if self._doubt and self._doubt != before:
            self.message.show_message(self._doubt, Tone.WARN)
            self.grow()
        elif before and not self._doubt:
            self.message.close_message()
        return bool(self._doubt) and self._doubt != before

    def _field(self, wrong: Wrong) -> QLineEdit:
        if wrong.member >= 0:
            return [row for row in self.form.team.rows if row.entry().typed][wrong.member].name
        found = getattr(self.form, _FIELDS[wrong.field])
        assert isinstance(found, QLineEdit)
        return found

    def _show(self, entry: PlanEntry, people: Mapping[str, Person]) -> None:
        form = self.form
        form.target.set_choices([(target, target) for target in TARGETS])
        form.target.set_current(entry.target)
        # A track without another beside it was never chosen.
        form.track.show_tracks(entry.target, entry.track if len(tracks_of(entry.target)) > 1 else "")
        form.target.chosen.connect(form.track.show_tracks)
        for field, day in (
            (form.firstDay, entry.first_day), (form.lastDay, entry.last_day), (form.letterDate, entry.letter_date),
        ):  # fmt: skip
            field.set_day(day or "")
        form.place.setText(entry.place)
        form.letterNumber.setText(entry.letter_number)
        form.reportNumber.setText(entry.report_number)
        form.team.show_team(entry.team, people)
        form.firstDay.setFocus()

    def _set_sizes(self, parent: QWidget) -> None:
        form, free = self.form, parent.window().size()
        self.resize(_SIZE.boundedTo(QSize(free.width() - _EDGE, free.height() - _EDGE)))
        form.column.setContentsMargins(0, 0, 0, 0)
        form.column.setSpacing(Space.XS)
        form.grid.setHorizontalSpacing(Space.M)
        form.grid.setVerticalSpacing(Space.XS)
        form.grid.setRowMinimumHeight(2, form.placeLabel.sizeHint().height() + Space.S)
        for label in (form.placeLabel, form.letterNumberLabel, form.letterDateLabel, form.reportNumberLabel):
            form.grid.setAlignment(label, Qt.AlignmentFlag.AlignBottom)
        for column in range(4):
            form.grid.setColumnStretch(column, 1)
        form.teamRow.setContentsMargins(0, Space.M, 0, 0)
