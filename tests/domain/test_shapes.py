"""Shapes: what the program can act on, and that nothing else ever breaks it."""

import pytest
from event_makers import CHOICE, INDEX, NONSENSE, PEOPLE, QUESTIONS, RATIO, Stream, import_value, judged, seen, state_of
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_desktop.domain.canonical import MAX_INTEGER, encode
from zi_desktop.domain.errors import LineError
from zi_desktop.domain.events import accept_line
from zi_desktop.domain.fold import fold
from zi_desktop.domain.satker import satker_on
from zi_desktop.domain.shapes import fillable, fits, understood

HASH = "a" * 64
TEAM = [{"person": "p", "role": "ketua_tim", "areas": ["1"], "signs": True}]
SEAL = {"record": "r", "tips": [["s", 1, HASH]], "signers": ["p"]}
SIGNATURE = {"person": "p", "role": "r", "certificate": "c", "file": "f", "at": "t"}
IDENTITY = {"satker": "s", "year": 2026, "activity": "evaluasi", "round": 1, "structure": "d"}
FILE = {"name": "SK.pdf", "size": 7, "type": "application/pdf", "kept": True, "taken": "", "original": ""}
EVIDENCE, FITTING = f"evidence/{CHOICE}/{HASH}", {"state": "sesuai", "reason": ""}
REMARK = "b" * 32
SOURCE = {"name": "lembar.xlsx", "digest": HASH, "taken": "2026-11-03"}
WORDING = {"source": SOURCE, "items": {CHOICE: {"text": "x", "explanation": "", "criteria": {"Ya": "x"}}}}
ADDED = {"document": ["{}"], "year": 2027, "base": HASH, "notes": [], "source": SOURCE}
UUID = "5f0c3a52-0000-5000-8000-000000000001"
REDACTION = {"reason": "x", "cell": f"note/tpi/{CHOICE}", "edges": [HASH], "author": "p"}
PARENT = {"agency": "A", "eselon1": "", "kanwil": ""}
IMPORT = import_value("f", {"x": 1}, {"x": [HASH]}, judged={CHOICE: [HASH]})

