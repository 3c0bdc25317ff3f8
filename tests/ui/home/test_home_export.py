"""Beranda asks for exports: of the row, of everything that the filter shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(qtbot, page, key, modifiers):
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifiers)


def test_the_row_is_exported_by_its_key(qtbot, page):
    row = page.portfolio.table.current()
    assert row.evaluation_id
    with qtbot.waitSignal(page.export_requested) as asked:
        press(qtbot, page, KEY.Key_E, CTRL)
    assert asked.args == [[row.evaluation_id]]


def test_a_row_without_an_evaluation_has_nothing_to_export(page):
    rows = page.portfolio.table.shown_rows()
    page.portfolio.table.choose(next(row.id for row in rows if not row.evaluation_id))
    assert not page.keys.export.isEnabled()


def test_everything_that_is_shown_is_exported_at_once(qtbot, page):
    shown = [row.evaluation_id for row in page.portfolio.table.shown_rows() if row.evaluation_id]
    with qtbot.waitSignal(page.export_requested) as asked:
        press(qtbot, page, KEY.Key_E, CTRL | SHIFT)
    assert asked.args == [shown]


@pytest.mark.parametrize("words", ["tidak ada", "rutan"])
def test_where_nothing_can_be_exported_it_says_so(qtbot, page, words):
    page.search.setText(words)
    with qtbot.capture_exceptions() as told:
        page.keys.export_shown.trigger()
    assert "belum punya evaluasi" in str(told[0][1])
