"""Worksheets as they come back: renamed, shifted, hidden, retyped; what is found again, what is refused, with its reason."""

import io
import re
import zipfile

import openpyxl
import pytest
from blank_sheets import blank_worksheet, edited, filled_worksheet
from fillings import INSTRUMENT, QUESTIONS

from zi_desktop.domain.answers import Chosen, Counted, Measured, exceeds
from zi_desktop.domain.figures import parse_decimal
from zi_desktop.domain.instrument import Column
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.reading import WorksheetError
from zi_desktop.worksheets.worksheet_file import read_worksheet, read_worksheets

FIRST, SECOND, RATIO, REPORTS = "A.I.1.i.a", "A.I.1.i.b", "A.II.4.i.a", "A.II.5.iii.a.a"
COMPLAINTS = "A.II.5.ii.a"


@pytest.fixture
def sheet(tmp_path):
    """Return the column of a blank worksheet after an edit."""

    def read(edit, column=Column.TPI, **more):
        found = read_worksheet(edited(tmp_path / "lembar.xlsx", edit, **more), INSTRUMENT)
        return found.column(column)

    return read


def put(**cells):
    """Return an edit that puts these values into these cells."""

    def edit(sheet):
        for cell, value in cells.items():
            sheet[cell] = value

    return edit


def answers(column):
    return {code: given.answer for code, given in column.answers.items()}


def test_all_kinds_of_answers_in_all_spellings(sheet):
    column = sheet(put(K8="ya", K9=" b. ", K161="12", K162=9, K202="3,42", K203="E"))
    assert answers(column) == {
        FIRST: Chosen("Ya"), SECOND: Chosen("B"), RATIO: Counted({"sasaran": 12, "tercapai": 9}),
        "B.I.a": Measured(parse_decimal("3.42")), "B.I.b": Chosen("E"),
    }  # fmt: skip
    assert (column.answers[SECOND].cell, column.answers[SECOND].text) == ("K9", "b.")
    assert column.refused == ()


def test_what_is_unclear_is_refused_with_cell_text_and_reason(sheet):
    column = sheet(put(K8="mungkin", K161=5, K202="4,5", K155="1.200", K156=1, K157=1))
    assert [(refused.code, refused.cell) for refused in column.refused] == [
        (FIRST, "K8"), ("A.II.3.iii.a", "K154"), (RATIO, "K160"), ("B.I.a", "K202"),
    ]  # fmt: skip
    assert [refused.text for refused in column.refused if refused.code in (FIRST, "B.I.a")] == ["mungkin", "4,5"]
    reasons = {refused.code: refused.reason for refused in column.refused}
    assert reasons[RATIO] == "isian K162 belum ada"
    assert reasons["A.II.3.iii.a"] == "isian K155 “1.200” dapat dibaca sebagai ribuan atau sebagai pecahan"
    assert answers(column) == {}


@pytest.mark.parametrize("typed", [0.85, "85%", "0,85"])
def test_a_percentage_over_the_formula_is_no_answer_without_its_counts(sheet, typed):
    (refused,) = sheet(put(K160=typed)).refused
    assert (refused.code, refused.cell, refused.reason) == (
        RATIO, "K160", "persentase diketik tanpa jumlahnya; isikan jumlahnya",
    )  # fmt: skip
    column = sheet(put(K160=typed, K161=20, K162=17))
    assert answers(column) == {RATIO: Counted({"sasaran": 20, "tercapai": 17})}


def test_counts_above_their_denominator_are_values_of_the_sheet(sheet):
    column = sheet(put(K161=5, K162=9))
    assert exceeds(QUESTIONS[RATIO], column.answers[RATIO].answer)


def test_a_typed_sum_without_its_parts_is_refused(sheet):
    (refused,) = sheet(put(K185=12)).refused
    assert refused.reason == "jumlah 12 diketik tanpa rinciannya; isikan rinciannya"


