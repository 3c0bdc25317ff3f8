"""Kunjungan over the scored sample, with a few items open again."""

import pytest
from builders import CHOICE, INDEX
from PySide6.QtCore import QSize

from zi_desktop.services.visits.keeping import EntryText
from zi_desktop.ui.page import Tab
from zi_desktop.ui.visit.view import VISIT_TAB, VisitPage

TABS = (Tab("penilaian", "Penilaian"), Tab(VISIT_TAB, "Kunjungan"))
WIDE = QSize(1294, 684)
LATE = EntryText("janji", "SK tim kerja yang direvisi", "Kasubag TU Contoh", CHOICE, "2020-01-31")
ASKED = EntryText("pertanyaan", "Siapa yang mengolah survei?", "Kepala Contoh")
HEARD = EntryText("wawancara", "Petugas menjelaskan alur antrean.", "Petugas loket")


@pytest.fixture
def visited(scored):
    """The sample with two items marked for discussion and three entries."""
    for code in (CHOICE, INDEX):
        scored.services.answering.mark(scored.id, code, marked=True)
    for entry in (LATE, ASKED, HEARD):
        scored.services.visits.add(scored.id, entry)
    return scored


@pytest.fixture
def open_page(qtbot, jobs):
    """Show the page of an evaluation."""

    def opened(services, id_, size=WIDE):
        page = VisitPage(services, jobs, lambda _: TABS)
        qtbot.addWidget(page)
        for tool in page.tools():
            tool.setParent(page)
        page.resize(size)
        with qtbot.waitActive(page):
            page.show()
        page.open_evaluation(id_)
        page.activate()
        return page

    return opened


@pytest.fixture
def page(open_page, visited):
    return open_page(visited.services, visited.id)
