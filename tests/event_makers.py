"""Writers of lines for the tests of the log: streams, laptops that have seen only parts, and histories of both."""

import copy
import hashlib
import itertools
import random
from collections import defaultdict

from hypothesis import strategies as st

from zi_desktop import paths
from zi_desktop.domain import canonical, cells
from zi_desktop.domain.answers import answer_to_json, read_answer
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.events import GENESIS, Subject, accept_line, read_line, write_line
from zi_desktop.domain.fold import fold
from zi_desktop.domain.imports import imports, sources
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.instrument_loader import load_instrument

INSTRUMENT = load_instrument((paths.instruments() / "permenpanrb-90-2021.json").read_bytes())
QUESTIONS = INSTRUMENT.questions
EVALUATION = Subject("evaluation", "5f0c3a52-0000-5000-8000-000000000001")
WALL = "2026-03-02T09:15:00+07:00"
CHOICE, RATIO, INDEX = "A.I.1.i.a", "A.II.5.ii.a", "B.I.a"
ITEMS = {
    CHOICE: ("Ya", "Tidak"),
    RATIO: (
        "wajib_ditindaklanjuti=6,diproses=1,selesai=4",
        "wajib_ditindaklanjuti=6,diproses=0,selesai=6",
    ),
    INDEX: ("3.4", "2.75"),
}
PEOPLE = ("person-ani", "person-budi", "person-citra")


def file_value(name):
    """Return what an addition of evidence says of its file."""
    return {"name": name, "size": 7, "type": "image/jpeg", "kept": True, "taken": "", "original": ""}


def import_value(file, filled, replaces, **more):
    """Return what the import of a worksheet states; the column is that of its answers."""
    column = next((cell.split("/")[1] for cell in filled if cell.startswith("answer/")), "mandiri")
    return {
        "file": file, "name": f"{file}.xlsx", "layout": "portalrb", "column": column, "sender": "satker",
        "channel": "surel", "received": "2026-03-02", "cells": filled, "replaces": replaces, "judged": {}, **more,
    }  # fmt: skip


class Stream:
    """One run of the program by one person."""

    def __init__(self, name="a", author=PEOPLE[0], subject=EVALUATION):
        self.name = hashlib.sha256(name.encode()).hexdigest()[:32]
        self.author, self.subject = author, subject
        self.seq, self.previous = 0, GENESIS

    def write(self, kind, cell, value, edges=(), *, nonce="0" * 32, wall=WALL):
        """Write the next line as a service does."""
        self.seq += 1
        event = write_line(
            self.subject, self.name, self.seq, kind=kind, cell=cell, value=value, edges=edges, author=self.author,
            wall=wall, nonce=nonce, previous=self.previous,
        )  # fmt: skip
        self.previous = event.hash
        return event

    def write_critical(self, kind, cell, value):
        """Write the next line as a later program does whose kind matters."""
        self.seq += 1
        fields = {**fields_of(self), "critical": True, "kind": kind, "cell": cell, "value": value}
        event = accept_line(canonical.encode(fields), self.previous)
        self.previous = event.hash
        return event

    def answer(self, code, text, edges=(), *, kind="set", column=Column.TPI, **more):
        """Answer an item; None clears it."""
        return self.write(kind, cells.answer(column, code), {**judged(code, text), **more}, edges)

    def begin(self, **changed):
        """Begin the evaluation."""
        identity = {
            "satker": "s-1", "year": 2026, "activity": "evaluasi", "round": 1, "structure": INSTRUMENT.structure_digest,
        }  # fmt: skip
        return self.write("created", "identity", {**identity, **changed})

    def seal(self, tips, revision=1, signers=PEOPLE[:1], **more):
        """Seal what stands at some tips."""
        value = {"record": "d" * 64, "tips": [list(tip) for tip in tips], "signers": list(signers), **more}
        return self.write("seal", f"seal/{revision}", value)

    def sign(self, person, position=1, revision=1):
        """Put a signature under the sealed report."""
        value = {"person": person, "role": "ketua_tim", "certificate": "c", "file": "f", "at": WALL}
        return self.write("signature", f"signature/{revision}/{position}", value)

    def imports(self, file, filled, replaces=None, **more):
        """Import a worksheet: cells to values, and per cell the heads that it takes the place of."""
        return self.write("column.imported", f"import/{file}", import_value(file, filled, replaces or {}, **more))


