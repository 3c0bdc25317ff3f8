"""What a satker was called and held since when: its dated attributes, newest first."""

from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.fold import Folded

_ATTRIBUTES: Final = ("name", "code", "parent", "predicate")
_PARENT: Final = ("kanwil", "eselon1", "agency")
"""From the nearest to the highest."""


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A name, code, parent or predicate; ``since`` is ISO, of a predicate the year in which it was given."""

    attribute: str
    text: str
    since: str


def history_of(folded: Folded) -> tuple[DatedValue, ...]:
    """Return names, codes, parents and predicates of a satker, each attribute newest first."""
    return tuple(
        DatedValue(attribute, text, since)
        for attribute in _ATTRIBUTES
        for since, cell in sorted(folded.below(attribute).items(), reverse=True)
        if cell.heads and (text := _text(cell.value))
    )


def _text(value: Json) -> str:
    """Return a value in words; of a parent what is known of it."""
    if isinstance(value, dict):
        return " · ".join(value[name] for name in _PARENT if value[name])
    return value or ""
