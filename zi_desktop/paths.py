"""Where files live, the same in source, wheel and frozen program, and how their names come to last."""

import os
import sys
from pathlib import Path

APP_FOLDER = "ZI Desktop"
PICTURE_PROCESS = "--picture-process"
"""The program's own argument with which it makes pictures small (``storage.picture_process``), and nothing else."""


def resources() -> Path:
    """Return the folder of shipped data (instruments, migrations' texts, report parts)."""
    if getattr(sys, "frozen", False):
        return Path(sys._MEIPASS) / "resources"  # type: ignore[attr-defined]  # noqa: SLF001 (PyInstaller's own name)
    packaged = Path(__file__).parent / "resources"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "resources"


def program() -> list[str]:
    """Return the command that starts this program once more, wherever it is started from."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    code = Path(__file__).parent
    start = f"import sys; sys.path.insert(0, {str(code.parent)!r}); from {code.name}.app import main; sys.exit(main())"
    return [sys.executable, "-c", start]


def instruments() -> Path:
    """Return the folder with one JSON file for each shipped edition of the worksheet."""
    return resources() / "instruments"


def default_workspace() -> Path:
    """Return the workspace used when none is named: ``ZI_WORKSPACE``, else the platform's folder for user data."""
    named = os.environ.get("ZI_WORKSPACE")
    if named:
        return Path(named)
    import platformdirs  # noqa: PLC0415 (20 ms that a named workspace does not need)

    return Path(platformdirs.user_data_dir(APP_FOLDER, appauthor=False))


def log_file() -> Path:
    """Return the file in which unexpected failures are kept for whoever mends them."""
    import platformdirs  # noqa: PLC0415 (only when something failed)

    return Path(platformdirs.user_log_dir(APP_FOLDER, appauthor=False)) / "zi-desktop.log"


def flush_folder(folder: Path) -> None:
    """Make a name that was given in a folder durable where the system can (Windows does so by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
