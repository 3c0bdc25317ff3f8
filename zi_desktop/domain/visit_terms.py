"""Words of a visit day that stand in events: kinds of entries, meetings, the paper of the minutes."""

from collections.abc import Mapping
from typing import Final

KINDS: Final[Mapping[str, str]] = {
    "wawancara": "Catatan wawancara", "presentasi": "Catatan paparan", "pertanyaan": "Pertanyaan tertunda",
    "janji": "Dokumen yang dijanjikan",
}  # fmt: skip
"""What a team writes down during the day. It stays inside the team, but for the promises: the berita acara lists them."""
AWAITED: Final = frozenset({"pertanyaan", "janji"})
"""Kinds that somebody still owes an answer to, until they are closed."""
MEETINGS: Final[Mapping[str, str]] = {"awal": "Pertemuan awal", "akhir": "Pertemuan akhir"}
PAPERS: Final[Mapping[str, str]] = {"a4": "A4", "f4": "F4"}
MINUTES_TEXTS: Final = ("number", "place", "head_name", "head_nip", "head_position", "notes")
"""Texts of the berita acara: any may stay empty."""