def test_tidak_berlaku_needs_its_note_and_an_item_that_knows_it(sheet):
    column = sheet(put(K171="tidak berlaku", O171="Tidak ada pengaduan.", K177="Tidak berlaku", K160="Tidak berlaku"))
    assert answers(column) == {
        COMPLAINTS: Counted({"wajib_ditindaklanjuti": 0, "diproses": 0, "selesai": 0}, not_applicable=True)
    }
    assert {refused.code: refused.reason for refused in column.refused} == {
        REPORTS: "“tidak berlaku” memerlukan catatan", RATIO: "butir ini tidak mengenal “tidak berlaku”",
    }  # fmt: skip
    (refused,) = sheet(put(K171="tidak berlaku", O171="x", K172=1, K173=1, K174=1)).refused
    assert "penyebutnya 0" in refused.reason


def test_notes_and_links_come_along_also_from_the_rows_of_counts(sheet):
    def edit(sheet):
        put(
            K8="Ya",
            O8=" SK ada\r\n di map 1 ",
            P8="Map A",
            Q8="Rak 2",
            O160="Rekap",
            O162="Sesuai LKj",
            O7="tentang tim",
        )(sheet)
        sheet["P9"] = "Berkas"
        sheet["P9"].hyperlink = "https://contoh.example/a"

    column = sheet(edit)
    assert column.notes == {FIRST: "SK ada\n di map 1", RATIO: "Rekap\nSesuai LKj"}
    assert column.links == {FIRST: "Map A\nRak 2", SECOND: "Berkas (https://contoh.example/a)"}
    (refused,) = column.refused
    assert (refused.code, refused.cell, refused.reason) == ("", "O7", "catatan pada baris A.I.1.i, bukan pada butir")


def test_more_text_than_a_note_takes_is_refused_by_its_cell_and_the_rest_kept(sheet):
    column = sheet(put(**{f"O{row}": f"{row} " + "x" * 32_000 for row in (177, 178, 179, 180, 181)}))
    assert [refused.cell for refused in column.refused] == ["O180", "O181"]
    assert (column.refused[0].code, column.refused[0].reason) == (REPORTS, "teksnya terlalu panjang")
    assert [line[:4] for line in column.notes[REPORTS].split("\n")] == ["177 ", "178 ", "179 "]


def moved(rows, before):
    """Return an edit that inserts empty rows and then answers an item above and one below."""

    def edit(sheet):
        sheet.insert_rows(before, rows)
        sheet["K8"], sheet[f"K{203 + rows}"] = "Ya", "B"

    return edit


@pytest.mark.parametrize(("rows", "before"), [(1, 9), (3, 50), (1, 162), (2, 178)])
def test_items_are_found_again_below_inserted_rows(sheet, rows, before):
    column = sheet(moved(rows, before))
    assert answers(column) == {FIRST: Chosen("Ya"), "B.I.b": Chosen("B")}
    assert column.answers["B.I.b"].cell == f"K{203 + rows}"
    assert column.refused == ()


def test_a_missing_row_refuses_its_item_only(sheet):
    def edit(sheet):
        sheet.delete_rows(9)
        sheet["K8"], sheet["K10"] = "Ya", "Tidak"

    column = sheet(edit)
    assert answers(column) == {FIRST: Chosen("Ya"), "A.I.1.ii.a": Chosen("Tidak")}
    (refused,) = column.refused
    assert (refused.code, refused.reason) == (SECOND, "baris butir ini tidak ditemukan")


def test_a_doubtful_count_refuses_the_whole_ratio_and_nothing_else(sheet):
    def edit(sheet):
        sheet.insert_rows(162)
        sheet["G162"], sheet["J162"] = "- Jumlah lain", "Jumlah"
        sheet["K161"], sheet["K162"], sheet["K163"], sheet["K8"] = 10, 3, 7, "Ya"
        sheet["G161"], sheet["G163"] = "- Jumlah satu", "- Jumlah dua"

    column = sheet(edit)
    assert answers(column) == {FIRST: Chosen("Ya")}
    assert [(refused.code, refused.reason) for refused in column.refused] == [
        (RATIO, "ada beberapa baris yang mungkin untuk butir ini")
    ]


def test_a_known_title_settles_which_count_is_which(sheet):
    def edit(sheet):
        sheet.insert_rows(162)
        sheet["G162"], sheet["J162"] = "- Jumlah lain", "Jumlah"
        sheet["K161"], sheet["K162"], sheet["K163"] = 10, 3, 7

    assert answers(sheet(edit)) == {RATIO: Counted({"sasaran": 10, "tercapai": 7})}


