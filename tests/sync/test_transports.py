"""Folder and store behave alike, on real media: put once, listed in order, read from any place, nothing half."""

import os
import threading
import uuid

import pytest

from zi_desktop.domain.errors import InvalidInputError, TransportError
from zi_desktop.sync import folder
from zi_desktop.sync.transport import fetch, is_key
from zi_desktop.sync.transports import Keys, open_transport

_FIRST, _SECOND = "inbox/a1/00000001.zib", "inbox/a1/00000002.zib"


@pytest.fixture(params=["folder", "exfat", "store"])
def place(request, tmp_path, monkeypatch):
    if request.param == "store":
        server = request.getfixturevalue("s3")
        return open_transport(server.address(uuid.uuid4().hex), server.keys)
    if request.param == "exfat":
        monkeypatch.setattr(os, "link", _no_links)
    (tmp_path / "stik").mkdir()
    return open_transport(str(tmp_path / "stik"))


def _no_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_an_object_is_put_once_and_never_changed(place):
    assert place.put_new(_FIRST, b"satu")
    assert place.put_new(_FIRST, b"satu"), "the same again is there as it was given"
    assert not place.put_new(_FIRST, b"dua!")
    assert b"".join(place.chunks(_FIRST)) == b"satu"
    assert place.size(_FIRST) == 4


def test_files_are_put_whole(place, tmp_path):
    source = tmp_path / "foto.jpg"
    source.write_bytes(os.urandom(3 * 1024 * 1024 + 7))
    assert place.put_new("inbox/a1/00000003.zib", source)
    assert b"".join(place.chunks("inbox/a1/00000003.zib")) == source.read_bytes()


def test_names_come_in_order_behind_the_last_one_read(place):
    for key in (_SECOND, _FIRST, "inbox/b2/00000001.zib"):
        place.put_new(key, b"isi")
    assert place.names("inbox/a1") == [_FIRST, _SECOND]
    assert place.names("inbox/a1", after=_FIRST) == [_SECOND]
    assert place.folders("inbox") == ["inbox/a1", "inbox/b2"]
    assert place.names("outbox/a1") == []
    assert place.size("inbox/a1/00000009.zib") is None


def test_a_broken_download_goes_on_where_it_stopped(place, tmp_path):
    content = os.urandom(2 * 1024 * 1024 + 1)
    place.put_new(_FIRST, content)
    into = tmp_path / "unduhan.part"
    into.write_bytes(content[:1_234_567])
    seen = []
    assert fetch(place, _FIRST, into, seen.append).read_bytes() == content
    assert seen[0] > 1_234_567
    assert fetch(place, _FIRST, into).read_bytes() == content, "nothing is added to what is whole"


def test_what_is_missing_is_said_in_a_sentence(place, tmp_path):
    with pytest.raises(TransportError, match="Tidak ada yang hilang"):
        fetch(place, "inbox/a1/00000007.zib", tmp_path / "x.part")


def test_two_writers_of_one_key_never_mix(tmp_path):
    place = open_transport(str(tmp_path))
    contents = [bytes([n]) * 200_000 for n in range(8)]
    taken = {}
    threads = [
        threading.Thread(target=lambda n=n: taken.update({n: place.put_new(_FIRST, contents[n])})) for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(taken.values()) == 1
    winner = next(n for n, won in taken.items() if won)
    assert (tmp_path / _FIRST).read_bytes() == contents[winner]
    assert [path.name for path in (tmp_path / "inbox/a1").iterdir()] == ["00000001.zib"]


def test_a_pulled_stick_is_no_empty_place(tmp_path):
    place = open_transport(str(tmp_path / "tidak-ada"))
    for act in (
        lambda: place.put_new(_FIRST, b"x"),
        lambda: place.names("inbox/a1"),
        lambda: place.folders("inbox"),
        lambda: place.size(_FIRST),
    ):
        with pytest.raises(TransportError, match="folder atau berkasnya tidak ditemukan"):
            act()
    assert not (tmp_path / "tidak-ada").exists()


def test_a_medium_that_returns_other_bytes_keeps_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "_digest_of", lambda _: b"lain")
    with pytest.raises(TransportError):
        open_transport(str(tmp_path)).put_new(_FIRST, b"isi")
    assert not any(path.is_file() for path in tmp_path.rglob("*"))


def test_a_full_medium_keeps_nothing(tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder.shutil, "copyfileobj", full)
    with pytest.raises(TransportError, match="ruang penyimpanan penuh"):
        open_transport(str(tmp_path)).put_new(_FIRST, b"isi")
    assert not any(path.is_file() for path in tmp_path.rglob("*"))


def test_what_others_leave_on_a_stick_is_not_looked_at(tmp_path):
    place = open_transport(str(tmp_path))
    place.put_new(_FIRST, b"isi")
    box = tmp_path / "inbox" / "a1"
    for name in ("abc.part", "._00000001.zib", "Thumbs.db", "desktop ini", "00000004.zib.tmp"):
        (box / name).write_bytes(b"?")
    (box / "00000005.zib").symlink_to("/etc/passwd")
    (box / "00000006.zib").mkdir()
    (tmp_path / "inbox" / "System Volume Information").mkdir()
    assert place.names("inbox/a1") == [_FIRST]
    assert place.folders("inbox") == ["inbox/a1"]


@pytest.mark.parametrize(
    "name",
    ["../x", "a/../b", "/a", "a//b", "A", "a\\b", "a b", "a/", "", ".a", "a.part", "x" * 70, "a/b/c/d/e/f/g", "a:b"],
)
def test_a_name_that_some_system_reads_otherwise_is_no_key(name, tmp_path):
    assert not is_key(name)
    with pytest.raises(ValueError, match="not a key"):
        open_transport(str(tmp_path)).put_new(name, b"x")


@pytest.mark.parametrize(
    "address", ["", "  ", "ftp://contoh.example/b", "s3://", "s3://a:b@wadah/x", "s3://wadah?rahasia=x"]
)
def test_an_unknown_address_is_refused(address):
    with pytest.raises(InvalidInputError, match="Tidak ada yang dikirim"):
        open_transport(address)


def test_a_store_that_refuses_says_why_without_its_own_words(s3):
    wrong = open_transport(s3.address("kantor"), Keys("kunci-uji", "salah"))
    with pytest.raises(TransportError, match="kunci masuk ditolak") as refused:
        wrong.put_new(_FIRST, b"x")
    assert "http" not in str(refused.value)
    assert "salah" not in str(refused.value)


def test_part_files_of_a_dead_writer_never_count(tmp_path):
    place = open_transport(str(tmp_path))
    box = tmp_path / "inbox" / "a1"
    box.mkdir(parents=True)
    (box / "0123456789abcdef.part").write_bytes(b"separuh")
    assert place.put_new(_FIRST, b"isi")
    assert place.names("inbox/a1") == [_FIRST]
