"""Alembic's entry: runs the migrations on the connection that storage/upgrade.py hands over."""

from alembic import context

from zi_desktop.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
