"""Words of preconditions that stand in events: whose condition it is, and where its evidence stands."""

from collections.abc import Mapping
from typing import Final

LEVELS: Final[Mapping[str, str]] = {"instansi": "Instansi", "unit": "Satuan kerja"}
"""Whose condition it is, in the order in which they are shown."""
PLACE: Final = "prasyarat."
"""Begins the place of evidence for a precondition, where that of an item is its code; the condition's id follows."""
