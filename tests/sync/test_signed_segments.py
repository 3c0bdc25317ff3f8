"""Segments: what is signed, what is chained, and what is refused before it is parsed."""

import json
from dataclasses import replace

import pytest
from bundle_makers import EVALUATION, SATKER, stream
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_desktop.domain import canonical
from zi_desktop.domain.errors import BundleRejected
from zi_desktop.domain.events import chain, redacted_line
from zi_desktop.sync.segments import (
    LARGEST,
    events_of,
    read_segment,
    redacted_segment,
    segment_bytes,
    sign_segment,
    sign_segments,
)
from zi_desktop.trust.device_keys import new_device_key, signed_by

KEY = new_device_key()
MADE = stream(6)
SEGMENT = sign_segment(MADE, KEY)
DATA = segment_bytes(SEGMENT)
HEADER = json.loads(DATA.split(b"\n")[0])


def resigned(lines, *, key=KEY, **changes):
    """Return a segment that a device signed over whatever it likes."""
    header = {**HEADER, "device": key.device, **changes}
    del header["signature"]
    signature = key.sign(b"zi-segment/1\n" + canonical.encode(header)).hex()
    return b"".join(part + b"\n" for part in (canonical.encode({**header, "signature": signature}), *lines))


def chained(lines, previous=HEADER["previous"]):
    for line in lines:
        previous = chain(previous, line)
    return previous


def test_what_is_written_is_read_byte_for_byte():
    assert read_segment(DATA) == SEGMENT
    assert events_of(SEGMENT) == MADE
    assert SEGMENT.lines == tuple(event.line for event in MADE)
    assert (SEGMENT.first, SEGMENT.last, SEGMENT.last_hash) == (1, 6, MADE[-1].hash)


def test_the_header_says_what_was_signed():
    assert HEADER.keys() == {
        "v", "subject", "stream", "first", "last", "previous", "last_hash", "device", "signature",
    }  # fmt: skip
    header = {name: value for name, value in HEADER.items() if name != "signature"}
    assert signed_by(KEY.device, b"zi-segment/1\n" + canonical.encode(header), bytes.fromhex(HEADER["signature"]))


def test_a_segment_may_begin_anywhere_in_its_stream():
    segment = sign_segment(MADE[2:5], KEY)
    assert read_segment(segment_bytes(segment)) == segment
    assert (segment.first, segment.last, segment.previous) == (3, 5, MADE[1].hash)
    assert events_of(segment) == MADE[2:5]


def test_only_consecutive_events_of_one_stream_make_a_segment():
    for made in ([MADE[0], MADE[2]], [MADE[0], stream(2, "b")[1]]):
        with pytest.raises(ValueError, match="consecutive"):
            sign_segment(made, KEY)


def test_long_streams_become_several_segments():
    made = stream(60, text="x" * 90_000)
    segments = list(sign_segments(made, KEY))
    assert len(segments) == 2
    assert [event for segment in segments for event in events_of(segment)] == made
    assert all(read_segment(segment_bytes(segment)) == segment for segment in segments)
    assert list(sign_segments([], KEY)) == []
    assert list(sign_segments(MADE, KEY)) == [SEGMENT]


def test_a_redacted_line_leaves_signature_and_chain_whole():
    home = redacted_segment(SEGMENT, lambda event: event.seq in (2, 5))
    assert read_segment(segment_bytes(home)) == home
    assert home.signature == SEGMENT.signature
    found = events_of(home)
    assert [event.hash for event in found] == [event.hash for event in MADE]
    assert [event.seq for event in found if event.redacted] == [2, 5]
    assert home.lines[1] == redacted_line(MADE[1].line)
    assert b"bukti. 2" not in segment_bytes(home)