GOOD = [
    ("created", "identity", IDENTITY),
    ("set", f"answer/tpi/{CHOICE}", judged(CHOICE, "Ya")),
    ("settle", f"answer/tpi/{CHOICE}", {**judged(CHOICE, None), "reason": "x"}),
    ("restore", f"answer/tpi/{CHOICE}", {"heads": [HASH]}),
    ("set", f"note/tpi/{CHOICE}", {"text": ""}),
    ("set", f"internal/{CHOICE}", {"text": "x", "later": 1}),
    ("set", f"mark/{CHOICE}", True),
    ("set", f"detail/tpi/{INDEX}/sumber", "survei"),
    ("set", "plan/target", "WBBM"),
    ("set", "plan/track", "tpn"),
    ("set", "plan/first_day", "2026-11-03"),
    ("set", "plan/last_day", ""),
    ("set", "plan/team", TEAM),
    ("set", "plan/baru", {"dari": "program lain"}),
    ("set", "precondition/wtp", {"met": None, "note": ""}),
    ("set", "accepted/letter", {"reason": "x"}),
    ("set", "panel", {"decision": "diusulkan", "reason": "x"}),
    ("review.requested", "review", {"note": ""}),
    ("set", "archived", False),
    ("snapshot", "snapshot/Desk", {"tips": []}),
    ("seal", "seal/12", SEAL),
    ("seal.cancel", "seal/12", {"retracts": [HASH], "reason": "x"}),
    ("signature", "signature/1/2", SIGNATURE),
    ("acknowledge", f"acknowledge/{HASH}", {}),
    ("alias", f"alias/satker/{UUID}", {"same": UUID, "reason": ""}),
    ("retract", f"alias/person/{UUID}", {"retracts": [HASH]}),
    ("redact", f"redaction/{HASH}", REDACTION),
    ("add", EVIDENCE, FILE),
    ("add", f"evidence/inbox/{HASH}", {**FILE, "later": 1}),
    ("retract", EVIDENCE, {"retracts": [HASH]}),
    ("set", f"{EVIDENCE}/judgement", FITTING),
    ("set", f"{EVIDENCE}/judgement", {"state": None, "reason": "x"}),
    ("set", f"sufficiency/{CHOICE}", {"level": "cukup", "reason": ""}),
    ("set", f"period/{HASH}", {"first": "2026-01-01", "last": ""}),
    ("set", f"remark/{REMARK}/origin", "kanwil"),
    ("set", f"remark/{REMARK}/condition", "x"),
    ("set", f"remark/{REMARK}/due", "2026-11-30"),
    ("set", f"remark/{REMARK}/withdrawn", True),
    ("set", f"remark/{REMARK}/baru", {"dari": "program lain"}),
    ("set", f"progress/{REMARK}", {"state": "selesai", "reason": ""}),
    ("set", f"visit/{REMARK}/closed", {"done": True, "answer": ""}),
    ("set", "meeting/akhir", {"day": "", "begin": "", "end": "", "place": "", "notes": ""}),
    ("add", "attendance/awal", {"name": "x", "position": "", "office": ""}),
    ("set", "minutes/day", "2026-11-05"),
    ("add", "attachment/minutes", {"sha256": HASH, "name": "x", "size": 1, "type": ""}),
    ("add", f"followup/{REMARK}", {"text": "x", "day": "", "files": [HASH]}),
    ("set", f"carried/{REMARK}", {"evaluation": "e", "finding": None, "note": ""}),
    ("column.imported", "import/f", IMPORT),
    ("set", f"link/mandiri/{CHOICE}", {"text": "x"}),
    ("set", "code/2026-01-01", "409001"),
    ("set", "parent/2026-01-01", PARENT),
    ("set", "predicate/2023", "WBK"),
    ("set", "agency/letterhead", ["INSPEKTORAT"]),
    ("set", "agency/logo", ""),
    ("set", "edition", {"structure": HASH}),
    ("set", f"worksheet/{HASH}", ADDED),
    ("set", f"wording/{HASH}/{HASH}", WORDING),
    ("set", f"wording_choice/{HASH}", ""),
    ("set", f"retired/{HASH}", True),
    ("set", "cuaca/hari", ["hujan"]),
]
BAD = [
    ("set", "edition", {"structure": 1}),
    ("set", "edition/x", {"structure": HASH}),
    ("set", "worksheet/x", ADDED),
    ("set", f"worksheet/{HASH}", {**ADDED, "document": "{}"}),
    ("set", f"wording/{HASH}", WORDING),
    ("set", f"wording/{HASH}/{HASH}", {**WORDING, "items": {CHOICE: "x"}}),
    ("set", f"wording/{HASH}/{HASH}", {**WORDING, "source": {**SOURCE, "taken": "kemarin"}}),
    ("set", f"wording_choice/{HASH}", None),
    ("set", f"retired/{HASH}", "ya"),
    ("set", "seal/1", SEAL),
    ("add", "seal/1", SEAL),
    ("restore", "seal/1", {"heads": [HASH]}),
    ("retract", "snapshot/Desk", {"retracts": [HASH]}),
    ("retract", f"answer/tpi/{CHOICE}", {"retracts": [HASH]}),
    ("add", f"{EVIDENCE}/judgement", FITTING),
    ("set", EVIDENCE, FILE),
    ("add", EVIDENCE, None),
    ("add", EVIDENCE, {**FILE, "size": -1}),
    ("add", EVIDENCE, {**FILE, "name": None}),
    ("add", f"evidence/{CHOICE}/../../x", FILE),
    ("add", f"evidence/{CHOICE}", FILE),
    ("set", f"{EVIDENCE}/judgement", {"state": "baik", "reason": ""}),
    ("set", "evidence/judgement", FITTING),
    ("set", f"sufficiency/{CHOICE}", {"level": "penuh", "reason": ""}),
    ("set", f"period/{HASH}", {"first": "kemarin", "last": ""}),
    ("set", f"remark/{REMARK}/due", "kemarin"),
    ("set", f"remark/{REMARK}/origin", "saya"),
    ("set", "remark/x/condition", "x"),
    ("set", f"progress/{REMARK}", {"state": "beres", "reason": ""}),
    ("set", f"visit/{REMARK}/entry", {"kind": "rapat", "text": "x", "who": "", "item": "", "due": ""}),
    ("set", "meeting/tengah", {"day": "", "begin": "", "end": "", "place": "", "notes": ""}),
    ("set", "minutes/paper", "a3"),
    ("set", f"followup/{REMARK}", {"text": "x", "day": "", "files": []}),
    ("set", f"carried/{REMARK}", {"evaluation": "e", "finding": "ditindaklanjuti", "note": ""}),
    ("set", "period/x", {"first": "", "last": ""}),
    ("seal", "signature/1/1", SEAL),
    ("seal", "seal/satu", SEAL),
    ("seal", "seal/0", SEAL),
    ("seal", "seal/²", SEAL),
    ("seal", "seal/1/2", SEAL),
    ("seal", "seal/1", {**SEAL, "tips": [["s", True, HASH]]}),
    ("seal", "seal/1", {**SEAL, "signers": "p"}),
    ("seal.cancel", "seal/1", {"retracts": ["x"]}),
    ("seal.cancel", "seal/1/2", {"retracts": [HASH]}),
    ("redact", "redaction/x", REDACTION),
    ("redact", f"redaction/{HASH}", {**REDACTION, "reason": 1}),
    ("redact", f"redaction/{HASH}", {**REDACTION, "edges": "x"}),
    ("redact", f"note/tpi/{CHOICE}", {"text": "x"}),
    ("retract", f"redaction/{HASH}", {"retracts": [HASH]}),
    ("alias", "alias/1", "apa pun"),
    ("alias", f"alias/office/{UUID}", {"same": UUID, "reason": ""}),
    ("alias", f"alias/satker/{UUID}", {"same": UUID}),
    ("add", f"alias/satker/{UUID}", {"same": UUID, "reason": ""}),
    ("signature", "signature/1", SIGNATURE),
    ("signature", "signature/1/x", SIGNATURE),
    ("snapshot", "snapshot/Desk", {"tips": [["s", 1]]}),
    ("created", "plan/place", "x"),
    ("created", "identity", {**IDENTITY, "year": "2026"}),
    ("created", "identity", {**IDENTITY, "year": True}),
    ("created", "identity", {**IDENTITY, "activity": "kunjungan"}),
    ("review.requested", "panel", {"note": ""}),
    ("review.dibahas", "review", {"note": ""}),
    ("set", f"answer/tpi/{CHOICE}", {"answer": None}),
    ("set", f"answer/tpi/{CHOICE}", {"item": "d"}),
    ("set", f"note/tpi/{CHOICE}", "x"),
    ("set", f"mark/{CHOICE}", 1),
    ("set", f"detail/tpi/{INDEX}/sumber", None),
    ("set", "plan/target", "ZI"),
    ("set", "plan/target", ["WBK"]),
    ("set", "plan/first_day", "3 November"),
    ("set", "plan/first_day", "20261103"),
    ("set", "plan/first_day", 20261103),
    ("set", "plan/team", [{**TEAM[0], "role": "tamu"}]),
    ("set", "plan/team", [{**TEAM[0], "areas": "1"}]),
    ("set", "precondition/wtp", {"met": 1, "note": ""}),
    ("set", "panel", {"decision": "ditunda", "reason": "x"}),
    ("set", "code/kemarin", "409001"),
    ("set", "parent/2026-01-01", "Kanwil"),
    ("set", "predicate/dulu", "WBK"),
    ("set", "predicate/2023", "ZI"),
    ("set", "agency/letterhead", "INSPEKTORAT"),
    ("column.imported", "answer/tpi/x", IMPORT),
    ("column.imported", "import/f", {**IMPORT, "replaces": {"x": [1]}}),
    ("column.imported", "import/f", {**IMPORT, "cells": []}),
    ("column.imported", "import/f", {**IMPORT, "column": "kanwil"}),
    ("column.imported", "import/f", {**IMPORT, "received": "kemarin"}),
    ("column.imported", "import/f", {**IMPORT, "judged": {CHOICE: "x"}}),
    ("hapus", "cuaca/hari", None),
]


