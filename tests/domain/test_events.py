"""Lines: written once, chained, and refused at the border unless they are exactly of the format."""

import hashlib
import json
import re

import pytest
from event_makers import CHOICE, EVALUATION, PEOPLE, Stream, fields_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zi_desktop.domain import canonical, events
from zi_desktop.domain.canonical import MAX_LINE, MAX_TEXT
from zi_desktop.domain.errors import LineError
from zi_desktop.domain.events import (
    GENESIS,
    SHORTEST,
    accept_line,
    are_hashes,
    chain,
    head_digest,
    is_redacted,
    read_line,
    read_redacted,
    redacted_line,
)

FIRST = Stream().answer(CHOICE, "Ya", ("b" * 64, "a" * 64, "b" * 64))
FIELDS = json.loads(FIRST.line)
USUAL = Stream().answer(CHOICE, "Ya", ("b" * 64,))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def spelled(fields):
    """Spell an object as anybody could who does not care for the format."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(errors="surrogatepass")


def brief(value):
    return repr(value)[:20]


def refused(line):
    with pytest.raises(LineError, match=r"Tidak ada yang diubah; periksa asalnya, lalu ulangi\.$"):
        accept_line(line, GENESIS)


def test_a_line_reads_back_and_is_accepted_byte_for_byte():
    assert read_line(FIRST.line, GENESIS) == FIRST
    assert accept_line(FIRST.line, GENESIS) == FIRST
    assert FIRST.edges == ("a" * 64, "b" * 64)
    assert canonical.encode(FIELDS) == FIRST.line
    assert FIELDS.keys() == fields_of(Stream()).keys()


def test_the_chain_names_every_line_before():
    stream = Stream()
    first, second = stream.answer(CHOICE, "Ya"), stream.answer(CHOICE, "Tidak")
    assert first.previous == GENESIS
    assert second.previous == first.hash
    by_hand = hashlib.sha256(bytes.fromhex(first.hash) + hashlib.sha256(second.line).digest()).hexdigest()
    assert second.hash == by_hand == chain(first.hash, second.line)
    assert read_line(second.line, GENESIS).hash != second.hash


def test_only_what_a_reader_must_know_is_critical():
    stream = Stream()
    assert not stream.answer(CHOICE, "Ya").critical
    assert stream.seal([]).critical
    assert stream.write("seal.cancel", "seal/1", {"retracts": []}).critical


@pytest.mark.parametrize(
    "value", [0.5, {"a": (1, 2)}, "\ud800", {"text": "nol\x00"}, {"text": "e\u0301"}, "x" * (MAX_TEXT + 1)], ids=brief
)
def test_what_nobody_could_accept_is_not_written(value):
    with pytest.raises(LineError):
        Stream().write("set", "note/tpi/A", value)


def test_a_line_over_the_limit_is_neither_written_nor_accepted():
    stream = Stream()
    texts = ["x" * MAX_TEXT] * 5
    room = MAX_LINE - len(stream.write("set", "c", [*texts, ""]).line)
    longest = Stream().write("set", "c", [*texts, "y" * room])
    assert len(longest.line) == MAX_LINE
    assert accept_line(longest.line, GENESIS) == longest
    with pytest.raises(LineError, match="terlalu besar untuk satu catatan"):
        Stream().write("set", "c", [*texts, "y" * (room + 1)])
    refused(spelled({**json.loads(longest.line), "value": [*texts, "y" * (room + 1)]}))


def test_fields_of_a_later_program_are_kept_in_the_bytes():
    line = spelled({**FIELDS, "place": {"lat": 3}})
    event = accept_line(line, GENESIS)
    assert event.line == line
    assert event.value == FIRST.value


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_no_field_may_be_missing(field):
    refused(spelled({name: value for name, value in FIELDS.items() if name != field}))
    refused(spelled({name: value for name, value in json.loads(USUAL.line).items() if name != field}))


WRONG = {
    "v": [0, 2, True, "1", None],
    "critical": [0, 1, "true", None],
    "seq": [0, -1, True, "1", None, 2**53],
    "kind": ["", None, 1, "set\x00"],
    "cell": ["", None, ["answer"], "note/e\u0301"],
    "author": ["", None, 7],
    "stream": ["", "a" * 31, "A" * 32, "a" * 33, None, "g" * 32, "a" * 32 + "\n"],
    "nonce": ["", "a" * 16, None, 5],
    "subject": [
        None,
        "evaluation",
        {},
        {"kind": "evaluation"},
        {"kind": "evaluation", "id": 1},
        {"kind": "", "id": "x"},
    ],
    "edges": [None, {}, "a" * 64, [1], ["a"], ["A" * 64], ["b" * 64, "a" * 64], ["a" * 64, "a" * 64], [["a" * 64]]],
    "wall": ["", None, 1, "kemarin", "2026-03-02T09:15:00", "2026-13-02T09:15:00+07:00"],
    "value": [0.5, 2**60, "x" * (MAX_TEXT + 1), {"text": "\r"}, [[[[[[[[1]]]]]]]]],
}


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in WRONG.items() for value in values], ids=brief
)
def test_a_field_of_the_wrong_type_is_refused(field, value):
    refused(spelled({**FIELDS, field: value}))
    refused(spelled({**json.loads(USUAL.line), field: value}))


@pytest.mark.parametrize(
    "line", [b"", b"[]", b"1", b"null", b'"x"', b"{}", FIRST.line + b"\n", FIRST.line + FIRST.line]
)
def test_what_is_no_line_is_refused(line):
    refused(line)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(FIELDS)), JSON)
@example("value", "\ud800")
def test_a_changed_field_gets_in_only_where_the_line_is_canonical(field, value):
    line = spelled({**FIELDS, field: value})
    try:
        event = accept_line(line, GENESIS)
    except LineError:
        return
    assert canonical.encode(json.loads(line)) == line
    assert event == read_line(line, GENESIS)
    assert isinstance(event.kind and event.cell and event.author, str)
    assert event.seq > 0
    assert are_hashes(list(event.edges))


def outcome(line):
    """Return what becomes of a line, the sentence of a refusal included."""
    try:
        return accept_line(line, GENESIS)
    except LineError as error:
        return str(error)


def closely(line):
    """Return what becomes of a line that is never taken for a usual one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "_USUAL", re.compile("(?!)"))
        return outcome(line)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(sorted(FIELDS)), JSON, st.integers(0, 600), st.binary(max_size=3), st.integers(0, 3))
