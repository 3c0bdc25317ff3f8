"""The evidence store: whole or not at all, once per digest, nothing outside its folder, hostile files in a sentence."""

import hashlib
import os
import re
import shutil
import sys

import pytest
from evidence_makers import exif_of, huge_picture, photo, size_of, text_file

from zi_desktop.domain.errors import EvidenceError
from zi_desktop.storage import evidence_files
from zi_desktop.storage.evidence_files import AS_USUAL, EvidenceStore, Treatment

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def store(tmp_path):
    made = EvidenceStore(tmp_path / "ruang")
    (tmp_path / "ruang").mkdir()
    made.prepare()
    return made


def quiet(_count):
    pass


def take(store, source, treatment=AS_USUAL):
    return store.take(source, treatment, quiet)


def digest(data):
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("keep", [True, False])
def test_a_file_without_content_is_refused_in_words(store, tmp_path, keep):
    source = tmp_path / "SK.pdf"
    source.write_bytes(b"")
    words = "SK.pdf tidak ditambahkan: berkasnya kosong (0 byte). Berkas lain dan semua isian tetap aman"
    with pytest.raises(EvidenceError, match=re.escape(words)):
        take(store, source, Treatment(keep=keep))
    assert list(store.folder.iterdir()) == []


def test_a_file_is_kept_byte_for_byte_under_its_digest(store, tmp_path):
    source = text_file(tmp_path / "Surat  Tugas.txt", "isi" * 700_000)
    read = []
    stored = store.take(source, AS_USUAL, read.append)
    assert (stored.sha256, stored.name) == (digest(source.read_bytes()), "Surat Tugas.txt")
    assert (stored.size, stored.type, stored.kept, stored.known) == (2_100_000, "text/plain", True, False)
    assert store.path_of(stored.sha256).read_bytes() == source.read_bytes()
    assert sum(read) == 2_100_000
    assert (store.sizes(), store.leftovers()) == ({stored.sha256: 2_100_000}, {})


@pytest.mark.parametrize("name", ["a.txt", "a.jpg"])
def test_bytes_are_durable_before_they_get_their_name(store, tmp_path, monkeypatch, name):
    order, replace = [], evidence_files.files.replace_held
    source = photo(tmp_path / name) if name.endswith("jpg") else text_file(tmp_path / name)
    monkeypatch.setattr(os, "fsync", lambda descriptor: order.append(os.fstat(descriptor).st_size))
    monkeypatch.setattr(
        evidence_files.files, "replace_held", lambda part, path: (order.append("name"), replace(part, path))
    )
    assert order == []
    stored = take(store, source)
    assert order == [stored.size, "name"]


def test_the_same_bytes_are_kept_once_and_heal_a_damaged_copy(store, tmp_path):
    stored = take(store, text_file(tmp_path / "a.txt"))
    store.path_of(stored.sha256).write_bytes(b"rusak")
    again = take(store, text_file(tmp_path / "b.txt"))
    assert (again.sha256, again.known) == (stored.sha256, True)
    assert store.digest(stored.sha256, quiet) == stored.sha256


def test_a_file_that_is_only_noted_leaves_no_bytes(store, tmp_path):
    source = photo(tmp_path / "a.jpg")
    stored = take(store, source, Treatment(keep=False))
    assert (stored.kept, stored.sha256) == (False, digest(source.read_bytes()))
    assert stored.taken == "2026-05-01T10:20:30+07:00"
    assert store.sizes() == {}


def test_the_place_of_a_photo_is_dropped_unless_asked(store, tmp_path):
    source = photo(tmp_path / "a.jpg")
    dropped, kept = take(store, source), take(store, source, Treatment(keep_place=True))
    assert exif_of(store.path_of(dropped.sha256).read_bytes()) == ("Kamera Contoh", "2026:05:01 10:20:30", False)
    assert (dropped.original, kept.sha256, kept.original) == (digest(source.read_bytes()),) * 2 + ("",)
    assert dropped.size == store.sizes()[dropped.sha256]


def test_a_photo_without_a_place_stays_as_it_is(store, tmp_path):
    source = photo(tmp_path / "a.jpg", place=False)
    stored = take(store, source)
    assert (stored.sha256, stored.original) == (digest(source.read_bytes()), "")


def test_a_photo_is_made_smaller_on_demand_and_its_digest_before_is_kept(store, tmp_path):
    source = photo(tmp_path / "a.jpg", side=2400)
    stored = take(store, source, Treatment(downscale=True))
    data = store.path_of(stored.sha256).read_bytes()
    assert size_of(data) == (2048, 1024)
    assert (stored.original, stored.sha256, stored.taken) == (
        digest(source.read_bytes()), digest(data), "2026-05-01T10:20:30+07:00",
    )  # fmt: skip


@pytest.mark.parametrize("treatment", [AS_USUAL, Treatment(downscale=True)])
def test_a_hostile_picture_is_kept_as_it_is(store, tmp_path, treatment):
    source = huge_picture(tmp_path / "besar.png")
    assert take(store, source, treatment).sha256 == digest(source.read_bytes())


def test_a_pdf_bomb_is_bytes_and_nothing_else(store, tmp_path):
    source = tmp_path / "bom.pdf"
    source.write_bytes(b"%PDF-1.7\n1 0 obj <</Length 99999999999/Filter/FlateDecode>> stream\n" + b"x" * 1000)
    assert take(store, source).type == "application/pdf"


