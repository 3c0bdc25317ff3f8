"""Rules 1 to 4: the right fields, certified and locked, every signature intact, the last one over the whole file."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.errors import AlteredReportError
from zi_desktop.reports.reading import ReportFile, SignatureMark
from zi_desktop.reports.signature_container import Container, read_container
from zi_desktop.reports.signature_fields import Slot

_CERTIFIED_ALONE: Final = 1
_CERTIFIED_FIRST: Final = 2


@dataclass(frozen=True)
class SignatureState:
    """A signature that could be read, in its place; ``intact`` tells whether it covers its bytes and is valid."""

    slot: Slot
    mark: SignatureMark
    container: Container
    intact: bool


@dataclass(frozen=True)
class Inspection:
    """What the rules found: the signatures in order, and a sentence for each breach (then the file is altered)."""

    states: tuple[SignatureState, ...]
    problems: tuple[str, ...]


def inspect_signatures(file: ReportFile, places: Sequence[Slot]) -> Inspection:
    """Hold the signatures of a file against the places that its record names."""
    problems = list(_order(file, places))
    states: list[SignatureState] = []
    for slot, mark in zip(places, file.marks, strict=False):
        try:
            container = read_container(mark.contents)
        except AlteredReportError as error:
            problems.append(str(error))
            break
        intact = _covers(file.pdf, mark) and container.holds(_digest(file.pdf, mark))
        if not intact:
            problems.append(
                f"Tanda tangan ke-{slot.index + 1} tidak cocok dengan isi berkas: berkas berubah setelah ditandatangani."
            )
        problems.extend(_policy(slot, mark))
        states.append(SignatureState(slot, mark, container, intact))
    problems.extend(_extent(file))
    return Inspection(tuple(states), tuple(dict.fromkeys(problems)))


def _order(file: ReportFile, places: Sequence[Slot]) -> list[str]:
    expected = [place.field for place in places]
    signed = [mark.field for mark in file.marks]
    if list(file.fields) != expected:
        return ["Kolom tanda tangan tidak sama dengan daftar penanda tangan di dalam laporan."]
    if signed != expected[: len(signed)]:
        return ["Urutan tanda tangan tidak sesuai dengan urutan penanda tangan di dalam laporan."]
    ends = [mark.end for mark in file.marks]
    if ends != sorted(set(ends)):
        return ["Tanda tangan tidak dibubuhkan berurutan."]
    return []


def _policy(slot: Slot, mark: SignatureMark) -> list[str]:
    expected = None
    if slot.certifies:
        expected = _CERTIFIED_ALONE if slot.locks else _CERTIFIED_FIRST
    if mark.permission != expected:
        return [f"Tanda tangan ke-{slot.index + 1} tidak mengesahkan berkas sebagaimana mestinya."]
    if mark.locks != slot.locks:
        return [f"Tanda tangan ke-{slot.index + 1} tidak mengunci berkas sebagaimana mestinya."]
    return []


def _covers(pdf: bytes, mark: SignatureMark) -> bool:
    # The only gap is the reserved room itself, and it is spelled in one way: capitals, no blanks.
    start, length, resumed, rest = mark.byte_range
    if start != 0 or length <= 0 or rest <= 0 or not length < resumed <= mark.end <= len(pdf):
        return False
    return pdf[length:resumed] == b"<" + mark.contents.hex().upper().encode() + b">"


def _digest(pdf: bytes, mark: SignatureMark) -> bytes:
    start, length, resumed, _ = mark.byte_range
    return hashlib.sha256(pdf[start : start + length] + pdf[resumed : mark.end]).digest()


def _extent(file: ReportFile) -> list[str]:
    if file.marks and max(mark.end for mark in file.marks) != len(file.pdf):
        return ["Berkas memuat tambahan yang tidak tercakup tanda tangan terakhir."]
    if not file.pdf.rstrip(b"\r\n").endswith(b"%%EOF"):
        return ["Berkas memuat tambahan setelah akhir laporan."]
    return []
