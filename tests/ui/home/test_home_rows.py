"""What stands in each cell of Beranda."""

import pytest
from portfolios import TODAY, bare, evaluation, row, satker, short

from zi_desktop.services.evaluations.standing import Standing
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.rows import rows_of


def text(shown, column):
    return shown.cells[column].text


def test_a_satker_without_evaluation_is_a_row_that_has_not_begun():
    shown = bare()
    assert [cell.text for cell in shown.cells] == [
        "Lapas Contoh 001", "–", "WBK", "–", "Belum mulai", "–", "–", "–", "–", "–", "–",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("held", "target"),
    [((None, None, "WBK"), "WBK"), (("WBK", 2023, "WBBM"), "WBBM"), (("WBBM", 2024, "WBBM"), "Pemantauan")],
)
def test_the_target_follows_the_predicate(held, target):
    predicate, year, next_target = held
    assert text(bare(predicate=predicate, predicate_year=year, target=next_target), Column.TARGET) == target


def test_pemantauan_is_its_own_target():
    assert text(row(activity="pemantauan", target="WBBM"), Column.TARGET) == "Pemantauan"


def test_a_later_round_says_so():
    assert text(row(round=2), Column.ACTIVITY) == "Evaluasi TPI · 2"


@pytest.mark.parametrize(
    ("changed", "standing", "words"),
    [
        ({}, Standing.MET, "Memenuhi"),
        ({"standing": short("4.38", "total", "ipak")}, Standing.NEAR, "Kurang 4,38"),
        ({"total": "74.9996", "standing": short("0.0004", "total")}, Standing.NEAR, "Kurang 0,0004"),
        ({"total": "74.875", "standing": short("0.125", "total")}, Standing.NEAR, "Kurang 0,12"),
        ({"standing": short("5", "total")}, Standing.NEAR, "Kurang 5,00"),
        ({"standing": short("5.01", "total", "pengungkit")}, Standing.FAR, "2 syarat gagal"),
        ({"standing": short("0", "area_1", "area_4")}, Standing.NEAR, "2 area < 60%"),
        ({"standing": short("0", "area_1"), "area_minimum": "0.75", "target": "WBBM"}, Standing.NEAR, "1 area < 75%"),
        ({"standing": short("0", "area_1", "ipak")}, Standing.NEAR, "2 syarat gagal"),
        ({"answered": 79}, Standing.UNKNOWN, "Belum cukup data"),
        ({"answered": 0, "status": "belum_mulai"}, Standing.NONE, "–"),
    ],
)
def test_how_a_score_stands_against_the_thresholds(changed, standing, words):
    shown = row(**changed)
    assert (shown.standing, text(shown, Column.STANDING)) == (standing, words)


def test_seventy_percent_is_enough_to_judge():
    assert row(answered=80).standing is Standing.MET  # 79.1 would be 70 %


def test_a_score_just_below_its_threshold_never_reads_as_if_it_had_reached_it():
    shown = row(total="74.996", standing=short("0.004", "total"))
    assert (text(shown, Column.SCORE), text(shown, Column.STANDING)) == ("74,996", "Kurang 0,004")


def test_what_is_not_wholly_filled_never_reads_one_hundred_percent():
    assert text(row(questions=1000, answered=999), Column.FILLED) == "99%"


@pytest.mark.parametrize(("difference", "words"), [("-9.41", "−9,41"), ("1", "+1,00"), ("0", "0,00"), (None, "–")])
def test_the_difference_to_the_units_own_score(difference, words):
    assert text(row(difference=difference, compared=113), Column.DIFFERENCE) == words


def test_a_difference_over_some_items_says_over_how_many():
    shown = row(difference="0.4", compared=17, answered=17)
    assert text(shown, Column.DIFFERENCE) == "+0,40 · 17"
    assert "17 dari 113 butir" in shown.compared_words
    assert row(difference="0.4", compared=113).compared_words.endswith("semua butir.")
    assert row().compared_words == ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-11-03", "2026-11-05", "3–5 Nov"),
        ("2026-11-03", "", "3 Nov"),
        ("2026-09-28", "2026-10-02", "28 Sep – 2 Okt"),
        ("2025-11-03", "2025-11-03", "3 Nov 2025"),
        ("", "", "–"),
    ],
)
def test_the_days_of_a_visit(first, last, words):
    assert text(row(first_day=first, last_day=last), Column.VISIT) == words


def test_an_archived_satker_takes_its_evaluations_with_it():
    assert row(unit={"archived": True}).status == "diarsipkan"


def test_only_evaluations_of_the_year_count_and_each_is_a_row():
    evaluations = [evaluation(1), evaluation(1, id="e-1b", round=2), evaluation(2, year=2025)]
    rows = rows_of([satker(1), satker(2)], evaluations, 2026, TODAY)
    assert [shown.id for shown in rows] == ["e-1", "e-1b", "s-2"]


def test_a_screen_reader_hears_the_whole_row():
    assert row().spoken.startswith(
        "Lapas Contoh 001, Predikat –, Target WBK, Kegiatan Evaluasi TPI, Status evaluasi Berjalan"
    )


@pytest.mark.parametrize(
    ("count", "due", "words", "icon"),
    [
        (0, [], "–", ""),
        (3, ["2026-11-05", "2026-12-01"], "3", ""),
        (2, ["2026-11-04"], "2", "flag"),
    ],
)
def test_open_remarks_are_counted_and_flagged_once_one_is_late(count, due, words, icon):
    shown = row(remarks_open=count, remarks_due=due).cells[Column.REMARKS]
    assert (shown.text, shown.icon) == (words, icon)
