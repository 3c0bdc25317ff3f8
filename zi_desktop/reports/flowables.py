"""Own pieces of the page: letterhead, grids of plain text, signature boxes, the number of pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from zi_desktop.reports.content import Signer
from zi_desktop.reports.logo import read_logo
from zi_desktop.reports.typography import ELLIPSIS, REGULAR, STRONG, fitted, lines, width

INK = 0.0
QUIET = 0.32
"""Grey of secondary text, dark enough for a copying machine."""
HAIRLINE = 0.5

_TOTAL_FORM = "jumlah-halaman"


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Where a stamp goes: page from 0, corners in points from the bottom left of the page; no print lies in it."""

    page: int
    x1: float
    y1: float
    x2: float
    y2: float


class Letterhead(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Centred lines between the margins, a logo at the left where there is one, a double rule below."""

    size = 12.0
    leading = 15.0
    logo_side = 46.0
    most_lines = 12

    def __init__(self, texts: Sequence[str], logo: bytes | None) -> None:
        super().__init__()
        self._texts = texts
        self._logo = read_logo(logo) if logo else None
        self._lines: list[tuple[str, float]] = []

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        """Break the lines beside the logo; both sides keep its room, so that the lines stay centred."""
        self.width = available_width
        room = available_width - (2 * (self.logo_side + 8) if self._logo else 0)
        self._lines = []
        for place, text in enumerate(self._texts):
            size = self.size if place == 0 else self.size - 1
            self._lines += [(line, size) for line in lines(text, STRONG, size, room)]
        if len(self._lines) > self.most_lines:
            self._lines[self.most_lines - 1 :] = [(ELLIPSIS, self.size)]
        text_height = self.leading * len(self._lines)
        self.height = max(text_height, self.logo_side if self._logo else 0) + 9
        return self.width, self.height

    def draw(self) -> None:
        """Draw rule, logo and lines."""
        canvas = self.canv
        canvas.setLineWidth(1.4)
        canvas.line(0, 2.4, self.width, 2.4)
        canvas.setLineWidth(HAIRLINE)
        canvas.line(0, 0, self.width, 0)
        if self._logo:
            canvas.drawImage(
                self._logo, 0, 8, self.logo_side, self.logo_side, mask="auto", preserveAspectRatio=True, anchor="sw"
            )
        y = self.height - 12 - (self.height - 9 - self.leading * len(self._lines)) / 2
        for line, size in self._lines:
            canvas.setFont(STRONG, size)
            canvas.drawCentredString(self.width / 2, y, line)
            y -= self.leading


class SignatureRow(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Up to two signature boxes side by side; tells where the stamps go when it is drawn."""

    gap = 14.0
    pad = 7.0
    stamp = 36.0
    most_lines = 4

    def __init__(self, signers: Sequence[Signer], measured: Callable[[SignatureBox], object]) -> None:
        super().__init__()
        self._signers = signers
        self._measured = measured

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        """Measure the names; both boxes of a row are as high as the one with more lines."""
        self.width = available_width
        self._side = (available_width - self.gap) / 2
        self._names = [self._name(signer.name) for signer in self._signers]
        self.height = 2 * self.pad + 10 + self.stamp + 11.5 * max(map(len, self._names)) + 9
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes and report the room of the stamps."""
        for place, (signer, names) in enumerate(zip(self._signers, self._names, strict=True)):
            self._draw_box(place * (self._side + self.gap), signer, names)

    def _draw_box(self, left: float, signer: Signer, names: list[str]) -> None:
        canvas, inner = self.canv, self._side - 2 * self.pad
        canvas.setLineWidth(HAIRLINE)
        canvas.setStrokeGray(QUIET)
        canvas.rect(left, 0, self._side, self.height, stroke=1, fill=0)
        canvas.setStrokeGray(INK)
        x, top = left + self.pad, self.height - self.pad
        self._write(x, top - 7, REGULAR, 8.5, QUIET, fitted(signer.role, REGULAR, 8.5, inner))
        nip = f"NIP {signer.nip}" if signer.nip else ""
        self._write(x, self.pad + 1, REGULAR, 8.5, INK, fitted(nip, REGULAR, 8.5, inner))
        for number, name in enumerate(reversed(names)):
            self._write(x, self.pad + 12.5 + 11.5 * number, STRONG, 9, INK, name)
        stamp_top = top - 11
        self._write(x, stamp_top - 21, REGULAR, 8.5, QUIET, signer.pending)
        x1, y1 = canvas.absolutePosition(x, stamp_top - self.stamp + 2)
        x2, y2 = canvas.absolutePosition(x + inner, stamp_top)
        page = canvas.getPageNumber() - 1
        self._measured(SignatureBox(page, *(round(each, 2) for each in (x1, y1, x2, y2))))

    def _write(self, x: float, y: float, face: str, size: float, grey: float, text: str) -> None:
        self.canv.setFont(face, size)
        self.canv.setFillGray(grey)
        self.canv.drawString(x, y, text)
        self.canv.setFillGray(INK)

    def _name(self, name: str) -> list[str]:
        room = self._side - 2 * self.pad
        broken = lines(name, STRONG, 9, room) or [""]
        if len(broken) <= self.most_lines:
            return broken
        last = broken[self.most_lines - 1] + ELLIPSIS
        return [*broken[: self.most_lines - 1], fitted(last, STRONG, 9, room)]


class PageTotal(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Stands last in the story and tells every footer how many pages there are."""

    def __init__(self, face: str, size: float) -> None:
        super().__init__()
        self._face, self._size = face, size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Define the form that footers show."""
        canvas: Any = self.canv
        total = str(canvas.getPageNumber())
        canvas.beginForm(_TOTAL_FORM, 0, -self._size, width(total, self._face, self._size) + 1, self._size)
        canvas.setFont(self._face, self._size)
        canvas.setFillGray(QUIET)
        canvas.drawString(0, 0, total)
        canvas.endForm()


def draw_page_number(canvas: Any, page: int, x: float, y: float, face: str, size: float) -> None:
    """Draw which page of how many this is, in the face and size of the ``PageTotal`` that stands last."""
    words = f"Halaman {page} dari "
    canvas.setFont(face, size)
    canvas.drawString(x, y, words)
    canvas.saveState()
    canvas.translate(x + width(words, face, size), y)
    canvas.doForm(_TOTAL_FORM)
    canvas.restoreState()
