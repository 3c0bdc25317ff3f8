"""Which keys matter in "Selesaikan beda penilaian", by the part in which the keyboard is."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from zi_desktop.services.settling.matters import Matter, MatterKind
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.settling.entry import other_digit
from zi_desktop.ui.settling.keyboard import Part


def key_hints(part: Part, matter: Matter, letters: Sequence[str], apply: str) -> Sequence[KeyHint]:
    """Return the keys of a part while a matter can be settled.

    Args:
        part: which has the keyboard.
        matter: that is looked at.
        letters: of the options of another value; none where numbers are typed.
        apply: what applying is called.
    """
    last = KeyHint("Ctrl+Enter", apply)
    if part is Part.REASON:
        return (last, KeyHint("Esc", _tr("Ke daftar")))
    if part is Part.OTHER:
        on = KeyHint("Enter", _tr("Tulis alasan") if letters else _tr("Isian berikutnya"))
        return (*([KeyHint(_span(letters), _tr("Pilih nilai"))] if letters else []), on, last)
    numbers = [str(version.number) for version in matter.versions if version.takeable]
    choosing = [KeyHint("Enter", _tr("Pilih versi ini"))] if part is Part.CARD else []
    if numbers and not choosing:
        choosing.append(KeyHint(_span(numbers), _tr("Pilih versi")))
    if matter.kind is MatterKind.ANSWER:
        choosing.append(KeyHint(other_digit(matter), _tr("Nilai lain")))
    return (*choosing, last)


def _span(keys: Sequence[str]) -> str:
    """Return neighbouring keys as one: ``1/2``, ``1–4``, ``A–D``, ``1/3``, ``Y/T``."""
    gapless = all(ord(later) - ord(earlier) == 1 for earlier, later in pairwise(keys))
    return f"{keys[0]}–{keys[-1]}" if gapless and len(keys) > 2 else "/".join(keys)  # noqa: PLR2004 (two are named)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SettlePanel", words)
