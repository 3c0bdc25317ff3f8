"""A real exFAT stick for tests: an image on a loop device, mounted through FUSE, pulled by ending what serves it."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

SIZE = 48 * 1024 * 1024
_SERVER, _MAKER, _CHECKER = (shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") for name in (
    "mount.exfat-fuse", "mkfs.exfat", "fsck.exfat",
))  # fmt: skip
_PATIENCE = 30


def why_not():
    """Return why this machine cannot mount a stick, or ""; a missing program is no reason: set-up brings it."""
    if not sys.platform.startswith("linux"):
        return "only Linux mounts an image"
    if os.geteuid() != 0:
        return "only root may mount"
    missing = [name for name in ("/dev/fuse", "/dev/loop-control") if not os.access(name, os.R_OK | os.W_OK)]
    return f"this machine has no {missing[0]}" if missing else ""


class Stick:
    """An exFAT stick: plugged in at ``folder``, unmounted properly, or pulled."""

    def __init__(self, place: Path) -> None:
        assert _SERVER, "exfat-fuse is missing: python tools/setup.py test"
        assert _MAKER, "exfatprogs is missing: python tools/setup.py test"
        self.folder, image = place / "stik", place / "stik.img"
        self.folder.mkdir()
        with image.open("wb") as file:
            file.truncate(SIZE)
        subprocess.run([_MAKER, image], check=True, capture_output=True)
        self._device = _run("losetup", "--find", "--show", str(image)).strip()
        self._server = None

    def plug_in(self):
        """Mount it and return its folder."""
        self._server = subprocess.Popen(
            # -d keeps it in the foreground: its own process id is known.
            [_SERVER, "-d", self._device, self.folder],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait(lambda: os.path.ismount(self.folder))
        return self.folder

    def unmount(self):
        """Unmount it as a person does who waits."""
        _run("umount", str(self.folder))
        self._server.wait(_PATIENCE)

    def pull(self):
        """Let it be gone in the middle of whatever is done."""
        self._server.kill()
        self._server.wait(_PATIENCE)

    def unmount_later(self):
        """Take its name away at once, and itself when nobody holds a file of it any more (a lazy unmount)."""
        _run("umount", "--lazy", str(self.folder))

    def come_back(self):
        """Plug it in again after it was pulled."""
        subprocess.run(["umount", "--lazy", self.folder], check=False, capture_output=True)
        self._server.wait(_PATIENCE)
        return self.plug_in()

    def is_sound(self):
        """Tell whether the file system is whole; it is unmounted."""
        return subprocess.run([_CHECKER, "-n", self._device], check=False, capture_output=True).returncode == 0

    def throw_away(self):
        """Leave nothing mounted and no process running."""
        subprocess.run(["umount", "--lazy", self.folder], check=False, capture_output=True)
        if self._server and self._server.poll() is None:
            self._server.kill()
            self._server.wait(_PATIENCE)
        subprocess.run(["losetup", "--detach", self._device], check=False, capture_output=True)

    def _wait(self, ready):
        end = time.monotonic() + _PATIENCE
        while not ready():
            assert self._server.poll() is None, "the stick could not be mounted"
            assert time.monotonic() < end, "the stick was not mounted in time"
            time.sleep(0.02)


def _run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout
