"""Sets up this checkout on a fresh machine: system packages, virtual environment, locked Python packages.

``python3 tools/setup.py run|test|bench|build`` needs only the standard library, asks nothing, can be repeated, and ends
in a moment when nothing is missing. Exit status 2: something is missing that it may not install itself.
"""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "ready"
RUNTIME_LOCK = ROOT / "requirements.lock"
DEVELOPER_LOCK = ROOT / "requirements-dev.lock"

OLDEST, NEWEST = (3, 11), (3, 14)
PYTHON = f"python{sys.version_info[0]}.{sys.version_info[1]}"

# What proves that a part is there → the package of Debian and Ubuntu that brings it. Where Ubuntu 24.04 and Debian 13
# renamed a package (…t64), the new one provides the old name.
WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "soffice": "libreoffice-calc-nogui",
    "xdotool": "xdotool",
    "initdb": "postgresql",
    "mkfs.exfat": "exfatprogs",
    "mount.exfat-fuse": "exfat-fuse",
}
POSTGRESQL = Path("/usr/lib/postgresql")  # Debian keeps its programs off the path, a folder a version
SYSTEM_PROGRAMS = (Path("/usr/sbin"), Path("/sbin"))  # not on the path of a user who is not root
BUILD_PROGRAMS = {"objcopy": "binutils"}
BUILD_LIBRARIES = {f"lib{PYTHON}.so.1.0": f"lib{PYTHON}"}

PROGRAMS = {"run": {}, "test": TEST_PROGRAMS, "bench": TEST_PROGRAMS, "build": BUILD_PROGRAMS}


class SetupError(Exception):
    """Set-up cannot go on; carries the sentence that says why and what to do."""


def say(text: str) -> None:
    """Print one line for the person who waits, at once."""
    print(text, file=sys.stderr, flush=True)


def check_python() -> None:
    """Refuse a Python outside the range that the locked packages are made for."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise SetupError(f"Diperlukan Python 3.11 sampai 3.14; ditemukan {found}. Contoh: make demo PYTHON=python3.12")


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def installed(program: str) -> bool:
    """Tell whether a program is there."""
    elsewhere = (*POSTGRESQL.glob("*/bin"), *SYSTEM_PROGRAMS)
    return bool(shutil.which(program)) or any((folder / program).exists() for folder in elsewhere)


def missing(purpose: str) -> dict[str, str]:
    """Return what is missing for a purpose: its own name → the Debian package that brings it."""
    if not sys.platform.startswith("linux"):
        return {}  # the wheels of Windows and macOS bring what they need
    libraries = {**WINDOW_LIBRARIES, **(BUILD_LIBRARIES if purpose == "build" else {})}
    needs = {name: package for name, package in libraries.items() if not loads(name)}
    needs.update({name: package for name, package in PROGRAMS[purpose].items() if not installed(name)})
    if not importlib.util.find_spec("ensurepip"):
        needs["ensurepip"] = f"{PYTHON}-venv"
    return needs


def root_prefix() -> list[str] | None:
    """Return what stands before a command that needs root, or None when this user cannot become root unasked."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo") or subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode:
        return None
    return ["sudo", "-n"]


def apt(prefix: list[str], *commands: list[str]) -> None:
    """Run apt-get commands without questions; whether they helped is judged by what they brought."""
    quiet = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]
    for command in commands:
        unasked = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command, *quiet]
        subprocess.run(unasked, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr)


def install_system_packages(purpose: str) -> None:
    """Install missing system packages with apt-get, or say in one line how to."""
    needs = missing(purpose)
    if not needs:
        return
    if not shutil.which("apt-get"):
        raise SetupError(f"Sistem ini tidak memakai apt-get. Pasang dengan cara sistem ini: {', '.join(needs)}.")
    packages = sorted(set(needs.values()))
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    prefix = root_prefix()
    if prefix is None:
        by_root = "sudo sh" if shutil.which("sudo") else "su -"
        print(f"{by_root} -c 'apt-get update && {' '.join(install)}'", flush=True)
        raise SetupError("Paket sistem belum lengkap. Jalankan baris di atas sekali, lalu ulangi perintah yang sama.")
    say(f"Memasang paket sistem: {' '.join(packages)}")
    apt(prefix, ["apt-get", "update"], install)
    still = ", ".join(missing(purpose).values())
    if still:
        raise SetupError(
            f"Paket sistem belum dapat dipasang: {still}. Periksa jaringan, lalu ulangi perintah yang sama."
        )


def fingerprint(lock: Path) -> str:
    """Return what an environment was made from: the locked packages, this Python, this place."""
    made_from = f"{sys.version}\n{sys.base_prefix}\n{VENV}\n".encode() + lock.read_bytes()
    return f"{lock.name} {hashlib.sha256(made_from).hexdigest()}"


def stamped() -> list[str]:
    """Return the fingerprints that the environment was completed with; none after an interrupted set-up."""
    return STAMP.read_text("utf-8").splitlines() if STAMP.is_file() else []


def run_python(*arguments: str) -> None:
    """Run a Python command that must succeed, shut off from the caller's PYTHON… variables."""
    if subprocess.run(arguments, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode:
        raise SetupError("Lingkungan Python belum dapat disiapkan. Periksa jaringan dan ruang cakram, lalu ulangi.")


def install_python_packages(purpose: str) -> None:
    """Make the virtual environment hold exactly the locked packages of a purpose.

    A stamp is written last. Without a stamp that fits, the environment is made anew, so that an interrupted set-up, a
    moved checkout, another Python or a changed lock never leaves remains.
    """
    runtime, developer = fingerprint(RUNTIME_LOCK), fingerprint(DEVELOPER_LOCK)
    present = stamped()
    wanted = runtime if purpose == "run" else developer
    if wanted in present:
        return
    if runtime in present:
        STAMP.unlink()
    else:
        say("Membuat lingkungan Python di .venv")
        run_python(sys.executable, "-I", "-m", "venv", "--clear", str(VENV))
    lock = RUNTIME_LOCK if purpose == "run" else DEVELOPER_LOCK
    say(f"Memasang paket Python dari {lock.name} (sekitar satu menit)")
    only_locked = ["-qq", "--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"]
    run_python(str(VENV / "bin" / "python"), "-I", "-m", "pip", "install", *only_locked, "-r", str(lock))
    # The developer's lock holds the same versions of the runtime packages (a test compares them).
    STAMP.write_text("\n".join(sorted({runtime, wanted})), encoding="utf-8")


def main(purpose: str) -> int:
    """Set up for a purpose; return the exit status."""
    try:
        check_python()
        with Path(__file__).open("rb") as one_at_a_time:
            fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
            install_system_packages(purpose)
            install_python_packages(purpose)
    except SetupError as problem:
        say(str(problem))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
