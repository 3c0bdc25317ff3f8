import shutil
import sqlite3
from contextlib import closing

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError, OperationalError
from workspaces import SUBJECT, filled, record

from zi_desktop.storage import events, tables, upgrade
from zi_desktop.storage.database import BACKUP_FOLDER, DATABASE_FILE, Database

NEXT = '''"""A revision of a later program."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("ALTER TABLE person ADD COLUMN phone TEXT NOT NULL DEFAULT ''")
    op.execute({last!r})


def downgrade() -> None:
    op.execute("ALTER TABLE person DROP COLUMN phone")
'''


@pytest.fixture
def next_program(tmp_path_factory, monkeypatch):
    """Make this program the next one, whose schema has one more revision; ``last`` is the last thing that it does."""

    def become(last="SELECT 1"):
        folder = tmp_path_factory.mktemp("migrations") / "migrations"
        shutil.copytree(upgrade._MIGRATIONS, folder)
        (folder / "versions" / "0002_phone.py").write_text(NEXT.format(last=last), "utf-8")
        monkeypatch.setattr(upgrade, "_MIGRATIONS", folder)
        monkeypatch.setattr(upgrade, "REVISIONS", ("0001", "0002"))

    return become


def lines(folder):
    reader = Database(folder, write=False)
    with reader.reading() as connection:
        found = {item.line for item in events.load(connection, [SUBJECT.id])}
    reader.close()
    return found


def test_every_revision_of_the_folder_is_known_in_order():
    script = ScriptDirectory.from_config(upgrade.configuration())
    assert tuple(reversed([revision.revision for revision in script.walk_revisions()])) == upgrade.REVISIONS


def test_the_migrations_make_the_tables_that_the_program_uses(tmp_path):
    database = Database(tmp_path, write=True)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    database.close()


def test_down_and_up_again_with_data(tmp_path):
    filled(tmp_path)
    database = Database(tmp_path, write=True)
    with database.writing() as connection:
        command.downgrade(upgrade.configuration(connection), "base")
    with database.writing() as connection:
        assert (
            connection.exec_driver_sql(
                "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'alembic%' AND name NOT LIKE 'sqlite%'"
            ).scalar()
            == 0
        )
        upgrade.upgrade(connection)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    record(database, "baru")
    database.close()


@pytest.mark.parametrize("write", [True, False])
def test_an_older_workspace_is_copied_and_brought_up_to_date(tmp_path, next_program, write):
    made = filled(tmp_path)
    next_program()
    Database(tmp_path, write=write).close()
    assert lines(tmp_path) == {item.line for item in made}
    (copy,) = (tmp_path / BACKUP_FOLDER).iterdir()
    assert copy.name.startswith("sebelum-pembaruan-0001-")
    with closing(sqlite3.connect(copy)) as before, closing(sqlite3.connect(tmp_path / DATABASE_FILE)) as after:
        assert [c.execute("SELECT version_num FROM alembic_version").fetchone()[0] for c in (before, after)] == [
            "0001",
            "0002",
        ]
        assert before.execute("SELECT count(*) FROM event").fetchone() == (3,)
        assert before.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_log_only_grows_after_every_migration(tmp_path, next_program):
    filled(tmp_path)
    next_program()
    database = Database(tmp_path, write=True)
    for statement in ("UPDATE event SET line = x'00'", "DELETE FROM event", "REPLACE INTO event SELECT * FROM event"):
        with pytest.raises(IntegrityError, match="append-only"), database.writing() as connection:
            connection.exec_driver_sql(statement)
    database.close()


def test_an_upgrade_that_fails_leaves_the_workspace_as_it_was(tmp_path, next_program, monkeypatch):
    made = filled(tmp_path)
    with monkeypatch.context():
        next_program(last="SELECT * FROM nowhere")
        with pytest.raises(OperationalError, match="nowhere"):
            Database(tmp_path, write=True)
    with closing(sqlite3.connect(tmp_path / DATABASE_FILE)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert [row[1] for row in connection.execute("PRAGMA table_info(person)")] == ["id", "name", "nip", "position"]
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (len(made),)
