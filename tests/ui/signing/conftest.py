"""Tinjau & tanda tangan over the sample visit, everything answered and ready for its signatures."""

import pytest
from PySide6.QtCore import QSize

from zi_desktop.ui.page import Tab
from zi_desktop.ui.signing.view import SIGNING_TAB, SigningPage

WIDE = QSize(1294, 684)
TABS = (Tab("penilaian", "Penilaian"), Tab(SIGNING_TAB, "Tinjau & tanda tangan"))


@pytest.fixture
def open_page(qtbot, jobs):
    """Show the page of an evaluation, with its paper."""

    def opened(services, id_, size=WIDE):
        page = SigningPage(services, jobs, lambda _: TABS)
        qtbot.addWidget(page)
        for tool in page.tools():
            tool.setParent(page)
        page.resize(size)
        with qtbot.waitActive(page):
            page.show()
        page.open_evaluation(id_)
        page.activate()
        qtbot.waitUntil(lambda: page.preview.has_paper() and page.signatures.form.key.count() > 0)
        return page

    return opened


@pytest.fixture
def page(open_page, scored):
    """The page of an evaluation that is ready."""
    return open_page(scored.services, scored.id)
