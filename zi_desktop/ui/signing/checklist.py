"""Prasyarat kept through the services: what was found, the office's own lines, how many files prove each."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.evidence import Evidence
from zi_desktop.domain.instrument import Precondition
from zi_desktop.domain.precondition_terms import LEVELS
from zi_desktop.domain.preconditions import place_of
from zi_desktop.services.composition import Services
from zi_desktop.ui.signing.precondition_row import Checked
from zi_desktop.ui.signing.preconditions_dialog import Checklist, PreconditionsDialog


class PreconditionErrands(QObject):
    """Opens the checklist of an evaluation; ``changed`` comes after something was kept.

    ``evidence_requested`` carries the evaluation's id, the place of a condition's files and the dialog over which they
    are shown.
    """

    changed = Signal()
    evidence_requested = Signal(str, str, QWidget)

    def __init__(self, services: Services, owner: QWidget) -> None:
        super().__init__(owner)
        self._services, self._owner = services, owner
        self._dialog: PreconditionsDialog | None = None
        self._id = ""

    def open(self, id_: str) -> None:
        """Show the checklist and keep what is changed in it; where nothing can be changed, its files can be looked at."""
        self._id = id_
        state = self._services.evaluations.open(id_).state
        read_only = state.read_only or not self._services.workspace.database.writable
        self._dialog = dialog = PreconditionsDialog(
            self._checklist(), state.plan.target, self._owner, read_only=read_only
        )
        dialog.evidence_asked.connect(lambda item: self.evidence_requested.emit(id_, place_of(item.id), dialog))
        dialog.add_asked.connect(self._ask_for_line)
        dialog.rename_asked.connect(self._ask_for_name)
        dialog.withdraw_asked.connect(self._ask_to_withdraw)
        dialog.accepted.connect(self._keep)
        dialog.finished.connect(self._forget)
        dialog.open()

    def show_files(self, id_: str) -> None:
        """Count the files again: some were added or taken away."""
        if self._dialog is not None and id_ == self._id:
            self._dialog.show_files(self._checklist().files)

    def _checklist(self) -> Checklist:
        view = self._services.evaluations.open(self._id)
        evidence = Evidence(view.state.folded)
        return Checklist(
            view.preconditions,
            {key: Checked(met, note) for key, (met, note) in view.state.preconditions.items()},
            {item.id: evidence.count_at(place_of(item.id)) for item in view.preconditions},
        )

    def _keep(self) -> None:
        for key, found in self._open_dialog().changed().items():
            self._services.evaluations.check_precondition(self._id, key, met=found.met, note=found.note)
        self.changed.emit()

    def _forget(self) -> None:
        self._dialog = None

    def _open_dialog(self) -> PreconditionsDialog:
        assert self._dialog is not None
        return self._dialog

    def _ask_for_line(self) -> None:
        def keep(values: Mapping[str, str]) -> None:
            ident = self._services.own_preconditions.add(values["title"], values["level"])
            self._show_again(ident)

        self._ask_for(self.tr("Prasyarat tambahan"), "", "unit", keep)

    def _ask_for_name(self, item: Precondition) -> None:
        def keep(values: Mapping[str, str]) -> None:
            self._services.own_preconditions.put(item.id, values["title"], values["level"])
            self._show_again(item.id)

        self._ask_for(self.tr("Ubah prasyarat tambahan"), item.title, item.level, keep)

    def _ask_for(self, title: str, name: str, level: str, keep: Callable[[Mapping[str, str]], None]) -> None:
        from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind  # noqa: PLC0415 (opened seldom)

        fields = [
            Field("title", self.tr("Prasyarat"), value=name, needed=self.tr("Nama prasyarat masih kosong.")),
            Field("level", self.tr("Tingkat"), Kind.SEGMENTS, level, list(LEVELS.items())),
        ]
        words = self.tr("Berlaku pada semua evaluasi instansi yang belum ditandatangani.")
        FieldsDialog(title, fields, keep, self._open_dialog(), words).open()

    def _ask_to_withdraw(self, item: Precondition) -> None:
        from zi_desktop.ui.widgets.dialog_frame import DialogFrame  # noqa: PLC0415 (opened seldom)

        dialog = DialogFrame(self.tr("Tarik prasyarat tambahan?"), self.tr("Tarik"), self._open_dialog())
        dialog.setFixedWidth(480)
        dialog.add_words(item.title)
        dialog.add_words(self.tr("Tidak lagi ditanyakan pada evaluasi mana pun. Yang sudah dicatat tetap tersimpan."))
        dialog.accepted.connect(partial(self._withdraw, item.id))
        dialog.open()

    def _withdraw(self, ident: str) -> None:
        self._services.own_preconditions.withdraw(ident)
        self._show_again("")

    def _show_again(self, ident: str) -> None:
        dialog = self._open_dialog()
        dialog.show_checklist(self._checklist())
        if ident:
            dialog.go_to(ident)
        self.changed.emit()
