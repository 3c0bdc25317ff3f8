"""Addresses of consolidated stores, and the connections to what stands behind them."""

import time
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError

from zi_desktop.domain.errors import HubStoreError, InvalidInputError
from zi_desktop.storage import sqlite_engine

SQLITE: Final = "sqlite"
_POSTGRESQL: Final = ("postgresql", "postgres", "postgresql+psycopg")
_BUSY_MS: Final = 60_000
_PATIENCE: Final = 10
"""Seconds within which a server must answer."""
_RESTED: Final = 2.0
"""Seconds unused after which a connection is tried before it is trusted again."""
_READS: Final = "-c default_transaction_read_only=on"


def connect(address: str, *, make: bool = False, reads: bool = False) -> tuple[Engine, str]:
    """Return an engine for an address (see ``hub_store.open_store``), and what a person calls the place.

    Raises:
        InvalidInputError: no address of a database.
        HubStoreError: a file that is not there and is not to be made.
    """
    return _to_file(_file_of(address), make, reads) if _is_file(address) else _to_server(address, reads)


def without_password(address: str) -> str:
    """Return the address of a store as it may be remembered: a server's without its password."""
    if _is_file(address):
        return address
    try:
        return make_url(address)._replace(password=None).render_as_string()
    except ArgumentError:
        return ""


def _is_file(address: str) -> bool:
    return "://" not in address or address.startswith(f"{SQLITE}:///")


def _file_of(address: str) -> Path:
    name = address.removeprefix(f"{SQLITE}:///")
    if not name.strip():
        raise InvalidInputError("Alamat basis data kosong. Tidak ada yang berubah; sebut berkas atau postgresql://….")
    return Path(name)


def _to_file(file: Path, make: bool, reads: bool) -> tuple[Engine, str]:  # noqa: FBT001 (as they were asked for)
    if not make and not file.exists():
        raise HubStoreError(str(file), "berkasnya tidak ada; jalankan hub init dahulu")
    mode = "rwc" if make else "ro" if reads else "rw"
    return sqlite_engine.make(file, mode, _BUSY_MS), str(file)


def _to_server(address: str, reads: bool) -> tuple[Engine, str]:  # noqa: FBT001 (as it was asked for)
    try:
        url = make_url(address)
    except ArgumentError:
        url = None
    if url is None or url.drivername not in _POSTGRESQL:
        raise InvalidInputError(
            "Alamat basis data tidak dikenal. Tidak ada yang berubah; sebut berkas SQLite atau postgresql://…."
        )
    options = {"connect_timeout": _PATIENCE} | ({"options": _READS} if reads else {})
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_size=2, max_overflow=2, connect_args=options)
    _try_rested(engine)
    return engine, f"{url.host or 'lokal'}/{url.database or ''}"


def _try_rested(engine: Engine) -> None:
    """Let a connection that nobody used for a while answer once first: the server may have gone and come back.

    (The pool's own ``pre_ping`` asks each time: once for each subject that a worker takes.)
    """

    def note(_connection: Any, record: Any) -> None:
        record.info["left"] = time.monotonic()

    def look(connection: Any, record: Any, _proxy: Any) -> None:
        if time.monotonic() - record.info.get("left", time.monotonic()) > _RESTED:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as error:
                raise DisconnectionError from error  # the pool makes a new one

    event.listen(engine, "checkin", note)
    event.listen(engine, "checkout", look)
