"""Backup and restore: a copy that is whole, and a database built again from every line that can still be read."""

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table

from zi_desktop.domain import redactions
from zi_desktop.domain.errors import FileReadError, FileWriteError, InvalidInputError
from zi_desktop.domain.events import Event
from zi_desktop.domain.refusals import reason
from zi_desktop.domain.workspace_errors import (
    DamagedDatabaseError,
    DiskFaultError,
    DiskFullError,
    ForeignDatabaseError,
    NewerWorkspaceError,
    NothingToRestoreError,
)
from zi_desktop.services import emptied_lines
from zi_desktop.services.workspace import Workspace, local_now
from zi_desktop.storage import backup_files, directory, events, files, replacement
from zi_desktop.storage.database import DATABASE_FILE, lock_workspace, refuse_foreign
from zi_desktop.storage.salvage import LOCAL_TABLES, Remains, salvage
from zi_desktop.storage.tables import draft, withheld
from zi_desktop.storage.upgrade import REVISIONS

_BUILDING: Final = ".sedang-dipulihkan"
_BATCH: Final = 1000


def _tell_nobody(_done: int, _whole: int) -> None:
    """Let nobody know."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A written backup.

    ``files`` counts the evidence and reports that were copied this time into the folder ``beside`` it (not made where
    there are none); ``size`` is what both take, in bytes.
    """

    file: Path
    sha256: str
    files: int
    beside: Path
    size: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A restored workspace.

    Lines kept, lines known to be missing, files brought back from the folder of the backup, and where the old database
    lies (None: there was none).
    """

    lines: int
    gaps: int
    files: int
    set_aside: Path | None


def back_up(workspace: Workspace, path: Path, tell: backup_files.Tell = _tell_nobody) -> Backup:
    """Write this moment's state of a workspace into one file; the workspace may be in use.

    Evidence and signed reports go into a folder beside it, where a later backup of that name adds only what is new.

    Raises:
        InvalidInputError: the file named is the workspace's own database.
        DamagedDatabaseError: the database is damaged; no file is written.
        FileWriteError: the file cannot be written, or there is no room.
    """
    if path.resolve().parent == workspace.folder.resolve() and path.name.startswith(DATABASE_FILE):
        raise InvalidInputError(f"{path.name} adalah basis data itu sendiri. Tidak ada yang berubah; pilih nama lain.")
    part = files.part_of(path)
    try:
        part.touch(exist_ok=False)
        workspace.database.copy_to(part)
        found = hashlib.sha256(part.read_bytes()).hexdigest()
    except OSError as error:
        files.forget(part)
        raise files.write_error(path, error) from error
    except (DiskFullError, DiskFaultError) as error:  # of the copy: the workspace is only read
        files.forget(part)
        full = isinstance(error, DiskFullError)
        raise FileWriteError(str(path), "ruang penyimpanan penuh" if full else "media penyimpanan gagal") from error
    except BaseException:
        files.forget(part)
        raise
    written = files.put_in_place(part, path)
    # After the database: a file that came in between is in the folder and hurts nobody, the other way round it would lack.
    copied = backup_files.copy_out(workspace.folder, written, tell)
    return Backup(written, found, copied, backup_files.folder_of(written), backup_files.size_of(written))


def restore(
    folder: Path,
    file: Path | None = None,
    now: Callable[[], dt.datetime] = local_now,
    tell: backup_files.Tell = _tell_nobody,
) -> Restored:
    """Build a workspace's database again from every line of itself and of a backup; both may be damaged.

    The present database is set aside byte for byte. Killed at any point, the next opening or a second run completes it.

    Args:
        folder: the workspace; made where there is none.
        file: the backup; None restores from the present database alone.
        now: the time of this computer.
        tell: gets how many files of the backup's folder are back.

    Raises:
        WorkspaceError: busy, foreign, newer, or nothing in it can be read; nothing has changed.
        FileReadError: the backup cannot be read.
        FileWriteError: there is no room.
    """
    present = folder / DATABASE_FILE
    with ExitStack() as stack:
        stack.callback(lock_workspace(folder).release)
        replacement.finish(present)
        sources = [_read(present), *([_read_backup(file)] if file else [])]
        remains = [source.remains for source in sources]
        lines = _union(remains)
        if not lines and (present.exists() or not any(source.recognised for source in sources)):
            raise NothingToRestoreError
        building = folder / _BUILDING
        shutil.rmtree(building, ignore_errors=True)
        stack.callback(shutil.rmtree, building, ignore_errors=True)
        _build(building, sorted(lines.values(), key=_place), _local_rows(remains), now)
        aside = replacement.set_aside(present, f"{now():%Y%m%d-%H%M%S}")
        replacement.put_in_place(building / DATABASE_FILE, present)
        brought = backup_files.copy_back(file, folder, tell) if file else 0
    missing = frozenset[str]().union(*(source.named for source in remains)) - lines.keys()
    return Restored(len(lines), len(missing), brought, aside)


@dataclass(frozen=True, slots=True)
class _Source:
    """A database that was read; ``recognised``: by its header or by its lines it is ours."""

    remains: Remains
    recognised: bool


def _read_backup(file: Path) -> _Source:
    if not file.is_file():
        raise FileReadError(str(file), "berkasnya tidak ditemukan")
    source = _read(file)
    if not source.recognised:
        raise ForeignDatabaseError(str(file))
    return source


def _read(file: Path) -> _Source:
    try:
        remains = salvage(file)
        recognised = bool(remains.lines) or _has_our_header(file)
    except OSError as error:
        raise FileReadError(str(file), reason(error)) from error
    if recognised and remains.revision not in (None, *REVISIONS):
        raise NewerWorkspaceError
    return _Source(remains, recognised)


def _has_our_header(file: Path) -> bool:
    try:
        refuse_foreign(file)
    except DamagedDatabaseError:
        return False
    return True


def _union(found: Sequence[Remains]) -> dict[str, Event]:
    return {hash_: line for remains in found for hash_, line in remains.lines.items()}


def _place(line: Event) -> tuple[str, str, int, str]:
    return line.subject.id, line.stream, line.seq, line.hash


def _local_rows(found: Sequence[Remains]) -> Mapping[Table, Sequence[Mapping[str, Any]]]:
    """Return the rows of the local tables: those of the first database, and what only the others have.

    Drafts come from one database alone: what an older one has may have become a line long ago.
    """
    merged: dict[Table, Sequence[Mapping[str, Any]]] = {}
    for table in LOCAL_TABLES:
        readable = [rows for remains in found if (rows := remains.rows[table.name]) is not None]
        if table is draft:
            readable = readable[:1]
        keys = [column.name for column in table.primary_key]
        by_key = {tuple(row[key] for key in keys): row for rows in reversed(readable) for row in rows}
        merged[table] = list(by_key.values())
    return merged


def _build(
    folder: Path,
    lines: Sequence[Event],
    rows: Mapping[Table, Sequence[Mapping[str, Any]]],
    now: Callable[[], dt.datetime],
) -> None:
    """Make a whole workspace database in a folder of its own; its summaries are computed afresh."""
    with Workspace(folder, write=True, now=now) as workspace, workspace.database.writing() as connection:
        for start in range(0, len(lines), _BATCH):
            events.append(connection, lines[start : start + _BATCH])
        whole = {line.hash for line in lines}
        for table, found in rows.items():
            for row in found:
                if table is not withheld or row["hash"] not in whole:
                    directory.put(connection, table, row)
        # An older copy brings back what was taken away since.
        for subject in {line.subject.id for line in lines if line.kind == redactions.KIND}:
            emptied_lines.carry_out(connection, subject)
        workspace.summarise(connection, {line.subject for line in lines})
