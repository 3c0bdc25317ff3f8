"""Importing: looked at first, taken in one act, into the column that was named and no other."""

import dataclasses

import pytest
from builders import (
    AHMAD,
    CHOICE,
    INDEX,
    RATIO,
    begin,
    from_another_laptop,
    give,
    open_services,
    statement,
)
from openpyxl import load_workbook
from sheet_files import write_sheet
from sheet_values import QUESTIONS, column_of, portal_of, sheet_of

from zi_desktop.domain.answers import Chosen, Counted
from zi_desktop.domain.errors import InvalidInputError, NotFoundError, SealedError, StaleViewError
from zi_desktop.domain.instrument import Column
from zi_desktop.services.editions import BUILT_IN
from zi_desktop.services.evaluations.answering import Notes
from zi_desktop.services.worksheets.importing import Provenance
from zi_desktop.services.worksheets.preview import ItemState, TextChange
from zi_desktop.services.worksheets.versions import version_sentence
from zi_desktop.storage.recorder import Statement
from zi_desktop.worksheets.layout import Layout, RowKind, layout_rows
from zi_desktop.worksheets.reading import Refusal

SECOND = "A.I.1.i.b"
COUNTS = "wajib_ditindaklanjuti=6,diproses=1,selesai=4"
MANDIRI = Column.MANDIRI
FROM_UNIT = Provenance("Lapas Contohrejo", "Surel", "2026-11-02")


@pytest.fixture
def begun(fresh, tmp_path):
    return fresh, begin(fresh, tmp_path)


def state_of(begun):
    services, id_ = begun
    return services.evaluations.open(id_).state


def preview_of(begun, worksheet, column=MANDIRI):
    services, id_ = begun
    return services.importing.preview(id_, worksheet, column)


def take(begun, worksheet, ids=None, column=MANDIRI, **more):
    return begun[0].importing.apply(preview_of(begun, worksheet, column), ids, FROM_UNIT, **more)


def test_a_worksheet_is_looked_at_then_taken_in_one_act(begun):
    worksheet = sheet_of(
        {CHOICE: "Ya", RATIO: COUNTS, INDEX: "3,4"}, {CHOICE: "Ada SK."}, {CHOICE: "https://contoh.example/sk"}
    )
    before = len(state_of(begun).folded)
    preview = preview_of(begun, worksheet)
    assert [(row.id, row.state, row.before) for row in preview.rows] == [
        (code, ItemState.NEW, None) for code in (CHOICE, RATIO, INDEX)
    ]
    assert preview.rows[0].note == TextChange("", "Ada SK.")
    assert preview.rows[0].link == TextChange("", "https://contoh.example/sk")
    assert (preview.same, preview.blank, preview.refused) == (0, 110, ())
    assert len(state_of(begun).folded) == before, "a preview writes nothing"
    done = take(begun, worksheet)
    state = state_of(begun)
    assert done.items == 3
    assert len(state.folded) == before + 1
    assert dict(state.answers(MANDIRI)) == {row.code: row.after for row in preview.rows}
    assert [head.value["text"] for head in state.notes(MANDIRI, CHOICE)] == ["Ada SK."]
    assert [head.value["text"] for head in state.links(MANDIRI, CHOICE)] == ["https://contoh.example/sk"]
    assert preview.total_after == done.view.card(MANDIRI).total == preview.sheet.total > preview.total_before


def test_an_import_fills_only_the_column_that_was_named(begun):
    services, id_ = begun
    give(services, id_, CHOICE, "Tidak")
    worksheet = portal_of({CHOICE: "Ya", SECOND: "A"}, {CHOICE: "Ya", RATIO: COUNTS})
    take(begun, worksheet)
    state = state_of(begun)
    assert state.answers(MANDIRI) == {CHOICE: Chosen("Ya"), SECOND: Chosen("A")}
    assert state.answers(Column.TPI) == {CHOICE: Chosen("Tidak")}
    assert {name.split("/")[1] for name in state.folded.cells if name.startswith(("answer", "note", "link"))} == {
        "mandiri",
        "tpi",
    }
    with pytest.raises(InvalidInputError, match="tidak memuat kolom tpn"):
        preview_of(begun, worksheet, Column.TPN)


