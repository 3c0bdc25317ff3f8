"""Connections to a SQLite file with the settings that keep what was acknowledged; a writer locks before it reads."""

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from zi_desktop.storage.pages import PAGE_SIZE

WRITES: Final = {"zi_writes": True}
"""Execution options of a connection that is going to write."""
_SETTINGS: Final = (
    "PRAGMA synchronous=FULL",  # WAL with NORMAL lost acknowledged answers in power cuts; FULL did not
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten: a redacted text, a draft
    "PRAGMA recursive_triggers=ON",  # without it INSERT OR REPLACE passes the trigger that refuses DELETE
)
_FORMAT: Final = (f"PRAGMA page_size={PAGE_SIZE}", "PRAGMA journal_mode=WAL")


def make(file: Path, mode: str, busy_ms: int) -> Engine:
    """Return an engine for a file.

    Args:
        file: the database.
        mode: SQLite's: ``ro``, ``rw``, ``rwc``, or ``ro&immutable=1``.
        busy_ms: milliseconds to wait for another program that holds the file.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(file, mode, busy_ms),
        poolclass=QueuePool,  # with a creator SQLAlchemy would silently keep one connection a thread
        pool_size=2,
        max_overflow=6,  # the window and two workers at once, each of which may read while it writes
    )
    event.listen(engine, "begin", _begin)
    return engine


def connect(file: Path, mode: str, busy_ms: int) -> sqlite3.Connection:
    """Open one connection; see ``make``.

    Raises:
        sqlite3.Error: the file cannot be opened so.
    """
    address = f"{file.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        address, uri=True, timeout=busy_ms / 1000, check_same_thread=False, isolation_level=None
    )
    try:
        for setting in (*_SETTINGS, *(_FORMAT if mode.startswith("rw") else ())):
            connection.execute(setting)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("zi_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
