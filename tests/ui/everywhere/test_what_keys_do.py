"""Keys that Bantuan lists and that no test of their own screen presses: pressed in the real window, and done what they say."""

import sys
from dataclasses import replace

import pytest
from builders import RATIO, SECRET
from dialogs_shown import visible
from focus_walk import active
from master_lists import write_shorter
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from zi_desktop.domain.instrument_wording import ItemWording
from zi_desktop.services.editions import BUILT_IN, current
from zi_desktop.ui import file_dialogs
from zi_desktop.ui.consolidated.open_dialog import OpenDialog
from zi_desktop.ui.evidence.check_dialog import CheckDialog
from zi_desktop.ui.evidence.clean_dialog import CleanDialog
from zi_desktop.ui.evidence.inbox_dialog import InboxDialog
from zi_desktop.ui.evidence.preview_dialog import PreviewDialog
from zi_desktop.ui.home.evaluation_dialog import EvaluationDialog
from zi_desktop.ui.home.satker_dialog import SatkerDialog
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.navigation import CONSOLIDATED, EVALUATION, HELP, REMARKS, SYNC
from zi_desktop.ui.printing.dialog import PrintDialog
from zi_desktop.ui.satker.dialog import ProfileDialog
from zi_desktop.ui.signing.key_dialogs import FingerprintDialog, ForgottenKeyDialog, NewKeyDialog
from zi_desktop.ui.signing.panel_dialog import PanelDialog
from zi_desktop.ui.signing.plan_dialog import PlanDialog
from zi_desktop.ui.signing.preconditions_dialog import PreconditionsDialog
from zi_desktop.ui.sync.enrol_dialog import EnrolDialog
from zi_desktop.ui.visit.paper_dialog import PaperDialog
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog
from zi_desktop.ui.widgets.reason_dialog import ReasonDialog
from zi_desktop.ui.worksheets.edition_panel import EditionPanel
from zi_desktop.ui.worksheets.history_dialog import HistoryDialog

CHOOSERS = ("choose_file", "choose_files", "choose_folder", "choose_place")


class Hand:
    """Presses keys where the keyboard is, and tells what came of it."""

    def __init__(self, qtbot, desktop, asked, shown):
        self.qtbot, self.desktop, self.asked, self.shown = qtbot, desktop, asked, shown

    @property
    def page(self):
        return self.desktop.window.page()

    def press(self, keys):
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        chord = QKeySequence(keys)[0]
        QTest.keyClick(QApplication.focusWidget(), chord.key(), chord.keyboardModifiers())
        self.rest()

    def rest(self):
        self.qtbot.waitUntil(lambda: not self.desktop.jobs.findChildren(Job))

    def opens(self, keys, kind):
        """Press a key: a dialog comes; Esc takes it away, and the window has the keyboard again."""
        self.press(keys)
        self.qtbot.waitUntil(lambda: visible(kind) is not None)
        dialog = visible(kind)
        dialog.activateWindow()
        self.qtbot.waitUntil(lambda: active(dialog))
        dialog.done(QDialog.DialogCode.Rejected)
        self.qtbot.waitUntil(lambda: visible(kind) is None)
        self.rest()
        self.desktop.window.activateWindow()
        self.qtbot.waitUntil(lambda: active(self.desktop.window))

    def asks(self, keys, chooser):
        """Press a key: somebody is asked for a file, and chooses none."""
        self.asked.clear()
        self.press(keys)
        assert self.asked == [chooser], keys

    def leads(self, keys, screen):
        self.press(keys)
        assert self.desktop.window.key() == screen


@pytest.fixture
def hand(qtbot, arrived, monkeypatch):
    """Lead the window to a state; whoever would ask for a file, or show one by another program, only notes it."""
    asked, shown = [], []

    def chooser(name):
        def choose(*_args, **_more):
            asked.append(name)
            return [] if name == "choose_files" else None

        return choose

    def hand(state):
        desktop = arrived(state)
        for module in [each for name, each in sys.modules.items() if name.startswith("zi_desktop.ui")]:
            for name in CHOOSERS:
                if hasattr(module, name):
                    monkeypatch.setattr(module, name, chooser(name))
        return Hand(qtbot, desktop, asked, shown)

    for name in CHOOSERS:  # for what loads later
        monkeypatch.setattr(file_dialogs, name, chooser(name))
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    return hand


def test_keys_of_every_screen(hand):
    window = hand("bantuan")
    window.leads("Ctrl+Shift+C", REMARKS)
    window.leads("Ctrl+Shift+Y", SYNC)
    window.leads("F1", HELP)
    window.leads("Alt+E", EVALUATION)
    window.asks("Ctrl+Shift+V", "choose_file")
    window.press("Ctrl+L")
    assert window.desktop.window._message.text() == "Semua isian tersimpan."


