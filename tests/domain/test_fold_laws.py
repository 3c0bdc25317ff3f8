"""The laws of the fold, on histories of several people on the real worksheet."""

import subprocess
import sys
from pathlib import Path

import pytest
from event_makers import CHANCES, EVALUATION, HISTORIES, INSTRUMENT, by_stream, reread, sample, seen
from hypothesis import given, settings

from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.events import accept_line
from zi_desktop.domain.fold import fold, touches

LAW = settings(max_examples=100, deadline=None)


def same(one, other):
    return one.spelled() == other.spelled() and one.tips == other.tips and dict(one.cells) == dict(other.cells)


@LAW
@given(HISTORIES, CHANCES)
def test_the_order_of_arrival_changes_nothing(world, seed):
    shuffled = seed.sample(world.events, len(world.events))
    assert same(fold(shuffled), fold(world.events))


@LAW
@given(HISTORIES, CHANCES)
def test_merging_is_commutative_associative_and_idempotent(world, seed):
    parts = [[], [], []]
    for event in world.events:
        for part in seed.sample(parts, seed.randint(1, 2)):
            part.append(event)
    a, b, c = parts
    whole = fold(world.events)
    assert same(fold(a).extended(b).extended(c), whole)
    assert same(fold(c).extended(fold(b).extended(a).events), whole)
    assert whole.extended(a) is whole
    assert same(fold([*a, *b, *c, *a]), whole)


@LAW
@given(HISTORIES)
def test_every_laptop_folds_as_a_fresh_reader_does(world):
    for laptop in world.laptops:
        assert same(laptop.folded, fold(reread(laptop.folded.events)))
        fresh = EvaluationState(EVALUATION.id, laptop.folded, INSTRUMENT)
        assert seen(laptop.state) == seen(fresh)


@LAW
@given(HISTORIES)
def test_what_was_stated_stands_or_was_replaced_by_somebody_who_saw_it(world):
    folded = fold(world.events)
    for name, stated in folded._stated.items():
        if class_of(name) is CellClass.SET:
            continue
        cell = folded.cell(name)
        assert cell.displayed, "a cell in which something was stated never stands empty"
        named = {edge for head in stated for edge in world.displayed.get(head.hash, {}).get(name, ())}
        acts = {head.act for head in stated if head.hash in named}
        for head in stated:
            assert head.hash in cell.displayed or head.hash in named or head.act in acts


@LAW
@given(HISTORIES)
def test_a_set_holds_what_nobody_retracted(world):
    folded = fold(world.events)
    for name, stated in folded._stated.items():
        if class_of(name) is CellClass.SET:
            taking = [head for head in stated if head.kind in ("retract", "seal.cancel")]
            gone = {taken for head in taking for taken in head.value["retracts"]}
            held = {head.hash for head in stated if head not in taking} - gone
            assert {head.hash for head in folded.cell(name).heads} == held


@LAW
@given(HISTORIES)
def test_an_import_removes_nothing_but_what_it_names(world):
    seen_by_others = {edge for shown in world.displayed.values() for edges in shown.values() for edge in edges}
    for event in world.events:
        if event.kind != "column.imported" or event.hash in seen_by_others:
            continue
        before = fold(other for other in world.events if other.hash != event.hash)
        after = before.extended([event])
        for name in touches(event):
            acts = {head.hash: head.act for head in after._stated[name]}
            named = {acts[hash_] for hash_ in event.value["replaces"].get(name, ())}
            lost = set(before.cell(name).displayed) - set(after.cell(name).displayed)
            assert {acts[hash_] for hash_ in lost} <= named
        assert len(after) == len(before) + 1


@LAW
@given(HISTORIES)
def test_an_import_fills_only_the_column_that_it_names(world):
    for event in world.events:
        if event.kind == "column.imported":
            filled = set(touches(event)) - {event.cell}
            assert {cell.split("/")[1] for cell in filled} == {event.value["column"]}


@LAW
@given(HISTORIES, CHANCES)
def test_any_part_of_any_streams_folds_and_converges_later(world, seed):
    part = []
    for events in by_stream(world.events).values():
        part += events[: seed.randint(0, len(events))]
    partial = EvaluationState(EVALUATION.id, fold(part), INSTRUMENT)
    seen(partial)
    whole = EvaluationState(EVALUATION.id, partial.folded.extended(world.events), INSTRUMENT, partial)
    fresh = EvaluationState(EVALUATION.id, fold(world.events), INSTRUMENT)
    assert same(whole.folded, fresh.folded)
    assert seen(whole) == seen(fresh)


@LAW
@given(HISTORIES)
def test_both_branches_of_a_fork_are_found_and_kept(world):
    folded = fold(world.events)
    places = [(event.stream, event.seq) for event in folded.events]
    expected = {}
    for stream, seq in sorted(place for place in set(places) if places.count(place) > 1):
        expected.setdefault(stream, seq)
    assert {fork.stream: fork.seq for fork in folded.forks} == expected
    assert {event.hash for event in folded.events} == {event.hash for event in world.events}


@LAW
@given(HISTORIES)
def test_every_line_goes_through_the_border_byte_for_byte(world):
    for event in world.events:
        assert accept_line(event.line, event.previous) == event


@LAW
@given(HISTORIES)
def test_a_kept_day_is_shown_as_it_was(world):
    folded = fold(world.events)
    for event in world.events:
        if event.hash in world.kept:
            assert folded.at(event.value["tips"]).spelled() == world.kept[event.hash]


READER = """
import sys
sys.path.insert(0, sys.argv[1])
from event_makers import EVALUATION, INSTRUMENT, fold, sample, seen
from zi_desktop.domain.evaluation import EvaluationState
folded = fold(sample().events)
sys.stdout.buffer.write(folded.spelled())
print(seen(EvaluationState(EVALUATION.id, folded, INSTRUMENT)))
"""


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_equal_sets_fold_to_equal_bytes_under_any_hash_seed(seed):
    here = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", READER, str(here)],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(here.parent)},
        capture_output=True,
        check=True,
    )
    folded = fold(reversed(sample().events))
    expected = f"{seen(EvaluationState(EVALUATION.id, folded, INSTRUMENT))}\n"
    assert done.stdout == folded.spelled() + expected.encode()


def test_the_histories_are_worth_folding():
    folded = fold(sample().events)
    state = EvaluationState(EVALUATION.id, folded, INSTRUMENT)
    kinds = {event.kind for event in folded.events}
    assert {"set", "settle", "restore", "add", "retract", "column.imported", "seal", "seal.cancel"} <= kinds
    assert folded.forks
    assert folded.unknown_criticals == ("gembok",)
    assert any(cell.conflicted for cell in folded.cells.values())
    assert state.snapshots
    assert state.oversight
