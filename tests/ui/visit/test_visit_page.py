"""Kunjungan with its real widgets: keys, dialogs, papers, what is hidden, what stays open after a signature."""

import pytest
from builders import CHOICE, open_services
from focus_walk import name_of, reachable, walk
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog

from zi_desktop.ui.printing.dialog import PrintDialog
from zi_desktop.ui.printing.order import PrintOrder
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.visit import paper_dialog, questions
from zi_desktop.ui.visit.paper_dialog import PaperDialog
from zi_desktop.ui.widgets.buttons import LINK_EDGE
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog, put_text
from zi_desktop.ui.widgets.fields_dialog import FieldsDialog
from zi_desktop.ui.widgets.labels import KeyCap

CTRL = Qt.KeyboardModifier.ControlModifier


def dialog_of(qtbot, page, kind=QDialog):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    return next(each for each in page.findChildren(kind) if each.isVisible())


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def test_enter_on_the_agenda_goes_to_the_item(qtbot, page, visited):
    assert page.agenda.form.list.hasFocus()
    page.agenda.form.list.choose("", CHOICE)
    with qtbot.waitSignal(page.place_requested) as asked:
        press(qtbot, Qt.Key.Key_Return)
    assert asked.args == [CHOICE, visited.id]


def test_plan_and_berita_acara_begin_their_texts_at_one_edge(page):
    grids = (page.day.form.planFacts, page.day.form.minutesFacts)
    assert len({grid.cellRect(0, 1).x() for grid in grids}) == 1


def right_edge(part, panel):
    return part.mapTo(panel, part.rect().topRight()).x()


@pytest.mark.parametrize("height", [684, 400])
def test_the_ways_of_the_day_end_where_its_lines_do_whatever_their_keys(qtbot, open_page, visited, height):
    page = open_page(visited.services, visited.id, QSize(1294, height))
    form = page.day.form
    qtbot.waitUntil(lambda: bool(form.scroll.verticalScrollBar().maximum()) is (height == 400))
    links = {right_edge(link, page.day) - LINK_EDGE for link in (form.plan, form.awal, form.akhir, form.minutes)}
    assert links | {right_edge(form.planRule, page.day)} == {page.day.width() - Space.M - 1}


def test_where_nothing_is_open_and_nothing_written_the_keyboard_is_at_what_is_seen(open_page, scored):
    page = open_page(scored.services, scored.id)
    assert (page.agenda.code, page.entries.entry()) == ("", None)
    assert QApplication.focusWidget() is page.agenda.form.by.stop()
    assert not page.acts.sheet.isEnabled()
    assert [hint.keys for hint in page.key_hints()] == ["F8"]


def test_an_entry_is_written_changed_closed_and_taken_away_by_keys(qtbot, page, visited):
    press(qtbot, Qt.Key.Key_F8)
    dialog = dialog_of(qtbot, page, FieldsDialog)
    dialog.fields["text"].setPlainText("Papan informasi belum ada")
    dialog.fields["kind"].setCurrentIndex(dialog.fields["kind"].findData("pertanyaan"))
    with qtbot.waitSignal(page.save_state_changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    [entry] = [each for each in visited.services.visits.of(visited.id).entries if "Papan" in each.text]
    page.entries.form.list.setFocus()
    page.entries.form.list.choose("ditunggu", entry.id)
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page, FieldsDialog)
    dialog.fields["who"].setText("Kepala Contoh")
    dialog.confirm()
    page.entries.form.list.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    dialog = dialog_of(qtbot, page, FieldsDialog)
    dialog.fields["answer"].setPlainText("Dipasang minggu depan")
    dialog.confirm()
    page.entries.form.list.choose("pertanyaan", entry.id)
    [standing] = [each for each in visited.services.visits.of(visited.id).entries if each.id == entry.id]
    assert (standing.who, standing.closed, standing.answer) == ("Kepala Contoh", True, "Dipasang minggu depan")
    page.acts.withdraw.trigger()
    dialog_of(qtbot, page, DialogFrame).confirm()
    assert entry.id not in {each.id for each in visited.services.visits.of(visited.id).entries}


def test_a_kind_narrows_the_entries(page):
    page.entries.form.kinds.chosen.emit("wawancara")
    assert [group.key for group in page.entries.form.list.groups()] == ["wawancara"]
    page.entries.form.kinds.chosen.emit("presentasi")
    assert page.entries.form.list.isHidden()
    assert not page.entries.form.nothing.isHidden()


