"""Words of evidence (data dukung) that stand in events: states of a judgement, levels of sufficiency, the inbox."""

from collections.abc import Mapping
from typing import Final

INBOX: Final = "inbox"
"""Stands in the place of an item for evidence that is yet to be assigned."""
UNCHECKED: Final = "belum_dicek"
FITTING: Final = "sesuai"
STATES: Final[Mapping[str, str]] = {FITTING: "Sesuai", "kurang": "Kurang", "tidak_sesuai": "Tidak sesuai"}
"""What an assessor may judge of a piece of evidence for one item; not judged yet is ``UNCHECKED``."""
STATE_TITLES: Final[Mapping[str, str]] = {UNCHECKED: "Belum dicek", **STATES}
LEVELS: Final[Mapping[str, str]] = {"cukup": "Cukup", "sebagian": "Sebagian", "tidak_ada": "Tidak ada"}
"""How far the evidence of one item suffices, judged by the assessor."""
