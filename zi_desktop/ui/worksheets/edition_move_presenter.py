"""Moves an evaluation to another edition after a look at what that does; without widgets."""

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.figures import points
from zi_desktop.services.composition import Services
from zi_desktop.services.worksheets.edition_moving import MovePreview
from zi_desktop.ui.worksheets.wording_words import edition_name


class MovePresenter(QObject):
    """One evaluation; ``previewed`` comes with what a move would do, ``moved`` after it was done."""

    previewed = Signal(MovePreview)
    moved = Signal(str)

    def __init__(self, services: Services, id_: str, parent: QObject | None = None) -> None:
        """Look for the other editions.

        Raises:
            InvalidInputError: there is no other edition.
            NotFoundError: there is no such evaluation.
        """
        super().__init__(parent)
        self._services, self.id = services, id_
        state = services.evaluations.open(id_).state
        own = state.instrument.structure_digest
        self.here = edition_name(state.instrument).lower()
        self.choices = [
            (edition.structure_digest, edition_name(edition).lower())
            for edition in reversed(services.workspace.editions.all())
            if edition.structure_digest != own
        ]
        if not self.choices:
            raise InvalidInputError(
                "Belum ada edisi lain. Tidak ada yang berubah; ambil berkas resminya di Pengaturan, bagian Edisi lembar kerja."
            )
        self._preview: MovePreview | None = None

    def look(self, structure: str) -> None:
        """Show what moving to an edition would do."""
        self._preview = self._services.edition_moving.preview(self.id, structure)
        self.previewed.emit(self._preview)

    def apply(self) -> None:
        """Move as it was looked at.

        Raises:
            StaleViewError: something was stated since.
            SealedError: it is signed or archived by now.
        """
        assert self._preview is not None
        self._services.edition_moving.apply(self._preview)
        self.moved.emit(move_done(self._preview))


def move_words(preview: MovePreview, *, hidden: bool) -> str:
    """Return what a move does to the whole; the totals only where scores are shown."""
    empty = f"{len(preview.unanswered)} butir TPI belum terisi sesudahnya."
    if hidden:
        return empty
    return f"Nilai TPI {points(preview.total_before)} → {points(preview.total_after)}. {empty}"


def move_done(preview: MovePreview) -> str:
    """Return the sentence after a move."""
    return (
        f"Evaluasi kini memakai edisi {preview.after.edition}. "
        f"Memindahkannya kembali ke edisi {preview.before.edition} memulihkan semua jawaban."
    )
