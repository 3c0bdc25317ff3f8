"""A folder of worksheets: matched exactly or left to a person; one bad file stops no other."""

import shutil

import pytest
from builders import CHOICE, give, open_services, write_list
from sheet_files import write_sheet

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import FileReadError, InvalidInputError
from zi_desktop.domain.instrument import Column
from zi_desktop.services.worksheets.folder import FolderTarget
from zi_desktop.services.worksheets.importing import Provenance
from zi_desktop.worksheets.layout import Layout

TARGET = FolderTarget(2026, Column.MANDIRI, "evaluasi")
LAPAS, RUTAN = "Lapas Kelas IIB Contohrejo", "Rutan Kelas I Misalan"
SECOND = "A.I.1.i.b"


@pytest.fixture
def office(fresh, tmp_path):
    fresh.satkers.import_list(
        write_list(tmp_path / "satker.csv", f"kode,nama\nC-101,{LAPAS}\nC-102,{RUTAN}\nC-103,{RUTAN} Barat\n")
    )
    (tmp_path / "lembar").mkdir()
    return fresh


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "lembar"


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """One filled worksheet that names no satker, to be copied: writing one takes longer than reading it."""
    path = tmp_path_factory.mktemp("lembar") / "x.xlsx"
    return write_sheet(path, {CHOICE: "Ya", SECOND: "B"}, unit="", layout=Layout.PORTALRB)


def told(*_):
    """Let nobody know."""


def look(office, folder, target=TARGET):
    return {row.file.name: row for row in office.folder_importing.preview(folder, target, told).rows}


def answers(office, evaluation):
    return dict(office.evaluations.open(evaluation).state.answers(Column.MANDIRI))


def test_each_file_is_matched_by_the_name_in_it_or_by_its_own(office, folder, filled):
    write_sheet(folder / "kiriman.xlsx", {CHOICE: "Ya"}, unit=LAPAS.upper())
    shutil.copy(filled, folder / "LKE_C-102_2026.xlsx")
    shutil.copy(filled, folder / f"LKE {RUTAN} Barat (final).xlsm")
    rows = look(office, folder)
    assert {name: row.satker.code for name, row in rows.items()} == {
        "kiriman.xlsx": "C-101",
        "LKE_C-102_2026.xlsx": "C-102",
        f"LKE {RUTAN} Barat (final).xlsm": "C-103",
    }
    assert all(row.ready and row.begins and not row.problem for row in rows.values())
    assert rows["kiriman.xlsx"].unit == LAPAS.upper()


def test_what_only_resembles_is_left_to_a_person(office, folder, filled):
    shutil.copy(filled, folder / "Rutan Misalan.xlsx")
    shutil.copy(filled, folder / "1.xlsx")
    write_sheet(folder / "LKE C-102.xlsx", {CHOICE: "Ya"}, unit=LAPAS)
    rows = look(office, folder)
    assert [known.code for known in rows["Rutan Misalan.xlsx"].candidates] == ["C-102", "C-103"]
    assert (rows["1.xlsx"].satker, rows["1.xlsx"].candidates) == (None, ())
    assert [known.code for known in rows["LKE C-102.xlsx"].candidates] == ["C-101", "C-102"]
    assert not any(row.ready for row in rows.values())
    assert all(row.problem for row in rows.values())
    chosen = office.folder_importing.assign(rows["Rutan Misalan.xlsx"], "C-102", TARGET)
    assert (chosen.satker.code, chosen.new, chosen.problem, chosen.ready) == ("C-102", 2, "", True)


def test_two_files_of_one_satker_wait_for_a_person(office, folder, filled):
    shutil.copy(filled, folder / "C-102.xlsx")
    shutil.copy(filled, folder / "C-102 revisi.xlsx")
    rows = look(office, folder)
    assert [row.problem for row in rows.values()] == ["2 berkas menyebut satker ini; pilih salah satu."] * 2
    assert [item.items for item in office.folder_importing.apply(list(rows.values()), TARGET, told)] == [0, 0]
    assert office.folder_importing.assign(rows["C-102.xlsx"], "C-102", TARGET).ready


def test_a_sheet_of_another_year_waits_for_a_person(office, folder):
    write_sheet(folder / "C-101.xlsx", {CHOICE: "Ya"}, year=2025)
    (row,) = look(office, folder).values()
    assert "2025" in row.problem
    assert not row.ready
    assert office.folder_importing.assign(row, "C-101", TARGET).ready


def test_what_speaks_against_a_file_is_seen_before_it_is_overruled(office, folder):
    write_sheet(folder / "kiriman.xlsx", {CHOICE: "Ya"}, unit="Kantor Andaikan", year=2025)
    (row,) = look(office, folder).values()
    assert (row.satker, row.doubts) == (None, "")
    chosen = office.folder_importing.assign(row, "C-101", TARGET)
    assert (chosen.satker.code, chosen.ready) == ("C-101", False)
    assert "Kantor Andaikan" in chosen.problem
    assert "2025" in chosen.problem
    other = office.folder_importing.assign(chosen, "C-102", TARGET)
    assert not other.ready, "another satker is another question"
    again = office.folder_importing.assign(chosen, "C-101", TARGET)
    assert (again.ready, again.problem, again.doubts) == (True, "", chosen.problem)
    (taken,) = office.folder_importing.apply([again], TARGET, told)
    assert (taken.items, taken.problem) == (1, "")


