"""Processes are killed while they take a bundle: a rerun gives what one clean run gives (``killing_intake.py``)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from builders import open_services
from laptops import introduce, laptop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

ROOT = Path(__file__).parents[2]
ROUNDS = 8


def test_a_rerun_after_a_kill_equals_the_clean_run(signed, tmp_path):
    folder, id_, _ = signed
    with open_services(folder) as sender, laptop(tmp_path, "ahmad") as receiver:
        introduce(sender, receiver)
        sender.bundling.export([id_], tmp_path / "paket.zib")
    (tmp_path / "ahmad").rename(tmp_path / "penerima")
    finished = subprocess.run(
        [sys.executable, Path(__file__).with_name("killing_intake.py"), tmp_path, str(ROUNDS)],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    counts = json.loads(finished.stdout)
    assert counts["killed"] > ROUNDS // 2
    assert counts["begun"] > 0, "kills fell between the first and the last transaction"
