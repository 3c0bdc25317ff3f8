"""Last year beside an item, and the trend over the years: read, never filled in."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from builders import CHOICE, begin, give, open_services
from master_lists import branch, drop, encoded, master_list, new_soal, soal

from zi_desktop.domain.answers import Chosen
from zi_desktop.services.evaluations.last_year import MOST
from zi_desktop.services.evaluations.trend_words import trend_words
from zi_desktop.services.remarks.keeping import RemarkEntry

REAL = Path(__file__).parents[4] / "shared" / "lke" / "portalrb-master-2026.json"


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


SHARED = (
    "Edisi LKE berbeda: capaian area hanya atas 112 butir yang sama di semua kolom, dengan bobot 2027. "
    "Nilai total menurut edisi masing-masing."
)
ANSWERS = {
    2026: {"A.I.1.i.a": "Ya", "A.I.1.i.b": "B", "A.I.1.ii.a": "Tidak", "A.I.1.ii.b": "A", "A.I.1.ii.c": "A", "A.I.1.iii.a": "A"},
    2027: {"A.I.1.i.a": "Ya", "A.I.1.i.b": "A", "A.I.1.ii.a": "Ya", "A.I.1.ii.b": "C", "A.I.1.iii.a": "B"},
}  # fmt: skip


@pytest.fixture
def two_editions(fresh, tmp_path):
    """A year judged by the shipped edition, and the next by one with an item reworded, one less, one more, other weights."""
    master = master_list(2027)
    soal(master, 1)["teks_pertanyaan"] = "Tim kerja telah dibentuk dengan surat keputusan."
    drop(master, 5)
    branch(master, 6)["soals"].append(new_soal(master, 900, 1, teks_pertanyaan="Pemantauan terjadwal."))
    branch(master, 4)["bobot_maksimal"], branch(master, 5)["bobot_maksimal"] = 0.75, 0.75
    (tmp_path / "daftar.json").write_bytes(encoded(master))
    fresh.edition_taking.take(fresh.edition_taking.read(tmp_path / "daftar.json"))
    ids = {2026: begin(fresh, tmp_path, year=2026), 2027: fresh.evaluations.create("C-1", 2027)}
    for year, answers in ANSWERS.items():
        for code, answer in answers.items():
            give(fresh, ids[year], code, answer)
    return ids


def test_across_editions_only_what_both_ask_alike_is_compared_with_the_weights_of_the_newest(fresh, two_editions):
    """By hand: i and ii weigh 0.75 with two items each, so 0.375 an item; iii weighs 1 with four, so 0.25.

    Of the area's weight of 8 the new item's 0.25 is left out, and nothing of the dropped one was in it: 7.75.
    """
    give(fresh, two_editions[2027], "A.I.1.iii.d-2027", "Ya")
    then, now = fresh.last_year.trend(fresh.satkers.find("C-1").id)
    assert (then.compared, now.compared) == (112, 112)
    assert (then.left_out, now.left_out) == (("A.I.1.ii.c",), ("A.I.1.iii.d-2027",))
    assert then.areas["1"] == (Fraction(3, 8) * (1 + Fraction(1, 2) + 0 + 1) + Fraction(1, 4)) / Fraction(31, 4)
    assert now.areas["1"] == (Fraction(3, 8) * (1 + 1 + 1 + 0) + Fraction(67, 400)) / Fraction(31, 4)
    cards = {year: fresh.evaluations.open(id_).card() for year, id_ in two_editions.items()}
    assert (then.total, now.total) == (cards[2026].total, cards[2027].total)
    assert now.areas["1"] != cards[2027].areas["1"].fraction
    assert trend_words([then, now]) == [
        "2026: 6 dari 113 butir terisi.",
        "2027: 6 dari 113 butir terisi.",
        SHARED,
        "Tidak dibandingkan dari 2026: A.I.1.ii.c.",
        "Tidak dibandingkan dari 2027: A.I.1.iii.d-2027.",
    ]


@pytest.mark.usefixtures("two_editions")
def test_a_third_year_of_an_earlier_edition_is_compared_over_the_same_items(fresh):
    give(fresh, fresh.evaluations.create("C-1", 2025), "A.I.1.ii.c", "A")
    points = fresh.last_year.trend(fresh.satkers.find("C-1").id)
    assert points[0].areas["1"] == 0
    assert [point.compared for point in points] == [112] * 3
    assert trend_words(points)[-2] == "Tidak dibandingkan dari 2025, 2026: A.I.1.ii.c."


@pytest.mark.usefixtures("two_editions")
def test_of_many_items_that_are_not_compared_some_are_named(fresh):
    then, now = fresh.last_year.trend(fresh.satkers.find("C-1").id)
    many = replace(now, left_out=tuple(f"B.{n}" for n in range(8)))
    assert (
        trend_words([then, many])[-1] == "Tidak dibandingkan dari 2027: B.0, B.1, B.2, B.3, B.4, B.5, dan 2 butir lain."
    )


def test_beside_an_item_of_a_new_edition_stands_what_the_old_one_asked_alike(fresh, two_editions):
    beside = fresh.last_year.beside(two_editions[2027], "A.I.1.i.b")
    assert (beside.same, beside.answer) == (True, Chosen("B"))
    assert fresh.last_year.beside(two_editions[2027], "A.I.1.iii.d-2027") is None


def test_of_many_evaluations_the_newest_are_shown(fresh, tmp_path):
    begin(fresh, tmp_path, year=2021)
    for year in range(2021, 2023 + MOST):
        give(fresh, fresh.evaluations.create("C-1", year), CHOICE, "Ya")
    points = fresh.last_year.trend(fresh.satkers.find("C-1").id)
    assert [point.year for point in points] == list(range(2023, 2023 + MOST))


@pytest.mark.skipif(not REAL.is_file(), reason="needs the ministry's master list beside the checkout")
def test_the_real_master_list_altered_gives_a_trend_over_the_items_that_stayed(fresh, tmp_path):
    begin(fresh, tmp_path, year=2026)
    master = {**json.loads(REAL.read_bytes()), "tahun": 2027}
    drop(master, 5)
    soal(master, 2)["teks_pertanyaan"] = "Lain."
    (tmp_path / "daftar.json").write_bytes(encoded(master))
    fresh.edition_taking.take(fresh.edition_taking.read(tmp_path / "daftar.json"))
    ids = [fresh.satkers.find("C-1").id, fresh.evaluations.create("C-1", 2026), fresh.evaluations.create("C-1", 2027)]
    for id_ in ids[1:]:
        give(fresh, id_, CHOICE, "Ya")
    then, now = fresh.last_year.trend(ids[0])
    assert (then.left_out, now.left_out, now.questions) == (("A.I.1.ii.c",), (), 112)


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
