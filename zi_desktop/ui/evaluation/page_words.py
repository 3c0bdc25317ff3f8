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
_JUDGED: Final = (KeyHint("S", "Sesuai"), KeyHint("K", "Kurang"), KeyHint("T", "Tidak sesuai"))
_LOOKED_AT: Final = KeyHint("Enter", "Lihat")
_NEXT_OPEN: Final = "Butir belum terisi"
_NEXT: Final = "Butir berikutnya"
"""Where every item is filled: then the same key goes on in order."""
_ONWARD: Final = {
    Where.FIELD: "Ctrl+Enter", Where.NOTE: "Ctrl+Enter", Where.FILES: "Ctrl+Enter", Where.SEARCH: "",
}  # fmt: skip


def onward_keys(where: Where) -> str:
    """Return the key that leaves the item for the next one, "" where none does."""
    return _ONWARD.get(where, "Enter")


def key_hints(
    question: Question, where: Where, *, read_only: bool, done: bool, found: bool = True
) -> tuple[KeyHint, ...]:
    """Return the keys of an item for the status bar: what answers it, what is written about it, what finds every other.

    Args:
        question: the item.
        where: what has the keyboard.
        read_only: whether answers are closed.
        done: whether every item is filled.
        found: whether the search has anything to open.
    """
    kind = question.answer
    find = KeyHint("Ctrl+K", "Perintah")
    leaving = KeyHint(onward_keys(where), _NEXT if done else _NEXT_OPEN)
    if where is Where.FILES:
        return (_LOOKED_AT, find) if read_only else (*_JUDGED, _LOOKED_AT, KeyHint("Delete", "Lepas"), find)
    on = () if where is Where.SEARCH and not found else (_ON.get(where, leaving),)
    if read_only:
        return *on, find
    remark = KeyHint("F8", "Catatan baru")
    if where is not Where.ELSEWHERE or not isinstance(kind, Choice):
        return *on, remark, find
    return KeyHint(f"1–{len(kind.options)}", "Pilih"), remark, find
