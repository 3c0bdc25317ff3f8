"""Processes are killed while they add evidence: no half file is listed, no listed one is missing (``killing_evidence.py``)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

ROOT = Path(__file__).parents[2]
ROUNDS = 40


def test_no_listed_file_is_half_or_missing_after_a_kill(tmp_path):
    finished = subprocess.run(
        [sys.executable, Path(__file__).with_name("killing_evidence.py"), tmp_path, str(ROUNDS)],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    counts = json.loads(finished.stdout)
    assert counts["killed"] > ROUNDS // 2
    assert counts["in the middle"] > ROUNDS // 5
    assert counts["left over"] > 0, "kills fell between the bytes and their line"
