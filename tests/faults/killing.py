"""Kills processes while they answer: one program that imports the services once and forks a child a round.

``python killing.py FOLDER ROUNDS TORN CHECKPOINTS`` prints what happened as JSON; it ends with a traceback at the
first acknowledged answer that is not there.
"""

import itertools
import json
import os
import random
import resource
import select
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from visits import begin, problems, state, stated

from zi_desktop.services.composition import open_services

LOG_HEADER, FRAME = 32, 24 + 4096
CHECK_EVERY = 10
LONG_NOTE = "contoh " * 4000


class Round:
    """One child: what it announced, and what it acknowledged."""

    def __init__(self, work):
        self.begun, self.acknowledged = [], set()
        self._rest = b""
        self._read, write = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._read)
            try:
                work(lambda word, number: os.write(write, f"{word} {number}\n".encode()))
            finally:
                os._exit(3)  # a child that was not killed goes nowhere near the parent's code
        os.close(write)

    def hear(self, timeout):
        """Take in what the child has written; tell whether it may write more."""
        if not select.select([self._read], [], [], timeout)[0]:
            return True
        data = os.read(self._read, 65536)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            word, number = line.split()
            if word == b"begin":
                self.begun.append(int(number))
            else:
                self.acknowledged.add(int(number))
        return bool(data)

    def end(self):
        """Hear the last words and return by which signal the child died."""
        _, status = os.waitpid(self.pid, 0)
        while self.hear(None):
            pass
        os.close(self._read)
        assert os.WIFSIGNALED(status), f"the child ended by itself: {status}"
        return os.WTERMSIG(status)


def answers_until_killed(folder, id_, first):
    def work(say):
        answer_for_ever(open_services(folder, write=True), id_, first, say)

    return work


def answers_past_a_limit(folder, id_, first, more):
    """Die by the kernel's hand inside the write(2) that would make the log longer than its present size plus ``more``."""

    def work(say):
        services = open_services(folder, write=True)
        say("begin", first)
        state(services, id_, first)
        say("ack", first)
        limit_files(Path(folder, "zi.db-wal").stat().st_size + more)
        answer_for_ever(services, id_, first + 1, say)

    return work


def closes_past_a_limit(folder, id_, first, more):
    """Die while the log is copied into the database, which grows by more than is allowed."""

    def work(say):
        services = open_services(folder, write=True)
        say("begin", first)
        state(services, id_, first, LONG_NOTE)
        say("ack", first)
        limit_files(Path(folder, "zi.db").stat().st_size + more)
        services.close()

    return work


def answer_for_ever(services, id_, first, say):
    for number in itertools.count(first):
        say("begin", number)
        state(services, id_, number)
        say("ack", number)


def limit_files(size):
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def kill_at_random(child, usual):
    """Kill a child at a random moment of one of its calls; return how long a whole call took it."""
    wanted, begun_at, took = random.randint(1, 4), 0.0, usual
    while len(child.begun) < wanted:
        before = len(child.acknowledged)
        assert child.hear(None), "the child ended by itself"
        now = time.perf_counter()
        if len(child.acknowledged) > before and begun_at:
            took = now - begun_at
        begun_at = now
    moment = time.perf_counter() + random.uniform(0, 1.1) * took
    while time.perf_counter() < moment:
        child.hear(0)
    os.kill(child.pid, signal.SIGKILL)
    assert child.end() == signal.SIGKILL
    return took


class Killing:
    """The whole run: every acknowledged answer stays known, and is looked for after every kill."""

    def __init__(self, folder):
        self.folder, self.id = folder, begin(folder)
        self.acknowledged, self.unacknowledged = set(), set()
        self.counts, self.next = Counter(), 1

    def after(self, child, kind):
        """Reopen after a kill and look for everything that was acknowledged."""
        self.acknowledged |= child.acknowledged
        with open_services(self.folder, write=True) as services:
            there = stated(services, self.id)
            lost = (self.acknowledged | self.unacknowledged) - there
            assert not lost, f"durable once and lost: {sorted(lost)}"
            assert there <= self.acknowledged | self.unacknowledged | set(child.begun), "nobody stated this"
        self.counts[kind] += 1
        if set(child.begun) - child.acknowledged:
            (open_call,) = set(child.begun) - child.acknowledged
            self.counts[f"{kind} inside a call"] += 1
            self.counts[f"{kind} inside a call, {'kept' if open_call in there else 'undone'}"] += 1
            self.unacknowledged |= {open_call} & there
        self.next = max([self.next, *child.begun]) + 1
        if self.counts.total() % CHECK_EVERY == 0:
            assert problems(self.folder) == []

    def at_random(self, rounds):
        usual = 0.005
        for _ in range(rounds):
            child = Round(answers_until_killed(self.folder, self.id, self.next))
            usual = kill_at_random(child, usual)
            self.after(child, "random")

    def in_the_log(self, rounds):
        for _ in range(rounds):
            more = random.randint(1, 5 * FRAME)
            child = Round(answers_past_a_limit(self.folder, self.id, self.next, more))
            assert child.end() == signal.SIGXFSZ
            torn = (Path(self.folder, "zi.db-wal").stat().st_size - LOG_HEADER) % FRAME
            self.counts["torn log"] += torn > 0
            self.after(child, "log")

    def in_a_checkpoint(self, rounds):
        for _ in range(rounds):
            child = Round(closes_past_a_limit(self.folder, self.id, self.next, random.randint(1, 2 * 4096)))
            assert child.end() == signal.SIGXFSZ
            self.counts["torn database"] += Path(self.folder, "zi.db").stat().st_size % 4096 > 0
            self.after(child, "checkpoint")


def main(folder, rounds, torn, checkpoints):
    run = Killing(Path(folder))
    run.at_random(int(rounds))
    run.in_the_log(int(torn))
    run.in_a_checkpoint(int(checkpoints))
    assert problems(run.folder) == []
    with open_services(run.folder, write=True) as services:
        state(services, run.id, run.next)
    json.dump({**run.counts, "acknowledged": len(run.acknowledged)}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
