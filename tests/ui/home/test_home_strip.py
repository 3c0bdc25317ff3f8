"""The strip of figures and the row of filters at every width: nothing is cut, nothing moves for what is looked for."""

from dataclasses import replace

import pytest
from builders import write_list
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.figure_button import FigureButton
from zi_desktop.ui.home.rows import YES
from zi_desktop.ui.home.strip import FigureStrip
from zi_desktop.ui.home.strip_figures import StripFigures
from zi_desktop.ui.widgets.labels import text_label

SMALL = StripFigures(
    2026, 8, {"WBK": 1, "WBBM": 1}, {"selesai": 1}, {"memenuhi": 1}, {"passed": 0, "proposed": 0}, 3, 1
)
BIG = StripFigures(
    2026, 1009, {"WBK": 412, "WBBM": 118}, {"selesai": 407, "belum_mulai": 602}, {"memenuhi": 240},
    {"passed": 230, "proposed": 128}, 1345, 128,
)  # fmt: skip


def cut(strip):
    """Return the words of the strip that have less room than they need."""
    label = type(text_label(""))
    words = [each for kind in (FigureButton, label) for each in strip.findChildren(kind) if each.isVisible()]
    room = strip.contentsRect()

    def whole(word):
        group = word.parentWidget()
        place = word.rect().translated(word.mapTo(strip, word.rect().topLeft()))
        return (
            group.rect().contains(word.geometry()) and room.contains(place) and word.width() >= word.sizeHint().width()
        )

    return [word.text() for word in words if not whole(word)]


@pytest.fixture
def shown(qtbot):
    """Return how to show figures in a strip that is so wide."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def show(figures, width):
        strip = FigureStrip(window)
        strip.resize(width, 64)
        strip.show()
        strip.show_figures(figures)
        return strip

    return show


@pytest.mark.parametrize("width", [760, 838, 900, 988, 1080, 1262, 1500])
@pytest.mark.parametrize("figures", [SMALL, BIG], ids=["small", "big"])
def test_no_word_of_the_strip_is_cut(qtbot, shown, width, figures):
    strip = shown(figures, width)
    qtbot.waitUntil(lambda: cut(strip) == [])


def test_the_remarks_stay_longer_than_the_count_that_the_segments_tell(shown):
    assert shown(replace(SMALL, satkers=1009), 988).button("remarked", YES).isVisible()


def test_a_field_keeps_its_words_beside_the_button_that_clears(qtbot, page):
    view = page.portfolio
    page.search.setText("rutan")
    qtbot.waitUntil(view.clear.isVisible)
    fields = (view.kind, view.activity, view.standing, view.order)
    cut = set()
    for width in range(1000, 1340, 20):  # from below where the word has no room to above where all have
        page.resize(width, 640)
        for layout in (view.layout(), view.filters.layout(), view.clear.parentWidget().layout()):
            layout.activate()
        if view.clear.text():
            cut |= {width for field in fields if field.isVisible() and field.width() < field.sizeHint().width()}
    assert cut == set()


def test_columns_stay_where_they_are_while_rows_are_looked_for(page, portfolio, tmp_path):
    lines = "".join(f"X-{number},Rutan Contoh {number}\n" for number in range(200))
    portfolio.satkers.import_list(write_list(tmp_path / "banyak.csv", "kode,nama\n" + lines))
    page.keys.reload.trigger()
    table = page.portfolio.table
    places = [table.columnViewportPosition(column) for column in Column]
    page.search.setText("contoh 150")
    assert table.model().rowCount() == 1
    assert [table.columnViewportPosition(column) for column in Column] == places
