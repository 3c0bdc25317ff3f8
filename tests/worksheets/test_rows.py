"""Lists as people hand them over: every spelling of CSV, Excel as it really is, and files that are no list."""

import io
import zipfile

import openpyxl
import pytest

from zi_desktop.domain.errors import FileReadError, ListError
from zi_desktop.worksheets.rows import read_rows

NEEDED = ("kode", "nama")
TEXT = "kode,nama\nC-1,Lapas Contoh\n\nC-2,Rutan “Misal”\n"
ROWS = [(2, {"kode": "C-1", "nama": "Lapas Contoh"}), (4, {"kode": "C-2", "nama": "Rutan “Misal”"})]


def rows(path, data):
    path.write_bytes(data)
    return list(read_rows(path, NEEDED))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_in_every_spelling_of_excel(tmp_path, delimiter, encoding):
    assert rows(tmp_path / "daftar.csv", TEXT.replace(",", delimiter).encode(encoding)) == ROWS


def test_line_ends_of_windows_and_quoted_cells(tmp_path):
    assert rows(tmp_path / "d.csv", b'KODE ; Nama\r\nC-1;"Lapas; baris\r\ndua"\r\n') == [
        (2, {"kode": "C-1", "nama": "Lapas; baris\r\ndua"})
    ]


def test_a_short_row_has_empty_cells_and_a_long_one_no_more_than_its_headings(tmp_path):
    assert rows(tmp_path / "d.csv", b"kode,nama,jenis\nC-1\nC-2,Rutan,rutan,lebih\n") == [
        (2, {"kode": "C-1", "nama": "", "jenis": ""}),
        (3, {"kode": "C-2", "nama": "Rutan", "jenis": "rutan"}),
    ]


def workbook(*table):
    book = openpyxl.Workbook()
    for row in table:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_number_in_excel_is_a_code_without_its_fraction(tmp_path):
    data = workbook(["Kode", "Nama"], [405123.0, "Lapas"], [7, None], [1.5, True])
    assert rows(tmp_path / "d.xlsx", data) == [
        (2, {"kode": "405123", "nama": "Lapas"}),
        (3, {"kode": "7", "nama": ""}),
        (4, {"kode": "1.5", "nama": "True"}),
    ]


def test_a_table_larger_than_its_stated_size_is_read_whole(tmp_path):
    source = io.BytesIO(workbook(["kode", "nama"], ["C-1", "Lapas"], ["C-2", "Rutan"]))
    changed = io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b'<dimension ref="A1:B3"', b'<dimension ref="A1:A1"'))
    assert [row["kode"] for _, row in rows(tmp_path / "d.xlsx", changed.getvalue())] == ["C-1", "C-2"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"kode;nilai\nC-1;Lapas\n",
        b"%PDF-1.7\n\x00\xff",
        b"PK\x03\x04 no workbook at all",
        b"\xd0\xcf\x11\xe0 an encrypted workbook",
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(tmp_path, data):
    with pytest.raises(ListError, match="Tidak ada yang diambil"):
        rows(tmp_path / "d.csv", data)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("content", [b"<broken", b"", None])
def test_a_damaged_workbook_is_refused_in_a_sentence(tmp_path, part, content):
    source = io.BytesIO(workbook(["kode", "nama"], ["C-1", "Lapas"]))
    damaged = io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(damaged, "w") as after:
        for name in before.namelist():
            if name != part:
                after.writestr(name, before.read(name))
            elif content is not None:
                after.writestr(name, content)
    with pytest.raises(ListError, match=r"tidak terbaca sebagai Excel|tidak memuat kolom"):
        rows(tmp_path / "d.xlsx", damaged.getvalue())


def test_what_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(FileReadError, match=r"tidak ada\.csv"):
        list(read_rows(tmp_path / "tidak ada.csv", NEEDED))
    with pytest.raises(FileReadError):
        list(read_rows(tmp_path, NEEDED))


def test_far_more_rows_than_a_list_has_are_refused(tmp_path):
    with pytest.raises(ListError, match="50000"):
        rows(tmp_path / "d.csv", b"kode,nama\n" + b"C,N\n" * 50_000)


def test_a_file_larger_than_any_list_is_refused_unread(tmp_path):
    with (tmp_path / "d.csv").open("wb") as file:
        file.truncate(33 * 1024 * 1024)
    with pytest.raises(ListError, match="terlalu besar"):
        list(read_rows(tmp_path / "d.csv", NEEDED))