def test_another_letter_or_another_scale_refuses_the_item(sheet):
    column = sheet(put(F9="c.", K9="A", J12="A/B/C/D", K12="C", K13="C"))
    assert answers(column) == {"A.I.1.ii.c": Chosen("C")}
    assert {refused.code: refused.reason for refused in column.refused} == {
        SECOND: "huruf barisnya “c”, seharusnya “b”",
        "A.I.1.ii.b": "lembar ini memakai pilihan A/B/C/D, butir ini A/B/C",
    }


def test_inserted_columns_hidden_rows_and_another_name_are_no_matter(tmp_path):
    def edit(sheet):
        sheet["K8"], sheet["O8"] = "Ya", "ada"
        sheet.insert_cols(12)
        sheet.insert_cols(1)
        sheet.row_dimensions[8].hidden = True
        sheet.title = "Lapas (revisi)"

    found = read_worksheet(edited(tmp_path / "lembar.xlsx", edit), INSTRUMENT)
    column = found.column(Column.TPI)
    assert (found.sheet, answers(column), column.notes) == ("Lapas (revisi)", {FIRST: Chosen("Ya")}, {FIRST: "ada"})
    assert column.answers[FIRST].cell == "L8"


def test_official_labels_find_what_signs_leave_open(tmp_path):
    def edit(sheet):
        sheet.insert_rows(162)
        sheet["G161"], sheet["G162"], sheet["G163"] = "- Banyak sasaran", "- Jumlah lain", "- Banyak yang tercapai"
        sheet["J162"] = "Jumlah"
        sheet["K161"], sheet["K162"], sheet["K163"] = 10, 3, 7

    file = edited(tmp_path / "lembar.xlsx", edit)
    labels = {"A.II.4.i.a.1": "Banyak sasaran", "A.II.4.i.a.2": "Banyak yang tercapai"}
    column = read_worksheet(file, INSTRUMENT, labels=labels).column(Column.TPI)
    assert answers(column) == {RATIO: Counted({"sasaran": 10, "tercapai": 7})}


def test_portalrb_has_two_columns_and_keeps_them_apart(tmp_path):
    file = edited(
        tmp_path / "p.xlsx",
        put(K6="Ya", L6="catatan unit", M6="tautan unit", N6="Tidak", Q6="catatan TPI", N7="A"),
        layout=Layout.PORTALRB,
    )
    found = read_worksheet(file, INSTRUMENT)
    unit, tpi = found.column(Column.MANDIRI), found.column(Column.TPI)
    assert (found.layout, found.sheet, found.scored, found.column(Column.TPN)) == (
        "portalrb",
        "Jawaban",
        Column.TPI,
        None,
    )
    assert (answers(unit), unit.notes, unit.links) == (
        {FIRST: Chosen("Ya")},
        {FIRST: "catatan unit"},
        {FIRST: "tautan unit"},
    )
    assert (answers(tpi), tpi.notes, tpi.links) == (
        {FIRST: Chosen("Tidak"), SECOND: Chosen("A")},
        {FIRST: "catatan TPI"},
        {},
    )


def test_portalrb_without_headings_is_known_by_its_scores(tmp_path):
    def edit(sheet):
        for merged in [each for each in sheet.merged_cells.ranges if each.min_row == 1]:
            sheet.unmerge_cells(str(merged))
        for column in range(1, 20):
            sheet.cell(1, column).value = None
        sheet["N6"] = "Ya"

    found = read_worksheet(edited(tmp_path / "p.xlsx", edit, layout=Layout.PORTALRB), INSTRUMENT)
    assert (found.layout, answers(found.column(Column.TPI))) == ("portalrb", {FIRST: Chosen("Ya")})


