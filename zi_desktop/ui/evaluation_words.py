"""What the screens of one evaluation call it in their headings."""

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
