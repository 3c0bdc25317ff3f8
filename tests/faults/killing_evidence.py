"""Kills processes while they add evidence: ``python killing_evidence.py FOLDER ROUNDS`` prints what happened as JSON.

It ends with a traceback at the first listed file that is missing or half, or at the first acknowledged one that is not listed.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from visits import begin, problems

from zi_desktop.services.composition import open_services
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.evidence.cleaning import clean_up, removable

CODE = "A.I.1.i.a"
FILES, CALLS, SIZE = 12, 3, 300_000


def adds_until_killed(folder, id_, sources, pipe):
    with open_services(folder, write=True) as services:
        os.write(pipe, b"begin\n")
        for start in range(0, len(sources), FILES // CALLS):
            done = services.evidence.add(id_, sources[start : start + FILES // CALLS], CODE)
            os.write(pipe, "".join(f"{file.sha256}\n" for file in done.added).encode())


def kill_once(folder, id_, sources, usual):
    """Kill a child at a random moment of one of its calls.

    Returns what it acknowledged, whether it was still at work, and how long a whole call took.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            adds_until_killed(folder, id_, sources, writing)
        finally:
            os._exit(3)
    os.close(writing)
    with os.fdopen(reading) as told:
        assert told.readline() == "begin\n"
        begun, acknowledged = time.perf_counter(), []
        for _ in range(random.randrange(CALLS)):
            acknowledged += [told.readline().strip() for _ in range(FILES // CALLS)]
            usual, begun = time.perf_counter() - begun, time.perf_counter()
        time.sleep(random.uniform(0, 1.1) * usual)  # the moment of the kill, nothing that is waited for
        os.kill(pid, signal.SIGKILL)
        acknowledged += told.read().split()
    _, status = os.waitpid(pid, 0)
    return set(acknowledged), os.WIFSIGNALED(status), usual


def main(folder, rounds):
    folder, counts, acknowledged, usual = Path(folder), Counter(), set(), 0.05
    work = folder / "ruang"
    id_ = begin(work)
    for number in range(int(rounds)):
        sources = [folder / f"{number:03}-{n}.bin" for n in range(FILES)]
        for source in sources:
            source.write_bytes(os.urandom(SIZE))
        told, killed, usual = kill_once(work, id_, sources, usual)
        acknowledged |= told
        counts["killed" if killed else "finished"] += 1
        counts["in the middle"] += 0 < len(told) < FILES
        with open_services(work, write=True) as services:
            found = check_evidence(services.workspace, id_)
            states = Counter(file.state for file in found)
            assert set(states) <= {"whole", "orphan"}, states
            listed = {file.sha256 for file in found if file.state == "whole"}
            assert acknowledged <= listed, "acknowledged and not listed"
            counts["left over"] += states["orphan"]
            clean_up(services.workspace, removable(services.workspace))
            assert {file.state for file in check_evidence(services.workspace, id_)} <= {"whole"}
        for source in sources:
            source.unlink()
    assert problems(work) == []
    json.dump({**counts, "acknowledged": len(acknowledged)}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
