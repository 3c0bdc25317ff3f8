"""Hostile and broken bundles: each is refused by one kind of failure, and nothing of it lies outside the staging folder."""

import hashlib
import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from bundle_makers import (
    EVALUATION,
    card_of,
    contents,
    file_in,
    forged,
    parts_of,
    signature_of,
    stream,
    zipped,
)
from event_makers import Stream

from zi_desktop.domain import canonical
from zi_desktop.domain.errors import BundleRejected
from zi_desktop.sync import bundle_reading
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.bundle_writing import write_bundle
from zi_desktop.sync.entry_names import evidence_name, segment_name
from zi_desktop.sync.segments import events_of, segment_bytes, sign_segment
from zi_desktop.sync.zip_format import CHUNK, ZipEntry, directory, local_header
from zi_desktop.sync.zip_reading import Placed, chunks
from zi_desktop.trust.cards import card_bytes
from zi_desktop.trust.device_keys import new_device_key

KEY, ATTACKER = new_device_key(), new_device_key()
PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 40
REPORT = b"%PDF-1.7 contoh"
SEGMENT = sign_segment(stream(5), KEY)


@pytest.fixture(scope="module")
def valid(tmp_path_factory):
    """The bytes of a valid plain bundle."""
    folder = tmp_path_factory.mktemp("sah")
    what = contents(
        KEY,
        segments=[SEGMENT],
        evidence=file_in(folder / "bukti", PHOTO),
        reports=file_in(folder / "laporan", REPORT),
        cards=[card_of(ATTACKER, "Budi Misalnya")],
    )
    return write_bundle(folder / "a.zib", what, KEY, recipients=[], plain=True).path.read_bytes()


def opened(tmp_path, data, *keys):
    """Open bytes as a bundle; whatever comes of it, nothing may lie outside the staging folder."""
    around = tmp_path / "sekitar"
    around.mkdir(exist_ok=True)
    path = around / "a.zib"
    path.write_bytes(data)
    try:
        return open_bundle(path, around / "masuk", identities=[key.identity for key in keys])
    finally:
        assert sorted(each.name for each in around.iterdir()) == ["a.zib", "masuk"]
        assert sorted(each.name for each in tmp_path.iterdir()) == ["sekitar"]
        assert path.read_bytes() == data


def refused(tmp_path, data, said=""):
    with pytest.raises(BundleRejected, match=f"{said}.*Tidak ada yang diambil darinya"):
        opened(tmp_path, data)


def raw_zip(parts):
    """Return a ZIP of (entry, bytes) that may say of themselves what they like."""
    entries = [entry for entry, _ in parts]
    return b"".join([*(local_header(entry) + data for entry, data in parts), directory(entries)])


def stated(name, data, *, method=0, crc=None, packed=None, size=None):
    return (
        ZipEntry(
            name,
            method,
            zlib.crc32(data) if crc is None else crc,
            len(data) if packed is None else packed,
            len(data) if size is None else size,
        ),
        data,
    )


def deflated(data, level=9):
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def test_what_is_forged_with_the_same_content_is_somebody_elses_bundle(tmp_path, valid):
    found = opened(tmp_path, forged(valid, ATTACKER))
    assert (found.card.device, found.manifest.device) == (ATTACKER.device, ATTACKER.device)
    assert found.segments == (SEGMENT,), "lines stay vouched for by whoever signed them"


