"""A second process for tests of faults: ``python other_process.py ACT FOLDER …``; says on stdout how it went.

hold      opens the workspace for writing, says "siap", keeps it until its input ends or it is killed
lock      begins a writing transaction behind the program's back, likewise
answer    opens the workspace and answers: ``answer FOLDER ID NUMBER``; ``--limited`` at a log that may not grow by
          more than a page and a half, ``--unprivileged`` as somebody who may only read; says the sentence of the failure
count     opens the workspace for reading and says how many answers it has: ``count FOLDER ID [--unprivileged]``
"""

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from visits import begin, state, stated

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.composition import open_services

NOBODY = 65534


def say(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def hold(folder):
    with open_services(folder, write=True):
        say("siap")
        sys.stdin.read()


def lock(folder):
    with closing(sqlite3.connect(folder / "zi.db", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        say("siap")
        sys.stdin.read()


def answer(folder, id_, number):
    with open_services(folder, write=True) as services:
        state(services, id_, int(number))
        if "--limited" in sys.argv:
            limit(folder)
            state(services, id_, int(number) + 1, "contoh " * 3000)
    say("tersimpan")


def count(folder, id_):
    with open_services(folder, write=False) as services:
        say(len(stated(services, id_)))


def limit(folder):
    import resource

    size = (folder / "zi.db-wal").stat().st_size + 6000
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def become_nobody():
    """Give up root, who may write everywhere; first load what may lie where nobody may read."""
    with tempfile.TemporaryDirectory() as folder:
        begin(Path(folder))
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


if __name__ == "__main__":
    act, folder, *rest = [word for word in sys.argv[1:] if not word.startswith("--")]
    if "--unprivileged" in sys.argv:
        become_nobody()
    try:
        {"hold": hold, "lock": lock, "answer": answer, "count": count}[act](Path(folder), *rest)
    except ZiError as error:
        say(f"{type(error).__name__}: {error}")
