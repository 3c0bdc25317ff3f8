"""Sinkron in the real window: by keys alone, with two laptops, a stick and a hub."""

import uuid

import pytest
from builders import CHOICE, SECRET, give
from focus_walk import name_of, reachable, walk
from hub_makers import Hub
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from whole_desktop import whole_desktop

from zi_desktop.domain.errors import StaleViewError
from zi_desktop.services.composition import open_services
from zi_desktop.services.receipts import SENT
from zi_desktop.storage import exchange
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.navigation import EVALUATION, HOME, SETTINGS, SIGNING, SYNC
from zi_desktop.ui.page import KeyHint, Pane
from zi_desktop.ui.sync import asking, cards_dialog
from zi_desktop.ui.sync.cards_dialog import BindDialog, CardsDialog, CompareDialog
from zi_desktop.ui.sync.enrol_dialog import EnrolDialog
from zi_desktop.ui.sync.office_dialog import OfficeDialog
from zi_desktop.ui.sync.preview_dialog import PreviewDialog
from zi_desktop.ui.sync.save_dialog import SaveDialog
from zi_desktop.ui.sync.view import SyncPage
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.pills import Tone

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desktop(qtbot, theme, services, evaluation, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path) as desktop:
        yield desktop


@pytest.fixture
def page(qtbot, desktop):
    press(qtbot, Qt.Key.Key_Y, CTRL | SHIFT)
    page = desktop.window.page()
    assert page is desktop.window.screen_of(SYNC)
    qtbot.waitUntil(lambda: page.shown is not None)
    return page


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def dialog_of(qtbot, page, kind):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    dialog = next(each for each in page.findChildren(kind) if each.isVisible())
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog and dialog.isAncestorOf(QApplication.focusWidget()))
    return dialog


def rows(panel):
    return [(group.key, row.title, row.end) for group in panel.form.list.groups() for row in group.rows]


def drop(desktop, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QApplication.sendEvent(desktop.window, QDragEnterEvent(QPointF(400, 300), copy, data, left, none))
    QApplication.sendEvent(desktop.window, QDropEvent(QPointF(400, 300), copy, data, left, none))


def state_of(page):
    return [item.state for item in page.shown.overview.outbox]


def test_a_bundle_is_chosen_compared_accepted_and_taken_by_keys(
    qtbot, page, services, stranger, evaluation, stick, monkeypatch
):
    give(stranger, evaluation, CHOICE, "Ya")
    stranger.bundling.export([evaluation], stick / "bagus.zib", plain=True)
    monkeypatch.setattr(asking, "choose_file", lambda *_: stick / "bagus.zib")
    press(qtbot, Qt.Key.Key_I, CTRL)
    dialog = dialog_of(qtbot, page, PreviewDialog)
    assert dialog.ticks[0].hasFocus()
    assert dialog.confirm_button.text() == "Simpan, terima nanti"
    bar = page.window().status
    qtbot.waitUntil(lambda: KeyHint("Ctrl+Enter", "Simpan, terima nanti") in bar._hints_shown)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: KeyHint("Ctrl+Enter", "Terima kartu") in bar._hints_shown)
    assert dialog.confirm_button.text() == "Terima kartu"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    dialog = dialog_of(qtbot, page, PreviewDialog)
    assert dialog.ticks == []
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: any(row[1].startswith("bagus, dari Bagus") for row in rows(page.inbox)))
    assert services.evaluations.open(evaluation).state.answer_cell("tpi", CHOICE).value


def test_esc_takes_nothing(qtbot, page, services, colleague, evaluation, stick):
    colleague.answering.note(evaluation, CHOICE, "dilihat lagi")
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    page.read(stick / "ahmad.zib")
    dialog_of(qtbot, page, PreviewDialog)
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not list(services.workspace.folder.glob(".paket-*")))
    assert not [each for each in services.exchange_overviews.overview().past if each.came]


