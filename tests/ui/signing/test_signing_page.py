"""Tinjau & tanda tangan as a person works with it: look through, make a key, sign, see it read-only."""

import pytest
from builders import AHMAD, NIP_AHMAD, SECRET, p12
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from zi_desktop.services.reports.verifying import verify_file
from zi_desktop.ui.help.keys import KEYS
from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.signing.key_dialogs import FingerprintDialog, ForgottenKeyDialog, NewKeyDialog
from zi_desktop.ui.widgets.reason_dialog import ReasonDialog

CTRL = Qt.KeyboardModifier.ControlModifier
OWN = "kunci milik sendiri"
WARNING = "pillar-A.I.4"


def visible(page, kind):
    return next((each for each in page.findChildren(kind) if each.isVisible()), None)


def wait_for(qtbot, page, kind):
    qtbot.waitUntil(lambda: visible(page, kind) is not None)
    return visible(page, kind)


def give(qtbot, page, passphrase):
    form = page.signatures.form
    form.passphrase.setFocus()
    qtbot.keyClicks(form.passphrase, passphrase)
    qtbot.keyClick(form.passphrase, Qt.Key.Key_Return)
    qtbot.keyClick(form.read, Qt.Key.Key_Space)


@pytest.fixture
def keyed(qtbot, page, scored):
    """The page of somebody who has an own key."""
    page._sealing.make_key(OWN)
    wait_for(qtbot, page, FingerprintDialog).close()
    with qtbot.waitActive(page):
        page.activateWindow()
    return page


@pytest.fixture
def signed_once(qtbot, keyed):
    give(qtbot, keyed, OWN)
    with qtbot.waitSignal(keyed._sealing.signed, timeout=20_000):
        qtbot.keyClick(keyed.signatures.form.read, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "Final" in keyed.preview.form.state.accessibleName())
    return keyed


def sentence(page):
    return page.signatures.form.message.text()


def test_without_a_key_the_way_to_one_stands_above_the_button(page):
    assert "Buat kunci sendiri" in sentence(page)
    assert not page.signatures.form.sign.isEnabled()


def test_a_key_is_made_with_a_passphrase_given_twice_and_its_fingerprint_shown(qtbot, page, scored):
    page.signatures.form.keyWay.click()
    dialog = wait_for(qtbot, page, NewKeyDialog)
    qtbot.keyClicks(dialog.first, OWN)
    qtbot.keyClicks(dialog.second, "yang lain")
    qtbot.keyClick(dialog.second, Qt.Key.Key_Return)
    assert "berbeda" in dialog.message.text()
    dialog.second.clear()
    qtbot.keyClicks(dialog.second, OWN)
    qtbot.keyClick(dialog.second, Qt.Key.Key_Return)
    shown = wait_for(qtbot, page, FingerprintDialog)
    card = scored.services.identities.show()
    assert any(
        label.accessibleName() == card.fingerprint for label in shown.findChildren(type(page.signatures.form.count))
    )
    assert page.signatures.form.key.currentText() == "Kunci sendiri di laptop ini"
    shown.close()
    assert page.focusWidget() is page.signatures.form.passphrase


