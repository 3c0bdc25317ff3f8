"""The list of remarks over all evaluations, and what is still open of a satker's earlier ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.remark_terms import CLOSED, OPEN
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, summaries

_NO_DAY: Final = "9999-99-99"


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark as the list shows it.

    Attributes:
        id, evaluation, satker: ids; ``satker_name`` and ``satker_code`` are those known last.
        year, round: of the evaluation.
        item: code, or "" of a free remark.
        origin, state: keys of ``ORIGINS`` and ``STATES``; the state is that of today, later findings included.
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

    def rows(self, satker: str = "") -> Sequence[RemarkRow]:
        """Return every remark, of one satker (id) where it is named: overdue first, then by due date, closed ones last."""
        with self._workspace.database.reading() as connection:
            evaluations = {row.id: row.content for row in summaries.evaluations(connection)}
            satkers = {row.id: row.content for row in summaries.satkers(connection)}
            remarks = summaries.remarks(connection, satker)
            people = directory.people(connection)
        findings = _findings(evaluations, remarks)
        today = self._workspace.today
        rows = [
            _row(entry, evaluations[id_], satkers.get(evaluations[id_]["satker"], {}), findings.get(entry["id"], OPEN), today)
            for id_, found in remarks.items() for entry in found["own"]
        ]  # fmt: skip
        named = [replace(row, author=people[row.author].name if row.author in people else "") for row in rows]
        return sorted(named, key=_order)

    def earlier(self, id_: str) -> Sequence[EarlierRemark]:
        """Return the remarks of the satker's earlier evaluations that were open when this one began, oldest first.

        Never copied: each stays where it was written, this evaluation only states what it finds.
        """
        this = self._workspace.evaluation(id_).state.identity
        with self._workspace.database.reading() as connection:
            evaluations = {
                row.id: row.content for row in summaries.evaluations(connection) if row.content["satker"] == this.satker
            }
            remarks = summaries.remarks(connection, this.satker)
        before = {
            other: row for other, row in evaluations.items()
            if (row["year"], row["round"]) < (this.year, this.round) and other != id_
        }  # fmt: skip
        findings = _findings(before, {other: found for other, found in remarks.items() if other in before})
        mine: Mapping[str, Json] = (remarks.get(id_) or {"carried": {}})["carried"]
        found = [row for row in self.rows(this.satker) if row.evaluation in before]
        # As it stood before this evaluation looked: what it found itself must not take a remark off its own list.
        stood = [replace(row, state=_own_state(remarks, row)) for row in found]
        listed = [row for row in stood if row.id in mine or (row.open and findings.get(row.id, OPEN) not in CLOSED)]
        return [
            EarlierRemark(row, mine.get(row.id, {}).get("finding", ""), mine.get(row.id, {}).get("note", ""))
            for row in sorted(listed, key=lambda row: (row.year, row.round, row.at, row.id))
        ]


def _own_state(remarks: Mapping[str, Json], row: RemarkRow) -> str:
    """Return the state that a remark's own evaluation gives it."""
    own: str = next(entry["state"] for entry in remarks[row.evaluation]["own"] if entry["id"] == row.id)
    return own


def _findings(evaluations: Mapping[str, Json], remarks: Mapping[str, Json]) -> dict[str, str]:
    """Return what was found last of each remark by later evaluations."""
    found: dict[str, str] = {}
    for id_ in sorted(remarks, key=lambda id_: (evaluations[id_]["year"], evaluations[id_]["round"], id_)):
        found.update({ident: entry["finding"] for ident, entry in remarks[id_]["carried"].items()})
    return found


def _row(entry: Json, evaluation: Json, satker: Json, finding: str, today: str) -> RemarkRow:
    own = entry["state"]
    state = finding if own not in CLOSED and finding in CLOSED else own
    overdue = state not in CLOSED and bool(entry["due"]) and entry["due"] < today
    told = {
        name: entry[name] for name in (
            "id", "item", "origin", "condition", "criterion", "cause", "effect", "recommendation", "responsible", "due",
            "reason", "done", "author", "at",
        )
    }  # fmt: skip
    return RemarkRow(
        **told, evaluation=evaluation["id"], satker=evaluation["satker"], satker_code=satker.get("code", ""),
        satker_name=satker.get("name", ""), year=evaluation["year"], round=evaluation["round"], state=state,
        overdue=overdue, sealed=evaluation["status"] in ("menunggu_ttd", "selesai", "diarsipkan"),
        disputed=tuple(entry["disputed"]),
    )  # fmt: skip


def _order(row: RemarkRow) -> tuple[int, str, str, str]:
    group = 0 if row.overdue else 1 if row.open else 2
    return group, row.due or _NO_DAY, row.at, row.id
