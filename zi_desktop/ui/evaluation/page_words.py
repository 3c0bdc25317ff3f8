"""Sentences of the page: what is evaluated, and why it is closed."""

from zi_desktop.domain.evaluation import EvaluationState

_ACTIVITIES = {
    "evaluasi": "Evaluasi Tim Penilai Internal (TPI)",
    "pembinaan": "Pembinaan Tim Penilai Internal (TPI)",
    "pemantauan": "Pemantauan Tim Penilai Internal (TPI)",
}


def subtitle_of(state: EvaluationState) -> str:
    """Return activity, year, round from the second on, and target."""
    identity = state.identity
    activity = _ACTIVITIES.get(identity.activity, identity.activity.capitalize())
    round_ = f" putaran {identity.round}" if identity.round > 1 else ""
    target = f" · menuju {state.plan.target}" if state.plan.target else ""
    return f"{activity} {identity.year}{round_}{target}"


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
