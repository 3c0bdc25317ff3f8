"""Where a file stands, in words: the item, the follow-up or the paper, and whose evaluation."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from typing import Final

from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.named_files import MINUTES, REMARK
from zi_desktop.domain.preconditions import places
from zi_desktop.domain.remarks import Remarks
from zi_desktop.services.evidence.checking import REPORT
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import summaries

_PLACES: Final[Mapping[str, str]] = {
    INBOX: "kotak masuk", MINUTES: "salinan berita acara", REPORT: "laporan bertanda tangan",
}  # fmt: skip
_FOLLOW_UP: Final = "tindak lanjut catatan"

Where = Callable[[str, str], str]
"""Gives an evaluation (id) and a place in it as words."""


def whereabouts(workspace: Workspace) -> Where:
    """Return what says where a file stands: ``butir A.I.5.i.b, Lapas Contoh 2026``."""
    with workspace.database.reading() as connection:
        satkers = {row.id: row.content["name"] for row in summaries.satkers(connection)}

    @cache
    def evaluation(id_: str) -> tuple[str, Mapping[str, str]]:
        with suppress(NotFoundError):
            view = workspace.evaluation(id_)
            identity = view.state.identity
            titles = {place: f"prasyarat {title}" for place, title in places(view.preconditions).items()}
            of_items = (remark for remark in Remarks(view.state.folded).all if remark.item)
            titles |= {f"{REMARK}{remark.id}": f"{_FOLLOW_UP} butir {remark.item}" for remark in of_items}
            return f"{satkers.get(identity.satker, 'satker lain')} {identity.year}", {**_PLACES, **titles}
        return "evaluasi yang belum lengkap diterima", _PLACES

    def where(id_: str, place: str) -> str:
        name, titles = evaluation(id_)
        unknown = _FOLLOW_UP if place.startswith(REMARK) else f"butir {place}"
        return f"{titles.get(place, unknown)}, {name}"

    return where