def test_the_same_file_again_changes_nothing(begun):
    services, id_ = begun
    worksheet = sheet_of({CHOICE: "Ya", RATIO: COUNTS}, {CHOICE: "Ada SK."}, {RATIO: "https://contoh.example/r"})
    take(begun, worksheet)
    before = state_of(begun).folded.head
    preview = preview_of(begun, worksheet)
    assert (preview.rows, preview.same, preview.blank) == ((), 2, 111)
    assert preview.taken == preview.previous == services.importing.history(id_, MANDIRI)[0]
    assert take(begun, worksheet).items == 0
    assert state_of(begun).folded.head == before
    folder = services.workspace.folder
    services.close()
    with open_services(folder) as again:
        assert not again.importing.preview(id_, worksheet, MANDIRI).rows
        assert again.importing.apply(again.importing.preview(id_, worksheet, MANDIRI)).items == 0


def test_a_newer_version_shows_what_it_changes(begun):
    take(
        begun, sheet_of({CHOICE: "Ya", SECOND: "B", INDEX: "3,4"}, {CHOICE: "Lama.", SECOND: "Tetap."}, name="v1.xlsx")
    )
    newer = sheet_of({CHOICE: "Tidak", SECOND: "B", RATIO: COUNTS}, {CHOICE: "Baru.", SECOND: "Tetap."}, name="v2.xlsx")
    preview = preview_of(begun, newer)
    assert [(row.id, row.state) for row in preview.rows] == [
        (CHOICE, ItemState.CHANGED),
        (RATIO, ItemState.NEW),
        (f"{INDEX}/kosong", ItemState.EMPTIED),
    ]
    changed, _, emptied = preview.rows
    assert (changed.before, changed.after, changed.note) == (
        Chosen("Ya"),
        Chosen("Tidak"),
        TextChange("Lama.", "Baru."),
    )
    assert (emptied.before, emptied.after) == (state_of(begun).answers(MANDIRI)[INDEX], None)
    assert (preview.same, preview.previous.name, preview.taken) == (1, "v1.xlsx", None)
    done = take(begun, newer)
    assert done.items == 2
    assert done.view.card(MANDIRI).total == preview.total_after
    assert set(done.view.state.answers(MANDIRI)) == {CHOICE, SECOND, RATIO, INDEX}


def test_an_older_version_is_told_from_a_new_one_and_from_the_last(begun):
    said = ({CHOICE: "Ya"}, {CHOICE: "Tidak"}, {SECOND: "B"})
    first, second, third = (sheet_of(answers, name=f"v{n}.xlsx") for n, answers in enumerate(said, 1))
    assert version_sentence(preview_of(begun, first), str) == ""
    take(begun, first)
    today = begun[0].workspace.today
    assert version_sentence(preview_of(begun, first), str) == (
        f"Berkas ini sudah diambil pada {today}; sesudah itu belum ada lembar lain yang diambil."
    )
    assert version_sentence(preview_of(begun, second), str) == "Versi sebelumnya: v1.xlsx (diterima 2026-11-02)."
    take(begun, second)
    older = preview_of(begun, first)
    assert (older.taken.name, [item.name for item in older.later]) == ("v1.xlsx", ["v2.xlsx"])
    assert version_sentence(older, str) == (
        f"Berkas ini sudah diambil pada {today}; sesudah itu v2.xlsx (diterima 2026-11-02). Jadi, berkas ini versi lama."
    )
    take(begun, third)
    assert "1 lembar lain dan terakhir v3.xlsx (diterima 2026-11-02)" in version_sentence(preview_of(begun, first), str)
    take(begun, first)
    assert preview_of(begun, first).later == (), "what was taken once more is the newest again"
    assert [item.name for item in preview_of(begun, second).later] == ["v3.xlsx", "v1.xlsx"]


