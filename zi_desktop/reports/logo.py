"""The agency's logo: a PNG of modest size from the record, which may come from anywhere, and so is read with care."""

import struct
from io import BytesIO

from reportlab.lib.utils import ImageReader

from zi_desktop.domain.errors import ReportError

LARGEST_FILE = 512 * 1024
LARGEST_SIDE = 2000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">8s4x4sII")


def read_logo(data: bytes) -> ImageReader:
    """Return the picture, decoded.

    Raises:
        ReportError: no PNG, damaged, or larger than a logo is.
    """
    if len(data) > LARGEST_FILE:
        raise ReportError("Logo instansi terlalu besar (paling besar 512 KB)")
    # Judged before any decoder sees it: only PNG, and no small file that unpacks into a huge picture.
    if len(data) < _HEADER.size or not data.startswith(_SIGNATURE):
        raise ReportError("Logo instansi bukan gambar PNG")
    _, chunk, width, height = _HEADER.unpack_from(data)
    if chunk != b"IHDR" or not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise ReportError("Logo instansi rusak atau lebih dari 2000 piksel")
    try:
        image = ImageReader(BytesIO(data))
        image.getRGBData()
    except (OSError, SyntaxError, ValueError) as error:
        raise ReportError("Logo instansi rusak") from error
    return image
