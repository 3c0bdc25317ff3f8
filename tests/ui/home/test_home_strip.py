"""The strip of figures and the row of filters at every width: nothing is cut, nothing moves for what is looked for."""

from dataclasses import replace

import pytest
from builders import write_list
from PySide6.QtWidgets import QApplication, QWidget

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


def test_fields_tell_their_choice_and_stay_where_they_are_beside_the_button_that_clears(page):
    view = page.portfolio
    fields = (view.kind, view.activity, view.standing, view.order)

    def places(words):
        page.search.setText(words)
        QApplication.sendPostedEvents()  # the layouts follow
        assert view.clear.isVisible() is bool(words)
        return [field.geometry() for field in fields]

    moved, cut = set(), set()
    for width in range(840, 1340, 10):
        page.resize(width, 640)
        if places("") != places("rutan"):
            moved.add(width)
        cut |= {width for field in fields if field.width() != field.sizeHint().width()}
    assert (moved, cut) == (set(), set())


def test_columns_stay_where_they_are_while_rows_are_looked_for(qtbot, page, portfolio, tmp_path):
    lines = "".join(f"X-{number},Rutan Contoh {number}\n" for number in range(200))
    portfolio.satkers.import_list(write_list(tmp_path / "banyak.csv", "kode,nama\n" + lines))
    page.keys.reload.trigger()
    table = page.portfolio.table
    qtbot.waitUntil(table.verticalScrollBar().isVisible)
    places = [table.columnViewportPosition(column) for column in Column]
    page.search.setText("contoh 150")
    assert table.model().rowCount() == 1
    qtbot.waitUntil(lambda: not table.verticalScrollBar().isVisible())
    assert [table.columnViewportPosition(column) for column in Column] == places
