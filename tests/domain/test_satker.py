"""A satker: one identity, dated attributes, the predicates it held; and identities without a network."""

import pytest
from event_makers import Stream

from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import fold
from zi_desktop.domain.identity import OFFICE_ID, evaluation_id, is_usual_nip, person_id, satker_id
from zi_desktop.domain.satker import HeldPredicate, Parent, satker_on

UNIT = Subject("satker", "unit-1")


def on(day, **cells):
    """Return the satker of these cells (``__`` for the stroke, ``_`` for the dash) as it was on a day."""
    stream = Stream(subject=UNIT)
    events = [stream.write("set", name.replace("__", "/").replace("_", "-"), value) for name, value in cells.items()]
    return satker_on(UNIT.id, fold(events), day)


def test_attributes_change_with_dates():
    cells = {"name__2025_01_01": "Lapas Lama", "name__2026_03_01": "Lapas Baru", "code__2025_01_01": "409001"}
    assert on("2026-02-28", **cells).name == "Lapas Lama"
    assert on("2026-03-01", **cells).name == "Lapas Baru"
    assert on("2020-01-01", **cells).name == "Lapas Lama"
    assert on("2026-03-01", **cells).code == "409001"


def test_a_satker_of_which_nothing_is_known_is_empty():
    satker = on("2026-01-01")
    assert (satker.id, satker.code, satker.name, satker.kind, satker.other_code) == (UNIT.id, "", "", "", "")
    assert satker.parent == Parent()
    assert satker.predicate is None
    assert not satker.archived


def test_parent_kind_and_archive_are_read():
    parent = {"agency": "Kementerian Contoh", "eselon1": "Ditjen Contoh", "kanwil": "Kanwil Contoh"}
    satker = on("2026-01-01", parent__2025_01_01=parent, kind__2025_01_01="lapas", archived=True)
    assert satker.parent == Parent(**parent)
    assert satker.kind == "lapas"
    assert satker.archived


def test_an_attribute_that_was_taken_back_leaves_the_earlier_one():
    stream = Stream(subject=UNIT)
    old, new = stream.write("set", "name/2025-01-01", "Lama"), stream.write("set", "name/2026-01-01", "Baru")
    undone = stream.write("restore", "name/2026-01-01", {"heads": []}, [new.hash])
    assert satker_on(UNIT.id, fold([old, new, undone]), "2026-06-01").name == "Lama"


@pytest.mark.parametrize(
    ("held", "day", "target", "activity"),
    [
        ({}, "2026-01-01", "WBK", "evaluasi"),
        ({"predicate__2023": "WBK"}, "2026-01-01", "WBBM", "evaluasi"),
        ({"predicate__2023": "WBK"}, "2022-12-31", "WBK", "evaluasi"),
        ({"predicate__2025": "WBBM", "predicate__2023": "WBK"}, "2026-01-01", "WBBM", "pemantauan"),
        ({"predicate__2025": "WBBM", "predicate__2023": "WBK"}, "2024-01-01", "WBBM", "evaluasi"),
        ({"predicate__2023": ""}, "2026-01-01", "WBK", "evaluasi"),
    ],
)
def test_target_and_activity_follow_the_predicate(held, day, target, activity):
    satker = on(day, **held)
    assert (satker.next_target, satker.next_activity) == (target, activity)


def test_the_predicate_is_the_one_held_last():
    satker = on("2026-01-01", predicate__2025="WBBM", predicate__2023="WBK")
    assert satker.predicates == (HeldPredicate("WBK", 2023), HeldPredicate("WBBM", 2025))
    assert satker.predicate == HeldPredicate("WBBM", 2025)


def test_two_laptops_find_the_same_identities():
    unit = satker_id("Kementerian Contoh", "409001-A")
    assert unit == satker_id("KEMENTERIAN CONTOH", "409001-a")
    assert evaluation_id(unit, 2026, "evaluasi", 1) == evaluation_id(unit, 2026, "evaluasi", 1)
    assert person_id("1980", "Ani Contoh") == person_id("1980", "A. Contoh")
    assert person_id("", "Ani Contoh") == person_id("", "ANI CONTOH")


def test_what_differs_has_another_identity():
    unit = satker_id("A", "1")
    ids = [
        unit, satker_id("A", "2"), satker_id("B", "1"), evaluation_id(unit, 2026, "evaluasi", 1),
        evaluation_id(unit, 2026, "evaluasi", 2), evaluation_id(unit, 2027, "evaluasi", 1), OFFICE_ID,
        evaluation_id(unit, 2026, "pembinaan", 1), person_id("1", "x"), person_id("2", "x"), person_id("", "x"),
    ]  # fmt: skip
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("198701012010011001", True),
        ("19870101 201001 1 001", True),
        ("19870101", False),
        ("", False),
        ("١" * 18, False),
    ],
    ids=["rapat", "berspasi", "pendek", "kosong", "angka-lain"],
)
def test_a_usual_nip_has_eighteen_digits(text, usual):
    assert is_usual_nip(text) is usual
