"""The line where nothing is yet: sentence and way on beside each other, below each other where that has no room."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import LINK_EDGE
from zi_desktop.ui.widgets.empty import EmptyLine


@pytest.fixture
def line(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    line = EmptyLine(page)
    line.show_sentence("Belum ada catatan kunjungan.", "Tulis catatan (F8)")
    line.resize(600, 200)
    page.show()
    yield line
    page.close()


def parts(line):
    return line.findChild(QLabel).geometry(), line.findChild(QPushButton).geometry()


def test_where_there_is_room_both_stand_in_one_line(line):
    sentence, way = parts(line)
    assert way.left() > sentence.right()
    assert sentence.center().y() == pytest.approx(way.center().y(), abs=2)


def test_where_room_is_short_the_way_stands_below_the_whole_sentence(line, qtbot):
    line.resize(240, 200)
    qtbot.waitUntil(lambda: parts(line)[1].top() > parts(line)[0].bottom())
    qtbot.waitUntil(lambda: parts(line)[1].left() + LINK_EDGE == parts(line)[0].left() == Space.M)
    line.resize(150, 200)
    label = line.findChild(QLabel)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 30)
    assert parts(line)[1].right() <= 150
