"""Files written whole or not at all, under names that every file system takes."""

import hashlib
import os
import secrets
import shutil
import time
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import FileHeldError, FileReadError, FileWriteError
from zi_desktop.domain.refusals import reason
from zi_desktop.paths import flush_folder

_RESERVED: Final = frozenset({
    "con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
})  # fmt: skip
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_LONGEST_NAME: Final = 120
"""Bytes in UTF-8: leaves room for what is put around a name, and for Windows' 260 characters of a path."""
_HELD: Final = frozenset({5, 32, 33})
"""What Windows answers (winerror) while another program holds a file: access denied, sharing or lock violation."""
_TRIES: Final = 8
_FIRST_WAIT: Final = 0.02
"""Seconds; doubled each time, 2.5 seconds in all."""


def safe_name(text: str) -> str:
    """Return a text as the stem of a file name that Windows, exFAT and Linux take."""
    kept = "".join(" " if c in _FORBIDDEN or unicodedata.category(c).startswith("C") else c for c in text)
    name = " ".join(kept.split()).encode()[:_LONGEST_NAME].decode(errors="ignore").strip(" .")
    return f"_{name}" if not name or name.partition(".")[0].strip().casefold() in _RESERVED else name


def write_whole(path: Path, data: bytes) -> Path:
    """Write a file through a temporary one in the same folder; return where it stands.

    Raises:
        FileWriteError: the folder is missing, full or not to be written; nothing is left behind.
        FileHeldError: another program holds the old file; the new one stands beside it.
    """
    part = write_part(path, data)
    return put_in_place(part, path)


def copy_whole(source: Path, path: Path) -> Path:
    """Copy a file through a temporary one in the folder of the copy; return where it stands.

    Raises:
        FileWriteError: the source is gone, or the copy cannot be written; nothing is left behind.
        FileHeldError: another program holds an old copy; the new one stands beside it.
    """
    part = part_of(path)
    try:
        shutil.copyfile(source, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        forget(part)
        raise write_error(path, error) from error
    return put_in_place(part, path)


def write_part(path: Path, data: bytes) -> Path:
    """Write and flush the temporary file of ``path``; ``put_in_place`` makes it the file.

    Raises:
        FileWriteError: the folder is missing, full or not to be written; nothing is left behind.
    """
    part = part_of(path)
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        forget(part)
        raise write_error(path, error) from error
    return part


def put_in_place(part: Path, path: Path) -> Path:
    """Make a written temporary file the file; on Windows somebody may hold the old one for a moment.

    Raises:
        FileHeldError: it stayed held; the new file stands under another name, which the sentence gives.
        FileWriteError: the system refused; the temporary file is gone.
    """
    try:
        replace_held(part, path)
    except OSError as error:
        other = path.with_name(f"{path.stem} ({secrets.token_hex(2)}){path.suffix}")
        if _is_held(error) and _renamed(part, other):
            raise FileHeldError(path.name, other.name) from error
        forget(part)
        raise write_error(path, error) from error
    flush_folder(path.parent)
    return path


def replace_held(part: Path, path: Path) -> None:
    """Rename over a file, trying again for 2.5 seconds while another program holds it (virus scanner, indexer).

    Raises:
        OSError: it stayed held, or the system refused for another reason.
    """
    wait = _FIRST_WAIT
    for _ in range(_TRIES - 1):
        try:
            part.replace(path)
        except PermissionError as error:
            if not _is_held(error):
                raise
            time.sleep(wait)
            wait *= 2
        else:
            return
    part.replace(path)


def part_of(path: Path) -> Path:
    """Return a new name for the temporary file of ``path``, in the same folder."""
    return path.with_name(f".{secrets.token_hex(4)}-{path.name}"[:200] + ".part")


def forget(part: Path) -> None:
    """Take a temporary file away, if it was ever made."""
    with suppress(OSError):  # a name that the system refused to make cannot be taken away either
        part.unlink(missing_ok=True)


def read_whole(path: Path, largest: int) -> bytes:
    """Read a file that a person named.

    Raises:
        FileReadError: missing, not to be read, no file, or larger than ``largest`` bytes.
    """
    try:
        if path.is_file() and path.stat().st_size > largest:
            raise FileReadError(str(path), f"lebih besar dari {largest // 1024**2} MB")
        return path.read_bytes()
    except OSError as error:
        raise FileReadError(str(path), reason(error)) from error


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, or "" where none can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def write_error(path: Path, error: OSError) -> FileWriteError:
    """Return the failure to write ``path`` as a sentence."""
    return FileWriteError(str(path), reason(error))


def _is_held(error: OSError) -> bool:
    return getattr(error, "winerror", None) in _HELD


def _renamed(part: Path, other: Path) -> bool:
    try:
        part.rename(other)
    except OSError:
        return False
    return True
