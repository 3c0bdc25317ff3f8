"""Days and moments as the window writes them and as people type them."""

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from zi_desktop.domain.zones import zone_name

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_TYPED: Final = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,})[\s./-]+(\d{4})", re.IGNORECASE)


def whole_day(day: str) -> str:
    """Return a day (ISO) as ``5 Nov 2026``; "" stays empty."""
    if not day:
        return ""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def moment(at: dt.datetime, now: dt.datetime) -> str:
    """Return a moment: ``10.42`` today, ``5 Nov 10.42`` else, with the year where it is another one."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H.%M}"
    year = "" if local.year == now.year else f" {local.year}"
    return f"{local.day} {_MONTHS[local.month - 1]}{year} {local:%H.%M}"


def last_durable(walls: Iterable[str], now: dt.datetime) -> dt.datetime | None:
    """Return when the last of what was stated (ISO) was durable at the latest, None for nothing.

    What a colleague stated by a clock that runs ahead is here now, not tomorrow.
    """
    moments = [dt.datetime.fromisoformat(wall) for wall in walls if wall]  # a line that is only a digest has none
    return min(max(moments), now) if moments else None


def stated(at: str) -> str:
    """Return when something was stated (ISO) as ``5 Nov 10.42``, by the clock it was stated at; no time stays as it is."""
    try:
        when = dt.datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{_short_day(when)} {when:%H.%M}"


def stated_in_full(at: str, now: dt.datetime) -> str:
    """Return what ``stated`` does, with the year where it is not this one."""
    try:
        when = dt.datetime.fromisoformat(at)
    except ValueError:
        return at
    year = "" if when.year == now.year else f" {when.year}"
    return f"{_short_day(when)}{year} {when:%H.%M}"


def recorded(at: dt.datetime) -> str:
    """Return a moment as records have it, with its zone: ``5 Nov 2026 10.42 WIB``, elsewhere ``… UTC+8.30``."""
    return f"{_short_day(at)} {at.year} {at:%H.%M} {zone_name(at.utcoffset() or dt.timedelta(0))}"


def visit_days(first: str, last: str, today: dt.date) -> str:
    """Return the days of a visit (ISO, ``last`` may be empty): ``3–5 Nov``, ``28 Sep – 2 Okt``, ``5 Nov 2025``."""
    begin = dt.date.fromisoformat(first)
    end = dt.date.fromisoformat(last) if last else begin
    year = "" if end.year == today.year else f" {end.year}"
    if begin == end:
        return f"{_short_day(end)}{year}"
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{_short_day(end)}{year}"
    return f"{_short_day(begin)} – {_short_day(end)}{year}"


def read_day(typed: str) -> str | None:
    """Return what was typed (``5-11-2026``, ``5 Nov 2026``, ``2026-11-05``) as ISO; None where it is no day."""
    text = typed.strip()
    with suppress(ValueError):
        return dt.date.fromisoformat(text).isoformat()
    found = _TYPED.fullmatch(text)
    if found is None:
        return None
    with suppress(ValueError):
        return dt.date(int(found[3]), _month(found[2]), int(found[1])).isoformat()
    return None


def _short_day(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _month(typed: str) -> int:
    """Return the number of a month; 0, which is none, for a name that is none."""
    if typed.isdigit():
        return int(typed)
    # The long names begin with the short ones, but for Agustus, which is also written Agt and Ags.
    short = {"agt": "agu", "ags": "agu"}.get(typed[:3].casefold(), typed[:3].casefold())
    names = [name.casefold() for name in _MONTHS]
    return names.index(short) + 1 if short in names else 0
