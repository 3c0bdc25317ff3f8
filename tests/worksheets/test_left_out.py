"""What no column takes is named with its cell; links keep their address; nothing of a sheet vanishes without a word."""

import io
import re
import zipfile

import openpyxl
import pytest
from blank_sheets import edited, filled_worksheet
from fillings import INSTRUMENT
from openpyxl.comments import Comment

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.worksheet_file import read_worksheet

FIRST, SECOND, RATIO = "A.I.1.i.a", "A.I.1.i.b", "A.II.4.i.a"


@pytest.fixture
def read(tmp_path):
    """Return a worksheet after an edit."""

    def of(edit, layout=Layout.LAMPIRAN3):
        return read_worksheet(edited(tmp_path / "lembar.xlsx", edit, layout=layout), INSTRUMENT)

    return of


def put(**cells):
    def edit(page):
        for cell, value in cells.items():
            page[cell] = value

    return edit


def told(sheet):
    return [(each.code, each.cell, each.text, each.reason) for each in sheet.left_out]


def test_a_clean_sheet_leaves_nothing_out(read):
    sheet = read(put(K8="Ya", O8="ada", P8="Map A", K161=4, K162=3, O162="rekap"))
    assert (sheet.left_out, sheet.left_out_count) == ((), 0)
    portal = read(put(K6="Ya", L6="ada", M6="Map A", N6="Ya", Q6="sesuai"), Layout.PORTALRB)
    assert (portal.left_out, portal.left_out_count) == ((), 0)


def test_texts_under_other_headings_are_named(read):
    sheet = read(
        put(S2="Temuan", S8="SK belum ditandatangani", T9="tanpa judul", S161="selisih", S1="judul", S300="jauh")
    )
    assert told(sheet) == [
        (FIRST, "S8", "SK belum ditandatangani", "kolom S “judul Temuan” tidak dikenal"),
        (SECOND, "T9", "tanpa judul", "kolom T (tanpa judul) tidak dikenal"),
        (RATIO, "S161", "selisih", "kolom S “judul Temuan” tidak dikenal"),
    ]


def test_figures_and_formulas_that_nobody_typed_are_no_texts(read):
    sheet = read(put(S8="=K8", S9=1, L9=0.5, M9=0.5, N9='=IF(K9="","isi","")'))
    assert [each.cell for each in sheet.left_out] == ["S9"]


def test_comments_are_named_with_their_beginning(read):
    def edit(page):
        page["K8"].comment = Comment("Pemeriksa:\nSK ada di map 1, " + "lembar " * 60, "Pemeriksa")
        page["I7"].comment = Comment("cek ulang", "Pemeriksa")

    first, second = read(edit).left_out
    assert (first.cell, first.text) == ("I7", "cek ulang")
    assert (second.code, second.cell, second.reason) == (FIRST, "K8", "komentar pada sel")
    assert second.text.startswith("Pemeriksa: SK ada di map 1, lembar")
    assert second.text.endswith("…")
    assert len(second.text) <= 120


def test_threads_of_comments_are_read_instead_of_their_copy(tmp_path):
    """What newer programs write: the thread, and a copy of it in the old form with a remark of the program."""
    file = edited(
        tmp_path / "a.xlsx", lambda page: setattr(page["K8"], "comment", Comment("[Threaded comment] x", "tc"))
    )
    made = io.BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if re.fullmatch(r"xl/worksheets/_rels/.*\.rels", name) and b"comments" in data:
                data = data.replace(
                    b"</Relationships>",
                    b'<Relationship Id="t1" Target="../threadedComments/threadedComment1.xml" Type="http://schemas.openxmlformats.org'
                    b'/office/2017/10/relationships/threadedComment"/></Relationships>',
                )
            after.writestr(name, data)
        after.writestr(
            "xl/threadedComments/threadedComment1.xml",
            '<ThreadedComments xmlns="http://schemas.openxmlformats.org/office/spreadsheetml/2018/threadedcomments">'
            '<threadedComment ref="K8" id="{1}"><text>Mana SK-nya?</text></threadedComment>'
            '<threadedComment ref="K8" id="{2}" parentId="{1}"><text>Sudah dikirim</text></threadedComment></ThreadedComments>',
        )
    file.write_bytes(made.getvalue())
    assert told(read_worksheet(file, INSTRUMENT)) == [(FIRST, "K8", "Mana SK-nya? Sudah dikirim", "komentar pada sel")]


def test_what_stands_beside_no_item_is_named(read):
    def edit(page):
        page.insert_rows(9)
        put(K8="Ya", O9="sisipan", K9="Ya", K4="Ya", L8="lihat catatan")(page)

    assert told(read(edit)) == [
        ("", "K4", "Ya", "barisnya bukan butir"),
        (FIRST, "L8", "lihat catatan", "bukan angka"),
        ("", "K9", "Ya", "barisnya bukan butir"),
        ("", "O9", "sisipan", "barisnya bukan butir"),
    ]


def test_the_notes_of_a_doubtful_item_are_named(read):
    sheet = read(put(F9="c.", K9="A", O9="ada", P9="Map A"))
    assert [refused.cell for refused in sheet.column(Column.TPI).refused] == ["K9"]
    assert told(sheet) == [(SECOND, "O9", "ada", "butirnya ditolak"), (SECOND, "P9", "Map A", "butirnya ditolak")]


