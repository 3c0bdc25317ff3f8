"""Photos: made smaller, their time read, their place taken out, shown small. Hostile pictures end in a sentence."""

import datetime as dt
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from PIL import Image, ImageOps

from zi_desktop.domain.errors import PictureError

LONGEST_SIDE: Final = 2048
"""Pixels to which a photo is made smaller."""
MOST_PIXELS: Final = 100_000_000
"""No camera of an assessor makes larger pictures; unpacked, they would fill the memory."""
_EXIF, _GPS, _TAKEN, _OFFSET, _CHANGED, _ORIENTATION = 0x8769, 0x8825, 0x9003, 0x9011, 0x0132, 0x0112
_BROKEN: Final = (
    OSError, SyntaxError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, struct.error, EOFError,
    RuntimeError, MemoryError, Image.DecompressionBombError, Warning,
)  # fmt: skip
"""What Pillow raises on files that are no proper picture (a warning, where somebody made those errors)."""
_SEGMENT: Final = b"\xff\xe1"
_SCAN: Final = 0xDA
_EXIF_MARK, _XMP_MARK = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_LARGEST_SEGMENT: Final = 0xFFFF - 2

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")  # of damaged particulars; the picture is shown
warnings.simplefilter("error", Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class Photo:
    """What a picture says of itself: when it was taken (ISO, the camera's clock) or "", whether it says where."""

    taken: str
    placed: bool


def describe(file: BinaryIO) -> Photo:
    """Return what an open picture says of itself; one that cannot be read says nothing."""
    try:
        with _opened(file) as image:
            exif = image.getexif()
            own = exif.get_ifd(_EXIF)
            return Photo(_moment(own.get(_TAKEN) or exif.get(_CHANGED), own.get(_OFFSET)), bool(exif.get_ifd(_GPS)))
    except PictureError:
        return Photo("", placed=False)


def smaller(data: bytes, *, keep_place: bool) -> bytes:
    """Return a photo with no side longer than ``LONGEST_SIDE``, in the format it has; its time stays.

    Raises:
        PictureError: it cannot be unpacked.
    """
    with _opened(BytesIO(data)) as image:
        if max(image.size) <= LONGEST_SIDE:
            return data
        kind, exif = image.format, image.getexif()
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        exif.pop(_ORIENTATION, None)
        if not keep_place:
            exif.pop(_GPS, None)
        saved = BytesIO()
        upright.save(saved, kind, quality=85, exif=exif)
        return saved.getvalue()


def without_place(data: bytes) -> bytes:
    """Return a JPEG that does not say where it was taken; its pixels and its time stay as they are.

    Raises:
        PictureError: it cannot be read.
    """
    with _opened(BytesIO(data)) as image:
        exif = image.getexif()
        exif.get_ifd(_EXIF)  # read now, so that it is written again
        exif.pop(_GPS, None)
        fresh = exif.tobytes()
    kept = [part for part in _segments(data) if not part.startswith((_EXIF_MARK, _XMP_MARK), 4)]
    if len(fresh) <= _LARGEST_SEGMENT:
        kept.insert(1, _SEGMENT + struct.pack(">H", len(fresh) + 2) + fresh)
    return b"".join(kept)


def thumbnail(path: Path, side: int) -> bytes:
    """Return a picture shown small, as PNG; for the worker: unpacking takes time.

    Args:
        path: the picture.
        side: pixels of its longer side.

    Raises:
        PictureError: no picture, damaged, or larger than can be unpacked.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise PictureError("berkasnya tidak dapat dibaca") from error
    with file, _opened(file) as image:
        image.draft("RGB", (side, side))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((side, side))
        saved = BytesIO()
        (upright if upright.mode in ("RGB", "RGBA", "L") else upright.convert("RGBA")).save(saved, "PNG")
        return saved.getvalue()


@contextmanager
def _opened(file: BinaryIO) -> Iterator[Image.Image]:
    try:
        with Image.open(file, formats=("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")) as image:
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError(f"lebih dari {MOST_PIXELS // 1_000_000} juta titik") from error
    except _BROKEN as error:
        raise PictureError("isinya rusak atau bukan gambar") from error


def _moment(stated: object, offset: object) -> str:
    """Return the time of a photo as ISO, with its offset where the camera wrote one."""
    try:
        at = dt.datetime.strptime(f"{stated}".strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 (a camera knows no zone)
        zone = dt.datetime.strptime(f"{offset}".strip("\0 "), "%z").tzinfo if offset else None
    except ValueError:
        return ""
    return at.replace(tzinfo=zone).isoformat()


def _segments(data: bytes) -> list[bytes]:
    """Return the start, each segment, and from the first scan on the rest of a JPEG."""
    parts, at = [data[:2]], 2
    while data[at : at + 1] == b"\xff" and data[at + 1] != _SCAN:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end <= at + 2 or end > len(data):
            raise PictureError("isinya rusak atau bukan gambar")
        parts.append(data[at:end])
        at = end
    return [*parts, data[at:]]
