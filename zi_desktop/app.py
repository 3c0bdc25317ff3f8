"""Composition root: decides which front end runs, and is the outer border for what nobody expected."""

import sys
import traceback
from pathlib import Path

from zi_desktop import paths


def main() -> int:
    """Run the program; return its exit status."""
    from zi_desktop.cli.program import run  # noqa: PLC0415 (inside the border: a broken installation is explained too)

    try:
        return run(sys.argv[1:] or ["--help"])
    except Exception:  # noqa: BLE001 (the outer border)
        where = _log()
        sys.stderr.write(
            f"Terjadi kesalahan pada program. Isian yang sudah tersimpan tetap aman. Rinciannya ada di {where}."
        )
        return 2


def _log() -> Path:
    """Keep the traceback where it can be sent from; it goes to nobody by itself."""
    file = paths.log_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as log:
        log.write(traceback.format_exc() + "\n")
    return file
