"""An evaluation as it stands: what counts, what is asked again, its state, seals, days and signatures."""

from dataclasses import replace
from fractions import Fraction

import pytest
from event_makers import (
    CHOICE,
    EVALUATION,
    INDEX,
    INSTRUMENT,
    ITEMS,
    PEOPLE,
    QUESTIONS,
    RATIO,
    Stream,
    judged,
    seen,
    state_of,
)

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Chosen, Counted, Measured
from zi_desktop.domain.evaluation import STATUSES, EvaluationState
from zi_desktop.domain.fold import fold
from zi_desktop.domain.instrument import Choice, Column, Index
from zi_desktop.domain.plan import Member

ANI, BUDI, CITRA = PEOPLE
CELL = cells.answer(Column.TPI, CHOICE)
TEAM = [
    {"person": ANI, "role": "ketua_tim", "areas": [], "signs": True},
    {"person": BUDI, "role": "anggota", "areas": ["1"], "signs": False},
]


def everything(stream):
    """Answer every item."""
    for code, question in QUESTIONS.items():
        if isinstance(question.answer, Choice):
            answer = {"choice": question.answer.options[0].key}
        elif isinstance(question.answer, Index):
            answer = {"index": "4"}
        else:
            answer = {"counts": {item.key: 1 for item in question.answer.typed}}
        yield stream.write("set", cells.answer(Column.TPI, code), {"answer": answer, "item": question.digest})


def test_an_evaluation_says_what_it_is_about():
    identity = state_of(Stream().begin()).identity
    assert (identity.satker, identity.year, identity.activity, identity.round) == ("s-1", 2026, "evaluasi", 1)
    assert identity.structure == INSTRUMENT.structure_digest


def test_answers_count_in_their_column_and_in_the_order_of_the_worksheet():
    stream = Stream()
    events = [stream.answer(code, texts[0]) for code, texts in reversed(ITEMS.items())]
    state = state_of(*events, stream.answer(CHOICE, "Tidak", column=Column.TPN))
    assert list(state.answers(Column.TPI)) == [CHOICE, RATIO, INDEX]
    assert state.answers(Column.TPI)[CHOICE] == Chosen("Ya")
    assert state.answers(Column.TPI)[INDEX] == Measured(Fraction(17, 5))
    assert isinstance(state.answers(Column.TPI)[RATIO], Counted)
    assert state.answers(Column.TPN) == {CHOICE: Chosen("Tidak")}
    assert state.answers(Column.MANDIRI) == {}


def test_a_cleared_answer_does_not_count():
    stream = Stream()
    first = stream.answer(CHOICE, "Ya")
    state = state_of(first, stream.answer(CHOICE, None, [first.hash]))
    assert state.answers(Column.TPI) == {}
    assert state.disputed(Column.TPI) == {}
    assert state.ask_again(Column.TPI) == ()


def test_unseen_judgements_are_disputed_and_count_for_nothing():
    one, two, three = (Stream(name, name) for name in PEOPLE)
    state = state_of(one.answer(CHOICE, "Ya"), two.answer(CHOICE, None), three.answer(CHOICE, "Ya", reason="x"))
    assert state.answers(Column.TPI) == {}
    assert set(state.disputed(Column.TPI)[CHOICE]) == {Chosen("Ya"), None}
    assert len(state.disputed(Column.TPI)[CHOICE]) == 2
    assert state.answer_cell(Column.TPI, CHOICE).conflicted
    assert state.status == "berjalan"


