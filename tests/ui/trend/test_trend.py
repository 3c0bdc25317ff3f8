"""Tren: figures of several years as values, and the dialog in the real window, away while scores are hidden."""

from dataclasses import replace
from fractions import Fraction

import pytest
from master_lists import drop, encoded, master_list
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from whole_desktop import whole_desktop

from zi_desktop.domain.answers import Chosen
from zi_desktop.services import editions
from zi_desktop.services.composition import open_services
from zi_desktop.services.evaluations.last_year import TrendPoint
from zi_desktop.services.evaluations.trend_words import heading_of
from zi_desktop.services.samples.visit import prepare_sample, score_sample
from zi_desktop.ui.trend.dialog import TrendDialog, trend_of
from zi_desktop.ui.trend.model import TrendModel
from zi_desktop.ui.trend.shown import trend_shown

AREAS = {"1": Fraction(1, 2), "2": None, "3": Fraction(0), "4": Fraction(1), "5": Fraction(2, 3), "6": Fraction(3, 4)}
POINT = TrendPoint("e", 2025, 1, "evaluasi", "permen", "selesai", Fraction(7285, 100), 113, 113, 113, (), AREAS)
NEWEST = replace(
    POINT, year=2026, total=Fraction(8333, 100), answered=100, areas=AREAS | {"1": Fraction(3, 5), "3": Fraction(0)}
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def services(tmp_path):
    with open_services(tmp_path / "ruang kerja", write=True) as services:
        yield services


@pytest.fixture
def evaluation(services):
    """The id of an evaluation that follows one of the year before; both are scored."""
    id_ = prepare_sample(services)
    year = services.evaluations.open(id_).state.identity.year
    score_sample(services, services.evaluations.create("C-001", year - 1))
    score_sample(services, id_)
    return id_


@pytest.fixture
def desktop(qtbot, theme, services, evaluation, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path, evaluation) as desktop:
        yield desktop


def test_total_and_areas_stand_by_year_with_the_change():
    shown = trend_shown([POINT, NEWEST], editions.current())
    assert shown.headings == ("2025", "2026")
    total, first, second, third, *_ = shown.lines
    assert ([cell.text for cell in total.cells], total.change) == (["72,85", "83,33"], "+10,48")
    assert ([cell.text for cell in first.cells], first.change) == (["50,0%", "60,0%"], "+10,0")
    assert ([cell.text for cell in second.cells], second.change) == (["–", "–"], "–")
    assert third.change == "0,0"
    assert shown.words == ("2026: 100 dari 113 butir terisi.",)
    assert first.spoken(shown.headings) == "Manajemen Perubahan, 2025 50,0%, 2026 60,0%, perubahan +10,0"


def test_what_editions_do_not_share_is_said():
    found = [replace(POINT, left_out=("A.I.1.ii.c",), compared=112), replace(NEWEST, compared=112)]
    shown = trend_shown(found, editions.current())
    assert shown.words[-1] == "Tidak dibandingkan dari 2025: A.I.1.ii.c."


def test_a_second_edition_is_shown_with_what_is_not_compared(qtbot, services, evaluation, desktop, tmp_path):
    year = services.evaluations.open(evaluation).state.identity.year
    master = master_list(year + 1)
    drop(master, 5)
    (tmp_path / "daftar.json").write_bytes(encoded(master))
    services.edition_taking.take(services.edition_taking.read(tmp_path / "daftar.json"))
    later = services.evaluations.create("C-001", year + 1)
    services.answering.answer(later, "A.I.1.i.a", Chosen("Ya"), displayed=())
    desktop.navigation.open_evaluation(later)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4, SHIFT)
    qtbot.waitUntil(lambda: bool(dialogs(desktop)))
    [dialog] = dialogs(desktop)
    assert dialog.shown.headings == tuple(str(each) for each in (year - 1, year, year + 1))
    assert dialog.shown.words[-1] == f"Tidak dibandingkan dari {year - 1}, {year}: A.I.1.ii.c."
    dialog.reject()


@pytest.mark.parametrize(
    ("changed", "heading"),
    [({}, "2025"), ({"round": 2}, "2025 · 2"), ({"activity": "pembinaan"}, "2025 Pembinaan")],
    ids=["evaluasi", "round", "pembinaan"],
)
def test_a_column_says_what_it_is(changed, heading):
    assert heading_of(replace(POINT, **changed)) == heading


def test_a_change_is_the_difference_of_the_two_figures_beside_it():
    before = replace(POINT, total=Fraction("72.8471"), areas=AREAS | {"1": Fraction("0.7006")})
    after = replace(NEWEST, total=Fraction("83.3349"), areas=AREAS | {"1": Fraction("0.7834")})
    total, first, *_ = trend_shown([before, after], editions.current()).lines
    assert ([cell.text for cell in total.cells], total.change) == (["72,85", "83,33"], "+10,48")  # exactly 10.4878
    assert ([cell.text for cell in first.cells], first.change) == (["70,1%", "78,3%"], "+8,2")  # exactly 8.28


def test_one_evaluation_has_no_change():
    assert {line.change for line in trend_shown([POINT], editions.current()).lines} == {"–"}


def test_the_model_passes_the_tester_of_qt(qtmodeltester):
    qtmodeltester.check(TrendModel(trend_shown([POINT, NEWEST], editions.current())), force_py=True)


def dialogs(desktop):
    return [each for each in desktop.window.findChildren(TrendDialog) if each.isVisible()]


def test_it_opens_by_its_key_and_the_arrows_choose_the_curve(qtbot, desktop):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4, SHIFT)
    qtbot.waitUntil(lambda: bool(dialogs(desktop)))
    [dialog] = dialogs(desktop)
    qtbot.waitUntil(dialog.table.hasFocus)
    before = dialog.curve.accessibleName()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.table.line().title == "Manajemen Perubahan"
    assert dialog.curve.accessibleName() != before
    dialog.grab()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialogs(desktop))


@pytest.fixture
def open_in(qtbot, theme):
    """Open the dialog over a window that is so high."""
    parents = []

    def opened(height):
        parents.append(parent := QWidget())
        parent.resize(1093, height)
        qtbot.addWidget(parent)
        parent.show()
        dialog = TrendDialog("Rutan Misal", trend_shown([POINT, NEWEST], editions.current()), parent)
        dialog.show()
        return dialog

    yield opened
    parents.clear()


def test_the_curve_becomes_lower_in_a_low_window(open_in):
    tall, low = open_in(740), open_in(614)
    assert tall.curve.height() == tall.curve.sizeHint().height()
    assert tall.curve.height() > low.curve.height() >= 96
    assert low.height() <= 614 - 48


def test_where_the_curve_has_no_room_no_line_is_chosen_for_it(qtbot, open_in):
    dialog = open_in(512)
    assert not dialog.curve.isVisible()
    assert dialog.focusWidget() is dialog.cancel_button, "the keyboard is where it is seen"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.table.selectionModel().selectedRows() == []


def test_while_scores_are_hidden_there_is_no_trend(qtbot, desktop):
    page = desktop.window.page()
    action = next(each for each in page.actions() if each.text() == "Tren…")
    assert action.isEnabled()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_H, CTRL)
    assert not action.isEnabled()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4, SHIFT)
    assert dialogs(desktop) == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_H, CTRL)
    assert action.isEnabled()


def test_a_satker_that_was_never_judged_is_told_so(qtbot, services):
    prepare_sample(services)
    shown = trend_of(services, services.satkers.find("C-001").id)
    assert shown.lines == ()
