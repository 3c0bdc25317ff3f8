"""The list of remarks over all evaluations, and what is still open of a satker's earlier ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.remark_terms import CLOSED
from zi_desktop.services.remarks.standing import last_findings, with_counts
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, summaries

_NO_DAY: Final = "9999-99-99"
_NONE: Final[Mapping[str, Json]] = {"own": [], "carried": {}}


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark as the list shows it.

    Attributes:
        id, evaluation, satker: ids; ``satker_name`` and ``satker_code`` are those known last.
        year, round: of the evaluation.
        item: code, or "" of a free remark.
        origin, state: keys of ``ORIGINS`` and ``STATES``; the state is that of today, later findings included.
        reason: why it stands so, in the words of whoever said so.
        settled_in: year of the later evaluation that closed it, 0 where none did.
        due: ISO date, or "".
        overdue: it is open and the due date has passed.
        done: how many follow-ups it has.
        author: the name of who wrote it down, "" where it is not known here.
        sealed: its evaluation is signed or archived, so that its texts are closed.
        disputed: fields that people set differently without seeing each other.
    """

    id: str
    evaluation: str
    satker: str
    satker_code: str
    satker_name: str
    year: int
    round: int
    item: str
    origin: str
    condition: str
    criterion: str
    cause: str
    effect: str
    recommendation: str
    responsible: str
    due: str
    state: str
    reason: str
    settled_in: int
    overdue: bool
    done: int
    author: str
    at: str
    sealed: bool
    disputed: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Tell whether something is still to be done."""
        return self.state not in CLOSED


@dataclass(frozen=True, slots=True)
class EarlierRemark:
    """An open remark of an earlier evaluation, and what this evaluation found of it: a key of ``FINDINGS`` or ""."""

    row: RemarkRow
    finding: str
    note: str


class RemarkList:
    """Reads the remarks of a workspace from its summaries; writes nothing."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def rows(self, satker: str = "", evaluation: str = "") -> Sequence[RemarkRow]:
        """Return every remark: overdue first, then by due date, closed ones last.

        Args:
            satker: id of the only satker that is asked for, or "".
            evaluation: id of the only evaluation, or "".
        """
        return sorted(self._standing(satker, evaluation), key=_order)

    def earlier(self, id_: str) -> Sequence[EarlierRemark]:
        """Return the remarks of the satker's earlier evaluations that were open when this one began, oldest first.

        Never copied: each stays where it was written, this evaluation only states what it finds.
        """
        this = self._workspace.evaluation(id_).state.identity
        with self._workspace.database.reading() as connection:
            evaluations = {row.id: row.content for row in summaries.evaluations(connection, this.satker)}
            remarks = summaries.remarks(connection, this.satker)
        before = {
            other: row for other, row in evaluations.items()
            if (row["year"], row["round"]) < (this.year, this.round) and other != id_
        }  # fmt: skip
        if not any(remarks.get(other, _NONE)["own"] for other in before):
            return []
        findings = last_findings(before.values())
        mine: Mapping[str, Json] = remarks.get(id_, _NONE)["carried"]
        found = [row for row in self.rows(this.satker) if row.evaluation in before]
        # As it stood before this evaluation looked: what it found itself must not take a remark off its own list.
        stood = [_as_found(row, remarks) for row in found]
        listed = [
            row for row in stood if row.id in mine or (row.open and findings.get(row.id, ("", ""))[0] not in CLOSED)
        ]
        return [
            EarlierRemark(row, mine.get(row.id, {}).get("finding", ""), mine.get(row.id, {}).get("note", ""))
            for row in sorted(listed, key=lambda row: (row.year, row.round, row.at, row.id))
        ]

    def unconfirmed(self, id_: str) -> int:
        """Return how many open remarks of earlier evaluations nobody has looked at in this one."""
        return sum(not each.finding for each in self.earlier(id_))

    def waiting(self, id_: str) -> int:
        """Return how many remarks wait in an evaluation: its own that are open, and earlier ones to be confirmed."""
        satker = self._workspace.evaluation(id_).state.identity.satker
        with self._workspace.database.reading() as connection:
            rows = with_counts([row.content for row in summaries.evaluations(connection, satker)])
        own: int = next(row["remarks_open"] for row in rows if row["id"] == id_)
        return own + self.unconfirmed(id_)

    def _standing(self, satker: str, evaluation: str) -> list[RemarkRow]:
        if evaluation and not satker:
            satker = self._workspace.evaluation(evaluation).state.identity.satker
        with self._workspace.database.reading() as connection:
            evaluations = {row.id: row.content for row in summaries.evaluations(connection, satker)}
            satkers = {row.id: row.content for row in summaries.satkers(connection, satker)}
            remarks = summaries.remarks(connection, satker)
            people = directory.people(connection)
        findings, today = last_findings(evaluations.values()), self._workspace.today
        rows = [
            _row(entry, evaluations[id_], satkers.get(evaluations[id_]["satker"], {}), today)
            for id_, found in remarks.items() for entry in found["own"] if evaluation in ("", id_)
        ]  # fmt: skip
        rows = [_settled(row, *findings.get(row.id, ("", "")), evaluations, remarks) for row in rows]
        return [replace(row, author=people[row.author].name if row.author in people else "") for row in rows]


def _as_found(row: RemarkRow, remarks: Mapping[str, Json]) -> RemarkRow:
    """Return a remark with the state that its own evaluation gives it."""
    own = next(entry for entry in remarks[row.evaluation]["own"] if entry["id"] == row.id)
    return replace(row, state=own["state"], reason=own["reason"], settled_in=0)


def _settled(
    row: RemarkRow, finding: str, by: str, evaluations: Mapping[str, Json], remarks: Mapping[str, Json]
) -> RemarkRow:
    """Return a remark with what a later evaluation found: one that its own evaluation closed stays as that says."""
    if not row.open or finding not in CLOSED:
        return row
    note = remarks[by]["carried"][row.id]["note"]
    return replace(row, state=finding, reason=note, settled_in=evaluations[by]["year"], overdue=False)


def _row(entry: Json, evaluation: Json, satker: Json, today: str) -> RemarkRow:
    told = {
        name: entry[name] for name in (
            "id", "item", "origin", "condition", "criterion", "cause", "effect", "recommendation", "responsible", "due",
            "state", "reason", "done", "author", "at",
        )
    }  # fmt: skip
    return RemarkRow(
        **told, evaluation=evaluation["id"], satker=evaluation["satker"], satker_code=satker.get("code", ""),
        satker_name=satker.get("name", ""), year=evaluation["year"], round=evaluation["round"], settled_in=0,
        overdue=entry["state"] not in CLOSED and bool(entry["due"]) and entry["due"] < today,
        sealed=evaluation["status"] in ("menunggu_ttd", "selesai", "diarsipkan"), disputed=tuple(entry["disputed"]),
    )  # fmt: skip


def _order(row: RemarkRow) -> tuple[int, str, str, str]:
    group = 0 if row.overdue else 1 if row.open else 2
    return group, row.due or _NO_DAY, row.at, row.id
