"""A folder as the place of exchange: a stick, a share, a disk; works on exFAT, which has no hard links."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from zi_desktop.domain.errors import TransportError
from zi_desktop.domain.refusals import reason
from zi_desktop.paths import flush_folder
from zi_desktop.sync.transport import CHUNK, checked, is_key


class FolderTransport:
    """Objects as files below one folder; see ``Transport``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def where(self) -> str:
        """Return the folder."""
        return str(self._folder)

    def put_new(self, key: str, source: bytes | Path) -> bool:
        """Write beside the place, flush, read again and compare, only then give it its name."""
        path = self._folder / checked(key)
        try:
            self._present()
            with _opened(source) as opened:
                wanted = _digest(opened)
                if path.exists():
                    return _digest_of(path) == wanted
                path.parent.mkdir(parents=True, exist_ok=True)
                opened.seek(0)
                return _written(opened, path, wanted)
        except OSError as error:
            raise TransportError(self.where, reason(error)) from error

    def names(self, prefix: str, after: str = "") -> Sequence[str]:
        """List files; what other programs leave on sticks is not looked at."""
        return [key for key in self._below(prefix, folders=False) if key > after]

    def folders(self, prefix: str) -> Sequence[str]:
        """List folders."""
        return self._below(prefix, folders=True)

    def size(self, key: str) -> int | None:
        """Look at the file."""
        try:
            self._present()
            path = self._folder / checked(key)
            return path.stat().st_size if path.is_file() else None
        except OSError as error:
            raise TransportError(self.where, reason(error)) from error

    def chunks(self, key: str, start: int = 0) -> Iterator[bytes]:
        """Read the file."""
        try:
            with (self._folder / checked(key)).open("rb") as file:
                file.seek(start)
                while chunk := file.read(CHUNK):
                    yield chunk
        except OSError as error:
            raise TransportError(self.where, reason(error)) from error

    def _below(self, prefix: str, *, folders: bool) -> list[str]:
        try:
            self._present()
            place = self._folder / checked(prefix)
            if not place.exists():
                return []
            with os.scandir(place) as found:
                entries = [
                    entry for entry in found if (entry.is_dir if folders else entry.is_file)(follow_symlinks=False)
                ]
        except OSError as error:
            raise TransportError(self.where, reason(error)) from error
        return sorted(f"{prefix}/{entry.name}" for entry in entries if is_key(entry.name))

    def _present(self) -> None:
        """Find out whether the medium is there: a stick that was pulled is no empty place."""
        self._folder.stat()


def _opened(source: bytes | Path) -> BinaryIO:
    return BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _written(opened: BinaryIO, path: Path, wanted: bytes) -> bool:
    part = path.with_name(f"{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            shutil.copyfileobj(opened, file, CHUNK)
            file.flush()
            os.fsync(file.fileno())
        if _digest_of(part) != wanted:
            raise OSError
        named = _named(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    flush_folder(path.parent)
    return named or _digest_of(path) == wanted


def _named(part: Path, path: Path) -> bool:
    """Give a written file its name without taking the place of another one; return whether it has it."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links: only one installation writes below its own prefix
        if path.exists():
            return False
        part.rename(path)
    return True


def _digest_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return _digest(file)


def _digest(file: BinaryIO) -> bytes:
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.digest()
