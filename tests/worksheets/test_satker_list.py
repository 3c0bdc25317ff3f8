"""The list of satker: what a row may say, and which rows are refused."""

import pytest
from builders import write_list

from zi_desktop.domain.errors import ListError
from zi_desktop.worksheets.satker_list import SatkerEntry, read_satker_list

ID = "5f0c3a52-0000-5000-8000-000000000001"


def read(folder, *rows):
    headings = "kode,nama,jenis,kanwil,eselon I,instansi,predikat,tahun predikat,kode lain,id"
    return read_satker_list(write_list(folder / "satker.csv", "\n".join([headings, *rows])))


def test_a_whole_row(tmp_path):
    assert read(
        tmp_path, f" C-1 , Lapas  Contoh,lapas,Kanwil Misal,Ditjen Misal,Kementerian Contoh,wbk,2023,K-9,{ID.upper()}"
    ) == [
        SatkerEntry(
            "C-1", "Lapas Contoh", "lapas", "Kanwil Misal", "Ditjen Misal", "Kementerian Contoh", "WBK", 2023, "K-9", ID
        )
    ]


def test_a_dash_means_no_predicate(tmp_path):
    assert [entry.predicate for entry in read(tmp_path, "C-1,A,,,,,-,", "C-2,B,,,,,–,", "C-3,C")] == ["", "", ""]


def test_the_same_code_in_two_agencies_is_two_satker(tmp_path):
    assert len(read(tmp_path, "C-1,A,,,,Kementerian Contoh", "C-1,B,,,,Kementerian Misal")) == 2


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",Lapas", "kode kosong"),
        ("C-1,", "nama kosong"),
        ("C-1", "nama kosong"),
        (",,lapas", "kode dan nama kosong"),
        ("C-1,Lapas,,,,,WBX,2023", "predikat WBX bukan WBK atau WBBM"),
        ("C-1,Lapas,,,,,WBK,", "tahun predikat kosong"),
        ("C-1,Lapas,,,,,WBK,dulu", "tahun predikat kosong"),
        ("C-1,Lapas,,,,,WBBM,23", "tahun predikat kosong"),
        ("C-1,Lapas,,,,,,,,bukan-uuid", "id bukan UUID"),
        ("C-9,Lapas\nc-9,Rutan", "kode c-9 sudah ada di baris 2"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, row, problem):
    with pytest.raises(ListError, match=problem):
        read(tmp_path, row)