def test_a_bundle_dropped_anywhere_comes_here_and_a_broken_one_says_why(qtbot, desktop, stick):
    desktop.window.show_page(HOME)
    (stick / "rusak.zib").write_bytes(b"bukan paket")
    drop(desktop, stick / "rusak.zib")
    page = desktop.window.page()
    assert page is desktop.window.screen_of(SYNC)
    qtbot.waitUntil(lambda: bool(page.notices.refusal.text()))
    qtbot.waitUntil(lambda: bool(rows(page.inbox)))
    assert rows(page.inbox)[0][1] == "rusak.zib"
    assert "Paket ditolak" in page.notices.refusal.text()


def test_a_bundle_is_saved_to_the_stick_for_the_team(qtbot, page, services, colleague, evaluation, stick, monkeypatch):
    monkeypatch.setattr(asking, "choose_place", lambda _page, _title, name, _kinds: stick / name)
    page.acts.reload.trigger()
    press(qtbot, Qt.Key.Key_E, CTRL)
    dialog = dialog_of(qtbot, page, SaveDialog)
    assert dialog.chosen() == (evaluation,)
    assert "Hanya Ahmad" in dialog.who.text()
    assert not dialog.plain.isChecked()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: [row[1] for row in rows(page.inbox)][:1] == ["Lapas Kelas IIB Contohrejo 2026.zib"])
    assert [row[2] for row in rows(page.outbox)] == ["Disimpan ke media"]
    [written] = stick.iterdir()
    assert written.suffix == ".zib"
    assert b"mimetype" not in written.read_bytes()[:100], "encrypted unless that was given up"


def test_without_a_colleague_in_the_team_that_is_said_and_leads_to_the_plan(
    qtbot, desktop, page, services, colleague, evaluation
):
    services.evaluations.plan(evaluation, {"team": []})
    press(qtbot, Qt.Key.Key_E, CTRL)
    dialog = dialog_of(qtbot, page, SaveDialog)
    assert "belum memuat orang lain" in dialog.who.text(), "a card was accepted; it is not that"
    assert "tanpa enkripsi" not in dialog.who.text()
    assert not dialog._to_cards.isVisible()
    press(qtbot, Qt.Key.Key_R, CTRL | SHIFT)
    qtbot.waitUntil(lambda: desktop.window.key() == SIGNING)


def test_what_is_asked_for_before_everything_is_read_comes_as_soon_as_it_is(qtbot, page):
    page.shown = None
    press(qtbot, Qt.Key.Key_E, CTRL)
    assert not page.findChildren(SaveDialog)
    page.presenter.load()
    dialog = dialog_of(qtbot, page, SaveDialog)
    dialog.reject()
    page.presenter.load()
    qtbot.waitUntil(lambda: not page.findChildren(SaveDialog))


def test_a_key_of_a_dialog_is_told_only_while_its_button_can_be_pressed(qtbot, page):
    bar = page.window().status
    press(qtbot, Qt.Key.Key_E, CTRL)
    dialog = dialog_of(qtbot, page, SaveDialog)
    assert not dialog.confirm_button.isEnabled(), "nobody could read it"
    qtbot.waitUntil(lambda: [hint.keys for hint in bar._hints_shown] == ["Esc"])
    dialog.plain.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [hint.keys for hint in bar._hints_shown] == ["Ctrl+Enter", "Esc"])
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [hint.keys for hint in bar._hints_shown] == ["Esc"])
    press(qtbot, Qt.Key.Key_Escape)


def test_without_encryption_only_by_choice_and_with_a_warning(qtbot, page):
    press(qtbot, Qt.Key.Key_E, CTRL)
    dialog = dialog_of(qtbot, page, SaveDialog)
    assert not dialog.confirm_button.isEnabled(), "nobody could read it"
    dialog.plain.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert "Siapa pun" in dialog.message.text()
    assert dialog.confirm_button.isEnabled()
    next(iter(dialog.ticks.values())).setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert not dialog.confirm_button.isEnabled()
    press(qtbot, Qt.Key.Key_Escape)


