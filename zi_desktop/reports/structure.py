"""Rule 0: the report is built again from its record, and nothing else may be in the file (design: signing)."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from pyhanko.pdf_utils.reader import PdfFileReader

from zi_desktop.domain.canonical import decode
from zi_desktop.domain.errors import AlteredReportError, ZiError
from zi_desktop.domain.instrument import Instrument
from zi_desktop.reports.object_graph import Path, first_difference
from zi_desktop.reports.pdf import build
from zi_desktop.reports.reading import MALFORMED, ReportFile, open_pdf
from zi_desktop.reports.signature_container import reserved
from zi_desktop.reports.signature_fields import SignatureFacts, prepare, write_signature
from zi_desktop.reports.signature_rules import SignatureState
from zi_desktop.trust.certificates import subject_name

BASE_REVISIONS: Final = 2
"""The report as built, then its signature fields; each signature adds one revision."""
_MISSHAPEN: Final = (
    ZiError, LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError,
    RecursionError, OSError, SyntaxError, zlib.error,
)  # fmt: skip
"""What building raises on a record that no service wrote (SyntaxError: Pillow on a broken picture)."""
_PLACES: Final = {
    "/AA": "tindakan otomatis",
    "/OpenAction": "tindakan otomatis",
    "/JavaScript": "tindakan otomatis",
    "/OCProperties": "lapisan",
    "/EmbeddedFiles": "lampiran",
    "/AF": "lampiran",
    "/AcroForm": "kolom isian atau tanda tangan",
    "/Annots": "anotasi atau kolom di atas halaman",
    "/AP": "gambar tanda tangan",
    "/Rect": "letak kolom tanda tangan",
    "/Contents": "isi halaman",
    "/Resources": "huruf atau gambar pada halaman",
    "/Pages": "halaman",
    "/Info": "keterangan berkas",
    "/Metadata": "keterangan berkas",
    "objects": "objek tambahan",
}
"""What stands at a place, by the last name on the way to it."""


@dataclass(frozen=True)
class Rebuild:
    """A record to be built again; equal where record and worksheet are."""

    record: bytes
    structure: str
    wording: str
    instrument: Instrument = field(compare=False, repr=False)


@lru_cache(maxsize=1)
def rebuilt(job: Rebuild) -> bytes:
    """Return the report that belongs to a record, ready for its first signature.

    The last one is kept: signing verifies before and after, and building is the slowest part of both.

    Raises:
        AlteredReportError: no report can be built from it.
    """
    try:
        record: Mapping[str, Any] = decode(job.record)
        return prepare(build(record, job.instrument), record["signers"])
    except _MISSHAPEN as error:
        raise AlteredReportError(
            "Data di dalam laporan tidak membentuk laporan yang sah. Minta laporan asli dari pembuatnya."
        ) from error


def signed_again(prepared: bytes, states: Sequence[SignatureState]) -> list[bytes]:
    """Return the report before and after each signature, as this program writes it around the given CMS."""
    stages = [prepared]
    for state in states:
        held = state.container
        facts = SignatureFacts(subject_name(held.certificate), state.mark.at, state.mark.reason, state.mark.location)
        room = reserved([held.certificate, *held.chain])
        stages.append(write_signature(stages[-1], state.slot, facts, room, _given(held.der)))
    return stages


def _given(der: bytes) -> Callable[[bytes], bytes]:
    return lambda _digest: der


def difference(file: ReportFile, stages: Sequence[bytes]) -> str:
    """Compare every revision of a file with the stages it should have gone through.

    Returns:
        A sentence for the first thing that is not as this program makes it; empty where all is.
    """
    if file.pdf == stages[-1]:
        return ""
    try:
        place = next(_places(file, stages), None)
    except MALFORMED:
        place = ("trailer",)
    return "" if place is None else _sentence(place)


def _places(file: ReportFile, stages: Sequence[bytes]) -> Iterator[Path]:
    # Equal bytes are the rule; another build of zlib packs streams otherwise, so meaning decides in the end.
    last = first_difference(file.reader, open_pdf(stages[-1]))
    if last is not None:
        yield last
    if file.marks:
        before = open_pdf(file.pdf[: file.marks[0].end]).get_historical_resolver(BASE_REVISIONS - 1)
        first = first_difference(before, open_pdf(stages[0]))
        if first is not None:
            yield first
    for mark, stage in zip(file.marks, stages[1:], strict=True):
        seen = open_pdf(file.pdf[: mark.end])
        place = first_difference(seen, open_pdf(stage)) or _extra_objects(seen, open_pdf(stage))
        if place is not None:
            yield place
    extra = _extra_objects(file.reader, open_pdf(stages[-1]))
    if extra is not None:
        yield extra


def _extra_objects(found: PdfFileReader, expected: PdfFileReader) -> Path | None:
    # Objects that nothing points to are not shown today, but a later reader may be led to them.
    return None if _object_counts(found) == _object_counts(expected) else ("objects",)


def _object_counts(reader: PdfFileReader) -> list[int]:
    return [len(reader.xrefs.explicit_refs_in_revision(revision)) for revision in range(reader.total_revisions)]


def _sentence(path: Path) -> str:
    place = next((_PLACES[key] for key in reversed(path) if key in _PLACES), "bagian berkas")
    return f"Laporan memuat {place} yang bukan buatan program ini dari data laporannya. Isinya sudah diubah."
