"""What segments add, in any order, in any pieces: the same lines in the end, nothing twice, nothing before its time."""

import itertools
import random

import pytest
from event_makers import EVALUATION, Stream
from hypothesis import given
from hypothesis import strategies as st

from zi_desktop.domain.errors import BundleRejected
from zi_desktop.sync.merging import merge
from zi_desktop.sync.segments import read_segment, redacted_segment, segment_bytes, sign_segment
from zi_desktop.trust.device_keys import new_device_key

_KEY = new_device_key()


def _events(count, name="a"):
    stream = Stream(name)
    return [stream.write("set", f"mark/{n}", value=True) for n in range(count)]


def _known(events):
    return {event.hash: _Line(event) for event in events}


class _Line:
    def __init__(self, event):
        self.stream, self.seq, self.whole = event.stream, event.seq, not event.redacted


def _pieces(events, *cuts):
    return [sign_segment(events[a:b], _KEY) for a, b in itertools.pairwise((0, *cuts, len(events)))]


def test_a_segment_adds_its_lines_once():
    events = _events(5)
    (segment,) = _pieces(events)
    merged = merge({}, [segment, segment])
    assert list(merged.new) == events
    assert (merged.had, merged.waiting, merged.taken) == (0, (), (segment,))
    again = merge(_known(events), [segment])
    assert (again.new, again.had, again.taken) == ((), 5, (segment,))


def test_lines_behind_a_gap_wait_and_come_when_it_is_closed():
    events = _events(9)
    first, second, third = _pieces(events, 3, 6)
    merged = merge({}, [third, first])
    assert list(merged.new) == events[:3]
    assert merged.waiting == (third,)
    closed = merge(_known(events[:3]), [*merged.waiting, second])
    assert list(closed.new) == events[3:]
    assert closed.waiting == ()


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))), ids=str)
def test_what_follows_a_line_that_is_gone_is_taken_and_the_line_too_should_it_come(order):
    events = _events(9)
    first, second, third = _pieces(events, 3, 6)
    whole = _pieces(events)[0]
    assert merge(_known(events[:3]), [third], gone={first.last_hash}).waiting == (third,), "another line is missing"
    known, waiting = [], ()
    for at in order:
        merged = merge(_known(known), [*waiting, (first, second, third, whole)[at]], gone={second.last_hash})
        known, waiting = [*known, *merged.new], merged.waiting
        assert third not in waiting
    assert sorted(event.seq for event in known) == list(range(1, 10))
    assert waiting == ()


def test_both_branches_of_a_fork_are_lines():
    events = _events(3)
    stream = Stream("a")
    twin = [
        *(stream.write("set", f"mark/{n}", value=True) for n in range(2)),
        stream.write("set", "mark/2", value=False),
    ]
    merged = merge(_known(events), _pieces(twin))
    assert [event.hash for event in merged.new] == [twin[2].hash]
    assert merged.had == 2


def test_a_segment_never_goes_on_behind_another_stream():
    events, others = _events(3), _events(6, "b")
    foreign = sign_segment(others[3:], _KEY)
    forged = {others[2].hash: _Line(events[2])}
    assert merge(forged, [foreign]).waiting == (foreign,)


def test_digests_keep_the_place_and_whole_lines_take_it():
    events = _events(4)
    (segment,) = _pieces(events)
    veiled = redacted_segment(segment, lambda event: event.seq in (2, 3))
    first = merge({}, [veiled])
    assert [event.redacted for event in first.new] == [False, True, True, False]
    later = merge(_known(first.new), [segment, veiled])
    assert (later.new, list(later.whole), later.had) == ((), events[1:3], 4)
    assert merge(_known(events), [veiled]).whole == ()
    both = merge({}, [veiled, segment])
    assert list(both.new) == events
    assert both.whole == ()


def test_a_line_that_is_none_refuses_the_segment():
    events = _events(2)
    (segment,) = _pieces(events)
    broken = type(segment)(**{**{n: getattr(segment, n) for n in segment.__slots__}, "lines": (events[0].line, b"{}")})
    with pytest.raises(BundleRejected, match="baris 2"):
        merge({}, [broken])


@given(st.lists(st.integers(1, 11), max_size=4, unique=True).map(sorted), st.integers(0, 2**16))
def test_any_pieces_in_any_order_converge(cuts, seed):
    chance = random.Random(seed)
    events = _events(12)
    pieces = _pieces(events, *cuts)
    assert [read_segment(segment_bytes(piece)) for piece in pieces] == pieces
    known, waiting = {}, ()
    for piece in chance.sample([*pieces, *pieces], 2 * len(pieces)):
        merged = merge(known, [*waiting, piece])
        assert all(event.hash not in known for event in merged.new)
        known |= _known(merged.new)
        waiting = merged.waiting
    assert known.keys() == {event.hash for event in events}
    assert waiting == ()
    assert {event.subject for event in events} == {EVALUATION}
