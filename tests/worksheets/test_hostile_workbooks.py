"""Hostile and broken files: a sentence each, little memory, nothing opened outside, and the worksheet unharmed by strays."""

import io
import zipfile

import pytest
from blank_sheets import edited, filled_worksheet
from fillings import INSTRUMENT
from measured_runs import run_measured

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import FileReadError
from zi_desktop.domain.instrument import Column
from zi_desktop.worksheets.reading import WorksheetError
from zi_desktop.worksheets.worksheet_file import read_worksheet

SHEET = "xl/worksheets/sheet3.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
MOST_MEMORY = 400_000


@pytest.fixture(scope="session")
def good():
    """A worksheet with one answer, as bytes."""
    return filled_worksheet(tpi={"A.I.1.i.a": Chosen("Ya")})


def changed(good, part=SHEET, **change):
    """Return the workbook with one part edited: ``edit`` takes and gives its text, ``data`` replaces it (None: leaves it out)."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(good)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as after,
    ):
        for name in before.namelist():
            if name != part:
                after.writestr(name, before.read(name))
            elif "edit" in change:
                after.writestr(name, change["edit"](before.read(name).decode()))
            elif change["data"] is not None:
                after.writestr(name, change["data"])
    return made.getvalue()


def after_declaration(text, inserted):
    head, found, rest = text.partition("?>")
    return f"{head}{found}{inserted}{rest}" if found else inserted + text


def bomb(good, piece, size, part=SHEET, head=b"<worksheet><sheetData>"):
    """Return a workbook one part of which is one piece of so many MB, over and over."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(good)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as after,
    ):
        for name in before.namelist():
            if name != part:
                after.writestr(name, before.read(name))
                continue
            with after.open(name, "w") as file:
                file.write(head)
                block = piece * (1_000_000 // len(piece))
                for _ in range(size):
                    file.write(block)
    return made.getvalue()


def lying(good, size):
    """Return the workbook with another size of its sheet stated in both headers."""
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        stated = archive.getinfo(SHEET).file_size
    return good.replace(stated.to_bytes(4, "little"), size.to_bytes(4, "little"))


def encrypted_parts(good):
    data = bytearray(good)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def other_format(part, data=b""):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(part, data)
    return made.getvalue()


HOSTILE = {
    "empty": lambda _: b"",
    "text": lambda _: b"kode,jawaban\n",
    "picture": lambda _: b"\x89PNG\r\n\x1a\n" + bytes(1000),
    "pdf": lambda _: b"%PDF-1.7\n",
    "old excel": lambda _: OLE,
    "password": lambda _: OLE + "EncryptedPackage".encode("utf-16-le"),
    "zip password": encrypted_parts,
    "binary excel": lambda _: other_format("xl/workbook.bin"),
    "opendocument": lambda _: other_format("content.xml"),
    "word": lambda _: other_format("word/document.xml"),
    "no zip": lambda _: b"PK\x03\x04 no workbook at all",
    "cut at a tenth": lambda good: good[: len(good) // 10],
    "cut at the end": lambda good: good[:-30],
    "stated too small": lambda good: lying(good, 1000),
    "stated too large": lambda good: lying(good, 2**31),
    "entities in the sheet": lambda good: changed(good, edit=lambda text: after_declaration(text, ENTITIES)),
    "entities in the texts": lambda good: changed(
        good, "xl/sharedStrings.xml", edit=lambda text: after_declaration(text, ENTITIES)
    ),
    "entities in the list": lambda good: changed(
        good, "xl/workbook.xml", edit=lambda text: after_declaration(text, OUTSIDE)
    ),
    "an outside entity": lambda good: changed(good, edit=lambda text: after_declaration(text, OUTSIDE)),
    "no sheet": lambda good: changed(good, data=None),
    "empty sheet": lambda good: changed(good, data=b""),
    "broken sheet": lambda good: changed(good, edit=lambda text: text[:5000]),
    "no texts": lambda good: changed(good, "xl/sharedStrings.xml", data=b"<sst/>"),
    "a row number that is none": lambda good: changed(
        good, edit=lambda text: text.replace('<row r="8"', '<row r="acht"')
    ),
    "a bomb of cells": lambda good: bomb(good, b"<c/>", 300),
    "a bomb of blanks": lambda good: bomb(good, b" ", 500),
    "a bomb in one tag": lambda good: bomb(good, b" ", 100, head=b"<worksheet><c"),
    "a bomb of depth": lambda good: bomb(good, b"<a>", 100),
    "a bomb of texts": lambda good: bomb(good, b"<si><t>aaaaaaaaaaaaaaa</t></si>", 300, "xl/sharedStrings.xml"),
}


def refused(file):
    with pytest.raises(WorksheetError, match=r"^kiriman\.xlsx .+\. Tidak ada yang diambil; .+\.$"):
        read_worksheet(file, INSTRUMENT)


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if "bomb" not in kind])
def test_a_file_that_is_no_whole_workbook_is_refused_in_a_sentence(tmp_path, good, kind):
    file = tmp_path / "kiriman.xlsx"
    file.write_bytes(HOSTILE[kind](good))
    refused(file)


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if "bomb" in kind])
def test_a_bomb_is_refused_in_a_sentence_with_little_memory_and_touches_nothing(tmp_path, tmp_path_factory, good, kind):
    file = tmp_path / "kiriman.xlsx"
    file.write_bytes(HOSTILE[kind](good))
    apart = tmp_path_factory.mktemp("peak")
    done, memory = run_measured(apart, "--workspace", tmp_path / "ruang kerja", "score", file, "--json")
    assert done.returncode == 2
    assert done.stderr == (
        "kiriman.xlsx memuat jauh lebih banyak daripada sebuah lembar kerja. Tidak ada yang diambil; "
        "periksa asal berkasnya, lalu ulangi.\n"
    )
    assert memory < MOST_MEMORY
    assert [each.name for each in tmp_path.iterdir()] == ["kiriman.xlsx"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("password", "terkunci dengan kata sandi"),
        ("old excel", r"format Excel lama \(\.xls\)"),
        ("binary excel", r"\.xlsb"),
        ("opendocument", r"\.ods"),
        ("picture", "bukan buku kerja Excel"),
        ("cut at the end", "rusak atau terpotong"),
        ("entities in the sheet", "definisi yang tidak ada di buku kerja biasa"),
        ("a bomb of blanks", "jauh lebih banyak"),
    ],
)
def test_the_sentence_says_what_is_the_matter(tmp_path, good, kind, words):
    file = tmp_path / "kiriman.xlsx"
    file.write_bytes(HOSTILE[kind](good))
    with pytest.raises(WorksheetError, match=words):
        read_worksheet(file, INSTRUMENT)