def test_what_the_sheet_leaves_empty_stays_until_a_person_chooses_otherwise(begun):
    take(begun, sheet_of({CHOICE: "Ya", INDEX: "3,4"}, {CHOICE: "Catatan."}, {CHOICE: "https://contoh.example"}))
    empty = sheet_of({INDEX: "3,4"}, name="kosong.xlsx")
    assert preview_of(begun, empty).proposed == ()
    assert take(begun, empty).items == 0
    assert CHOICE in state_of(begun).answers(MANDIRI)
    preview = preview_of(begun, empty)
    (row,) = preview.rows
    assert (row.note, row.link) == (TextChange("Catatan.", ""), TextChange("https://contoh.example", ""))
    assert preview.choosing([row.id]).total < preview.total_before
    done = take(begun, empty, [row.id])
    assert done.view.card(MANDIRI).total == preview.choosing([row.id]).total
    state = state_of(begun)
    assert list(state.answers(MANDIRI)) == [INDEX]
    assert (state.notes(MANDIRI, CHOICE), state.links(MANDIRI, CHOICE)) == ((), ())


def test_a_blank_item_keeps_its_answer_while_its_note_is_taken(begun):
    take(begun, sheet_of({CHOICE: "Ya"}))
    preview = preview_of(begun, sheet_of({}, {CHOICE: "Menyusul."}, name="v2.xlsx"))
    noted, emptied = preview.rows
    assert (noted.id, noted.state, noted.answered, noted.after) == (CHOICE, ItemState.NEW, False, Chosen("Ya"))
    assert emptied.id == f"{CHOICE}/kosong"
    done = take(begun, sheet_of({}, {CHOICE: "Menyusul."}, name="v2.xlsx"))
    assert done.view.state.answers(MANDIRI) == {CHOICE: Chosen("Ya")}
    assert [head.value["text"] for head in done.view.state.notes(MANDIRI, CHOICE)] == ["Menyusul."]


def test_only_the_rows_that_were_chosen_are_taken(begun):
    worksheet = sheet_of({CHOICE: "Ya", SECOND: "A", RATIO: COUNTS})
    preview = preview_of(begun, worksheet)
    done = take(begun, worksheet, [SECOND])
    assert dict(done.view.state.answers(MANDIRI)) == {SECOND: Chosen("A")}
    assert done.view.card(MANDIRI).total == preview.choosing([SECOND]).total
    assert take(begun, worksheet).items == 2
    with pytest.raises(InvalidInputError, match="tidak ada dalam pratinjau"):
        take(begun, worksheet, ["X.1"])


def test_what_changed_since_the_preview_is_not_overwritten(begun):
    services, id_ = begun
    worksheet = sheet_of({CHOICE: "Ya", SECOND: "A"})
    preview = preview_of(begun, worksheet)
    give(services, id_, CHOICE, "Tidak", column=MANDIRI)
    before = state_of(begun).folded.head
    with pytest.raises(StaleViewError, match=CHOICE):
        services.importing.apply(preview)
    assert state_of(begun).folded.head == before
    assert services.importing.apply(preview, [SECOND]).items == 1


def test_refused_cells_are_never_taken_and_never_empty_an_item(begun):
    take(begun, sheet_of({CHOICE: "Ya"}))
    refusal = Refusal(CHOICE, "K8", "mungkin", "bukan salah satu pilihan")
    preview = preview_of(begun, sheet_of({}, refused=[refusal], name="v2.xlsx"))
    assert (preview.rows, preview.refused, preview.same, preview.blank) == ((), (refusal,), 0, 112)


def test_what_stands_beside_the_columns_is_shown_and_never_taken(begun):
    beside = (Refusal(SECOND, "T9", "Sudah B sejak 2024.", "di luar kolom lembar kerja"),)
    preview = preview_of(begun, sheet_of({CHOICE: "Ya"}, left_out=beside, left_out_count=3))
    assert (preview.left_out, preview.left_out_count) == (beside, 3)
    assert take(begun, sheet_of({CHOICE: "Ya"}, left_out=beside, left_out_count=3)).items == 1


