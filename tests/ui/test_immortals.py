"""A window outlives some thousand calls that return nothing."""

import subprocess
import sys

MANY_CALLS = """
import zi_desktop.ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(100_000):
    thing.setObjectName("x")
    thing.signalsBlocked()
print("alive")
"""


def test_a_process_survives_many_calls_that_return_none_or_a_truth_value():
    finished = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False, timeout=60
    )
    assert finished.stdout == "alive\n", finished.stderr[-500:]