@pytest.mark.parametrize(("kind", "cell", "value"), GOOD, ids=[f"{kind} {cell}"[:40] for kind, cell, _ in GOOD])
def test_what_the_program_writes_it_understands(kind, cell, value):
    assert understood(kind, cell, value)


@pytest.mark.parametrize(
    ("kind", "cell", "value"), BAD, ids=[f"{kind} {cell} {value}"[:60] for kind, cell, value in BAD]
)
def test_another_kind_place_or_shape_changes_nothing(kind, cell, value):
    assert not understood(kind, cell, value)
    event = Stream().write(kind, cell, value)
    folded = fold([event])
    assert dict(folded.cells) == {}
    assert len(folded) == 1


def test_a_column_fills_its_own_answers_notes_links_and_details():
    for cell, value in (
        (f"answer/mandiri/{CHOICE}", judged(CHOICE, "Ya")),
        (f"note/mandiri/{CHOICE}", {"text": "x"}),
        (f"link/mandiri/{CHOICE}", {"text": "x"}),
        (f"detail/mandiri/{INDEX}/sumber", "x"),
    ):
        assert fillable(cell, value, "mandiri")
        assert not fillable(cell, value, "tpi")
        assert not fillable(cell, None, "mandiri")
    assert not fillable("plan/place", "x", "place")
    assert fits("plan/place", "x")


