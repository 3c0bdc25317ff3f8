"""The program as a process of its own whose peak memory is known."""

import subprocess
import sys
from pathlib import Path

# ru_maxrss of a child begins with the memory of whoever started it; the system's own account of the process does not.
_PROGRAM = """
import sys
from pathlib import Path
from zi_desktop.cli.program import run
status = run(sys.argv[2:])
[peak] = [line for line in Path('/proc/self/status').read_text().splitlines() if line.startswith('VmHWM:')]
Path(sys.argv[1]).write_text(peak.split()[1])
raise SystemExit(status)
"""


def run_measured(folder, *arguments):
    """Run a command; return what became of it, and its peak memory in kilobytes, which ``folder`` keeps meanwhile."""
    peak = Path(folder) / "puncak memori"
    command = [sys.executable, "-c", _PROGRAM, peak, *arguments]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False, timeout=600
    )
    return done, int(peak.read_text())
