"""Words of the page: which keys matter at an item."""

from typing import Final

from zi_desktop.domain.instrument import Choice, Question
from zi_desktop.ui.evaluation.page_keyboard import Where
from zi_desktop.ui.page import KeyHint

_ON: Final = {
    Where.FIELD: KeyHint("Enter", "Isian berikutnya"),
    Where.LAST_FIELD: KeyHint("Enter", "Lanjut"),
    Where.NOTE: KeyHint("Ctrl+Enter", "Butir belum terisi"),
    Where.SEARCH: KeyHint("Enter", "Buka butir"),
}
_NEXT: Final = KeyHint("Enter", "Butir belum terisi")


def key_hints(question: Question, where: Where, *, read_only: bool) -> tuple[KeyHint, ...]:
    """Return the keys of an item for the status bar: what answers it, what is written about it, what finds every other."""
    kind = question.answer
    find = KeyHint("Ctrl+K", "Perintah")
    on = _ON.get(where, _NEXT)
    if read_only:
        return on, find
    remark = KeyHint("F8", "Catatan baru")
    if where is not Where.ELSEWHERE or not isinstance(kind, Choice):
        return on, remark, find
    keys = "Y/T" if kind.scale == "yes_no" else f"1–{len(kind.options)}"
    return KeyHint(keys, "Pilih"), remark, find
