"""Pictures made small in a process of their own."""

import io
import struct
import subprocess
import zlib

from evidence_makers import photo
from PIL import Image

from zi_desktop.storage import picture_process
from zi_desktop.storage.picture_process import made_small


def bomb(path, side=30_000):
    """Write a PNG that says it is very large."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)))
    return path


def test_pictures_come_back_small_and_what_is_none_is_left_out(tmp_path):
    fine, broken = photo(tmp_path / "baik.jpg", side=400), tmp_path / "bukan.jpg"
    broken.write_bytes(b"\xff\xd8\xff bukan")
    found = made_small([broken, fine, bomb(tmp_path / "bom.png"), tmp_path / "tidak ada.png"], 96)
    assert list(found) == [fine]
    with Image.open(io.BytesIO(found[fine])) as image:
        assert (image.format, image.size) == ("PNG", (96, 48))


def test_a_picture_that_kills_its_process_harms_no_other(tmp_path, monkeypatch):
    pictures = [photo(tmp_path / f"{number}.jpg", side=100) for number in range(3)]
    run, asked = subprocess.run, []

    def dying(command, *, input, **more):  # noqa: A002 (as subprocess calls it)
        asked.append(input)
        if b"1.jpg" in input:
            command = [command[0], "-c", "import os; os.abort()"]
        return run(command, input=input, **more)

    monkeypatch.setattr(picture_process.subprocess, "run", dying)
    assert list(made_small(pictures, 64)) == [pictures[0], pictures[2]]
    assert len(asked) == 4


def test_a_process_that_takes_too_long_is_killed(tmp_path, monkeypatch):
    sleeper = [picture_process.sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(picture_process.paths, "program", lambda: sleeper)
    assert made_small([photo(tmp_path / "a.jpg")], 64, patience=0.2) == {}
