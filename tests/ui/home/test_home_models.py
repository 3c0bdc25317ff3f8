"""The models of Beranda keep Qt's rules."""

import datetime as dt

import pytest
from portfolios import bare, row
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from zi_desktop.services.satkers.preview import Change, PreviewedRow, RowState
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.import_model import ImportColumn, ImportModel
from zi_desktop.ui.home.model import PortfolioModel
from zi_desktop.ui.home.recent_model import Recent, RecentModel
from zi_desktop.worksheets.satker_list import SatkerEntry

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NEW = PreviewedRow(2, "C-1", "Lapas Contoh", RowState.NEW, SatkerEntry("C-1", "Lapas Contoh"))
CHANGED = PreviewedRow(
    3,
    "C-2",
    "Rutan Misal",
    RowState.CHANGED,
    SatkerEntry("C-2", "Rutan Misal"),
    (Change("kanwil", "", "Kanwil Misal"),),
)
BAD = PreviewedRow(4, "", "Bapas Umpama", RowState.BAD, problem="kode kosong")


@pytest.mark.parametrize(
    ("model", "show", "values"),
    [
        (PortfolioModel, "show_rows", [row(1), bare(2)]),
        (ImportModel, "show_rows", [NEW, CHANGED, BAD]),
        (RecentModel, "show_recents", [Recent(row(1), "A.I.1.i.a", "10.42")]),
    ],
    ids=["portfolio", "import", "recent"],
)
def test_a_model_stands_the_test_of_qt(model, show, values):
    tested = model()
    tester = QAbstractItemModelTester(tested, FATAL)
    getattr(tested, show)(values)
    getattr(tested, show)([])
    getattr(tested, show)(values)
    assert tested.rowCount() == len(values)
    assert tester.model() is tested


def test_the_first_cell_speaks_for_the_row():
    model = PortfolioModel()
    model.show_rows([row(1)])
    assert model.data(model.index(0, Column.SATKER), Qt.ItemDataRole.AccessibleTextRole).endswith("Kunjungan 3–5 Nov")
    assert model.data(model.index(0, Column.SCORE), Qt.ItemDataRole.AccessibleTextRole) == "Nilai TPI 80,00"


def test_a_row_of_a_list_says_what_it_would_change():
    model = ImportModel()
    model.show_rows([NEW, CHANGED, BAD])
    details = [model.index(number, ImportColumn.DETAILS).data() for number in range(3)]
    assert details == ["", "kanwil: – → Kanwil Misal", "Kode kosong"]


def test_an_evaluation_opened_last_is_told_in_one_line():
    assert dt.date(2026, 11, 5) == row(1).today
    assert Recent(row(1), "", "10.42").words == "Evaluasi TPI 2026 · target WBK · Berjalan · 100% terisi · nilai 80,00"


def test_the_first_cell_of_a_list_speaks_for_its_row():
    model = ImportModel()
    model.show_rows([BAD])
    spoken = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in ImportColumn]
    assert spoken[0] == "Baris 4, Keadaan Keliru, Kode –, Satker Bapas Umpama, Rincian Kode kosong"
    assert spoken[3] == "Satker Bapas Umpama"
