"""Words of the page: which keys matter at an item."""

from typing import Final

from zi_desktop.domain.instrument import Choice, Question
from zi_desktop.ui.evaluation.page_keyboard import Where
from zi_desktop.ui.page import KeyHint

_ON: Final = {
    Where.FIELD: KeyHint("Enter", "Isian berikutnya"),
    Where.LAST_FIELD: KeyHint("Enter", "Lanjut"),
    Where.SEARCH: KeyHint("Enter", "Buka butir"),
}
_NEXT_OPEN: Final = "Butir belum terisi"
_NEXT: Final = "Butir berikutnya"
"""Where every item is filled: then the same key goes on in order."""


def key_hints(question: Question, where: Where, *, read_only: bool, done: bool) -> tuple[KeyHint, ...]:
    """Return the keys of an item for the status bar: what answers it, what is written about it, what finds every other.

    Args:
        question: the item.
        where: what has the keyboard.
        read_only: whether answers are closed.
        done: whether every item is filled.
    """
    kind = question.answer
    find = KeyHint("Ctrl+K", "Perintah")
    leaving = KeyHint("Ctrl+Enter" if where is Where.NOTE else "Enter", _NEXT if done else _NEXT_OPEN)
    on = _ON.get(where, leaving)
    if read_only:
        return on, find
    remark = KeyHint("F8", "Catatan baru")
    if where is not Where.ELSEWHERE or not isinstance(kind, Choice):
        return on, remark, find
    keys = "Y/T" if kind.scale == "yes_no" else f"1–{len(kind.options)}"
    return KeyHint(keys, "Pilih"), remark, find