def test_of_two_files_the_one_of_another_year_is_told(office, folder, filled):
    shutil.copy(filled, folder / "C-101.xlsx")
    write_sheet(folder / "C-101 lama.xlsx", {CHOICE: "Ya"}, year=2025)
    rows = look(office, folder)
    assert "tahun 2025" in rows["C-101 lama.xlsx"].problem
    assert all(row.problem.startswith("2 berkas menyebut satker ini") for row in rows.values())


def test_one_bad_file_stops_no_other(office, folder, filled):
    shutil.copy(filled, folder / "C-101.xlsx")
    (folder / "C-102.xlsx").write_bytes(filled.read_bytes()[:5000])
    (folder / "C-103.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (folder / "~$C-101.xlsx").write_bytes(b"kunci")
    (folder / "catatan.txt").write_text("bukan lembar", encoding="utf-8")
    found = office.folder_importing.preview(folder, TARGET, told)
    assert [(row.file.name, row.ready, bool(row.problem)) for row in found.rows] == [
        ("C-101.xlsx", True, False),
        ("C-102.xlsx", False, True),
        ("C-103.xls", False, True),
    ]
    taken = office.folder_importing.apply(found.rows, TARGET, told)
    assert [(item.items, item.problem) for item in taken] == [(2, ""), *((0, row.problem) for row in found.rows[1:])]


def test_files_are_taken_each_with_where_it_came_from(office, folder, filled):
    shutil.copy(filled, folder / "C-101.xlsx")
    write_sheet(folder / "dalam" / "C-102.xlsx", {CHOICE: "Tidak"}, unit=RUTAN, layout=Layout.PORTALRB)
    found = office.folder_importing.preview(folder, TARGET, told)
    assert office.evaluations.list() == []
    steps = []
    taken = office.folder_importing.apply(
        found.ready, TARGET, lambda *step: steps.append(step), Provenance("Kanwil Contoh", "Diska lepas", "2026-11-02")
    )
    assert steps == [(1, 2), (2, 2)]
    assert [item.items for item in taken] == [2, 1]
    assert answers(office, taken[0].evaluation) == {CHOICE: Chosen("Ya"), SECOND: Chosen("B")}
    assert answers(office, taken[1].evaluation) == {CHOICE: Chosen("Tidak")}
    (source,) = office.importing.history(taken[1].evaluation, Column.MANDIRI)
    assert (source.sender, source.received, source.layout, source.name) == (
        "Kanwil Contoh", "2026-11-02", "portalrb", "C-102.xlsx",
    )  # fmt: skip
    again = office.folder_importing.preview(folder, TARGET, told)
    assert [(row.same, row.new, row.changed, row.ready) for row in again.rows] == [(2, 0, 0, False), (1, 0, 0, False)]
    assert not again.rows[0].begins
    assert again.rows[0].before == again.rows[0].after == found.rows[0].after


def test_a_file_that_changed_since_it_was_looked_at_is_not_taken(office, folder, filled):
    shutil.copy(filled, folder / "C-101.xlsx")
    found = office.folder_importing.preview(folder, TARGET, told)
    write_sheet(folder / "C-101.xlsx", {CHOICE: "Tidak"})
    (taken,) = office.folder_importing.apply(found.ready, TARGET, told)
    assert "berubah sejak dilihat" in taken.problem
    assert office.evaluations.list() == []


def test_a_signed_evaluation_is_told_before_anything_is_taken(signed, tmp_path, filled):
    workspace, _, _ = signed
    (tmp_path / "lembar").mkdir()
    shutil.copy(filled, tmp_path / "lembar" / "C-001.xlsx")
    with open_services(workspace) as services:
        (row,) = look(services, tmp_path / "lembar").values()
        assert row.satker.code == "C-001"
        assert row.problem.startswith("Ditandatangani")
        assert not row.ready


def test_what_stands_is_not_overwritten_by_an_empty_sheet(office, folder):
    id_ = office.evaluations.create("C-101", 2026, activity="evaluasi")
    give(office, id_, SECOND, "A", column=Column.MANDIRI)
    write_sheet(folder / "C-101.xlsx", {CHOICE: "Ya"})
    (row,) = look(office, folder).values()
    assert (row.evaluation, row.begins, row.new, row.left) == (id_, False, 1, 1)
    office.folder_importing.apply([row], TARGET, told)
    assert answers(office, id_) == {CHOICE: Chosen("Ya"), SECOND: Chosen("A")}


class Stopped(BaseException):
    """What a person does who cancels."""


def test_cancelling_keeps_the_files_that_were_taken_and_no_half_of_one(office, folder, filled):
    for code in ("C-101", "C-102", "C-103"):
        shutil.copy(filled, folder / f"{code}.xlsx")

    def stop(done, _):
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        office.folder_importing.preview(folder, TARGET, stop)
    found = office.folder_importing.preview(folder, TARGET, told)
    with pytest.raises(Stopped):
        office.folder_importing.apply(found.ready, TARGET, stop)
    assert sorted(len(answers(office, row["id"])) for row in office.evaluations.list()) == [2, 2]


def test_a_folder_without_worksheets_says_so(office, folder, tmp_path):
    with pytest.raises(InvalidInputError, match="tidak memuat lembar kerja"):
        look(office, folder)
    with pytest.raises(FileReadError, match="bukan folder"):
        look(office, tmp_path / "tidak ada")
