"""How a person calls what a cell holds, and which cells would be printed."""

from typing import Final

from zi_desktop.domain.preconditions import places
from zi_desktop.services.evaluation_view import EvaluationView

PRINTED: Final = (
    "identity", "edition", "plan", "detail", "precondition", "panel", "evidence", "sufficiency", "remark", "carried",
)  # fmt: skip
"""First parts of the cells whose disagreement would show on paper."""
_PLAN_TITLES: Final = {
    "target": "Target predikat", "track": "Jalur penetapan", "first_day": "Hari pertama kunjungan",
    "last_day": "Hari terakhir kunjungan", "place": "Tempat", "letter_number": "Nomor surat tugas",
    "letter_date": "Tanggal surat tugas", "report_number": "Nomor kertas kerja", "team": "Susunan tim",
}  # fmt: skip
_OF_ITEMS: Final = {
    "sufficiency": "Kecukupan data dukung", "answer": "Jawaban", "note": "Catatan TPI", "internal": "Catatan internal tim",
    "mark": "Tanda bahas",
}  # fmt: skip
"""Titles of cells that each belong to one item, by the first part of their names."""


def cell_title(view: EvaluationView, cell: str) -> str:
    """Return how a person calls a cell."""
    family, _, path = cell.partition("/")
    if family == "precondition":
        titles = {item.id: item.title for item in view.preconditions}
        return f"Prasyarat “{titles.get(path, path)}”"
    if family == "detail":
        return f"Rincian survei butir {path.split('/')[1]}"
    if family in ("remark", "carried"):
        return "Isi catatan & rekomendasi"
    if family in _OF_ITEMS:
        return f"{_OF_ITEMS[family]} butir {path.rpartition('/')[2]}"
    if family == "evidence":
        place = path.split("/")[0]
        title = places(view.preconditions).get(place)
        what = f"prasyarat “{title}”" if title else f"butir {place}"
        return f"Penilaian data dukung {what}"
    titles = {"identity": "Identitas evaluasi", "edition": "Edisi lembar kerja", "panel": "Keputusan panel"}
    return titles.get(family) or _PLAN_TITLES.get(path, "Rencana kunjungan")
