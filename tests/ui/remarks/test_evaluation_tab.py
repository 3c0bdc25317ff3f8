"""The tab "Catatan" of an evaluation, F8 and the card of an item, in the real window."""

import pytest
from focus_walk import name_of, reachable, walk
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from whole_desktop import whole_desktop

from zi_desktop.services.typed_drafts import new_remark
from zi_desktop.ui.navigation import EVALUATION, REMARKS_TAB
from zi_desktop.ui.remarks import follow_up_dialog
from zi_desktop.ui.remarks.card import RemarkCard
from zi_desktop.ui.widgets.fields_dialog import FieldsDialog

CODE, OTHER = "A.I.5.i.b", "B.I.a"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def later(services, remarked):
    """The next evaluation of the satker: two remarks of the one before are open."""
    return services.evaluations.create("C-001", 2027)


@pytest.fixture
def desktop(qtbot, theme, services, later, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path, later, CODE) as desktop:
        yield desktop


@pytest.fixture
def scoring(desktop):
    return desktop.window.page()


@pytest.fixture
def tab(desktop, scoring):
    scoring.choose_tab(REMARKS_TAB)
    page = desktop.window.page()
    assert page is desktop.window.screen_of(REMARKS_TAB)
    return page


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)  # a dialog that closed gives the keyboard back
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def dialog_of(qtbot, page):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(FieldsDialog)))
    return next(each for each in page.findChildren(FieldsDialog) if each.isVisible())


def save(qtbot, page, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in page.findChildren(FieldsDialog)))


def count(page):
    return next(each.count for each in page.heading().tabs if each.key == REMARKS_TAB)


def test_what_earlier_evaluations_left_open_is_counted_in_every_tab(desktop, scoring, tab):
    assert (count(scoring), count(tab)) == (2, 2)
    assert tab.form.message.text() == "2 catatan terbuka dari evaluasi terdahulu belum diperiksa."
    assert tab.list.found == tuple(each.row for each in tab.shown.earlier)


def test_each_is_confirmed_by_a_key_with_a_word_and_nothing_is_chosen_beforehand(qtbot, tab, services, later):
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, tab)
    assert dialog.fields["finding"].current() == ""
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.message.text() == "Hasil pemeriksaan belum dipilih."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    tab.form.list.setFocus()
    chosen = tab.earlier().row.id
    press(qtbot, Qt.Key.Key_1)
    dialog = dialog_of(qtbot, tab)
    dialog.fields["note"].setPlainText("SOP sudah ditetapkan")
    save(qtbot, tab, dialog)
    found = services.remarks.of(later).carried[chosen]
    assert (found.finding, found.note) == ("selesai", "SOP sudah ditetapkan")
    assert (count(tab), tab.shown.unconfirmed) == (1, 1)
    assert tab.row().id == chosen
    tab.form.list.setFocus()
    press(qtbot, Qt.Key.Key_0)
    assert services.remarks.of(later).carried == {}
    assert count(tab) == 2


def test_keys_of_this_evaluation_do_nothing_to_an_earlier_remark(qtbot, tab, services, evaluation, remarked):
    assert tab.earlier() is not None
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_T, Qt.Key.Key_S):
        press(qtbot, key)
    assert not any(each.isVisible() for each in tab.findChildren(FieldsDialog))
    assert services.remarks.of(evaluation).get(tab.row().id)


def test_a_new_remark_about_an_item_or_the_whole_is_written_in_the_tab(qtbot, tab, services, later):
    press(qtbot, Qt.Key.Key_F8)
    dialog = dialog_of(qtbot, tab)
    dialog.fields["condition"].setPlainText("Survei belum ada")
    dialog.fields["recommendation"].setPlainText("Adakan survei")
    dialog.fields["item"].setText("X.9")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert "X.9 tidak ada" in dialog.message.text()
    dialog.fields["item"].setText(OTHER)
    save(qtbot, tab, dialog)
    [remark] = services.remarks.of(later).all
    assert remark.item == OTHER
    assert services.typed_drafts.new_remarks(later) == frozenset()


def test_a_remark_that_was_begun_is_continued_in_the_tab(qtbot, tab, services, later):
    assert tab.acts.add.text() == "Catatan baru…"
    press(qtbot, Qt.Key.Key_F8)
    dialog = dialog_of(qtbot, tab)
    qtbot.keyClicks(dialog.fields["condition"], "Survei belum ada")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tab.acts.add.text() == "Lanjutkan catatan…")
    assert ("F8", "Lanjutkan catatan") in [(hint.keys, hint.text) for hint in tab.key_hints()]
    services.typed_drafts.keep(later, new_remark(""), {})
    tab.activate()
    assert tab.acts.add.text() == "Catatan baru…"


def test_a_closed_evaluation_takes_no_finding_and_no_new_remark(tab, services, later):
    services.evaluations.archive(later)
    tab.acts.reload.trigger()
    assert not tab.acts.add.isEnabled()
    assert not any(action.isEnabled() for action in tab.acts.of_finding())
    assert not tab.form.message.text()


