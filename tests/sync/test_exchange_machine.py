"""Laws 1–15 as a machine: three laptops and a hub write, lose, repeat, cut, fork and meet late; in the end all agree.

What travels are real segments: signed, spelled, read again and merged as a program does it.
"""

import random

import pytest
from event_makers import ACTS, EVALUATION, INSTRUMENT, World, reread, seen
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.errors import BundleRejected
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.fold import fold, touches
from zi_desktop.sync.merging import merge
from zi_desktop.sync.segments import read_segment, redacted_segment, segment_bytes, sign_segment
from zi_desktop.trust.device_keys import new_device_key

_KEY = new_device_key()
_WRITING = sorted(name for name in ACTS if not name.startswith("_meet"))
_YEARS = ("1970-01-01T00:00:00+00:00", "2026-03-02T09:15:00+07:00", "2094-12-31T23:59:59+09:00")
SEEDS = st.integers(0, 2**32)


class Place:
    """Where lines are kept: a laptop's or the hub's; what waits behind a gap is kept too."""

    def __init__(self):
        self.folded = fold([])
        self.waiting = ()

    def take(self, parcels):
        segments = [read_segment(parcel) for parcel in parcels]
        known = {event.hash: _Line(event) for event in self.folded._known.values()}
        merged = merge(known, [*self.waiting, *segments])
        self.folded = self.folded.extended([*merged.new, *merged.whole])
        self.waiting = merged.waiting


class _Line:
    def __init__(self, event):
        self.stream, self.seq, self.whole = event.stream, event.seq, not event.redacted


def parcels(folded, chance, *, withhold=False):
    """Return everything of a place as segments, cut at random places, in any order."""
    streams = {}
    known = folded._known
    inner = {event.previous for event in known.values()}
    for tip in sorted(event.hash for event in known.values() if event.hash not in inner):
        line, branch = known.get(tip), []
        while line:
            branch.append(line)
            line = known.get(line.previous)
        streams[tip] = branch[::-1]
    made = []
    for branch in streams.values():
        cuts = sorted(chance.sample(range(1, len(branch)), min(len(branch) - 1, chance.randint(0, 2))))
        for first, last in zip((0, *cuts), (*cuts, len(branch)), strict=True):
            segment = sign_segment(branch[first:last], _KEY)
            made.append(redacted_segment(segment, lambda e: e.seq % 3 == 0) if withhold else segment)
    chance.shuffle(made)
    return [segment_bytes(segment) for segment in made]


class ExchangeMachine(RuleBasedStateMachine):
    """What can happen between three laptops of a team and the hub of an Inspectorate."""

    def __init__(self):
        super().__init__()
        self.world = World()
        self.places = {}
        self.hub = Place()
        self.mail = []

    @rule(act=st.sampled_from(_WRITING), seed=SEEDS, wall=st.sampled_from(_YEARS))
    def somebody_writes(self, act, seed, wall):
        chance = random.Random(seed)
        laptop = chance.choice(self.world.laptops)
        write = laptop.stream.write
        laptop.stream.write = lambda *given, **more: write(*given, **{**more, "wall": wall})
        try:
            ACTS[act](self.world, laptop, chance)
        finally:
            for each in self.world.laptops:
                vars(each.stream).pop("write", None)

    @rule(seed=SEEDS)
    def a_bundle_is_made(self, seed):
        chance = random.Random(seed)
        folded = chance.choice([self.hub, *self.world.laptops]).folded
        made = parcels(folded, chance, withhold=chance.random() < 0.3)
        self.mail.append(made[: chance.randint(0, len(made))] if chance.random() < 0.3 else made)

    @rule(seed=SEEDS)
    def a_bundle_arrives_whether_old_or_new(self, seed):
        if self.mail:
            chance = random.Random(seed)
            self._deliver(chance.choice(self.mail), chance)

    @rule(seed=SEEDS)
    def a_broken_bundle_arrives(self, seed):
        chance = random.Random(seed)
        whole = [parcel for parcel in chance.choice(self.mail) if parcel] if self.mail else []
        if not whole:
            return
        place = self._place(chance.choice([None, *self.world.laptops]))
        before = place.folded
        parcel = bytearray(chance.choice(whole))
        at = chance.randrange(len(parcel))
        broken = (
            bytes(parcel[:at]) if chance.random() < 0.5 else bytes([*parcel[:at], parcel[at] ^ 1, *parcel[at + 1 :]])
        )
        with pytest.raises(BundleRejected):
            place.take([broken])
        assert place.folded is before

    @invariant()
    def every_laptop_shows_what_a_fresh_reader_would(self):
        chance = random.Random(len(self.world.events))
        laptop = chance.choice(self.world.laptops)
        fresh = EvaluationState(EVALUATION.id, fold(reread(laptop.folded.events)), INSTRUMENT)
        assert laptop.folded.cells == fresh.folded.cells
        assert seen(laptop.state)[:3] == seen(fresh)[:3]

    def teardown(self):
        chance = random.Random(len(self.mail))
        self._everybody_meets(chance)
        whole = fold(self.world.events)
        for folded in [self.hub.folded, *(laptop.folded for laptop in self.world.laptops)]:
            assert folded.spelled() == whole.spelled()
            assert folded.tips == whole.tips
            assert dict(folded.cells) == dict(whole.cells)
            assert folded.forks == whole.forks
            assert {e.hash: e.line for e in folded.events} == {e.hash: e.line for e in self.world.events}
        assert self.hub.waiting == ()
        self._nothing_was_lost(whole)
        for event in self.world.events:
            if event.hash in self.world.kept:
                assert whole.at(event.value["tips"]).spelled() == self.world.kept[event.hash]

    def _everybody_meets(self, chance):
        everybody = [None, *self.world.laptops]
        for _ in range(2):
            for sender in everybody:
                made = parcels(self._place(sender).folded, chance)
                for receiver in everybody:
                    if receiver is not sender:
                        self._hand_over(receiver, made)

    def _nothing_was_lost(self, whole):
        """Laws 5 and 6: whatever was stated stands, or somebody who saw it replaced it."""
        for name, stated in whole._stated.items():
            if class_of(name) is CellClass.SET:
                continue
            named = {edge for head in stated for edge in self.world.displayed.get(head.hash, {}).get(name, ())}
            acts = {head.act for head in stated if head.hash in named}
            displayed = whole.cell(name).displayed
            assert displayed
            assert all(head.hash in displayed or head.hash in named or head.act in acts for head in stated)
        assert all(set(touches(event)) <= whole._stated.keys() for event in self.world.events)

    def _deliver(self, bundle, chance):
        self._hand_over(chance.choice([None, *self.world.laptops]), bundle)

    def _place(self, laptop):
        if laptop is None:
            return self.hub
        place = self.places.setdefault(id(laptop), Place())
        place.folded = laptop.folded
        return place

    def _hand_over(self, laptop, bundle):
        place = self._place(laptop)
        place.take(bundle)
        if laptop is not None and place.folded is not laptop.folded:
            laptop.folded = place.folded
            laptop.state = EvaluationState(EVALUATION.id, laptop.folded, INSTRUMENT, laptop.state)


TestExchange = ExchangeMachine.TestCase
TestExchange.settings = settings(max_examples=400, stateful_step_count=40, deadline=None)
