"""Valid bundles, changed at random: at each level whatever differs is refused, or is openly somebody else's."""

import shutil
import tempfile
from pathlib import Path

import pytest
from bundle_makers import card_of, contents, file_in, forged, parts_of, stream, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_desktop.domain import canonical
from zi_desktop.domain.errors import BundleRejected
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.bundle_writing import write_bundle
from zi_desktop.sync.segments import events_of, sign_segment
from zi_desktop.trust.device_keys import new_device_key

KEY, ATTACKER = new_device_key(), new_device_key()
SEGMENT = sign_segment(stream(5), KEY)


def written(plain):
    """Return the bytes of a valid bundle, as a test's strategies need them: before any test runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        what = contents(
            KEY,
            segments=[SEGMENT, sign_segment(stream(2, "b"), ATTACKER)],
            evidence=file_in(folder, b"Foto contoh. " * 20),
            reports=file_in(folder, b"%PDF-1.7 contoh"),
            cards=[card_of(ATTACKER, "Budi Misalnya")],
        )
        return write_bundle(folder / "a.zib", what, KEY, recipients=[], plain=plain).path.read_bytes()


PLAIN, ENCRYPTED = written(plain=True), written(plain=False)
PARTS = parts_of(PLAIN)


def opened(data):
    """Open bytes and read every line; return what was found, without its files."""
    around = Path(tempfile.mkdtemp())
    try:
        path = around / "a.zib"
        path.write_bytes(data)
        found = open_bundle(path, around / "masuk", identities=[KEY.identity])
        return found, [events_of(segment) for segment in found.segments]
    finally:
        assert {each.name for each in around.iterdir()} <= {"a.zib", "masuk"}
        shutil.rmtree(around)


ORIGINAL = opened(PLAIN)[0]


def place_in(data):
    return st.integers(0, len(data) - 1)


@st.composite
def changed(draw, data):
    """Return bytes with one thing done to them."""
    at, to = sorted((draw(place_in(data)), draw(place_in(data))))
    kind = draw(st.sampled_from(["flip", "cut", "drop", "repeat", "swap", "insert", "zero"]))
    middle = data[at:to]
    return {
        "flip": data[:at] + bytes([data[at] ^ (1 << draw(st.integers(0, 7)))]) + data[at + 1 :],
        "cut": data[:at],
        "drop": data[:at] + data[to:],
        "repeat": data[:to] + middle + data[to:],
        "swap": data[to:] + middle + data[:at],
        "insert": data[:at] + draw(st.binary(min_size=1, max_size=40)) + data[at:],
        "zero": data[:at] + bytes(len(middle)) + data[to:],
    }[kind]


def refused(data):
    with pytest.raises(BundleRejected, match="Tidak ada yang diambil darinya"):
        opened(data)


@settings(max_examples=400, deadline=None)
@given(changed(PLAIN))
def test_no_changed_byte_of_a_plain_bundle_gets_in(data):
    if data != PLAIN:
        refused(data)


@settings(max_examples=400, deadline=None)
@given(changed(ENCRYPTED))
def test_no_changed_byte_of_an_encrypted_bundle_gets_in(data):
    if data != ENCRYPTED:
        refused(data)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(range(len(PARTS))), max_size=len(PARTS) + 2) | st.permutations(range(len(PARTS))))
def test_entries_in_another_choice_or_order_are_refused_or_the_same_bundle(order):
    try:
        found, _ = opened(zipped([PARTS[number] for number in order]))
    except BundleRejected:
        return
    assert sorted(order) == list(range(len(PARTS)))
    assert (found.manifest, found.card) == (ORIGINAL.manifest, ORIGINAL.card)
    assert set(found.segments) == set(ORIGINAL.segments)


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from(range(3, len(PARTS))))
def test_an_entry_that_changed_gets_in_under_no_signature_but_its_own(data, number):
    """Whoever changes an entry can sign the whole bundle, not what others vouched for in it."""
    name, content = PARTS[number]
    other = data.draw(changed(content))
    rest = [(name, other) if each == number else PARTS[each] for each in range(3, len(PARTS))]
    if other != content:
        refused(zipped([*PARTS[:3], *rest]))
        refused(forged(PLAIN, ATTACKER, parts=rest))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**53 - 1) | st.text(max_size=6) | st.just("0" * 64),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
FIELDS = sorted(canonical.decode(PARTS[1][1]))


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from([*FIELDS, "lain"]), JSON, min_size=1, max_size=3))
def test_a_manifest_that_somebody_signed_anew_is_refused_or_openly_theirs(fields):
    try:
        found, _ = opened(forged(PLAIN, ATTACKER, manifest=fields))
    except BundleRejected:
        return
    assert (found.card.device, found.manifest.device) == (ATTACKER.device, ATTACKER.device)
    assert found.segments == ORIGINAL.segments


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"age-encryption.org/v1\n", PLAIN[:50], ENCRYPTED[:200]]),
)
def test_noise_is_refused(noise, beginning):
    refused(beginning + noise)
