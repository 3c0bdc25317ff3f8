"""The program as somebody starts it: real processes, in a folder and an environment of their own."""

import json
import os
import subprocess
import sys

from zi_desktop import paths

ROOT = paths.resources().parent


def program(*arguments, workspace=None, status=0):
    """Run the program; return its JSON after ``--json``, else what it printed. No display, no colours, no terminal."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    if workspace is not None:
        environment["ZI_WORKSPACE"] = str(workspace)
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    if status == 2:
        return done.stderr
    return json.loads(done.stdout) if "--json" in arguments else done.stdout