NAMES = [
    "../a.txt",
    "../../a.txt",
    "/etc/passwd",
    "C:\\a.txt",
    "seg\\a",
    "CON",
    "evidence/aux",
    "mimetype ",
    "",
    ".",
    "seg/",
    "seg/../a",
    f"seg/{EVALUATION.id}/../../../a.ndjson",
    f"SEG/{EVALUATION.id}/{'a' * 32}-1-{'0' * 16}.ndjson",
    f"seg/{EVALUATION.id}/{'a' * 32}-0-{'0' * 16}.ndjson",
    f"seg/{EVALUATION.id}/{'a' * 32}-1.ndjson",
    f"seg/{EVALUATION.id.upper()}/{'a' * 32}-1-{'0' * 16}.ndjson",
    f"evidence/{'a' * 64}",
    f"evidence/ab/{'a' * 64}",
    f"evidence/aa/{'a' * 64}.exe",
    f"evidence/aa/{'a' * 64}\n",
    f"evidence/AA/{'A' * 64}",
    f"reports/{'a' * 64}.PDF",
    f"reports/{'a' * 64}.pdf:jahat",
    f"cards/{'a' * 64}.kartu/",
    "manifest.json",
    "a" * 300,
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_name_of_another_pattern_is_refused_although_it_is_signed(tmp_path, valid, name):
    refused(tmp_path, forged(valid, ATTACKER, parts=[*parts_of(valid)[3:], (name, b"isi")]))


def test_a_name_beyond_ascii_is_refused(tmp_path, valid):
    name = "evidence/aa/ａ".encode()
    refused(tmp_path, forged(valid, ATTACKER, parts=[("x" * len(name), b"isi")]).replace(b"x" * len(name), name))


def written_by_python(parts, change=lambda info: info, comment=b""):
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.comment = comment
        for name, data in parts:
            info = zipfile.ZipInfo(name)
            archive.writestr(change(info), data)
    return into.getvalue()


def test_a_zip_that_another_program_made_of_it_is_refused(tmp_path, valid):
    def link(info):
        info.external_attr = 0o120777 << 16
        return info

    refused(tmp_path, written_by_python(parts_of(valid)))
    refused(tmp_path, written_by_python(parts_of(valid), link))
    refused(tmp_path, written_by_python(parts_of(valid), comment=b"catatan"))


def test_a_name_used_twice_is_refused(tmp_path, valid):
    parts = parts_of(valid)
    refused(tmp_path, zipped([*parts, parts[-1]]), "satu nama dipakai dua kali")
    refused(tmp_path, zipped([*parts[:3], *parts[4:], parts[-1]]), "satu nama dipakai dua kali")


def test_entries_that_share_their_bytes_are_refused(tmp_path, valid):
    """The quoted overlap: a second record of the directory points at the data of the first."""
    parts = [stated(name, data) for name, data in parts_of(valid)]
    data = raw_zip(parts)
    start = struct.unpack_from("<L", data, len(data) - 6)[0]
    records, end = data[start:-22], data[-22:]
    doubled = records + records[: 46 + len("mimetype")]
    fields = bytearray(end)
    struct.pack_into("<2H2L", fields, 8, len(parts) + 1, len(parts) + 1, len(doubled), start)
    refused(tmp_path, data[:start] + doubled + bytes(fields), "daftar isinya tidak sesuai")


@pytest.mark.parametrize("times", [1, 1000])
def test_bytes_before_between_and_behind_are_refused(tmp_path, valid, times):
    extra = b"#" * times
    refused(tmp_path, extra + valid)
    refused(tmp_path, valid + extra)
    refused(tmp_path, valid[:-22] + extra + valid[-22:])
    start = struct.unpack_from("<L", valid, len(valid) - 6)[0]
    refused(tmp_path, valid[:start] + extra + valid[start:])


@pytest.mark.parametrize("field", range(4, 22))
def test_the_end_must_say_what_is_there(tmp_path, valid, field):
    place = len(valid) - 22 + field
    refused(tmp_path, valid[:place] + bytes([valid[place] ^ 1]) + valid[place + 1 :])


BOMB = b"\0" * 30_000_000


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (stated("mimetype", deflated(BOMB), method=8, size=len(BOMB), crc=zlib.crc32(BOMB)), "mengembang"),
        (stated("mimetype", deflated(BOMB), method=8, size=29), "lebih besar dari yang disebut"),
        (stated("mimetype", deflated(BOMB), method=8, size=2**32 - 1), "mengembang"),
        (stated("mimetype", b"x" * 38, size=2**32 - 1), "cara penyimpanan"),
        (stated("mimetype", b"x" * 38, size=37), "cara penyimpanan"),
        (stated("mimetype", b"x" * 38, packed=2**31), "terpotong"),
        (stated("mimetype", b"x" * 38, method=9), "cara penyimpanan"),
        (stated("mimetype", b"x" * 38, method=12), "cara penyimpanan"),
        (stated("mimetype", b"x" * 29, crc=0), "tidak utuh"),
        (stated("mimetype", b"bukan deflate", method=8, size=29), "tidak dapat dibuka"),
        (stated("mimetype", deflated(b"a" * 29)[:-2], method=8, size=29), "tidak berakhir"),
        (stated("mimetype", deflated(b"a" * 29) + b"sisa", method=8, size=29), "tidak berakhir"),
        (stated("mimetype", deflated(b"a" * 29) + b"sisa" * 50_000, method=8, size=29), "tidak berakhir"),
        (stated("mimetype", deflated(b"a" * 28), method=8, size=29), "tidak utuh"),
        (stated("mimetype", b"x" * 30_000), "melebihi batas"),
        (stated("mimetype", b"application/vnd.zi.bundle+ZIP"), "bukan paket"),
    ],
    ids=range(16),
)
def test_an_entry_that_lies_is_refused(tmp_path, valid, entry, said):
    refused(tmp_path, raw_zip([entry, *(stated(name, data) for name, data in parts_of(valid)[1:])]), said)


