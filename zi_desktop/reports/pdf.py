"""The report as PDF: the content of a record set on A4 pages, the same bytes for the same record."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import reportlab
from reportlab.graphics.barcode.qr import QrCode
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus.doctemplate import LayoutError

from zi_desktop.domain import canonical
from zi_desktop.domain.errors import ReportError
from zi_desktop.domain.instrument import Instrument
from zi_desktop.reports.blocks import BODY, CAPTION, HEADING, LABELS, NOTE_SIZE, NUMBER, PART, TITLE, flowables, markup
from zi_desktop.reports.content import Document, FirstPage, Section
from zi_desktop.reports.document import compose
from zi_desktop.reports.flowables import (
    HAIRLINE,
    QUIET,
    Letterhead,
    PageTotal,
    SignatureBox,
    SignatureRow,
    draw_page_number,
)
from zi_desktop.reports.grids import ROOMY, facts_table, grid_tables
from zi_desktop.reports.pdf_metadata import Metadata, attach, describe
from zi_desktop.reports.typography import REGULAR, STRONG, fitted, width

TEMPLATE = "kertas-kerja-1"
SIDE, TOP, BOTTOM = 48.0, 52.0, 46.0
TEXT_WIDTH = A4[0] - 2 * SIDE
MARK_GREY = 0.91
QR_SIDE = 92.0


@dataclass(frozen=True, slots=True)
class BuiltReport:
    """A report as PDF: its bytes, its pages, and where the stamps of the signers go, in the order of signing."""

    pdf: bytes
    pages: int
    boxes: tuple[SignatureBox, ...]


def template_id() -> str:
    """Return the name of this builder, which a verifier needs to build the paper again."""
    return f"{TEMPLATE}/reportlab-{reportlab.Version}"


def build(record: Mapping[str, Any], instrument: Instrument, *, draft: bool = False) -> BuiltReport:
    """Set a report record as PDF.

    Args:
        record: the report record; everything printed comes from it and from the instrument's structure.
        instrument: the edition with the record's structure digest.
        draft: marked DRAF on every page, nothing attached.

    Raises:
        ReportError: the record lacks something, or does not fit on paper.
    """
    document = compose(record, instrument, draft=draft)
    boxes: list[SignatureBox] = []
    target = BytesIO()
    paper = _Paper(target, document, None if draft else canonical.encode(record))
    try:
        paper.build(list(_story(document, boxes.append)), canvasmaker=partial(Canvas, pdfVersion=(1, 7)))
    except LayoutError as error:
        raise ReportError("Salah satu isian terlalu panjang untuk satu halaman") from error
    return BuiltReport(target.getvalue(), paper.page, tuple(boxes))


class _Paper(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
    """A4 pages with running head, foot, and marks across the page."""

    def __init__(self, target: BytesIO, document: Document, attachment: bytes | None) -> None:
        super().__init__(target, pagesize=A4, invariant=1, pageCompression=1, initialFontName=REGULAR, lang="id-ID")
        self._document = document
        self._attachment = attachment
        frame = Frame(SIDE, BOTTOM, TEXT_WIDTH, A4[1] - TOP - BOTTOM, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._set_page))

    def beforeDocument(self) -> None:  # noqa: N802 (the name is ReportLab's)
        """Describe the file once its canvas exists."""
        document = self._document
        producer = f"ReportLab {reportlab.Version}"
        title = f"{document.running_title} · {document.satker}"
        metadata = Metadata(title, document.author, document.subject, producer, document.issued, document.digest)
        describe(self.canv, metadata)
        if self._attachment is not None:
            attach(self.canv, self._attachment, document.issued)

    def _set_page(self, canvas: Any, _template: object) -> None:
        canvas.saveState()
        self._set_marks(canvas)
        canvas.setFillGray(QUIET)
        canvas.setStrokeGray(QUIET)
        canvas.setLineWidth(HAIRLINE)
        if self._document.notice:
            canvas.setFont(STRONG, NOTE_SIZE + 1)
            canvas.drawCentredString(A4[0] / 2, A4[1] - 22, self._document.notice)
        if self.page > 1:
            self._set_head(canvas)
        self._set_foot(canvas)
        canvas.restoreState()

    def _set_marks(self, canvas: Any) -> None:
        """Write the marks below the text, so that every figure stays legible and no figure can do without them."""
        mark = " ".join(self._document.marks)
        if not mark:
            return
        canvas.saveState()
        canvas.setFillGray(MARK_GREY)
        size = min(180.0, 100.0 * 560 / width(mark, STRONG, 100))
        canvas.setFont(STRONG, size)
        canvas.translate(A4[0] / 2, A4[1] * 0.55)
        canvas.rotate(52)
        canvas.drawCentredString(0, -size / 3, mark)
        canvas.restoreState()

    def _set_head(self, canvas: Any) -> None:
        y, half = A4[1] - 38, TEXT_WIDTH / 2 - 6
        canvas.setFont(REGULAR, NOTE_SIZE)
        canvas.drawString(SIDE, y, fitted(self._document.running_title, REGULAR, NOTE_SIZE, half))
        canvas.drawRightString(A4[0] - SIDE, y, fitted(self._document.satker, REGULAR, NOTE_SIZE, half))
        canvas.line(SIDE, y - 4, A4[0] - SIDE, y - 4)

    def _set_foot(self, canvas: Any) -> None:
        canvas.line(SIDE, 36, A4[0] - SIDE, 36)
        draw_page_number(canvas, self.page, SIDE, 26, REGULAR, NOTE_SIZE)
        canvas.drawRightString(A4[0] - SIDE, 26, self._document.footer)


def _story(document: Document, measured: Callable[[SignatureBox], object]) -> Iterator[Flowable]:
    yield from _first_page(document.first, measured)
    # Where the boxes run over to another page, the parts follow below them.
    yield CondPageBreak(A4[1] / 2)
    *parts, origin = (list(_section(number, each)) for number, each in enumerate(document.sections, start=1))
    for part in parts:
        yield from part
    # Where the data come from is compared with the code below it: both on one page.
    yield KeepTogether([*origin, *_code(document)])
    yield PageTotal(REGULAR, NOTE_SIZE)


def _code(document: Document) -> Iterator[Flowable]:
    if document.code:
        yield Spacer(0, 6)
        yield QrCode(document.code, width=QR_SIDE, height=QR_SIDE, qrLevel="M", qrBorder=0, hAlign="LEFT")
        yield Paragraph(escape(document.code_caption), CAPTION)


def _first_page(first: FirstPage, measured: Callable[[SignatureBox], object]) -> Iterator[Flowable]:
    yield Letterhead(first.letterhead, first.logo)
    yield Spacer(0, 12)
    yield Paragraph(markup(first.title.upper()), TITLE)
    if first.number:
        yield Paragraph(markup(first.number), NUMBER)
    yield Spacer(0, 10)
    yield facts_table(first.identity, TEXT_WIDTH, LABELS, ROOMY)
    yield Spacer(0, 8)
    yield from grid_tables(first.summary, TEXT_WIDTH, ROOMY)
    yield Paragraph("Kesimpulan", HEADING)
    yield facts_table(first.conclusions, TEXT_WIDTH, LABELS, ROOMY)
    yield CondPageBreak(110)
    yield Spacer(0, 8)
    yield Paragraph(markup(first.place_and_date), BODY)
    for start in range(0, len(first.signers), 2):
        yield SignatureRow(first.signers[start : start + 2], measured)
        yield Spacer(0, 7)


def _section(number: int, section: Section) -> Iterator[Flowable]:
    yield CondPageBreak(110)
    yield Paragraph(markup(f"{number}. {section.title}"), PART)
    for block in section.blocks:
        yield from flowables(block, TEXT_WIDTH)
