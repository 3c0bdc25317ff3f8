"""What SQLite reports, as the sentence a person can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from zi_desktop.domain.workspace_errors import (
    DamagedDatabaseError,
    DiskFaultError,
    DiskFullError,
    LockedDatabaseError,
    ReadOnlyWorkspaceError,
    WorkspaceError,
)

_BY_CODE: dict[int, type[WorkspaceError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyWorkspaceError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyWorkspaceError,
    sqlite3.SQLITE_PERM: ReadOnlyWorkspaceError,
    sqlite3.SQLITE_BUSY: LockedDatabaseError,
    sqlite3.SQLITE_LOCKED: LockedDatabaseError,
    sqlite3.SQLITE_PROTOCOL: LockedDatabaseError,
    sqlite3.SQLITE_CORRUPT: DamagedDatabaseError,
    sqlite3.SQLITE_NOTADB: DamagedDatabaseError,
    sqlite3.SQLITE_IOERR: DiskFaultError,
}
_PRIMARY = 0xFF
"""An extended result code keeps its primary code in the low byte."""


@contextmanager
def explained() -> Iterator[None]:
    """Turn what SQLite reports inside the block into an expected failure.

    Raises:
        WorkspaceError: the subclass that says what happened; anything else is a bug and passes as it is.
    """
    try:
        yield
    except DBAPIError as error:
        raise _of(error.orig) or error from error
    except sqlite3.Error as error:
        raise _of(error) or error from error


def _of(error: BaseException | None) -> WorkspaceError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # Python's own: a text that is no UTF-8 any more
        return DamagedDatabaseError() if isinstance(error, sqlite3.OperationalError) else None
    kind = _BY_CODE.get(code & _PRIMARY)
    return kind() if kind else None
