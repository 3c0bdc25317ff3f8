"""Moving to another edition: an answer follows its item, and every answer comes back with the edition."""

from event_makers import CHOICE, EVALUATION, INDEX, INSTRUMENT, PEOPLE, RATIO, Stream, judged, state_of
from master_lists import drop, master_list, new_soal, soal
from test_instrument_derivation import made

from zi_desktop.domain import cells
from zi_desktop.domain.edition_move import Fate, Moved, is_moved, moved, structure_of
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.instrument import Column

ANI = PEOPLE[0]


def other_edition():
    """Return an edition without the index item's neighbour, and with other options on another item."""
    master = master_list()
    changed = soal(master, 2)
    changed["jenis_jawaban"], changed["skema_penilaian"] = "AB", changed["skema_penilaian"][:2]
    kept = new_soal(master, 900, 3)
    drop(master, 3)
    next(node for node in _all(master["data"]) if node["id"] == 5)["soals"].append(kept)
    return made(master)[0]


def _all(nodes):
    for node in nodes:
        yield node
        yield from _all(node["children"])


def fates(*events, column=Column.TPI):
    here = state_of(*events)
    there = EvaluationState(EVALUATION.id, here.folded, other_edition())
    return {item.code: item.fate for item in moved(here, there) if item.column is column}


def answer(stream, code, text, edges=(), column=Column.TPI):
    return stream.write("set", cells.answer(column, code), judged(code, text), edges)


def test_each_answer_meets_its_fate():
    one = Stream("a", ANI)
    events = [answer(one, CHOICE, "Ya"), answer(one, "A.I.1.i.b", "A"), answer(one, "A.I.1.ii.a", "Ya")]
    assert fates(*events) == {
        CHOICE: Fate.FOLLOWS, "A.I.1.i.b": Fate.CHANGED, "A.I.1.ii.a": Fate.DROPPED,
    }  # fmt: skip


def test_an_answer_of_the_other_edition_returns():
    one = Stream("a", ANI)
    value = {"answer": {"choice": "B"}, "item": other_edition().questions["A.I.1.i.b"].digest}
    assert fates(one.write("set", cells.answer(Column.TPI, "A.I.1.i.b"), value)) == {"A.I.1.i.b": Fate.RETURNS}


def test_what_counts_in_neither_is_not_told():
    one = Stream("a", ANI)
    value = {"answer": {"choice": "B"}, "item": "0" * 64}
    cleared = answer(one, CHOICE, "Ya")
    events = [
        one.write("set", cells.answer(Column.TPI, "A.I.1.i.b"), value), cleared,
        one.write("set", cells.answer(Column.TPI, CHOICE), {"answer": None, "item": value["item"]}, [cleared.hash]),
    ]  # fmt: skip
    assert fates(*events) == {}


def test_a_disagreement_follows_as_one():
    one, two = Stream("a", ANI), Stream("b", PEOPLE[1])
    assert fates(answer(one, CHOICE, "Ya"), answer(two, CHOICE, "Tidak")) == {CHOICE: Fate.FOLLOWS}


def test_each_column_for_itself():
    one = Stream("a", ANI)
    events = [answer(one, CHOICE, "Ya", column=Column.MANDIRI)]
    assert fates(*events) == {}
    assert fates(*events, column=Column.MANDIRI) == {CHOICE: Fate.FOLLOWS}


def test_the_edition_is_the_one_it_was_moved_to_last():
    one = Stream("a", ANI)
    value = {"satker": "s", "year": 2026, "activity": "evaluasi", "round": 1, "structure": "a" * 64}
    created = one.write("created", "identity", value)
    there = one.write("set", cells.EDITION, {"structure": "b" * 64})
    back = one.write("set", cells.EDITION, {"structure": "a" * 64}, [there.hash])
    assert structure_of(state_of(created).folded) == "a" * 64
    assert structure_of(state_of(created, there).folded) == "b" * 64
    assert structure_of(state_of(created, there, back).folded) == "a" * 64


def test_only_a_choice_between_editions_settles_a_double_beginning():
    one, two = Stream("a", ANI), Stream("b", PEOPLE[1])
    value = {"satker": "s", "year": 2026, "activity": "evaluasi", "round": 1, "structure": "a" * 64}
    here = one.write("created", "identity", value)
    there = two.write("created", "identity", {**value, "structure": "b" * 64})
    other = two.write("created", "identity", {**value, "year": 2027})
    chosen = one.write("set", cells.EDITION, {"structure": "a" * 64})
    assert not is_moved(state_of(here, there).folded, "identity")
    assert is_moved(state_of(here, there, chosen).folded, "identity")
    assert not is_moved(state_of(here, there, chosen).folded, "edition")
    assert not is_moved(state_of(here, other, chosen).folded, "identity")


def test_answers_of_every_kind_follow():
    one = Stream("a", ANI)
    events = [answer(one, INDEX, "3.4"), answer(one, CHOICE, "Ya")]
    here = state_of(*events)
    assert moved(here, EvaluationState(EVALUATION.id, here.folded, INSTRUMENT)) == (
        Moved(CHOICE, Column.TPI, Fate.FOLLOWS), Moved(INDEX, Column.TPI, Fate.FOLLOWS),
    )  # fmt: skip
    assert RATIO in other_edition().questions
