"""Processes are killed while they answer: what was acknowledged is there, and work goes on (``killing.py`` does it)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork, SIGKILL and RLIMIT_FSIZE")

ROOT = Path(__file__).parents[2]
RANDOM, IN_THE_LOG, IN_A_CHECKPOINT = 200, 40, 10


def test_no_acknowledged_answer_is_lost_by_a_kill(tmp_path):
    finished = subprocess.run(
        [sys.executable, Path(__file__).with_name("killing.py"), tmp_path, *map(str, (RANDOM, IN_THE_LOG, IN_A_CHECKPOINT))],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    counts = json.loads(finished.stdout)
    assert (counts["random"], counts["log"], counts["checkpoint"]) == (RANDOM, IN_THE_LOG, IN_A_CHECKPOINT)
    # The kills fell inside calls, before and after the moment at which an answer becomes durable …
    assert counts["random inside a call, undone"] > RANDOM // 20
    assert counts["random inside a call, kept"] > RANDOM // 20
    # … and inside the write of a commit, which left half a page behind.
    assert counts["log inside a call"] == IN_THE_LOG
    assert counts["torn log"] > IN_THE_LOG // 2
    assert counts["torn database"] > IN_A_CHECKPOINT // 2