def test_sending_asks_for_the_hub_first_and_then_sends(qtbot, desktop, page, services, hub):
    button = desktop.window._rail_buttons[SYNC]
    press(qtbot, Qt.Key.Key_K, CTRL | SHIFT)
    dialog = dialog_of(qtbot, page, EnrolDialog)
    qtbot.keyClicks(dialog.address, hub.address)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(dialog.same.isVisible)
    assert dialog.print.text().split() == hub.fingerprint.split()
    assert not dialog.confirm_button.isEnabled()
    assert services.enrolment.hub() is None
    qtbot.keyClick(dialog.same, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: state_of(page) == ["disimpan"])
    assert services.enrolment.hub().card.hub == hub.card.hub
    qtbot.waitUntil(lambda: button._badge == "1")
    qtbot.waitUntil(lambda: "1 menunggu tanda terima" in desktop.window.status._network._words.text())
    hub.ingest()
    hub.accept_everybody()
    hub.ingest()
    desktop.window.page().acts.pull.trigger()
    qtbot.waitUntil(lambda: state_of(page) == [SENT])
    qtbot.waitUntil(lambda: button._badge == "")
    qtbot.waitUntil(lambda: desktop.window.status._network._words.text() == "Luring")


def test_another_hub_is_refused_in_the_dialog(qtbot, page, tmp_path):
    press(qtbot, Qt.Key.Key_H, CTRL | SHIFT)
    dialog = dialog_of(qtbot, page, EnrolDialog)
    (tmp_path / "kosong").mkdir()
    dialog.address.setText(str(tmp_path / "kosong"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "belum ada hub" in dialog.message.text())
    assert dialog.isVisible()
    dialog.address.setText(str(tmp_path / "keliru"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "tidak tercapai" in dialog.message.text())
    assert "terkirim" not in dialog.message.text().replace("Belum ada yang dikirim", ""), "nothing was under way"
    dialog.address.setText("s3://wadah/awalan")
    assert dialog.access.isVisible()
    press(qtbot, Qt.Key.Key_Escape)


def test_a_failure_stands_in_the_outbox_until_it_is_tried_again(qtbot, page, services, hub, tmp_path):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    (tmp_path / "pertukaran").rename(tmp_path / "dicabut")
    page.acts.push.trigger()
    qtbot.waitUntil(lambda: bool(page.notices.failure.text()))
    (tmp_path / "dicabut").rename(tmp_path / "pertukaran")
    page.acts.push.trigger()
    qtbot.waitUntil(lambda: state_of(page) == ["disimpan"])
    assert not page.notices.failure.text()


def test_what_the_hub_lost_is_an_alarm_until_it_goes_again(qtbot, page, services, hub):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    services.exchanging.push(hub.address)
    with services.workspace.database.writing() as connection:
        [row] = [each for each in exchange.exchanges(connection) if each.state == "disimpan" and "key" in each.detail]
        fields = {name: getattr(row, name) for name in type(row).__slots__}
        exchange.put_exchange(connection, type(row)(**{**fields, "state": "ditarik"}))
    page.acts.reload.trigger()
    qtbot.waitUntil(lambda: "Inspektorat tidak lagi memiliki" in page.notices.taken_back.text())
    page.activate()
    qtbot.waitUntil(lambda: [row[0] for row in rows(page.outbox)] == ["ditarik"])
    page.acts.push.trigger()
    qtbot.waitUntil(lambda: not page.notices.taken_back.text())
    assert state_of(page) == ["disimpan"]


def test_files_that_are_nowhere_known_are_said_and_lead_to_a_bundle(qtbot, page, services, hub, evaluation, tmp_path):
    """A file that was let go here and that the hub lost is never called safe."""
    services.enrolment.enrol(hub.address, hub.fingerprint)
    (tmp_path / "bukti.txt").write_bytes(b"berita acara contoh")
    services.evidence.add(evaluation, [tmp_path / "bukti.txt"], CHOICE)
    services.exchanging.push(hub.address)
    hub.ingest()
    hub.accept_everybody()
    hub.ingest()
    services.exchanging.pull(hub.address)
    [link] = services.evidence.links(evaluation, CHOICE)
    services.evidence.store.remove(link.file.sha256)
    with services.workspace.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM receipt")
    page.acts.reload.trigger()
    qtbot.waitUntil(lambda: "1 berkas" in page.notices.lost.text())
    words = page.notices.lost.text()
    assert "maupun di Inspektorat" in words
    assert "Semuanya" not in words
    assert [row[0] for row in rows(page.outbox)] == ["hilang"]
    assert buttons_of(page.notices.lost) == ["Pilih paket…"]
    services.evidence.add(evaluation, [tmp_path / "bukti.txt"], CHOICE)
    page.acts.reload.trigger()
    qtbot.waitUntil(lambda: not page.notices.lost.text())


def test_what_was_said_of_a_bundle_goes_when_a_version_is_chosen(qtbot, desktop, page):
    """The room that it takes is needed for the reason."""
    page.said.emit("Paket dari rekan diambil.", Tone.OK)
    assert desktop.window._message.text() == "Paket dari rekan diambil."
    page.beside.begun.emit()
    assert desktop.window._message.text() == ""


def buttons_of(bar):
    return [button.text() for button in bar.findChildren(QPushButton) if button.isVisible()]


def test_without_a_name_the_cards_lead_to_the_settings(qtbot, desktop, page, services):
    services.settings.put("person.name", "")
    page.acts.cards.trigger()
    assert "Nama belum diisi" in page.notices.nameless.text()
    [button] = [each for each in page.notices.nameless.findChildren(QPushButton) if each.isVisible()]
    button.click()
    assert desktop.window.page() is desktop.window.screen_of(SETTINGS)
    press(qtbot, Qt.Key.Key_Y, CTRL | SHIFT)
    assert not page.notices.nameless.text()


def test_cards_are_shown_given_away_and_accepted_after_a_comparison(
    qtbot, page, services, stranger, stick, monkeypatch
):
    stranger.devices.export_card(stick / "bagus.kartu")
    monkeypatch.setattr(cards_dialog, "choose_file", lambda *_: stick / "bagus.kartu")
    monkeypatch.setattr(cards_dialog, "choose_place", lambda *_: stick / "rini.kartu")
    press(qtbot, Qt.Key.Key_L, CTRL | SHIFT)
    dialog = dialog_of(qtbot, page, CardsDialog)
    press(qtbot, Qt.Key.Key_E, CTRL)
    assert services.devices.read_file(stick / "rini.kartu") == services.devices.card()
    press(qtbot, Qt.Key.Key_I, CTRL)
    compare = dialog_of(qtbot, dialog, CompareDialog)
    bar = page.window().status
    qtbot.waitUntil(lambda: [hint.keys for hint in bar._hints_shown] == ["Esc"])
    press(qtbot, Qt.Key.Key_Return)
    assert compare.isVisible()
    assert stranger.devices.key().device not in services.devices.accepted()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: KeyHint("Ctrl+Enter", "Terima") in bar._hints_shown)
    qtbot.keyClick(compare, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: [group.key for group in dialog.list.groups()] == ["dikenal"])
    assert services.devices.accepted()[stranger.devices.key().device]
    dialog.reject()


def test_a_card_dropped_anywhere_is_shown_to_be_compared(qtbot, desktop, services, stranger, stick):
    stranger.devices.export_card(stick / "bagus.kartu")
    desktop.window.show_page(HOME)
    drop(desktop, stick / "bagus.kartu")
    page = desktop.window.page()
    assert page is desktop.window.screen_of(SYNC)
    dialog = next(each for each in page.findChildren(CardsDialog) if each.isVisible())
    compare = dialog_of(qtbot, dialog, CompareDialog)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClick(compare, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: stranger.devices.key().device in services.devices.accepted())
    qtbot.waitUntil(lambda: "Kartu diterima" in dialog.message.text())
    dialog.reject()


def test_what_waits_is_listed_and_let_in_or_thrown_away(qtbot, page, services, stranger, evaluation, stick):
    give(stranger, evaluation, CHOICE, "Ya")
    (stick / "bukti.txt").write_bytes(b"contoh")
    stranger.evidence.add(evaluation, [stick / "bukti.txt"], CHOICE)
    stranger.bundling.export([evaluation], stick / "bagus.zib", plain=True)
    page.read(stick / "bagus.zib")
    qtbot.keyClick(dialog_of(qtbot, page, PreviewDialog), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: ("kartu", "Bagus Contohardjo, S.H.: kartu belum diterima", "") in rows(page.inbox))
    [waiting] = page.shown.overview.waiting
    assert (waiting.lines, waiting.files, waiting.size) == (2, 1, 6)
    assert page.inbox.waiting_sender() == waiting.device, "what just came and asks for something is where Enter acts"
    page.inbox.form.list.choose("kartu", f"perangkat:{waiting.device}")
    page.inbox.form.list.setFocus()
    press(qtbot, Qt.Key.Key_Delete, CTRL | SHIFT)
    qtbot.keyClick(dialog_of(qtbot, page, DialogFrame), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.shown.overview.waiting == ())
    assert list((services.workspace.folder / "menunggu").iterdir()) == []
    page.read(stick / "bagus.zib")
    qtbot.keyClick(dialog_of(qtbot, page, PreviewDialog), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(page.shown.overview.waiting) == 1)
    page.inbox.form.list.setFocus()
    page.inbox.form.list.choose("kartu", f"perangkat:{waiting.device}")
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page, CardsDialog)
    room = dialog.list.height()
    press(qtbot, Qt.Key.Key_Return)
    compare = dialog_of(qtbot, dialog, CompareDialog)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClick(compare, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "2 perubahan yang menunggu telah diambil" in dialog.message.text())
    assert dialog.message.isVisible()
    qtbot.waitUntil(lambda: dialog.list.height() == room)  # the message takes no room from the cards
    said = page.window()._message
    assert "telah diambil" not in said.text(), "the dialog says it"
    dialog.reject()
    assert said.text() == "Kartu diterima; 2 perubahan yang menunggu telah diambil."
    qtbot.waitUntil(lambda: page.shown.overview.waiting == ())
    assert services.evaluations.open(evaluation).state.answer_cell("tpi", CHOICE).value
    assert len(services.bundling.evidence_of([evaluation])) == 1
    [past] = [each for each in page.shown.overview.past if each.name == "bagus.zib" and each.came]
    assert (past.lines, past.waiting) == (2, 0), "the history does not say any more that it waits"


