"""What the worst bundles cost: a process that opens them keeps within 400 MB and 5 seconds of its processor."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from bundle_makers import EVALUATION, card_of, contents, forged, parts_of, stream, zipped

from zi_desktop.domain.events import GENESIS, chain, read_redacted
from zi_desktop.sync.bundle_writing import write_bundle
from zi_desktop.sync.entry_names import card_name, segment_name
from zi_desktop.sync.segments import segment_bytes, sign_segment, sign_segments
from zi_desktop.sync.zip_format import LARGEST, ZipEntry, directory, local_header
from zi_desktop.trust.cards import card_bytes
from zi_desktop.trust.device_keys import new_device_key

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="needs the system's account of a process"
)

KEY = new_device_key()
MOST_MEMORY, MOST_SECONDS = 400 * 1024, 5


@pytest.fixture(scope="module")
def valid(tmp_path_factory):
    path = tmp_path_factory.mktemp("sah") / "a.zib"
    what = contents(KEY, segments=[sign_segment(stream(2), KEY)])
    return write_bundle(path, what, KEY, recipients=[], plain=True).path.read_bytes()


def cost(tmp_path, data):
    """Open a bundle (bytes, or a file) elsewhere; return what was said of it, within the limits."""
    file = data
    if isinstance(data, bytes):
        file = tmp_path / "a.zib"
        file.write_bytes(data)
    command = [sys.executable, Path(__file__).with_name("open_measured.py"), file, tmp_path / "masuk"]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[2], env={"PYTHONPATH": "."}, capture_output=True, check=True
    )
    found = json.loads(done.stdout)
    assert found["memory"] < MOST_MEMORY, found
    assert found["seconds"] < MOST_SECONDS, found
    return found["said"]


def named(segments):
    spelled = [(segment, segment_bytes(segment)) for segment in segments]
    return [(segment_name(segment, data), data) for segment, data in spelled]


def redacted(count, name):
    line, previous, made = b'{"redacted":"%s"}' % (b"a" * 64), GENESIS, []
    for seq in range(1, count + 1):
        made.append(read_redacted(line, previous, EVALUATION, name * 32, seq))
        previous = chain(previous, line)
    return made


def test_as_many_lines_as_there_may_be(tmp_path, valid):
    segments = [segment for name in "abcd" for segment in sign_segments(redacted(25_000, name), KEY)]
    assert cost(tmp_path, forged(valid, KEY, parts=named(segments))) == "100000 baris"


def test_more_lines_than_there_may_be(tmp_path, valid):
    segments = [segment for name in "abcde" for segment in sign_segments(redacted(25_000, name), KEY)]
    assert "melebihi batas satu paket" in cost(tmp_path, forged(valid, KEY, parts=named(segments)))


@pytest.mark.parametrize(("count", "said"), [(512, "0 baris"), (513, "melebihi batas satu paket")])
def test_cards(tmp_path, valid, count, said):
    cards = [card_of(new_device_key()) for _ in range(count)]
    parts = [(card_name(card.device), card_bytes(card)) for card in cards]
    assert said in cost(tmp_path, forged(valid, KEY, parts=parts))


@pytest.mark.parametrize(("count", "said"), [(4096, "4096 baris"), (4097, "melebihi batas satu paket")])
def test_segments(tmp_path, valid, count, said):
    made = stream(1)
    parts = named(sign_segment(made, new_device_key()) for _ in range(count))
    assert said in cost(tmp_path, forged(valid, KEY, parts=parts))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"lain": [[]] * 1_300_000}, "daftar isinya melebihi batas"),
        ({"people": [{}] * 1_300_000}, "daftar isinya melebihi batas"),
        ({"people": "[" * 4_000_000}, "daftar isinya tidak sah pada people"),
        ({"heads": {f"{number:x}": 0 for number in range(190_000)}}, "daftar isinya tidak sah pada heads"),
    ],
    ids=range(4),
)
def test_manifests_that_are_hard_to_read(tmp_path, valid, fields, said):
    assert cost(tmp_path, forged(valid, KEY, manifest=fields)) == said


def test_the_largest_honest_list_of_evidence_is_read(tmp_path, valid):
    evidence = [[f"{number:064x}", 5_000_000, False] for number in range(45_000)]
    assert cost(tmp_path, forged(valid, KEY, manifest={"evidence": evidence})) == "2 baris"


def test_what_unpacks_without_end(tmp_path, valid):
    """A card of 64 KB by its word, of a gigabyte in truth."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    megabyte = packer.compress(bytes(1 << 20)) + packer.flush(
        zlib.Z_FULL_FLUSH
    )  # by itself, so that it can be repeated
    bomb = megabyte * 1024 + packer.flush()
    name, content = card_name(KEY.device), bytes(60_000)
    data = forged(valid, KEY, parts=[(name, content)])
    parts = [(ZipEntry(name_, 0, zlib.crc32(each), len(each), len(each)), each) for name_, each in parts_of(data)]
    parts[-1] = (ZipEntry(name, 8, zlib.crc32(content), len(bomb), len(content)), bomb)
    entries = [entry for entry, _ in parts]
    lying = b"".join([*(local_header(entry) + each for entry, each in parts), directory(entries)])
    assert cost(tmp_path, lying) == "suatu isi lebih besar dari yang disebut"


def test_names_without_end(tmp_path, valid):
    parts = [(f"{number:0200d}", b"") for number in range(16_381)]
    assert "baris" not in cost(tmp_path, zipped([*parts_of(valid)[:3], *parts]))


@pytest.mark.parametrize("stanza", [b"-> X25519 " + b"A" * 43 + b"\n", b"-> x\n", b"A" * 64 + b"\n"], ids=range(3))
def test_a_header_of_encryption_that_never_ends(tmp_path, stanza):
    body = b"" if stanza.startswith(b"A") else b"A" * 43 + b"\n"
    assert "kepala sandinya rusak" in cost(tmp_path, b"age-encryption.org/v1\n" + (stanza + body) * 300_000)


def test_a_header_of_encryption_with_as_many_stanzas_as_fit(tmp_path):
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"
    data = b"age-encryption.org/v1\n" + stanza * 650 + b"--- " + b"A" * 43 + b"\n" + bytes(1000)
    assert "baris" not in cost(tmp_path, data)


@pytest.mark.parametrize("size", [LARGEST, LARGEST + 1, 2**40])
def test_a_huge_file_of_nothing(tmp_path, size):
    file = tmp_path / "a.zib"
    with file.open("wb") as sparse:
        sparse.write(b"PK\x03\x04")
        sparse.truncate(size)
    assert "baris" not in cost(tmp_path, file)
