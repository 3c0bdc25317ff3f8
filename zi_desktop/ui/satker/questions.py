"""The small dialogs over Profil satker: a contact, an entry of the track record, a stage, that it left."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.funnel import StageMark
from zi_desktop.domain.funnel_terms import RESULTS, STAGES
from zi_desktop.domain.satker_profile import Contact, TrackRecord
from zi_desktop.domain.satker_terms import RECORD_KINDS
from zi_desktop.services.joining import JoinPreview
from zi_desktop.ui.satker.presenter import ProfilePresenter
from zi_desktop.ui.satker.shown import join_words
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind


class ProfileQuestions(QObject):
    """Asks over the dialog; what is answered goes to the presenter."""

    def __init__(self, presenter: ProfilePresenter, owner: QWidget) -> None:
        super().__init__(owner)
        self._presenter, self._owner = presenter, owner

    def ask_contact(self, known: Contact | None) -> None:
        """Ask for a contact."""
        tr, contact = self.tr, known or Contact("", "", "", "", "")
        fields = [
            Field("name", tr("Nama"), value=contact.name, needed=tr("Nama narahubung masih kosong.")),
            Field("position", tr("Jabatan"), value=contact.position),
            Field("phone", tr("Telepon"), value=contact.phone),
            Field("email", tr("Surel"), value=contact.email),
        ]
        title = tr("Ubah narahubung") if known else tr("Narahubung baru")
        FieldsDialog(title, fields, partial(self._presenter.keep_contact, contact.id), self._owner).open()

    def ask_record(self, known: TrackRecord | None) -> None:
        """Ask for an entry of the track record."""
        tr, record = self.tr, known or TrackRecord("", next(iter(RECORD_KINDS)), "", "", "", "", "")
        fields = [
            Field("kind", tr("Jenis"), Kind.LIST, record.kind, list(RECORD_KINDS.items())),
            Field("day", tr("Tanggal"), Kind.DAY, record.day),
            Field("text", tr("Uraian"), Kind.LINES, record.text, needed=tr("Uraian masih kosong.")),
            Field("source", tr("Sumber"), value=record.source),
        ]
        title = tr("Ubah rekam jejak") if known else tr("Rekam jejak baru")
        words = tr("Internal: tidak pernah tercetak dan tidak masuk lembar kerja.")
        FieldsDialog(title, fields, partial(self._presenter.keep_record, record.id), self._owner, words).open()

    def ask_stage(self, evaluation: str, stage: str, known: StageMark | None) -> None:
        """Ask when a stage was entered and how it ended."""
        tr = self.tr
        fields = [
            Field("day", tr("Tanggal"), Kind.DAY, known.day if known else ""),
            Field("result", tr("Hasil"), Kind.SEGMENTS, known.result if known else "", list(RESULTS.items())),
            Field("note", tr("Catatan"), Kind.LINES, known.note if known else ""),
        ]
        keep = partial(self._presenter.enter_stage, evaluation, stage)
        words = tr("Tanggal kosong menarik kembali tahapan ini.")
        FieldsDialog(tr("Tahapan {name}").format(name=STAGES[stage]), fields, keep, self._owner, words).open()

    def ask_leave(self) -> None:
        """Ask since when the satker belongs elsewhere."""
        tr = self.tr
        fields = [
            Field("day", tr("Sejak"), Kind.DAY, needed=tr("Tanggal keluar masih kosong.")),
            Field("to", tr("Ke instansi"), hint=tr("Boleh kosong")),
        ]
        words = tr("Satker keluar dari daftar. Evaluasi, catatan, dan riwayatnya tetap tersimpan.")
        FieldsDialog(tr("Satker keluar dari instansi"), fields, self._presenter.leave, self._owner, words).open()

    def ask_same(self) -> None:
        """Ask which other satker is this one; what would become one is shown before anything is."""
        tr = self.tr
        seen: list[JoinPreview] = []
        fields = [Field("code", tr("Kode"), hint=tr("Kode satker yang lain"), needed=tr("Kode satker masih kosong."))]
        words = tr("Bila satu satker tercatat dua kali, keduanya dapat disatukan. Sebut kode yang lain.")
        dialog = FieldsDialog(
            tr("Sama dengan satker lain"), fields, lambda values: seen.append(self._presenter.look(values["code"])),
            self._owner, words,
        )  # fmt: skip
        dialog.confirm_button.setText(tr("Lihat yang menyatu"))
        dialog.accepted.connect(lambda: self._ask_join(seen[-1]))
        dialog.open()

    def _ask_join(self, preview: JoinPreview) -> None:
        tr, other = self.tr, preview.other
        fields = [Field("reason", tr("Alasan"), Kind.LINES, needed=tr("Alasan masih kosong."))]
        title = tr("Satukan dengan {code} {name}?").format(code=other.code, name=other.name)
        join = partial(self._presenter.join, other.id)
        dialog = FieldsDialog(title, fields, join, self._owner, join_words(preview))
        dialog.confirm_button.setText(tr("Satukan"))
        dialog.open()