@pytest.mark.parametrize(
    "headings",
    [
        {"K1": "Jawaban", "L1": "Catatan", "M1": "Tautan", "N1": "Jawaban", "O1": "Nilai", "Q1": "Catatan"},
        {"K1": "Jawaban Unit Kerja", "L1": "Keterangan unit", "M1": "Link data dukung", "N1": "Jawaban Tim Penilai Internal",
         "O1": "Skor", "Q1": "Catatan evaluator"},
    ],
)  # fmt: skip
def test_portalrb_is_known_under_other_headings(tmp_path, headings):
    def edit(sheet):
        put(**headings, K6="Ya", L6="unit", M6="tautan", N6="Tidak", Q6="tpi")(sheet)

    found = read_worksheet(edited(tmp_path / "p.xlsx", edit, layout=Layout.PORTALRB), INSTRUMENT)
    unit, tpi = found.column(Column.MANDIRI), found.column(Column.TPI)
    assert (answers(unit), unit.notes, unit.links) == ({FIRST: Chosen("Ya")}, {FIRST: "unit"}, {FIRST: "tautan"})
    assert (answers(tpi), tpi.notes) == ({FIRST: Chosen("Tidak")}, {FIRST: "tpi"})


def copies(path, *names, hidden=()):
    """Write a workbook with several worksheets, each with another answer."""
    book = openpyxl.load_workbook(io.BytesIO(blank_worksheet()))
    for number, name in enumerate(names):
        copy = book.copy_worksheet(book["LKE ZI"])
        copy.title = name
        copy["K9"] = "ABC"[number % 3]
        copy.sheet_state = "hidden" if name in hidden else "visible"
    del book["LKE ZI"]
    book.save(path)
    return path


def test_of_several_worksheets_one_must_be_named_unless_only_one_is_visible(tmp_path):
    file = copies(tmp_path / "induk.xlsx", "Lapas A", "Lapas B")
    with pytest.raises(WorksheetError, match="beberapa lembar kerja: Lapas A, Lapas B"):
        read_worksheet(file, INSTRUMENT)
    assert answers(read_worksheet(file, INSTRUMENT, sheet="lapas b").column(Column.TPI)) == {SECOND: Chosen("B")}
    with pytest.raises(
        WorksheetError, match=r"tidak memuat lembar “Rutan”.*sebut salah satu dari “Lapas A”, “Lapas B”"
    ):
        read_worksheet(file, INSTRUMENT, sheet="Rutan")
    assert [each.sheet for each in read_worksheets(file, INSTRUMENT)] == ["Lapas A", "Lapas B"]
    one = copies(tmp_path / "satu.xlsx", "Lama", "Baru", hidden=("Lama",))
    assert read_worksheet(one, INSTRUMENT).sheet == "Baru"


def test_another_workbook_is_no_worksheet(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["kode", "nama"])
    book.save(tmp_path / "satker.xlsx")
    for read in (read_worksheet, read_worksheets):
        with pytest.raises(WorksheetError, match="tidak memuat lembar kerja Zona Integritas"):
            read(tmp_path / "satker.xlsx", INSTRUMENT)


def test_a_list_of_kinds_is_no_worksheet(tmp_path):
    book = openpyxl.Workbook()
    for number in range(60):
        book.active.append([number, "x", "A/B/C", "=A1"])
    book.save(tmp_path / "lain.xlsx")
    with pytest.raises(WorksheetError, match="tidak memuat lembar kerja"):
        read_worksheet(tmp_path / "lain.xlsx", INSTRUMENT)


def test_macros_protection_prefixes_and_missing_addresses_are_no_matter(tmp_path):
    """What other programs write: a prefix before each name, no addresses, texts in runs, escaped characters."""
    data, made = filled_worksheet(tpi={FIRST: Chosen("Ya")}), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name == "xl/sharedStrings.xml":
                text = text.replace(b"<t>Ya</t>", b"<r><t>Y</t></r><rPh><t>x</t></rPh><r><t>a_x000D_</t></r>")
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(rb"<(/?)([a-zA-Z])", rb"<\1x:\2", text).replace(b"xmlns=", b"xmlns:x=")
            after.writestr(name, text)
    (tmp_path / "makro.xlsm").write_bytes(made.getvalue())
    found = read_worksheet(tmp_path / "makro.xlsm", INSTRUMENT)
    assert (found.name, answers(found.column(Column.TPI))) == ("makro.xlsm", {FIRST: Chosen("Ya")})