@example("value", "\ud800", 0, b"", 0)
def test_a_usual_line_is_judged_as_one_that_is_looked_at_closely(field, value, place, inserted, taken):
    whole = spelled({**json.loads(USUAL.line), field: value})
    for line in (whole, whole[:place] + inserted + whole[place + taken :]):
        assert outcome(line) == closely(line)


WALL = b'"wall":"' + FIELDS["wall"].encode() + b'"'


@pytest.mark.parametrize(
    "value",
    [
        b'"x","value":"y"', b'"x",' + WALL, b'"x",' + WALL + b'},"value":"y"', b'"x"}', b'{"b":1,"a":2}', b'{"a":1,"a":1}',
        b' "x"', b'"x" ', b"01", b"-0", b"1.0", b"1e3", b"NaN", b"9007199254740992", b"", b"x", b'"\\u0041"', b'"\\ud800"',
        b'"\x7f"', b'"\\u007f"', b'"\\/"', b'"\n"', b'"e\xcc\x81"', b'"\xff"', b"[[[[[[[[1]]]]]]]]", b"[" * 9000,
        b'"' + b"x" * (MAX_TEXT + 1) + b'"', b"9" * 5000,
    ],
    ids=brief,
)  # fmt: skip
def test_a_value_gets_in_only_by_its_one_spelling(value):
    before, after = USUAL.line.split(b'"value":')[0], USUAL.line[USUAL.line.index(b',"wall"') :]
    line = before + b'"value":' + value + after
    refused(line)
    assert outcome(line) == closely(line)


