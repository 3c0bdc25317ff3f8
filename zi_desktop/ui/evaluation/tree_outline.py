"""The worksheet as rows: every branch and item in the order of the sheet, numbered from 0."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from zi_desktop.domain.instrument import Instrument, Node, Question

NO_PARENT: Final = -1


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the tree.

    Attributes:
        number: place in the order of the sheet, parents before their children.
        item: the branch or question.
        parent: number of the row above, or ``NO_PARENT``.
        position: place among the children of its parent, from 0.
        children: numbers of the rows right below.
    """

    number: int
    item: Node | Question
    parent: int
    position: int
    children: tuple[int, ...]

    @property
    def code(self) -> str:
        """Return the code of the branch or question."""
        return self.item.code

    @property
    def is_question(self) -> bool:
        """Tell whether the row can be answered."""
        return isinstance(self.item, Question)


@dataclass(frozen=True)
class Outline:
    """All rows of one edition."""

    instrument: Instrument
    places: tuple[Place, ...]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Return the number of each code."""
        return {place.code: place.number for place in self.places}

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """Return the rows that have no parent."""
        return tuple(place.number for place in self.places if place.parent == NO_PARENT)

    def words(self, number: int) -> str:
        """Return what a search looks through: code and text of a row and the title right above it, case folded."""
        return self._words[number]

    def codes(self, number: int) -> tuple[str, ...]:
        """Return the codes of the items in a branch."""
        return self._codes[number]

    def below(self, number: int) -> tuple[int, ...]:
        """Return the children of a row; of ``NO_PARENT`` the roots."""
        return self.roots if number == NO_PARENT else self.places[number].children

    @cached_property
    def _codes(self) -> tuple[tuple[str, ...], ...]:
        items = (place.item for place in self.places)
        return tuple(
            tuple(question.code for question in item.questions()) if isinstance(item, Node) else (item.code,)
            for item in items
        )

    @cached_property
    def _words(self) -> tuple[str, ...]:
        own = [title_of(place.item) for place in self.places]
        above = ["" if place.parent == NO_PARENT else own[place.parent] for place in self.places]
        return tuple(f"{place.code} {own[place.number]} {above[place.number]}".casefold() for place in self.places)

    def line(self, number: int) -> Iterator[int]:
        """Yield a row and the rows above it, nearest first."""
        while number != NO_PARENT:
            yield number
            number = self.places[number].parent


def outline_of(instrument: Instrument) -> Outline:
    """Return the rows of an edition."""
    places: list[Place] = []

    def add(item: Node | Question, parent: int, position: int) -> int:
        number = len(places)
        places.append(Place(number, item, parent, position, ()))
        if isinstance(item, Node):
            children = tuple(add(child, number, place) for place, child in enumerate(item.children))
            places[number] = Place(number, item, parent, position, children)
        return number

    for place, section in enumerate(instrument.sections):
        add(section, NO_PARENT, place)
    return Outline(instrument, tuple(places))


def title_of(item: Node | Question) -> str:
    """Return label and title as the window writes them, without a final full stop."""
    label = item.label.strip("-. ")
    title = (item.text if isinstance(item, Question) else item.title).removesuffix(".")
    return f"{label}. {title}" if label else title
