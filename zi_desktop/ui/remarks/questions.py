"""The dialogs of "Catatan": what they ask, and where what was given goes."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.remark_terms import TEXTS
from zi_desktop.services.composition import Services
from zi_desktop.services.remarks.listing import EarlierRemark, RemarkRow
from zi_desktop.services.typed_drafts import FINDING, FOLLOW_UP, REMARK_CHANGE, REMARK_STATE, Draft, new_remark, typed
from zi_desktop.ui.remarks.fields import finding_fields, known_fields, new_fields, stand_close, state_fields
from zi_desktop.ui.remarks.follow_up_dialog import FollowUpDialog
from zi_desktop.ui.remarks.presenter import RemarksPresenter
from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog
from zi_desktop.ui.widgets.fields_dialog import FieldsDialog


class RemarkQuestions(QObject):
    """Opens dialogs over a screen."""

    def __init__(self, services: Services, presenter: RemarksPresenter, owner: QWidget) -> None:
        super().__init__(owner)
        self._services, self._presenter, self._owner = services, presenter, owner

    def ask_new(self) -> None:
        """Ask for a remark about the evaluation that is shown, or about one of its items."""
        draft = self._services.typed_drafts.draft(self._presenter.evaluation, new_remark(""))
        title = self.tr("Catatan baru")
        dialog = DraftedDialog(title, new_fields(free=True), self._presenter.add, self._owner, draft)
        stand_close(dialog)
        self._open(dialog, "condition")

    def ask_edit(self, row: RemarkRow) -> None:
        """Ask for other texts of a remark."""
        values = {key: str(getattr(row, key)) for key in (*TEXTS, "due")}
        title = self.tr("Ubah catatan · {item}").format(item=row.item or row.satker_name)
        draft, keep = self._draft(row, REMARK_CHANGE), partial(self._presenter.edit, row)
        dialog = DraftedDialog(title, known_fields(values), keep, self._owner, draft)
        stand_close(dialog)
        self._open(dialog, "condition")

    def ask_follow_up(self, row: RemarkRow) -> None:
        """Ask what was done about a remark."""
        presenter, today = self._presenter, self._services.workspace.now().date().isoformat()
        dialog = FollowUpDialog(
            row.recommendation, today, presenter.files(row), presenter.keep_files, partial(presenter.follow_up, row),
            self._owner, self._draft(row, FOLLOW_UP),
        )  # fmt: skip
        self._open(dialog, "text")

    def ask_state(self, row: RemarkRow) -> None:
        """Ask how far a remark is."""

        def keep(values: Mapping[str, str]) -> None:
            self._presenter.progress(row, values["state"], values["reason"])

        fields, title, draft = (
            state_fields(row.state, row.reason),
            self.tr("Keadaan catatan"),
            self._draft(row, REMARK_STATE),
        )
        self._open(DraftedDialog(title, fields, keep, self._owner, draft, row.recommendation))

    def ask_finding(self, each: EarlierRemark, finding: str = "") -> None:
        """Ask what was found of a remark of an earlier evaluation; without a ``finding`` none is chosen beforehand."""

        def keep(values: Mapping[str, str]) -> None:
            self._presenter.confirm(each, values["finding"], values["note"])

        title = self.tr("Hasil pemeriksaan · evaluasi {year}").format(year=each.row.year)
        fields = finding_fields(finding or each.finding, each.note)
        name = typed(FINDING, each.row.item, each.row.id)
        draft = self._services.typed_drafts.draft(self._presenter.evaluation, name)
        dialog = DraftedDialog(title, fields, keep, self._owner, draft, each.row.recommendation)
        self._open(dialog, "note")

    def _draft(self, row: RemarkRow, kind: str) -> Draft:
        return self._services.typed_drafts.draft(row.evaluation, typed(kind, row.item, row.id))

    def _open(self, dialog: FieldsDialog, first: str = "") -> None:
        if first:
            dialog.focus_field(first)
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(self._owner.window().activateWindow)
        dialog.finished.connect(self._presenter.load)
        dialog.open()