def test_what_the_sheet_tells_of_itself(tmp_path):
    found = read_worksheet(edited(tmp_path / "lembar.xlsx", put(K8="Ya")), INSTRUMENT)
    assert (found.layout, found.unit, found.year, len(found.digest)) == ("lampiran3", "Lapas Contoh", 2026, 64)
    assert found.wording[SECOND].text == QUESTIONS[SECOND].text
    assert set(found.wording[SECOND].criteria) == {"A", "B", "C"}
    assert found.column(Column.MANDIRI) is found.column(Column.TPN)


def lost_headings(sheet):
    for row in (1, 2):
        for column in range(10, 18):
            if not isinstance(sheet.cell(row, column), openpyxl.cell.cell.MergedCell):
                sheet.cell(row, column).value = None


@pytest.mark.parametrize(
    "edit",
    [put(K2=None), put(K2="Isian satker"), put(K2="JWB"), lost_headings, put(J9=None)],
    ids=["emptied", "renamed", "shortened", "all emptied", "kind emptied"],
)
def test_answers_are_found_without_their_heading(sheet, edit):
    def circulated(page):
        put(J8="Ya", K8="Ya", K11="Tidak")(page)  # the circulated copy spells the first kind so that it is none
        edit(page)

    assert answers(sheet(circulated)) == {FIRST: Chosen("Ya"), "A.I.1.ii.a": Chosen("Tidak")}


def test_a_column_of_another_year_is_never_taken_for_the_answers(sheet):
    def inserted(page):
        page.insert_cols(11)
        put(K2="Jawaban Tahun Lalu", K8="Tidak", L8="Ya")(page)

    with pytest.raises(WorksheetError, match="kolom jawaban tidak"):
        sheet(inserted)  # its formulas still refer to the column that was there


def test_two_columns_of_answers_that_nobody_is_named_for_are_refused(sheet):
    with pytest.raises(WorksheetError, match="kolom jawaban tidak jelas"):
        sheet(put(N2="Jawaban", N8="Ya"))


@pytest.mark.parametrize("heading", ["Penilaian TPI", None], ids=["renamed", "emptied"])
def test_an_opinion_of_the_portal_layout_never_passes_for_that_of_another(tmp_path, heading):
    def edit(page):
        put(N1=heading, K6="Ya", N6="Tidak")(page)

    found = read_worksheet(edited(tmp_path / "p.xlsx", edit, layout=Layout.PORTALRB), INSTRUMENT)
    assert found.layout == "portalrb"
    assert answers(found.column(Column.MANDIRI)) == {FIRST: Chosen("Ya")}
    assert answers(found.column(Column.TPI)) == {FIRST: Chosen("Tidak")}
    found = read_worksheet(
        edited(tmp_path / "q.xlsx", put(K1=None, K6="Ya", N6="Tidak"), layout=Layout.PORTALRB), INSTRUMENT
    )
    assert answers(found.column(Column.TPI)) == {FIRST: Chosen("Tidak")}


def test_a_column_with_another_heading_holds_no_links(sheet):
    def inserted(page):
        page.insert_cols(12)
        put(L2="Jawaban TPI", K8="Ya", M8=1)(page)

    assert sheet(inserted, Column.MANDIRI).links == {}


@pytest.mark.parametrize("heading", [None, "JWB", "Isian Satker"])
def test_answers_under_a_lost_heading_are_read_where_the_formulas_find_them(sheet, heading):
    column = sheet(put(K2=heading, J8="Ya", K8="Ya", K9="B"))
    assert answers(column) == {FIRST: Chosen("Ya"), SECOND: Chosen("B")}


@pytest.mark.parametrize("headings", [{"N1": "Penilaian TPI"}, {"N1": None}, {"K1": None}])
def test_portalrb_keeps_its_columns_apart_when_one_heading_is_lost(tmp_path, headings):
    file = edited(tmp_path / "p.xlsx", put(**headings, K6="Ya", N6="Tidak"), layout=Layout.PORTALRB)
    found = read_worksheet(file, INSTRUMENT)
    assert [answers(found.column(each)) for each in (Column.MANDIRI, Column.TPI)] == [
        {FIRST: Chosen("Ya")}, {FIRST: Chosen("Tidak")},
    ]  # fmt: skip


