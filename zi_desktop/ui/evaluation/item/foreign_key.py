"""What is said of a key that answers nothing at an item: which keys do, or that nothing is left to fill in."""

from zi_desktop.domain.instrument import Choice, Index
from zi_desktop.ui.evaluation.item.state import ItemState


def foreign_words(state: ItemState, typed: str) -> str:
    """Return a short sentence on a typed character that no option and no empty number took; "" where none is due."""
    if state.read_only or state.disputed or not (typed.isascii() and typed.isalnum()):
        return ""
    kind = state.question.answer
    if not isinstance(kind, Choice):
        full = "Indeks sudah terisi." if isinstance(kind, Index) else "Semua isian sudah terisi."
        return full if typed.isdecimal() else ""
    first, *_, last = (option.key for option in state.options)
    return "Butir ini: Y atau T." if kind.scale == "yes_no" else f"Butir ini: {first} sampai {last}."