def test_what_is_typed_in_f8_stays_when_the_window_goes(qtbot, scoring, services, later):
    press(qtbot, Qt.Key.Key_F8)
    dialog = dialog_of(qtbot, scoring)
    qtbot.keyClicks(dialog.fields["condition"], "SOP masih konsep")
    qtbot.waitUntil(
        lambda: services.typed_drafts.draft(later, new_remark(CODE)).fields == {"condition": "SOP masih konsep"}
    )
    qtbot.keyClicks(dialog.fields["due"], "12 Des")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert services.typed_drafts.draft(later, new_remark(CODE)).fields == {
        "condition": "SOP masih konsep",
        "due": "12 Des",
    }
    card = scoring.findChild(RemarkCard)
    assert card.add.text() == "Lanjutkan…"
    press(qtbot, Qt.Key.Key_F8)
    dialog = dialog_of(qtbot, scoring)
    assert (dialog.fields["condition"].toPlainText(), dialog.fields["due"].text()) == ("SOP masih konsep", "12 Des")
    assert services.remarks.of(later).all == ()
    dialog.fields["due"].setText("12 Des 2027")
    dialog.fields["recommendation"].setPlainText("Tetapkan SOP")
    save(qtbot, scoring, dialog)
    assert services.typed_drafts.new_remarks(later) == frozenset()
    assert card.count.text() == "3 terbuka"
    assert count(scoring) == 3


def test_a_draft_can_be_emptied(qtbot, scoring, services, later):
    services.typed_drafts.keep(later, new_remark(CODE), {"cause": "Mutasi"})
    press(qtbot, Qt.Key.Key_F8)
    dialog = dialog_of(qtbot, scoring)
    assert dialog.resumed.isVisible()
    dialog.forget.click()
    assert not dialog.resumed.isVisible()
    assert services.typed_drafts.new_remarks(later) == frozenset()
    assert dialog.fields["cause"].text() == ""


def test_a_draft_left_behind_blocks_the_signature_and_names_its_item(services, later):
    services.typed_drafts.keep(later, new_remark(CODE), {"cause": "Mutasi"})
    services.typed_drafts.keep(later, new_remark(""), {"cause": "Mutasi"})
    found = {
        each.code: each.message for each in services.reviewing.preflight(later).must if each.id.startswith("draft")
    }
    assert found == {
        CODE: f"Butir {CODE}: catatan & rekomendasi baru belum tersimpan.",
        "": "Catatan & rekomendasi baru belum tersimpan.",
    }


def test_the_card_leads_to_the_remark_and_answers_read_nothing(
    qtbot, desktop, scoring, services, remarked, monkeypatch
):
    card = scoring.findChild(RemarkCard)
    assert card.count.text() == "2 terbuka"
    shown = card._shown.ident  # which of two of the same second stands first is not known
    assert shown in remarked[:2]
    read = []
    monkeypatch.setattr(services.remark_list, "rows", lambda **how: read.append(how) or [])
    monkeypatch.setattr(services.remark_list, "earlier", lambda *a: read.append(a) or [])
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_Return)
    assert card.count.text() == ""
    assert read == []
    monkeypatch.undo()
    scoring.stage.presenter.go(CODE)
    press(qtbot, Qt.Key.Key_F8, SHIFT)
    tab = desktop.window.page()
    assert tab is desktop.window.screen_of(REMARKS_TAB)
    assert tab.row().id == shown


def test_the_card_follows_what_was_done_in_the_tab(qtbot, desktop, scoring, tab, services, evaluation, later, remarked):
    for ident in remarked[:2]:
        tab.presenter.confirm(tab.shown.earlier_one(ident), "tidak_relevan", "")
    tab.choose_tab("penilaian")
    assert desktop.window.page() is scoring is desktop.window.screen_of(EVALUATION)
    assert scoring.findChild(RemarkCard).count.text() == ""


def test_a_follow_up_keeps_its_files_and_shows_them(qtbot, tab, services, later, tmp_path, monkeypatch):
    ident = services.remarks.add(later, services_entry())
    tab.acts.reload.trigger()
    tab.list.choose(ident)
    tab.form.list.setFocus()
    proof = tmp_path / "SK UPG.txt"
    proof.write_text("SK UPG", encoding="utf-8")
    monkeypatch.setattr(follow_up_dialog, "choose_files", lambda *_: [proof])
    press(qtbot, Qt.Key.Key_T)
    dialog = dialog_of(qtbot, tab)
    dialog.fields["text"].setPlainText("SK terbit")
    dialog._choose()
    save(qtbot, tab, dialog)
    [entry] = services.remarks.of(later).get(ident).follow_ups
    [file] = services.remarks.files(later, ident)
    assert (entry.text, entry.files, file.name) == ("SK terbit", (file.sha256,), proof.name)
    link = tab.detail.form.followUps.itemAtPosition(1, 1).widget()
    assert link.text() == proof.name