def test_many_texts_are_counted_and_the_first_are_named(read):
    sheet = read(lambda page: [page.cell(row, 19, f"teks {row}") for row in range(8, 198)] and page.cell(8, 20, "x"))
    assert (len(sheet.left_out), sheet.left_out_count) == (191, 191)
    more = read(lambda page: [page.cell(row, column, "x") for row in range(8, 198) for column in (19, 20)] and None)
    assert (len(more.left_out), more.left_out_count) == (200, 380)
    assert [each.cell for each in more.left_out[:3]] == ["S8", "T8", "S9"]


LINKS = {
    "text and address": ('=HYPERLINK("https://contoh.example/a","SK Tim")', "SK Tim (https://contoh.example/a)"),
    "address only": ('=HYPERLINK("https://contoh.example/a")', "https://contoh.example/a"),
    "quotes": ('=HYPERLINK("https://contoh.example/a","SK ""Tim""")', 'SK "Tim" (https://contoh.example/a)'),
    "from a cell": ('=HYPERLINK(S8,"SK Tim")', "SK Tim (https://contoh.example/s)"),
    "put together": ('=HYPERLINK("https://contoh.example/"&"a","SK")', "SK (https://contoh.example/a)"),
    "computed": ('=HYPERLINK(LOWER("X"),"SK")', '=HYPERLINK(LOWER("X"),"SK")'),
}


@pytest.mark.parametrize("case", LINKS)
def test_a_formula_that_makes_a_link_keeps_its_address(read, case):
    formula, expected = LINKS[case]
    sheet = read(put(O8=formula, P8=formula, S2="Bebas", S8="https://contoh.example/s"))
    column = sheet.column(Column.TPI)
    assert (column.notes, column.links) == ({FIRST: expected}, {FIRST: expected})


def test_a_computed_text_of_a_link_is_kept(tmp_path):
    """Other programs store what the formula showed."""
    data = filled_worksheet()
    file = edited(tmp_path / "a.xlsx", put(P8='=HYPERLINK("https://contoh.example/a",B2)'), data=data)
    made = io.BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if b"HYPERLINK" in text:
                text, count = re.subn(
                    rb'(<c r="P8"[^>]*?)(?: t="\w+")?>(<f>.*?</f>)<v ?/?>(?:</v>)?',
                    rb'\1 t="str">\2<v>SK Tim</v>',
                    text,
                )
                assert count == 1
            after.writestr(name, text)
    file.write_bytes(made.getvalue())
    assert read_worksheet(file, INSTRUMENT).column(Column.TPI).links == {FIRST: "SK Tim (https://contoh.example/a)"}


def test_hyperlinks_of_cells_are_kept_with_their_texts(read):
    def edit(page):
        page["P8"], page["O8"], page["P9"] = "SK Tim", "ada", "https://contoh.example/b"
        page["P8"].hyperlink = "https://contoh.example/a"
        page["O8"].hyperlink = openpyxl.worksheet.hyperlink.Hyperlink(ref="O8", location="'Utama'!A1")
        page["P9"].hyperlink = "https://contoh.example/b"
        page["P11"].hyperlink = "https://contoh.example/c"
        page["P11"].value = " "

    column = read(edit).column(Column.TPI)
    assert column.notes == {FIRST: "ada (#'Utama'!A1)"}
    assert column.links == {
        FIRST: "SK Tim (https://contoh.example/a)", SECOND: "https://contoh.example/b",
        "A.I.1.ii.a": "https://contoh.example/c",
    }  # fmt: skip


def test_a_link_on_another_cell_is_named(read):
    def edit(page):
        page["K8"] = "Ya"
        page["K8"].hyperlink = "https://contoh.example/sk"

    sheet = read(edit)
    assert sheet.column(Column.TPI).answers[FIRST].answer == Chosen("Ya")
    assert told(sheet) == [(FIRST, "K8", "https://contoh.example/sk", "tautan di luar kolom bukti")]


def test_a_link_over_several_cells_belongs_to_each(read):
    def edit(page):
        page["P8"].hyperlink = "https://contoh.example/map"
        page["P8"].value = "Map"
        page["P8"].hyperlink.ref = "P8:P9"

    assert read(edit).column(Column.TPI).links == {
        FIRST: "Map (https://contoh.example/map)", SECOND: "https://contoh.example/map",
    }  # fmt: skip


def test_a_link_on_a_text_that_is_left_out_is_named_once(read):
    def edit(page):
        page["S8"] = "lihat"
        page["S8"].hyperlink = "https://contoh.example/sk"

    assert [(each.cell, each.text) for each in read(edit).left_out] == [("S8", "lihat (https://contoh.example/sk)")]


def test_links_over_the_whole_sheet_and_endless_ones_do_no_harm(tmp_path):
    """Nobody makes them; a file that holds them is read in a moment all the same."""

    def edit(page):
        page["K8"], page["A300"] = "Ya", "x" * 32_000
        formula = f"=HYPERLINK({'&'.join(['$A$300'] * 1_000)},B2)"
        for row in range(8, 198):
            page.cell(row, 16, formula)
        page["P8"] = "SK"
        page["P8"].hyperlink = "https://contoh.example/sk"
        page["P8"].hyperlink.ref = "A1:XFD1048576"

    column = read_worksheet(edited(tmp_path / "a.xlsx", edit), INSTRUMENT).column(Column.TPI)
    assert (column.answers[FIRST].answer, column.links[FIRST]) == (Chosen("Ya"), "SK")
    assert max(map(len, column.links.values())) < 50_000