def test_a_card_tells_what_it_lets_in_that_is_to_be_settled(qtbot, page, services, stranger, evaluation, stick):
    give(services, evaluation, CHOICE, "Tidak")
    give(stranger, evaluation, CHOICE, "Ya")
    stranger.bundling.export([evaluation], stick / "bagus.zib", plain=True)
    page.read(stick / "bagus.zib")
    qtbot.keyClick(dialog_of(qtbot, page, PreviewDialog), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(page.shown.overview.waiting) == 1)
    page.inbox.form.list.setFocus()
    page.inbox.form.list.choose("kartu", f"perangkat:{page.shown.overview.waiting[0].device}")
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page, CardsDialog)
    press(qtbot, Qt.Key.Key_Return)
    compare = dialog_of(qtbot, dialog, CompareDialog)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClick(compare, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "telah diambil" in dialog.message.text())
    count = len(services.settling.matters(evaluation).items)
    assert count >= 1
    told = dialog.message.text()
    assert told.endswith(f"{count} hal perlu diselesaikan di beda penilaian.")
    dialog.reject()
    assert page.window()._message.text() == told


def refuse_as_stale(*_):
    raise StaleViewError("nama instansi")


def test_what_laptops_call_the_office_is_shown_side_by_side_and_chosen(
    qtbot, page, services, colleague, evaluation, stick, monkeypatch
):
    services.settings.put("agency.name", "Kementerian Contoh")
    services.settings.put("agency.letterhead", "KEMENTERIAN CONTOH|INSPEKTORAT JENDERAL")
    colleague.settings.put("agency.name", "Kementerian Umpama")
    colleague.settings.put("agency.letterhead", "KEMENTERIAN CONTOH|INSPEKTORAT JENDERAL")
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    page.read(stick / "ahmad.zib")
    qtbot.keyClick(dialog_of(qtbot, page, PreviewDialog), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "nama instansi" in page.notices.office.text())
    assert "kop surat" not in page.notices.office.text(), "what is the same is no dispute"
    qtbot.waitUntil(lambda: page.isEnabled() and page.acts.office.isEnabled())
    qtbot.keyClick(page, Qt.Key.Key_G, CTRL | SHIFT)
    dialog = dialog_of(qtbot, page, OfficeDialog)
    assert [group.checkedId() for group in dialog.groups] == [-1]
    assert not dialog.confirm_button.isEnabled()
    names = [version.value for version in services.office_disputes.all()[0].versions]
    assert sorted(names) == ["Kementerian Contoh", "Kementerian Umpama"]
    wanted = names.index("Kementerian Umpama")
    chosen = dialog.groups[0].button(wanted)
    chosen.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    choose = services.office_disputes.choose
    monkeypatch.setattr(services.office_disputes, "choose", refuse_as_stale)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert "sudah berubah" in dialog.message.text()
    assert chosen.hasFocus()
    assert chosen.property("valid") is False
    monkeypatch.setattr(services.office_disputes, "choose", choose)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not page.notices.office.isVisible())
    assert services.settings.agency.name == "Kementerian Umpama"
    assert services.office_disputes.all() == []


