"""Every dialog of the program, and how somebody opens it in the real window."""

from collections.abc import Callable
from dataclasses import dataclass

from builders import CHOICE, SECRET
from evidence_makers import photo
from laptops import laptop, send
from master_lists import write_shorter
from PySide6.QtWidgets import QApplication, QDialog

from zi_desktop.ui.consolidated.open_dialog import OpenDialog
from zi_desktop.ui.consolidated.recap_dialog import RecapDialog
from zi_desktop.ui.dialogs import LogDialog, SentenceDialog, WaysDialog
from zi_desktop.ui.evaluation.score_explanation import ExplanationDialog
from zi_desktop.ui.evidence.check_dialog import CheckDialog
from zi_desktop.ui.evidence.clean_dialog import CleanDialog
from zi_desktop.ui.evidence.desk import EvidenceDesk
from zi_desktop.ui.evidence.folder_dialog import FolderDialog
from zi_desktop.ui.evidence.inbox_dialog import InboxDialog
from zi_desktop.ui.evidence.place_dialog import PlaceDialog
from zi_desktop.ui.evidence.preview_dialog import PreviewDialog as FileDialog
from zi_desktop.ui.home.evaluation_dialog import EvaluationDialog
from zi_desktop.ui.home.import_dialog import ImportDialog
from zi_desktop.ui.home.question import QuestionDialog
from zi_desktop.ui.home.satker_dialog import SatkerDialog
from zi_desktop.ui.palette.view import CommandPalette
from zi_desktop.ui.printing.dialog import PrintDialog
from zi_desktop.ui.remarks.follow_up_dialog import FollowUpDialog
from zi_desktop.ui.satker.dialog import ProfileDialog
from zi_desktop.ui.signing.key_dialogs import FingerprintDialog, ForgottenKeyDialog, NewKeyDialog
from zi_desktop.ui.signing.panel_dialog import PanelDialog
from zi_desktop.ui.signing.plan_dialog import PlanDialog
from zi_desktop.ui.signing.preconditions_dialog import PreconditionsDialog
from zi_desktop.ui.sync.cards_dialog import BindDialog, CardsDialog, CompareDialog
from zi_desktop.ui.sync.enrol_dialog import EnrolDialog
from zi_desktop.ui.sync.office_dialog import OfficeDialog
from zi_desktop.ui.sync.preview_dialog import PreviewDialog as BundleDialog
from zi_desktop.ui.sync.save_dialog import SaveDialog
from zi_desktop.ui.trend.dialog import TrendDialog
from zi_desktop.ui.verification.dialog import VerificationDialog
from zi_desktop.ui.visit.paper_dialog import PaperDialog
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog
from zi_desktop.ui.widgets.fields_dialog import FieldsDialog
from zi_desktop.ui.widgets.reason_dialog import ReasonDialog
from zi_desktop.ui.worksheets.edition_dialog import EditionDialog
from zi_desktop.ui.worksheets.edition_move_dialog import MoveDialog
from zi_desktop.ui.worksheets.edition_panel import EditionPanel
from zi_desktop.ui.worksheets.export_dialog import ExportDialog
from zi_desktop.ui.worksheets.history_dialog import HistoryDialog
from zi_desktop.ui.worksheets.satker_choice import SatkerChoiceDialog


@dataclass(frozen=True)
class Shown:
    """A dialog over a screen in a state; ``open_`` gets the window, any fixture, and what waits for a dialog."""

    kind: type[QDialog]
    state: str
    open_: Callable


def command(desktop, words):
    """Do what Ctrl+K lists under these words."""
    found = [each for each in desktop.window.commands() if each.text().replace("&&", "&").removesuffix("…") == words]
    assert found, (words, sorted(each.text() for each in desktop.window.commands()))
    found[0].trigger()


def _does(words):
    return lambda desktop, _fixture, _wait: command(desktop, words)


def _edition(desktop, fixture, _wait):
    file = write_shorter(fixture("tmp_path") / "daftar.json")
    desktop.window.page().findChild(EditionPanel)._presenter.read_file(file)


def _move(desktop, fixture, _wait):
    taking = desktop._services.edition_taking
    taking.take(taking.read(write_shorter(fixture("tmp_path") / "daftar.json")))
    desktop.window.page().activate()
    command(desktop, "Pindahkan ke edisi lain")


