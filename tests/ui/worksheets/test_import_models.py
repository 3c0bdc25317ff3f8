"""The models of the previews keep Qt's rules, and tick what may be taken."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from builders import CHOICE
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from sheet_values import sheet_of

from zi_desktop.domain.instrument import Column
from zi_desktop.services.worksheets.folder import FolderRow
from zi_desktop.services.worksheets.matching import Known
from zi_desktop.ui.worksheets.folder_lines import FileState, FolderLine, folder_line
from zi_desktop.ui.worksheets.folder_model import FolderColumn, FolderModel
from zi_desktop.ui.worksheets.import_lines import Kind, Line, lines_of
from zi_desktop.ui.worksheets.import_model import ImportColumn, ImportModel
from zi_desktop.worksheets.reading import Fault, Refusal

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ROLE = Qt.ItemDataRole
TOLD = (ROLE.DisplayRole, ROLE.ToolTipRole, ROLE.AccessibleTextRole)
NEW = Line(Kind.NEW, "A", "A", "Tim sudah dibentuk", "–", "Ya", "", "A. Tim", proposed=True, answered=True)
EMPTY = Line(Kind.OPEN, "B/kosong", "B", "Rencana", "A", "kosong", "kosong di lembar", "B. Rencana", answered=True)
REFUSED = Line(Kind.REFUSED, "", "C", "Laporan", "Mungkin", "ditolak", "sel K9: tidak dikenal", "C. Laporan")


def file_line(name, satker, state=FileState.READY):
    return FolderLine(Path(name), state, name, satker, satker, "1", "0", "2,00", "Siap diambil", name)


ONE, TWO, OTHER = file_line("satu.xlsx", "s1"), file_line("dua.xlsx", "s1"), file_line("tiga.xlsx", "s2")
OPEN = file_line("empat.xlsx", "", FileState.OPEN)


@pytest.mark.parametrize(
    ("model", "values"),
    [(ImportModel, [NEW, EMPTY, REFUSED]), (FolderModel, [ONE, OTHER, OPEN])],
    ids=["import", "folder"],
)
def test_a_model_stands_the_test_of_qt(model, values):
    tested = model()
    tester = QAbstractItemModelTester(tested, FATAL)
    tested.begin(values)
    tested.toggle(0)
    tested.show_lines([])
    tested.show_lines(values)
    assert tested.rowCount() == len(values)
    assert tester.model() is tested


def test_what_is_proposed_is_ticked_and_a_refusal_never():
    model = ImportModel()
    model.begin([NEW, EMPTY, REFUSED])
    assert model.ticked == {"A"}
    for number in range(3):
        model.toggle(number)
    assert model.ticked == {"B/kosong"}
    model.toggle_all()
    assert model.ticked == {"A", "B/kosong"}
    model.toggle_all()
    assert model.ticked == set()


def test_ticks_outlive_a_filter():
    model = ImportModel()
    model.begin([NEW, EMPTY])
    model.show_lines([EMPTY])
    model.toggle(0)
    assert model.ticked == {"A", "B/kosong"}


def test_a_line_speaks_and_is_copied_as_a_whole():
    model = ImportModel()
    model.begin([NEW, REFUSED])
    spoken = model.data(model.index(0, ImportColumn.TICK), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "A Tim sudah dibentuk, baru, kini –, menjadi Ya, dipilih"
    assert REFUSED.copied == "ditolak\tC\tLaporan\tMungkin\tditolak\tsel K9: tidak dikenal"


def test_of_one_satker_one_file_is_ticked():
    model = FolderModel()
    model.begin([ONE, OTHER, OPEN])
    assert model.ticked == {ONE.file, OTHER.file}
    model.begin([ONE, file_line("dua.xlsx", "", FileState.OPEN), OTHER])
    model.replace(TWO)
    assert model.ticked == {TWO.file, OTHER.file}
    model.toggle(0)
    assert model.ticked == {ONE.file, OTHER.file}
    assert model.data(model.index(1, FolderColumn.SATKER)) == "s1"


def test_a_file_that_cannot_be_taken_is_never_ticked():
    model = FolderModel()
    model.begin([OPEN])
    model.toggle(0)
    assert model.ticked == set()


@pytest.mark.parametrize(
    ("counts", "state", "words"),
    [
        ({"same": 3}, FileState.SAME, "Semua sudah ada"),
        ({"same": 1, "left": 2, "refused": 1}, FileState.SAME, "Tidak ada yang baru, 2 perlu dipilih, 1 ditolak"),
        ({"new": 4}, FileState.READY, "Siap diambil"),
        ({"new": 4, "begins": True, "refused": 2}, FileState.READY, "Evaluasi dimulai, 2 ditolak"),
        ({"digest": "", "problem": "a.xlsx rusak atau terpotong."}, FileState.FAILED, "Rusak atau terpotong."),
    ],
    ids=["same", "left", "new", "begins", "failed"],
)
def test_a_file_says_how_much_of_it_is_not_taken(counts, state, words):
    row = FolderRow(
        Path("kiriman/a.xlsx"), Known("s1", "C-1", "Lapas Contoh"), evaluation="e1", **({"digest": "d"} | counts)
    )
    line = folder_line(row, Path("kiriman"))
    assert (line.state, line.remark) == (state, words)


def test_what_has_no_column_in_a_small_window_is_told_below():
    row = FolderRow(
        Path("kiriman/a.xlsx"), Known("s1", "C-1", "Lapas Contoh"), evaluation="e1", digest="d", new=1, changed=56,
        before=Fraction("85.53"), after=Fraction("79.45"), refused=2,
    )  # fmt: skip
    told = folder_line(row, Path("kiriman")).details.split("\n")
    assert told[-1] == "1 baru, 56 berubah, nilai 85,53 → 79,45. 2 isian ditolak, 0 kesalahan lembar."


def test_what_a_person_has_to_state_is_told_with_its_key():
    row = FolderRow(
        Path("kiriman/a.xlsx"), Known("s1", "C-1", "Lapas Contoh"), evaluation="e1", digest="d", new=1,
        problem="2 berkas menyebut satker ini; pilih salah satu.",
    )  # fmt: skip
    open_ = folder_line(row, Path("kiriman"))
    assert (open_.state, "Tekan Enter" in open_.details) == (FileState.OPEN, True)
    assert "Tekan Enter" not in folder_line(replace(row, problem=""), Path("kiriman")).details


def test_what_stands_beside_the_columns_is_listed_and_cannot_be_ticked(begun):
    services, id_ = begun
    beside = (
        Refusal("A.I.1.i.b", "T9", "Sudah B sejak 2024.", "di luar kolom"),
        Refusal("", "Q3", "Lihat", "komentar"),
    )
    worksheet = sheet_of({CHOICE: "Ya"}, left_out=beside, left_out_count=7)
    lines = lines_of(services.importing.preview(id_, worksheet, Column.MANDIRI))
    assert [(line.kind, line.id, line.code) for line in lines[1:]] == [
        (Kind.LEFT_OUT, "", "A.I.1.i.b"),
        (Kind.LEFT_OUT, "", "Q3"),
        (Kind.LEFT_OUT, "", "–"),
    ]
    assert lines[1].title == "Sudah B sejak 2024."
    assert "Tidak diambil, sel T9: di luar kolom." in lines[1].details
    assert lines[3].title.startswith("5 isian lain")


def test_what_the_sheet_computes_is_hidden_with_the_scores(begun):
    services, id_ = begun
    fault = Fault("pasted:L9", "L9", "L9 berisi angka yang diketik, bukan rumus.", Fraction(2, 5), Fraction(1, 2))
    worksheet = sheet_of({CHOICE: "Ya"}, faults=(fault,))
    model = ImportModel()
    model.begin(lines_of(services.importing.preview(id_, worksheet, Column.MANDIRI)))
    kept = [model.line(row) for row in range(model.rowCount())]
    assert kept[1].before == "0,40"
    model.hide_scores(hidden=True)
    assert model.lines[0] == kept[0], "an answer is no score"
    told = " ".join(str(model.index(1, column).data(role)) for column in ImportColumn for role in TOLD)
    assert "0,40" not in told
    assert "0,50" not in told + model.line(1).details + model.line(1).copied
    assert "angka yang diketik" in model.line(1).details
    model.hide_scores(hidden=False)
    assert model.lines == kept