def test_keys_of_beranda(hand):
    window = hand("beranda")
    window.opens("Ctrl+N", EvaluationDialog)
    window.opens("Ctrl+Shift+N", SatkerDialog)
    window.opens("F2", SatkerDialog)
    window.opens("F3", ProfileDialog)
    for keys, chooser in (("Ctrl+I", "choose_file"), ("Ctrl+Alt+I", "choose_folder"), ("Ctrl+Shift+I", "choose_file")):
        window.asks(keys, chooser)
    window.opens("Ctrl+Alt+P", CheckDialog)
    window.opens("Ctrl+Alt+H", CleanDialog)
    window.press("Ctrl+Alt+O")
    assert window.desktop.window.key() == CONSOLIDATED
    visible(OpenDialog).reject()


def test_keys_of_the_evidence_of_an_item(hand):
    window = hand("butir ya tidak")
    window.asks("Ctrl+U", "choose_files")
    window.asks("Ctrl+Alt+U", "choose_folder")
    window.opens("Ctrl+Shift+U", InboxDialog)
    window.opens("Ctrl+Alt+P", CheckDialog)
    window.opens("Ctrl+Alt+H", CleanDialog)
    acts = {each.text(): each for each in window.page.actions()}
    for keys, words in (
        ("Ctrl+Alt+C", "Catat tanpa menyalin"), ("Ctrl+Alt+K", "Kecilkan foto"),
        ("Ctrl+Alt+G", "Biarkan lokasi (GPS) di dalam foto"),
    ):  # fmt: skip
        before = acts[words].isChecked()
        window.press(keys)
        assert acts[words].isChecked() is not before
    window.press("Alt+N")
    assert window.desktop.window._message.text().startswith("Nilai dengan bukti sesuai saja")
    window.press("Ctrl+D")
    window.press("Return")
    dialog = visible(PreviewDialog)
    window.rest()
    QTest.keyClick(dialog, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert len(window.shown) == 1
    dialog.reject()


def test_a_picture_is_pasted(hand):
    window, data, picture = hand("butir ya tidak"), QMimeData(), QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    data.setImageData(picture)
    QGuiApplication.clipboard().setMimeData(data)
    lines = window.page.place.item.form.evidence.form.list.lines
    before = lines.rowCount()
    window.press("Ctrl+V")
    window.qtbot.waitUntil(lambda: lines.rowCount() == before + 1)
    QGuiApplication.clipboard().clear()


def test_keys_of_the_preconditions(hand):
    window = hand("tanda tangan")
    window.press("Ctrl+Shift+P")
    dialog = visible(PreconditionsDialog)
    first = next(iter(dialog.rows))
    dialog.rows[first].note.setText("Surat contoh.")
    QTest.keyClick(dialog.rows[first].note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    state = window.desktop._services.evaluations.open(window.page._presenter.id).state
    assert state.preconditions[first][1] == "Surat contoh."


def test_keys_of_papers_from_penilaian(hand):
    window = hand("butir jumlah")
    assert window.page.stage.presenter.code == RATIO
    window.opens("Ctrl+Shift+R", PlanDialog)
    window.opens("Ctrl+Shift+P", PreconditionsDialog)
    window.opens("Ctrl+Shift+K", PanelDialog)


def test_keys_of_kunjungan(hand):
    window = hand("kunjungan")
    for keys, kind in (
        ("Ctrl+Shift+R", PlanDialog), ("Ctrl+Shift+P", PreconditionsDialog), ("Ctrl+Shift+K", PanelDialog),
        ("Alt+1", DraftedDialog), ("Alt+2", DraftedDialog), ("Ctrl+D", DraftedDialog), ("F8", DraftedDialog),
        ("Ctrl+P", PaperDialog), ("Ctrl+Shift+D", PaperDialog),
    ):  # fmt: skip
        window.opens(keys, kind)
    window.asks("Ctrl+U", "choose_file")
    with window.qtbot.waitSignal(window.page.presenter.shown_changed):
        window.press("F5")
    window.page.entries.form.list.setFocus()
    window.opens("F2", DraftedDialog)
    window.opens("Delete", DialogFrame)
    window.leads("Ctrl+G", EVALUATION)


def test_keys_of_catatan(hand):
    window = hand("catatan evaluasi")
    with window.qtbot.waitSignal(window.page.presenter.shown_changed):
        window.press("F5")
    window.asks("Ctrl+E", "choose_place")


def test_keys_about_remarks_of_before(hand):
    window = hand("catatan evaluasi sebelumnya")
    for keys in "123":
        window.opens(keys, DraftedDialog)


def test_keys_of_the_paper_in_sight(hand):
    window = hand("tanda tangan")
    preview = window.page.preview
    window.qtbot.waitUntil(preview.has_paper)
    pages = preview.form.page
    window.press("Ctrl+PgDown")
    assert pages.text().startswith("2 / ")
    window.press("Ctrl+PgUp")
    assert pages.text().startswith("1 / ")
    fitted = preview._view.percent()
    window.press("Ctrl++")
    assert preview._view.percent() > fitted
    window.press("Ctrl+-")
    window.press("Ctrl+-")
    assert preview._view.percent() < fitted
    window.press("Ctrl+0")
    assert preview._view.percent() == fitted
    window.opens("Ctrl+P", PrintDialog)
    window.asks("Ctrl+S", "choose_place")


def test_keys_of_keys(hand):
    window = hand("tanda tangan")
    form, acts = window.page.signatures.form, window.page.acts
    window.asks("Ctrl+O", "choose_file")
    window.opens("Ctrl+Shift+N", NewKeyDialog)
    window.page._sealing.make_key(SECRET)
    window.qtbot.waitUntil(lambda: visible(FingerprintDialog) is not None)
    visible(FingerprintDialog).reject()
    window.desktop.window.activateWindow()
    window.qtbot.waitUntil(lambda: active(window.desktop.window))
    window.opens("Ctrl+Shift+J", FingerprintDialog)
    window.opens("Ctrl+Shift+L", ForgottenKeyDialog)
    window.press("Ctrl+Shift+S")
    assert form.passphrase.hasFocus()
    for shown in (QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password):
        window.press("Ctrl+H")
        assert form.passphrase.echoMode() is shown
    window.qtbot.waitUntil(window.page.preview.has_paper)
    window.press("Ctrl+Shift+B")
    assert form.read.isChecked()
    QTest.keyClicks(form.passphrase, "bukan itu")
    with window.qtbot.waitSignal(window.page._sealing.refused):
        window.press("Ctrl+Return")
    window.press("Ctrl+Shift+T")
    assert not acts.request.isVisible()
    assert acts.withdraw.isEnabled()


def test_keys_after_the_signatures(hand):
    window = hand("tanda tangan selesai")
    window.press("Ctrl+Shift+F")
    assert len(window.shown) == 1
    window.opens("Ctrl+Shift+P", PreconditionsDialog)
    window.opens("Ctrl+Shift+X", ReasonDialog)


def test_keys_of_a_sheet(hand):
    window = hand("impor")
    lines, whole = window.page.form.table.lines, window.page.form.table.lines.ticked
    assert whole
    window.press("Ctrl+A")
    assert not lines.ticked
    window.press("Ctrl+A")
    assert lines.ticked == whole
    with window.qtbot.waitSignal(window.page.presenter.shown_changed):
        window.press("F5")
    next(each for each in window.desktop.window.commands() if each.text() == "Pilih kolom").trigger()
    assert window.page.form.column_choice.stop().hasFocus()
    window.asks("Ctrl+I", "choose_file")
    with window.qtbot.waitSignal(window.page.presenter.taken):
        window.press("Ctrl+Return")
    assert window.desktop.window.key() == EVALUATION
    window.opens("Ctrl+Alt+R", HistoryDialog)


def test_the_official_words_of_a_sheet_are_declined(hand):
    window, edition = hand("impor"), current()
    wording = {code: ItemWording(f"Kata resmi {code}", "", {}) for code in edition.questions}
    sheet = replace(window.page.presenter.shown.worksheet, wording=wording)
    window.page.offer.offer(sheet, edition.structure_digest)
    assert window.page.offer.isVisible()
    window.press("Ctrl+Alt+B")
    assert not window.page.offer.isVisible()
    assert window.desktop._services.workspace.editions.wording_in_use(edition.structure_digest) == BUILT_IN


def test_keys_of_what_disagrees(hand):
    window = hand("beda penilaian")
    panel = window.page.panel
    window.press("Ctrl+M")
    assert panel.form.reason.hasFocus()
    window.press("Ctrl+Return")
    assert panel.form.problem.text()
    window.press("Escape")
    assert panel.form.table.hasFocus()


def test_keys_of_simpanan_gabungan(hand):
    window = hand("simpanan gabungan")
    window.opens("Ctrl+O", OpenDialog)
    with window.qtbot.waitSignal(window.page.presenter.overview_read):
        window.press("F5")


def test_keys_of_sinkron(hand):
    window = hand("sinkron")
    with window.qtbot.waitSignal(window.page.presenter.shown):
        window.press("F5")
    for keys in ("Ctrl+Shift+I", "Ctrl+Shift+K"):  # no hub is known yet
        window.opens(keys, EnrolDialog)
    itself = window.page.acts.send_itself
    window.opens("Ctrl+Shift+J", EnrolDialog)
    assert itself.isChecked()
    window.press("Ctrl+Shift+J")
    assert not itself.isChecked()


def test_keys_of_pengaturan(hand):
    window = hand("pengaturan")
    window.asks("Ctrl+O", "choose_file")
    window.asks("Ctrl+Alt+A", "choose_file")


def test_the_logo_and_an_edition_are_put_away(hand, tmp_path):
    window = hand("pengaturan")
    services = window.desktop._services
    logo = QImage(40, 30, QImage.Format.Format_RGB32)
    logo.fill(Qt.GlobalColor.white)
    logo.save(str(tmp_path / "logo.png"))
    window.page._presenter.keep_logo(str(tmp_path / "logo.png"))
    services.edition_taking.take(services.edition_taking.read(write_shorter(tmp_path / "daftar.json")))
    window.desktop.window.show_page(window.desktop.window.key())
    assert services.settings.agency.logo
    window.press("Ctrl+Shift+O")
    assert not services.settings.agency.logo
    panel = window.page.findChild(EditionPanel)
    panel.editions.setCurrentIndex(panel.editions.editions.index(1))
    window.press("Ctrl+Alt+K")
    assert panel.editions.current().retired
