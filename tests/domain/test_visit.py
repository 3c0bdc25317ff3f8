"""The day of a visit: entries that are open until they are closed, meetings, the berita acara, the agenda."""

import pytest
from event_makers import CHOICE, INSTRUMENT, PEOPLE, Stream

from zi_desktop.domain import cells
from zi_desktop.domain.fold import fold
from zi_desktop.domain.visit import BY_PERSON, BY_PLACE, Meeting, Minutes, VisitDay, agenda
from zi_desktop.domain.visit_terms import KINDS

ONE, OTHER = "1" * 32, "2" * 32
HASH = "a" * 64


def entry(stream, ident=ONE, **more):
    value = {
        "kind": "janji",
        "text": "Laporan UPG triwulan III",
        "who": "Kasubag TU",
        "item": CHOICE,
        "due": "2026-11-10",
    }
    return stream.write("set", cells.visit(ident, "entry"), {**value, **more})


def day(lines):
    return VisitDay(fold(lines))


def test_an_entry_is_what_was_written_down():
    [found] = day([entry(Stream())]).entries
    assert (found.kind, found.text, found.who, found.item, found.due) == (
        "janji", "Laporan UPG triwulan III", "Kasubag TU", CHOICE, "2026-11-10",
    )  # fmt: skip
    assert (found.closed, found.answer, found.author, found.disputed) == (False, "", PEOPLE[0], False)


@pytest.mark.parametrize(("kind", "awaited"), [(kind, kind in {"pertanyaan", "janji"}) for kind in KINDS])
def test_only_questions_and_promises_are_awaited(kind, awaited):
    found = day([entry(Stream(), kind=kind)])
    assert (len(found.entries), len(found.awaited)) == (1, awaited)


def test_what_is_due_first_is_awaited_first():
    stream = Stream()
    lines = [
        entry(stream, "3" * 32, due=""),
        entry(stream, OTHER, due="2026-12-01"),
        entry(stream, ONE, due="2026-11-02"),
    ]
    assert [found.id for found in day(lines).awaited] == [ONE, OTHER, "3" * 32]


def test_what_is_closed_is_awaited_no_longer():
    stream = Stream()
    lines = [entry(stream), stream.write("set", cells.visit(ONE, "closed"), {"done": True, "answer": "diterima"})]
    [found] = day(lines).entries
    assert (found.closed, found.answer, day(lines).awaited) == (True, "diterima", ())


def test_a_withdrawn_entry_is_gone_and_comes_back():
    stream = Stream()
    lines = [entry(stream)]
    for value, count in ((True, 0), (False, 1)):
        cell = cells.visit(ONE, "withdrawn")
        lines.append(stream.write("set", cell, value, fold(lines).cell(cell).displayed))
        assert len(day(lines).entries) == count


def test_what_closes_an_entry_that_has_not_arrived_waits_for_it():
    stream = Stream()
    assert day([stream.write("set", cells.visit(ONE, "closed"), {"done": True, "answer": ""})]).entries == ()


def test_a_field_that_was_undone_to_nothing_is_empty():
    stream = Stream()
    lines = [entry(stream)]
    cell = cells.visit(ONE, "entry")
    lines.append(stream.write("restore", cell, {"heads": []}, fold(lines).cell(cell).displayed))
    assert day(lines).entries == ()


def test_a_meeting_has_its_hours_and_who_was_there():
    stream = Stream()
    assert day([]).meeting("awal") == Meeting()
    value = {"day": "2026-11-03", "begin": "09.00", "end": "10.00", "place": "Aula", "notes": "", "later": 1}
    person = {"name": "Siti Contoh", "position": "Kasubag TU", "office": "Lapas Contohrejo"}
    lines = [stream.write("set", cells.meeting("awal"), value), stream.write("add", cells.attendance("awal"), person)]
    meeting = day(lines).meeting("awal")
    assert (meeting.day, meeting.begin, meeting.place, meeting.displayed) == (
        "2026-11-03",
        "09.00",
        "Aula",
        (lines[0].hash,),
    )
    [attendant] = meeting.attendants
    assert (attendant.name, attendant.office) == ("Siti Contoh", "Lapas Contohrejo")
    lines.append(stream.write("retract", cells.attendance("awal"), {"retracts": [attendant.add]}, [attendant.add]))
    assert day(lines).meeting("awal").attendants == ()
    assert day(lines).meeting("akhir") == Meeting()


def test_minutes_print_no_figures_unless_said():
    stream = Stream()
    assert day([]).minutes == Minutes(scores=False, paper="a4")
    lines = [stream.write("set", cells.minutes(name), value) for name, value in
             (("number", "BA-1"), ("scores", True), ("paper", "f4"), ("later", 1))]  # fmt: skip
    assert day(lines).minutes == Minutes(number="BA-1", scores=True, paper="f4")


def test_signed_copies_stay_beside_the_minutes():
    scan = {"sha256": HASH, "name": "BA.pdf", "size": 7, "type": "application/pdf"}
    assert day([Stream().write("add", cells.ATTACHED_MINUTES, scan)]).scans == (scan,)


@pytest.mark.parametrize("by", [BY_PERSON, BY_PLACE])
def test_the_agenda_names_every_item_in_each_of_its_groups(by):
    groups = agenda(INSTRUMENT, INSTRUMENT.questions, by)
    titles = INSTRUMENT.who if by == BY_PERSON else INSTRUMENT.where
    assert [group.key for group in groups] == [key for key in titles if any(key == group.key for group in groups)]
    for question in INSTRUMENT.questions.values():
        named = {group.key for group in groups if question in group.questions}
        assert named == set(question.who if by == BY_PERSON else question.where)


def test_the_agenda_holds_only_what_is_asked_for():
    groups = agenda(INSTRUMENT, [CHOICE])
    assert {question.code for group in groups for question in group.questions} == {CHOICE}
    assert agenda(INSTRUMENT, []) == ()


def test_people_of_one_second_stand_in_the_order_in_which_they_were_written_down():
    stream = Stream()
    names = [f"Orang contoh {number}" for number in range(8)]
    lines = [
        stream.write("add", cells.attendance("awal"), {"name": name, "position": "", "office": ""}) for name in names
    ]
    scans = [
        stream.write("add", cells.ATTACHED_MINUTES, {"sha256": "a" * 64, "name": name, "size": 1, "type": "text/plain"})
        for name in names
    ]
    day = VisitDay(fold([*reversed(lines), *reversed(scans)]))
    assert [attendant.name for attendant in day.meeting("awal").attendants] == names
    assert [scan["name"] for scan in day.scans] == names
