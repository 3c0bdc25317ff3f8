"""A rebuilt database takes the place of the present one: one rename decides, and whoever comes next can finish it."""

import os
import shutil
from pathlib import Path
from typing import Final

from zi_desktop.domain.workspace_errors import LockedDatabaseError
from zi_desktop.paths import flush_folder
from zi_desktop.storage import files
from zi_desktop.storage.write_ahead import log_of

SET_ASIDE_FOLDER: Final = "disisihkan"
_UNFINISHED: Final = ".sedang-disalin"


def set_aside(file: Path, name: str) -> Path | None:
    """Copy a database and its log, byte for byte, to ``disisihkan/<name>``; return that folder, None without a database.

    Raises:
        FileWriteError: there is no room, or the folder may not be written; nothing has changed.
    """
    present = [path for path in (file, log_of(file)) if path.exists()]
    if not present:
        return None
    unfinished = file.parent / SET_ASIDE_FOLDER / _UNFINISHED
    folder = _unused(unfinished.with_name(name))
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        for path in present:
            _copy(path, unfinished / path.name)
        unfinished.rename(folder)
    except OSError as error:
        raise files.write_error(folder, error) from error
    flush_folder(folder.parent)
    return folder


def put_in_place(new: Path, file: Path) -> None:
    """Make a closed, whole database the workspace's; from the first rename on it is decided.

    Raises:
        LockedDatabaseError: somebody holds the old one; it is finished when the workspace is opened next.
    """
    new.replace(_decided(file))
    flush_folder(file.parent)
    finish(file)


def is_unfinished(file: Path) -> bool:
    """Tell whether a replacement was decided and not finished."""
    return _decided(file).exists()


def finish(file: Path) -> None:
    """Finish what ``put_in_place`` decided, if anything; the caller holds the workspace's lock.

    Raises:
        LockedDatabaseError: see ``put_in_place``.
    """
    if not is_unfinished(file):
        return
    try:
        for old in (log_of(file), Path(f"{file}-shm")):  # a log of the old database would be read into the new one
            old.unlink(missing_ok=True)
        files.replace_held(_decided(file), file)
    except PermissionError as error:
        raise LockedDatabaseError from error
    flush_folder(file.parent)


def _decided(file: Path) -> Path:
    return file.with_name(f"{file.name}.pulih")


def _unused(folder: Path) -> Path:
    number, free = 1, folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name}-{number}")
    return free


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as old, target.open("xb") as new:
        shutil.copyfileobj(old, new)
        new.flush()
        os.fsync(new.fileno())
