"""Preconditions of the office, and where their evidence stands."""

import pytest
from event_makers import Stream

from zi_desktop.domain import cells
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import fold
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.domain.preconditions import own_preconditions, place_of, places
from zi_desktop.domain.shapes import fits, understood

OFFICE = Subject("office", OFFICE_ID)
ONE, OTHER, THIRD = "1" * 32, "2" * 32, "3" * 32


def line(title, level="unit"):
    return {"title": title, "level": level}


def test_what_an_office_asks_for_stands_by_level_and_title_until_it_is_withdrawn():
    stream = Stream(subject=OFFICE)
    stated = {ONE: line("Zona parkir"), OTHER: line("anjungan", "unit"), THIRD: line("Opini", "instansi")}
    events = [stream.write("set", cells.own_precondition(id_), value) for id_, value in stated.items()]
    found = own_preconditions(fold(events))
    assert [(item.id, item.title, item.level, dict(item.minimum)) for item in found] == [
        (THIRD, "Opini", "instansi", {}), (OTHER, "anjungan", "unit", {}), (ONE, "Zona parkir", "unit", {}),
    ]  # fmt: skip
    assert understood("set", cells.precondition(ONE), {"met": True, "note": "Dilihat."})
    gone = stream.write("set", cells.own_precondition(THIRD), None, [events[2].hash])
    assert [item.id for item in own_preconditions(fold([*events, gone]))] == [OTHER, ONE]


def test_evidence_of_a_condition_stands_at_a_place_of_its_own():
    stream = Stream(subject=OFFICE)
    [item] = own_preconditions(fold([stream.write("set", cells.own_precondition(ONE), line("Parkir"))]))
    assert dict(places([item])) == {f"prasyarat.{ONE}": "Parkir"}
    assert fits(cells.evidence(place_of("tlhp"), "a" * 64) + "/judgement", {"state": "sesuai", "reason": ""})


@pytest.mark.parametrize(
    ("ident", "value"),
    [("kurang", line("a")), (ONE, line("a", "negara")), (ONE, {"title": "a"}), (ONE, {"title": 1, "level": "unit"})],
)
def test_a_line_of_another_shape_changes_nothing(ident, value):
    assert not understood("set", cells.own_precondition(ident), value)
