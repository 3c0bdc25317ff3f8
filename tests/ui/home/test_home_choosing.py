"""Filters, search and sorting of Beranda."""

from portfolios import bare, row, short

from zi_desktop.services.evaluations.standing import Standing
from zi_desktop.ui.home.choosing import Filter, Order, chosen, ordered
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.rows import YES
from zi_desktop.ui.home.strip_figures import strip_figures

RUNNING, REVIEW, SIGN = row(1), row(2, status="siap_ditinjau"), row(3, status="menunggu_ttd")
DONE, AWAY, FRESH = row(4, status="selesai"), row(5, unit={"archived": True}), bare(6)
ALL = (FRESH, DONE, AWAY, SIGN, REVIEW, RUNNING)


def names(rows):
    return [shown.id for shown in rows]


def test_what_needs_action_comes_first():
    assert names(ordered(ALL, Order())) == ["e-1", "e-2", "e-3", "e-4", "s-6", "e-5"]


def test_of_the_running_ones_the_one_opened_last_comes_first():
    running = [row(number) for number in (1, 2, 3)]
    assert names(ordered(running, Order(), opened=["e-3", "e-2"])) == ["e-3", "e-2", "e-1"]


def test_a_heading_sorts_then_turns_then_gives_the_first_order_back():
    order = Order().pressed(Column.SCORE)
    assert (order.column, order.descending) == (Column.SCORE, True)
    order = order.pressed(Column.SCORE)
    assert (order.column, order.descending) == (Column.SCORE, False)
    assert order.pressed(Column.SCORE) == Order()
    assert order.pressed(Column.SATKER) == Order(Column.SATKER)


def test_a_row_without_a_figure_stands_last_either_way():
    rows = [bare(1), row(2, total="70"), row(3, total="80")]
    assert names(ordered(rows, Order(Column.SCORE))) == ["e-3", "e-2", "s-1"]
    assert names(ordered(rows, Order(Column.SCORE, reverse=True))) == ["e-2", "e-3", "s-1"]


def test_every_column_sorts():
    for column in Column:
        assert len(ordered(ALL, Order(column))) == len(ALL)


def test_the_worst_standing_comes_after_the_better():
    rows = [
        row(1, standing=short("9", "total")),
        row(2, standing=short("2", "total")),
        row(3),
        row(4, standing=short("1", "total")),
    ]
    assert names(ordered(rows, Order(Column.STANDING))) == ["e-3", "e-4", "e-2", "e-1"]


def test_every_word_is_looked_for_wherever_it_stands():
    rows = [row(1, unit={"name": "Rutan Kelas I Misalan"}), row(2)]
    assert names(chosen(rows, Filter(search="misal RUTAN"))[0]) == ["e-1"]
    assert names(chosen(rows, Filter(search="c-2"))[0]) == ["e-2"]
    assert names(chosen(rows, Filter(search="kanwil tidak"))[0]) == []


def test_archived_rows_come_only_where_they_are_asked_for():
    found, counts = chosen(ALL, Filter())
    assert "e-5" not in names(found)
    assert (counts[""], counts["diarsipkan"]) == (5, 1)
    assert names(chosen(ALL, Filter(status="diarsipkan"))[0]) == ["e-5"]


def test_the_counts_follow_the_other_filters_but_not_the_status():
    rows = [row(1), row(2, activity="pembinaan"), row(3, activity="pembinaan", status="selesai")]
    found, counts = chosen(rows, Filter(status="selesai", activity="pembinaan"))
    assert names(found) == ["e-3"]
    assert (counts[""], counts["berjalan"], counts["selesai"]) == (2, 1, 1)


def test_each_field_filters():
    rows = [
        row(1, unit={"kind": "Rutan"}),
        row(2, unit={"predicate": "WBK", "predicate_year": 2023}),
        row(3, answered=9),
    ]
    assert names(chosen(rows, Filter(kind="rutan"))[0]) == ["e-1"]
    assert names(chosen(rows, Filter(predicate="WBK"))[0]) == ["e-2"]
    assert names(chosen(rows, Filter(standing=Standing.UNKNOWN))[0]) == ["e-3"]


def test_how_far_a_proposal_came_is_counted_and_filters():
    rows = [row(1, passed_internal=True), row(2, passed_internal=True, proposed=True), row(3), bare(4)]
    assert strip_figures(rows, 2026).funnel == {"passed": 2, "proposed": 1}
    assert names(chosen(rows, Filter(passed=YES))[0]) == ["e-1", "e-2"]
    assert names(chosen(rows, Filter(proposed=YES))[0]) == ["e-2"]


def test_the_strip_counts_a_satker_once_and_leaves_the_archive_out():
    held = {"predicate": "WBK", "predicate_year": 2023}
    rows = [row(1, unit=held), row(1, unit=held, id="e-1b", status="selesai"), AWAY, FRESH]
    figures = strip_figures(rows, 2026)
    assert (figures.satkers, figures.predicates) == (2, {"WBK": 1, "WBBM": 0})
    assert figures.statuses == {"berjalan": 1, "selesai": 1, "belum_mulai": 1}
    assert (figures.whole, figures.standings[Standing.MET]) == (3, 2)


def test_open_remarks_are_counted_and_those_past_their_day_filter():
    late, open_ = row(1, remarks_open=3, remarks_due=["2020-01-31", "2099-01-31"]), row(2, remarks_open=1)
    figures = strip_figures([late, open_, row(3), bare(4)], 2026)
    assert (figures.remarks, figures.overdue) == (4, 1)
    assert names(chosen([late, open_, row(3)], Filter(remarked=YES))[0]) == ["e-1", "e-2"]
    assert names(chosen([late, open_, row(3)], Filter(overdue=YES))[0]) == ["e-1"]
