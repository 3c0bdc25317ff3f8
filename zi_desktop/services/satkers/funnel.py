"""The stages of a proposal: when each was entered and how it ended."""

from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.funnel import Funnel, funnel_of
from zi_desktop.domain.funnel_terms import STAGES
from zi_desktop.domain.shapes import fits
from zi_desktop.services.closure import refuse_newer
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace


class FunnelKeeping:
    """Keeps the stages; a signature does not close them, for most of them come after it."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def of(self, id_: str) -> Funnel:
        """Return the stages of an evaluation as it stands."""
        return funnel_of(self._workspace.evaluation(id_).state.folded)

    def enter(self, id_: str, stage: str, day: str, *, result: str = "", note: str = "", author: str = "") -> None:
        """State when a stage (a key of ``STAGES``) was entered and how it ended; an empty day takes it back.

        Raises:
            InvalidInputError: an unknown stage or result, or a date that is none.
        """
        view, cell = self._workspace.evaluation(id_), f"stage/{clean_line(stage)}"
        refuse_newer(view.state)
        value = {"day": clean_line(day), "result": result, "note": clean_text(note).strip()}
        if not fits(cell, value):
            raise InvalidInputError(
                f"Tahapan ialah salah satu dari {', '.join(STAGES)}, dengan tanggal yang benar. Tidak ada yang tersimpan."
            )
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(Subject("evaluation", view.id), {cell: value})