def test_where_the_passphrase_is_forgotten_another_key_is_made_and_signs(qtbot, keyed, scored):
    before = scored.services.identities.show()
    keyed.acts.forgotten.trigger()
    dialog = wait_for(qtbot, keyed, ForgottenKeyDialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "tidak dapat dipulihkan" in told
    assert "didaftarkan lagi" in told
    for field in (dialog.first, dialog.second):
        qtbot.keyClicks(field, "yang diingat")
    qtbot.keyClick(dialog.second, Qt.Key.Key_Return)
    wait_for(qtbot, keyed, FingerprintDialog).close()
    assert scored.services.identities.show().sha256 != before.sha256
    give(qtbot, keyed, "yang diingat")
    with qtbot.waitSignal(keyed._sealing.signed, timeout=20_000):
        keyed.acts.sign.trigger()


def test_only_the_own_key_has_a_way_for_a_forgotten_passphrase(keyed, tmp_path):
    form = keyed.signatures.form
    assert form.forgotten.isVisible()
    keyed.signatures.choose_file(tmp_path / "milik orang lain.p12")
    assert not form.forgotten.isVisible()


def test_the_passphrase_stays_in_its_place_whatever_key_is_chosen(keyed, tmp_path):
    form = keyed.signatures.form
    before = [part.sizeHint().height() for part in (form.certificate, form.secret)]
    keyed.signatures.choose_file(tmp_path / "milik orang lain.p12")
    assert [part.sizeHint().height() for part in (form.certificate, form.secret)] == before


def test_a_paper_is_signed_only_when_it_was_read_and_a_passphrase_given(qtbot, keyed):
    form = keyed.signatures.form
    assert "passphrase" in sentence(keyed)
    qtbot.keyClicks(form.passphrase, OWN)
    assert "telah dibaca" in sentence(keyed)
    form.read.click()
    assert form.sign.isEnabled()
    assert "hanya dapat dibaca" in sentence(keyed)


def test_a_wrong_passphrase_is_told_at_its_place_and_nothing_is_written(qtbot, keyed, scored):
    give(qtbot, keyed, "bukan itu")
    with qtbot.waitSignal(keyed._sealing.refused):
        qtbot.keyClick(keyed.signatures.form.read, Qt.Key.Key_Return, CTRL)
    assert "tidak cocok" in sentence(keyed)
    assert keyed.signatures.form.passphrase.text() == ""
    field = keyed.signatures.form.passphrase
    assert (field.hasFocus(), field.property("valid")) == (True, False)
    qtbot.keyClicks(field, "l")
    assert field.property("valid") is True
    assert scored.state.seal is None
    assert not (scored.folder / "laporan").exists()


def test_key_passphrase_and_reading_are_reached_from_anywhere_by_a_command(qtbot, page):
    acts, form = page.acts, page.signatures.form
    assert (acts.new_key.isEnabled(), acts.fingerprint.isEnabled(), acts.read.isEnabled()) == (True, False, True)
    acts.new_key.trigger()
    wait_for(qtbot, page, NewKeyDialog).reject()
    acts.passphrase.trigger()
    assert page.focusWidget() is form.passphrase
    acts.read.trigger()
    assert form.read.isChecked()
    acts.read.trigger()
    assert form.read.isChecked()


def test_after_a_new_key_the_passphrase_is_asked_and_a_new_key_is_offered_no_more(keyed):
    assert (keyed.acts.new_key.isEnabled(), keyed.acts.fingerprint.isEnabled()) == (False, True)


def test_a_paper_on_its_way_takes_the_place_of_the_one_that_was_read(qtbot, keyed, scored):
    give(qtbot, keyed, OWN)
    assert keyed.acts.sign.isEnabled()
    scored.services.evaluations.plan(scored.id, {"place": "Andaikota"})
    keyed._presenter.check()
    assert not keyed.acts.sign.isEnabled()
    assert "belum tampil" in sentence(keyed)
    assert keyed.signatures.form.read.hasFocus()
    qtbot.waitUntil(lambda: "telah dibaca" in sentence(keyed))
    assert keyed.signatures.form.read.hasFocus()


def test_the_first_signature_closes_the_evaluation_and_the_written_file_verifies(signed_once, scored):
    assert "utuh, nilainya sesuai" in sentence(signed_once)
    assert signed_once._closed.text().startswith("Ditandatangani 1 dari 2.")
    assert not signed_once.papers.plan.isEnabled()
    assert [tab.locked for tab in signed_once.heading().tabs] == [True, False]
    assert not any(line.acts for line in [signed_once.checks.line()])
    file = scored.services.reviewing.signed_file(scored.id)
    assert verify_file(file).verdict == "incomplete"
    assert signed_once.preview.form.page.text().startswith("1 / ")


def test_after_a_signature_its_file_is_named_and_the_key_to_its_folder(signed_once, scored):
    assert scored.services.reviewing.signed_file(scored.id).name in sentence(signed_once)
    assert "Ctrl+Shift+F membuka foldernya" in sentence(signed_once)


def test_what_is_typed_for_the_own_turn_is_gone_when_the_turn_is_anothers(qtbot, signed_once, tmp_path):
    form = signed_once.signatures.form
    signed_once.signatures.choose_file(tmp_path / "kunci.p12")
    qtbot.keyClicks(form.passphrase, "setengah")
    signed_once.signatures.drop_file()
    assert (form.passphrase.text(), form.passphrase.isEnabled()) == ("", False)
    assert form.choose.hasFocus()


def test_the_next_signer_needs_their_own_key_and_completes_the_paper(qtbot, signed_once, scored, tmp_path):
    assert "selesai" in sentence(signed_once)
    assert signed_once.signatures.form.key.currentData() is None
    form = signed_once.signatures.form
    assert f"Giliran {AHMAD} menandatangani" in sentence(signed_once)
    assert (form.passphrase.isEnabled(), signed_once.acts.passphrase.isEnabled()) == (False, False)
    assert form.choose.hasFocus()
    form.read.click()
    assert AHMAD in sentence(signed_once)
    assert not signed_once.signatures.form.sign.isEnabled()
    file = tmp_path / "kunci.p12"
    file.write_bytes(p12(AHMAD, NIP_AHMAD))
    signed_once.signatures.choose_file(file)
    assert form.passphrase.hasFocus()
    give_again(qtbot, signed_once)
    with qtbot.waitSignal(signed_once._sealing.signed, timeout=20_000):
        qtbot.keyClick(signed_once.signatures.form.passphrase, Qt.Key.Key_Return, CTRL)
    assert signed_once.signatures.form.count.text() == "2 dari 2"
    assert not signed_once.signatures.form.certificate.isVisible()
    assert signed_once.signatures.form.folder.isVisible()
    assert signed_once.signatures.form.key.count() == 1


def give_again(qtbot, page):
    qtbot.keyClicks(page.signatures.form.passphrase, SECRET)
    page.signatures.form.read.setChecked(True)


def test_the_lead_opens_a_sealed_evaluation_again_with_a_reason(qtbot, signed_once, scored):
    signed_once.signatures.choose_file(scored.folder / "lama.p12")
    signed_once.acts.cancel_seal.trigger()
    dialog = wait_for(qtbot, signed_once, ReasonDialog)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.message.text() == "Alasan belum diisi."
    assert dialog.field.property("valid") is False
    assert scored.state.seal is not None
    qtbot.keyClicks(dialog.field, "Nomor surat tugas keliru.")
    assert dialog.field.property("valid") is True
    with qtbot.waitSignal(signed_once.evaluation_changed):
        dialog.confirm_button.click()
    assert scored.state.seal is None
    assert signed_once.papers.plan.isEnabled()
    assert "selesai" not in sentence(signed_once)
    assert signed_once.signatures.form.key.currentData() is None
    qtbot.waitUntil(lambda: signed_once.preview.form.state.accessibleName() == "Draf")


def test_a_report_that_is_archived_before_everybody_signed_says_both(signed_once, scored):
    scored.services.evaluations.archive(scored.id)
    shown = signed_once._presenter.shown()
    assert shown.closed.startswith("Ditandatangani 1 dari 2. Evaluasi ini diarsipkan.")
    assert not shown.complete
    assert shown.takes_key


def test_a_warning_is_accepted_with_a_reason_and_taken_back(qtbot, page, scored):
    scored.services.evaluations.accept_warning(scored.id, WARNING, "")
    page.activate()
    assert "1 peringatan" in page.checks.form.warningPill.accessibleName()
    page.checks.take_focus()
    qtbot.keyClick(page.checks.form.checks, Qt.Key.Key_Space)
    dialog = wait_for(qtbot, page, ReasonDialog)
    qtbot.keyClicks(dialog.field, "Sudah ditelaah.")
    dialog.confirm_button.click()
    assert scored.state.accepted[WARNING].value["reason"] == "Sudah ditelaah."
    assert "2 diterima" in page.checks.form.warningPill.accessibleName()
    qtbot.keyClick(page.checks.form.checks, Qt.Key.Key_Space)
    assert wait_for(qtbot, page, ReasonDialog).windowTitle() == "Ubah alasan"


def test_what_blocks_stands_above_the_button_and_leads_to_its_item(qtbot, page, scored):
    code = "A.I.5.i.b"
    displayed = scored.state.answer_cell("tpi", code).displayed
    scored.services.answering.answer(scored.id, code, None, displayed=displayed)
    qtbot.keyClick(page.checks.form.checks, Qt.Key.Key_F5)
    assert sentence(page) == "Belum dapat ditandatangani. Selesaikan 1 hal wajib lebih dahulu."
    page.checks.form.checks.setCurrentIndex(page.checks.form.checks.model().index_of(f"unanswered:{code}"))
    with qtbot.waitSignal(page.place_requested) as asked:
        qtbot.keyClick(page.checks.form.checks, Qt.Key.Key_Return)
    assert asked.args == [code, scored.id]


def test_the_passphrase_is_forgotten_when_the_page_is_left(qtbot, keyed):
    give(qtbot, keyed, OWN)
    keyed.hide()
    assert keyed.signatures.form.passphrase.text() == ""
    assert not keyed.signatures.form.read.isChecked()
    keyed.show()


def test_the_passphrase_hides_until_the_eye_is_opened(page):
    field = page.signatures.form.passphrase
    eye = field.actions()[0]
    assert field.echoMode() is QLineEdit.EchoMode.Password
    eye.trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    field.clear()
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_in_a_narrow_window_checks_and_paper_take_turns(qtbot, open_page, scored):
    page = open_page(scored.services, scored.id, QSize(838, 428))
    assert (page.checks.isVisible(), page.preview.isVisible()) == (True, False)
    assert page.acts.preview.print.isEnabled()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, CTRL)
    assert (page.checks.isVisible(), page.preview.isVisible()) == (False, True)
    page.resize(1294, 684)
    page.acts.show_checks.setChecked(True)
    assert (page.checks.isVisible(), page.preview.isVisible()) == (True, True)