def test_a_spoilt_card_is_refused_in_the_dialog(qtbot, page, stick, monkeypatch):
    (stick / "rusak.kartu").write_bytes(b"{}")
    monkeypatch.setattr(cards_dialog, "choose_file", lambda *_: stick / "rusak.kartu")
    page.acts.cards.trigger()
    dialog = dialog_of(qtbot, page, CardsDialog)
    dialog.add.trigger()
    assert "Kartu tidak dapat dipakai" in dialog.message.text()
    dialog.reject()


@pytest.mark.parametrize("width", [910, 1366])
def test_tab_reaches_everything(qtbot, desktop, page, width):
    desktop.window.resize(width, 512)
    assert desktop.window.width() == width
    walked = walk(qtbot, page)
    assert {name_of(widget) for widget in reachable(page) - set(walked)} == set()
    assert [type(widget).__name__ for widget in walked if not name_of(widget)] == []


def test_the_own_certificate_stands_behind_the_laptop(qtbot, page, services):
    services.identities.new(SECRET)
    page.acts.cards.trigger()
    dialog = dialog_of(qtbot, page, CardsDialog)
    press(qtbot, Qt.Key.Key_B, CTRL)
    bind = dialog_of(qtbot, dialog, BindDialog)
    assert bind.which.text().startswith(services.settings.person().name)
    assert not bind.confirm_button.isEnabled()
    qtbot.keyClicks(bind.passphrase, "keliru-keliru")
    press(qtbot, Qt.Key.Key_Return)
    assert "Passphrase tidak cocok" in bind.message.text()
    assert bind.passphrase.text() == ""
    assert bind.passphrase.hasFocus()
    assert bind.passphrase.property("valid") is False
    qtbot.keyClicks(bind.passphrase, SECRET)
    assert bind.passphrase.property("valid") is True
    press(qtbot, Qt.Key.Key_Return)
    assert services.devices.card().binding is not None
    dialog.reject()


