"""Worksheets in a column: where they came from, what of them stands, what they changed after TPI had judged."""

from event_makers import CHOICE, INDEX, INSTRUMENT, PEOPLE, RATIO, Stream, judged, state_of

from zi_desktop.domain import cells
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.fold import fold
from zi_desktop.domain.imports import imports, sources
from zi_desktop.domain.instrument import Column

ANI, BUDI, _ = PEOPLE
TPI, MANDIRI = (cells.answer(column, CHOICE) for column in (Column.TPI, Column.MANDIRI))
OTHER = cells.answer(Column.MANDIRI, INDEX)


def taken(stream, file, text, *replaced, judged_by_tpi=(), **more):
    """Take a worksheet in which the unit says this of one item, in sight of what TPI had judged."""
    late = {CHOICE: [event.hash for event in judged_by_tpi]} if judged_by_tpi else {}
    shown = {MANDIRI: [event.hash for event in replaced]}
    return stream.imports(file, {MANDIRI: judged(CHOICE, text)}, shown, judged=late, **more)


def test_a_worksheet_tells_where_it_came_from():
    event = taken(Stream("a", ANI), "f1", "Ya", sender="Unit Contoh", channel="surel", received="2026-02-27")
    (found,) = imports(fold([event]), Column.MANDIRI)
    assert (found.act, found.file, found.name, found.layout) == (event.hash, "f1", "f1.xlsx", "portalrb")
    assert (found.sender, found.channel, found.received) == ("Unit Contoh", "surel", "2026-02-27")
    assert (found.importer, found.wall, found.cells) == (ANI, event.wall, 1)
    assert imports(fold([event]), Column.TPI) == ()


def test_worksheets_stand_in_the_order_of_their_coming():
    one, two = Stream("a", ANI), Stream("b", BUDI)
    late = taken(one, "f2", "Ya", received="2026-03-05")
    early = taken(two, "f1", "Tidak", received="2026-03-01")
    assert [item.file for item in imports(fold([late, early]), Column.MANDIRI)] == ["f1", "f2"]


def test_a_worksheet_comes_after_those_that_its_taker_had_seen():
    stream = Stream("a", ANI)
    first = taken(stream, "f1", "Ya", received="2026-03-09")
    value = {**first.value, "file": "f2", "received": "2026-03-01"}
    later = stream.write("column.imported", "import/mandiri", value, [first.hash])
    assert [item.file for item in imports(fold([later, first]), Column.MANDIRI)] == ["f1", "f2"]


def test_the_sources_of_a_column_are_the_worksheets_of_which_something_stands():
    one = Stream("a", ANI)
    first = one.imports("f1", {MANDIRI: judged(CHOICE, "Ya"), OTHER: judged(INDEX, "3.4")})
    second = taken(one, "f2", "Tidak", first, received="2026-03-09")
    codes = (CHOICE, RATIO, INDEX)
    found = sources(fold([first, second]), Column.MANDIRI, codes)
    assert [(source.imported.file, source.answers) for source in found] == [("f1", 1), ("f2", 1)]
    typed = one.answer(CHOICE, "Ya", [second.hash], column=Column.MANDIRI)
    found = sources(fold([first, second, typed]), Column.MANDIRI, codes)
    assert [(source.imported.file, source.answers) for source in found] == [("f1", 1)]


def test_one_file_taken_on_two_laptops_is_one_source():
    one, two = taken(Stream("a", ANI), "f1", "Ya"), taken(Stream("b", BUDI), "f1", "Ya")
    folded = fold([one, two])
    assert len(imports(folded, Column.MANDIRI)) == 2
    assert [(source.imported.file, source.answers) for source in sources(folded, Column.MANDIRI, [CHOICE])] == [
        ("f1", 1)
    ]


def test_an_emptied_item_has_no_source():
    stream = Stream("a", ANI)
    emptied = taken(stream, "f2", None, taken(stream, "f1", "Ya"))
    assert sources(fold([emptied]), Column.MANDIRI, [CHOICE]) == ()


def test_a_worksheet_that_changes_what_tpi_has_judged_is_flagged_until_tpi_judges_anew():
    unit, team = Stream("a", ANI), Stream("b", BUDI)
    first, own = taken(unit, "f1", "Ya"), team.answer(CHOICE, "Ya")
    second = taken(unit, "f2", "Tidak", first, judged_by_tpi=[own])
    assert dict(state_of(first, own).mandiri_changed) == {}
    assert dict(state_of(first, own, second).mandiri_changed) == {CHOICE: second.hash}
    again = team.answer(CHOICE, "Ya", [own.hash])
    assert dict(state_of(first, own, second, again).mandiri_changed) == {}


def test_a_worksheet_that_came_before_tpi_judged_flags_nothing():
    unit = Stream("a", ANI)
    first = taken(unit, "f1", "Ya")
    second = taken(unit, "f2", "Tidak", first)
    assert dict(state_of(first, second, Stream("b", BUDI).answer(CHOICE, "Ya")).mandiri_changed) == {}