@pytest.mark.parametrize(
    "value", ["x", "a\nb", 'a"b', "\u2028 \U0001f642", None, True, 2**53 - 1, [], {}, [[[[[[[1]]]]]]]], ids=brief
)
@pytest.mark.parametrize("edges", [(), ("a" * 64,), ("a" * 64, "b" * 64)], ids=len)
def test_lines_with_any_value_are_accepted(value, edges):
    event = Stream().write("set", "later/cell", value, edges)
    assert outcome(event.line) == closely(event.line) == event


def test_the_hash_of_a_chain_that_was_followed_is_taken_over():
    for line in (FIRST.line, USUAL.line):
        assert accept_line(line, GENESIS, "f" * 64).hash == "f" * 64


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(FIRST.line) - 1), st.binary(max_size=3), st.integers(0, 3))
def test_a_changed_byte_never_makes_another_line_of_the_same_hash(place, inserted, taken):
    line = FIRST.line[:place] + inserted + FIRST.line[place + taken :]
    try:
        event = accept_line(line, GENESIS)
    except LineError:
        return
    assert event.line == line == canonical.encode(canonical.decode(line))
    assert (event.hash == FIRST.hash) == (line == FIRST.line)


def test_the_head_does_not_depend_on_the_order_of_streams():
    tips = [("b", 2, "2" * 64), ("a", 1, "1" * 64)]
    by_hand = hashlib.sha256(f'[["a",1,"{"1" * 64}"],["b",2,"{"2" * 64}"]]'.encode()).hexdigest()
    assert head_digest(tips) == head_digest(tips[::-1]) == by_hand
    assert head_digest([]) == hashlib.sha256(b"[]").hexdigest()


def test_a_line_says_who_and_about_what():
    assert (FIRST.author, FIRST.subject, FIRST.seq) == (PEOPLE[0], EVALUATION, 1)


def test_a_redacted_line_keeps_the_chain_and_states_nothing():
    stream = Stream()
    first, second = stream.answer(CHOICE, "Ya"), stream.answer(CHOICE, "Tidak")
    kept = redacted_line(first.line)
    assert kept == b'{"redacted":"%s"}' % hashlib.sha256(first.line).hexdigest().encode()
    assert len(kept) == SHORTEST
    event = read_redacted(kept, first.previous, first.subject, first.stream, first.seq)
    assert (event.hash, event.previous, event.subject) == (first.hash, first.previous, first.subject)
    assert (event.stream, event.seq, event.line) == (first.stream, first.seq, kept)
    assert chain(chain(GENESIS, kept), second.line) == second.hash
    assert event.redacted
    assert not event.whole
    assert first.whole
    assert not first.redacted
    assert (event.kind, event.cell, event.value, event.author, event.edges) == ("", "", None, "", ())


def test_what_is_redacted_already_stays_as_it_is():
    once = redacted_line(FIRST.line)
    assert redacted_line(once) == once


@pytest.mark.parametrize(
    "line",
    [
        FIRST.line,
        b"",
        b'{"redacted":"%s"}' % (b"A" * 64),
        b'{"redacted":"%s"}' % (b"a" * 63),
        b'{"redacted": "%s"}' % (b"a" * 63),
        b'{"redacted":"%s"}\n' % (b"a" * 64),
    ],
    ids=brief,
)
def test_only_the_exact_spelling_is_redacted(line):
    assert not is_redacted(line)
    assert chain(GENESIS, line) == hashlib.sha256(bytes(32) + hashlib.sha256(line).digest()).hexdigest()
    with pytest.raises(LineError, match="tidak hanya berisi sidik"):
        read_redacted(line, GENESIS, EVALUATION, "a" * 32, 1)


def test_a_redacted_line_is_no_line_by_itself():
    refused(redacted_line(FIRST.line))
