"""Sentences of the page: why an evaluation is closed."""

from zi_desktop.domain.evaluation import EvaluationState


def closed_words(state: EvaluationState) -> str:
    """Return why an evaluation is closed and what opens it, "" while it is open."""
    if state.folded.unknown_criticals:
        return "Evaluasi ini ditulis oleh program yang lebih baru. Perbarui program untuk mengisinya."
    if state.seal:
        signed = f"Ditandatangani {len(state.signatures)} dari {len(state.seal.signers)}."
        return f"{signed} Perubahan memerlukan pembatalan oleh ketua tim."
    if state.read_only:
        return "Evaluasi ini diarsipkan. Keluarkan dari arsip untuk mengubahnya."
    return ""