def test_answers_of_last_year_are_never_taken(tmp_path):
    def edit(sheet):
        put(L2="Jawaban Tahun Lalu", K8="Ya", L8="Tidak")(sheet)

    assert answers(read_worksheet(edited(tmp_path / "a.xlsx", edit), INSTRUMENT).column(Column.TPI)) == {
        FIRST: Chosen("Ya")
    }
    with pytest.raises(WorksheetError, match="kolom jawaban tidak jelas"):
        read_worksheet(edited(tmp_path / "b.xlsx", put(K2="Jawaban", L2="Jawaban")), INSTRUMENT)


def test_where_columns_were_inserted_only_headings_tell_notes_and_links(tmp_path):
    def inserted(page):
        page.insert_cols(12)
        put(L2="Jawaban TPI", K8="Ya", L8="Tidak", Q8="https://contoh.invalid/bukti")(page)

    found = read_worksheet(edited(tmp_path / "a.xlsx", inserted), INSTRUMENT)
    assert (found.column(Column.TPI).notes, found.column(Column.MANDIRI).links) == ({}, {})
    assert [(each.cell, each.text) for each in found.left_out] == [("Q8", "https://contoh.invalid/bukti")]


def with_column_of_tpi(page):
    """Put a column of TPI beside the answers, as Excel does: what stands to its right moves, formulas follow."""
    for merged in [str(each) for each in page.merged_cells.ranges]:
        page.unmerge_cells(merged)
    for row in page.iter_rows(min_col=12, max_col=18):
        for cell in reversed(row):
            text = cell.value
            if isinstance(text, str) and text.startswith("="):
                text = re.sub(r"\b([L-R])(\d+)", lambda found: f"{chr(ord(found[1]) + 1)}{found[2]}", text)
            cell.offset(column=1).value, cell.value = text, None
    put(L2="Jawaban TPI", P2="Catatan/Keterangan", P1=None, K8="Ya", L8="Tidak", P8="ada", Q8="Map A")(page)


def test_a_column_of_tpi_in_lampiran_iii_leaves_its_rows_links_and_scores_as_they_were(tmp_path):
    found = read_worksheet(edited(tmp_path / "a.xlsx", with_column_of_tpi), INSTRUMENT)
    unit, tpi = found.column(Column.MANDIRI), found.column(Column.TPI)
    assert (answers(unit), answers(tpi)) == ({FIRST: Chosen("Ya")}, {FIRST: Chosen("Tidak")})
    assert (unit.notes, unit.links, tpi.notes, tpi.links) == ({FIRST: "ada"}, {FIRST: "Map A"}, {}, {})
    assert (found.layout, found.scored, found.left_out) == ("lampiran3", Column.MANDIRI, ())
    assert found.model.cells["A.I.1"] == "M6"


def scored_by(page, column):
    """Replace every formula by the figure that it would have for one answer."""
    for row in page.iter_rows(min_col=12, max_col=18):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.value = 0.5 if cell.coordinate == "M9" else None
    put(K9="B", L9="C")(page)
    if column is Column.TPI:
        put(K9="C", L9="B")(page)


@pytest.mark.parametrize("whose", [Column.MANDIRI, Column.TPI], ids=["unit", "tpi"])
def test_without_formulas_figures_tell_whose_answers_are_scored(tmp_path, whose):
    def edit(page):
        with_column_of_tpi(page)
        scored_by(page, whose)

    found = read_worksheet(edited(tmp_path / "a.xlsx", edit), INSTRUMENT)
    assert (found.layout, found.scored) == ("lampiran3", whose)


def unclear(page):
    put(K2="Jawaban", N2="Jawaban", K9="A", N9="B")(page)


def two_sheets(path, first, second, hidden=""):
    book = openpyxl.load_workbook(io.BytesIO(blank_worksheet()))
    for name, edit in (("Satu", first), ("Dua", second)):
        page = book.copy_worksheet(book["LKE ZI"])
        page.title = name
        edit(page)
        page.sheet_state = "hidden" if name == hidden else "visible"
    del book["LKE ZI"]
    book.save(path)
    return path


