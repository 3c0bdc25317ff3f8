"""Keys as they are written on caps: Qt's chords with Indonesian names."""

from typing import Final

from PySide6.QtGui import QKeySequence

_NAMES: Final = {
    "Return": "Enter", "Space": "Spasi", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Del": "Delete", "PgUp": "Page Up",
    "PgDown": "Page Down", "Num": "Numpad",
}  # fmt: skip


def key_text(keys: QKeySequence) -> str:
    """Return a chord for people, for example ``Ctrl+Enter``; "" for none."""
    return "+".join(_NAMES.get(part, part) for part in _parts(keys.toString(QKeySequence.SequenceFormat.PortableText)))


def _parts(text: str) -> list[str]:
    if text.endswith("++"):
        return [*text[:-2].split("+"), "+"]
    return text.split("+")