def drop(widget, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(20, 20), copy, data, left, none)
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), copy, data, left, none))
    return entering.isAccepted()


@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")
def test_files_are_dropped_on_a_follow_up_and_wait_with_what_is_typed(qtbot, tab, services, later, tmp_path):
    ident = services.remarks.add(later, services_entry())
    tab.acts.reload.trigger()
    tab.list.choose(ident)
    tab.form.list.setFocus()
    proof, gone = tmp_path / "SK UPG.txt", tmp_path / "foto.jpg"
    for path in (proof, gone):
        path.write_text(path.name, encoding="utf-8")
    press(qtbot, Qt.Key.Key_T)
    dialog = dialog_of(qtbot, tab)
    assert not drop(dialog, tmp_path)
    assert drop(dialog, proof, gone)
    assert not dialog.fields["text"].acceptDrops()
    assert [tick.isChecked() for tick in dialog.ticks.values()] == [True, True]
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    dialog.reject()
    gone.unlink()
    tab.form.list.setFocus()
    press(qtbot, Qt.Key.Key_T)
    dialog = dialog_of(qtbot, tab)
    assert dialog.paths == [proof]
    dialog.fields["text"].setPlainText("SK terbit")
    save(qtbot, tab, dialog)
    [entry] = services.remarks.of(later).get(ident).follow_ups
    assert (entry.text, len(entry.files)) == ("SK terbit", 1)
    tab.form.list.setFocus()
    press(qtbot, Qt.Key.Key_T)
    dialog = dialog_of(qtbot, tab)
    assert not dialog.resumed.isVisible()
    dialog.ticks[entry.files[0]].setChecked(True)
    dialog.keep_typed()
    dialog.forget.click()
    assert not dialog.ticks[entry.files[0]].isChecked()
    dialog.reject()


def test_a_finding_that_is_half_explained_waits(qtbot, tab):
    press(qtbot, Qt.Key.Key_2)
    dialog = dialog_of(qtbot, tab)
    dialog.fields["note"].setPlainText("Papan belum")
    dialog.reject()
    tab.form.list.setFocus()
    press(qtbot, Qt.Key.Key_1)
    dialog = dialog_of(qtbot, tab)
    assert dialog.fields["note"].toPlainText() == "Papan belum"
    dialog.reject()


def test_a_file_that_cannot_be_read_leaves_the_dialog_with_what_was_typed(qtbot, tab, services, later, tmp_path):
    ident = services.remarks.add(later, services_entry())
    tab.acts.reload.trigger()
    tab.list.choose(ident)
    tab.form.list.setFocus()
    press(qtbot, Qt.Key.Key_T)
    dialog = dialog_of(qtbot, tab)
    dialog.fields["text"].setPlainText("SK terbit")
    dialog.attach([tmp_path / "tidak ada.pdf"])
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "tidak ada.pdf" in dialog.message.text())
    assert dialog.isVisible()
    assert dialog.fields["text"].toPlainText() == "SK terbit"
    assert services.remarks.of(later).get(ident).follow_ups == ()
    tick = dialog.ticks[str(tmp_path / "tidak ada.pdf")]
    assert tick.hasFocus()
    assert tick.property("valid") is False
    press(qtbot, Qt.Key.Key_Space)
    assert tick.property("valid") is True
    save(qtbot, tab, dialog)
    assert len(services.remarks.of(later).get(ident).follow_ups) == 1


@pytest.mark.parametrize("width", [910, 1366])
def test_tab_reaches_everything(qtbot, desktop, tab, width):
    desktop.window.resize(width, 512)
    walked = walk(qtbot, tab)
    assert {name_of(widget) for widget in reachable(tab) - set(walked)} == set()
    assert [type(widget).__name__ for widget in walked if not name_of(widget)] == []


def services_entry():
    from zi_desktop.services.remarks.keeping import RemarkEntry

    return RemarkEntry("Register kosong", "Isi register", CODE)


def test_files_and_notes_begin_and_end_in_one_line_and_so_do_their_feet(qtbot, scoring):
    scoring.stage.presenter.go("A.I.2.i.a")
    QApplication.processEvents()
    files, notes = scoring.place.item.form.evidence.form, scoring.place.item.form.notes.form
    card = scoring.findChild(RemarkCard)

    def top_and_bottom(widget):
        top = widget.mapTo(scoring, QPoint()).y()
        return top, top + widget.height()

    assert card.count.text() == ""
    assert files.level.isVisible()
    qtbot.waitUntil(lambda: top_and_bottom(files.level) == top_and_bottom(card))
    assert top_and_bottom(files.drop)[0] == top_and_bottom(notes.note)[0]
    lowest = notes.internal if notes.internal.isVisible() else notes.note
    assert top_and_bottom(files.panel)[1] == top_and_bottom(lowest)[1]