def test_a_large_entry_that_deflates_honestly_is_read_in_pieces(tmp_path):
    text = "".join(f"{number:x}" for number in range(70_000, 87_000))
    segment = sign_segment(stream(30, text=text), KEY)
    data = segment_bytes(segment)
    what = contents(KEY, segments=[segment])
    path = write_bundle(tmp_path / "b.zib", what, KEY, recipients=[], plain=True).path
    assert path.stat().st_size < len(data) / 2
    assert open_bundle(path, tmp_path / "masuk", identities=[]).segments == (segment,)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_zip_without_the_first_entries_is_refused(tmp_path, valid, count):
    parts = parts_of(valid)
    refused(tmp_path, zipped(parts[:count]))
    refused(tmp_path, zipped([*parts[:count], *parts[count + 1 :]]))
    refused(tmp_path, zipped([parts[1], parts[0], *parts[2:]]), "susunan")


SHAPES = {
    "v": [2, 0, "1", True, None],
    "kind": ["lain", "", None, 7, ["team"]],
    "bundle": ["x", None, "A" * 32],
    "made": ["2026-03-02T09:15:00", "kemarin", None],
    "installation": ["../x", None],
    "device": [KEY.device, None],
    "card": [None, "", "{}", card_bytes(card_of(KEY)).decode(), {}],
    "number": [-1, "1", True],
    "entries": [None, [], {}, {"seg": []}, {"mimetype": ["0" * 64, 1]}],
    "heads": [
        None,
        {"x": {"kind": "evaluation", "tips": [], "head": hashlib.sha256(b"[]").hexdigest()}},
        {EVALUATION.id: {"kind": "evaluation", "tips": [], "head": "0" * 64}},
        {EVALUATION.id: {"kind": "evaluation", "tips": [["a", 1, "b"]], "head": "0" * 64}},
        {EVALUATION.id: []},
    ],
    "people": [None, [[]], [["", "a", "", ""]], [["a", "dua\nbaris", "", ""]], [["a", "b"]]],
    "evidence": [None, [["0" * 64, 1, True]], [["x", 1, False]], [["0" * 64, 1]], [["0" * 64, 1, False]] * 2],
    "reports": [[], [["0" * 64, 1, True]], [["0" * 64, -1, False]], [["0" * 64, 1, 1]]],
    "recipients": [None, ["age1"], [KEY.recipient] * 501],
    "parts": [{"of": 2}, 0],
    "lain": [1],
}


