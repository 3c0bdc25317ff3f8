"""Bantuan uses the width: as many columns as have room, of one height, with all words at one edge."""

import pytest

from zi_desktop.ui.help.view import HelpPage
from zi_desktop.ui.widgets.labels import KeyCap


@pytest.mark.parametrize(("width", "columns"), [(1294, 3), (838, 2), (500, 1)])
def test_columns_follow_the_width(qtbot, tmp_path, width, columns):
    page = HelpPage(tmp_path)
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    panels = [panel for panel, _ in page._panels]
    edges = {panel.mapTo(page, panel.rect().topLeft()).x() for panel in panels}
    assert len(edges) == columns
    ends = [max(panel.geometry().bottom() for panel in panels if panel.x() == edge) for edge in {p.x() for p in panels}]
    assert max(ends) - min(ends) < page.height()


def test_the_words_of_all_keys_begin_at_one_edge(qtbot, tmp_path):
    page = HelpPage(tmp_path)
    qtbot.addWidget(page)
    page.resize(1294, 600)
    page.show()
    beginnings = {grid.cellRect(0, 1).x() - grid.cellRect(0, 0).x() for grid in page._grids}
    widest = max(cap.width() for cap in page.findChildren(KeyCap))
    assert len(beginnings) == 1
    assert beginnings.pop() > widest
