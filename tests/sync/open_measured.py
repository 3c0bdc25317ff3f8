"""Opens a bundle in a process of its own: ``open_measured.py FILE FOLDER``; prints JSON of what became of it.

Memory is the system's own account of the process at its peak (KiB), time that of its processor (seconds).
"""

import json
import sys
import time
from pathlib import Path

from zi_desktop.domain.errors import BundleRejected
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.segments import events_of


def outcome(file, folder):
    try:
        found = open_bundle(file, folder, identities=[])
        return f"{sum(len(events_of(segment)) for segment in found.segments)} baris"
    except BundleRejected as error:
        return error.reason


if __name__ == "__main__":
    said = outcome(*map(Path, sys.argv[1:3]))
    [peak] = [line for line in Path("/proc/self/status").read_text("ascii").splitlines() if line.startswith("VmHWM:")]
    print(json.dumps({"said": said, "memory": int(peak.split()[1]), "seconds": time.process_time()}))  # noqa: T201 (what the parent process reads)