def test_a_text_that_no_line_can_hold_is_refused_and_the_rest_is_taken(begun):
    preview = preview_of(begun, sheet_of({CHOICE: "Ya"}, {CHOICE: "x" * 100_001}))
    assert [(refusal.code, refusal.reason[:19]) for refusal in preview.refused] == [(CHOICE, "Teks terlalu panjan")]
    assert preview.proposed == (CHOICE,)
    assert preview.rows[0].note is None


def test_texts_come_in_cleaned(begun):
    done = take(begun, sheet_of({}, {CHOICE: " satu\r\ndua\x07 "}))
    assert [head.value["text"] for head in done.view.state.notes(MANDIRI, CHOICE)] == ["satu\ndua"]


def test_more_text_than_one_act_may_hold_is_taken_in_two(begun):
    notes = dict.fromkeys(state_of(begun).instrument.questions, "catatan " * 1200)
    worksheet = sheet_of({}, notes)
    before = state_of(begun).folded.head
    with pytest.raises(InvalidInputError, match="pilih sebagian butir"):
        take(begun, worksheet)
    assert state_of(begun).folded.head == before
    half = preview_of(begun, worksheet).proposed[:50]
    assert take(begun, worksheet, half).items == 50
    assert take(begun, worksheet, preview_of(begun, worksheet).proposed[:50]).items == 50
    assert take(begun, worksheet).items == 13


def test_where_a_worksheet_came_from_is_kept(begun):
    services, id_ = begun
    take(begun, sheet_of({CHOICE: "Ya"}, name="v1.xlsx"))
    services.importing.apply(preview_of(begun, sheet_of({CHOICE: "Tidak"}, name="v2.xlsx")))
    first, second = services.importing.history(id_, MANDIRI)
    assert (first.sender, first.channel, first.received) == ("Lapas Contohrejo", "Surel", "2026-11-02")
    assert (first.name, first.file, first.layout) == ("v1.xlsx", sheet_of({}, name="v1.xlsx").digest, "lampiran3")
    assert first.importer == services.settings.author("")
    assert (second.sender, second.received) == ("", services.workspace.today)
    assert services.importing.history(id_, Column.TPI) == ()


@pytest.mark.parametrize("day", ["kemarin", "2026-02-30", "20261102", "2026-11"])
def test_a_day_that_is_none_is_refused(begun, day):
    services, _ = begun
    with pytest.raises(InvalidInputError, match="bukan tanggal"):
        services.importing.apply(preview_of(begun, sheet_of({CHOICE: "Ya"})), None, Provenance(received=day))
    assert state_of(begun).answers(MANDIRI) == {}


def test_a_sender_that_fills_a_page_is_refused(begun):
    with pytest.raises(InvalidInputError, match="ringkas dahulu"):
        begun[0].importing.apply(preview_of(begun, sheet_of({CHOICE: "Ya"})), None, Provenance(sender="x" * 201))


def test_a_sheet_that_names_another_satker_or_year_says_so(begun):
    preview = preview_of(begun, sheet_of({CHOICE: "Ya"}, unit="Rutan Lainrejo", year=2025))
    assert len(preview.warnings) == 2
    assert "Rutan Lainrejo" in preview.warnings[0]
    assert "2025" in preview.warnings[1]
    named = sheet_of({CHOICE: "Ya"}, unit="LAPAS KELAS IIB CONTOHREJO, Kab. Contoh", year=2026)
    assert preview_of(begun, named).warnings == ()


def test_a_sheet_that_names_another_satker_is_taken_only_when_a_person_says_so(begun):
    services, id_ = begun
    preview = preview_of(begun, sheet_of({CHOICE: "Ya"}, unit="Rutan Lainrejo"))
    with pytest.raises(InvalidInputError, match=r"menyebut Rutan Lainrejo.* Tidak ada yang diambil"):
        services.importing.apply(preview)
    assert services.importing.history(id_, MANDIRI) == ()
    assert services.importing.apply(preview, despite_warnings=True).items == 1