def fields_of(stream):
    """Return the fields of an ordinary line."""
    subject = {"kind": stream.subject.kind, "id": stream.subject.id}
    return {
        "v": 1, "critical": False, "subject": subject, "stream": stream.name, "seq": stream.seq, "kind": "set",
        "cell": "mark/A", "value": True, "edges": [], "author": stream.author, "wall": WALL, "nonce": "1" * 32,
    }  # fmt: skip


def judged(code, text):
    """Return the value of an answer cell, as typed by a person."""
    answer = None if text is None else answer_to_json(read_answer(QUESTIONS[code], text))
    return {"answer": answer, "item": QUESTIONS[code].digest}


def state_of(*events, earlier=None):
    """Return an evaluation with these events."""
    return EvaluationState(EVALUATION.id, fold(events), INSTRUMENT, earlier)


def seen(state):
    """Return everything that an evaluation shows, read once."""
    columns = [(state.answers(c), state.disputed(c), state.ask_again(c)) for c in Column]
    items = [
        (state.notes(c, code), state.details(c, code), state.internal_notes(code), state.marked(code))
        for c in Column
        for code in ITEMS
    ]
    return (
        columns, items, state.plan, state.preconditions, state.accepted, state.panel, state.seals, state.signatures,
        state.snapshots, state.oversight, state.late, state.status, state.read_only, state.next_revision,
        state.mandiri_changed, [state.links(c, CHOICE) for c in Column], [imports(state.folded, c) for c in Column],
        [sources(state.folded, c, ITEMS) for c in Column], state.folded.forks, state.folded.unknown_criticals, sorted(name for name, cell in state.folded.cells.items() if cell.conflicted),
    )  # fmt: skip


class Laptop:
    """A person with a program: writes in sight of what has arrived, and of nothing else."""

    def __init__(self, number):
        self.number, self.runs = number, 0
        self.folded = fold([])
        self.state = EvaluationState(EVALUATION.id, self.folded, INSTRUMENT)
        self.restart()

    def restart(self):
        self.runs += 1
        self.stream = Stream(f"{self.number}/{self.runs}", PEOPLE[self.number % len(PEOPLE)])

    def take(self, events):
        self.folded = self.folded.extended(events)
        self.state = EvaluationState(EVALUATION.id, self.folded, INSTRUMENT, self.state)


