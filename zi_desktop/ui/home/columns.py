"""The columns of Beranda's table: their order, their headings, and which hold figures."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final


class Column(IntEnum):
    """The columns of the table, in their order."""

    SATKER = 0
    PREDICATE = 1
    TARGET = 2
    ACTIVITY = 3
    STATUS = 4
    FILLED = 5
    SCORE = 6
    DIFFERENCE = 7
    STANDING = 8
    REMARKS = 9
    VISIT = 10


HEADINGS: Final[Mapping[Column, str]] = {
    Column.SATKER: "Satker", Column.PREDICATE: "Predikat", Column.TARGET: "Target", Column.ACTIVITY: "Kegiatan",
    Column.STATUS: "Status evaluasi", Column.FILLED: "Terisi", Column.SCORE: "Nilai TPI",
    Column.DIFFERENCE: "TPI − Mandiri", Column.STANDING: "Terhadap ambang", Column.REMARKS: "Catatan",
    Column.VISIT: "Kunjungan",
}  # fmt: skip
RIGHT: Final = frozenset({Column.SCORE, Column.DIFFERENCE, Column.REMARKS, Column.VISIT})
"""Columns whose texts stand at the right, so that figures lie under each other."""
