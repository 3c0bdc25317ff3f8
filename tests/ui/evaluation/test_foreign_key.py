"""A key that answers nothing: said beside the item, and nothing else happens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column

ABCD, ABC, YES_NO, COUNTS = "A.I.5.i.b", "A.I.1.i.b", "A.I.1.i.a", "A.II.5.ii.a"


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def said(page):
    return page.place.item.form.actions.form.open_items.text()


@pytest.mark.parametrize(
    ("code", "key", "sentence"),
    [(ABC, Qt.Key.Key_4, "Butir ini: A sampai C."), (ABC, Qt.Key.Key_T, "Butir ini: A sampai C."),
     (ABCD, Qt.Key.Key_E, "Butir ini: A sampai D."), (YES_NO, Qt.Key.Key_B, "Butir ini: Y atau T.")],
    ids=["4", "T", "E", "B"],
)  # fmt: skip
@pytest.mark.parametrize("where", ["item", "tree"])
def test_a_key_that_is_no_option_is_answered_with_a_sentence(page, code, key, sentence, where):
    page.stage.presenter.go(code)
    press(Qt.Key.Key_1)
    if where == "tree":
        page.place.tree.tree.setFocus()
    before, focus = page.stage.presenter.view.state.answers(Column.TPI)[code], QApplication.focusWidget()
    geometry = page.place.item.form.actions.geometry()
    press(key)
    assert said(page) == sentence
    assert page.stage.presenter.view.state.answers(Column.TPI)[code] == before
    assert (QApplication.focusWidget(), page.place.item.form.actions.geometry()) == (focus, geometry)
    press(Qt.Key.Key_2)
    assert "belum terisi" in said(page)


def test_other_keys_say_nothing(page):
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Escape):
        press(key)
    assert "belum terisi" in said(page)


def test_a_letter_says_nothing_beside_fields(page):
    page.stage.presenter.go(COUNTS)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_E)
    assert "belum terisi" in said(page)


def test_a_closed_item_says_nothing_of_its_keys(page, services, evaluation):
    services.evaluations.archive(evaluation)
    page.activate()
    press(Qt.Key.Key_9)
    assert "belum terisi" in said(page)


def test_the_sentence_goes_with_the_item(page):
    press(Qt.Key.Key_9)
    assert said(page) == "Butir ini: A sampai D."
    symbol = page.place.item.form.actions.form.symbol
    shown = symbol.pixmap().toImage()
    press(Qt.Key.Key_Return)
    assert symbol.pixmap().toImage() != shown
    assert "belum terisi" in said(page)
    press(Qt.Key.Key_1)
    assert page.stage.presenter.view.state.answers(Column.TPI)[page.stage.presenter.code] == Chosen("A")