def test_an_unclear_sheet_is_named_and_hinders_no_other(tmp_path):
    clear = put(K9="C")
    hidden = two_sheets(tmp_path / "a.xlsx", clear, unclear, hidden="Dua")
    assert read_worksheet(hidden, INSTRUMENT).sheet == "Satu"
    assert [each.sheet for each in read_worksheets(hidden, INSTRUMENT)] == ["Satu"]
    both = two_sheets(tmp_path / "b.xlsx", clear, unclear)
    with pytest.raises(WorksheetError, match="beberapa lembar kerja: Satu, Dua"):
        read_worksheet(both, INSTRUMENT)
    assert answers(read_worksheet(both, INSTRUMENT, sheet="Satu").column(Column.TPI)) == {SECOND: Chosen("C")}
    named = r"pada lembar “Dua” kolom jawaban tidak jelas: K “Jawaban” dan N “Jawaban”"
    for read in (lambda: read_worksheet(both, INSTRUMENT, sheet="Dua"), lambda: read_worksheets(both, INSTRUMENT)):
        with pytest.raises(WorksheetError, match=named):
            read()
    with pytest.raises(WorksheetError, match=r"lembar “Utama” bukan lembar kerja.*“Satu”, “Dua”"):
        read_worksheet(both, INSTRUMENT, sheet="Utama")


def test_a_list_with_kinds_of_answers_beside_the_worksheet_is_no_second_one(tmp_path):
    def edit(page):
        page["K9"] = "A"
        book = page.parent
        listed = book.create_sheet("Daftar soal")
        for number in range(60):
            listed.append([number, "", "x", "", "", "", "", "", "", "A/B/C", "A"])

    assert read_worksheet(edited(tmp_path / "a.xlsx", edit), INSTRUMENT).sheet == "LKE ZI"


def full(page, letter, heading):
    page[f"{letter}2"] = heading
    for question in list(QUESTIONS.values())[:40]:
        page[f"{letter}{question.row}"] = "Ya" if question.answer.scale == "yes_no" else "B"


@pytest.mark.parametrize(
    ("letter", "heading", "named"),
    [("S", "Pilihan satker", "S “Pilihan satker”"), ("Q", None, r"Q \(tanpa judul\)"), ("N", "Jawaban Tahun Lalu", "N “Jawaban Tahun Lalu”")],
    ids=["another heading", "no heading", "last year"],
)  # fmt: skip
def test_a_sheet_full_of_answers_never_passes_for_an_empty_one(sheet, letter, heading, named):
    with pytest.raises(WorksheetError, match=rf"kolom jawaban K kosong, sedangkan kolom {named} berisi 40 jawaban"):
        sheet(lambda page: full(page, letter, heading))


def test_a_blank_sheet_is_read_as_blank(sheet):
    assert answers(sheet(put(S8="Ya"))) == {}


def title(page):
    """Merge a title over the whole sheet, above the headings."""
    for merged in [str(each) for each in page.merged_cells.ranges if each.min_row < 3]:
        page.unmerge_cells(merged)
    put(B1="LEMBAR KERJA EVALUASI ZONA INTEGRITAS TAHUN 2026 OLEH TPI, CATATAN DAN NILAI", H1=None, K1=None, O1=None)(
        page
    )
    page.merge_cells("B1:P1")


def test_a_title_over_the_whole_sheet_is_no_heading(tmp_path):
    def edit(page):
        title(page)
        put(K8="Ya", O8="ada", P8="Map A")(page)

    found = read_worksheet(edited(tmp_path / "a.xlsx", edit), INSTRUMENT)
    column = found.column(Column.TPI)
    assert (answers(column), column.notes, column.links) == (
        {FIRST: Chosen("Ya")}, {FIRST: "ada"}, {FIRST: "Map A"},
    )  # fmt: skip
    assert (found.layout, found.scored, found.year) == ("lampiran3", None, 2026)


@pytest.mark.parametrize(
    "caption",
    ["Perangkat daerah", "UNIT KERJA", "Nama OPD", "SKPD", "Satuan Kerja yang dinilai", "Nama Satker", "Unit Pelaksana Teknis"],
)  # fmt: skip
def test_the_unit_stands_under_many_captions(tmp_path, caption):
    def edit(page):
        page.unmerge_cells("H1:I1")
        page["H1"] = f"{caption}: Dinas Contoh"

    assert read_worksheet(edited(tmp_path / "a.xlsx", edit), INSTRUMENT).unit == "Dinas Contoh"


