"""Finds commands by words: each word typed is the beginning of a word, part of one, another word for it, or letters in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_BEGINS: Final = 0
_INSIDE: Final = 1
_ALSO_CALLED: Final = 2
_SCATTERED: Final = 3


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done; ``keys`` is its chord for people, ``number`` its place among all commands.

    ``words`` are other words for it, by which it is found too.
    """

    number: int
    text: str
    keys: str = ""
    words: str = ""


def find(commands: Sequence[Command], typed: str) -> list[Command]:
    """Return the commands that hold every word typed, best first; all of them when nothing is typed."""
    words = typed.casefold().split()
    ranked = [(rank, command.number, command) for command in commands if (rank := _rank(command, words)) is not None]
    return [command for _, _, command in sorted(ranked, key=lambda entry: entry[:2])]


def _rank(command: Command, words: Sequence[str]) -> int | None:
    text, others = command.text.casefold(), command.words.casefold().split()
    ranks = [_rank_of_word(text, others, word) for word in words]
    if None in ranks:
        return None
    return sum(rank for rank in ranks if rank is not None)


def _rank_of_word(text: str, others: Sequence[str], word: str) -> int | None:
    if any(part.startswith(word) for part in text.split()):
        return _BEGINS
    if word in text:
        return _INSIDE
    if any(other.startswith(word) for other in others):
        return _ALSO_CALLED
    letters = iter(text)
    return _SCATTERED if all(letter in letters for letter in word) else None