def test_what_is_not_there_or_a_folder_is_named(tmp_path):
    for path in (tmp_path / "tidak ada.xlsx", tmp_path):
        with pytest.raises(FileReadError):
            read_worksheet(path, INSTRUMENT)


def test_a_file_larger_than_any_worksheet_is_refused_unread(tmp_path):
    with (tmp_path / "besar.xlsx").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(WorksheetError, match="terlalu besar"):
        read_worksheet(tmp_path / "besar.xlsx", INSTRUMENT)


def test_a_cell_in_the_last_row_and_column_is_no_matter(tmp_path, good):
    stray = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>jauh</t></is></c></row></sheetData>'
    file = tmp_path / "lembar.xlsx"
    file.write_bytes(changed(good, edit=lambda text: text.replace("</sheetData>", stray)))
    column = read_worksheet(file, INSTRUMENT).column(Column.TPI)
    assert ([*column.answers], column.refused) == (["A.I.1.i.a"], ())


@pytest.mark.parametrize("formula", ["[1]Lembar!$A$1", "cmd|'/c calc'!A0", "'[http://contoh.example/x.xlsx]S'!K8"])
def test_an_answer_from_another_file_or_program_is_refused_and_nothing_is_opened(tmp_path, good, formula):
    file = edited(tmp_path / "lembar.xlsx", lambda sheet: sheet.__setitem__("K9", f"={formula}"), data=good)
    with_value = changed(
        file.read_bytes(),
        edit=lambda text: text.replace("</f><v></v>", "</f><v>A</v>").replace("</f><v/>", "</f><v>A</v>"),
    )
    file.write_bytes(with_value)
    column = read_worksheet(file, INSTRUMENT).column(Column.TPI)
    (refused,) = column.refused
    assert (refused.code, refused.cell, refused.reason) == (
        "A.I.1.i.b", "K9", "mengambil isinya dari berkas atau program lain",
    )  # fmt: skip


def test_text_that_looks_like_a_formula_stays_text(tmp_path, good):
    def write(sheet):
        sheet["O8"].value = "=cmd|'/c calc'!A0\x09\x0d"
        sheet["O8"].data_type = "s"

    file = edited(tmp_path / "lembar.xlsx", write, data=good)
    assert read_worksheet(file, INSTRUMENT).column(Column.TPI).notes == {"A.I.1.i.a": "=cmd|'/c calc'!A0"}
