"""Where the keys lead: to the next item in order, or to the next one that is wanted."""

from collections.abc import Collection, Sequence


def next_in_order(codes: Sequence[str], current: str, step: int) -> str:
    """Return the next item (``step`` 1) or the one before (-1); at either end the item stays."""
    place = codes.index(current) + step
    return codes[min(max(place, 0), len(codes) - 1)]


def next_of(codes: Sequence[str], wanted: Collection[str], current: str, step: int) -> str | None:
    """Return the nearest wanted item after (``step`` 1) or before (-1) the current one, round the end; None without any.

    The current item itself comes last: it is returned only when no other one is wanted.
    """
    place, count = codes.index(current), len(codes)
    order = (codes[(place + step * distance) % count] for distance in range(1, count + 1))
    return next((code for code in order if code in wanted), None)
