"""The trend on paper: its figures and words in a real PDF, kept and handed to a printer by key from the dialog."""

import subprocess
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from zi_desktop.services import editions
from zi_desktop.services.composition import open_services
from zi_desktop.services.evaluations.last_year import TrendPoint
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.printing.dialog import PrintDialog
from zi_desktop.ui.trend.dialog import TrendDialog
from zi_desktop.ui.trend.printing import TrendPrinting
from zi_desktop.ui.trend.shown import trend_shown

CTRL = Qt.KeyboardModifier.ControlModifier
SATKER = "Lapas Kelas IIB Contohrejo <A&B>"
AREAS = {"1": Fraction(1, 2), "2": None, "3": Fraction(0), "4": Fraction(1), "5": Fraction(2, 3), "6": Fraction(3, 4)}
POINT = TrendPoint("e", 2025, 1, "evaluasi", "permen", "selesai", Fraction(7285, 100), 113, 113, 113, (), AREAS)
NEWEST = replace(POINT, year=2026, total=Fraction(8333, 100), answered=100, areas=AREAS | {"1": Fraction(3, 5)})


@pytest.fixture
def dialog(qtbot, theme, tmp_path):
    with open_services(tmp_path / "ruang kerja", write=True) as services:
        parent, jobs = QWidget(), Jobs()
        qtbot.addWidget(parent)
        parent.resize(1200, 700)
        parent.show()
        dialog = TrendDialog(SATKER, trend_shown([POINT, NEWEST], editions.current()), parent)
        TrendPrinting(services.workspace.folder, jobs, SATKER, dialog)
        dialog.show()
        with qtbot.waitActive(dialog):
            dialog.activateWindow()
        yield dialog
        jobs.wait()


def test_it_is_kept_as_a_pdf_that_says_what_the_dialog_shows(qtbot, dialog, monkeypatch, tmp_path):
    file, asked = tmp_path / "tren.pdf", []
    monkeypatch.setattr("zi_desktop.ui.trend.printing.choose_place", lambda *words: asked.append(words[2]) or file)
    qtbot.keyClick(dialog.table, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: dialog.message.text() == "Tersimpan: tren.pdf")
    assert asked == [f"Tren {SATKER}.pdf"]
    run = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True)
    text = " ".join(run.stdout.split())
    for said in (SATKER, "2025", "2026", "Nilai total", "72,85", "83,33", "+10,48", "50,0%", "60,0%", "+10,0"):
        assert said in text
    assert " ".join(dialog.shown.words) in text


def test_it_asks_for_a_printer(qtbot, dialog):
    qtbot.keyClick(dialog.table, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: any(isinstance(each, PrintDialog) for each in QApplication.topLevelWidgets()))
    asking = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PrintDialog))
    qtbot.waitUntil(asking.isVisible)
    asking.reject()


def test_who_chooses_no_place_keeps_nothing(qtbot, dialog, monkeypatch):
    monkeypatch.setattr("zi_desktop.ui.trend.printing.choose_place", lambda *_: None)
    qtbot.keyClick(dialog.table, Qt.Key.Key_S, CTRL)
    assert dialog.message.text() == ""