@pytest.mark.parametrize("column", Column, ids=str)
def test_a_sheet_that_says_whose_answers_it_holds_goes_into_another_column_only_when_a_person_says_so(begun, column):
    worksheet = sheet_of({CHOICE: "Ya"}, owner=Column.TPI)
    preview = preview_of(begun, worksheet, column)
    if column is Column.TPI:
        assert preview.warnings == ()
        return
    assert "menyebut isinya jawaban TPI" in preview.warnings[0]
    with pytest.raises(InvalidInputError, match="Tidak ada yang diambil"):
        begun[0].importing.apply(preview)
    assert begun[0].importing.apply(preview, despite_warnings=True).items == 1


def test_counts_that_exceed_are_taken_and_flagged(begun):
    services, id_ = begun
    counts = Counted({"wajib_ditindaklanjuti": 4, "diproses": 1, "selesai": 9})
    preview = preview_of(begun, sheet_of({RATIO: counts}), Column.TPI)
    (row,) = preview.rows
    assert row.exceeds
    assert preview.choosing([RATIO]).question_scores[RATIO] == 1
    take(begun, sheet_of({RATIO: counts}), column=Column.TPI)
    assert [check.code for check in services.reviewing.preflight(id_).must if check.id.startswith("exceeds")] == [RATIO]


def test_a_closed_evaluation_takes_nothing_but_can_be_compared(signed):
    folder, id_, _ = signed
    with open_services(folder) as services:
        preview = services.importing.preview(id_, sheet_of({CHOICE: "Ya"}), Column.TPN)
        assert preview.proposed == (CHOICE,)
        with pytest.raises(SealedError):
            services.importing.apply(preview)
        with pytest.raises(NotFoundError):
            services.importing.preview("tidak ada", sheet_of({}), MANDIRI)


def test_a_change_of_what_tpi_has_judged_is_flagged_until_it_is_judged_anew(begun):
    services, id_ = begun
    give(services, id_, SECOND, "B")
    assert not any(row.judged for row in preview_of(begun, sheet_of({CHOICE: "Ya", SECOND: "A"})).rows)
    take(begun, sheet_of({CHOICE: "Ya", SECOND: "A"}, name="v1.xlsx"))
    give(services, id_, CHOICE, "Ya")
    assert dict(state_of(begun).mandiri_changed) == {}
    newer = sheet_of({CHOICE: "Tidak", SECOND: "A"}, {SECOND: "Lihat lampiran."}, name="v2.xlsx")
    assert {row.code: row.judged for row in preview_of(begun, newer).rows} == {CHOICE: True, SECOND: False}
    take(begun, newer)
    assert list(state_of(begun).mandiri_changed) == [CHOICE]
    (warning,) = [check for check in services.reviewing.preflight(id_).warn if check.id.startswith("mandiri:")]
    assert (warning.code, warning.message) == (CHOICE, f"Butir {CHOICE}: Mandiri berubah setelah dinilai.")
    services.evaluations.accept_warning(id_, warning.id, "Tetap sesuai bukti.")
    assert warning.id in [check.id for check in services.reviewing.preflight(id_).accepted]
    take(begun, sheet_of({CHOICE: "Ya", SECOND: "A"}, {SECOND: "Lihat lampiran."}, name="v3.xlsx"))
    take(begun, sheet_of({CHOICE: "Tidak", SECOND: "A"}, {SECOND: "Lihat lampiran."}, name="v4.xlsx"))
    (warning,) = [check for check in services.reviewing.preflight(id_).warn if check.id.startswith("mandiri:")]
    assert warning.reason == "", "a reason given for one change says nothing about the next"
    give(services, id_, CHOICE, "Tidak")
    assert dict(state_of(begun).mandiri_changed) == {}


def test_what_was_typed_here_is_marked_before_it_is_replaced_and_can_be_brought_back(begun):
    services, id_ = begun
    give(services, id_, CHOICE, "Ya", column=MANDIRI)
    (row,) = preview_of(begun, sheet_of({CHOICE: "Tidak"})).rows
    assert row.typed
    typed = state_of(begun).answer_cell(MANDIRI, CHOICE).displayed
    take(begun, sheet_of({CHOICE: "Tidak"}))
    (row,) = preview_of(begun, sheet_of({CHOICE: "Ya"}, name="v2.xlsx")).rows
    assert not row.typed
    cell = state_of(begun).answer_cell(MANDIRI, CHOICE)
    state = services.answering.restore(id_, cell.name, typed, displayed=cell.displayed).state
    assert state.answers(MANDIRI) == {CHOICE: Chosen("Ya")}