def test_where_there_is_no_own_key_the_keyboard_is_at_the_choice_of_a_file(qtbot, page, services, stick, monkeypatch):
    (stick / "kunci.p12").write_bytes(b"bukan kunci")
    monkeypatch.setattr(cards_dialog, "choose_file", lambda *_: stick / "kunci.p12")
    page.acts.cards.trigger()
    dialog = dialog_of(qtbot, page, CardsDialog)
    press(qtbot, Qt.Key.Key_B, CTRL)
    bind = dialog_of(qtbot, dialog, BindDialog)
    assert bind.which.text() == "Belum ada kunci sendiri"
    assert QApplication.focusWidget().text() == "Pilih berkas kunci…"
    qtbot.keyClicks(bind.passphrase, SECRET)
    assert not bind.confirm_button.isEnabled(), "there is nothing to bind with"
    press(qtbot, Qt.Key.Key_Return)
    assert bind.which.text() == "kunci.p12"
    assert bind.passphrase.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert bind.message.text()
    assert QApplication.focusWidget().text() == "Pilih berkas kunci…"
    assert bind.passphrase.property("valid") is not False
    assert services.devices.card().binding is None
    bind.reject()
    dialog.reject()


@pytest.mark.parametrize("kind", [SaveDialog, CardsDialog, EnrolDialog], ids=["save", "cards", "enrol"])
def test_tab_reaches_everything_in_the_dialogs(qtbot, page, kind):
    acts = page.acts
    {SaveDialog: acts.save, CardsDialog: acts.cards, EnrolDialog: acts.enrol}[kind].trigger()
    dialog = dialog_of(qtbot, page, kind)
    walked = walk(qtbot, dialog)
    assert {name_of(widget) for widget in reachable(dialog) - set(walked)} == set()
    assert [type(widget).__name__ for widget in walked if not name_of(widget)] == []
    dialog.reject()