PLACES = sorted(
    {cell for _, cell, _ in GOOD + BAD} | {f"answer/tpi/{RATIO}", f"answer/tpi/{INDEX}", "answer", "seal", "/"}
)
KINDS = sorted({kind for kind, _, _ in GOOD + BAD})
SCALARS = st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | st.sampled_from(["", "Ya", "WBK", HASH])
KEYS = st.sampled_from(
    ["answer", "item", "text", "heads", "retracts", "tips", "choice", "counts", "index", "met", "note"]
)
VALUES = st.recursive(
    SCALARS | st.sampled_from([value for _, _, value in GOOD] + list(NONSENSE)),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=5,
)
ANSWERS = st.builds(
    lambda code, answer: ("set", f"answer/tpi/{code}", {"answer": answer, "item": QUESTIONS[code].digest}),
    st.sampled_from([CHOICE, RATIO, INDEX]),
    st.dictionaries(KEYS, VALUES, max_size=2) | VALUES,
)
LINES = st.lists(
    st.sampled_from(GOOD) | ANSWERS | st.tuples(st.sampled_from(KINDS), st.sampled_from(PLACES), VALUES), max_size=8
)


@settings(max_examples=300, deadline=None)
@given(LINES, st.randoms(use_true_random=False))
def test_whatever_is_accepted_can_be_shown(lines, seed):
    streams = [Stream(author, author) for author in PEOPLE]
    events = [streams[0].begin()]
    for kind, cell, value in lines:
        stream = seed.choice(streams)
        try:
            written = stream.write(kind, cell, value, fold(events).cell(cell).displayed)
        except LineError:
            continue
        events.append(accept_line(written.line, written.previous))
    state = state_of(*events)
    assert state.identity.year == 2026
    seen(state)
    encode(state.panel)
    assert state.folded.spelled() == fold(events[::-1]).spelled()
    assert satker_on("s-1", state.folded, "2026-03-02").id == "s-1"
