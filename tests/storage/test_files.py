import errno
import os
from pathlib import Path

import pytest

from zi_desktop.domain.errors import FileHeldError, FileReadError, FileWriteError
from zi_desktop.storage import files

RESERVED = ["con", "PRN", "aux", "NUL", "com1", "COM9", "lpt3", "con.laporan", "NUL .x", "CONIN$", "com¹"]


@pytest.fixture
def waits(monkeypatch):
    """Keep how long a retry would have waited, and do not wait."""
    kept = []
    monkeypatch.setattr(files.time, "sleep", kept.append)
    return kept


@pytest.fixture
def held(monkeypatch):
    """A double of Windows: another program holds a file for so many tries of a rename over it."""
    real = Path.replace

    def hold(file, tries):
        left = iter(range(tries))

        def replace(self, target):
            if Path(target) == file and next(left, None) is not None:
                error = PermissionError(errno.EACCES, "held")
                error.winerror = 32
                raise error
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace)

    return hold


@pytest.mark.parametrize("name", RESERVED)
def test_a_name_that_windows_keeps_for_itself_is_not_used(name):
    assert files.safe_name(name) == f"_{files.safe_name('x' + name)[1:]}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lapas Kelas IIA Contoh", "Lapas Kelas IIA Contoh"), ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("  titik . . ", "titik"), ("Ñusa – Pelayanan “Prima” é", "Ñusa – Pelayanan “Prima” é"), ("..", "_"), ("", "_"),
        ("a\x00b\nc\td\u202ee", "a b c d e"), ("concern", "concern"), ("comfort", "comfort"),
    ],
)  # fmt: skip
def test_a_name_that_every_file_system_takes(text, name):
    assert files.safe_name(text) == name


@pytest.mark.parametrize("letter", ["x", "é", "語", "🏛", ". ", "x."])
def test_a_long_name_is_cut_at_a_whole_letter(letter, tmp_path):
    name = files.safe_name(letter * 300)
    assert len(name.encode()) <= 120
    assert name == name.strip(" .") or name == "_"
    assert files.write_whole(tmp_path / f"{name}.pdf", b"x").read_bytes() == b"x"


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "laporan.pdf"
    for data in (b"satu", b"dua"):
        assert files.write_whole(path, data) == path
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_path_of_more_than_260_characters(tmp_path):
    folder = tmp_path / ("a" * 100) / ("b" * 100) / ("c" * 100)
    folder.mkdir(parents=True)
    assert files.write_whole(folder / "laporan.pdf", b"x").read_bytes() == b"x"


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(FileWriteError, match=r"namanya terlalu panjang\. Tidak ada yang hilang"):
        files.write_whole(tmp_path / ("x" * 300), b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("make", "why"), [(None, "tidak ditemukan"), ("file", "melewati sebuah berkas")])
def test_a_folder_that_is_none_is_told(tmp_path, make, why):
    if make:
        (tmp_path / "sub").write_bytes(b"")
    with pytest.raises(FileWriteError, match=why):
        files.write_whole(tmp_path / "sub" / "laporan.pdf", b"x")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path):
    (tmp_path / "laporan.pdf").mkdir()
    with pytest.raises(FileWriteError, match="itu sebuah folder"):
        files.write_whole(tmp_path / "laporan.pdf", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["laporan.pdf"]


@pytest.mark.parametrize(
    ("number", "why"), [(errno.ENOSPC, "penuh"), (errno.EDQUOT, "kuota"), (errno.EROFS, "hanya dapat dibaca"), (errno.EIO, "gagal")]
)  # fmt: skip
def test_a_disk_that_fails_while_writing_leaves_the_old_file(tmp_path, monkeypatch, number, why):
    path = tmp_path / "laporan.pdf"
    files.write_whole(path, b"lama")

    def fail(_descriptor):  # a full disk cannot be had in every place where tests run
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileWriteError, match=why):
        files.write_whole(path, b"baru")
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_held_for_a_moment_is_waited_for(tmp_path, held, waits):
    path = tmp_path / "laporan.pdf"
    files.write_whole(path, b"lama")
    held(path, 3)
    assert files.write_whole(path, b"baru") == path
    assert path.read_bytes() == b"baru"
    assert waits == [0.02, 0.04, 0.08]


def test_a_file_that_stays_held_gets_a_neighbour(tmp_path, held, waits):
    path = tmp_path / "laporan.pdf"
    files.write_whole(path, b"lama")
    held(path, 1000)
    with pytest.raises(FileHeldError, match=r"laporan\.pdf sedang dipakai .* sebagai laporan \([0-9a-f]{4}\)\.pdf"):
        files.write_whole(path, b"baru")
    assert path.read_bytes() == b"lama"
    (other,) = set(tmp_path.iterdir()) - {path}
    assert other.read_bytes() == b"baru"
    assert sum(waits) < 3


def test_a_permission_that_is_missing_is_not_waited_for(tmp_path, monkeypatch, waits):
    def refuse(_self, _target):
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileWriteError, match="tidak ada izin"):
        files.write_whole(tmp_path / "laporan.pdf", b"x")
    assert waits == []
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_read_up_to_its_limit(tmp_path):
    path = tmp_path / "masukan"
    path.write_bytes(b"x" * 1024**2)
    assert len(files.read_whole(path, 1024**2)) == 1024**2
    with pytest.raises(FileReadError, match="lebih besar dari 0 MB"):
        files.read_whole(path, 10)
    with pytest.raises(FileReadError, match="itu sebuah folder"):
        files.read_whole(tmp_path, 10)
    with pytest.raises(FileReadError, match="tidak ditemukan"):
        files.read_whole(tmp_path / "tidak ada", 10)
