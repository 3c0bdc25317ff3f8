"""Joining: two satker, or two entries of one person, turn out to be one; nothing is rewritten, and it can be taken back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain import satker as satkers
from zi_desktop.domain.aliases import KIND, PERSON, SATKER, Aliases, cell_of
from zi_desktop.domain.border import clean_text
from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import fold
from zi_desktop.domain.satker import Satker, satker_on
from zi_desktop.services.joined import Joined, twins_of
from zi_desktop.services.settings import OFFICE, Settings
from zi_desktop.services.summarising import LAST_DAY
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import events
from zi_desktop.storage.recorder import Statement

ABOUT: Final[Mapping[str, str]] = {SATKER: "satker", PERSON: "orang"}


@dataclass(frozen=True, slots=True)
class JoinedEvaluation:
    """An evaluation of the other satker: it comes along, or folds as one with that of the kept one (``twin``).

    ``conflicts`` counts the judgements in which both differ; they wait for a person as any other; ``sealed`` tells that
    both are signed, which has to be settled too.
    """

    id: str
    year: int
    activity: str
    round: int
    twin: str
    conflicts: int
    sealed: bool


@dataclass(frozen=True, slots=True)
class JoinPreview:
    """What joining would do: ``kept`` gives name and code, ``other`` is found under it from then on."""

    kept: Satker
    other: Satker
    evaluations: tuple[JoinedEvaluation, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """That an id is another's: ``about`` is SATKER or PERSON, ``id`` the one that is found under ``same``."""

    about: str
    id: str
    same: str
    reason: str
    author: str
    wall: str


class Joining:
    """States which ids are one, and takes it back."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def all(self) -> tuple[Alias, ...]:
        """Return what stands, by id."""
        below = self._workspace.folded(OFFICE.id).below(KIND)
        return tuple(
            Alias(about, id_, head.value["same"], head.value["reason"], head.author, head.wall)
            for (about, _, id_), cell in ((name.partition("/"), cell) for name, cell in below.items())
            for head in cell.heads
        )

    def of(self, satker: str) -> tuple[tuple[Alias, Satker], ...]:
        """Return the satker that are found under this one, each as it is by its own lines."""
        found = [each for each in self.all() if each.about == SATKER]
        members = self._workspace.joined().members(satker)
        with self._workspace.database.reading() as connection:
            return tuple(
                (each, satker_on(each.id, fold(events.load(connection, [each.id])), LAST_DAY))
                for each in found
                if each.id in members
            )

    def preview(self, kept: str, other: str) -> JoinPreview:
        """Tell what joining two satker (ids) would do; nothing is changed.

        Raises:
            InvalidInputError: they are one already, or one of them is unknown.
        """
        now = self._workspace.joined()
        with self._workspace.database.reading() as connection:
            self._check(SATKER, kept, other, {each.id for each in events.subjects(connection)})
            ids = (*now.members(kept), *now.members(other))
            beginnings = events.beginnings(connection, ids)
            aliases = Aliases({**now.aliases.groups, **dict.fromkeys(ids, ids)})
            then = Joined(aliases, twins_of(aliases, beginnings))
            theirs = {
                now.standing(line.subject.id) for line in beginnings if line.value["satker"] in now.members(other)
            }
            found = []
            for id_ in sorted(theirs):
                folded = then.folded(connection, id_)
                identity = folded.cell("identity").value
                twin = next((each for each in then.members(id_) if each not in now.members(id_)), "")
                found.append(
                    JoinedEvaluation(
                        id_, identity["year"], identity["activity"], identity["round"], twin,
                        sum(cell.conflicted and class_of(name) is CellClass.JUDGEMENT for name, cell in folded.cells.items()),
                        any(cell.conflicted for cell in folded.below("seal").values()),
                    )
                )  # fmt: skip
        found.sort(key=lambda each: (each.year, each.activity, each.round))
        return JoinPreview(self._satker(kept), self._satker(other), tuple(found))

    def join(self, about: str, kept: str, other: str, reason: str, author: str = "") -> None:
        """State that two ids are one; of a satker the kept one gives code, name and parent.

        Raises:
            InvalidInputError: no reason, or they are one already, or unknown.
        """
        why = clean_text(reason).strip()
        if not why:
            raise InvalidInputError("Penyatuan memerlukan alasan. Tidak ada yang berubah.")
        self._check(about, kept, other, self._known(about))
        now = self._workspace.joined()
        kept, other = now.standing(kept), now.standing(other)
        values = self._attributes(kept) if about == SATKER else {}
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(OFFICE, [Statement(KIND, cell_of(about, other), {"same": kept, "reason": why})])
        folded = self._workspace.folded(kept)
        disputed = {name: value for name, value in values.items() if folded.cell(name).conflicted}
        if disputed:
            with self._workspace.writing(self._settings.author(author)) as transaction:
                transaction.put(Subject("satker", kept), disputed)

    def part(self, about: str, id_: str, author: str = "") -> None:
        """Take back that an id is another's: what was written under each stands under each again.

        Raises:
            InvalidInputError: nobody said so.
        """
        name = cell_of(about, id_)
        heads = self._workspace.folded(OFFICE.id).cell(name).heads
        if not heads:
            raise InvalidInputError("Keduanya tidak disatukan. Tidak ada yang berubah; lihat daftarnya.")
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(OFFICE, [Statement("retract", name, {"retracts": [head.hash for head in heads]})])

    def _satker(self, id_: str) -> Satker:
        return satker_on(id_, self._workspace.folded(id_), LAST_DAY)

    def _attributes(self, satker: str) -> dict[str, object]:
        folded = self._workspace.folded(satker)
        return {
            cell.name: cell.value
            for family in satkers.ATTRIBUTES
            for cell in folded.below(family).values()
            if cell.heads
        } | {cell.name: cell.value for cell in folded.below("predicate").values() if cell.heads}

    def _known(self, about: str) -> Collection[str]:
        if about == PERSON:
            return set(self._settings.people())
        with self._workspace.database.reading() as connection:
            return {each.id for each in events.subjects(connection) if each.kind == "satker"}

    def _check(self, about: str, kept: str, other: str, known: Collection[str]) -> None:
        if not {kept, other} <= {*known}:
            raise InvalidInputError(f"Salah satu {ABOUT[about]} tidak dikenal. Tidak ada yang berubah.")
        aliases = self._workspace.joined().aliases
        if aliases.standing(kept) == aliases.standing(other):
            raise InvalidInputError(f"Keduanya sudah {ABOUT[about]} yang sama. Tidak ada yang berubah.")
