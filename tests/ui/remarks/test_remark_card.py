"""The card of an item says what there is, also where nothing can be added, in a title that is never cut."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zi_desktop.ui.remarks.card import RemarkCard
from zi_desktop.ui.remarks.card_shown import EMPTY, CardShown


@pytest.mark.parametrize(("read_only", "words"), [(False, ""), (True, "Tidak ada")])
def test_a_heading_of_nothing_says_so_where_nothing_can_be_added(qtbot, read_only, words):
    card = RemarkCard()
    qtbot.addWidget(card)
    card.show_card(EMPTY, read_only=read_only)
    assert card.count.text() == words
    assert card.add.isHidden() is read_only


@pytest.mark.parametrize(("count", "least"), [("", 160), ("1 terbuka", 220)])
def test_the_title_is_shortened_before_it_is_cut(qtbot, theme, count, least):
    card = RemarkCard()
    qtbot.addWidget(card)
    card.show_card(CardShown(count=count), read_only=False)
    card.show()
    seen = set()
    for width in range(least, 340, 2):
        card.resize(width, 40)
        card.layout().activate()
        seen.add(card._title.text())
        assert card._title.width() >= card._title.sizeHint().width()
    assert seen == {"Catatan & rekomendasi", "Rekomendasi"}


def test_what_is_past_its_date_is_told_in_strong_words(qtbot):
    card = RemarkCard()
    qtbot.addWidget(card)
    looks = []
    for late in (True, False):
        card.show_card(CardShown("id", "Tetapkan SOP", count="1 lewat tenggat", late=late), read_only=False)
        looks.append(card.count.property("role"))
    assert looks == ["mark", "small"]


@pytest.mark.parametrize(("height", "shown"), [(179, False), (180, True)])
def test_the_remark_itself_is_shown_where_a_note_keeps_two_lines_beside_it(qtbot, height, shown):
    around = QWidget()
    qtbot.addWidget(around)
    card = RemarkCard()
    QVBoxLayout(around).addWidget(card)
    card.show_card(CardShown("id", "Tetapkan SOP"), read_only=False)
    around.resize(320, height)
    around.show()
    assert card.line.isVisible() is shown
