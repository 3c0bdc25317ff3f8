"""Schema of a workspace: made when it is new, upgraded with a copy first, refused when it is newer."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from zi_desktop.domain.workspace_errors import NewerWorkspaceError

if TYPE_CHECKING:
    from alembic.config import Config

REVISIONS: Final = ("0001",)
"""Every revision in order (a test holds them against the folder); alembic itself loads only when one is missing."""

_MIGRATIONS: Final = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """Return the schema revision of a database, or None of an empty one."""
    found = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
    if not found:
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return row[0] if row else None


def is_current(connection: Connection) -> bool:
    """Tell whether the schema is the one of this program.

    Raises:
        NewerWorkspaceError: the schema is unknown to this program.
    """
    revision = revision_of(connection)
    if revision is not None and revision not in REVISIONS:
        raise NewerWorkspaceError
    return revision == REVISIONS[-1]


def upgrade(connection: Connection) -> None:
    """Bring the schema up to date inside the caller's transaction."""
    from alembic import command  # noqa: PLC0415 (0.4 s that a current workspace does not need)

    command.upgrade(configuration(connection), "head")


def configuration(connection: Connection | None = None) -> "Config":
    """Return what alembic needs to know: where the revisions are, and the connection to run them on."""
    from alembic.config import Config  # noqa: PLC0415 (see above)

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def backup_name(revision: str, now: dt.datetime) -> str:
    """Return the file name of the copy made before an upgrade."""
    return f"sebelum-pembaruan-{revision}-{now:%Y%m%d-%H%M%S}.db"
