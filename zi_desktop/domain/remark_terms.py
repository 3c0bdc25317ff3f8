"""Words of remarks (catatan & rekomendasi) that stand in events: origins, states, what a later visit finds."""

from collections.abc import Mapping
from typing import Final

ORIGINS: Final[Mapping[str, str]] = {"tpi": "TPI", "kanwil": "Kanwil", "tpn": "TPN"}
"""Who made a remark."""
OPEN: Final = "terbuka"
OBSOLETE: Final = "tidak_relevan"
STATES: Final[Mapping[str, str]] = {
    OPEN: "Terbuka", "ditindaklanjuti": "Ditindaklanjuti", "selesai": "Selesai", OBSOLETE: "Tidak relevan lagi",
}  # fmt: skip
"""How far the satker is with a remark, as the assessor finds it."""
CLOSED: Final = frozenset({"selesai", OBSOLETE})
FINDINGS: Final[Mapping[str, str]] = {"selesai": "Sudah selesai", OPEN: "Masih terbuka", OBSOLETE: "Tidak relevan lagi"}
"""What a later evaluation may find of a remark that was still open."""
TEXTS: Final[Mapping[str, str]] = {
    "condition": "Kondisi", "criterion": "Kriteria", "cause": "Sebab", "effect": "Akibat",
    "recommendation": "Rekomendasi", "responsible": "Penanggung jawab",
}  # fmt: skip
"""The texts of a remark, in the order in which it is read."""
