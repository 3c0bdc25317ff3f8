"""Files that tests add as evidence: photos with a time and a place, documents by their first bytes, hostile ones."""

import os
import struct
import zlib
from io import BytesIO

from PIL import Image

TAKEN = "2026:05:01 10:20:30"
_EXIF, _GPS, _TAKEN, _OFFSET, _MAKE = 0x8769, 0x8825, 0x9003, 0x9011, 0x010F


def photo(path, *, side=120, place=True, xmp=False, turned=False):
    """Write a JPEG as a phone makes it: landscape, with camera, time, and the place where it was taken."""
    image = Image.frombytes("RGB", (side, side // 2), os.urandom(side * (side // 2) * 3))
    exif = Image.Exif()
    exif[_MAKE] = "Kamera Contoh"
    exif.get_ifd(_EXIF).update({_TAKEN: TAKEN, _OFFSET: "+07:00"})
    if turned:
        exif[0x0112] = 6
    if place:
        exif.get_ifd(_GPS).update({1: "S", 2: (6.0, 12.0, 3.5), 3: "E", 4: (106.0, 49.0, 1.5)})
    saved = BytesIO()
    image.save(saved, "JPEG", exif=exif, quality=90)
    data = saved.getvalue()
    if xmp:
        text = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='6'/>"
        data = data[:2] + b"\xff\xe1" + struct.pack(">H", len(text) + 2) + text + data[2:]
    path.write_bytes(data)
    return path


def exif_of(data):
    """Return what a picture says of itself: camera, time, whether it names a place."""
    with Image.open(BytesIO(data)) as image:
        exif = image.getexif()
        return exif.get(_MAKE), exif.get_ifd(_EXIF).get(_TAKEN), bool(exif.get_ifd(_GPS))


def size_of(data):
    with Image.open(BytesIO(data)) as image:
        return image.size


def huge_picture(path, side=30_000):
    """Write a PNG of a few hundred KB that unpacks to ``side``² pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(side + 1)) for _ in range(side)) + packer.flush()
    parts = [(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
    return path


def text_file(path, text="Contoh isi.\n"):
    path.write_text(text, encoding="utf-8")
    return path
