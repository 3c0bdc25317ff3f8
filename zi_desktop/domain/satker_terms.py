"""Words of a satker's profile that stand in events."""

from collections.abc import Mapping
from typing import Final

RECORD_KINDS: Final[Mapping[str, str]] = {
    "perkara": "Perkara", "disiplin": "Hukuman disiplin", "pengaduan": "Pengaduan",
}  # fmt: skip
"""Kinds of the track record (rekam jejak), which is internal: it enters no paper and no worksheet."""