def _keyed(words):
    def open_(desktop, _fixture, wait):
        desktop.window.page()._sealing.make_key(SECRET)
        wait(FingerprintDialog).close()
        command(desktop, words)

    return open_


def _verify(desktop, fixture, _wait):
    from zi_desktop.ui.verification.door import ReportDoor

    _, _, report = fixture("signed")
    desktop.window.findChild(ReportDoor)._presenter.verify(report)


def _look_at_file(desktop, _fixture, _wait):
    command(desktop, "Daftar data dukung")
    files = desktop.window.page().place.item.form.evidence.form.list
    files.opened.emit(files.line())


def _period(desktop, _fixture, _wait):
    command(desktop, "Daftar data dukung")
    command(desktop, "Periode berkas")


def _folder(desktop, fixture, _wait):
    folder = fixture("tmp_path") / "Bukti satker"
    folder.mkdir()
    photo(folder / "Papan.jpg")
    desktop.window.page().findChild(EvidenceDesk).take_paths([folder])


def _proof(desktop, _fixture, wait):
    command(desktop, "Prasyarat")
    wait(PreconditionsDialog).acts["evidence"].trigger()


def _list(desktop, fixture, _wait):
    file = fixture("tmp_path") / "baru.csv"
    file.write_text("kode,nama\nC-9,Bapas Umpama\n,Tanpa Kode\n", encoding="utf-8")
    desktop.window.page().errands.preview(file)


def _reason(desktop, _fixture, _wait):
    page = desktop.window.page()
    page.checks.take_focus()
    page.acts.weigh.trigger()


def _bundle(desktop, fixture, _wait):
    file = fixture("tmp_path") / "kiriman.zib"
    with laptop(fixture("tmp_path"), "bagus") as stranger:
        stranger.bundle_intake.accept(desktop._services.devices.card())
        id_ = fixture("disputed").id
        send(desktop._services, stranger, id_, fixture("tmp_path"), plain=True)
        stranger.answering.note(id_, CHOICE, "Dilihat bersama.")
        stranger.bundling.export([id_], file, plain=True)
    desktop.window.page().read(file)


def _compare(desktop, fixture, wait):
    file = fixture("tmp_path") / "bagus.kartu"
    with laptop(fixture("tmp_path"), "bagus") as stranger:
        stranger.devices.export_card(file)
    desktop.window.page().read_card(file)
    wait(CompareDialog)


def _bind(desktop, _fixture, wait):
    desktop._services.identities.new(SECRET)
    command(desktop, "Kartu laptop")
    wait(CardsDialog)._bind()


def _palette(desktop, _fixture, _wait):
    CommandPalette(desktop.window.commands(), desktop.window).open()  # the program waits for it in a loop of its own


def _explanation(desktop, _fixture, _wait):
    presenter, page = desktop.window.page().stage.presenter, desktop.window.page()
    ExplanationDialog(presenter.explanation(), presenter.view.state.instrument, presenter.code, page).open()  # as above


def _own(make):
    return lambda desktop, _fixture, _wait: make(desktop.window).open()


def _follow_up(desktop, _fixture, _wait):
    command(desktop, "Tindak lanjut")


