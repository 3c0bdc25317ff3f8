"""What an item says when a worksheet changed Mandiri after TPI had judged it."""

from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.imports import imports
from zi_desktop.domain.instrument import Column
from zi_desktop.ui import dates


def late_words(state: EvaluationState, code: str) -> str:
    """Return which worksheet did so and what to do, "" where none did."""
    act = state.mandiri_changed.get(code)
    if act is None:
        return ""
    taken = next(item for item in imports(state.folded, Column.MANDIRI) if item.act == act)
    received = dates.whole_day(taken.received)
    return f"Mandiri berubah setelah dinilai: {taken.name}, diterima {received}. Ubah jawaban ini, atau nyatakan tetap (Alt+J)."