@pytest.mark.parametrize(
    "value",
    [
        {**judged(CHOICE, "Ya"), "item": "butir edisi lain"},
        {**judged(CHOICE, "Ya"), "answer": {"choice": "Mungkin"}},
        {**judged(CHOICE, "Ya"), "answer": {"index": "3"}},
        {**judged(CHOICE, "Ya"), "answer": "Ya"},
        {**judged(CHOICE, "Ya"), "answer": []},
        {**judged(CHOICE, "Ya"), "answer": {"choice": ["Ya"]}},
    ],
    ids=repr,
)
def test_an_answer_to_another_item_is_asked_again(value):
    stream = Stream()
    first = stream.write("set", CELL, value)
    state = state_of(first)
    assert state.answers(Column.TPI) == {}
    assert state.ask_again(Column.TPI) == (CHOICE,)
    answered = state_of(first, stream.answer(CHOICE, "Ya", [first.hash]))
    assert answered.ask_again(Column.TPI) == ()
    assert list(answered.answers(Column.TPI)) == [CHOICE]


def test_an_earlier_state_of_another_edition_is_not_believed():
    event = Stream().answer(CHOICE, "Ya")
    folded = fold([event])
    other = replace(QUESTIONS[CHOICE], digest="edisi lain")
    edition = replace(INSTRUMENT)
    edition.__dict__["questions"] = {**QUESTIONS, CHOICE: other}
    earlier = EvaluationState(EVALUATION.id, folded, edition)
    assert earlier.ask_again(Column.TPI) == (CHOICE,)
    assert list(EvaluationState(EVALUATION.id, folded, INSTRUMENT, earlier).answers(Column.TPI)) == [CHOICE]


def test_an_earlier_state_spares_reading_only_what_is_the_same():
    stream = Stream()
    first = stream.answer(CHOICE, "Ya")
    earlier = state_of(first)
    seen(earlier)
    later = EvaluationState(
        EVALUATION.id, earlier.folded.extended([stream.answer(CHOICE, "Tidak", [first.hash])]), INSTRUMENT, earlier
    )
    assert later.answers(Column.TPI) == {CHOICE: Chosen("Tidak")}
    assert earlier.answers(Column.TPI) == {CHOICE: Chosen("Ya")}


def test_notes_are_one_register_an_author_and_none_of_them_empty():
    one, two = Stream("a", ANI), Stream("b", BUDI)
    note = cells.note(Column.TPI, CHOICE)
    first = one.write("set", note, {"text": "kedua"}, wall="2026-03-02T10:00:00+07:00")
    other = two.write("set", note, {"text": "pertama"})
    hidden = two.write("set", cells.internal(CHOICE), {"text": "hanya tim"})
    state = state_of(first, other, hidden)
    assert [head.value["text"] for head in state.notes(Column.TPI, CHOICE)] == ["pertama", "kedua"]
    assert [head.value["text"] for head in state.internal_notes(CHOICE)] == ["hanya tim"]
    emptied = state_of(first, other, one.write("set", note, {"text": ""}, [first.hash]))
    assert [head.author for head in emptied.notes(Column.TPI, CHOICE)] == [BUDI]


def test_small_statements_are_read():
    stream = Stream()
    state = state_of(
        stream.write("set", cells.detail(Column.TPI, INDEX, "sumber"), "survei mandiri"),
        stream.write("set", cells.detail(Column.TPI, INDEX, "periode"), ""),
        stream.write("set", f"mark/{CHOICE}", value=True),
        stream.write("set", "precondition/a", {"met": True, "note": "LHP"}),
        stream.write("set", "precondition/b", {"met": None, "note": ""}),
        stream.write("set", "precondition/c", {"met": False, "note": ""}),
        stream.write("restore", "precondition/d", {"heads": []}),
        stream.write("set", "accepted/x", {"reason": "menyusul"}),
        stream.write("set", "accepted/y", {"reason": ""}),
        stream.write("set", "panel", {"decision": "diusulkan", "reason": "layak"}),
    )
    assert state.details(Column.TPI, INDEX) == {"sumber": "survei mandiri"}
    assert state.marked(CHOICE)
    assert not state.marked(INDEX)
    assert state.preconditions == {"a": (True, "LHP"), "c": (False, "")}
    assert {key: head.value["reason"] for key, head in state.accepted.items()} == {"x": "menyusul"}
    assert state.panel == {"decision": "diusulkan", "reason": "layak"}
    assert state_of().panel is None


