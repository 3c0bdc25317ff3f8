"""What a person typed and is no statement yet, over the whole workspace: durable as a draft, counted nowhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.survey import survey_detail
from zi_desktop.services.settings import Settings
from zi_desktop.services.typed_drafts import ABOUT_THE_DAY, FOLLOW_UP, REMARK_STATE, has_place, kind_of
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, summaries

_SIGNED = ("menunggu_ttd", "selesai")
_PUT_AWAY = "diarsipkan"
"""Of evaluations in which nothing is filled in any more: what waits there hinders nobody."""
_OPEN_WHEN_SIGNED = ABOUT_THE_DAY | {FOLLOW_UP, REMARK_STATE}
_STATED_WHEN_LEFT: Final = frozenset({"note", "internal"})
"""Families of cells whose field states what stands in it when it is left: meanwhile the draft waits for nobody."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """One draft: its evaluation, its cell, and the item that it is about ("" where it is about none)."""

    evaluation: str
    cell: str
    item: str


def unsaved(workspace: Workspace, settings: Settings) -> Sequence[Unsaved]:
    """Return what the person at this laptop typed and is no statement yet, oldest first."""
    person = settings.person().id
    with workspace.database.reading() as connection:
        found = directory.drafts_of(connection, person) if person else []
        rows = {row.id: row.content for row in summaries.evaluations(connection)} if found else {}
    status = {id_: str(content["status"]) for id_, content in rows.items()}
    return [
        Unsaved(subject, cell, _item(workspace, subject, cell))
        for subject, cell in found
        if _can_go_on(status.get(subject, _PUT_AWAY), cell)
        and has_place(workspace.evaluation(subject).state.folded, cell)
    ]


def waiting_in(state: EvaluationState, drafts: Mapping[str, str]) -> int:
    """Return how many entries of one evaluation wait for the person, the same number on each of its screens.

    Args:
        state: the evaluation as it stands.
        drafts: what the person was typing in it (cell to text).
    """
    return sum(
        _can_go_on(state.status, cell) and _waits(cell, text) and has_place(state.folded, cell)
        for cell, text in drafts.items()
    )


def _waits(cell: str, text: str) -> bool:
    """Tell whether a draft stays one when its field is left."""
    family, _, rest = cell.partition("/")
    if family != "detail":
        return family not in _STATED_WHEN_LEFT
    try:
        survey_detail(rest.rpartition("/")[2], text)
    except ZiError:
        return True
    return False


def _can_go_on(status: str, cell: str) -> bool:
    """Tell whether what was typed can still be saved in an evaluation of this status."""
    return status != _PUT_AWAY and (status not in _SIGNED or kind_of(cell)[0] in _OPEN_WHEN_SIGNED)


def _item(workspace: Workspace, id_: str, cell: str) -> str:
    questions = workspace.evaluation(id_).state.instrument.questions
    return next((part for part in cell.split("/") if part in questions), "")
