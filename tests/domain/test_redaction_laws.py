"""The laws of the fold hold where lines lose their content, whoever has them whole and in whatever order they come."""

from event_makers import CHANCES, EVALUATION, HISTORIES, INSTRUMENT, PEOPLE, Stream, seen
from hypothesis import given, settings

from zi_desktop.domain import cells
from zi_desktop.domain.aliases import Aliases
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.fold import fold
from zi_desktop.domain.redactions import KIND, act_value, redactable, without_content

LAW = settings(max_examples=60, deadline=None)


def emptied(world, seed):
    """Return a history with some lines taken away by their author, the lead, or somebody who may not; and those lines."""
    could = [event for event in world.events if redactable(event)]
    targets = seed.sample(could, min(len(could), seed.randint(0, 4)))
    streams = {person: Stream(f"hapus {person}", person) for person in PEOPLE}
    acts = [
        streams[seed.choice((target.author, PEOPLE[0], PEOPLE[2]))].write(
            KIND, cells.redaction(target.hash), act_value(target, "x")
        )
        for target in targets
        for _ in range(seed.randint(1, 2))
    ]
    return [*world.events, *acts], targets


def state_of(folded):
    return EvaluationState(EVALUATION.id, folded, INSTRUMENT)


@LAW
@given(HISTORIES, CHANCES)
def test_order_repetition_and_the_bytes_that_are_here_change_nothing(world, seed):
    events, _ = emptied(world, seed)
    whole = fold(events)
    gone = {event.hash for event in events} - {event.hash for event in whole.events}
    mixed = [without_content(event) if event.hash in gone and seed.random() < 0.5 else event for event in events]
    shuffled = seed.sample([*mixed, *events], 2 * len(events))
    assert fold(shuffled).spelled() == whole.spelled()
    steps = fold([])
    for event in shuffled:
        steps = steps.extended([event])
    assert steps.spelled() == whole.spelled()
    assert dict(steps.cells) == dict(whole.cells)
    assert steps.tips == fold(world.events).extended(events).tips


@LAW
@given(HISTORIES, CHANCES)
def test_what_is_left_can_be_shown_and_holds_nothing_of_it(world, seed):
    events, targets = emptied(world, seed)
    folded = fold(events)
    seen(state_of(folded))
    entitled = {PEOPLE[0]}
    taken = {act.cell.rpartition("/")[2]: act.author for act in events if act.kind == KIND}
    for target in targets:
        if taken[target.hash] in entitled | {target.author}:
            assert target.hash not in {event.hash for event in folded.events}
            assert all(target.hash != head.hash for cell in folded.cells.values() for head in cell.heads)


@LAW
@given(HISTORIES, CHANCES)
def test_two_people_who_are_one_fold_in_any_order(world, seed):
    aliases = Aliases(dict.fromkeys(PEOPLE[1:], (PEOPLE[1], PEOPLE[2])))
    events, _ = emptied(world, seed)
    whole = fold(map(aliases.renamed, events))
    assert fold(map(aliases.renamed, seed.sample(events, len(events)))).spelled() == whole.spelled()
    assert whole.tips == fold(events).tips
    assert PEOPLE[2] not in {event.author for event in whole.events}
    seen(state_of(whole))
