"""Keys in a line, and a fingerprint in two."""

import pytest

from zi_desktop.ui.widgets.key_line import KeyLine
from zi_desktop.ui.widgets.labels import KeyCap, in_two_lines


def test_each_key_stands_on_a_cap_before_what_it_does(qtbot):
    line = KeyLine((("Ctrl+A", "Pilih semua"), ("Delete", "Lepas")))
    qtbot.addWidget(line)
    line.show()
    row = line.layout()
    shown = [row.itemAt(place).widget() for place in range(row.count()) if row.itemAt(place).widget()]
    assert [label.text() for label in shown] == ["Ctrl+A", "Pilih semua", "Delete", "Lepas"]
    assert [type(label) is KeyCap for label in shown] == [True, False, True, False]


@pytest.mark.parametrize(
    ("given", "lines"),
    [("AA BB CC DD", ["AA BB", "CC DD"]), ("AA BB CC", ["AA BB", "CC"]), ("AA", ["AA"]), ("", [])],
)
def test_a_fingerprint_breaks_in_its_middle(given, lines):
    assert in_two_lines(given).splitlines() == lines
