"""The visible stamp of a signature: a page as small as its box, in the embedded face."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from zi_desktop.reports.typography import REGULAR, STRONG, fitted

MARGIN = 3.0
LARGEST = 8.5


def stamp(width: float, height: float, lines: Sequence[str]) -> bytes:
    """Return a one-page PDF of ``width`` by ``height`` points; the first line is set off, long ones are cut.

    Always the same bytes for the same arguments.
    """
    target = BytesIO()
    canvas = Canvas(target, pagesize=(width, height), invariant=1, initialFontName=REGULAR, pdfVersion=(1, 7))
    leading = (height - 2 * MARGIN) / max(len(lines), 1)
    size = min(LARGEST, leading / 1.12)
    canvas.setLineWidth(0.5)
    canvas.line(0.5, MARGIN, 0.5, height - MARGIN)
    for place, line in enumerate(lines):
        face = STRONG if place == 0 else REGULAR
        canvas.setFont(face, size)
        canvas.drawString(
            MARGIN + 2, height - MARGIN - leading * place - size, fitted(line, face, size, width - 2 * MARGIN - 2)
        )
    canvas.showPage()
    canvas.save()
    return target.getvalue()