def test_in_a_workspace_that_is_only_read_nothing_can_be_sent(qtbot, theme, services, evaluation, jobs):
    with open_services(services.workspace.folder, write=False) as reader:
        page = SyncPage(reader, jobs, Pane())
        for widget in (page, *page.tools()):
            qtbot.addWidget(widget)
        with qtbot.waitSignal(page.exchanged):
            page.presenter.load()
        acts = page.acts
        assert not any(action.isEnabled() for action in (acts.push, acts.pull, acts.save, acts.enrol))
        assert acts.choose.isEnabled(), "a bundle can be looked at"
        qtbot.waitUntil(lambda: not jobs.findChildren(Job))


def test_an_open_evaluation_shows_what_a_bundle_brought(qtbot, desktop, page, services, colleague, evaluation, stick):
    desktop.navigation.open_evaluation(evaluation, CHOICE)
    scoring = desktop.window.page()
    give(colleague, evaluation, CHOICE, "Ya")
    colleague.bundling.export([evaluation], stick / "ahmad.zib")
    press(qtbot, Qt.Key.Key_Y, CTRL | SHIFT)
    page.read(stick / "ahmad.zib")
    dialog = dialog_of(qtbot, page, PreviewDialog)
    with qtbot.waitSignal(page.said):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    desktop.window.show_page(EVALUATION)
    assert scoring.stage.presenter.view.state.answer_cell("tpi", CHOICE).value
    assert services.evaluations.open(evaluation).state == scoring.stage.presenter.view.state


def test_a_store_is_entered_with_the_keys_that_were_typed(qtbot, page, services, s3, tmp_path, monkeypatch):
    address = s3.address(uuid.uuid4().hex)
    with monkeypatch.context() as office:
        office.setenv("ZI_S3_ACCESS_KEY", s3.keys.access)
        office.setenv("ZI_S3_SECRET_KEY", s3.keys.secret)
        hub = Hub(tmp_path, address, str(tmp_path / "gabungan.db"))
        hub.services.close()
    page.acts.push.trigger()
    dialog = dialog_of(qtbot, page, EnrolDialog)
    dialog.address.setText(address)
    dialog.access.setText(s3.keys.access)
    dialog.secret.setText("salah")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(dialog.message.text()), timeout=60_000)
    assert not dialog.same.isVisible()
    dialog.secret.setText(s3.keys.secret)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(dialog.same.isVisible, timeout=60_000)
    qtbot.keyClick(dialog.same, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: state_of(page) == ["disimpan"], timeout=60_000)
    assert services.enrolment.keys() == s3.keys
