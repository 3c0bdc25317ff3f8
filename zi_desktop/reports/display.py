"""A report for the eyes: the stamps of its signatures drawn into the pages, for viewers that leave form fields out."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

_STAMP: Final = "ZiStempel{number}"
_Dictionary: Final[Any] = generic.DictionaryObject  # its constructor has no types


def with_stamps_drawn(pdf: bytes) -> bytes:
    """Return a report that looks the same in every viewer; it is only shown, its signatures do not verify.

    Args:
        pdf: a report that was written by this program and verifies.
    """
    writer: Any = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    pages: int = writer.root["/Pages"]["/Count"]
    for page in range(pages):
        _draw_stamps(writer, page)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _draw_stamps(writer: Any, page: int) -> None:
    pieces: list[str] = []
    stamps = _Dictionary()
    for number, (field, look) in enumerate(_looks(writer, page)):
        name = _STAMP.format(number=number)
        stamps[pdf_name(f"/{name}")] = look
        pieces.append(f"q {_matrix(field['/Rect'], look.get_object()['/BBox'])} cm /{name} Do Q")
    if pieces:
        content = writer.add_object(generic.StreamObject(stream_data="\n".join(pieces).encode("ascii")))
        writer.add_stream_to_page(page, content, _Dictionary({pdf_name("/XObject"): stamps}))


def _looks(writer: Any, page: int) -> Iterator[tuple[Any, Any]]:
    """Yield the form fields of a page that look like something, each with what it looks like."""
    found, _ = writer.find_page_for_modification(page)
    for annotation in found.get_object().get("/Annots", ()):
        field = annotation.get_object()
        if field.get("/Subtype") == "/Widget" and "/AP" in field:
            yield field, field["/AP"].raw_get("/N")


def _matrix(rect: generic.ArrayObject, box: generic.ArrayObject) -> str:
    """Return the six numbers that lay an appearance into its rectangle."""
    left, bottom, right, top = _ordered(rect)
    box_left, box_bottom, box_right, box_top = _ordered(box)
    wide, high = (right - left) / (box_right - box_left), (top - bottom) / (box_top - box_bottom)
    numbers = (wide, 0.0, 0.0, high, left - box_left * wide, bottom - box_bottom * high)
    return " ".join(f"{number:.4f}" for number in numbers)


def _ordered(rect: generic.ArrayObject) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = map(float, rect)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
