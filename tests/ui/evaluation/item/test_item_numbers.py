"""Ratio and index items: fields, problems beside them, drafts, and the result that counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Counted, Measured
from zi_desktop.domain.figures import parse_decimal
from zi_desktop.domain.instrument import Column

REPORTS = "A.II.5.iii.b.a"
OTHER = "A.II.1.i.a"
ANSWER = cells.answer(Column.TPI, REPORTS)


@pytest.fixture
def counts(stage):
    stage.show(REPORTS)
    stage.view.take_focus()
    return stage.view.form.counts


@pytest.fixture
def index(stage):
    stage.show("B.I.a")
    stage.view.take_focus()
    return stage.view.form.index


def press(qtbot, *keys):
    for key in keys:
        if isinstance(key, Qt.Key):
            qtbot.keyClick(QApplication.focusWidget(), key)
        else:
            qtbot.keyClicks(QApplication.focusWidget(), key)


def fill(qtbot, *numbers):
    for number in numbers:
        press(qtbot, number, Qt.Key.Key_Return)


def pill(form):
    return form.result._pill._text if form.result._pill.isVisible() else ""


def test_a_problem_below_the_window_is_scrolled_into_sight_with_its_field(stage, counts, qtbot):
    stage.view.resize(600, 380)
    fill(qtbot, "1", "5", "9", "99")
    view = stage.view.form.scroll.viewport()
    for part in (counts.problem, counts.table.field("sudah_lapor")):
        assert part.isVisible()
        place = part.rect().translated(part.mapTo(view, part.rect().topLeft()))
        assert view.rect().contains(place)


def test_enter_goes_from_field_to_field_and_from_the_last_to_the_next_item(stage, counts, qtbot):
    fill(qtbot, "0", "5", "100")
    assert stage.requests == []
    assert counts.table._body.sums["wajib_lapor"].text() == "105"
    fill(qtbot, "98")
    assert stage.requests == ["next"]
    assert stage.answer() == Counted(
        {"administrator": 0, "pengawas": 5, "fungsional_pelaksana": 100, "sudah_lapor": 98}
    )
    assert counts.result._figure.text() == "93,33%"
    assert stage.drafts() == {}


def test_an_invalid_entry_is_kept_as_a_draft_and_the_last_valid_result_stays(stage, counts, qtbot):
    fill(qtbot, "0", "5", "100", "98")
    counts.table.field("sudah_lapor").selectAll()
    fill(qtbot, "108")
    assert stage.requests == ["next"]
    assert counts.problem.isVisible()
    assert counts.table.field("sudah_lapor").property("valid") is False
    assert (counts.result._caption.text(), pill(counts)) == ("Hasil terakhir yang sah", "Isian baru belum dihitung")
    assert counts.result._figure.text() == "93,33%"
    assert stage.answer().counts["sudah_lapor"] == 98
    assert stage.drafts()[ANSWER].endswith("sudah_lapor=108")


def test_a_first_entry_that_is_wrong_is_not_called_incomplete(stage, counts, qtbot):
    fill(qtbot, "0", "5", "100")
    assert pill(counts) == "Isian belum lengkap"
    fill(qtbot, "108")
    assert pill(counts) == "Isian belum dihitung"
    assert counts.result._figure.text() == "–"


def test_one_press_goes_back_to_the_last_valid_number(stage, counts, qtbot):
    fill(qtbot, "0", "5", "100", "98")
    counts.table.field("sudah_lapor").selectAll()
    fill(qtbot, "108")
    back, change = (counts.problem._ways.itemAt(place).widget() for place in (0, 1))
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is counts.table.field("administrator")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert counts.table.text("sudah_lapor") == "98"
    assert counts.problem.isHidden()
    assert stage.drafts() == {}


def test_an_invalid_draft_is_there_again_after_another_item(stage, counts, qtbot):
    fill(qtbot, "0", "5", "100", "108")
    stage.show("A.I.5.i.b")
    stage.show(REPORTS)
    assert counts.table.text("sudah_lapor") == "108"
    assert counts.problem.isVisible()
    assert stage.answer() is None


def test_leaving_a_field_half_way_keeps_what_was_typed(stage, counts, qtbot):
    press(qtbot, "7")
    stage.show("A.I.5.i.b")
    assert stage.drafts() == {ANSWER: "administrator=7"}


def test_typing_becomes_durable_after_a_short_rest(stage, counts, qtbot):
    with qtbot.waitSignal(stage.view.draft_edited):
        press(qtbot, "7")
    assert stage.drafts() == {ANSWER: "administrator=7"}
    assert counts.table.text("administrator") == "7"


def test_a_problem_goes_while_it_is_being_mended(stage, counts, qtbot):
    fill(qtbot, "0", "5", "100", "108")
    assert counts.problem.isVisible()
    press(qtbot, Qt.Key.Key_Backspace)
    assert counts.problem.isHidden()


def test_fields_that_come_back_hold_what_counts_and_nothing_of_what_was_typed_before(stage, counts, qtbot):
    made = counts.table.fields()
    fill(qtbot, "0", "5", "100", "98")
    stage.show(OTHER)
    assert not any(field.text() for field in counts.table.fields())
    stage.show(REPORTS)
    assert counts.table.fields() == made
    assert [(field.text(), field.isUndoAvailable()) for field in made] == [
        (number, False) for number in ("0", "5", "100", "98")
    ]
    stage.show(OTHER)
    state = stage.opened.state.answer_cell(Column.TPI, REPORTS)
    stage.services.answering.answer(stage.evaluation, REPORTS, None, displayed=state.displayed)
    stage.show(REPORTS)
    assert not any(field.text() for field in made)
    assert counts.table._body.sums["wajib_lapor"].text() == "–"
    stage.view.take_focus()
    fill(qtbot, "0", "6", "100", "98")
    assert stage.answer().counts["pengawas"] == 6


def test_points_between_thousands_are_read(stage, counts, qtbot):
    QApplication.clipboard().setText("1.234")
    counts.table.field("administrator").paste()
    assert counts.table.text("administrator") == "1.234"
    fill(qtbot, "", "0", "0", "234")
    assert stage.answer().counts["administrator"] == 1234
    assert counts.table.text("administrator") == "1234"


@pytest.mark.parametrize("typed", ["1,5", "-3", "12e1", "/arsip/2026, a=7/LKE.xlsx"])
def test_what_is_no_count_stays_as_it_was_typed_and_counts_nothing(stage, counts, qtbot, typed):
    field = counts.table.field("administrator")
    press(qtbot, typed)
    qtbot.waitUntil(lambda: bool(stage.drafts()))
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field  # what is typed next is meant for the same field
    assert (field.text(), field.property("valid"), counts.problem.isVisible()) == (typed, False, True)
    stage.show(OTHER)
    stage.show(REPORTS)
    assert (field.text(), counts.problem.isVisible(), stage.answer()) == (typed, True, None)
    field.setFocus()
    field.selectAll()
    fill(qtbot, "0", "5", "100", "98")
    assert stage.answer().counts["administrator"] == 0
    assert stage.drafts() == {}


def test_what_is_no_count_leaves_the_stored_number_in_force_and_one_press_brings_it_back(stage, counts, qtbot):
    fill(qtbot, "1", "5", "100", "98")
    before, field = stage.answer(), counts.table.field("pengawas")
    field.setFocus()
    field.selectAll()
    press(qtbot, "1,5", Qt.Key.Key_Return)
    assert (stage.answer(), counts.result._caption.text()) == (before, "Hasil terakhir yang sah")
    qtbot.mouseClick(counts.problem._ways.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert (field.text(), stage.answer(), stage.drafts()) == ("5", before, {})


def test_an_index_that_is_no_number_stays_as_it_was_typed(stage, index, qtbot):
    field = index.table.field("")
    press(qtbot, "3.4.5", Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field
    assert (field.text(), index.problem.isVisible(), stage.answer()) == ("3.4.5", True, None)
    field.selectAll()
    press(qtbot, "3.4", Qt.Key.Key_Return)
    assert (field.text(), stage.answer()) == ("3,4", Measured(parse_decimal("3.4")))


def test_emptied_fields_take_the_answer_back(stage, counts, qtbot):
    fill(qtbot, "0", "5", "100", "98")
    for field in counts.table.fields():
        field.setFocus()
        field.selectAll()
        press(qtbot, Qt.Key.Key_Delete)
    stage.view.finish_editing()
    assert stage.answer() is None
    assert stage.drafts() == {}


def test_not_applicable_counts_once_its_note_is_written(stage, counts, qtbot):
    tick = counts.result.not_applicable
    assert tick.isEnabled()
    tick.click()
    note = stage.view.form.notes.form.note
    assert QApplication.focusWidget() is note
    assert stage.answer() is None
    qtbot.keyClicks(note, "Tidak ada wajib lapor.")
    stage.view.take_focus()
    assert stage.answer() is not None
    assert stage.answer().not_applicable
    assert counts.result._figure.text() == "100,00%"


def test_the_key_of_not_applicable_is_greyed_with_its_box(stage, counts):
    for closed in (False, True):
        stage.read_only = closed
        stage.refresh()
        assert (counts.result.not_applicable.isEnabled(), counts.result._keys.isEnabled()) == 2 * (not closed,)


def test_not_applicable_taken_back_leaves_what_stood_before(stage, counts, qtbot):
    tick = counts.result.not_applicable
    fill(qtbot, "0")
    stage.view.finish_editing()
    before = stage.drafts()
    tick.click()
    assert [field.text() for field in counts.table.fields()] == ["0", "", "", ""]
    tick.click()
    assert [field.text() for field in counts.table.fields()] == ["0", "", "", ""]
    assert (stage.answer(), stage.drafts(), tick.isChecked()) == (None, before, False)


@pytest.mark.parametrize("typed", [(), ("0", "0"), ("0", "0", "0", "0")], ids=["nothing", "half", "all"])
def test_not_applicable_that_counted_leaves_no_answer_when_it_is_taken_back(stage, counts, qtbot, typed):
    tick = counts.result.not_applicable
    fill(qtbot, *typed)
    stage.view.finish_editing()
    texts, drafts = [field.text() for field in counts.table.fields()], stage.drafts()
    stage.services.answering.note(stage.evaluation, REPORTS, "Tidak ada wajib lapor.")
    stage.refresh()
    tick.click()
    assert stage.answer().not_applicable
    tick.click()
    assert [field.text() for field in counts.table.fields()] == texts
    assert (stage.answer(), stage.drafts(), tick.isChecked()) == (None, drafts, False)


def test_zeros_of_a_statement_of_another_day_go_with_it(stage, counts, qtbot):
    stage.services.answering.note(stage.evaluation, REPORTS, "Tidak ada wajib lapor.")
    stage.refresh()
    counts.result.not_applicable.click()
    stage.show(OTHER)
    stage.show(REPORTS)
    counts.result.not_applicable.click()
    assert not any(field.text() for field in counts.table.fields())
    assert (stage.answer(), stage.drafts()) == (None, {})


def test_not_applicable_beside_a_half_entered_count_is_refused_with_its_reason(stage, counts, qtbot):
    fill(qtbot, "12")
    stage.view.toggle_not_applicable()
    assert [field.text() for field in counts.table.fields()] == ["12", "", "", ""]
    assert not counts.result.not_applicable.isEnabled()
    words = "Tidak berlaku hanya bila isiannya kosong atau 0."
    assert stage.view.form.actions.form.open_items.text() == counts.result.not_applicable.toolTip() == words
    assert stage.answer() is None


def test_not_applicable_is_closed_while_something_was_to_be_counted(counts, qtbot):
    fill(qtbot, "1", "0", "0")
    assert not counts.result.not_applicable.isEnabled()


def test_a_digit_outside_the_fields_begins_in_the_first(stage, counts, qtbot):
    stage.view.setFocus()
    press(qtbot, "3")
    assert QApplication.focusWidget() is counts.table.field("administrator")
    assert counts.table.text("administrator") == "3"


def test_a_digit_outside_the_fields_goes_on_in_the_first_that_is_empty(stage, counts, qtbot):
    fill(qtbot, "0", "5")
    stage.view.setFocus()
    press(qtbot, "3")
    assert [field.text() for field in counts.table.fields()] == ["0", "5", "3", ""]


def test_a_digit_outside_full_fields_leaves_them_as_they_are_and_says_so(stage, counts, qtbot):
    fill(qtbot, "0", "5", "100", "98")
    stage.view.setFocus()
    before = stage.answer()
    press(qtbot, "7")
    assert [field.text() for field in counts.table.fields()] == ["0", "5", "100", "98"]
    stage.view.finish_editing()
    assert (stage.answer(), stage.drafts()) == (before, {})
    assert QApplication.focusWidget() is stage.view
    assert stage.view.form.actions.form.open_items.text() == "Semua isian sudah terisi."


def test_a_digit_is_meant_for_the_index_and_for_no_detail(stage, index, qtbot):
    fill(qtbot, "3,42")
    stage.view.setFocus()
    press(qtbot, "7")
    assert [field.text() for field in index.table.fields()] == ["3,42", "", "", "", ""]
    assert stage.view.form.actions.form.open_items.text() == "Indeks sudah terisi."


@pytest.mark.parametrize("rested", [False, True], ids=["at once", "after it was kept as a draft"])
def test_escape_brings_back_what_was_typed_over_and_then_leaves(stage, counts, qtbot, rested):
    fill(qtbot, "1", "5", "100", "98")
    before, field = stage.answer(), counts.table.field("administrator")
    field.setFocus()
    field.selectAll()
    press(qtbot, "7")
    if rested:
        qtbot.waitUntil(lambda: bool(stage.drafts()))
    press(qtbot, Qt.Key.Key_Escape)
    assert (field.text(), QApplication.focusWidget()) == ("1", field)
    assert (stage.answer(), stage.drafts()) == (before, {})
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is stage.view
    assert (stage.answer(), stage.drafts()) == (before, {})


def test_what_escape_took_away_is_undone_in_the_field(counts, qtbot):
    fill(qtbot, "1", "5", "100", "98")
    field = counts.table.field("administrator")
    field.setFocus()
    field.selectAll()
    press(qtbot, "7", Qt.Key.Key_Escape)
    field.undo()
    assert field.text() == "7"


def test_escape_keeps_what_was_typed_where_nothing_stood(stage, counts, qtbot):
    press(qtbot, "7", Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is stage.view
    assert stage.drafts() == {ANSWER: "administrator=7"}


def test_escape_brings_back_a_detail(stage, index, qtbot):
    sumber = index.table.field("sumber")
    sumber.setFocus()
    press(qtbot, "Survei", Qt.Key.Key_Return)
    sumber.setFocus()
    sumber.selectAll()
    press(qtbot, "x")
    qtbot.waitUntil(lambda: stage.drafts().get(DETAIL) == "x")
    press(qtbot, Qt.Key.Key_Escape)
    assert sumber.text() == "Survei"
    assert stage.opened.state.details(Column.TPI, "B.I.a") == {"sumber": "Survei"}
    assert stage.drafts() == {}


def test_escape_leaves_the_fields(stage, counts, qtbot):
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is stage.view


def test_an_index_takes_digits_with_a_comma_and_then_its_survey(stage, index, qtbot):
    fill(qtbot, "3,42", "Survei contoh", "Semester I 2026", "214", "0 sampai 4")
    assert stage.requests == ["next"]
    assert stage.answer() == Measured(parse_decimal("3.42"))
    details = stage.opened.state.details(Column.TPI, "B.I.a")
    assert list(details.values()) == ["214", "Semester I 2026", "0–4", "Survei contoh"]


def test_an_index_of_another_scale_is_mended_by_one_press(stage, index, qtbot):
    fill(qtbot, "85,5")
    assert index.problem.isVisible()
    assert stage.answer() is None
    qtbot.mouseClick(index.problem._ways.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert stage.answer() == Measured(parse_decimal("3.42"))


def test_hidden_scores_leave_the_answer_only(stage, index, qtbot):
    fill(qtbot, "3,42")
    stage.hidden = True
    stage.refresh()
    assert index.table.text("") == "3,42"
    assert index.result._formula.text() == "Nilai disembunyikan"
    assert index.result._points.text() == ""


DETAIL = cells.detail(Column.TPI, "B.I.a", "sumber")


def test_a_detail_is_a_draft_while_it_is_typed_and_saved_when_its_field_is_left(stage, index, qtbot):
    index.table.field("sumber").setFocus()
    press(qtbot, "Survei")
    qtbot.waitUntil(lambda: stage.drafts().get(DETAIL) == "Survei")
    assert stage.opened.state.details(Column.TPI, "B.I.a") == {}
    press(qtbot, Qt.Key.Key_Return)
    assert stage.opened.state.details(Column.TPI, "B.I.a") == {"sumber": "Survei"}
    assert DETAIL not in stage.drafts()


def test_a_detail_that_was_being_typed_when_the_program_ended_stands_there_again(stage, index):
    stage.services.answering.keep_draft(stage.evaluation, DETAIL, "Survei cont")
    stage.refresh()
    assert index.table.text("sumber") == "Survei cont"
    stage.view.finish_editing()
    assert stage.opened.state.details(Column.TPI, "B.I.a") == {"sumber": "Survei cont"}
    assert stage.drafts() == {}


def test_two_details_typed_before_any_was_saved_are_both_saved(stage, index, qtbot):
    for key in ("sumber", "periode"):
        index.table.field(key).setText(key)
        index.table.field(key).textEdited.emit(key)
    stage.view.finish_editing()
    assert stage.opened.state.details(Column.TPI, "B.I.a") == {"sumber": "sumber", "periode": "periode"}


def test_a_detail_typed_and_taken_back_leaves_no_draft(stage, index, qtbot):
    index.table.field("sumber").setFocus()
    press(qtbot, "S")
    qtbot.waitUntil(lambda: DETAIL in stage.drafts())
    press(qtbot, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert (stage.drafts(), stage.opened.state.details(Column.TPI, "B.I.a")) == ({}, {})


def test_a_scale_that_is_none_is_said_at_its_field_and_stays_as_a_draft_until_it_is_mended(stage, index, qtbot):
    scale = index.table.field("skala_asal")
    scale.setFocus()
    press(qtbot, "abc7")
    assert index.problem.isHidden()
    press(qtbot, Qt.Key.Key_Return)
    assert (index.problem.isVisible(), scale.property("valid"), stage.requests) == (True, False, [])
    stage.show("A.I.5.i.b")
    stage.show("B.I.a")
    assert (scale.text(), scale.property("valid")) == ("abc7", False)
    assert stage.opened.state.details(Column.TPI, "B.I.a") == {}
    index.table.set_texts({"skala_asal": ""})
    scale.setFocus()
    press(qtbot, "0-4")
    assert index.problem.isHidden()
    press(qtbot, Qt.Key.Key_Return)
    assert stage.opened.state.details(Column.TPI, "B.I.a") == {"skala_asal": "0–4"}
    assert (scale.text(), stage.drafts()) == ("0–4", {})


def test_enter_stays_in_an_index_that_cannot_be_until_it_is_mended(index, qtbot):
    field = index.table.field("")
    press(qtbot, "36,8", Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field
    field.selectAll()
    press(qtbot, "3,68", Qt.Key.Key_Return)
    assert QApplication.focusWidget() is not field
