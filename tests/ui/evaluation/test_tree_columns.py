"""The figures of the tree end where their head ends."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zi_desktop.ui.theme import TextSize, ThemeChoice

CODE = "A.I.5.i.b"
INK = 150
"""Lightness below which a pixel belongs to a letter."""


@pytest.mark.parametrize("size", ["normal", "large"])
def test_head_and_points_of_an_item_end_at_the_same_edge(page, theme, size):
    theme.apply(ThemeChoice.LIGHT, TextSize(size))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    for _ in range(4):
        QApplication.processEvents()
    panel, tree = page.place.tree, page.place.tree.tree
    picture = panel.grab().toImage()

    def end(place):
        return max(
            x
            for x in range(place.left() + place.width() // 2, place.right() + 1)
            for y in range(place.top() + 2, place.bottom() - 1)
            if picture.pixelColor(x, y).lightness() < INK
        )

    head, port = panel.form.score_column, tree.viewport()
    row = tree.visualRect(tree.questions().index_of(CODE))
    ends = [
        end(QRect(head.mapTo(panel, QPoint(0, 0)), head.size())),
        end(QRect(port.mapTo(panel, row.topLeft()), row.size())),
    ]
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)
    assert abs(ends[0] - ends[1]) <= 1