class World:
    """Laptops of one team, and what each of them showed when its person wrote."""

    def __init__(self):
        self.laptops = [Laptop(number) for number in range(3)]
        self.events = []
        self.displayed = {}
        self.kept = {}
        self.forked = set()
        self.clock = itertools.count()
        start = self.laptops[0].stream.begin()
        team = [{"person": PEOPLE[0], "role": "ketua_tim", "areas": [], "signs": True}]
        team.append({"person": PEOPLE[1], "role": "anggota", "areas": ["1"], "signs": False})
        self._keep(self.laptops[0], start)
        self._write(self.laptops[0], "set", "plan/team", team)
        for laptop in self.laptops[1:]:
            laptop.take(self.events)

    def step(self, seed):
        """Let something happen that this random source says."""
        laptop = seed.choice(self.laptops)
        act = seed.choice(list(ACTS))
        ACTS[act](self, laptop, seed)

    def _write(self, laptop, kind, cell, value, edges=None):
        displayed = laptop.folded.cell(cell).displayed
        nonce = f"{next(self.clock):032x}"
        event = laptop.stream.write(kind, cell, value, displayed if edges is None else edges, nonce=nonce)
        self.displayed[event.hash] = {cell: displayed}
        return self._keep(laptop, event)

    def _keep(self, laptop, event):
        self.events.append(event)
        laptop.take([event])
        return event

    def _answer(self, laptop, seed):
        code = seed.choice(list(ITEMS))
        value = judged(code, seed.choice((*ITEMS[code], None)))
        kind = seed.choice(("set", "set", "settle"))
        value |= {"reason": "dibahas"} if kind == "settle" else {}
        value |= seed.choice(({}, {}, {}, {"item": "edisi lain"}))
        self._write(laptop, kind, cells.answer(seed.choice((Column.TPI, Column.MANDIRI)), code), value)

    def _restore(self, laptop, seed):
        cell = seed.choice([f"answer/tpi/{CHOICE}", f"note/tpi/{CHOICE}", f"answer/mandiri/{CHOICE}", "mark/A"])
        stated = [head.hash for head in laptop.folded._stated.get(cell, ())]
        heads = seed.sample(stated, min(len(stated), seed.randint(0, 2)))
        self._write(laptop, "restore", cell, {"heads": sorted(heads)})

    def _text(self, laptop, seed):
        cell = seed.choice((cells.note(Column.TPI, CHOICE), cells.note(Column.MANDIRI, CHOICE), cells.internal(CHOICE)))
        self._write(laptop, "set", cell, {"text": seed.choice(("", "dilihat", "belum ada"))})

    def _small(self, laptop, seed):
        cell, values = seed.choice(
            (
                (f"mark/{CHOICE}", (True, False)),
                ("plan/target", ("WBK", "WBBM")),
                ("archived", (True, False)),
                (cells.detail(Column.TPI, INDEX, "sumber"), ("", "survei")),
                ("precondition/wtp", ({"met": True, "note": ""}, {"met": None, "note": "belum"})),
                ("accepted/letter", ({"reason": ""}, {"reason": "menyusul"})),
                ("panel", ({"decision": "diusulkan", "reason": "layak"}, {"decision": "pembinaan", "reason": "belum"})),
            )
        )
        self._write(laptop, "set", cell, seed.choice(values))

    def _review(self, laptop, seed):
        self._write(laptop, seed.choice(("review.requested", "review.returned")), "review", {"note": ""})

    def _evidence(self, laptop, seed):
        cell = f"evidence/{CHOICE}/{'e' * 64}"
        if seed.random() < 0.5:
            state = seed.choice(("sesuai", "kurang", None))
            self._write(laptop, "set", f"{cell}/judgement", {"state": state, "reason": ""})
        elif (displayed := laptop.folded.cell(cell).displayed) and seed.random() < 0.5:
            self._write(laptop, "retract", cell, {"retracts": [seed.choice(displayed)]})
        else:
            self._write(laptop, "add", cell, file_value("foto"))

    def _import(self, laptop, seed):
        column, file = seed.choice((Column.MANDIRI, Column.MANDIRI, Column.TPI)), seed.choice(("f1", "f2"))
        filled = {cells.answer(column, code): judged(code, texts[file == "f2"]) for code, texts in ITEMS.items()}
        filled[cells.note(column, CHOICE)] = {"text": f"catatan {file}"}
        filled[cells.link(column, CHOICE)] = {"text": f"tautan {file}"}
        shown = {cell: list(laptop.folded.cell(cell).displayed) for cell in filled}
        seen_by_tpi = {code: list(laptop.state.answer_cell(Column.TPI, code).displayed) for code in ITEMS}
        stray = {cells.answer(seed.choice((Column.TPI, Column.TPN)), CHOICE): judged(CHOICE, "Ya")}
        value = import_value(file, {**filled, **stray}, shown, column=column.value, judged=seen_by_tpi)
        event = self._write(laptop, "column.imported", f"import/{file}", value)
        self.displayed[event.hash] |= {cell: tuple(hashes) for cell, hashes in shown.items()}

    def _keep_day(self, laptop, seed):
        tips = laptop.folded.tips
        value = {"tips": [list(tip) for tip in tips]}
        if seed.random() < 0.5:
            event = self._write(laptop, "snapshot", "snapshot/Desk", value)
        else:
            sealed = {**value, "record": "d" * 64, "signers": [PEOPLE[0]]}
            event = self._write(laptop, "seal", f"seal/{laptop.state.next_revision}", sealed)
        before = [e for e in laptop.folded.events if e.hash != event.hash]
        if len(before) + 1 == len(laptop.folded):  # tips of lines whose content is not here yet say more later
            self.kept[event.hash] = fold(before).spelled()

    def _unseal(self, laptop, seed):
        if laptop.state.seals:
            seal = seed.choice(laptop.state.seals)
            self._write(laptop, "seal.cancel", f"seal/{seal.revision}", {"retracts": [seal.hash], "reason": "keliru"})

    def _sign(self, laptop, seed):
        value = {"person": seed.choice(PEOPLE), "role": "ketua_tim", "certificate": "c", "file": "f", "at": WALL}
        self._write(laptop, "signature", "signature/1/1", value)

    def _acknowledge(self, laptop, seed):
        if laptop.state.oversight:
            self._write(laptop, "acknowledge", f"acknowledge/{seed.choice(laptop.state.oversight).act}", {})

    def _foreign(self, laptop, seed):
        cell = seed.choice((f"answer/tpi/{CHOICE}", "seal/1", "cuaca/hari"))
        if seed.random() < 0.2:
            self._keep(laptop, laptop.stream.write_critical("gembok", cell, {"baru": 1}))
        else:
            self._write(laptop, seed.choice(("hapus", "set", "add", "restore")), cell, seed.choice(NONSENSE))

    def _meet(self, laptop, seed):
        laptop.take(seed.choice(self.laptops).folded.events)

    def _meet_in_part(self, laptop, seed):
        stream = seed.choice(self.events).stream
        part = sorted((e for e in seed.choice(self.laptops).folded.events if e.stream == stream), key=lambda e: e.seq)
        laptop.take(part[: seed.randint(0, len(part))])

    def _restart(self, laptop, _):
        laptop.restart()

    def _clone(self, laptop, _):
        """A machine image is resumed twice: two laptops go on in one stream."""
        twin = copy.copy(laptop)
        twin.stream = copy.copy(laptop.stream)
        self.laptops.append(twin)


