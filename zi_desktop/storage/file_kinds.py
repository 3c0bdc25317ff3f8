"""What a file is, told by its content and never by the end of its name."""

from typing import Final

HEAD: Final = 4096
"""Bytes from the start of a file that are looked at."""
TAIL: Final = 65536
"""Bytes from its end: there a ZIP file lists what it holds."""
UNKNOWN: Final = "application/octet-stream"
TEXT: Final = "text/plain"
JPEG: Final = "image/jpeg"
PICTURES: Final = (JPEG, "image/png", "image/webp")
"""Kinds of picture that can be made smaller, and shown small."""

_STARTS: Final = (
    (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF8", "image/gif"), (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"), (b"MM\0*", "image/tiff"), (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"), (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"), (b"\x1a\x45\xdf\xa3", "video/x-matroska"),
    (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"), (b"OggS", "audio/ogg"), (b"MZ", "application/x-msdownload"),
)  # fmt: skip
_RIFF: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS: Final = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heic", b"avif": "image/avif", b"qt  ": "video/quicktime", b"M4A ": "audio/mp4"}  # fmt: skip
_OFFICE: Final = (
    (b"word/document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/presentation", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (b"opendocument.text", "application/vnd.oasis.opendocument.text"),
    (b"opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
    (b"opendocument.presentation", "application/vnd.oasis.opendocument.presentation"),
)
_SUFFIXES: Final = {
    JPEG: ".jpg", "image/png": ".png", "image/webp": ".webp", "image/gif": ".gif", "image/bmp": ".bmp", "image/tiff": ".tif",
    "image/heic": ".heic", "image/avif": ".avif", "application/pdf": ".pdf", "application/rtf": ".rtf", TEXT: ".txt",
    "application/zip": ".zip", "application/vnd.rar": ".rar", "application/x-7z-compressed": ".7z", "video/mp4": ".mp4",
    "video/quicktime": ".mov", "video/x-matroska": ".mkv", "video/x-msvideo": ".avi", "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a", "audio/ogg": ".ogg", "audio/wav": ".wav",
    **dict(zip((kind for _, kind in _OFFICE), (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"), strict=True)),
}  # fmt: skip
_OLE: Final = frozenset({".doc", ".xls", ".ppt"})
"""Endings that one content may have: what distinguishes them lies deep inside."""


def kind_of(head: bytes, tail: bytes = b"") -> str:
    """Return the media type of a file from its first and last bytes; ``UNKNOWN`` where it is none of the known."""
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], UNKNOWN)
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _OFFICE if mark in head or mark in tail), "application/zip")
    return TEXT if _is_text(head) else UNKNOWN


def suffix_for(name: str, kind: str) -> str:
    """Return the ending under which a system opens a file: by its content, so that no program is passed off as a picture."""
    if kind == "application/x-ole-storage":
        ending = f".{name.rpartition('.')[2].casefold()}"
        return ending if ending in _OLE else ".doc"
    return _SUFFIXES.get(kind, ".bin")


def _is_text(head: bytes) -> bool:
    if not head or b"\0" in head:
        return False
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 and len(head) == HEAD  # the last character may have been cut
    return True