DIALOGS = {
    "ekspor": Shown(ExportDialog, "beranda", _does("Ekspor")),
    "ekspor banyak": Shown(ExportDialog, "beranda", _does("Ekspor semua yang tampil")),
    "evaluasi baru": Shown(EvaluationDialog, "beranda", _does("Evaluasi baru")),
    "tambah satker": Shown(SatkerDialog, "beranda", _does("Tambah satker")),
    "ubah satker": Shown(SatkerDialog, "beranda", _does("Ubah data satker")),
    "impor daftar": Shown(ImportDialog, "beranda", _list),
    "arsipkan": Shown(QuestionDialog, "beranda", _does("Arsipkan satker")),
    "profil": Shown(ProfileDialog, "beranda", _does("Profil satker")),
    "profil hanya baca": Shown(ProfileDialog, "beranda hanya baca", _does("Profil satker")),
    "buka simpanan": Shown(OpenDialog, "simpanan gabungan", _does("Buka simpanan lain")),
    "rekap panel": Shown(RecapDialog, "simpanan gabungan", _does("Rekap panel")),
    "periksa laporan": Shown(VerificationDialog, "beranda kosong", _verify),
    "perintah": Shown(CommandPalette, "butir pilihan", _palette),
    "penjelasan angka": Shown(ExplanationDialog, "butir pilihan", _explanation),
    "tren": Shown(TrendDialog, "butir pilihan", _does("Tren")),
    "riwayat impor": Shown(HistoryDialog, "butir pilihan", _does("Riwayat impor")),
    "pindah edisi": Shown(MoveDialog, "butir pilihan", _move),
    "catatan baru": Shown(DraftedDialog, "butir pilihan", _does("Catatan baru")),
    "rencana": Shown(PlanDialog, "butir pilihan", _does("Rencana & tim")),
    "keputusan panel": Shown(PanelDialog, "tanda tangan", _does("Keputusan panel")),
    "prasyarat": Shown(PreconditionsDialog, "tanda tangan", _does("Prasyarat")),
    "prasyarat terkunci": Shown(PreconditionsDialog, "tanda tangan selesai", _does("Prasyarat")),
    "data dukung prasyarat": Shown(PlaceDialog, "tanda tangan", _proof),
    "kunci baru": Shown(NewKeyDialog, "tanda tangan", _does("Buat kunci sendiri")),
    "sidik jari": Shown(FingerprintDialog, "tanda tangan", _keyed("Sidik jari kunci")),
    "lupa passphrase": Shown(ForgottenKeyDialog, "tanda tangan", _keyed("Lupa passphrase")),
    "alasan": Shown(ReasonDialog, "tanda tangan", _reason),
    "cetak": Shown(PrintDialog, "tanda tangan", _does("Cetak")),
    "lihat berkas": Shown(FileDialog, "butir ya tidak", _look_at_file),
    "kotak masuk": Shown(InboxDialog, "butir ya tidak", _does("Kotak masuk bukti")),
    "folder bukti": Shown(FolderDialog, "butir ya tidak", _folder),
    "periksa bukti": Shown(CheckDialog, "butir ya tidak", _does("Periksa data dukung")),
    "bersihkan bukti": Shown(CleanDialog, "butir ya tidak", _does("Bersihkan data dukung")),
    "periode": Shown(FieldsDialog, "butir ya tidak", _period),
    "lembar agenda": Shown(PaperDialog, "kunjungan", _does("Lembar agenda")),
    "pratinjau berita acara": Shown(PaperDialog, "kunjungan", _does("Pratinjau")),
    "pertemuan awal": Shown(DraftedDialog, "kunjungan", _does("Pertemuan awal")),
    "berita acara": Shown(DraftedDialog, "kunjungan", _does("Isi berita acara")),
    "catatan kunjungan": Shown(DraftedDialog, "kunjungan", _does("Catatan baru")),
    "hapus catatan kunjungan": Shown(DialogFrame, "kunjungan", _does("Hapus catatan")),
    "tindak lanjut": Shown(FollowUpDialog, "catatan evaluasi", _follow_up),
    "keadaan catatan": Shown(DraftedDialog, "catatan", _does("Keadaan")),
    "satker berkas": Shown(SatkerChoiceDialog, "impor folder", _does("Tentukan satker berkas")),
    "berkas resmi": Shown(EditionDialog, "pengaturan", _edition),
    "simpan paket": Shown(SaveDialog, "sinkron", _does("Simpan ke flashdisk")),
    "hubungkan": Shown(EnrolDialog, "sinkron", _does("Hubungkan ke Inspektorat")),
    "kartu": Shown(CardsDialog, "sinkron", _does("Kartu laptop")),
    "cocokkan kartu": Shown(CompareDialog, "sinkron", _compare),
    "ikat kunci": Shown(BindDialog, "sinkron", _bind),
    "paket": Shown(BundleDialog, "sinkron berbeda", _bundle),
    "instansi": Shown(OfficeDialog, "sinkron berbeda", _does("Pilih pengaturan instansi")),
    "gangguan": Shown(LogDialog, "beranda kosong", _own(lambda window: LogDialog("rincian", "catatan.log", window))),
    "pilihan": Shown(WaysDialog, "beranda kosong", _own(lambda window: WaysDialog("Sudah terbuka.", ("Baca saja", "Coba lagi"), window))),
    "kalimat": Shown(SentenceDialog, "beranda kosong", _own(lambda window: SentenceDialog("Rusak.", window, "restore"))),
}  # fmt: skip


def visible(kind):
    """Return a dialog of exactly that kind that is in sight, the one opened last."""
    return next(
        (each for each in reversed(QApplication.topLevelWidgets()) if type(each) is kind and each.isVisible()), None
    )