@pytest.mark.parametrize(
    ("field", "place"), [(field, place) for field in SHAPES for place in range(len(SHAPES[field]))]
)
def test_a_manifest_of_another_shape_is_refused_although_it_is_signed(tmp_path, valid, field, place):
    refused(tmp_path, forged(valid, ATTACKER, manifest={field: SHAPES[field][place]}))


def test_a_manifest_that_is_not_canonical_is_refused_although_it_is_signed(tmp_path, valid):
    parts = parts_of(valid)
    manifest = parts[1][1]
    for changed in (
        manifest.replace(b'"number":1', b'"number":1,"number":1'),
        manifest.replace(b'"number":1', b'"number":1.0'),
        manifest.replace(b'"number":1', b'"number":NaN'),
        manifest.replace(b'"number":1', b'"number": 1'),
        b"\xff" + manifest,
        b"[" * 100_000,
    ):
        forgery = [parts[0], ("manifest.json", changed), ("manifest.sig", signature_of(KEY, changed)), *parts[3:]]
        refused(tmp_path, zipped(forgery), "daftar isinya tidak terbaca")


def test_a_signature_that_does_not_hold_is_refused_before_the_manifest_is_read(tmp_path, valid):
    parts = parts_of(valid)
    manifest = parts[1][1]
    for signature in (
        b"",
        b"\n",
        parts[2][1][:-1],
        parts[2][1] + b"\n",
        parts[2][1].upper(),
        b"\xff" * 193,
        signature_of(KEY, manifest + b" "),
        KEY.device.encode() + signature_of(ATTACKER, manifest)[64:],
    ):
        refused(tmp_path, zipped([*parts[:2], ("manifest.sig", signature), *parts[3:]]))
    broken = b"{" + manifest
    refused(tmp_path, zipped([parts[0], ("manifest.json", broken), *parts[2:]]), "tanda tangan paket tidak sah")
    other = signature_of(ATTACKER, manifest)
    refused(tmp_path, zipped([*parts[:2], ("manifest.sig", other), *parts[3:]]), "bukan dari pengirimnya")


@pytest.mark.parametrize("left_out", range(3, 7))
def test_an_entry_that_is_missing_or_swapped_is_refused(tmp_path, valid, left_out):
    parts = parts_of(valid)
    refused(tmp_path, zipped(parts[:left_out] + parts[left_out + 1 :]), "tidak sama dengan daftar isinya")
    name, data = parts[left_out]
    swapped = [*parts[:left_out], (name, data[:-1] + bytes([data[-1] ^ 1])), *parts[left_out + 1 :]]
    refused(tmp_path, zipped(swapped), "bukan yang ditandatangani")


def test_a_file_that_is_not_listed_or_not_what_its_name_says_is_refused(tmp_path, valid):
    rest = parts_of(valid)[3:]
    photo = hashlib.sha256(PHOTO).hexdigest()
    refused(tmp_path, forged(valid, ATTACKER, manifest={"evidence": []}), "daftar berkasnya")
    refused(tmp_path, forged(valid, ATTACKER, manifest={"evidence": [[photo, len(PHOTO), False]]}), "daftar berkasnya")
    other = [(name, b"lain" if name == evidence_name(photo) else data) for name, data in rest]
    refused(tmp_path, forged(valid, ATTACKER, parts=other), "daftar berkasnya")


@pytest.mark.parametrize(("limit", "most"), [("MOST_SEGMENTS", 100), ("MOST_LINES", 4)])
def test_more_lines_than_one_bundle_may_have_are_refused(tmp_path, valid, monkeypatch, limit, most):
    monkeypatch.setattr(bundle_reading, limit, most)
    refused(tmp_path, valid, "melebihi batas satu paket")


def test_evidence_that_was_packed_is_refused(tmp_path, valid):
    parts = [stated(name, data) for name, data in parts_of(valid)]
    place = next(place for place, (entry, _) in enumerate(parts) if entry.name.startswith("evidence/"))
    entry, data = parts[place]
    parts[place] = stated(entry.name, deflated(data), method=8, size=len(data), crc=entry.crc)
    refused(tmp_path, raw_zip(parts), "cara penyimpanan suatu berkas")


