"""A field of several lines is as high as they are, whatever the style sheet puts around them."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from zi_desktop.ui.widgets.lines_field import LinesField

LINES = 3


@pytest.fixture
def window(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(LinesField())
    return made


def field_in(window):
    return window.findChild(LinesField)


def size_text(window, pixels):
    font = window.font()
    font.setPixelSize(pixels)
    field_in(window).setFont(font)


def assert_whole_lines(field):
    """Assert that as many lines stand still, and that one more scrolls and nothing of it is seen."""
    field.setPlainText("\n".join(["Ég"] * LINES))
    assert field.verticalScrollBar().maximum() == 0
    field.setPlainText("\n".join(["Ég"] * (LINES + 1)))
    assert field.verticalScrollBar().maximum() == 1
    for top in range(2):
        field.verticalScrollBar().setValue(top)
        shown = field.viewport().grab().toImage()
        below = field.cursorRect(QTextCursor(field.document().findBlockByNumber(LINES - 1 + top))).bottom() + 1
        above = field.cursorRect(QTextCursor(field.document().findBlockByNumber(top))).top()
        assert below <= shown.height()
        rows = [*range(above), *range(below, shown.height())]
        assert {shown.pixelColor(x, y).name() for y in rows for x in range(40)} == {shown.pixelColor(0, 0).name()}


def test_no_bar_takes_room_where_every_word_has_some(qtbot, window):
    field_in(window).show_lines(LINES)
    field_in(window).setPlainText("Pengendalian gratifikasi dijalankan melalui unit, dan hasilnya diumumkan. " * 4)
    with qtbot.waitExposed(window):
        window.show()
    for width in range(200, 420, 3):
        window.resize(width, 200)
        assert field_in(window).horizontalScrollBar().maximum() == 0, width


@pytest.mark.parametrize("pixels", range(12, 25))
@pytest.mark.parametrize("shown_before", [False, True], ids=["before it is shown", "after"])
def test_the_lines_that_were_asked_for_have_room_at_every_size_of_text(qtbot, window, shown_before, pixels):
    size_text(window, pixels)
    if shown_before:
        window.show()
    field_in(window).show_lines(LINES)
    with qtbot.waitExposed(window):
        window.show()
    assert_whole_lines(field_in(window))


def test_they_keep_their_room_when_text_grows(qtbot, window):
    field_in(window).show_lines(LINES)
    with qtbot.waitExposed(window):
        window.show()
    size_text(window, 24)
    assert_whole_lines(field_in(window))


def test_the_first_line_stands_where_that_of_a_line_field_does(qtbot, window):
    field, line = field_in(window), QLineEdit()
    window.layout().addWidget(line)
    field.show_lines(LINES)
    with qtbot.waitExposed(window):
        window.show()
    middle = field.text_top() + field.cursorRect().height() / 2
    assert abs(middle - line.height() / 2) <= 1


def test_the_edge_of_the_focus_moves_no_line(qtbot, window):
    field_in(window).show_lines(LINES)
    with qtbot.waitExposed(window):
        window.show()
    field = field_in(window)
    field.clearFocus()
    before = (field.height(), field.text_top())
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert (field.height(), field.text_top()) == before
    assert_whole_lines(field)