ACTS = {
    name: act
    for name, act in vars(World).items()
    if name.startswith("_") and name not in ("__init__", "_write", "_keep")
}
ACTS = {name: act for name, act in ACTS.items() if callable(act) and not name.startswith("__")}
ACTS |= {f"{name} again": ACTS[name] for name in ("_answer", "_import", "_meet", "_restore", "_evidence")}
NONSENSE = (
    None, True, 7, "Ya", [], {}, [[]], {"answer": "Ya"}, {"answer": {"choice": 1}, "item": 1}, {"text": None}, {"heads": "x"},
    {"heads": [3]}, {"tips": [[1, 2, 3]]}, {"answer": {"choice": "Ya"}, "item": QUESTIONS[CHOICE].digest, "extra": 1},
    {"answer": {"choice": {}}, "item": QUESTIONS[CHOICE].digest}, {"answer": [], "item": QUESTIONS[CHOICE].digest},
)  # fmt: skip


def history(steps):
    """Return a world in which these things happened; each number says what happens at its step."""
    world = World()
    for step in steps:
        world.step(random.Random(step))
    return world


HISTORIES = st.lists(st.integers(0, 2**16), max_size=30).map(history)
CHANCES = st.integers(0, 2**16).map(random.Random)
"""A seed costs one draw, where the random source of hypothesis costs one a decision."""


def by_stream(events):
    """Return the events of each stream in their order."""
    streams = defaultdict(list)
    for event in events:
        streams[event.stream].append(event)
    return streams


def reread(events):
    """Return the events as another laptop reads them from their bytes."""
    return [read_line(event.line, event.previous) for event in events]


def sample(steps=250, seed=7):
    """Return a long history that is the same in every process."""
    seed = random.Random(seed)
    return history([seed.randrange(2**16) for _ in range(steps)])
