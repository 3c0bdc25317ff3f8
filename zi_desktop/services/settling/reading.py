"""Reads what is to be settled in an evaluation: the versions with note, files, author and effect on the total."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answer, answer_from_json
from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.edition_move import is_moved
from zi_desktop.domain.errors import AnswerError, NotFoundError
from zi_desktop.domain.evidence import Evidence
from zi_desktop.domain.heads import Cell, Head, numbered
from zi_desktop.domain.instrument import Column, Instrument, Question
from zi_desktop.domain.oversight import TITLES, Exceeded
from zi_desktop.domain.remark_terms import TEXTS
from zi_desktop.scoring.item_words import item_words
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.cell_titles import PRINTED, cell_title
from zi_desktop.services.provenance import Provenance
from zi_desktop.services.settling.matters import (
    BEYOND_PREFIX,
    Matter,
    MatterKind,
    Totals,
    Version,
    VersionFile,
)
from zi_desktop.services.settling.words import answer_words, computation_words, criterion_of, reason_of, value_words
from zi_desktop.storage.directory import Person

_OTHER_ITEM: Final = "Dinilai pada butir edisi lain"
_AUTHOR_ONLY: Final = "Hanya penulis catatan ini yang dapat menetapkannya lagi, di laptopnya sendiri."
_LEAD_ONLY: Final = "Hanya ketua tim yang menutup hal ini."
_REMARK_FIELDS: Final = {**TEXTS, "due": "Tenggat", "origin": "Asal", "item": "Butir", "withdrawn": "Penghapusan"}
_COLUMNS: Final = (Column.TPI, Column.MANDIRI, Column.TPN)
"""What blocks a signature comes first."""


def total_with(view: EvaluationView, column: Column, code: str, answer: Answer | None) -> Totals:
    """Return the lowest and highest total of a column if one item were answered so (None clears it)."""
    state = view.state
    answers = {known: each for known, each in state.answers(column).items() if known != code}
    disputed = {known: each for known, each in state.disputed(column).items() if known != code}
    card = view.calculator.score({**answers, code: answer} if answer else answers, disputed)
    return card.interval or (card.total, card.total)


class MatterReader:
    """Looks at one evaluation once.

    Args:
        view: the evaluation as it stands.
        origin: who stands behind its lines.
        people: the directory, by id.
        own: id of the person at this laptop, or "".
        editions: gives an edition by the digest of its structure.
    """

    def __init__(
        self,
        view: EvaluationView,
        origin: Provenance,
        people: Mapping[str, Person],
        own: str,
        editions: Callable[[str], Instrument],
    ) -> None:
        self._view, self._state, self._origin = view, view.state, origin
        self._people, self._own, self._editions = people, own, editions

    def answers(self) -> Iterator[Matter]:
        """Yield the items that people judged differently, in the order of the worksheet, the TPI's first."""
        for column in _COLUMNS:
            for code in self._state.disputed(column):
                yield self._answer_matter(column, code)

    def printed(self) -> Iterator[Matter]:
        """Yield what else two laptops say differently and would show on paper."""
        folded = self._state.folded
        for name in sorted(folded.cells):
            cell = folded.cell(name)
            if name.partition("/")[0] in PRINTED and cell.conflicted and not is_moved(folded, name):
                yield self._cell_matter(cell, MatterKind.PRINTED)

    def forks(self) -> Iterator[Matter]:
        """Yield the cells that wait for a person because a stream goes two ways, but for those listed already."""
        listed = {matter.id for matter in (*self.answers(), *self.printed())}
        waiting = {name for fork in self._state.folded.forks for name in fork.cells}
        for name in sorted(waiting - listed):
            cell = self._state.folded.cell(name)
            if cell.heads:
                yield self._cell_matter(cell, MatterKind.FORK)

    def beyond(self, listed: Collection[Exceeded]) -> Iterator[Matter]:
        """Yield what the lead has to close, one matter an act."""
        kinds: dict[str, list[str]] = {}
        for item in listed:
            kinds.setdefault(item.act, []).append(TITLES[item.kind])
        acts = {item.act: item for item in listed}
        for act, item in acts.items():
            closed = "" if self._own in self._state.plan.leads else _LEAD_ONLY
            yield replace(
                self._answer_matter(Column.TPI, item.code, MatterKind.BEYOND),
                id=f"{BEYOND_PREFIX}{act}", place=" · ".join([item.code, *kinds[act]]), closed=closed, act=act,
                versions=tuple(self._acts(item)), before=False,
            )  # fmt: skip

    def _acts(self, item: Exceeded) -> Iterable[Version]:
        """Return what was done, and what stood before it where that was somebody else's."""
        name, question = cells.answer(Column.TPI, item.code), self._state.instrument.questions[item.code]
        heads = [head for head in self._state.folded.cell(name).heads if head.hash == item.act]
        pairs = [pair for pair in self._state.folded.replaced(name) if pair[0].hash == item.act]
        heads = heads or [later for later, _ in pairs[:1]]
        # What was done, then what it took the place of, each once.
        seen = {head.hash: head for head in (*heads, *(earlier for _, earlier in pairs))}
        return [
            replace(self._answer_version(Column.TPI, question, number, head, ()), takeable=False)
            for number, head in enumerate(seen.values(), start=1)
        ]

    def _answer_matter(self, column: Column, code: str, kind: MatterKind = MatterKind.ANSWER) -> Matter:
        question, cell = self._state.instrument.questions[code], self._state.answer_cell(column, code)
        authors = [head.author for head in cell.heads]
        versions = tuple(
            self._answer_version(column, question, number, head, authors)
            for number, head in numbered(cell.heads, self._own)
        )
        place = f"{code} · baris {question.row}"
        return Matter(
            cell.name, kind, code, question.text.removesuffix("."), versions, cell.displayed, column,
            place if column is Column.TPI else f"{place} · {column.value.upper()}", question.share,
            before=any(head.kind == "settle" for head in cell.heads),
        )  # fmt: skip

    def _answer_version(
        self, column: Column, question: Question, number: int, head: Head, authors: Collection[str]
    ) -> Version:
        version = self._version(number, head)
        answer, fits = _read(question, head)
        note = "\n".join(
            each.value["text"]
            for each in self._state.notes(column, question.code)
            if each.register == ("" if head.transcribed else head.author)
        )
        version = replace(version, reason=str(head.value.get("reason", "")), note=note)
        version = replace(version, files=self._files(question.code, head.author, authors))
        if not fits:
            return replace(version, words=_OTHER_ITEM, takeable=False)
        instrument = self._state.instrument
        return replace(
            version,
            words=answer_words(question, answer),
            computation=computation_words(instrument, question, answer),
            explanation=item_words(instrument, question, answer),
            criterion=criterion_of(question, answer),
            answer=answer,
            total=total_with(self._view, column, question.code, answer),
        )

    def _files(self, code: str, author: str, authors: Collection[str]) -> tuple[VersionFile, ...]:
        """Return the evidence of an item as one version shows it: what others added alone stands beside theirs."""
        others = set(authors) - {author}
        alone = author not in others and sum(each == author for each in authors) == 1
        found = []
        for link in Evidence(self._state.folded).at(code):
            adders = {head.author for head in self._state.folded.cell(cells.evidence(code, link.file.sha256)).heads}
            if len(adders) == 1 and adders <= others:
                continue
            found.append(VersionFile(link.file.name, only=alone and adders == {author} and bool(others)))
        return tuple(sorted(found, key=lambda file: file.only))

    def _cell_matter(self, cell: Cell, kind: MatterKind) -> Matter:
        names = {person.id: person.name for person in self._people.values()}
        versions = tuple(
            replace(
                self._version(number, head),
                words=value_words(cell.name, head.value, names, self._edition),
                reason=reason_of(cell.name, head.value),
                takeable=class_of(cell.name) is not CellClass.TEXT or head.author == self._own,
            )
            for number, head in numbered(cell.heads, self._own)
        )
        code = next((part for part in cell.name.split("/") if part in self._state.instrument.questions), "")
        closed = "" if any(version.takeable for version in versions) else _AUTHOR_ONLY
        title = cell_title(self._view, cell.name)
        place = self._part(cell.name)
        return Matter(cell.name, kind, code, title, versions, cell.displayed, place=place, closed=closed)

    def _part(self, cell: str) -> str:
        """Return which part of what its title names a cell is: the file, the field of a remark, the survey's detail."""
        family, *path = cell.split("/")
        if family == "evidence":
            files = [head.value["name"] for head in self._state.folded.cell("/".join((family, *path[:2]))).heads]
            return str(files[0]) if files else ""
        if family == "detail" and path[1] in self._state.instrument.questions:
            details = self._state.instrument.questions[path[1]].details
            return next((detail.title for detail in details if detail.key == path[-1]), "")
        return _REMARK_FIELDS.get(path[-1], "") if family == "remark" else ""

    def _version(self, number: int, head: Head) -> Version:
        known = self._people.get(head.author)
        return Version(
            number, head.hash, "", head.author, known.name if known and known.name else head.author[:8],
            head.author == self._own and not head.transcribed, self._origin.proven(head.hash, head.author), head.transcribed, head.wall,
        )  # fmt: skip

    def _edition(self, structure: str) -> str:
        try:
            return self._editions(structure).edition
        except NotFoundError:
            return structure[:8]


def _read(question: Question, head: Head) -> tuple[Answer | None, bool]:
    """Return the answer of a head, and whether it judged this very item."""
    value = head.value["answer"]
    if value is None:
        return None, True
    if head.value["item"] != question.digest:
        return None, False
    try:
        return answer_from_json(question, value), True
    except AnswerError:
        return None, False