SHORT = [b"{}" + b" " * 60] * 6
EMPTY_LINES = [b""] * 6


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tanpa kepala"),
        (b"{}", "tanpa kepala"),
        (b"x" * 3000 + b"\n", "tanpa kepala"),
        (b"{}\n", "tidak dikenal"),
        (b"[]\n", "tidak dikenal"),
        (b"x\n", "tidak terbaca"),
        (b"{" * 2000 + b"\n", "tidak terbaca"),
        (DATA[:-1], "jumlah baris"),
        (DATA + b"\n", "jumlah baris"),
        (DATA[:-1] + b" ", "jumlah baris"),
        (DATA.replace(b"Belum ada bukti. 3", b"Sudah ada bukti. 3"), "rantai catatan terputus"),
        (DATA.replace(b'"last":6', b'"last":7'), "tanda tangan"),
        (DATA.replace(KEY.device.encode(), new_device_key().device.encode()), "tanda tangan"),
        (b" " * (LARGEST + 1), "terlalu besar"),
        (resigned(SEGMENT.lines[:5]), "jumlah baris"),
        (resigned(SEGMENT.lines[::-1]), "rantai catatan terputus"),
        (resigned(EMPTY_LINES, last_hash=chained(EMPTY_LINES)), "terlalu pendek"),
        (resigned(SHORT, last_hash=chained(SHORT)), "terlalu pendek"),
        (resigned([b"x" * 600_000], last=1), "melebihi batas panjang"),
    ],
    ids=range(19),
)
def test_a_broken_segment_is_refused(data, said):
    with pytest.raises(BundleRejected, match=said):
        read_segment(data)


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"v": True},
        {"subject": "evaluation"},
        {"subject": {"kind": "evaluation"}},
        {"subject": {"kind": "Evaluation", "id": EVALUATION.id}},
        {"subject": {"kind": "evaluation", "id": "../../etc"}},
        {"subject": {"kind": "evaluation", "id": EVALUATION.id, "more": 1}},
        {"stream": "a" * 31},
        {"stream": None},
        {"first": 0},
        {"first": "1"},
        {"last": 0},
        {"last": 2**53},
        {"previous": "0"},
        {"previous": "1" * 64},
        {"first": 2},
        {"last_hash": 5},
        {"device": "x"},
        {"signature": "00"},
        {"extra": 1},
    ],
    ids=range(20),
)
def test_a_header_of_another_shape_is_refused(changes):
    header = canonical.encode({**HEADER, **changes}) if changes.get("last") != 2**53 else b'{"last":9007199254740992}'
    with pytest.raises(BundleRejected, match="kepala ruas catatan"):
        read_segment(b"".join(part + b"\n" for part in (header, *SEGMENT.lines)))


OTHER = stream(6, subject=SATKER)
HOSTILE = {
    "not JSON": b"x" * 100,
    "duplicate keys": MADE[2].line.replace(b'"seq":3', b'"seq":3,"seq":3'),
    "float": MADE[2].line.replace(b'"seq":3', b'"seq":3.0'),
    "NaN": MADE[2].line.replace(b'"seq":3', b'"seq":NaN'),
    "depth": b'{"value":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "huge number": b'{"value":' + b"9" * 100_000 + b"}",
    "NUL": MADE[2].line.replace(b"Belum", b"Bel\\u0000um"),
    "other sequence": MADE[3].line,
    "other subject": OTHER[2].line,
    "other stream": stream(6, "b")[2].line,
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_a_hostile_line_is_refused_with_its_number_although_a_device_signed_it(kind):
    lines = [*SEGMENT.lines[:2], HOSTILE[kind], *SEGMENT.lines[3:]]
    segment = read_segment(resigned(lines, last_hash=chained(lines)))
    with pytest.raises(BundleRejected, match="baris 3 "):
        events_of(segment)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(DATA) - 1), st.binary(max_size=3), st.integers(0, 40))
def test_no_changed_byte_gets_in(place, inserted, taken):
    data = DATA[:place] + inserted + DATA[place + taken :]
    if data == DATA:
        return
    with pytest.raises(BundleRejected):
        read_segment(data)


def test_the_signature_covers_the_lines_by_their_last_hash():
    other = sign_segment(stream(6, text="Lain."), KEY)
    with pytest.raises(BundleRejected, match="rantai"):
        read_segment(segment_bytes(replace(SEGMENT, lines=other.lines)))
