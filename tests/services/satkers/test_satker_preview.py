"""A list of satker looked at before it is taken."""

import pytest
from builders import write_list

from zi_desktop.domain.errors import FileReadError, ListError
from zi_desktop.services.satkers.preview import Change, RowState
from zi_desktop.worksheets.satker_list import SatkerEntry

HEADINGS = "kode,nama,jenis,kanwil,predikat,tahun predikat,id"


def listed(services, *rows):
    return write_list(services.workspace.folder / "daftar.csv", "\n".join([HEADINGS, *rows]))


def states(preview):
    return [row.state for row in preview.rows]


def test_a_preview_writes_nothing(fresh):
    preview = fresh.satkers.preview_list(listed(fresh, "C-1,Lapas Contoh", "C-2,Rutan Misal"))
    assert states(preview) == [RowState.NEW, RowState.NEW]
    assert not fresh.satkers.list()


def test_each_change_is_told_with_what_stood_before(fresh):
    fresh.satkers.import_list(listed(fresh, "C-1,Lapas Contoh,lapas,Kanwil Misal,WBK,2023", "C-2,Rutan Misal"))
    preview = fresh.satkers.preview_list(
        listed(fresh, "C-1,Lapas Umpama,lapas,Kanwil Contoh,WBBM,2025", "C-2,Rutan Misal", "C-3,Bapas Andai")
    )
    assert states(preview) == [RowState.CHANGED, RowState.SAME, RowState.NEW]
    assert preview.rows[0].changes == (
        Change("nama", "Lapas Contoh", "Lapas Umpama"),
        Change("kanwil", "Kanwil Misal", "Kanwil Contoh"),
        Change("predikat 2025", "", "WBBM"),
    )
    assert [entry.code for entry in preview.entries] == ["C-1", "C-3"]


def test_a_predicate_that_stands_is_no_change(fresh):
    rows = ("C-1,Lapas Contoh,,,WBK,2023", "C-2,Rutan Misal,,,WBBM,2024")
    fresh.satkers.import_list(listed(fresh, *rows))
    fresh.satkers.import_list(listed(fresh, "C-1,Lapas Contoh,,,WBBM,2025"))
    assert states(fresh.satkers.preview_list(listed(fresh, *rows))) == [RowState.SAME, RowState.SAME]


def test_wrong_rows_are_named_by_their_numbers_and_left_out(fresh):
    preview = fresh.satkers.preview_list(
        listed(fresh, "C-1,Lapas Contoh", ",Tanpa Kode", "C-2,Rutan,,,WBX,2024", "c-1,Lapas Ganda")
    )
    assert [(row.number, row.problem) for row in preview.rows if row.state is RowState.BAD] == [
        (3, "kode kosong"),
        (4, "predikat WBX bukan WBK atau WBBM"),
        (5, "kode c-1 sudah ada di baris 2"),
    ]
    assert fresh.satkers.take(preview.entries).new == 1


def test_two_rows_that_mean_the_same_satker_are_wrong(fresh):
    fresh.satkers.import_list(listed(fresh, "C-1,Lapas Contoh"))
    id_ = fresh.satkers.find("C-1").id
    preview = fresh.satkers.preview_list(listed(fresh, "C-1,Lapas Contoh", f"C-9,Lapas Contoh,,,,,{id_}"))
    assert states(preview) == [RowState.SAME, RowState.BAD]
    assert preview.rows[1].problem == "menunjuk satker yang sama dengan baris 2"


def test_taking_the_preview_leaves_nothing_to_take(fresh):
    path = listed(fresh, "C-1,Lapas Contoh,lapas,Kanwil Misal,WBK,2023", "C-2,Rutan Misal")
    done = fresh.satkers.take(fresh.satkers.preview_list(path).entries)
    assert (done.new, done.changed, done.same) == (2, 0, 0)
    assert not fresh.satkers.preview_list(path).entries


def test_what_is_raised_while_taking_undoes_all_of_it(fresh):
    def stop(done, whole):
        assert whole == 3
        if done == 2:
            raise KeyboardInterrupt

    entries = [SatkerEntry(f"C-{number}", "Lapas Contoh") for number in range(3)]
    with pytest.raises(KeyboardInterrupt):
        fresh.satkers.take(entries, tell=stop)
    assert not fresh.satkers.list()
    assert fresh.satkers.take(entries).new == 3


def test_what_is_no_list_is_refused(fresh, tmp_path):
    with pytest.raises(ListError, match="kolom nama"):
        fresh.satkers.preview_list(write_list(tmp_path / "lain.csv", "kode,uraian\n1,x\n"))
    with pytest.raises(FileReadError):
        fresh.satkers.preview_list(tmp_path / "tidak-ada.csv")
