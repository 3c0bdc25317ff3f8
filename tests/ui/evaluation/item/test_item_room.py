"""Nothing is cut off, at every size for which the window is made, with small and large type."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from zi_desktop.services import editions
from zi_desktop.ui.evaluation.item.option_button import OptionButton
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.widgets.labels import ElidedLabel

LONG = ("A.II.5.i.a", "A.II.6.i.a", "A.I.3.iii.e", "A.II.5.iii.b.a", "A.II.5.iii.a.a", "B.I.a")
SIZES = {"1366×768": (654, 684), "1280×660": (566, 576), "1000×560": (588, 476), "910×512": (838, 428)}


@pytest.fixture
def large(theme):
    theme.apply(ThemeChoice.LIGHT, TextSize.LARGE)
    yield
    theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def settle():
    for _ in range(4):
        QApplication.processEvents()


def assert_nothing_is_cut(view):
    content = view.form.content
    assert content.width() <= view.form.scroll.viewport().width()
    for label in view.findChildren(QLabel):
        if label.isVisible() and not isinstance(label, ElidedLabel):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= min(needed, label.sizeHint().height()), label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    for button in view.findChildren(OptionButton):
        assert not button.isVisible() or button.height() >= button.heightForWidth(button.width())


BARS = {"1366": 682, "1280": 596, "1000, tree": 596, "910, tree": 506, "910, tree, large": 456}


@pytest.mark.parametrize("width", BARS.values(), ids=BARS)
@pytest.mark.parametrize("type_", ["normal", "large"])
def test_the_action_bar_leaves_out_what_has_no_room_and_cuts_nothing(request, stage, width, type_):
    if type_ == "large":
        request.getfixturevalue("large")
    stage.view.resize(width, 560)
    settle()
    bar = stage.view.form.actions
    shown = [part for part in bar.findChildren(QWidget) if part.isVisible() and part.parent() is bar]
    assert {bar.form.previous, bar.form.next, bar.form.open_items} <= set(shown)
    for part in shown:
        assert part.width() >= part.sizeHint().width(), part
        assert part.geometry().right() < bar.width()
    assert bar.form.open_items.text().startswith("113 ")


def test_the_internal_note_shows_its_key_at_the_reference_size(stage):
    stage.view.resize(*SIZES["1366×768"])
    settle()
    notes = stage.view.form.notes.form
    assert notes.internal_keys.isVisible()
    assert notes.internal_title.text() == "Catatan internal tim"


def test_a_new_item_stands_in_its_place_at_once(stage):
    stage.view.resize(*SIZES["1280×660"])
    settle()
    form = stage.view.form
    for code in editions.current().questions:
        stage.show(code)  # and nothing of the event loop runs: this is what a frame under fast keys would paint
        parts = [form.heading, *form.options.buttons(), form.lower]
        places = [(each.mapTo(form.content, each.rect().topLeft()).y(), each.height()) for each in parts]
        feet = [head + height for head, height in places]
        assert all(foot <= head for foot, (head, _) in zip(feet, places[1:], strict=False)), code
        assert all(each.height() >= each.heightForWidth(each.width()) for each in form.options.buttons()), code


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_long_items_keep_all_their_words(stage, size):
    stage.view.resize(*size)
    for code in LONG:
        stage.show(code)
        settle()
        assert_nothing_is_cut(stage.view)


def test_large_type_keeps_all_its_words(large, stage):
    stage.view.resize(*SIZES["1280×660"])
    for code in LONG:
        stage.show(code)
        settle()
        assert_nothing_is_cut(stage.view)


def test_at_the_reference_size_no_item_is_scrolled(stage):
    stage.view.resize(*SIZES["1366×768"])
    for code in editions.current().questions:
        stage.show(code)
        settle()
        assert stage.view.form.scroll.verticalScrollBar().maximum() == 0, code


def test_dark_items_are_painted_too(dark, stage):
    pixels = stage.view.grab().toImage()
    assert pixels.pixelColor(4, 4).lightness() < 60
