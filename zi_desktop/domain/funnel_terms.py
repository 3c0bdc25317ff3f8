"""Words of the funnel that stand in events: stages and how each ended."""

from collections.abc import Mapping
from typing import Final

STAGES: Final[Mapping[str, str]] = {
    "kanwil": "Kanwil", "eselon1": "Eselon I", "tpi": "TPI", "pengusulan": "Pengusulan",
    "seleksi_administrasi": "Seleksi administrasi", "sanggah": "Sanggah", "desk": "Desk", "wawancara": "Wawancara",
    "verifikasi_lapangan": "Verifikasi lapangan", "panel": "Panel", "hasil_akhir": "Hasil akhir",
}  # fmt: skip
"""Stages in their order; a proposal need not pass all of them."""
PASSED: Final = "lanjut"
RESULTS: Final[Mapping[str, str]] = {"": "Berlangsung", PASSED: "Lanjut", "gagal": "Tidak lanjut"}
PROPOSED: Final = "pengusulan"
INTERNAL: Final = "tpi"
