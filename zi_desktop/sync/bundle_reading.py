"""Opening a bundle: everything in it is verified into a staging folder before anybody looks at it."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from zi_desktop.domain.errors import BundleRejected, CardError, FileReadError
from zi_desktop.domain.refusals import reason
from zi_desktop.sync import segments as segment_format
from zi_desktop.sync.encryption import decrypt, is_encrypted
from zi_desktop.sync.entry_names import (
    MANIFEST,
    MEDIA_TYPE,
    MIMETYPE,
    SIGNATURE,
    Part,
    card_name,
    evidence_name,
    part_of,
    report_name,
    segment_name,
)
from zi_desktop.sync.manifests import LARGEST_MANIFEST, Manifest, read_manifest
from zi_desktop.sync.segments import Segment, read_segment
from zi_desktop.sync.zip_format import START, STORED
from zi_desktop.sync.zip_reading import Placed, chunks, read_directory
from zi_desktop.trust import cards as card_format
from zi_desktop.trust.cards import Card, read_card
from zi_desktop.trust.device_keys import is_device, is_signature, signed_by

Progress = Callable[[int, int], None]
"""Gets bytes done and bytes in all, now and then; may raise to break off."""

PURPOSE: Final = b"zi-bundle/1\n"
"""What stands before a manifest when it is signed."""
MOST_SEGMENTS: Final = 32 * 1024 * 1024
"""Bytes of all segments of a bundle together; they are kept in memory."""
_SIGNATURE_SIZE: Final = 64 + 1 + 128
_OPENED: Final = "terbuka.zip"
MOST_LINES: Final = 100_000
"""Lines of all segments of a bundle together: some 250 evaluations."""
MOST_PARTS: Final[Mapping[Part, int]] = {Part.CARD: 512, Part.SEGMENT: 4096}
"""Each takes a signature to verify."""
_LARGEST: Final[Mapping[Part, int]] = {
    Part.CARD: card_format.LARGEST,
    Part.SEGMENT: segment_format.LARGEST,
}
_FIRST: Final = [MIMETYPE, MANIFEST, SIGNATURE]


@dataclass(frozen=True, slots=True)
class OpenBundle:
    """A bundle that holds what it says, from the device that it names; whether anybody knows that device is not asked.

    ``segments`` are signed and chained; ``segments.events_of`` reads their lines. ``evidence`` and ``reports`` are
    files in the staging folder by SHA-256. ``cards`` are those of others that came along.
    """

    manifest: Manifest
    card: Card
    segments: tuple[Segment, ...]
    evidence: Mapping[str, Path]
    reports: Mapping[str, Path]
    cards: tuple[Card, ...]


@dataclass(slots=True)
class _Found:
    segments: list[Segment] = field(default_factory=list)
    lines: int = 0
    evidence: dict[str, Path] = field(default_factory=dict)
    reports: dict[str, Path] = field(default_factory=dict)
    cards: list[Card] = field(default_factory=list)


def open_bundle(
    path: Path, staging: Path, *, identities: Sequence[str], progress: Progress = lambda _done, _all: None
) -> OpenBundle:
    """Verify a bundle, encrypted or plain (told apart by content), into a folder that holds nothing else.

    Args:
        path: the bundle.
        staging: gets its files, under names of our own; the caller removes it, whatever comes of this.
        identities: age identities that may decrypt it.
        progress: see ``Progress``.

    Raises:
        BundleRejected: anything in it is broken, altered or hostile.
        FileReadError: the medium failed, or there is no room for the staging folder.
    """
    try:
        staging.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as file:
            if not is_encrypted(file):
                return read_plain(file, staging, progress)
            opened = staging / _OPENED
            try:
                with opened.open("wb+") as plain:
                    decrypt(file, plain, identities)
                    return read_plain(plain, staging, progress)
            finally:
                opened.unlink(missing_ok=True)
    except OSError as error:
        raise FileReadError(str(path), reason(error)) from error


def read_plain(file: BinaryIO, staging: Path | None, progress: Progress) -> OpenBundle:
    """Verify a bundle that is not, or no longer, encrypted; without a staging folder its files are only verified.

    Raises:
        BundleRejected: see ``open_bundle``.
        OSError: reading or writing failed.
    """
    file.seek(0)
    if file.read(len(START)) != START:
        raise BundleRejected("berkas ini bukan paket ZI Desktop")
    placed = read_directory(file)
    if [each.entry.name for each in placed[:3]] != _FIRST:
        raise BundleRejected("susunan isinya bukan susunan paket")
    if _content(file, placed[0], len(MEDIA_TYPE)) != MEDIA_TYPE:
        raise BundleRejected("berkas ini bukan paket ZI Desktop")
    manifest = _manifest(_content(file, placed[1], LARGEST_MANIFEST), _content(file, placed[2], _SIGNATURE_SIZE))
    card = _card(manifest.card)
    if card.device != manifest.device:
        raise BundleRejected("kartu pengirim bukan milik perangkat yang menandatangani")
    rest = placed[3:]
    _compare(manifest, rest)
    found = _Found()
    done, total = 0, sum(each.entry.size for each in rest)
    for each in rest:
        progress(done, total)
        _take(file, each, manifest.entries[each.entry.name][0], staging, found)
        done += each.entry.size
    progress(total, total)
    return OpenBundle(manifest, card, tuple(found.segments), found.evidence, found.reports, tuple(found.cards))


def _manifest(data: bytes, signature: bytes) -> Manifest:
    device, _, digits = signature.decode("ascii", "replace").partition("\n")
    if (
        not is_device(device)
        or not is_signature(digits)
        or not signed_by(device, PURPOSE + data, bytes.fromhex(digits))
    ):
        raise BundleRejected("tanda tangan paket tidak sah")
    manifest = read_manifest(data)
    if manifest.device != device:
        raise BundleRejected("tanda tangan paket bukan dari pengirimnya")
    return manifest


def _compare(manifest: Manifest, rest: Sequence[Placed]) -> None:
    """Hold the entries against the manifest, before any of them is unpacked."""
    if {each.entry.name: each.entry.size for each in rest} != {
        name: size for name, (_, size) in manifest.entries.items()
    }:
        raise BundleRejected("isinya tidak sama dengan daftar isinya")
    named = {
        **{evidence_name(each.sha256): each for each in manifest.evidence if each.included},
        **{report_name(each.sha256): each for each in manifest.reports if each.included},
    }
    files = {each.entry.name for each in rest if part_of(each.entry.name) in (Part.EVIDENCE, Part.REPORT)}
    if named.keys() != files or any(manifest.entries[name] != (each.sha256, each.size) for name, each in named.items()):
        raise BundleRejected("berkas di dalamnya tidak sama dengan daftar berkasnya")
    if any(each.entry.method != STORED for each in rest if each.entry.name in files):
        raise BundleRejected("cara penyimpanan suatu berkas tidak dikenal")
    parts = Counter(part_of(each.entry.name) for each in rest)
    size = sum(each.entry.size for each in rest if part_of(each.entry.name) is Part.SEGMENT)
    if size > MOST_SEGMENTS or any(parts[part] > most for part, most in MOST_PARTS.items()):
        raise BundleRejected("isinya melebihi batas satu paket")


def _take(file: BinaryIO, placed: Placed, sha256: str, staging: Path | None, found: _Found) -> None:
    name = placed.entry.name
    part = part_of(name)
    if part in (Part.EVIDENCE, Part.REPORT):
        path = _kept(file, placed, sha256, staging and staging / name.rpartition("/")[2])
        if path is not None:
            (found.evidence if part is Part.EVIDENCE else found.reports)[sha256] = path
        return
    assert part is not None, "the manifest names nothing else"
    data = _content(file, placed, _LARGEST[part])
    if hashlib.sha256(data).hexdigest() != sha256:
        raise BundleRejected("suatu isi bukan yang ditandatangani")
    if part is Part.SEGMENT:
        segment = read_segment(data)
        if name != segment_name(segment, data):
            raise BundleRejected("suatu ruas catatan tidak bernama seperti isinya")
        found.segments.append(segment)
        found.lines += len(segment.lines)
        if found.lines > MOST_LINES:
            raise BundleRejected("catatannya melebihi batas satu paket")
    else:
        card = _card(data)
        if name != card_name(card.device):
            raise BundleRejected("suatu kartu tidak bernama seperti isinya")
        found.cards.append(card)


def _kept(file: BinaryIO, placed: Placed, sha256: str, path: Path | None) -> Path | None:
    """Verify a file; keep it where a path is given (its name is our own: digits of a digest, see ``entry_names``)."""
    digest = hashlib.sha256()
    with path.open("wb") if path else nullcontext() as target:
        for chunk in chunks(file, placed):
            digest.update(chunk)
            if target:
                target.write(chunk)
    if digest.hexdigest() != sha256:
        raise BundleRejected("suatu berkas bukan yang ditandatangani")
    return path


def _content(file: BinaryIO, placed: Placed, largest: int) -> bytes:
    if placed.entry.size > largest:
        raise BundleRejected("suatu isi melebihi batas")
    return b"".join(chunks(file, placed))


def _card(data: bytes) -> Card:
    try:
        return read_card(data)
    except CardError as error:
        raise BundleRejected("memuat kartu yang tidak sah") from error