def test_a_meeting_begins_with_the_team_and_a_wrong_hour_stays_in_the_dialog(qtbot, page, visited):
    page.acts.first.trigger()
    dialog = dialog_of(qtbot, page, FieldsDialog)
    assert "Ketua tim" in dialog.fields["attendance"].toPlainText()
    dialog.fields["begin"].setText("25.00")
    dialog.confirm()
    assert "bukan jam" in dialog.message.text()
    assert dialog.focusWidget() is dialog.fields["begin"]
    assert dialog.fields["begin"].property("valid") is False
    dialog.fields["begin"].setText("9.30")
    there = dialog.fields["attendance"].toPlainText()
    dialog.fields["attendance"].setPlainText(f"{there}\n; Kepala; Lapas")
    dialog.confirm()
    assert "memerlukan nama" in dialog.message.text()
    assert dialog.focusWidget() is dialog.fields["attendance"]
    assert visited.services.visits.of(visited.id).meeting("awal").begin == ""
    dialog.fields["attendance"].setPlainText(there)
    dialog.confirm()
    assert visited.services.visits.of(visited.id).meeting("awal").begin == "09.30"
    assert "3 peserta" in page.day.form.awalFacts.text()


def test_the_sheet_of_one_group_or_all_is_shown_and_kept(qtbot, page, tmp_path, monkeypatch):
    press(qtbot, Qt.Key.Key_P, CTRL)
    dialog = dialog_of(qtbot, page, PaperDialog)
    qtbot.waitUntil(dialog.confirm_button.isEnabled)
    one = dialog._view.pages()
    dialog.choice._group.button(1).click()
    qtbot.waitUntil(lambda: dialog._view.pages() > one)
    monkeypatch.setattr(paper_dialog, "choose_place", lambda *_: tmp_path / "agenda.pdf")
    qtbot.keyClick(dialog, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil((tmp_path / "agenda.pdf").exists)
    assert (tmp_path / "agenda.pdf").read_bytes() == dialog._paper.built.pdf
    dialog.reject()


def test_a_sheet_is_printed_as_it_is_in_sight(qtbot, page, monkeypatch):
    printed = []
    monkeypatch.setattr("zi_desktop.ui.printing.printer.printer_names", lambda: ("Contoh Lobi",))
    monkeypatch.setattr(
        "zi_desktop.ui.printing.printer.print_order", lambda pdf, order, _tell: printed.append((pdf, order))
    )
    press(qtbot, Qt.Key.Key_P, CTRL)
    sheet = dialog_of(qtbot, page, PaperDialog)
    qtbot.waitUntil(sheet.confirm_button.isEnabled)
    qtbot.keyClick(sheet, Qt.Key.Key_P, CTRL)
    dialog_of(qtbot, sheet, PrintDialog).confirm()
    qtbot.waitUntil(lambda: sheet._words.text() == "Dikirim ke pencetak Contoh Lobi")
    assert printed == [
        (sheet._paper.built.pdf, PrintOrder("Contoh Lobi", 1, 1, 1, "Agenda Lapas Kelas IIA Contohrejo"))
    ]
    sheet.reject()


def test_the_berita_acara_is_filled_in_shown_and_its_scan_attached(qtbot, page, visited, tmp_path, monkeypatch):
    page.acts.minutes.trigger()
    dialog = dialog_of(qtbot, page, FieldsDialog)
    dialog.fields["head_name"].setText("Siti Contoh")
    dialog.fields["paper"].set_current("f4")
    dialog.confirm()
    minutes = visited.services.visits.of(visited.id).minutes
    assert (minutes.head_name, minutes.paper, minutes.scores) == ("Siti Contoh", "f4", False)
    page.acts.paper.trigger()
    shown = dialog_of(qtbot, page, PaperDialog)
    qtbot.waitUntil(shown.confirm_button.isEnabled)
    (tmp_path / "pindaian.pdf").write_bytes(shown._paper.built.pdf)
    shown.reject()
    monkeypatch.setattr(questions, "choose_file", lambda *_: tmp_path / "pindaian.pdf")
    page.acts.attach.trigger()
    qtbot.waitUntil(lambda: "pindaian.pdf" in page.day.form.scans.text())


def test_what_is_half_written_of_the_day_waits_until_it_is_saved(qtbot, open_page, visited):
    def page_again():
        return open_page(visited.services, visited.id)

    page = page_again()
    page.acts.add.trigger()
    dialog = dialog_of(qtbot, page, DraftedDialog)
    dialog.fields["text"].setPlainText("Petugas menunjukkan")
    qtbot.waitUntil(lambda: page.presenter.draft("entry", "new").fields.get("text") == "Petugas menunjukkan")
    page.close()  # as when the whole window goes
    page = page_again()
    page.acts.add.trigger()
    dialog = dialog_of(qtbot, page, DraftedDialog)
    assert dialog.fields["text"].toPlainText() == "Petugas menunjukkan"
    dialog.confirm()
    assert "Petugas menunjukkan" in [entry.text for entry in visited.services.visits.of(visited.id).entries]
    page.acts.add.trigger()
    dialog = dialog_of(qtbot, page, DraftedDialog)
    assert dialog.fields["text"].toPlainText() == ""
    dialog.reject()
    for action, key in ((page.acts.first, "notes"), (page.acts.minutes, "place")):
        action.trigger()
        dialog = dialog_of(qtbot, page, DraftedDialog)
        field = dialog.fields[key]
        field.setPlainText("Aula") if key == "notes" else field.setText("Aula")
        dialog.reject()
        action.trigger()
        dialog = dialog_of(qtbot, page, DraftedDialog)
        assert dialog.texts()[key] == "Aula"
        dialog.forget.click()
        dialog.reject()


def test_what_waits_half_written_shows_on_its_way_in(qtbot, page, visited):
    def words():
        return [page.day.form.awal.text(), page.day.form.minutes.text(), page.acts.add.text()]

    plain = ["Ubah…", "Ubah…", "Catatan baru…"]
    assert words() == plain
    acts = (page.acts.first, "notes"), (page.acts.minutes, "place"), (page.acts.add, "text")
    for action, key in acts:
        action.trigger()
        dialog = dialog_of(qtbot, page, DraftedDialog)
        put_text(dialog.fields[key], "Aula")
        dialog.reject()
    assert words() == ["Lanjutkan draf…", "Lanjutkan draf…", "Lanjutkan catatan…"]
    for action, _ in acts:
        action.trigger()
        dialog = dialog_of(qtbot, page, DraftedDialog)
        dialog.forget.click()
        dialog.reject()
    assert words() == plain
    for action, key in acts:
        action.trigger()
        dialog = dialog_of(qtbot, page, DraftedDialog)
        put_text(dialog.fields[key], "Aula")
        dialog.keep_typed()  # as it is after a rest between two keys
        dialog.confirm()
    assert words() == plain
    entry = visited.services.visits.of(visited.id).entries[0]
    page.entries.form.list.setFocus()
    page.entries.form.list.choose("", entry.id)
    page.acts.edit.trigger()
    dialog = dialog_of(qtbot, page, DraftedDialog)
    put_text(dialog.fields["who"], "Kepala")
    dialog.reject()
    rows = {row.id: row.detail for group in page.entries.form.list.groups() for row in group.rows}
    assert [id_ for id_, detail in rows.items() if detail.startswith("Draf belum disimpan")] == [entry.id]


def test_hiding_covers_what_the_team_wrote(qtbot, page):
    page.entries.form.list.setFocus()
    press(qtbot, Qt.Key.Key_H, CTRL)
    assert page.entries.form.list.groups() == ()
    assert not page.acts.edit.isEnabled()
    assert page.agenda.form.list.hasFocus()
    page.entries.form.nothing.acted.emit()
    assert page.entries.form.list.groups()


def test_after_the_signatures_the_day_stays_open_but_the_plan_does_not(open_page, signed):
    folder, id_, _ = signed
    with open_services(folder) as services:
        page = open_page(services, id_)
        assert not page.day.form.plan.isEnabled()
        caps = {cap.text(): cap.isEnabled() for cap in page.day.findChildren(KeyCap)}
        assert (caps["Ctrl+Shift+R"], caps["Alt+1"]) == (False, True)
        assert page.acts.add.isEnabled()
        assert page.heading().tabs[0].locked


@pytest.mark.parametrize("width", [828, 1021, 1294])
def test_tab_reaches_everything_and_nothing_is_cut(qtbot, open_page, visited, width):
    page = open_page(visited.services, visited.id, QSize(width, 500))
    assert page.width() == width
    walked = walk(qtbot, page)
    assert {name_of(widget) for widget in reachable(page) - set(walked)} == set()
    assert [type(widget).__name__ for widget in walked if not name_of(widget)] == []
    for button in (*page.entries.buttons, page.day.form.minutesButtons.itemAt(0).widget()):
        assert button.width() >= button.sizeHint().width()