def test_evidence_that_attacks_a_viewer_is_only_copied(tmp_path):
    bomb = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\x00\x00\x00"
    evidence = file_in(tmp_path / "bukti", bomb)
    path = write_bundle(tmp_path / "b.zib", contents(KEY, evidence=evidence), KEY, recipients=[]).path
    found = open_bundle(path, tmp_path / "masuk", identities=[KEY.identity])
    assert [each.read_bytes() for each in found.evidence.values()] == [bomb]


def test_a_segment_or_card_under_another_name_is_refused(tmp_path, valid):
    card, segment, *rest = parts_of(valid)[3:]
    other = sign_segment(stream(5, "b"), KEY)
    wrong = [card, (segment_name(other, segment_bytes(other)), segment[1]), *rest]
    refused(tmp_path, forged(valid, ATTACKER, parts=wrong), "ruas catatan tidak bernama seperti isinya")
    wrong = [(f"cards/{KEY.device}.kartu", card[1]), segment, *rest]
    refused(tmp_path, forged(valid, ATTACKER, parts=wrong), "kartu tidak bernama seperti isinya")
    wrong = [(card[0], b"{}"), segment, *rest]
    refused(tmp_path, forged(valid, ATTACKER, parts=wrong), "kartu yang tidak sah")


def test_a_segment_that_nobody_signed_is_refused_in_whatever_bundle(tmp_path, valid):
    _, (name, data), *rest = parts_of(valid)[3:]
    refused(tmp_path, forged(valid, ATTACKER, parts=[(name, data.replace(b"bukti. 3", b"bukti. 9")), *rest]), "rantai")
    refused(
        tmp_path, forged(valid, ATTACKER, parts=[(name, data.replace(b'"last":5', b'"last":6')), *rest]), "tanda tangan"
    )


def test_a_card_of_another_device_is_refused(tmp_path, valid):
    card = card_bytes(card_of(KEY)).decode()
    refused(tmp_path, forged(valid, ATTACKER, manifest={"card": card}), "kartu pengirim bukan milik")


def test_unknown_kinds_travel_byte_for_byte(tmp_path):
    later = Stream()
    made = [later.write("lusa", "lusa/1", {"x": [1]}), later.write_critical("lusa.penting", "lusa/2", value="y")]
    path = write_bundle(tmp_path / "b.zib", contents(KEY, segments=[sign_segment(made, KEY)]), KEY, recipients=[]).path
    [segment] = open_bundle(path, tmp_path / "masuk", identities=[KEY.identity]).segments
    assert events_of(segment) == made
    assert segment.lines == tuple(event.line for event in made)


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"x" * 100, b"age-encryption.org/v1\n", b"%PDF-1.7"]
)
def test_what_is_no_bundle_is_refused(tmp_path, data):
    refused(tmp_path, data)


def test_canonical_spelling_leaves_one_way_to_write_a_bundle(valid):
    assert raw_zip([stated_as(each, valid) for each in zipfile.ZipFile(BytesIO(valid)).infolist()]) == valid
    assert zipped(parts_of(valid)) == valid
    assert canonical.encode(canonical.decode(parts_of(valid)[1][1])) == parts_of(valid)[1][1]


def stated_as(info, data):
    start = info.header_offset + 30 + len(info.filename)
    entry = ZipEntry(info.filename, info.compress_type, info.CRC, info.compress_size, info.file_size)
    return entry, data[start : start + info.compress_size]


def test_the_last_bytes_that_unpacking_holds_back_are_read():
    """Of equal bytes the last run may wait inside the decompressor when all input is gone and the chunk is full."""
    for size in range(CHUNK - 2, CHUNK + 2 * 258, 37):
        content = bytes(size)
        entry, packed = stated("x", deflated(content), method=8, size=size, crc=zlib.crc32(content))
        assert sum(map(len, chunks(BytesIO(packed), Placed(entry, 0)))) == size
