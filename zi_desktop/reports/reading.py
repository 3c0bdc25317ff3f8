"""Reading a report that came from anywhere: its record, its signature fields, the signatures in them; no judgement."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodeLimits, DecodePurpose, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from zi_desktop.domain.errors import AlteredReportError, UnreadableReportError

MAX_FILE: Final = 64 * 1024 * 1024
MAX_RECORD: Final = 2 * 1024 * 1024
MAX_FIELDS: Final = 64
RECORD_NAME: Final = "zi-report.json"
MALFORMED: Final = (
    PdfError, ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RecursionError,
    NotImplementedError, OSError, zlib.error,
)  # fmt: skip
"""What pyHanko raises on files that are no proper PDF: it checks little of a file's shape before it uses it."""

_MARKS: Final = (RECORD_NAME.encode(), b"(ttd_1_", b"(ttd_2_")
"""Bytes that only our reports hold, several of them more than once: one damaged byte cannot hide them all."""
_MAX_READS: Final = 1_000_000
"""Pieces that may be read of a file; a report of 300 pages needs a sixth of them."""
_SMALL: Final = StreamDecodeLimits(max_output_size=64 * 1024)
_LIMITS: Final = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=32 * 1024 * 1024),
    per_purpose={DecodePurpose.OBJECT_STREAM: _SMALL, DecodePurpose.XREF_STREAM: _SMALL},
    document_budget=DocumentDecodeBudget(base_allowance=128 * 1024 * 1024, max_ratio=2),
)
_LONGEST_NUMBER: Final = 20_000
"""Digits in a row; the room of a signature has some thousand zeros. pyHanko reads long numbers in quadratic time."""
_DIGITS: Final = bytes(ord("0") if chr(byte) in "0123456789+,-." else ord(" ") for byte in range(256))
_DAMAGED: Final = (
    "Berkas ini laporan ZI Desktop, tetapi isinya rusak atau diubah sehingga tidak dapat dibaca utuh. "
    "Minta laporan asli dari pembuatnya."
)
_FOREIGN: Final = "Berkas ini bukan laporan ZI Desktop yang dapat diperiksa. Pilih berkas PDF laporan akhir (bukan draf atau pindaian)."


class _Metered(BytesIO):
    """A file that is given out in a limited number of pieces: what a hostile one may cost in time and memory."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._left = _MAX_READS

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes.

        Raises:
            ValueError: the limit is used up.
        """
        self._left -= 1
        if self._left < 0:
            raise ValueError("more objects than any report has")
        return super().read(size)


@dataclass(frozen=True)
class SignatureMark:
    """A signature as it stands in the file: reserved room, signed ranges, and what its dictionary states.

    ``permission`` is the P of a certification, else None; ``locks`` tells whether it locks all fields.
    """

    field: str
    contents: bytes
    byte_range: tuple[int, int, int, int]
    at: datetime
    reason: str
    location: str
    permission: int | None
    locks: bool

    @property
    def end(self) -> int:
        """Return the offset after the last signed byte."""
        return self.byte_range[2] + self.byte_range[3]


@dataclass(frozen=True)
class ReportFile:
    """A report as read: ``record`` is the attachment of the first revision, ``fields`` the names in their order."""

    pdf: bytes
    reader: PdfFileReader
    record: bytes
    fields: tuple[str, ...]
    marks: tuple[SignatureMark, ...]


def open_report(pdf: bytes) -> ReportFile:
    """Read a report in bounded time and memory.

    Raises:
        UnreadableReportError: too large, no PDF, encrypted, or not a report of this program.
        AlteredReportError: it carries the marks of a report but cannot be read as one.
    """
    if len(pdf) > MAX_FILE:
        raise UnreadableReportError(
            "Berkas lebih besar dari 64 MB, sehingga tidak diperiksa. Pilih berkas laporan aslinya."
        )
    if not pdf:
        raise UnreadableReportError("Berkas ini kosong. Salin ulang laporan dari sumbernya, lalu periksa lagi.")
    try:
        return _read(pdf)
    except MALFORMED as error:
        if any(mark in pdf for mark in _MARKS):
            raise AlteredReportError(_DAMAGED) from error
        raise UnreadableReportError(_FOREIGN) from error


