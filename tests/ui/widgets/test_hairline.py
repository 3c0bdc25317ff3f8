"""A hairline is equally thick wherever it lies, at every scale of the screen."""

from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.ui.tokens import LIGHT
from zi_desktop.ui.widgets.bars import ScoreBar
from zi_desktop.ui.widgets.grouped_list import GroupedList
from zi_desktop.ui.widgets.grouped_rows import ListRow, RowGroup
from zi_desktop.ui.widgets.hairline import (
    PanelSplitter,
    Rule,
    UprightRule,
    dashed_box,
    line_above,
    line_below,
    line_left,
)

SCALES = pytest.mark.parametrize(("scale", "pixels"), [(1.0, 1), (1.25, 1), (1.5, 1), (1.75, 1), (2.0, 2)])
INK = QColor(LIGHT.border)
LINES = 12


def empty_picture(width, height, scale):
    picture = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.white)
    return picture


def picture_of(widget, scale):
    picture = empty_picture(widget.width(), widget.height(), scale)
    widget.render(picture)
    return picture


def down(picture, colour=INK):
    """Return how thick what a colour has is, from the top."""
    column = [picture.pixelColor(picture.width() // 2, y) == colour for y in range(picture.height())]
    return [len(list(run)) for found, run in groupby(column) if found]


def across(picture, y, colour=INK):
    """Return the same from the left."""
    row = [picture.pixelColor(x, y) == colour for x in range(picture.width())]
    return [len(list(run)) for found, run in groupby(row) if found]


@SCALES
@pytest.mark.parametrize("smooth", [False, True], ids=["sharp", "smooth"])
@pytest.mark.parametrize("line", [line_above, line_below], ids=["above", "below"])
def test_lines_below_each_other_are_equal(line, smooth, scale, pixels):
    picture = empty_picture(40, 31 * LINES, scale)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=smooth)
        for number in range(LINES):
            line(painter, QRect(0, 31 * number, 40, 31), INK)
    assert down(picture) == [pixels] * LINES


@SCALES
def test_lines_beside_each_other_are_equal(scale, pixels):
    picture = empty_picture(31 * LINES, 20, scale)
    with QPainter(picture) as painter:
        for number in range(LINES):
            line_left(painter, QRect(31 * number, 0, 1, 20), INK)
    assert across(picture, 5) == [pixels] * LINES


@SCALES
def test_a_line_ends_where_the_ground_of_its_row_does(scale, pixels):
    picture, ground = empty_picture(40, 31 * LINES, scale), QColor(LIGHT.accent_soft)
    with QPainter(picture) as painter:
        for number in range(0, LINES, 2):
            row = QRect(0, 31 * number, 40, 31)
            painter.fillRect(row, ground)
            line_below(painter, row, INK)
    column = [picture.pixelColor(5, y) for y in range(picture.height())]
    assert (INK, ground) not in pairwise(column)
    assert down(picture) == [pixels] * (LINES // 2)


@SCALES
def test_rules_of_a_panel_are_equal(qtbot, scale, pixels):
    panel = QWidget()
    qtbot.addWidget(panel)
    column = QVBoxLayout(panel)
    column.setContentsMargins(5, 7, 5, 7)
    column.setSpacing(0)
    for number in range(LINES):
        between = QWidget()
        between.setFixedHeight(10 + number % 3)
        column.addWidget(between)
        column.addWidget(Rule())
    panel.resize(60, panel.sizeHint().height())
    assert down(picture_of(panel, scale)) == [pixels] * LINES


@SCALES
def test_upright_rules_and_handles_are_equal(qtbot, scale, pixels):
    panel, parts = QWidget(), PanelSplitter()
    qtbot.addWidget(panel)
    row = QHBoxLayout(panel)
    row.setSpacing(9)
    for _ in range(LINES):
        row.addWidget(UprightRule())
    for _ in range(3):
        part = QWidget()
        part.setMinimumWidth(33)
        parts.addWidget(part)
    row.addWidget(parts)
    panel.resize(panel.sizeHint().width(), 40)
    panel.show()
    picture = picture_of(panel, scale)
    assert across(picture, picture.height() // 2) == [pixels] * (LINES + 2)


@SCALES
def test_dashes_are_as_thick_on_every_side(scale, pixels):
    picture = empty_picture(201, 37, scale)
    with QPainter(picture) as painter:
        dashed_box(painter, QRect(0, 0, 201, 37), INK, QColor(Qt.GlobalColor.white))
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    last = image.height() - 1
    for y in (*range(pixels), *range(last - pixels + 1, last + 1)):
        assert len(across(image, y)) > 10, y
    for y in (pixels, last - pixels):
        assert len(across(image, y)) <= 2, y  # of the corners


def test_the_last_row_of_a_full_list_leaves_the_line_to_what_lies_below(qtbot):
    view = GroupedList()
    qtbot.addWidget(view)
    view.show_groups([RowGroup("a", "Kelompok", (ListRow("1", "Satu"), ListRow("2", "Dua")))])
    model = view.model()
    rows = [model.index(0, 0), *(model.index(row, 0, model.index(0, 0)) for row in range(2))]
    view.resize(200, 380)
    high = sum(view.visualRect(row).height() for row in rows)
    assert down(picture_of(view, 1)) == [1, 1, 1]
    view.resize(200, high)
    assert down(picture_of(view, 1)) == [1, 1]


@SCALES
def test_rows_of_a_list_and_ticks_of_a_bar_are_equal(qtbot, scale, pixels):
    view, bar = GroupedList(), ScoreBar()
    for widget in (view, bar):
        qtbot.addWidget(widget)
    view.resize(200, 380)
    view.show_groups([RowGroup("a", "Kelompok", tuple(ListRow(str(n), "Satu", "rinci") for n in range(6)))])
    assert down(picture_of(view, scale)) == [pixels] * 7
    for width in range(201, 209):
        bar.resize(width, 20)
        bar.show_values(0.0, (0.6, 0.75))
        assert across(picture_of(bar, scale), 1 + round(4 * scale), QColor(LIGHT.mark)) == [pixels] * 2
