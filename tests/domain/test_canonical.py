"""Canonical JSON: one value, one spelling, and nothing that readers would read differently."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_desktop.domain.canonical import MAX_DEPTH, MAX_INTEGER, decode, digest, encode
from zi_desktop.domain.errors import LineError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def nested(depth):
    value = "inti"
    for _ in range(depth):
        value = [value]
    return value


@given(VALUES)
def test_what_is_spelled_reads_back_the_same(value):
    spelled = encode(value)
    assert decode(spelled) == value
    assert encode(decode(spelled)) == spelled
    assert digest(value) == hashlib.sha256(spelled).hexdigest()


@given(st.dictionaries(TEXTS, TEXTS), st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(value, seed):
    shuffled = dict(seed.sample(list(value.items()), len(value)))
    assert encode(shuffled) == encode(value)


def test_the_spelling_is_short_and_sorted():
    assert encode({"b": [1, True, None], "a": "é\n"}) == '{"a":"é\\n","b":[1,true,null]}'.encode()


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), b"x", (1,), {1}, {1: "a"}, {None: 1}, {"a": [{2: 1}]}, "\ud800", {"\udfff": 1}, print],
    ids=repr,
)
def test_another_type_cannot_be_spelled(value):
    with pytest.raises(LineError, match="Tidak ada yang diubah"):
        encode(value)


@pytest.mark.parametrize("wrap", [lambda value: [value], lambda value: {"k": value}])
def test_the_depth_is_bounded_on_both_ways(wrap):
    deepest = nested(MAX_DEPTH)
    assert decode(encode(deepest)) == deepest
    with pytest.raises(LineError, match="terlalu dalam"):
        encode(wrap(deepest))
    with pytest.raises(LineError, match="terlalu dalam"):
        decode(json.dumps(wrap(deepest), separators=(",", ":")).encode())


@pytest.mark.parametrize("value", [MAX_INTEGER + 1, -MAX_INTEGER - 1, 10**5000], ids=["above", "below", "huge"])
def test_an_integer_that_other_readers_would_round_is_refused(value):
    with pytest.raises(LineError, match="terlalu besar"):
        encode([value])
    assert decode(encode([MAX_INTEGER, -MAX_INTEGER])) == [MAX_INTEGER, -MAX_INTEGER]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"x", b"{", b"1 ", b" 1", b"[1, 2]", b'{"b":1,"a":2}', b'{"a":1,"a":1}', b'{"a":1,"a":2}', b"1.0", b"1e3",
        b"-0", b"NaN", b"[Infinity]", b'"\\u0041"', b'"\\/"', b'"\\ud800"', b'"\xff"', b"\xef\xbb\xbf1", b"[" * 100_000,
        b"9" * 5000, b"01",
    ],
    ids=lambda data: repr(data[:20]),
)  # fmt: skip
def test_any_other_spelling_is_refused(data):
    with pytest.raises(LineError, match="Tidak ada yang diubah"):
        decode(data)
