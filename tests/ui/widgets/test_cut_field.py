"""A field that is too narrow for its text says so, and reads as any other while the keyboard is in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from zi_desktop.ui.widgets.cut_field import CutField
from zi_desktop.ui.widgets.problem_line import mark_valid

LONG = "Prof. Dr. Rini Umpamasari Contohardjo-Andaikan, S.H., M.H., M.Si."


@pytest.fixture
def side_by_side(qtbot, theme):
    """Return a field with the text, a plain one, and a third that has the keyboard."""

    window = QWidget()
    qtbot.addWidget(window)

    def shown(text, **arguments):
        column = QVBoxLayout(window)
        fields = CutField(**arguments), QLineEdit(), QLineEdit()
        fields[0].setText(text)
        for field in fields:
            field.setFixedWidth(240)
            column.addWidget(field)
        with qtbot.waitActive(window):
            window.show()
        fields[2].setFocus()
        return fields

    return shown


def show(plain, text):
    plain.setText(text)
    plain.setCursorPosition(0)


def test_a_cut_text_is_painted_as_any_other_and_ends_in_an_ellipsis(side_by_side):
    field, plain, _ = side_by_side(LONG)
    assert field.shown().startswith("Prof. Dr. Rini")
    assert field.shown().endswith("…")
    show(plain, field.shown())
    assert field.grab().toImage() == plain.grab().toImage()


def test_of_a_path_both_ends_are_seen(side_by_side):
    field, plain, _ = side_by_side("folder/" * 9 + "lembar.xlsx", middle=True)
    show(plain, field.shown())
    assert field.shown().startswith("folder/")
    assert field.shown().endswith("lembar.xlsx")
    assert field.grab().toImage() == plain.grab().toImage()


@pytest.mark.usefixtures("dark")
def test_in_the_dark_and_where_it_is_wrong_its_colours_are_those_of_any_other(side_by_side):
    field, plain, _ = side_by_side(LONG)
    show(plain, field.shown())
    for each in (field, plain):
        mark_valid(each, valid=False)
    assert field.grab().toImage() == plain.grab().toImage()


def test_a_text_that_fits_is_whole(side_by_side):
    field, plain, _ = side_by_side("Ani Misal")
    show(plain, "Ani Misal")
    assert field.grab().toImage() == plain.grab().toImage()


def test_with_the_keyboard_in_it_the_end_can_be_read_and_a_click_finds_the_letter_that_is_seen(qtbot, side_by_side):
    field, _, other = side_by_side(LONG)
    cut = field.grab().toImage()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    assert field.grab().toImage() != cut
    other.setFocus()
    assert field.grab().toImage() == cut
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(14, field.height() // 2))
    assert field.cursorPosition() < 3


def test_the_tooltip_says_the_whole_text(qtbot, side_by_side):
    field, _, _ = side_by_side("Ani")
    qtbot.keyClicks(field, LONG)
    assert field.toolTip() == field.text()
