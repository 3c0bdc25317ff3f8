"""Notes are plain, durable while typed, saved on leaving, and the internal one hides with the scores."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from zi_desktop.domain import cells
from zi_desktop.domain.instrument import Column

CODE = "A.I.5.i.b"
NOTE, INTERNAL = cells.note(Column.TPI, CODE), cells.internal(CODE)


@pytest.fixture
def notes(stage):
    return stage.view.form.notes.form


def own(heads):
    return [head.value["text"] for head in heads]


def test_a_note_is_saved_when_its_field_is_left(stage, notes, qtbot):
    stage.view.focus_note()
    qtbot.keyClicks(notes.note, "SOP masih konsep.")
    assert own(stage.opened.state.notes(Column.TPI, CODE)) == []
    qtbot.keyClick(notes.note, Qt.Key.Key_Escape)
    assert own(stage.opened.state.notes(Column.TPI, CODE)) == ["SOP masih konsep."]
    assert not notes.note.hasFocus()


def test_what_is_typed_is_durable_after_a_short_rest_and_stays_in_the_field(stage, notes, qtbot):
    stage.view.focus_internal()
    with qtbot.waitSignal(stage.view.internal_typed):
        qtbot.keyClicks(notes.internal, "Cocokkan")
    assert stage.drafts() == {INTERNAL: "Cocokkan"}
    assert notes.internal.hasFocus()
    stage.view.finish_editing()
    assert stage.drafts() == {}
    assert own(stage.opened.state.internal_notes(CODE)) == ["Cocokkan"]


def test_a_rest_saves_without_leaving(stage, notes, qtbot):
    stage.view.focus_note()
    qtbot.keyClicks(notes.note, "Diminta SK.")
    assert notes.note._save_rest.interval() == 30_000
    notes.note._save_rest.timeout.emit()
    assert own(stage.opened.state.notes(Column.TPI, CODE)) == ["Diminta SK."]
    assert notes.note.hasFocus()


def test_another_item_is_shown_only_after_the_note_was_saved(stage, notes, qtbot):
    stage.view.focus_note()
    qtbot.keyClicks(notes.note, "Untuk butir ini.")
    stage.show("A.I.5.i.a")
    assert own(stage.opened.state.notes(Column.TPI, CODE)) == ["Untuk butir ini."]
    assert own(stage.opened.state.notes(Column.TPI, "A.I.5.i.a")) == []
    assert notes.note.toPlainText() == ""


def test_digits_and_enter_belong_to_the_note_while_it_is_written(stage, notes, qtbot):
    stage.view.focus_note()
    qtbot.keyClicks(QApplication.focusWidget(), "2 berkas")
    qtbot.keyClick(notes.note, Qt.Key.Key_Return)
    assert stage.answer() is None
    assert stage.requests == []
    qtbot.keyClick(notes.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.requests == ["next"]


def test_pasted_formatting_becomes_plain_text(stage, notes):
    notes.note.appendHtml("")
    notes.note.insertPlainText("<b>tebal</b>")
    stage.view.finish_editing()
    assert own(stage.opened.state.notes(Column.TPI, CODE)) == ["<b>tebal</b>"]


def test_the_notes_of_others_are_shown_and_not_edited(stage, notes):
    other = stage.services.settings.put_person("Budi Contoh", "197001012000011001")
    stage.services.answering.note(stage.evaluation, CODE, "Dari Budi.", author=other)
    stage.refresh()
    assert notes.note_others.isVisible()
    assert notes.note.toPlainText() == ""
    stage.show("A.I.5.i.a")
    assert not notes.note_others.isVisible()


def test_internal_notes_hide_with_the_scores(stage, notes):
    assert notes.internal.isVisible()
    stage.hidden = True
    stage.refresh()
    assert not notes.internal.isVisible()
    assert not notes.internal_head.isVisible()
    stage.view.focus_internal()
    assert not notes.internal.hasFocus()


def test_where_room_is_short_the_internal_note_is_behind_a_button(stage, notes, qtbot):
    stage.view.resize(682, 430)
    qtbot.waitUntil(lambda: not notes.internal.isVisible())
    assert notes.internal_switch.isVisible()
    stage.view.focus_internal()
    assert notes.internal.hasFocus()
    assert not notes.note.isVisible()
    stage.view.focus_note()
    assert notes.note.hasFocus()


def test_the_button_tells_that_something_is_written_behind_it(stage, notes, qtbot):
    stage.view.resize(682, 430)
    qtbot.waitUntil(lambda: not notes.internal.isVisible())
    empty = notes.internal_switch.icon().pixmap(32).toImage()
    assert notes.internal_switch.accessibleName() == "Catatan internal tim"
    stage.services.answering.internal_note(stage.evaluation, CODE, "Cocokkan dengan register.")
    stage.refresh()
    assert notes.internal_switch.accessibleName() == "Catatan internal tim, ada isinya"
    assert notes.internal_switch.icon().pixmap(32).toImage() != empty
    stage.show("A.I.5.i.a")
    assert notes.internal_switch.icon().pixmap(32).toImage() == empty


def test_esc_brings_the_note_back_in_its_place(stage, notes, qtbot):
    stage.view.resize(682, 430)
    stage.view.focus_internal()
    qtbot.keyClicks(notes.internal, "Cocokkan.")
    assert (notes.internal_switch.text(), notes.switch_keys.text()) == ("Catatan TPI", "Ctrl+M")
    qtbot.keyClick(notes.internal, Qt.Key.Key_Escape)
    assert (notes.note.isVisible(), notes.internal.isVisible()) == (True, False)
    assert (notes.note_title.text(), notes.note_keys.text()) == ("Catatan TPI", "Ctrl+M")
    assert (notes.internal_switch.text(), notes.switch_keys.text()) == ("Internal tim", "Ctrl+Shift+M")


def test_the_button_leads_to_the_other_note_and_back(stage, notes, qtbot):
    stage.view.resize(682, 430)
    qtbot.waitUntil(notes.internal_switch.isVisible)
    notes.internal_switch.click()
    assert notes.internal.hasFocus()
    notes.internal_switch.click()
    assert notes.note.hasFocus()
    assert not notes.internal.isVisible()


def test_a_key_stands_beside_what_it_belongs_to(stage, notes, qtbot):
    stage.view.resize(839, 428)
    qtbot.waitUntil(notes.internal_switch.isVisible)
    row = [notes.note_title, notes.note_keys, notes.internal_switch, notes.switch_keys]
    assert [part.x() for part in row] == sorted(part.x() for part in row)
    assert notes.switch_keys.geometry().right() == notes.note.geometry().right()
    stage.view.resize(682, 635)
    qtbot.waitUntil(notes.internal_head.isVisible)
    assert notes.note_keys.geometry().right() == notes.note.geometry().right()


def test_an_internal_note_that_is_typed_stays_where_room_becomes_short(stage, notes, qtbot):
    stage.view.focus_internal()
    qtbot.keyClicks(notes.internal, "Cocok")
    stage.view.resize(682, 430)
    qtbot.waitUntil(notes.internal_switch.isVisible)
    qtbot.keyClicks(notes.internal, "kan.")
    assert (notes.internal.hasFocus(), notes.internal.toPlainText()) == (True, "Cocokkan.")
    assert not notes.note.isVisible()


def test_where_one_field_stands_for_both_notes_its_title_says_which(stage):
    stage.view.resize(838, 428)
    stage.show("A.I.1.i.b")
    notes = stage.view.form.notes.form
    stage.view.focus_internal()
    assert (notes.internal.isVisible(), notes.note_title.text()) == (True, "Catatan internal tim")
    stage.view.focus_note()
    assert (notes.note.isVisible(), notes.note_title.text()) == (True, "Catatan TPI")


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_the_keys_of_notes_are_greyed_with_them(stage, notes, closed):
    stage.read_only = closed
    stage.refresh()
    assert [cap.isEnabled() for cap in (notes.note_keys, notes.internal_keys, notes.switch_keys)] == 3 * [not closed]


def test_a_draft_of_a_note_that_is_closed_by_now_is_not_stated(stage):
    cell = cells.note(Column.TPI, "A.I.5.i.b")
    stage.services.answering.keep_draft(stage.evaluation, cell, "Belum selesai")
    stage.read_only = True
    stage.refresh()
    stage.view.finish_editing()
    assert not stage.opened.state.notes(Column.TPI, "A.I.5.i.b")
    assert stage.drafts() == {cell: "Belum selesai"}


def test_a_long_note_is_read_from_its_beginning_and_continued_at_its_end(stage, notes, qtbot):
    text = "\n".join(f"Baris {number}" for number in range(40))
    stage.services.answering.note(stage.evaluation, CODE, text)
    stage.show("A.I.5.i.a")
    stage.show(CODE)
    assert notes.note.verticalScrollBar().value() == 0
    stage.view.focus_note()
    qtbot.keyClicks(notes.note, " akhir")
    assert notes.note.toPlainText().endswith("Baris 39 akhir")
    qtbot.keyClick(notes.note, Qt.Key.Key_Escape)
    assert own(stage.opened.state.notes(Column.TPI, CODE)) == [f"{text} akhir"]
