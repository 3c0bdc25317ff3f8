"""What people judged: by column the answers that count, those in dispute, and those that have to be asked again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answer, answer_from_json
from zi_desktop.domain.errors import AnswerError
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.heads import Cell, Head
from zi_desktop.domain.instrument import Column, Instrument, Question


@dataclass(frozen=True, slots=True)
class Judged:
    """A column, by item in the order of the worksheet.

    Attributes:
        answers: what counts.
        disputed: the versions of an item that people judged differently without seeing each other; None = cleared.
        again: the items whose answers judged another item than the one of this edition.
    """

    answers: Mapping[str, Answer]
    disputed: Mapping[str, tuple[Answer | None, ...]]
    again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Versions:
    """The different judgements of a cell (None = cleared); ``stale``: one of them judged another item."""

    answers: tuple[Answer | None, ...]
    stale: bool


_NOTHING: Final = _Versions((), stale=False)


class Judgements:
    """Reads the columns of a fold, each when it is first asked for."""

    def __init__(self, folded: Folded, instrument: Instrument, earlier: "Judgements | None" = None) -> None:
        """Read a fold; cells that an ``earlier`` reading of the same edition knows are not read again."""
        self._folded = folded
        self._instrument = instrument
        self._read: dict[str, tuple[Cell, _Versions]] = dict(earlier._read) if earlier else {}  # noqa: SLF001 (its own class)
        self._columns: dict[Column, Judged] = {}

    def of(self, column: Column) -> Judged:
        """Return what was judged in a column."""
        if column not in self._columns:
            self._columns[column] = self._judged(column)
        return self._columns[column]

    def _judged(self, column: Column) -> Judged:
        answers: dict[str, Answer] = {}
        disputed: dict[str, tuple[Answer | None, ...]] = {}
        again: list[str] = []
        for code in self._instrument.questions:
            cell = self._folded.cells.get(cells.answer(column, code))
            found = self._versions(cell, code) if cell else _NOTHING
            if found.stale:
                again.append(code)
            if len(found.answers) > 1:
                disputed[code] = found.answers
            elif found.answers and found.answers[0] is not None:
                answers[code] = found.answers[0]
        return Judged(answers, disputed, tuple(again))

    def _versions(self, cell: Cell, code: str) -> _Versions:
        """Return the different judgements that stand in a cell."""
        read, versions = self._read.get(cell.name, (None, _NOTHING))
        if read is not cell:
            versions = _read_versions(cell, self._instrument.questions[code])
            self._read[cell.name] = cell, versions
        return versions


def _read_versions(cell: Cell, question: Question) -> _Versions:
    versions: list[Answer | None] = []
    stale = False
    for head in cell.heads:
        version = None
        if head.value["answer"] is not None:
            version = _answer_of(head, question)
            if version is None:
                stale = True
                continue
        if version not in versions:
            versions.append(version)
    return _Versions(tuple(versions), stale)


def _answer_of(head: Head, question: Question) -> Answer | None:
    """Return the answer of a head, or nothing where it judged another item or does not fit this one."""
    if head.value["item"] != question.digest:
        return None
    try:
        return answer_from_json(question, head.value["answer"])
    except AnswerError:
        return None
