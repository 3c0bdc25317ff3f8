"""Runs one command and prints its wall time in seconds, its peak memory in bytes, and its exit status.

A program of its own, and a small one: on Linux the peak of a new process begins at what its parent held.
"""

import os
import sys
import time


def main(command: list[str]) -> int:
    """Run the command with its standard output thrown away; return 0 whatever its status is."""
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    started = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=silent)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - started
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in KiB everywhere but on macOS
    print(seconds, usage.ru_maxrss * unit, os.waitstatus_to_exitcode(status))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
