"""Sentences about files that were added."""

from zi_desktop.ui.evidence.adding import Added
from zi_desktop.ui.widgets.pills import Tone


def added_words(added: Added) -> tuple[str, Tone]:
    """Return what became of files, and its tone; "" where the list itself says all."""
    parts = []
    if added.failed:
        first = added.failed[0]
        more = f" {len(added.failed) - 1} berkas lain juga tidak diambil." if len(added.failed) > 1 else ""
        parts.append(f"{first.sentence}{more}")
    if added.same:
        parts.append(f"{added.same} berkas sudah ada di tempat itu.")
    if parts and added.count:
        parts.append(f"{added.count} berkas ditambahkan.")
    return " ".join(parts), Tone.WARN if added.failed else Tone.NEUTRAL
