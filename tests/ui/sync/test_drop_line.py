"""The line for dropping: its dashes are seen on all sides, at every scale of the screen."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from zi_desktop.ui.sync.drop_line import DropLine

_ALONG = range(40, 240)
"""Logical pixels across the middle of the upper and the lower side."""


@pytest.mark.parametrize("scale", [1, 1.25, 1.5])
def test_the_dashes_are_as_dark_above_as_below(qtbot, theme, scale):
    line = DropLine()
    qtbot.addWidget(line)
    line.resize(300, 36)
    picture = QImage(line.size() * scale, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    picture.fill(QColor(theme.tokens.surface))
    line.render(picture, QPoint(0, 0))
    above, below = (_darkest(picture, edge, scale) for edge in (range(3), range(33, 36)))
    assert above == pytest.approx(below, abs=24)
    assert above < QColor(theme.tokens.raised).lightness() - 60


def _darkest(picture, rows, scale):
    """Return the lightness of the darkest pixel in some logical rows."""
    lines = range(int(rows.start * scale), int(rows.stop * scale))
    columns = range(int(_ALONG.start * scale), int(_ALONG.stop * scale))
    return min(picture.pixelColor(x, y).lightness() for y in lines for x in columns)
