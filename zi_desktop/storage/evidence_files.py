"""Bytes of evidence: kept once under their SHA-256 in a folder of the workspace, written whole or not at all."""

import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.errors import EvidenceError, FileWriteError, PictureError
from zi_desktop.domain.refusals import reason
from zi_desktop.paths import flush_folder
from zi_desktop.storage import file_kinds, files

FOLDER: Final = "bukti"
WAITING: Final = "menunggu"
"""Where files lie of which only lines speak that wait."""
RESERVE: Final = 200 * 1024 * 1024
"""Bytes left free for answers: they stay safe when a photo no longer fits."""
_CHUNK: Final = 1024 * 1024
_LARGEST_PHOTO: Final = 128 * 1024 * 1024
"""Bytes; a larger picture is kept as it is."""
_DIGITS: Final = frozenset("0123456789abcdef")
_LONGEST_NAME: Final = 255
"""Characters of a name that are kept."""
_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip

Went = Callable[[int], None]
"""Gets the bytes read since the last call; what it raises stops the reading, and nothing is left behind."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done with a file: kept or only noted; a photo made smaller or not, its place left in or not."""

    keep: bool = True
    downscale: bool = False
    keep_place: bool = False


AS_USUAL: Final = Treatment()


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it was taken in; see ``EvidenceFile`` for its fields. ``known``: its bytes were here before."""

    sha256: str
    name: str
    size: int
    type: str
    kept: bool
    taken: str
    original: str
    known: bool


class EvidenceStore:
    """The folder of a workspace in which evidence lies. Each call stands for itself, so that workers may share one."""

    def __init__(self, workspace: Path, folder: str = FOLDER) -> None:
        self.folder = workspace / folder

    def prepare(self) -> None:
        """Make the folder.

        Raises:
            FileWriteError: it cannot be made.
        """
        try:
            self.folder.mkdir(exist_ok=True)
        except OSError as error:
            raise files.write_error(self.folder, error) from error

    def take(self, source: Path, treatment: Treatment, went: Went) -> StoredFile:
        """Read a file once: hash it and keep its bytes; call ``flush`` before anything speaks of it.

        Raises:
            EvidenceError: names the file and what is wrong with it; nothing of it is kept.
        """
        name = clean_line(source.name)[:_LONGEST_NAME] or "tanpa nama"
        try:
            with _opened(source) as opened:
                return self._take(opened, name, treatment, went)
        except _RefusedError as error:
            raise EvidenceError(name, str(error)) from error
        except OSError as error:
            raise EvidenceError(name, reason(error)) from error
        except ValueError as error:  # a name that no system takes
            raise EvidenceError(name, "namanya tidak sah") from error

    def flush(self) -> None:
        """Make the names of all files taken so far durable."""
        if self.folder.is_dir():
            flush_folder(self.folder)

    def path_of(self, sha256: str) -> Path:
        """Return where the bytes of a digest lie or would lie; never a place outside the folder."""
        if not _is_digest(sha256):
            raise ValueError(sha256)
        return self.folder / sha256

    def sizes(self) -> dict[str, int]:
        """Return the sizes in bytes of everything kept, by digest."""
        return {entry.name: entry.stat().st_size for entry in self._entries() if _is_digest(entry.name)}

    def leftovers(self) -> dict[str, int]:
        """Return what a killed run left half written: name to size in bytes."""
        return {entry.name: entry.stat().st_size for entry in self._entries() if entry.name.endswith(".part")}

    def digest(self, sha256: str, went: Went) -> str:
        """Return the digest of the bytes that lie under another, or "" where none can be read."""
        found = hashlib.sha256()
        try:
            with self.path_of(sha256).open("rb", buffering=0) as file:
                for chunk in iter(lambda: file.read(_CHUNK), b""):
                    found.update(chunk)
                    went(len(chunk))
        except OSError:
            return ""
        return found.hexdigest()

    def remove(self, name: str) -> None:
        """Take bytes away for good (a digest, or a leftover).

        Raises:
            FileWriteError: the system refused.
        """
        path = self.folder / Path(name).name
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise FileWriteError(path.name, reason(error)) from error

    def _entries(self) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(self.folder) as entries:
                yield from (entry for entry in entries if entry.is_file(follow_symlinks=False))
        except FileNotFoundError:
            return

    def _take(self, opened: "_Opened", name: str, treatment: Treatment, went: Went) -> StoredFile:
        kind = _kind(opened)
        taken = ""
        if kind in file_kinds.PICTURES:
            from zi_desktop.storage import pictures  # noqa: PLC0415 (Pillow loads only for pictures)

            photo = pictures.describe(opened.file)
            taken = photo.taken
            changes = treatment.downscale or (photo.placed and not treatment.keep_place)
            if treatment.keep and changes and opened.size <= _LARGEST_PHOTO:
                return self._take_photo(opened, name, kind, taken, treatment, went)
        opened.file.seek(0)
        if treatment.keep:
            sha256, known = self._copy(opened, went)
        else:
            sha256, known = _hash(opened, went), False
        return StoredFile(sha256, name, opened.size, kind, treatment.keep, taken, "", known)

    def _take_photo(
        self, opened: "_Opened", name: str, kind: str, taken: str, treatment: Treatment, went: Went
    ) -> StoredFile:
        opened.file.seek(0)
        data = opened.file.read(opened.size + 1)
        opened.refuse_changed()
        went(len(data))
        changed = _changed_photo(data, kind, treatment)
        with self._writing(len(changed)) as target:
            target.write(changed)
            sha256, known = self._put(target, hashlib.sha256(changed).hexdigest())
        original = "" if changed is data else hashlib.sha256(data).hexdigest()
        return StoredFile(sha256, name, len(changed), kind, kept=True, taken=taken, original=original, known=known)

    def _copy(self, opened: "_Opened", went: Went) -> tuple[str, bool]:
        found = hashlib.sha256()
        with self._writing(opened.size) as target:
            for chunk in opened.chunks():
                found.update(chunk)  # lets other threads run, as reading and writing do
                target.write(chunk)
                went(len(chunk))
            return self._put(target, found.hexdigest())

    def _put(self, target: BinaryIO, sha256: str) -> tuple[str, bool]:
        """Make a written file durable and give it its name; what lies there already is replaced, so that damage heals."""
        target.flush()
        os.fsync(target.fileno())
        target.close()
        path = self.path_of(sha256)
        known = path.exists()
        files.replace_held(Path(target.name), path)
        return sha256, known

    @contextmanager
    def _writing(self, size: int) -> Iterator[BinaryIO]:
        if shutil.disk_usage(self.folder).free < size + RESERVE:
            raise _RefusedError(
                f"ruang penyimpanan hampir penuh, perlu {_megabytes(size)} dan cadangan {_megabytes(RESERVE)} untuk isian"
            )
        part = self.folder / f".{secrets.token_hex(8)}.part"
        try:
            with part.open("xb") as target:
                yield target
        except BaseException:
            files.forget(part)
            raise


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file that is being read, and how it was when it was opened."""

    file: BinaryIO
    size: int
    changed_at: int

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes from where the file stands; one that grows meanwhile is not followed for ever."""
        left = self.size
        while chunk := self.file.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                break
            yield chunk
        self.refuse_changed()

    def refuse_changed(self) -> None:
        now = os.fstat(self.file.fileno())
        if (now.st_size, now.st_mtime_ns) != (self.size, self.changed_at):
            raise _RefusedError("berkasnya berubah selagi dibaca")


class _RefusedError(Exception):
    """A file that is not taken, in words."""


@contextmanager
def _opened(source: Path) -> Iterator[_Opened]:
    """Open an ordinary file; nothing else is waited for."""
    if source.is_symlink():
        raise _RefusedError("itu sebuah tautan; pilih berkas aslinya")
    descriptor = os.open(source, _FLAGS)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise _RefusedError("itu sebuah folder" if stat.S_ISDIR(found.st_mode) else "itu bukan berkas biasa")
        if not found.st_size:
            raise _RefusedError("berkasnya kosong (0 byte)")
        yield _Opened(file, found.st_size, found.st_mtime_ns)


def _changed_photo(data: bytes, kind: str, treatment: Treatment) -> bytes:
    """Return a photo as it is kept; one that cannot be unpacked is kept as it is."""
    from zi_desktop.storage import pictures  # noqa: PLC0415 (see above)

    try:
        if treatment.downscale:
            made = pictures.smaller(data, keep_place=treatment.keep_place)
            if made is not data:
                return made
        return data if treatment.keep_place or kind != file_kinds.JPEG else pictures.without_place(data)
    except PictureError:
        return data


def _kind(opened: _Opened) -> str:
    head = opened.file.read(file_kinds.HEAD)
    tail = b""
    if head.startswith(b"PK"):
        opened.file.seek(max(0, opened.size - file_kinds.TAIL))
        tail = opened.file.read(file_kinds.TAIL)
    opened.file.seek(0)
    return file_kinds.kind_of(head, tail)


def _hash(opened: _Opened, went: Went) -> str:
    found = hashlib.sha256()
    for chunk in opened.chunks():
        found.update(chunk)
        went(len(chunk))
    return found.hexdigest()


def _is_digest(name: str) -> bool:
    return len(name) == hashlib.sha256().digest_size * 2 and _DIGITS.issuperset(name)


def _megabytes(size: int) -> str:
    return f"{max(1, round(size / 1024**2))} MB"
