"""What the screens of one evaluation call it in their headings, and why nothing in it can be changed."""

from typing import Final

from zi_desktop.domain.evaluation import EvaluationState

ONLY_READS: Final = "Ruang kerja dibuka untuk dibaca saja. Tidak ada yang dapat diubah di jendela ini."
_TEAM: Final = "Tim Penilai Internal (TPI)"
_ACTIVITIES = {
    "evaluasi": f"Evaluasi {_TEAM}",
    "pembinaan": f"Pembinaan {_TEAM}",
    "pemantauan": f"Pemantauan {_TEAM}",
}


def subtitle_of(state: EvaluationState) -> str:
    """Return activity, year, round from the second on, and target."""
    identity = state.identity
    activity = _ACTIVITIES.get(identity.activity, identity.activity.capitalize())
    round_ = f" putaran {identity.round}" if identity.round > 1 else ""
    target = f" · menuju {state.plan.target}" if state.plan.target else ""
    return f"{activity} {identity.year}{round_}{target}"


def in_brief(subtitle: str) -> str:
    """Return a subtitle for a place where the whole one has no room."""
    return subtitle.replace(_TEAM, "TPI")


def closed_words(state: EvaluationState, *, writable: bool) -> str:
    """Return why an evaluation is closed and what opens it, "" while it is open.

    Args:
        state: of the evaluation as it stands.
        writable: this window may keep anything.
    """
    if state.folded.unknown_criticals:
        return "Evaluasi ini memuat catatan dari program yang lebih baru. Perbarui program untuk mengubahnya."
    signed = f"Ditandatangani {len(state.signatures)} dari {len(state.seal.signers)}. " if state.seal else ""
    if not writable:
        return f"{signed}{ONLY_READS}"
    if state.status == "diarsipkan":
        onward = "dahulu; perubahan memerlukan pembatalan oleh ketua tim" if signed else "untuk mengubahnya"
        return f"{signed}Evaluasi ini diarsipkan. Keluarkan dari arsip {onward}."
    return f"{signed}Perubahan memerlukan pembatalan oleh ketua tim." if signed else ""


def closed_line(words: str) -> str:
    """Return what the line above a screen has to say of ``closed_words``: that this window only reads stands above all of them."""
    return words.removesuffix(ONLY_READS).rstrip()