def test_what_is_again_as_it_was_judged_is_not_flagged_and_a_later_change_is():
    unit, team = Stream("a", ANI), Stream("b", BUDI)
    first, own = taken(unit, "f1", "Ya"), team.answer(CHOICE, "Ya")
    second = taken(unit, "f2", "Tidak", first, judged_by_tpi=[own])
    back = taken(unit, "f1", "Ya", second, judged_by_tpi=[own], received="2026-03-08")
    third = taken(unit, "f3", "Tidak", back, judged_by_tpi=[own], received="2026-03-09")
    assert dict(state_of(first, own, second, back).mandiri_changed) == {}
    assert dict(state_of(first, own, second, back, third).mandiri_changed) == {CHOICE: third.hash}


def test_an_item_that_was_blank_when_tpi_judged_is_flagged_when_the_unit_fills_it():
    own = Stream("b", BUDI).answer(CHOICE, "Ya")
    late = taken(Stream("a", ANI), "f2", "Ya", judged_by_tpi=[own])
    assert dict(state_of(own, late).mandiri_changed) == {CHOICE: late.hash}


def test_a_value_that_was_brought_back_counts_as_the_one_it_brings_back():
    unit, team = Stream("a", ANI), Stream("b", BUDI)
    first = taken(unit, "f1", "Ya")
    typed = unit.answer(CHOICE, "Tidak", [first.hash], column=Column.MANDIRI)
    undone = unit.write("restore", MANDIRI, {"heads": [first.hash]}, [typed.hash])
    own = team.answer(CHOICE, "Ya")
    same = taken(unit, "f2", "Ya", undone, judged_by_tpi=[own])
    assert dict(state_of(first, typed, undone, own, same).mandiri_changed) == {}


def test_heads_that_have_not_arrived_are_no_value():
    own = Stream("b", BUDI).answer(CHOICE, "Ya")
    unseen = taken(Stream("c", ANI), "f1", "Ya")
    late = taken(Stream("a", ANI), "f2", "Ya", unseen, judged_by_tpi=[own])
    assert dict(state_of(own, late).mandiri_changed) == {CHOICE: late.hash}


def test_items_of_another_edition_are_not_flagged():
    own = Stream("b", BUDI).answer(CHOICE, "Ya")
    late = Stream("a", ANI).imports("f", {MANDIRI: judged(CHOICE, "Ya")}, judged={"X.1": [own.hash]})
    assert dict(state_of(own, late).mandiri_changed) == {}


def test_what_was_derived_from_an_earlier_fold_gives_way_to_whatever_comes():
    unit, team = Stream("a", ANI), Stream("b", BUDI)
    first, own = taken(unit, "f1", "Ya"), team.answer(CHOICE, "Ya")
    second = taken(unit, "f2", "Tidak", first, judged_by_tpi=[own])
    back = unit.answer(CHOICE, "Ya", [second.hash], column=Column.MANDIRI)
    third = taken(unit, "f3", "Tidak", back, judged_by_tpi=[own], received="2026-03-09")
    again = team.answer(CHOICE, "Tidak", [own.hash])
    assert walk(state_of(first, own), second, back, third, again) == [
        {CHOICE: second.hash}, {}, {CHOICE: third.hash}, {}
    ]  # fmt: skip


def test_what_was_derived_gives_way_to_a_newer_worksheet_that_touched_neither_opinion():
    unit, own = Stream("a", ANI), Stream("b", BUDI).answer(CHOICE, "Ya")
    late = taken(unit, "f1", "Tidak", judged_by_tpi=[own])
    newer = unit.imports("f2", {OTHER: judged(INDEX, "3")}, judged={CHOICE: [own.hash]}, received="2026-03-09")
    assert walk(state_of(own), late, newer) == [{CHOICE: late.hash}, {CHOICE: newer.hash}]


def walk(state, *events):
    """Return what is flagged after each of these lines, each state made from the one before."""
    told = []
    for event in events:
        state = EvaluationState(state.id, state.folded.extended([event]), INSTRUMENT, state)
        told.append(dict(state.mandiri_changed))
    return told


def test_an_item_that_nobody_touched_is_not_derived_again(monkeypatch):
    unit, team = Stream("a", ANI), Stream("b", BUDI)
    own = team.answer(CHOICE, "Ya")
    earlier = state_of(own, taken(unit, "f1", "Tidak", judged_by_tpi=[own]))
    flagged = dict(earlier.mandiri_changed)
    monkeypatch.setattr("zi_desktop.domain.imports._late_act", None)
    other = earlier.folded.extended([team.answer(INDEX, "3")])
    assert dict(EvaluationState(earlier.id, other, INSTRUMENT, earlier).mandiri_changed) == flagged


def test_a_link_comes_beside_an_answer_and_is_replaced_by_a_newer_one():
    stream, link = Stream("a", ANI), cells.link(Column.MANDIRI, CHOICE)
    first = stream.imports("f1", {link: {"text": "https://contoh.example/a"}})
    second = stream.imports("f2", {link: {"text": "https://contoh.example/b"}}, {link: [first.hash]})
    state = state_of(first, second)
    assert [head.value["text"] for head in state.links(Column.MANDIRI, CHOICE)] == ["https://contoh.example/b"]
    assert state.links(Column.TPI, CHOICE) == ()