def test_the_plan_is_read_and_what_nobody_planned_has_its_default():
    stream = Stream()
    state = state_of(
        stream.write("set", "plan/target", "WBBM"),
        stream.write("set", "plan/first_day", "2026-11-03"),
        stream.write("set", "plan/team", TEAM),
        stream.write("set", "plan/bekal", {"dari": "program lain"}),
        stream.write("restore", "plan/place", {"heads": []}),
    )
    assert (state.plan.target, state.plan.track, state.plan.first_day, state.plan.place) == (
        "WBBM",
        "mandiri",
        "2026-11-03",
        "",
    )
    assert state.plan.team == (Member(ANI, "ketua_tim"), Member(BUDI, "anggota", ("1",), signs=False))
    assert [member.person for member in state.plan.signers] == [ANI]
    assert state.plan.leads == {ANI}
    assert state_of().plan.team == ()


def test_a_paper_takes_no_side_where_people_planned_differently():
    one, two = Stream("a", ANI), Stream("b", BUDI)
    state = state_of(
        one.write("set", "plan/place", "Contohrejo"),
        two.write("set", "plan/place", "Umpamajaya"),
        one.write("set", "plan/first_day", "2026-11-03"),
        two.write("set", "plan/first_day", "2026-11-04"),
        one.write("set", "plan/letter_number", "CONTOH-101"),
        two.write("set", "plan/letter_number", "CONTOH-101"),
        one.write("set", "plan/last_day", "2026-11-05"),
    )
    agreed = state.agreed_plan
    assert (agreed.place, agreed.first_day) == ("beda penilaian", "")
    assert (agreed.letter_number, agreed.last_day, agreed.letter_date) == ("CONTOH-101", "2026-11-05", "")


def test_the_state_follows_from_what_was_done():
    stream = Stream("a", ANI)
    events = [stream.begin()]

    def status():
        state = state_of(*events)
        assert state.status in STATUSES
        assert state.read_only == (state.status in ("menunggu_ttd", "selesai", "diarsipkan"))
        return state.status

    def review(step, *edges):
        events.append(stream.write(f"review.{step}", "review", {"note": ""}, edges))
        return events[-1].hash

    assert status() == "belum_mulai"
    events.append(stream.answer(INDEX, "3"))
    assert status() == "berjalan"
    events.extend(everything(Stream("alles", ANI)))
    requested = review("requested")
    assert status() == "berjalan", "one item is disputed"
    settled = stream.answer(INDEX, "3", state_of(*events).answer_cell(Column.TPI, INDEX).displayed, kind="settle")
    events.append(settled)
    assert status() == "siap_ditinjau"
    for step in ("returned", "requested", "withdrawn", "requested"):
        requested = review(step, requested)
        assert status() == ("siap_ditinjau" if step == "requested" else "berjalan")
    events.append(stream.seal(state_of(*events).folded.tips, signers=(ANI, BUDI)))
    assert status() == "menunggu_ttd"
    events.append(stream.sign(ANI, 1))
    assert status() == "menunggu_ttd"
    events.append(stream.sign(BUDI, 2))
    assert status() == "selesai"
    archived = stream.write("set", "archived", value=True)
    events.append(archived)
    assert status() == "diarsipkan"
    events.append(stream.write("set", "archived", edges=[archived.hash], value=False))
    assert status() == "selesai"
    events.append(stream.write("seal.cancel", "seal/1", {"retracts": [state_of(*events).seal.hash], "reason": "x"}))
    assert status() == "siap_ditinjau"


def test_two_requests_and_a_return_that_did_not_see_each_other_are_no_request():
    one, two = Stream("a", ANI), Stream("b", BUDI)
    events = [*everything(one), one.write("review.requested", "review", {"note": ""})]
    assert state_of(*events).status == "siap_ditinjau"
    assert state_of(*events, two.write("review.returned", "review", {"note": "lengkapi"})).status == "berjalan"


