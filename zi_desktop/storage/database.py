"""The SQLite file of a workspace: opened with the settings that keep acknowledged answers, one short transaction a call."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import QueuePool

from zi_desktop.domain.errors import (
    DamagedDatabaseError,
    ForeignDatabaseError,
    ReadOnlyWorkspaceError,
    WorkspaceMissingError,
)
from zi_desktop.storage import upgrade
from zi_desktop.storage.faults import explained
from zi_desktop.storage.location import check_location
from zi_desktop.storage.writer_lock import WriterLock

DATABASE_FILE: Final = "zi.db"
BACKUP_FOLDER: Final = "cadangan"
APPLICATION_ID: Final = 0x5A494C4B
_BUSY_MS: Final = 5000
_WRITES: Final = "zi_writes"
_SETTINGS: Final = (
    "PRAGMA synchronous=FULL",  # WAL with NORMAL lost acknowledged answers in power cuts; FULL did not
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={_BUSY_MS}",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA recursive_triggers=ON",  # without it INSERT OR REPLACE passes the trigger that refuses DELETE
)


class Database:
    """An open workspace database; a writer holds the workspace's lock until ``close``."""

    def __init__(self, folder: Path, *, write: bool) -> None:
        """Open a workspace; a writer makes it where there is none and upgrades it where it is old.

        Raises:
            WorkspaceError: missing, busy, foreign, damaged, newer, or in a place that is not safe.
        """
        self.folder = folder
        self.file = folder / DATABASE_FILE
        self.writable = write
        self._lock = self._locked() if write else None
        if not write and not self.file.exists():
            raise WorkspaceMissingError(str(folder))
        try:
            self._check_file()
            self._engine = self._create_engine()
            self._open()
        except BaseException:
            self.close()
            raise

    def _locked(self) -> WriterLock:
        check_location(self.folder)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ReadOnlyWorkspaceError from error
        return WriterLock(self.folder)

    def _check_file(self) -> None:
        """Refuse a file that is not ours before SQLite gets to write to it."""
        if not self.file.exists() or not self.file.stat().st_size:
            return
        with self.file.open("rb") as file:
            start = file.read(100)
        if start[:16] != b"SQLite format 3\0":
            raise DamagedDatabaseError
        number = int.from_bytes(start[68:72], "big")
        if number not in (0, APPLICATION_ID):
            raise ForeignDatabaseError(str(self.file))

    def _create_engine(self) -> Any:
        mode = "rwc" if self.writable else "ro"
        if not self.writable and self._frozen():
            mode = "ro&immutable=1"
        address = f"{self.file.resolve().as_uri()}?mode={mode}"
        engine = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None),
            poolclass=QueuePool,  # with a creator SQLAlchemy would silently keep one connection a thread
            pool_size=2,
            max_overflow=2,
        )
        event.listen(engine, "connect", self._prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def _frozen(self) -> bool:
        """Tell whether nothing can write here: then a log file cannot be made, and none is needed."""
        import os  # noqa: PLC0415 (only readers ask)

        return not os.access(self.folder, os.W_OK) and not Path(f"{self.file}-wal").exists()

    def _prepare(self, connection: sqlite3.Connection, _record: object) -> None:
        for setting in _SETTINGS:
            connection.execute(setting)

    def _open(self) -> None:
        unclean = Path(f"{self.file}-wal").exists()
        with explained(), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            if self.writable:
                raw.execute("PRAGMA journal_mode=WAL")
                if unclean:
                    self._check_pages(raw)
            current = upgrade.is_current(connection)
        if not current:
            self._upgrade()

    @staticmethod
    def _check_pages(raw: sqlite3.Connection) -> None:
        if raw.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise DamagedDatabaseError

    def _upgrade(self) -> None:
        if not self.writable:
            Database(self.folder, write=True).close()
            return
        with self.reading() as connection:
            revision = upgrade.revision_of(connection)
        if revision is not None:
            folder = self.folder / BACKUP_FOLDER
            folder.mkdir(exist_ok=True)
            now = dt.datetime.now(tz=dt.UTC)
            with explained():
                upgrade.copy_database(self.file, folder / upgrade.backup_name(revision, now))
        with self.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            upgrade.upgrade(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the database."""
        with explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection of one writing transaction: durable when the block is left, undone when it raises.

        Raises:
            WorkspaceError: what stopped it; nothing of the transaction is kept.
        """
        if not self.writable:
            raise ReadOnlyWorkspaceError
        with explained(), self._engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close the file and let the next writer in."""
        engine = getattr(self, "_engine", None)
        if engine is not None:
            engine.dispose()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
