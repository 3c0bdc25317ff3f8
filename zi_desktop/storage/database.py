"""The SQLite file of a workspace: opened with the settings that keep acknowledged answers, one short transaction a call."""

import datetime as dt
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine

from zi_desktop.domain.errors import FileReadError
from zi_desktop.domain.refusals import reason
from zi_desktop.domain.workspace_errors import (
    DamagedDatabaseError,
    ForeignDatabaseError,
    ReadOnlyWorkspaceError,
    WorkspaceLocationError,
    WorkspaceMissingError,
)
from zi_desktop.paths import flush_folder
from zi_desktop.storage import files, replacement, sqlite_engine, upgrade
from zi_desktop.storage.faults import explained
from zi_desktop.storage.location import check_location
from zi_desktop.storage.write_ahead import log_of, read_log
from zi_desktop.storage.writer_lock import WriterLock

DATABASE_FILE: Final = "zi.db"
BACKUP_FOLDER: Final = "cadangan"
APPLICATION_ID: Final = 0x5A494C4B
BUSY_MS: Final = 5000
_MAGIC: Final = b"SQLite format 3\0"


class _Moment(threading.local):
    """The connection through which a thread reads one state for a while, and how much had been written by then."""

    connection: Connection | None = None
    writes = 0


class Database:
    """An open workspace database; a writer holds the workspace's lock until ``close``."""

    def __init__(self, folder: Path, *, write: bool, busy_ms: int = BUSY_MS) -> None:
        """Open a workspace; a writer makes it where there is none and upgrades it where it is old.

        Args:
            folder: the workspace.
            write: open it for writing, alone.
            busy_ms: milliseconds to wait for another program that holds the file.

        Raises:
            WorkspaceError: missing, busy, foreign, damaged, newer, or in a place that is not safe.
            FileReadError: the folder may not be entered (FileWriteError for a writer).
        """
        self.folder = folder
        self.file = folder / DATABASE_FILE
        self.writable = write
        self._busy_ms = busy_ms
        self._engine: Engine | None = None
        self._moment = _Moment()
        self.writes = 0  # how often this process wrote: while it alone may write, all stands as it was until that rises
        self._lock = lock_workspace(folder) if write else None
        try:
            self._open()
        except OSError as error:
            self.close()
            refused = files.write_error(self.file, error) if write else FileReadError(str(self.file), reason(error))
            raise refused from error
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        if self.writable:
            self._prepare_writing()
        else:
            self._prepare_reading()
        self._engine = sqlite_engine.make(self.file, self._mode(), self._busy_ms)
        with explained(), self._engine.connect() as connection:
            current = upgrade.is_current(connection)
        if not current and self.writable:
            self._upgrade()
        elif not current:
            self._let_a_writer_do_it()

    def _prepare_writing(self) -> None:
        replacement.finish(self.file)
        if not self.file.exists() and not _holds_anything(log_of(self.file)):
            self._make()
        refuse_foreign(self.file)
        self._refuse_damaged()

    def _prepare_reading(self) -> None:
        if replacement.is_unfinished(self.file):
            self._let_a_writer_do_it()
        if not self.file.exists():
            raise WorkspaceMissingError(str(self.folder))
        refuse_foreign(self.file)

    def _let_a_writer_do_it(self) -> None:
        Database(self.folder, write=True).close()

    def _make(self) -> None:
        """Make a new database beside its place and rename it: so a file in its place is whole, or it is damaged."""
        new = self.file.with_name(f".{DATABASE_FILE}.baru")
        for left in self.folder.glob(f"{new.name}*"):
            left.unlink()
        engine = sqlite_engine.make(new, "rwc", self._busy_ms)
        try:
            with explained(), engine.begin() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                upgrade.upgrade(connection)
        finally:
            engine.dispose()
        new.replace(self.file)
        flush_folder(self.folder)

    def _refuse_damaged(self) -> None:
        """Look at every page through a connection that cannot write: what is damaged is not touched any further."""
        if not read_log(log_of(self.file)).whole:
            raise DamagedDatabaseError
        with explained(), closing(sqlite_engine.connect(self.file, "ro", self._busy_ms)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise DamagedDatabaseError

    def _mode(self) -> str:
        if self.writable:
            return "rw"
        # Where nothing can write, a log file cannot be made, and none is needed.
        frozen = not os.access(self.folder, os.W_OK) and not log_of(self.file).exists()
        return "ro&immutable=1" if frozen else "ro"

    def _upgrade(self) -> None:
        with self.reading() as connection:
            revision = upgrade.revision_of(connection)
        if revision is None:
            raise DamagedDatabaseError
        folder = self.folder / BACKUP_FOLDER
        folder.mkdir(exist_ok=True)
        self.copy_to(folder / upgrade.backup_name(revision, dt.datetime.now(tz=dt.UTC)))
        with self.writing() as connection:
            upgrade.upgrade(connection)

    def copy_to(self, target: Path) -> None:
        """Copy this moment's state into one new file, by SQLite's backup (never the bytes: the log may hold more).

        Raises:
            WorkspaceError: the copy failed; ``target`` is then not complete.
        """
        with self.reading() as connection, closing(sqlite3.connect(target, isolation_level=None)) as copy:
            connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]  # sqlite3's own
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, read without a log beside it
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise DamagedDatabaseError

    def wipe(self) -> bool:
        """Write the file anew, so that nothing of what was deleted is left in it or in its log; tell whether it is so.

        Somebody who reads at the same time holds the log: it is then wiped another time.

        Raises:
            WorkspaceError: there is no room, or the database is damaged; it stays as it was.
        """
        with explained(), closing(sqlite_engine.connect(self.file, "rw", self._busy_ms)) as connection:
            connection.execute("VACUUM")
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the database."""
        held = self._moment.connection
        if held is not None and self._moment.writes == self.writes:
            with explained():
                yield held
            return
        with explained(), self._opened().begin() as connection:
            yield connection

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Let everything that this thread reads in the block see one state, in one transaction instead of dozens.

        Once this or another thread has written, it reads anew: nothing that is outdated is ever kept.
        """
        if self._moment.connection is not None:
            yield
            return
        self._moment.writes = self.writes
        with self.reading() as connection:
            self._moment.connection = connection
            try:
                yield
            finally:
                self._moment.connection = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection of one writing transaction: durable when the block is left, undone when it raises.

        Raises:
            WorkspaceError: what stopped it; nothing of the transaction is kept.
        """
        if not self.writable:
            raise ReadOnlyWorkspaceError
        writer = self._opened().connect().execution_options(**sqlite_engine.WRITES)
        try:
            with explained(), writer as connection, connection.begin():
                yield connection
        finally:
            self.writes += 1

    def _opened(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("the database is closed")
        return self._engine

    def close(self) -> None:
        """Close the file and let the next writer in."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def lock_workspace(folder: Path) -> WriterLock:
    """Make the folder where there is none, and become its one writer.

    Raises:
        WorkspaceError: the place is not safe, may not be written, or somebody writes there.
    """
    check_location(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except PermissionError as error:
        raise ReadOnlyWorkspaceError from error
    except OSError as error:
        raise WorkspaceLocationError(str(folder), reason(error)) from error
    return WriterLock(folder)


def refuse_foreign(file: Path) -> None:
    """Refuse a file that is not ours before SQLite gets to write to it.

    Raises:
        DamagedDatabaseError: no database at all, or only its beginning.
        ForeignDatabaseError: another program's.
        OSError: it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            start = opened.read(100)
    except FileNotFoundError:
        raise DamagedDatabaseError from None
    if not start.startswith(_MAGIC) or len(start) < 100:  # noqa: PLR2004 (the header's length)
        raise DamagedDatabaseError
    if int.from_bytes(start[68:72], "big") != APPLICATION_ID:
        raise ForeignDatabaseError(str(file))


def _holds_anything(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0
