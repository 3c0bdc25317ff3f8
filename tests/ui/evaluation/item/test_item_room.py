"""Nothing is cut off, at every size for which the window is made, with small and large type."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

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
