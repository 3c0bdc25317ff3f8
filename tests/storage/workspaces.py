"""Makes workspaces for tests of storage: databases with a few lines, and lines to put into them."""

import datetime as dt

from zi_desktop.domain.events import Subject
from zi_desktop.storage.database import Database
from zi_desktop.storage.recorder import Recorder, Statement

SUBJECT = Subject("evaluation", "6c0f3b8e-2d51-5a67-9a3e-0f6f4f1f2a10")
NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def notes(*texts):
    return [Statement("set", f"note/tpi/A.{number}", {"text": text}) for number, text in enumerate(texts)]


def record(database, *texts, recorder=None, author="orang-1"):
    """Write one line a text, durable together; return the events."""
    recorder = recorder or Recorder(lambda: NOON)
    with database.writing() as connection:
        made = recorder.record(connection, SUBJECT, author, notes(*texts))
    recorder.keep(made)
    return made


def filled(folder, *texts):
    """Make a workspace with these lines and close it; return the events."""
    database = Database(folder, write=True)
    made = record(database, *(texts or ("satu", "dua", "tiga")))
    database.close()
    return made
