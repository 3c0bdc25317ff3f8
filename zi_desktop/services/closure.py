"""Whether an evaluation is closed to changes, and the sentence that says why and what opens it."""

from zi_desktop.domain.errors import SealedError
from zi_desktop.domain.evaluation import EvaluationState


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
