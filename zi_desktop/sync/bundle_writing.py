"""Writing a bundle: beside its place, flushed, read back and verified; only then does it get its name."""

import hashlib
import os
import secrets
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Final

from zi_desktop.domain.errors import BundleRejected, FileWriteError, InvalidInputError
from zi_desktop.domain.refusals import reason
from zi_desktop.paths import flush_folder
from zi_desktop.sync.bundle_reading import MOST_LINES, MOST_PARTS, MOST_SEGMENTS, PURPOSE, Progress, read_plain
from zi_desktop.sync.encryption import MOST_RECIPIENTS, decrypt, encrypt, is_encrypted
from zi_desktop.sync.entry_names import (
    MANIFEST,
    MEDIA_TYPE,
    MIMETYPE,
    SIGNATURE,
    Part,
    card_name,
    evidence_name,
    report_name,
    segment_name,
)
from zi_desktop.sync.manifests import (
    LARGEST_MANIFEST,
    BundleKind,
    Listed,
    Manifest,
    NamedPerson,
    SubjectHead,
    manifest_bytes,
)
from zi_desktop.sync.segments import Segment, segment_bytes
from zi_desktop.sync.zip_format import CHUNK, LARGEST, MOST_ENTRIES
from zi_desktop.sync.zip_writing import ChunkReader, Content, file_size, from_file, in_memory, zip_chunks
from zi_desktop.trust.cards import Card, card_bytes
from zi_desktop.trust.device_keys import DeviceKey
from zi_desktop.trust.spelling import LONGEST_LABEL

SUFFIX: Final = ".zib"
_ROOM: Final = 1024 * 1024
"""Bytes kept for directory and encryption of a bundle of the largest size."""
_HEADERS: Final = MOST_PARTS[Part.SEGMENT] * 1024
"""Bytes kept for the headers of as many segments as there may be."""


@dataclass(frozen=True, slots=True)
class BundleContents:
    """What goes into a bundle.

    ``made`` is the local time with its zone; ``card`` that of the exporter, ``cards`` those of others; ``heads`` how
    far each subject reaches here; ``evidence`` and ``reports`` are files by SHA-256; ``listed`` names every piece of
    evidence that the lines speak of, those left out too (``included`` is told by ``evidence``).
    """

    kind: BundleKind
    installation: str
    number: int
    made: str
    card: Card
    segments: Sequence[Segment]
    heads: Mapping[str, SubjectHead]
    people: Sequence[NamedPerson] = ()
    cards: Sequence[Card] = ()
    evidence: Mapping[str, Path] = field(default_factory=dict)
    listed: Sequence[Listed] = ()
    reports: Mapping[str, Path] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenBundle:
    """A bundle that was written and read back: where it stands, its SHA-256 and size, and what it says of itself."""

    path: Path
    sha256: str
    size: int
    manifest: Manifest


