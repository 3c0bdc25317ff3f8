"""The dialogs of Kunjungan: an entry, how it was closed, a meeting, the berita acara."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.visit import VisitEntry
from zi_desktop.domain.visit_terms import KINDS, MEETINGS, PAPERS
from zi_desktop.services.typed_drafts import ENTRY, ENTRY_CLOSED, MEETING, MINUTES, NEW
from zi_desktop.ui.file_dialogs import choose_file
from zi_desktop.ui.visit.presenter import VisitPresenter, attendance_text
from zi_desktop.ui.visit.shown import ALL
from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind

_YES: Final = "ya"
_MEETING: Final = ("day", "begin", "end", "place", "notes")


class VisitQuestions(QObject):
    """Asks over the page; what is answered goes to the presenter."""

    def __init__(self, presenter: VisitPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter, self._page = presenter, page

    def ask_entry(self, kind: str, code: str, entry: VisitEntry | None = None) -> None:
        """Ask for an entry; a new one begins with a kind and the item in sight."""
        tr = self.tr
        known = entry or VisitEntry("", kind if kind != ALL else next(iter(KINDS)), "", "", code, "", False, "", "", "", False)  # fmt: skip
        fields = [
            Field("kind", tr("Jenis"), Kind.LIST, known.kind, list(KINDS.items())),
            Field("text", tr("Isi"), Kind.LINES, known.text, needed=tr("Isi catatan masih kosong.")),
            Field("who", tr("Dengan / oleh"), value=known.who, hint=tr("Orang yang ditemui, ditanya, atau berjanji")),
            Field("item", tr("Butir"), value=known.item, hint=tr("Kode butir, boleh kosong")),
            Field("due", tr("Paling lambat"), Kind.DAY, known.due),
        ]
        title = tr("Ubah catatan") if entry else tr("Catatan baru")
        keep = partial(self._presenter.keep_entry, known.id)
        words = tr("Untuk tim; hanya dokumen yang dijanjikan tercetak pada berita acara.")
        draft = self._presenter.draft(ENTRY, known.id or NEW)
        self._open(DraftedDialog(title, fields, keep, self._page, draft, words, whole=not entry), "text")

    def ask_close(self, entry: VisitEntry) -> None:
        """Ask for the answer that closes an entry; a closed one is opened again at once."""
        if entry.closed:
            self._presenter.close(entry.id, done=False)
            return
        tr = self.tr
        came = entry.kind == "janji"
        fields = [Field("answer", tr("Keterangan") if came else tr("Jawaban"), Kind.LINES)]
        title = tr("Dokumen diterima") if came else tr("Pertanyaan terjawab")

        def keep(values: Mapping[str, str]) -> None:
            self._presenter.close(entry.id, done=True, answer=values["answer"])

        draft = self._presenter.draft(ENTRY_CLOSED, entry.id)
        self._open(DraftedDialog(title, fields, keep, self._page, draft, entry.text), "answer")

    def ask_meeting(self, key: str) -> None:
        """Ask for a meeting and who was there."""
        tr, shown = self.tr, self._presenter.shown()
        meeting = shown.meetings[key]
        there = attendance_text(meeting.attendants)
        if not there and not meeting.day:
            there = "\n".join(self._presenter.team())
        fields = [
            Field("day", tr("Tanggal"), Kind.DAY, meeting.day),
            Field("begin", tr("Mulai"), value=meeting.begin, hint=tr("Misalnya 09.30")),
            Field("end", tr("Selesai"), value=meeting.end, hint=tr("Misalnya 10.15")),
            Field("place", tr("Tempat"), value=meeting.place),
            Field(
                "attendance", tr("Peserta"), Kind.LINES, there, hint=tr("satu orang per baris: nama; jabatan; kantor")
            ),
            Field("notes", tr("Catatan"), Kind.LINES, meeting.notes),
        ]

        def keep(values: Mapping[str, str]) -> None:
            given = {name: values[name] for name in _MEETING}
            self._presenter.keep_meeting(key, given, values["attendance"])

        words = tr("Peserta: satu orang per baris, nama; jabatan; kantor.")
        self._open(
            DraftedDialog(MEETINGS[key], fields, keep, self._page, self._presenter.draft(MEETING, key), words), "day"
        )

    def ask_minutes(self) -> None:
        """Ask for what the berita acara says beside what is known."""
        tr, known = self.tr, self._presenter.shown().minutes
        switch = [("", tr("Tidak dicetak")), (_YES, tr("Dicetak, sementara"))]
        fields = [
            Field("number", tr("Nomor"), value=known.number, hint=tr("Boleh diisi kemudian")),
            Field("day", tr("Tanggal"), Kind.DAY, known.day),
            Field("place", tr("Tempat"), value=known.place, hint=tr("Bawaan: tempat menurut rencana")),
            Field("head_name", tr("Kepala satker"), value=known.head_name),
            Field("head_nip", tr("NIP kepala"), value=known.head_nip),
            Field("head_position", tr("Jabatan dicetak"), value=known.head_position, hint=tr("Bawaan: Kepala dan nama satker")),
            Field("notes", tr("Hal lain"), Kind.LINES, known.notes),
            Field("scores", tr("Nilai"), Kind.SEGMENTS, _YES if known.scores else "", switch),
            Field("paper", tr("Kertas"), Kind.SEGMENTS, known.paper, list(PAPERS.items())),
        ]  # fmt: skip

        def keep(values: Mapping[str, str]) -> None:
            self._presenter.keep_minutes({**values, "scores": values["scores"] == _YES})

        draft = self._presenter.draft(MINUTES)
        self._open(DraftedDialog(tr("Berita acara"), fields, keep, self._page, draft), "number")

    def attach(self) -> None:
        """Ask for the file of the signed copy."""
        kinds = self.tr("Pindaian (*.pdf *.jpg *.jpeg *.png)")
        if scan := choose_file(self._page, self.tr("Lampirkan berita acara bertanda tangan"), kinds):
            self._presenter.attach(scan)

    def _open(self, dialog: FieldsDialog, first: str) -> None:
        dialog.fields[first].setFocus()
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(self._page.window().activateWindow)
        dialog.finished.connect(self._presenter.load)  # what was typed waits as a draft now, or no longer
        dialog.open()