def test_rows_that_changed_places_are_known_by_their_titles(tmp_path):
    """Letter and kind of answer are the same; only the titles tell."""
    first, second = "A.I.1.i.b", "A.I.2.ii.b"

    def edit(page):
        put(K9="A", O9="satu", K30="C", O30="dua")(page)
        for column in "GIKO":
            one, other = page[f"{column}9"], page[f"{column}30"]
            one.value, other.value = other.value, one.value

    assert (QUESTIONS[first].row, QUESTIONS[second].row) == (9, 30)
    found = read_worksheet(edited(tmp_path / "a.xlsx", edit), INSTRUMENT)
    column = found.column(Column.TPI)
    assert {refused.code for refused in column.refused} <= {first, second}
    wrong = {code for code, text in ((first, "satu"), (second, "dua")) if column.notes.get(code, text) != text}
    assert (wrong, answers(column).get(first, Chosen("A")), answers(column).get(second, Chosen("C"))) == (
        set(), Chosen("A"), Chosen("C"),
    )  # fmt: skip


def test_a_lost_heading_of_the_portal_is_refused_where_columns_were_inserted(tmp_path):
    def edit(page):
        for merged in [str(each) for each in page.merged_cells.ranges]:
            page.unmerge_cells(merged)
        page.insert_cols(11)
        full(page, "O", None)
        put(K1="Status", L1="Penilaian", O1="Jawaban TPI", O2=None, L6="Tidak")(page)

    with pytest.raises(WorksheetError, match="kolom jawaban tidak ditemukan, biasanya: K “Status”"):
        read_worksheet(edited(tmp_path / "p.xlsx", edit, layout=Layout.PORTALRB), INSTRUMENT)


@pytest.mark.parametrize("heading", ["Pilihan satker", "Jawaban 2025"])
def test_an_empty_column_of_the_portal_is_not_what_stands_elsewhere(tmp_path, heading):
    def edit(page):
        page["N6"] = "Ya"
        full(page, "S", None)
        put(S1=heading, S2=None)(page)
        for question in list(QUESTIONS.values())[:40]:
            page[f"S{question.portalrb_row}"] = "Ya" if question.answer.scale == "yes_no" else "B"

    file = edited(tmp_path / "p.xlsx", edit, layout=Layout.PORTALRB)
    if heading == "Jawaban 2025":
        assert answers(read_worksheet(file, INSTRUMENT).column(Column.MANDIRI)) == {}
    else:
        with pytest.raises(WorksheetError, match=r"kolom jawaban K kosong, sedangkan kolom S “Pilihan satker”"):
            read_worksheet(file, INSTRUMENT)


def test_kinds_in_the_spelling_of_the_portal_are_known(sheet):
    def edit(page):
        for row in page.iter_rows(min_col=10, max_col=10):
            for cell in row:
                cell.value = (
                    str(cell.value or "").replace("Ya/Tidak", "YA_TIDAK").replace("/", "").replace("\n", " ") or None
                )
        put(K8="Ya", K9="B")(page)

    assert answers(sheet(edit)) == {FIRST: Chosen("Ya"), SECOND: Chosen("B")}


def test_answers_of_the_national_assessors_are_nobodys_here(tmp_path):
    found = read_worksheet(edited(tmp_path / "a.xlsx", put(N2="Jawaban TPN", K8="Ya", N8="Tidak")), INSTRUMENT)
    assert answers(found.column(Column.TPI)) == {FIRST: Chosen("Ya")}
    assert [(each.cell, each.text) for each in found.left_out] == [("N8", "Tidak")]


def test_links_of_the_assessors_are_none_of_the_unit(tmp_path):
    edit = put(R1="Bukti TPI", K6="Ya", M6="Map A", R6="Foto lapangan")
    found = read_worksheet(edited(tmp_path / "p.xlsx", edit, layout=Layout.PORTALRB), INSTRUMENT)
    assert found.column(Column.MANDIRI).links == {FIRST: "Map A"}
    assert [(each.cell, each.text) for each in found.left_out] == [("R6", "Foto lapangan")]
