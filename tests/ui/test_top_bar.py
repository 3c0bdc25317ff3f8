"""The top bar: a title is cut last, after tools have given their words up."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLayout, QWidget

from zi_desktop.ui.icons import icon
from zi_desktop.ui.page import Heading, Tab
from zi_desktop.ui.top_bar import TopBar
from zi_desktop.ui.widgets.buttons import action_button, icon_button

TABS = (Tab("a", "Penilaian"), Tab("b", "Kunjungan"), Tab("c", "Catatan", 7), Tab("d", "Tinjau & tanda tangan"))
SHORT, LONG = "Lapas Kelas IIA Contohrejo", "Lembaga Pemasyarakatan Kelas IIA Contohrejo-Perumpamaan Utara"


@pytest.fixture
def bar(qtbot, theme):
    bar = TopBar()
    qtbot.addWidget(bar)
    hide, begin = QAction("Sembunyikan nilai", bar), QAction("Evaluasi baru…", bar)
    bar.eye = action_button(hide, "", "eye")
    bar.begin = action_button(begin, "primary", "plus")
    bar.show_tools(bar.add_tools([bar.eye, bar.begin]))
    bar.resize(1366, bar.height())
    bar.show()
    return bar


def show(bar, title):
    bar.show_heading(Heading(title, "Evaluasi 2026", TABS, "a"))
    bar.layout().activate()


def cut(bar):
    return bar._title.width() < bar._title.sizeHint().width()


def test_a_long_name_stands_whole_where_there_is_room(bar):
    show(bar, LONG)
    assert not cut(bar)
    assert bar.eye.text() == "Sembunyikan nilai"


def test_a_tool_gives_its_words_up_before_the_title_is_cut_and_takes_them_back(bar):
    show(bar, SHORT)
    for width, words in (
        (1366, ["Sembunyikan nilai", "Evaluasi baru…"]),
        (1000, ["", "Evaluasi baru…"]),
        (880, ["", ""]),
    ):
        bar.resize(width, bar.height())
        bar.layout().activate()
        assert not cut(bar)
        assert [bar.eye.text(), bar.begin.text()] == words
    assert bar.eye.accessibleName() == "Sembunyikan nilai"
    bar.resize(1366, bar.height())
    assert [bar.eye.text(), bar.begin.text()] == ["Sembunyikan nilai", "Evaluasi baru…"]


def test_without_tabs_the_most_important_tool_keeps_its_words(bar):
    bar.show_heading(Heading(3 * LONG))
    bar.resize(900, bar.height())
    assert [bar.eye.text(), bar.begin.text()] == ["", "Evaluasi baru…"]


def test_a_brief_tool_stays_brief_when_its_action_changes(bar):
    show(bar, LONG)
    bar.resize(900, bar.height())
    bar.eye._action.setChecked(False)
    bar.eye._action.setIcon(icon("eye", "text"))
    assert bar.eye.text() == ""


def test_tabs_stand_beside_the_title_and_tools_at_the_right_end(bar):
    show(bar, SHORT)
    first = bar._tabs[0].x()
    assert first < 500
    assert bar.begin.mapTo(bar, bar.begin.rect().topRight()).x() > 1300


def test_a_subtitle_without_room_says_the_same_in_fewer_words(bar):
    whole = "Evaluasi Tim Penilai Internal (TPI) 2026 · menuju WBK"
    bar.show_heading(Heading(SHORT, whole, TABS, "a"))
    bar.layout().activate()
    bar.grab()
    assert bar._subtitle.toolTip() == ""
    bar.resize(900, bar.height())
    bar.layout().activate()
    bar.grab()
    assert bar._subtitle.width() < bar._subtitle.sizeHint().width()
    assert bar._subtitle.brief == "Evaluasi TPI 2026 · menuju WBK"
    assert bar._subtitle.fontMetrics().horizontalAdvance(bar._subtitle.brief) <= bar._subtitle.width()
    assert bar._subtitle.toolTip() == whole


@pytest.mark.parametrize("width", [1093, 940])
def test_tabs_stay_where_they_are_whatever_tools_their_screens_have(bar, width):
    few, seen = bar.add_tools([action_button(QAction("Menu", bar), "", "more")]), set()
    bar.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the window gives the width
    wide = QWidget()
    wide.setFixedWidth(40)  # with it the tabs have to stand close
    many = bar.add_tools([*(action_button(QAction("Perintah", bar), "", "more") for _ in range(3)), wide])
    for tools in (many, few, many):
        bar.show_tools(tools)
        bar.show_heading(Heading(SHORT, "Evaluasi Tim Penilai Internal (TPI) 2026 · menuju WBK", TABS, "a"))
        bar.resize(width, bar.height())
        bar.layout().activate()
        assert bar.width() == width
        seen.add(bar._tabs[0].x())
        assert not cut(bar)
    assert len(seen) == 1


@pytest.mark.parametrize("width", [1366, 1093, 940])
def test_tabs_of_a_name_that_has_no_room_stay_where_they_are(bar, width):
    bar.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the window gives the width
    disk = icon_button(QAction("Cadangkan", bar), "save")
    bar.add_last(disk)
    few = bar.add_tools([action_button(QAction("Menu", bar), "", "more")])
    wide = QWidget()
    wide.setFixedWidth(101)  # as undo, redo and the menu take
    many = bar.add_tools([action_button(QAction("Sembunyikan nilai", bar), "", "eye"), wide])
    seen = set()
    for tools in (many, few, many):
        bar.show_tools(tools)
        show(bar, f"{LONG} dan {LONG}")
        bar.resize(width, bar.height())
        bar.layout().activate()
        assert bar._tabs[-1].geometry().right() < tools.mapTo(bar, tools.rect().topLeft()).x()
        seen.add((bar._tabs[0].x(), bar._title.width(), disk.isVisible()))
    ((_, _, with_disk),) = seen
    assert cut(bar)
    assert with_disk is (width > 1000)


def test_the_last_tool_stays_in_a_narrow_bar_that_has_room_for_it_on_every_tab(bar):
    disk = icon_button(QAction("Cadangkan", bar), "save")
    bar.add_last(disk)
    for width, kept in ((900, True), (880, False), (900, True)):
        show(bar, SHORT)
        bar.resize(width, bar.height())
        bar.layout().activate()
        assert disk.isVisible() is kept
        assert not cut(bar)


def test_without_tabs_the_title_has_all_room_again(bar):
    show(bar, f"{LONG} dan {LONG}")
    assert cut(bar)
    bar.show_heading(Heading(f"{LONG} dan {LONG}"))
    bar.layout().activate()
    assert not cut(bar)