def test_an_answer_over_an_imported_one_can_be_undone(begun):
    services, id_ = begun
    take(begun, sheet_of({CHOICE: "Ya"}), column=Column.TPI)
    imported = state_of(begun).answer_cell(Column.TPI, CHOICE)
    give(services, id_, CHOICE, "Tidak", notes=Notes("Belum terlihat."))
    answered = state_of(begun).answer_cell(Column.TPI, CHOICE).displayed
    state = services.answering.restore(id_, imported.name, imported.displayed, displayed=answered).state
    assert state.answers(Column.TPI) == {CHOICE: Chosen("Ya")}
    assert state.answer_cell(Column.TPI, CHOICE).heads[0].transcribed


def test_an_own_note_stands_beside_the_one_of_the_sheet(begun):
    services, id_ = begun
    services.answering.note(id_, CHOICE, "Milik penilai.", column=MANDIRI)
    assert preview_of(begun, sheet_of({}, {CHOICE: "Milik penilai."})).rows == ()
    take(begun, sheet_of({}, {CHOICE: "Milik unit."}))
    texts = {head.value["text"] for head in state_of(begun).notes(MANDIRI, CHOICE)}
    assert texts == {"Milik penilai.", "Milik unit."}


def taken_elsewhere(begun, worksheet):
    """Return what another laptop states that takes a worksheet having seen nothing else in the column."""
    services, id_ = begun
    rows = services.importing.preview(id_, worksheet, MANDIRI).rows
    value = {
        "file": worksheet.digest, "name": worksheet.name, "layout": worksheet.layout, "column": "mandiri", "sender": "",
        "channel": "", "received": "2026-11-02", "replaces": {}, "judged": {},
        "cells": {cell: value for row in rows for cell, value in row.cells.items()},
    }  # fmt: skip
    return Statement("column.imported", "import/mandiri", value)


def test_two_laptops_that_took_the_same_file_agree(begun):
    services, id_ = begun
    folder, worksheet = services.workspace.folder, sheet_of({CHOICE: "Ya", SECOND: "B"})
    elsewhere = taken_elsewhere(begun, worksheet)
    take(begun, worksheet)
    services.close()
    from_another_laptop(folder, id_, AHMAD, elsewhere)
    with open_services(folder) as here:
        state = here.evaluations.open(id_).state
        assert len(state.answer_cell(MANDIRI, CHOICE).heads) == 2
        assert not state.disputed(MANDIRI)
        assert here.importing.preview(id_, worksheet, MANDIRI).rows == ()
        assert len(here.importing.history(id_, MANDIRI)) == 2


def test_versions_that_did_not_see_each_other_are_shown_and_settled_together(begun):
    services, id_ = begun
    folder = services.workspace.folder
    one = sheet_of({CHOICE: "Ya", SECOND: "B"}, name="v1.xlsx")
    two = sheet_of({CHOICE: "Tidak", SECOND: "B"}, {SECOND: "Baru."}, name="v2.xlsx")
    elsewhere = taken_elsewhere(begun, two)
    take(begun, one)
    services.close()
    from_another_laptop(folder, id_, AHMAD, elsewhere)
    with open_services(folder) as here:
        assert set(here.evaluations.open(id_).state.disputed(MANDIRI)) == {CHOICE}
        preview = here.importing.preview(id_, two, MANDIRI)
        (row,) = preview.rows
        assert (row.id, row.state, row.after, row.proposed) == (CHOICE, ItemState.DISPUTED, Chosen("Tidak"), False)
        assert set(row.versions) == {Chosen("Ya"), Chosen("Tidak")}
        assert preview.before.interval is not None
        assert preview.choosing([CHOICE]).interval is None
        done = here.importing.apply(preview, [CHOICE])
        assert done.view.state.answers(MANDIRI) == {CHOICE: Chosen("Tidak"), SECOND: Chosen("B")}
        assert not done.view.state.disputed(MANDIRI)
        assert done.view.card(MANDIRI).total == preview.choosing([CHOICE]).total


