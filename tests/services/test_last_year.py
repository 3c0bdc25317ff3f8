"""Last year beside an item, and the trend over the years: read, never filled in."""

from fractions import Fraction

import pytest
from builders import CHOICE, begin, give, open_services

from zi_desktop.domain.answers import Chosen
from zi_desktop.services.remarks import RemarkEntry


@pytest.fixture
def years(fresh, tmp_path):
    """Evaluations of one satker by year, the first two judged."""
    ids = {2025: begin(fresh, tmp_path, year=2025)}
    ids |= {year: fresh.evaluations.create("C-1", year) for year in (2026, 2027)}
    for year, answer, note in ((2025, "Tidak", "SK belum ada"), (2026, "Ya", "SK ada")):
        give(fresh, ids[year], CHOICE, answer)
        fresh.answering.note(ids[year], CHOICE, note)
    return ids


def test_the_item_of_last_year_stands_beside_and_fills_nothing(fresh, years):
    fresh.remarks.add(years[2026], RemarkEntry("x", "y", item=CHOICE))
    beside = fresh.last_year.beside(years[2027], CHOICE)
    assert (beside.evaluation, beside.year, beside.answer, beside.score, beside.same) == (
        years[2026], 2026, Chosen("Ya"), 1, True,
    )  # fmt: skip
    assert [head.value["text"] for head in beside.notes] == ["SK ada"]
    assert [remark.texts["recommendation"] for remark in beside.remarks] == ["y"]
    assert beside.author == fresh.settings.author()
    assert fresh.evaluations.open(years[2027]).state.status == "belum_mulai"


def test_what_was_not_judged_then_is_empty(fresh, years):
    other = "A.I.1.i.b"
    beside = fresh.last_year.beside(years[2027], other)
    assert (beside.answer, beside.score, beside.author, beside.notes) == (None, None, "", ())


def test_a_year_in_which_nothing_was_judged_is_passed_over(fresh, years):
    later = fresh.evaluations.create("C-1", 2028)
    assert fresh.last_year.previous(later).id == years[2026]


def test_the_first_evaluation_has_nothing_beside_it(fresh, years):
    assert fresh.last_year.beside(years[2025], CHOICE) is None


def test_an_evaluation_counts_more_than_coaching_of_the_same_year(fresh, years):
    coaching = fresh.evaluations.create("C-1", 2026, activity="pembinaan", round_=2)
    give(fresh, coaching, CHOICE, "Tidak")
    assert fresh.last_year.previous(years[2027]).id == years[2026]


@pytest.mark.usefixtures("years")
def test_the_trend_goes_from_the_oldest_to_the_newest(fresh):
    satker = fresh.satkers.find("C-1").id
    points = fresh.last_year.trend(satker)
    assert [(point.year, point.answered, point.compared) for point in points] == [(2025, 1, 113), (2026, 1, 113)]
    assert points[0].areas["1"] == 0 < points[1].areas["1"] < Fraction(1, 10)
    assert fresh.last_year.trend("nobody") == ()


def test_a_signed_year_is_shown_as_it_was_signed(signed):
    folder, id_, _ = signed
    with open_services(folder) as services:
        row = services.evaluations.summary(id_)
        later = services.evaluations.create(row["satker"], row["year"] + 1)
        assert services.last_year.previous(later).card().answered == 113
        assert services.last_year.trend(row["satker"])[0].total > 80
