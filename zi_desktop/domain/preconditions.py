"""Preconditions that an office asks for beside those of the worksheet, and the place of evidence for any of them."""

from collections.abc import Iterable, Mapping

from zi_desktop.domain import cells
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.instrument import Precondition
from zi_desktop.domain.precondition_terms import LEVELS, PLACE


def own_preconditions(office: Folded) -> tuple[Precondition, ...]:
    """Return the conditions that an office added and did not withdraw, by level, then by title."""
    below = office.below(cells.OWN_PRECONDITION)
    found = [Precondition(id_, c.value["title"], c.value["level"], {}) for id_, c in below.items() if c.value]
    order = list(LEVELS)
    return tuple(sorted(found, key=lambda item: (order.index(item.level), item.title.casefold(), item.id)))


def place_of(precondition: str) -> str:
    """Return the place of evidence for a precondition."""
    return f"{PLACE}{precondition}"


def places(preconditions: Iterable[Precondition]) -> Mapping[str, str]:
    """Return the titles of preconditions by the place of their evidence."""
    return {place_of(item.id): item.title for item in preconditions}
