"""Searching the tree: from the words to the hits, to the answer of one of them, and back to everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CODE = "A.I.5.i.b"
COUNTS, INDEX = "A.II.5.ii.a", "B.I.a"
FIRST, SECOND = "A.I.5.iv.a", "A.I.5.iv.b"


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.fixture
def searching(page):
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "whistle")
    return page


def test_down_leads_to_the_first_hit_and_shows_it(searching):
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is searching.place.tree.tree
    assert (searching.place.tree.tree.code(), searching.place.item.code) == (FIRST, FIRST)


def test_enter_on_a_picked_hit_opens_it_and_does_not_go_on(searching):
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert searching.place.item.code == SECOND
    assert searching.place.item.isAncestorOf(QApplication.focusWidget())


def test_enter_after_an_answer_goes_on_as_ever(searching):
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    assert searching.place.item.code == SECOND


@pytest.mark.parametrize("way", [(), (Qt.Key.Key_Return,), (Qt.Key.Key_Down,), (Qt.Key.Key_Down, Qt.Key.Key_Return)],
                         ids=["at once", "after enter", "after down", "after both"])  # fmt: skip
def test_escape_clears_the_search_from_wherever_it_led(searching, way):
    for key in way:
        press(key)
    press(Qt.Key.Key_Escape)
    tree = searching.place.tree
    assert tree.form.search.text() == ""
    assert not tree.tree.visualRect(tree.tree.questions().index_of(CODE)).isNull()


def test_without_hits_the_sentence_stands_where_the_first_row_stood_and_nothing_else_moves(page):
    panel = page.place.tree
    foot = panel.form.foot.geometry()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "qqq")
    QApplication.processEvents()
    nothing = panel.form.nothing
    assert nothing.mapTo(panel, nothing.rect().topLeft()).y() == panel.form.line_below.geometry().bottom() + 1
    sentence = nothing._sentence
    assert sentence.mapTo(panel, sentence.rect().center()).y() < panel.form.line_below.geometry().bottom() + 40
    head = panel.form.title_column
    assert sentence.mapTo(panel, sentence.rect().topLeft()).x() == head.mapTo(panel, head.rect().topLeft()).x()
    assert panel.form.foot.geometry() == foot


def test_the_filters_count_what_the_search_finds(page, choose):
    choose(FIRST, "A")
    page.activate()
    filters = page.place.tree.form.filters
    before = [button.text() for button in filters._group.buttons()]
    assert before == ["Semua 113", "Belum terisi 112", "Perhatian 0"]
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "whistle")
    assert [button.text() for button in filters._group.buttons()] == ["Semua 3", "Belum terisi 2", "Perhatian 0"]
    press(Qt.Key.Key_Escape)
    assert [button.text() for button in filters._group.buttons()] == before


def test_enter_is_told_only_while_there_is_anything_to_open(page):
    told = []
    page.hints_changed.connect(lambda: told.append([hint.text for hint in page.key_hints()]))
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "w")
    assert told[-1][0] == "Buka butir"
    QTest.keyClicks(QApplication.focusWidget(), "qq")
    assert told[-1] == ["Catatan baru", "Perintah"]


def test_the_current_row_stands_in_the_middle_once_the_search_is_cleared(searching):
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    tree = searching.place.tree.tree
    middle = tree.visualRect(tree.currentIndex()).center().y()
    assert abs(middle - tree.viewport().height() // 2) < 2 * tree.visualRect(tree.currentIndex()).height()
    assert tree.verticalScrollBar().value() % tree.visualRect(tree.currentIndex()).height() == 0


def test_a_scroll_bar_without_anything_to_scroll_shows_no_handle(searching):
    bar = searching.place.tree.tree.verticalScrollBar()
    QApplication.processEvents()
    assert bar.isVisible()
    assert not bar.isEnabled()
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert bar.isEnabled()


def test_enter_in_the_empty_field_leaves_it_and_stays_where_one_was(page):
    before = page.place.item.code
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.place.tree.tree
    assert page.place.item.code == before


def test_after_esc_in_the_empty_field_a_digit_answers_the_open_item(page):
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not page.place.tree.form.search
    press(Qt.Key.Key_1)
    assert page.place.tree.form.search.text() == ""


@pytest.mark.parametrize("code", [COUNTS, INDEX])
def test_enter_in_the_search_leads_to_the_field_as_every_other_way_does(page, code):
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), code)
    press(Qt.Key.Key_Return)
    assert page.place.item.code == code
    assert QApplication.focusWidget() is page.place.item.fields()[0]


def test_enter_in_the_search_leads_to_the_first_empty_field(page):
    page.stage.presenter.go(COUNTS)
    QTest.keyClicks(QApplication.focusWidget(), "4")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), COUNTS)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.place.item.fields()[1]


@pytest.mark.parametrize(
    "way",
    [("whistle", Qt.Key.Key_Return), ("whistle", Qt.Key.Key_Down, Qt.Key.Key_Return), (Qt.Key.Key_Escape,), (Qt.Key.Key_Return,),
     ("whistle", Qt.Key.Key_Escape, Qt.Key.Key_Escape), ("whistle", Qt.Key.Key_Down, Qt.Key.Key_Escape)],
    ids=["opened", "picked", "left", "left with enter", "emptied", "left from the hits"],
)  # fmt: skip
@pytest.mark.parametrize("size", [(910, 512), (1294, 684)], ids=["narrow", "wide"])
def test_a_tree_that_was_opened_for_a_search_closes_after_it(page, size, way):
    page.resize(*size)
    QApplication.processEvents()
    page.place.show_panels(page.place.panels.with_tree(shown=False))
    before = page.place.panels
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.place.tree.isVisible()
    for step in way:
        if isinstance(step, str):
            QTest.keyClicks(QApplication.focusWidget(), step)
        else:
            assert page.place.panels.tree
            press(step)
    assert page.place.panels == before
    assert page.place.item.isAncestorOf(QApplication.focusWidget())


def test_a_tree_that_stood_open_or_was_opened_by_hand_stays_after_a_search(searching):
    press(Qt.Key.Key_Return)
    assert searching.place.tree.isVisible()
    searching.place.show_panels(searching.place.panels.with_tree(shown=False))
    searching.place.begin_search()
    for _ in range(2):
        press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    searching.place.begin_search()
    press(Qt.Key.Key_Return)
    assert searching.place.tree.isVisible()
