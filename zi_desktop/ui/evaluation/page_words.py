"""Words of the page: why an evaluation is closed, and which keys matter at an item."""

from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.instrument import Choice, Question
from zi_desktop.ui.page import KeyHint


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


def key_hints(question: Question, *, read_only: bool) -> tuple[KeyHint, ...]:
    """Return the keys of an item for the status bar: what answers it, what goes on, what finds every other."""
    kind = question.answer
    if read_only or isinstance(kind, Choice):
        on = KeyHint("Enter", "Butir belum terisi")
    else:
        on = KeyHint("Enter", "Isian berikutnya")
    find = KeyHint("Ctrl+K", "Perintah")
    if read_only or not isinstance(kind, Choice):
        return on, find
    keys = "Y/T" if kind.scale == "yes_no" else f"1–{len(kind.options)}"
    return KeyHint(keys, "Pilih"), on, find
