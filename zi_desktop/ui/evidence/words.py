"""Sentences about files that were added."""

from collections import Counter

from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.figures import whole
from zi_desktop.ui.evidence.adding import Added
from zi_desktop.ui.widgets.pills import Tone


def added_words(added: Added, here: str = "") -> tuple[str, Tone]:
    """Return what became of files, and its tone; "" where the list of the item in sight (``here``) says all."""
    parts = []
    if added.failed:
        first = added.failed[0]
        more = f" {whole(len(added.failed) - 1)} berkas lain juga tidak diambil." if len(added.failed) > 1 else ""
        parts.append(f"{first.sentence}{more}")
    if added.same:
        parts.append(f"{whole(added.same)} berkas sudah ada di tempat itu.")
    if spread := _spread(added, here):
        parts.append(spread)
    elif parts and added.count:
        parts.append(f"{whole(added.count)} berkas ditambahkan.")
    return " ".join(parts), Tone.WARN if added.failed else Tone.NEUTRAL


def _spread(added: Added, here: str) -> str:
    """Return where files went that are not all in sight."""
    places = Counter(turn.cell.split("/")[1] for turn in added.turns)
    inbox, items = places.pop(INBOX, 0), len(places)
    if not here or not (inbox or items) or (places.keys() == {here} and not inbox):
        return ""
    waiting = f"{whole(inbox)} berkas menunggu di kotak masuk (Ctrl+Shift+U)." if inbox else ""
    if not items:
        return waiting
    at = f"pada butir {min(places)}" if items == 1 else f"pada {items} butir"
    return " ".join(filter(None, [f"{whole(sum(places.values()))} berkas ditambahkan {at}.", waiting]))
