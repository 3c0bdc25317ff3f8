"""Days and moments as people type and read them."""

import datetime as dt

import pytest

from zi_desktop.ui import dates

NOW = dt.datetime.fromisoformat("2026-11-06T10:15:00+07:00")


@pytest.mark.parametrize(
    "typed", ["5-11-2026", "05/11/2026", "5.11.2026", "5 Nov 2026", "5 november 2026", "2026-11-05", " 5-Nov-2026 "]
)
def test_a_day_is_read_in_every_usual_spelling(typed):
    assert dates.read_day(typed) == "2026-11-05"


@pytest.mark.parametrize("typed", ["", "31-2-2026", "5 Foo 2026", "5-13-2026", "besok", "5-11-26"])
def test_what_is_no_day_is_none(typed):
    assert dates.read_day(typed) is None


@pytest.mark.parametrize("typed", ["1 Agu 2026", "1 Agustus 2026", "1 Agt 2026", "1 Ags 2026"])
def test_august_is_known_by_all_its_names(typed):
    assert dates.read_day(typed) == "2026-08-01"


@pytest.mark.parametrize(
    ("walls", "last"),
    [
        (["", ""], None),
        (["", "2026-11-06T09:00:00+07:00", "2026-11-06T10:30:00+09:00"], "2026-11-06T09:00:00+07:00"),
        (["2026-11-06T09:00:00+07:00", "2026-11-07T08:00:00+07:00"], "2026-11-06T10:15:00+07:00"),
    ],
    ids=["nothing known", "two zones", "a clock that runs ahead"],
)
def test_the_last_moment_is_compared_across_zones_and_never_lies_ahead(walls, last):
    assert dates.last_durable(walls, NOW) == (last and dt.datetime.fromisoformat(last))


def test_days_and_moments_are_written_shortly():
    assert dates.whole_day("2026-11-05") == "5 Nov 2026"
    assert dates.whole_day("") == ""
    assert dates.moment(NOW, NOW) == "10.15"
    assert dates.moment(NOW - dt.timedelta(days=1), NOW) == "5 Nov 10.15"
    assert dates.moment(NOW - dt.timedelta(days=400), NOW) == "2 Okt 2025 10.15"


def test_what_was_stated_keeps_the_clock_of_who_stated_it():
    assert dates.stated("2026-11-05T10:42:00+09:00") == "5 Nov 10.42"
    assert dates.stated("?") == "?"


@pytest.mark.parametrize(
    ("offset", "zone"),
    [
        ("+07:00", "WIB"), ("+08:00", "WITA"), ("+09:00", "WIT"), ("+00:00", "UTC+0"), ("+08:30", "UTC+8.30"),
        ("-07:00", "UTC−7"), ("-03:30", "UTC−3.30"),
    ],
)  # fmt: skip
def test_records_carry_their_zone(offset, zone):
    assert dates.recorded(dt.datetime.fromisoformat(f"2026-11-05T10:42:00{offset}")) == f"5 Nov 2026 10.42 {zone}"
