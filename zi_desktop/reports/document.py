"""A report record and the instrument's structure become the content of the paper; a pure function, no PDF in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from zi_desktop.domain import canonical
from zi_desktop.domain.errors import ReportError
from zi_desktop.domain.instrument import Instrument
from zi_desktop.reports import annexes
from zi_desktop.reports.card import Card
from zi_desktop.reports.content import Document, Section
from zi_desktop.reports.first_page import first_page, title
from zi_desktop.reports.items import item_blocks
from zi_desktop.reports.wording import ZONES

SHORT_DIGEST = 12
DRAFT_MARK = "DRAF"
DEMO_MARK = "CONTOH"


def compose(record: Mapping[str, Any], instrument: Instrument, *, draft: bool = False) -> Document:
    """Return the content of the report.

    Args:
        record: the report record (kind ``zi-report``), as attached to the PDF.
        instrument: the edition with the record's structure digest; only its structure is used, never its wording.
        draft: marked DRAF, without the code that identifies an issued paper.

    Raises:
        ReportError: the record lacks something or holds what no report can hold.
    """
    try:
        return _document(record, instrument, draft=draft)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise ReportError("Data laporan tidak lengkap atau tidak sesuai instrumen") from error


def _document(record: Mapping[str, Any], instrument: Instrument, *, draft: bool) -> Document:
    card = Card(record, instrument)
    first = first_page(record, card, draft=draft)
    evaluation, satker = record["evaluation"], record["satker"]
    digest = canonical.digest(record)
    revision, head = evaluation["revision"], record["head"]
    return Document(
        first=first,
        sections=_sections(record, instrument, card, digest),
        running_title=f"{title(evaluation, satker)} · {evaluation['year']}",
        satker=satker["name"],
        footer=f"Revisi {revision} · kepala jejak {head[:SHORT_DIGEST]}",
        subject=f"{satker['name']}, tahun {evaluation['year']}, revisi {revision}",
        author=record["agency"]["name"],
        marks=tuple(mark for mark, set_ in ((DRAFT_MARK, draft), (DEMO_MARK, record["demo"])) if set_),
        notice=_notice(draft=draft, demo=record["demo"]),
        issued=_moment(record["issued"]),
        digest=digest,
        code="" if draft else f"ZI1:{evaluation['id']}:{revision}:{head}:{digest}".upper(),
        code_caption="Kode ini memuat nomor evaluasi, revisi, kepala jejak, dan sidik data di atas.",
    )


def _sections(record: Mapping[str, Any], instrument: Instrument, card: Card, digest: str) -> tuple[Section, ...]:
    return (
        annexes.requirements(card),
        annexes.preconditions(record),
        Section("Rincian penilaian", item_blocks(record, card)),
        annexes.surveys(record, card),
        annexes.not_applicable(record, card),
        annexes.attention(record, card),
        annexes.accepted(record),
        annexes.remarks(record, card),
        annexes.evidence(record),
        annexes.team(record),
        annexes.provenance(record, instrument, digest),
    )


def _notice(*, draft: bool, demo: bool) -> str:
    if draft:
        return "DRAF · belum ditandatangani" + (" · CONTOH" if demo else "")
    return "CONTOH · bukan dokumen resmi" if demo else ""


def _moment(issued: Mapping[str, Any]) -> datetime:
    """Return when the report was issued; outside Indonesia the zone is an offset (``UTC+08:30``)."""
    offset = ZONES.get(issued["zone"]) or issued["zone"].removeprefix("UTC")
    return datetime.fromisoformat(f"{issued['date']}T{issued['time'].replace('.', ':')}:00{offset}")
