"""No key is pressed and no picture taken while the program works: what counts as working, and how long is waited."""

import subprocess
import sys
import time

import pytest

from tools import grab
from tools.quiet import is_working

_PATIENCE = 60.0
_SLEEPS = "import sys; print(flush=True); sys.stdin.read()"
_THREAD = """
import sys, threading
def work():
    while True:
        sum(range(1000))
threading.Thread(target=work, daemon=True).start()
print(flush=True)
sys.stdin.read()
"""
_CHILD = f"""
import subprocess, sys
with subprocess.Popen([sys.executable, "-c", {_THREAD!r}], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
    child.stdout.readline()
    print(flush=True)
    sys.stdin.read()
    child.kill()
"""


@pytest.fixture
def started():
    """Start programs; each has said that it began."""
    running = []

    def start(program):
        process = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        running.append(process)
        process.stdout.readline()
        return process.pid

    yield start
    for process in running:
        process.communicate()


def becomes(process, *, working):
    end = time.monotonic() + _PATIENCE
    while is_working(process) is not working and time.monotonic() < end:
        time.sleep(0.02)
    return is_working(process) is working


@pytest.mark.skipif(sys.platform != "linux", reason="pictures are taken on Linux")
@pytest.mark.parametrize(("program", "working"), [(_SLEEPS, False), (_THREAD, True), (_CHILD, True)],
                         ids=["sleeps", "thread", "child"])  # fmt: skip
def test_a_thread_that_computes_is_work_and_one_that_waits_is_none(started, program, working):
    assert becomes(started(program), working=working)


def test_a_program_that_is_gone_does_nothing():
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    assert not is_working(process.pid)


def test_it_rests_after_the_work_is_over(monkeypatch):
    working = iter([True, True])
    monkeypatch.setattr(grab, "xdotool", lambda *_: "")
    monkeypatch.setattr(grab, "is_working", lambda _: next(working, False))
    grab._rest({}, 0, 0.2)
    assert next(working, None) is None


def test_a_picture_is_taken_when_the_screen_stands_still(monkeypatch):
    looks = iter([b"before", b"bar 1", b"bar 2", b"done", b"done", b"later"])
    monkeypatch.setattr(grab, "_look", lambda _: next(looks))
    assert grab._settled({}) == b"done"
    assert next(looks) == b"later"
