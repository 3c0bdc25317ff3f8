"""Time zones as people read them: by name in Indonesia, by their offset elsewhere."""

from datetime import timedelta
from typing import Final

_NAMES: Final = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}


def zone_name(offset: timedelta) -> str:
    """Return the zone with an offset from UTC: ``WIB``, ``WITA``, ``WIT``, elsewhere ``UTC+0``, ``UTC−3.30``."""
    if offset in _NAMES:
        return _NAMES[offset]
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    sign = "−" if offset < timedelta(0) else "+"
    return f"UTC{sign}{hours}" + (f".{minutes:02d}" if minutes else "")