def test_every_part_takes_the_keyboard(page):
    from zi_desktop.ui.panes import first_focus

    assert all(first_focus(pane) is not None for pane in page.panes())


@pytest.mark.parametrize("width", [258, 300, 374, 500, 572])
def test_the_bar_of_the_preview_never_needs_more_room_than_there_is(page, width):
    page.preview.setMinimumWidth(0)
    page.preview.resize(width, 400)
    bar, title = page.preview.form.bar, page.preview.form.title
    assert bar.minimumSizeHint().width() <= width
    assert not title.isVisible() or title.width() >= title.sizeHint().width()


def test_while_the_paper_is_on_its_way_it_says_which(page):
    page.preview.show_words("")
    page._paper.waited.emit()
    assert page.preview.form.words.text() == "Menyusun pratinjau…"


def test_a_signed_paper_is_read(signed_once):
    signed_once.preview.show_words("")
    signed_once._paper.waited.emit()
    assert signed_once.preview.form.words.text() == "Membaca laporan…"


def test_bantuan_lists_every_key_of_the_page(page):
    listed = dict(next(keys for title, keys in KEYS if title == "Tinjau & tanda tangan"))
    bound = {key_text(action.shortcut()) for action in page.actions() if not action.shortcut().isEmpty()}
    assert bound <= listed.keys()