def write_bundle(
    path: Path,
    contents: BundleContents,
    key: DeviceKey,
    *,
    recipients: Sequence[str],
    plain: bool = False,
    progress: Progress = lambda _done, _all: None,
) -> WrittenBundle:
    """Write a bundle, encrypted to the recipients and to this device, or plain by explicit choice.

    Args:
        path: where it will stand; a file of that name is replaced.
        contents: what goes in.
        key: the device that signs; the card must be its own.
        recipients: ``age1…``; none where it is plain.
        plain: whoever finds it can read it.
        progress: see ``Progress``; reading, writing and verifying count alike.

    Raises:
        InvalidInputError: more than one bundle takes: leave evidence for another one.
        FileReadError: a piece of evidence is missing or not what its SHA-256 says.
        FileWriteError: it could not be written, or does not read back as it was written.
    """
    assert contents.card.device == key.device, "whoever signs shows the own card"
    assert not (plain and recipients), "what is plain is encrypted to nobody"
    readers = () if plain else tuple(sorted({*recipients, key.recipient}))
    steps = _Steps(progress, 4 * sum(map(file_size, (*contents.evidence.values(), *contents.reports.values()))))
    parts = _parts(contents, steps)
    manifest = _manifest(contents, parts, readers)
    written = [*_head(manifest, key), *parts]
    _refuse_too_much(contents, written, readers)
    part = path.with_name(f"{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as target:
            _write(written, target, readers, steps)
        sha256, size = _read_back(part, manifest, key, steps)
        part.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        raise FileWriteError(str(path), reason(error)) from error
    finally:
        with suppress(OSError):  # the medium may be gone
            part.unlink(missing_ok=True)
    return WrittenBundle(path, sha256, size, manifest)


class _Steps:
    """Counts bytes for whoever wants to see them."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def step(self, count: int) -> None:
        """Count bytes."""
        self._done = min(self._done + count, self._total)
        self._progress(self._done, self._total)

    def verifying(self) -> Progress:
        """Return what counts on while a bundle is verified."""
        before = self._done
        return lambda done, _all: self.step(before + done - self._done)

    def counted(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Count bytes on their way."""
        for chunk in chunks:
            yield chunk
            self.step(len(chunk))


def _parts(contents: BundleContents, steps: _Steps) -> list[Content]:
    cards = {card_name(card.device): card_bytes(card) for card in contents.cards if card.device != contents.card.device}
    spelled = ((segment, segment_bytes(segment)) for segment in contents.segments)
    segments = {segment_name(segment, data): in_memory(segment_name(segment, data), data) for segment, data in spelled}
    return [
        *(in_memory(name, data) for name, data in sorted(cards.items())),
        *(segments[name] for name in sorted(segments)),
        *(
            from_file(evidence_name(sha256), file, sha256, steps.step)
            for sha256, file in sorted(contents.evidence.items())
        ),
        *(
            from_file(report_name(sha256), file, sha256, steps.step)
            for sha256, file in sorted(contents.reports.items())
        ),
    ]


def _manifest(contents: BundleContents, parts: Sequence[Content], readers: tuple[str, ...]) -> Manifest:
    sizes = {content.sha256: content.entry.size for content in parts}
    listed = {each.sha256: replace(each, included=False) for each in contents.listed}
    listed |= {sha256: Listed(sha256, sizes[sha256]) for sha256 in contents.evidence}
    return Manifest(
        contents.kind, secrets.token_hex(16), contents.made, contents.installation, contents.card.device,
        card_bytes(contents.card), contents.number,
        {content.entry.name: (content.sha256, content.entry.size) for content in parts}, contents.heads,
        tuple(map(_cut, contents.people)), tuple(listed[sha256] for sha256 in sorted(listed)),
        tuple(Listed(sha256, sizes[sha256]) for sha256 in sorted(contents.reports)), readers,
    )  # fmt: skip


def _cut(person: NamedPerson) -> NamedPerson:
    """Return a person whose name no reader refuses for its length."""
    label = slice(LONGEST_LABEL)
    return NamedPerson(person.id, person.name[label], person.nip[label], person.position[label])


def _head(manifest: Manifest, key: DeviceKey) -> list[Content]:
    data = manifest_bytes(manifest)
    signature = f"{key.device}\n{key.sign(PURPOSE + data).hex()}".encode()
    return [
        in_memory(MIMETYPE, MEDIA_TYPE, pack=False), in_memory(MANIFEST, data), in_memory(SIGNATURE, signature, pack=False),
    ]  # fmt: skip


def _refuse_too_much(contents: BundleContents, written: Sequence[Content], readers: Sequence[str]) -> None:
    size = sum(content.entry.length for content in written)
    lines = sum(len(segment.lines) for segment in contents.segments)
    segments = sum(len(line) + 1 for segment in contents.segments for line in segment.lines)
    manifest = next(content.entry.size for content in written if content.entry.name == MANIFEST)
    if len(readers) > MOST_RECIPIENTS:
        raise InvalidInputError(
            f"Penerima paket paling banyak {MOST_RECIPIENTS}. Belum ada yang ditulis; kurangi penerimanya."
        )
    if (
        size > LARGEST - _ROOM
        or len(written) > MOST_ENTRIES
        or manifest > LARGEST_MANIFEST
        or lines > MOST_LINES
        or segments > MOST_SEGMENTS - _HEADERS
        or len(contents.segments) > MOST_PARTS[Part.SEGMENT]
        or len(contents.cards) > MOST_PARTS[Part.CARD]
    ):
        raise InvalidInputError(
            "Isinya melebihi satu paket. Belum ada yang ditulis; ekspor lebih sedikit penilaian sekaligus, "
            "atau jawaban saja lalu bukti menyusul."
        )


def _write(written: Sequence[Content], target: BinaryIO, readers: Sequence[str], steps: _Steps) -> None:
    chunks = steps.counted(zip_chunks(written))
    if readers:
        encrypt(ChunkReader(chunks), target, readers)
    else:
        target.writelines(chunks)
    target.flush()
    os.fsync(target.fileno())


def _read_back(part: Path, manifest: Manifest, key: DeviceKey, steps: _Steps) -> tuple[str, int]:
    """Verify what the medium holds; return its SHA-256 and size."""
    with part.open("rb") as file:
        digest = hashlib.sha256()
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            steps.step(len(chunk))
        size = file.tell()
        try:
            held = _verified(file, key, steps.verifying()) == manifest
        except BundleRejected:
            held = False
    if not held:
        raise FileWriteError(part.name, "hasil tulisnya tidak terbaca sama, mungkin medianya rusak")
    return digest.hexdigest(), size


def _verified(file: BinaryIO, key: DeviceKey, progress: Progress) -> Manifest:
    if not is_encrypted(file):
        return read_plain(file, None, progress).manifest
    with tempfile.TemporaryFile() as plain:
        decrypt(file, plain, [key.identity])
        return read_plain(plain, None, progress).manifest
