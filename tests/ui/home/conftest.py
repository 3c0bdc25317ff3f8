"""Beranda over a small portfolio of invented satker."""

import pytest
from builders import write_list
from PySide6.QtWidgets import QApplication

from zi_desktop.ui.home.view import HomePage

LIST = """kode,nama,jenis,kanwil,predikat,tahun predikat
C-1,Lapas Kelas IIA Contohrejo,lapas,Kanwil Misal,,
C-2,Rutan Kelas I Misalan,rutan,Kanwil Misal,WBK,2023
C-3,Bapas Kelas II Andaikan,bapas,Kanwil Misal,WBBM,2024
"""


@pytest.fixture
def portfolio(fresh, tmp_path):
    """Services over three satker, the first of them with an evaluation of this year."""
    fresh.satkers.import_list(write_list(tmp_path / "satker.csv", LIST))
    fresh.evaluations.create("C-1", fresh.workspace.now().year)
    return fresh


@pytest.fixture
def open_page(qtbot, jobs):
    """Open Beranda over services, with the keyboard in it."""

    def opened(services):
        page = HomePage(services, jobs)
        qtbot.addWidget(page)
        for tool in page.tools():
            tool.setParent(page)
        page.resize(1294, 640)
        page.show()
        page.activateWindow()
        page.activate()
        qtbot.waitUntil(lambda: page.isActiveWindow() and QApplication.focusWidget() is not None)
        return page

    return opened


@pytest.fixture
def page(open_page, portfolio):
    """Beranda over the portfolio."""
    return open_page(portfolio)