def read_record(pdf: bytes) -> bytes:
    """Return the attached record (canonical JSON) of a report; whether it may be believed is for ``verify`` to say.

    Raises:
        UnreadableReportError: not a report of this program.
        AlteredReportError: a report that cannot be read.
    """
    return open_report(pdf).record


def open_pdf(pdf: bytes) -> PdfFileReader:
    """Open a PDF strictly and with limits on what its streams may unpack to.

    Raises:
        UnreadableReportError: encrypted.
        PdfError, ValueError …: see ``MALFORMED``.
    """
    if b"0" * _LONGEST_NUMBER in pdf.translate(_DIGITS):
        raise ValueError("a longer number than any report has")
    reader = PdfFileReader(_Metered(pdf), strict=True, decode_limits=_LIMITS)
    if reader.encrypted:
        if any(mark in pdf for mark in _MARKS):
            raise AlteredReportError(_DAMAGED)
        raise UnreadableReportError("Berkas ini terkunci dengan passphrase. Minta laporan asli yang tidak dikunci.")
    if reader.has_xref_stream or reader.xrefs.hybrid_xrefs_present:
        raise ValueError("cross-reference streams, which no report has")
    return reader


def _read(pdf: bytes) -> ReportFile:
    reader = open_pdf(pdf)
    record = _record(reader.get_historical_root(0))
    fields = list(_fields(reader.root))
    marks = tuple(_mark(name, field["/V"]) for name, field in fields if "/V" in field)
    return ReportFile(pdf, reader, record, tuple(name for name, _ in fields), marks)


def _record(root: generic.DictionaryObject) -> bytes:
    names = root["/Names"]["/EmbeddedFiles"]["/Names"]
    for position in range(0, min(len(names), MAX_FIELDS), 2):
        if names[position] == RECORD_NAME:
            return _unpacked(names[position + 1]["/EF"]["/F"])
    raise KeyError(RECORD_NAME)


def _unpacked(stream: generic.StreamObject) -> bytes:
    # Other filters are slow on large data, and no report uses them.
    if stream["/Filter"] not in ("/FlateDecode", ["/FlateDecode"]):
        raise ValueError("a record packed in another way")
    data: bytes = stream.data
    if len(data) > MAX_RECORD:
        raise UnreadableReportError(
            "Data di dalam laporan lebih besar dari 2 MB, sehingga tidak dapat diperiksa atau ditandatangani. "
            "Ringkas catatan yang sangat panjang, lalu buat ulang laporannya."
        )
    return data


def _fields(root: generic.DictionaryObject) -> Iterator[tuple[str, generic.DictionaryObject]]:
    fields = root["/AcroForm"]["/Fields"]
    if len(fields) > MAX_FIELDS:
        raise ValueError("more fields than any report has")
    for field in (each.get_object() for each in fields):
        if field.get("/FT") != "/Sig" or "/Kids" in field:
            raise AlteredReportError(
                "Laporan memuat kolom isian yang tidak dibuat program ini. Isinya tidak dapat dipercaya; "
                "minta laporan asli dari pembuatnya."
            )
        yield str(field["/T"]), field


def _mark(name: str, signature: generic.DictionaryObject) -> SignatureMark:
    if signature["/Type"] != "/Sig" or signature["/SubFilter"] != "/ETSI.CAdES.detached":
        raise ValueError("a signature of another kind")
    first, second, third, fourth = (int(each) for each in signature["/ByteRange"])
    references = [each.get_object() for each in signature.get("/Reference", ())]
    transforms = {each["/TransformMethod"]: each["/TransformParams"] for each in references}
    return SignatureMark(
        field=name,
        contents=signature.raw_get("/Contents").original_bytes,
        byte_range=(first, second, third, fourth),
        at=_moment(signature),
        reason=str(signature.get("/Reason", "")),
        location=str(signature.get("/Location", "")),
        permission=int(transforms["/DocMDP"]["/P"]) if "/DocMDP" in transforms else None,
        locks=_locks_all(transforms.get("/FieldMDP")),
    )


def _moment(signature: generic.DictionaryObject) -> datetime:
    at: datetime = generic.parse_pdf_date(signature["/M"])
    if at.tzinfo is None:
        raise ValueError("a signing time without its zone")
    return at


def _locks_all(parameters: Any) -> bool:
    return parameters is not None and parameters["/Action"] == "/All" and parameters.get("/P") == 1