def test_a_signature_twice_by_one_person_is_not_everybody():
    stream = Stream("a", ANI)
    events = [stream.seal([], signers=(ANI, BUDI)), stream.sign(ANI, 1), stream.sign(ANI, 2)]
    assert state_of(*events).status == "menunggu_ttd"


def test_signatures_come_in_order_and_belong_to_the_live_revision():
    stream = Stream("a", ANI)
    first = stream.seal([], signers=(ANI,))
    events = [first, *(stream.sign(BUDI, position) for position in (10, 2, 1))]
    assert [signature.position for signature in state_of(*events).signatures] == [1, 2, 10]
    assert state_of(*events).next_revision == 2
    events.append(stream.write("seal.cancel", "seal/1", {"retracts": [first.hash], "reason": "x"}))
    assert state_of(*events).seal is None
    assert state_of(*events).signatures == ()
    assert state_of(*events).next_revision == 2
    events.append(stream.seal([], revision=2))
    assert state_of(*events).seal.revision == 2
    assert state_of(*events).signatures == ()
    assert state_of().next_revision == 1


def test_two_live_seals_of_one_revision_are_a_conflict():
    one, two = Stream("a", ANI), Stream("b", BUDI)
    mine, other = one.seal([]), two.seal([], signers=(BUDI,))
    state = state_of(mine, other)
    assert {seal.hash for seal in state.seals} == {mine.hash, other.hash}
    assert state.folded.cell("seal/1").conflicted
    cancelled = one.write("seal.cancel", "seal/1", {"retracts": [mine.hash], "reason": "x"})
    state = state_of(mine, other, cancelled)
    assert [seal.hash for seal in state.seals] == [other.hash]
    assert not state.folded.cell("seal/1").conflicted


def test_revisions_are_counted_as_numbers():
    stream = Stream()
    state = state_of(*(stream.seal([], revision) for revision in (10, 9)))
    assert [seal.revision for seal in state.seals] == [9, 10]
    assert state.next_revision == 11


def test_what_arrives_for_sealed_cells_is_late():
    one, two = Stream("a", ANI), Stream("b", BUDI)
    first = one.answer(CHOICE, "Ya")
    sealed = [first, one.seal(fold([first]).tips)]
    assert state_of(*sealed).late == ()
    assert state_of(first).late == ()
    imported = two.imports("f", {cells.answer(Column.MANDIRI, INDEX): judged(INDEX, "3.4")})
    after = [
        two.answer(CHOICE, "Tidak", [first.hash]), two.write("set", cells.internal(CHOICE), {"text": "x"}), imported,
        one.sign(ANI), two.write("hapus", CELL, {}),
    ]  # fmt: skip
    assert state_of(*sealed, *after).late == (cells.answer(Column.MANDIRI, INDEX), CELL)


def test_a_snapshot_keeps_the_heads_of_its_day():
    stream = Stream("a", ANI)
    first = stream.answer(CHOICE, "Ya")
    tips = fold([first]).tips
    kept = stream.write("snapshot", "snapshot/Desk", {"tips": [list(tip) for tip in tips]})
    state = state_of(first, kept, stream.answer(CHOICE, "Tidak", [first.hash]))
    (snapshot,) = state.snapshots
    assert (snapshot.name, snapshot.author, snapshot.tips) == ("Desk", ANI, tips)
    day = EvaluationState(EVALUATION.id, state.folded.at(snapshot.tips), INSTRUMENT)
    assert day.answers(Column.TPI) == {CHOICE: Chosen("Ya")}


def test_an_evaluation_of_a_newer_program_is_read_only():
    assert state_of(Stream().write_critical("gembok", "gembok", {})).read_only
    assert not state_of(Stream().write("gembok", "gembok", {})).read_only