def test_a_disagreement_between_people_is_not_closed_by_a_worksheet(begun):
    services, id_ = begun
    give(services, id_, CHOICE, "Ya", column=MANDIRI)
    folder = services.workspace.folder
    services.close()
    from_another_laptop(folder, id_, AHMAD, statement(CHOICE, "Tidak", column=MANDIRI))
    with open_services(folder) as here:
        preview = here.importing.preview(id_, sheet_of({CHOICE: "Ya", SECOND: "A"}), MANDIRI)
        assert [row.id for row in preview.rows] == [SECOND]
        assert [(refusal.code, refusal.cell) for refusal in preview.refused] == [(CHOICE, "K8")]
        here.importing.apply(preview)
        assert set(here.evaluations.open(id_).state.disputed(MANDIRI)) == {CHOICE}


@pytest.mark.parametrize("beside", [[], [statement(CHOICE, "Ya", column=MANDIRI)]], ids=["alone", "beside"])
def test_an_answer_to_an_item_of_another_edition_is_stated_anew(begun, beside):
    services, id_ = begun
    folder, line = services.workspace.folder, statement(CHOICE, "Ya", column=MANDIRI)
    services.close()
    other = Statement(line.kind, line.cell, {**line.value, "item": "0" * 64})
    from_another_laptop(folder, id_, AHMAD, other, *beside)
    with open_services(folder) as here:
        assert here.evaluations.open(id_).state.ask_again(MANDIRI) == (CHOICE,)
        preview = here.importing.preview(id_, sheet_of({CHOICE: "Ya"}), MANDIRI)
        assert [row.id for row in preview.rows] == [CHOICE]
        state = here.importing.apply(preview).view.state
        assert (state.answers(MANDIRI), state.ask_again(MANDIRI)) == ({CHOICE: Chosen("Ya")}, ())


def test_a_preview_is_a_value(begun):
    preview = preview_of(begun, sheet_of({CHOICE: "Ya"}))
    with pytest.raises(dataclasses.FrozenInstanceError):
        preview.same = 1
    assert column_of({CHOICE: "Ya"}).answers[CHOICE].answer == preview.rows[0].after


def insert_a_row_of_their_own(sheet):
    """Insert a row that looks like that of SECOND, above it: only the words tell them apart."""
    own_row = QUESTIONS[SECOND].row
    sheet.insert_rows(own_row)
    for column, text in (("F", "b."), ("G", "Pertanyaan kami sendiri"), ("J", "A/B/C"), ("K", "C")):
        sheet[f"{column}{own_row}"] = text


def test_official_words_that_the_office_took_tell_a_row_from_one_that_somebody_added(begun, tmp_path):
    services, id_ = begun
    instrument = services.evaluations.open(id_).state.instrument
    official = write_sheet(tmp_path / "resmi.xlsx", {CHOICE: "Ya", SECOND: "B"})
    book = load_workbook(official)
    insert_a_row_of_their_own(book["LKE ZI"])
    book.save(tmp_path / "kata kami.xlsx")
    book = load_workbook(official)
    sheet = book["LKE ZI"]
    for row in layout_rows(instrument, Layout.LAMPIRAN3):
        if row.kind is not RowKind.TOTAL:
            sheet[f"{row.title_column}{row.number}"] = f"Kalimat resmi {row.code}"
    book.save(official)
    insert_a_row_of_their_own(sheet)
    book.save(tmp_path / "kata resmi.xlsx")

    def answers(name):
        return services.importing.read(tmp_path / name, state_of(begun).instrument).column(MANDIRI).answers

    assert SECOND not in answers("kata resmi.xlsx"), "whose row it is cannot be told without the words"
    services.edition_taking.take(services.edition_taking.read(official))
    assert answers("kata resmi.xlsx")[SECOND].text == answers("kata kami.xlsx")[SECOND].text == "B"
    services.edition_taking.choose(instrument.structure_digest, BUILT_IN)
    assert answers("kata resmi.xlsx")[SECOND].text == answers("kata kami.xlsx")[SECOND].text == "B"
