"""Rows in groups: the model, the keys, and what stays chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from zi_desktop.ui.tokens import LIGHT
from zi_desktop.ui.widgets.grouped_list import GroupedList
from zi_desktop.ui.widgets.grouped_rows import GroupedRows, ListRow, RowGroup

GROUPS = (
    RowGroup("a", "Kelompok A", (ListRow("1", "Satu " * 60, "rinci", "circle"), ListRow("2", "Dua", end="Ditunggu"))),
    RowGroup("b", "Kelompok B", (ListRow("1", "Satu"), ListRow("3", "Tiga"))),
)


@pytest.fixture
def shown(qtbot):
    view = GroupedList()
    qtbot.addWidget(view)
    view.resize(320, 400)
    view.show_groups(GROUPS)
    with qtbot.waitActive(view):
        view.show()
    return view


def test_the_model_is_a_sound_tree(qtbot):
    model = GroupedRows()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_groups(GROUPS)
    model.show_groups(GROUPS[1:])
    model.show_groups(())
    assert not model.index_of("a", "1").isValid()


def test_a_row_is_found_in_its_own_group_first(shown):
    shown.choose("b", "1")
    assert (shown.group().key, shown.row().id) == ("b", "1")
    shown.show_groups(GROUPS[:1])
    assert (shown.group().key, shown.row().id) == ("a", "1")
    shown.choose("a", "gone")
    assert shown.row().id == "1"


def test_a_row_that_moves_to_another_group_stays_in_sight(shown):
    moved, others = ListRow("9", "Pindah"), tuple(ListRow(str(number), "Lain") for number in range(20, 60))
    shown.show_groups((RowGroup("a", "Kelompok A", (moved, *others)),))
    shown.choose("a", "9")
    shown.show_groups((RowGroup("a", "Kelompok A", others), RowGroup("b", "Kelompok B", (moved,))))
    assert shown.row() == moved
    assert shown.viewport().rect().contains(shown.visualRect(shown.currentIndex()).center())


def test_arrows_pass_over_headings_and_enter_and_space_act(qtbot, shown):
    shown.choose("a", "2")
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert (shown.group().key, shown.row().id) == ("b", "1")
    with qtbot.waitSignals([shown.acted, shown.ticked]):
        qtbot.keyClick(shown, Qt.Key.Key_Return)
        qtbot.keyClick(shown, Qt.Key.Key_Space)


def test_a_long_title_takes_two_lines_and_is_told_whole(shown):
    first, second = (shown.model().index(row, 0, shown.model().index(0, 0)) for row in range(2))
    assert shown.visualRect(first).height() > shown.visualRect(second).height()
    assert first.data(Qt.ItemDataRole.ToolTipRole).startswith("Satu Satu")
    assert second.data(Qt.ItemDataRole.AccessibleTextRole) == "Dua, Ditunggu"
    assert shown.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Kelompok A, 2"


def test_an_empty_list_acts_on_nothing(qtbot, shown):
    shown.show_groups(())
    with qtbot.assertNotEmitted(shown.acted):
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert shown.row() is None
    assert shown.group() is None


def test_the_chosen_row_is_coloured_only_in_the_list_that_has_the_keyboard(qtbot, shown, theme):
    beside = QLineEdit(shown.parentWidget())
    qtbot.addWidget(beside)
    shown.choose("b", "3")

    def ground():
        place = shown.visualRect(shown.currentIndex())
        return shown.viewport().grab(place).toImage().pixelColor(place.width() // 2, place.height() // 2).name().upper()

    shown.setFocus()
    qtbot.waitUntil(lambda: ground() == LIGHT.accent_soft)
    beside.show()
    with qtbot.waitActive(beside):
        beside.activateWindow()
    beside.setFocus()
    qtbot.waitUntil(lambda: ground() == LIGHT.hover)