@posix
@pytest.mark.parametrize("name", ["CON", "nul.txt", "a\nb.txt", "x" * 251 + ".txt", "..", "a:b*?.txt", "...", "-rf"])
def test_a_strange_name_is_kept_as_a_name_only(store, tmp_path, name):
    folder = tmp_path / "asal"
    folder.mkdir()
    path = folder / (name if name != ".." else "..txt")
    stored = take(store, text_file(path))
    assert stored.name == path.name.replace("\n", " ")
    assert [entry.name for entry in store.folder.iterdir()] == [stored.sha256]


@posix
def test_a_name_that_is_no_text_is_kept_readable(store, tmp_path):
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    with open(path, "wb") as file:  # noqa: PTH123 (pathlib takes no bytes)
        file.write(b"x")
    from pathlib import Path

    assert take(store, Path(os.fsdecode(path))).name == "a\ufffd.txt"


@posix
def test_what_is_no_ordinary_file_is_refused_without_waiting(store, tmp_path):
    os.mkfifo(tmp_path / "pipa")
    (tmp_path / "tautan").symlink_to(text_file(tmp_path / "a.txt"))
    (tmp_path / "putus").symlink_to(tmp_path / "tidak ada")
    said = {}
    for name in ("pipa", "tautan", "putus", "ruang", "hilang", "a\0b"):
        with pytest.raises(EvidenceError) as caught:
            take(store, tmp_path / name)
        said[name] = str(caught.value)
    assert "bukan berkas biasa" in said["pipa"]
    assert "itu sebuah tautan" in said["tautan"]
    assert "itu sebuah tautan" in said["putus"]
    assert "itu sebuah folder" in said["ruang"]
    assert "tidak ditemukan" in said["hilang"]
    assert "namanya tidak sah" in said["a\0b"]
    assert list(store.folder.iterdir()) == []


@pytest.mark.parametrize("treatment", [AS_USUAL, Treatment(keep=False)])
def test_a_file_that_changes_while_it_is_read_is_refused(store, tmp_path, treatment):
    source = text_file(tmp_path / "a.txt", "x" * 3_000_000)

    def change(_count):
        with source.open("a") as file:
            file.write("y")

    with pytest.raises(EvidenceError, match="berubah selagi dibaca"):
        store.take(source, treatment, change)
    assert list(store.folder.iterdir()) == []


def test_a_photo_that_changes_while_it_is_read_is_refused(store, tmp_path, monkeypatch):
    from zi_desktop.storage import pictures

    source = photo(tmp_path / "a.jpg")
    described = pictures.describe

    def change(file):
        found = described(file)
        with source.open("ab") as more:
            more.write(b"x")
        return found

    monkeypatch.setattr(pictures, "describe", change)
    with pytest.raises(EvidenceError, match="berubah selagi dibaca"):
        take(store, source)


class Pulled:
    """A file on a drive that is pulled out while it is read."""

    def __init__(self, file):
        self._file = file
        self._left = 2

    def read(self, size):
        self._left -= 1
        if self._left < 0:
            raise OSError(5, "Input/output error")
        return self._file.read(size)

    def __getattr__(self, name):
        return getattr(self._file, name)


def test_a_drive_that_is_pulled_out_leaves_nothing(store, tmp_path, monkeypatch):
    from contextlib import contextmanager
    from dataclasses import replace

    opened = evidence_files._opened

    @contextmanager
    def pulled(source):
        with opened(source) as found:
            yield replace(found, file=Pulled(found.file))

    monkeypatch.setattr(evidence_files, "_opened", pulled)
    with pytest.raises(EvidenceError, match="media penyimpanan gagal"):
        take(store, text_file(tmp_path / "a.txt", "x" * 5_000_000))
    assert list(store.folder.iterdir()) == []


def test_a_disk_that_is_nearly_full_is_left_to_the_answers(store, tmp_path, monkeypatch):
    free = evidence_files.RESERVE + 10
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(2**40, 2**40 - free, free))
    with pytest.raises(EvidenceError, match="hampir penuh, perlu 1 MB dan cadangan 200 MB untuk isian"):
        take(store, text_file(tmp_path / "a.txt"))
    assert take(store, text_file(tmp_path / "b.txt", "x")).size == 1
    assert len(list(store.folder.iterdir())) == 1


def test_a_disk_that_fills_up_leaves_nothing_half(store, tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EvidenceError, match="ruang penyimpanan penuh"):
        take(store, text_file(tmp_path / "a.txt"))
    assert list(store.folder.iterdir()) == []


@pytest.mark.parametrize("name", ["", "..", "../x", "A" * 64, "g" * 64, "a" * 63])
def test_no_path_but_of_a_digest(store, name):
    with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
        store.path_of(name)


def test_leftovers_are_told_apart_and_removed(store, tmp_path):
    stored = take(store, text_file(tmp_path / "a.txt"))
    (store.folder / ".ab.part").write_bytes(b"x")
    (store.folder / "catatan.txt").write_bytes(b"bukan dari sini")
    assert (store.leftovers(), list(store.sizes())) == ({".ab.part": 1}, [stored.sha256])
    store.remove(".ab.part")
    store.remove(stored.sha256)
    assert [path.name for path in store.folder.iterdir()] == ["catatan.txt"]
    assert store.digest(stored.sha256, quiet) == ""


def test_nothing_is_there_before_the_first_file(tmp_path):
    bare = EvidenceStore(tmp_path)
    bare.flush()
    assert (bare.sizes(), bare.leftovers()) == ({}, {})
