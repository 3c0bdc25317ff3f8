"""What a satker was called and held since when: its dated attributes, newest first."""

from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.fold import Folded

_ATTRIBUTES: Final = ("name", "code", "predicate")


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A name, code or predicate; ``since`` is ISO, of a predicate the year in which it was given."""

    attribute: str
    text: str
    since: str


def history_of(folded: Folded) -> tuple[DatedValue, ...]:
    """Return names, codes and predicates of a satker, each attribute newest first."""
    return tuple(
        DatedValue(attribute, cell.value, since)
        for attribute in _ATTRIBUTES
        for since, cell in sorted(folded.below(attribute).items(), reverse=True)
        if cell.heads and cell.value
    )
