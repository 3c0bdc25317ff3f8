"""Dates as lists show them: 3–5 Nov, with the year only where it is another one."""

import datetime as dt
from typing import Final

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


def visit_days(first: str, last: str, today: dt.date) -> str:
    """Return the days of a visit (ISO, ``last`` may be empty): ``3–5 Nov``, ``28 Sep – 2 Okt``, ``5 Nov 2025``."""
    begin = dt.date.fromisoformat(first)
    end = dt.date.fromisoformat(last) if last else begin
    year = "" if end.year == today.year else f" {end.year}"
    if begin == end:
        return f"{_day(end)}{year}"
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{_day(end)}{year}"
    return f"{_day(begin)} – {_day(end)}{year}"


def moment(at: str, now: dt.datetime) -> str:
    """Return a moment (ISO, with offset): ``10.42`` today, ``5 Nov 10.42`` else, with the year where it is another."""
    when = dt.datetime.fromisoformat(at).astimezone(now.tzinfo)
    time = f"{when:%H.%M}"
    if when.date() == now.date():
        return time
    year = "" if when.year == now.year else f" {when.year}"
    return f"{_day(when.date())}{year} {time}"


def _day(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"
