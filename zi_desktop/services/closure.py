"""Whether an evaluation is closed to changes, and the sentence that says why and what opens it."""

from zi_desktop.domain.errors import SealedError
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.workspace import Workspace


def refuse_newer(state: EvaluationState) -> None:
    """Refuse a change to an evaluation that this program understands only in part.

    Raises:
        SealedError: a newer program wrote in it.
    """
    if state.folded.unknown_criticals:
        raise SealedError(
            "Evaluasi ini ditulis oleh program yang lebih baru. Tidak ada yang berubah; perbarui program untuk mengisinya."
        )


def refuse_read_only(state: EvaluationState) -> None:
    """Refuse a change to an evaluation that is closed: signed, archived, or written by a newer program.

    Raises:
        SealedError: says why it is closed and what opens it.
    """
    refuse_newer(state)
    if state.seal:
        raise SealedError(
            f"Ditandatangani {len(state.signatures)} dari {len(state.seal.signers)}. Tidak ada yang berubah; "
            "perubahan memerlukan pembatalan oleh ketua tim."
        )
    refuse_archived(state)


def refuse_archived(state: EvaluationState) -> None:
    """Refuse a change to an evaluation that was put away.

    Raises:
        SealedError: it is in the archive.
    """
    if state.status == "diarsipkan":
        raise SealedError("Evaluasi ini diarsipkan. Tidak ada yang berubah; keluarkan dari arsip dahulu.")


def open_to_change(workspace: Workspace, id_: str) -> EvaluationView:
    """Return an evaluation for an act that changes what a signature closes.

    Raises:
        NotFoundError: there is none.
        SealedError: it is closed.
    """
    view = workspace.evaluation(id_)
    refuse_read_only(view.state)
    return view


def open_to_team(workspace: Workspace, id_: str) -> EvaluationView:
    """Return an evaluation, signed or not, for an act that changes nothing of what a signature closes.

    Raises:
        NotFoundError: there is none.
        SealedError: a newer program wrote in it.
    """
    view = workspace.evaluation(id_)
    refuse_newer(view.state)
    return view
