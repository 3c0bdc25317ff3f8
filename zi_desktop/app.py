"""Composition root: decides which front end runs, and is the outer border for what nobody expected."""

import gc
import io
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zi_desktop import paths


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """How the window was asked for: its workspace (None = the usual one), and whether it ends once it is painted."""

    workspace: Path | None = None
    ends_after_paint: bool = False


def main() -> int:
    """Run the program; return its exit status."""
    _write_utf8()
    try:
        if sys.argv[1:] == [paths.PICTURE_PROCESS]:
            return _run_picture_process()
        request = window_request(sys.argv[1:])
        return _run_command(sys.argv[1:]) if request is None else _run_window(request)
    except Exception as error:  # noqa: BLE001 (the outer border)
        sys.stderr.write(f"{_explained(error)}\n")
        return 2


def window_request(arguments: Sequence[str]) -> WindowRequest | None:
    """Return how the window is asked for, or None when a command (or anything else) is named."""
    rest, workspace, ends = list(arguments), None, False
    while rest:
        match rest:
            case ["--exit-after-paint", *rest]:
                ends = True
            case ["--workspace", folder, *rest]:
                workspace = Path(folder)
            case _:
                return None
    return WindowRequest(workspace, ends)


def _run_command(arguments: Sequence[str]) -> int:
    from zi_desktop.cli.program import run  # noqa: PLC0415 (a window needs no command, a command no window)

    return run(arguments)


def _run_picture_process() -> int:
    from zi_desktop.storage.picture_process import main as run  # noqa: PLC0415 (neither a command nor a window)

    return run()


def _run_window(request: WindowRequest) -> int:
    gc.disable()  # what a start makes, stays: looking through it for garbage takes long; ui/collecting.py does it later
    from zi_desktop.ui.launch import run  # noqa: PLC0415 (a window needs no command, a command no window)

    return run(
        request.workspace or paths.default_workspace(), paths.log_file, ends_after_paint=request.ends_after_paint
    )


def _write_utf8() -> None:
    """Write UTF-8 wherever the output goes: Windows would take its own code page for a file or a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _explained(error: Exception) -> str:
    """Return what went wrong as a sentence; what nobody expected is kept in the log."""
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith(__package__):
        return f"Paket {error.name} belum terpasang. Tidak ada yang berubah; jalankan make run, atau pasang requirements.lock."
    return f"Terjadi kesalahan pada program. Isian yang sudah tersimpan tetap aman. {_log()}"


def _log() -> str:
    """Keep the traceback where it can be sent from (it goes to nobody by itself); say where that is."""
    try:
        file = paths.log_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", errors="replace") as log:
            log.write(traceback.format_exc() + "\n")
    except OSError:
        return "Rinciannya tidak dapat disimpan."
    return f"Rinciannya ada di {file}."
