"""Programs as a whole: how long they take and what memory they need at most."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.bench.place import ROOT, Place

_ONE_RUN: Final = Path(__file__).with_name("one_run.py")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: wall time in ms, peak memory in MB (10⁶ bytes)."""

    milliseconds: float
    memory: float


def run(command: Sequence[str], place: Place, surroundings: Mapping[str, str] = os.environ) -> Run:
    """Run a command in the checkout.

    Args:
        command: program and arguments.
        place: keeps what Python compiles.
        surroundings: environment variables, those of Python aside.

    Raises:
        SystemExit: it failed, with what it said.
    """
    environment = clean(surroundings, place)
    launcher = [sys.executable, "-I", "-S", str(_ONE_RUN), *command]
    done = subprocess.run(
        launcher, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    seconds, memory, status = done.stdout.split() if done.returncode == 0 else ("0", "0", "1")
    if status != "0":
        raise SystemExit(f"{' '.join(command)} tidak selesai, sehingga tidak ada yang diukur.\n{done.stderr}")
    return Run(float(seconds) * 1000, float(memory) / 1e6)


def clean(surroundings: Mapping[str, str], place: Place) -> dict[str, str]:
    """Return an environment in which what Python compiles is kept, as on any machine in use, but not in the checkout."""
    environment = {name: value for name, value in surroundings.items() if not name.startswith("PYTHON")}
    return environment | {"PYTHONPYCACHEPREFIX": str(place.folder / "compiled")}


def program(*arguments: str) -> list[str]:
    """Return the command that runs ZI Desktop from the checkout."""
    return [sys.executable, str(ROOT / "main.py"), *arguments]


def workbook_to_pdf(place: Place) -> list[str]:
    """Return the command with which LibreOffice turns the workbook into PDF, with a profile of its own.

    Raises:
        SystemExit: there is no LibreOffice here.
    """
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("LibreOffice (soffice) tidak ditemukan. Belum ada yang diukur; pasang, lalu ulangi.")
    profile = (place.folder / "libreoffice").as_uri()
    return [
        office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(place.folder),
        str(place.workbook.file),
    ]  # fmt: skip
