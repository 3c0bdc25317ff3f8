"""Kills processes while they take a bundle: ``python killing_intake.py FOLDER ROUNDS`` prints what happened as JSON.

FOLDER holds ``penerima`` (a workspace that knows the sender's card) and ``paket.zib``. Each round copies the workspace,
takes the bundle until it is killed, takes it again, and ends with a traceback where that is not what one clean run gives.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from zi_desktop.reports import verification  # loaded once, before any child
from zi_desktop.services.checking import check
from zi_desktop.services.composition import open_services

TABLES = ("event", "withheld", "segment", "pending", "evaluation", "satker", "person", "document")
FINISHED = 4


def take(folder, bundle):
    with open_services(folder, write=True) as services, services.bundle_intake.read(bundle) as preview:
        services.bundle_intake.apply(preview)


def in_a_child(work):
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(FINISHED)
        finally:
            os._exit(3)
    return pid


def outcome(folder):
    """Return everything in a workspace but moments: rows, files with their bytes, what a check says."""
    with open_services(folder, write=False) as services:
        with services.workspace.database.reading() as connection:
            rows = {name: sorted(map(repr, connection.exec_driver_sql(f"SELECT * FROM {name}"))) for name in TABLES}
            rows["card"] = sorted(map(repr, connection.exec_driver_sql("SELECT device, person, accepted FROM card")))
            rows["exchange"] = sorted(map(repr, connection.exec_driver_sql("SELECT id, state, detail FROM exchange")))
        problems = check(services.workspace)
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("bukti", "laporan")
        for path in (folder / part).rglob("*")
        if path.is_file() and not path.name.endswith(".part")
    }
    return rows, files, problems


def main(folder, rounds):
    assert verification
    folder, counts = Path(folder), Counter()
    bundle, clean = folder / "paket.zib", folder / "bersih"
    shutil.copytree(folder / "penerima", clean)
    begun = time.perf_counter()
    assert os.waitstatus_to_exitcode(os.waitpid(in_a_child(lambda: take(clean, bundle)), 0)[1]) == FINISHED
    usual = time.perf_counter() - begun
    expected = outcome(clean)
    assert expected[2] == [], expected[2]
    before = outcome(folder / "penerima")
    for number in range(int(rounds)):
        work = folder / f"putaran-{number}"
        shutil.copytree(folder / "penerima", work)
        pid = in_a_child(lambda work=work: take(work, bundle))
        time.sleep(random.uniform(0.02, 1.0) * usual)  # the moment of the kill, nothing that is waited for
        os.kill(pid, signal.SIGKILL)
        counts["killed" if os.WIFSIGNALED(os.waitpid(pid, 0)[1]) else "finished"] += 1
        left = outcome(work)
        counts["in the middle"] += left[0]["event"] not in (before[0]["event"], expected[0]["event"])
        counts["begun"] += (
            left[0]["exchange"] != before[0]["exchange"] and left[0]["exchange"] != expected[0]["exchange"]
        )
        assert os.waitstatus_to_exitcode(os.waitpid(in_a_child(lambda work=work: take(work, bundle)), 0)[1]) == FINISHED
        found = outcome(work)
        assert found[0] == expected[0], [name for name in expected[0] if found[0][name] != expected[0][name]]
        assert found == expected
        shutil.rmtree(work)
    json.dump(counts, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
