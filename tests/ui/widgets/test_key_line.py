"""Keys in a line, and a fingerprint in two."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from zi_desktop.ui.widgets.key_line import KeyLine
from zi_desktop.ui.widgets.labels import KeyCap, in_two_lines


def told(line):
    return [label.text() for label in line.findChildren(QLabel) if label.isVisible()]


def test_each_key_stands_on_a_cap_before_what_it_does(qtbot):
    line = KeyLine((("Ctrl+A", "Pilih semua"), ("Delete", "Lepas")))
    qtbot.addWidget(line)
    line.show()
    row = line.layout()
    shown = [row.itemAt(place).widget() for place in range(row.count()) if row.itemAt(place).widget()]
    assert [label.text() for label in shown] == ["Ctrl+A", "Pilih semua", "Delete", "Lepas"]
    assert [type(label) is KeyCap for label in shown] == [True, False, True, False]


def test_a_key_is_left_out_while_its_act_does_nothing_and_the_line_keeps_its_height(qtbot):
    line = KeyLine((("Ctrl+A", "Pilih semua"), ("Delete", "Lepas")))
    qtbot.addWidget(line)
    act = QAction("Lepas", line, enabled=False)
    act.setShortcut("Del")
    line.show()
    height = line.sizeHint().height()
    line.follow(act)
    assert told(line) == ["Ctrl+A", "Pilih semua"]
    line.offer("Ctrl+A", offered=False)
    assert (told(line), line.sizeHint().height()) == ([], height)
    act.setEnabled(True)
    assert told(line) == ["Delete", "Lepas"]


@pytest.mark.parametrize(
    ("given", "lines"),
    [("AA BB CC DD", ["AA BB", "CC DD"]), ("AA BB CC", ["AA BB", "CC"]), ("AA", ["AA"]), ("", [])],
)
def test_a_fingerprint_breaks_in_its_middle(given, lines):
    assert in_two_lines(given).splitlines() == lines
