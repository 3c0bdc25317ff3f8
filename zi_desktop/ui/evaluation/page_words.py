"""Words of the page: which keys matter at an item."""

from zi_desktop.domain.instrument import Choice, Question
from zi_desktop.ui.page import KeyHint


def key_hints(question: Question, *, read_only: bool) -> tuple[KeyHint, ...]:
    """Return the keys of an item for the status bar: what answers it, what is written about it, what finds every other."""
    kind = question.answer
    if read_only or isinstance(kind, Choice):
        on = KeyHint("Enter", "Butir belum terisi")
    else:
        on = KeyHint("Enter", "Isian berikutnya")
    find = KeyHint("Ctrl+K", "Perintah")
    if read_only:
        return on, find
    remark = KeyHint("F8", "Catatan baru")
    if not isinstance(kind, Choice):
        return on, remark, find
    keys = "Y/T" if kind.scale == "yes_no" else f"1–{len(kind.options)}"
    return KeyHint(keys, "Pilih"), remark, find
