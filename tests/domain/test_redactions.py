"""Redaction: who may, what may, and that a line without its content states nothing wherever it lies."""

import itertools
import random

import pytest
from event_makers import CHOICE, PEOPLE, Stream, file_value, judged

from zi_desktop.domain import cells
from zi_desktop.domain.events import Subject, read_redacted, redacted_line
from zi_desktop.domain.fold import fold
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.redactions import act_value, redactable, redacted_by, without_content

ANI, BUDI, CITRA = PEOPLE
NOTE = cells.note(Column.TPI, CHOICE)
SATKER = Subject("satker", "5f0c3a52-0000-5000-8000-000000000009")


def team(stream, lead):
    return stream.write("set", "plan/team", [{"person": lead, "role": "ketua_tim", "areas": [], "signs": True}])


def take_away(stream, event):
    return stream.write("redact", cells.redaction(event.hash), act_value(event, "data pribadi"))


def texts(folded, cell=NOTE):
    return [head.value["text"] for head in folded.cell(cell).heads]


def bare(event):
    return read_redacted(redacted_line(event.line), event.previous, event.subject, event.stream, event.seq)


def test_the_writer_takes_the_own_text_away_and_what_it_replaced_stays_replaced():
    ani = Stream("a", ANI)
    first = ani.write("set", NOTE, {"text": "lama"})
    second = ani.write("set", NOTE, {"text": "rahasia"}, [first.hash])
    act = take_away(ani, second)
    assert act.critical
    folded = fold([first, second, act])
    assert texts(folded) == []
    assert folded.cell(NOTE).displayed == (second.hash,)
    assert b"rahasia" not in b"".join(event.line for event in folded.events)
    assert len(folded) == 3
    third = ani.write("set", NOTE, {"text": "baru"}, [second.hash])
    assert texts(folded.extended([third])) == ["baru"]
    restored = ani.write("restore", NOTE, {"heads": [second.hash]}, [third.hash])
    assert texts(folded.extended([third, restored])) == [], "undoing brings nothing back"


def test_a_text_in_the_middle_goes_and_the_one_after_it_stands_alone():
    ani = Stream("a", ANI)
    first = ani.write("set", NOTE, {"text": "lama"})
    second = ani.write("set", NOTE, {"text": "rahasia"}, [first.hash])
    third = ani.write("set", NOTE, {"text": "baru"}, [second.hash])
    assert texts(fold([first, second, third, take_away(ani, second), take_away(ani, second)])) == ["baru"]


def test_whether_the_bytes_are_here_or_not_the_state_is_the_same():
    ani, budi = Stream("a", ANI), Stream("b", BUDI)
    note = ani.write("set", NOTE, {"text": "rahasia"})
    later = ani.write("set", "plan/place", "Contohrejo")
    act = take_away(ani, note)
    other = budi.write("set", NOTE, {"text": "terlihat"})
    whole, without = [note, later, act, other], [bare(note), later, act, other]
    spelled = fold(whole).spelled()
    assert fold(without).spelled() == spelled
    for order in itertools.permutations(range(4)):
        folded = fold([])
        for place in order:
            folded = folded.extended([random.Random(place).choice([whole[place], without[place]])])
        for place in order:
            folded = folded.extended([whole[place]])
        assert folded.spelled() == spelled
    assert texts(fold(whole)) == ["terlihat"]


def test_a_whole_line_that_comes_later_does_not_bring_it_back():
    ani = Stream("a", ANI)
    note = ani.write("set", NOTE, {"text": "rahasia"})
    act = take_away(ani, note)
    folded = fold([bare(note), act]).extended([note])
    assert texts(folded) == []
    assert fold([bare(note)]).extended([note]).cell(NOTE).value == {"text": "rahasia"}, (
        "without an act it takes its place"
    )


def test_a_colleague_may_not_the_lead_may_and_a_right_that_came_later_counts():
    ani, budi, citra = Stream("a", ANI), Stream("b", BUDI), Stream("c", CITRA)
    note = ani.write("set", NOTE, {"text": "rahasia"})
    act = take_away(budi, note)
    assert texts(fold([note, act])) == ["rahasia"]
    planned = team(citra, BUDI)
    assert texts(fold([note, act, planned])) == []
    assert texts(fold([note, act]).extended([planned])) == []
    replaced = citra.write("set", "plan/team", [], [planned.hash])
    assert texts(fold([note, act, planned, replaced])) == [], "what is gone cannot come back"
    assert [each.hash for each in redacted_by({e.hash: e for e in (note, act, planned)})[note.hash]] == [act.hash]


def test_a_broken_team_names_no_lead():
    ani, budi = Stream("a", ANI), Stream("b", BUDI)
    note = ani.write("set", NOTE, {"text": "rahasia"})
    broken = budi.write("set", "plan/team", [{"person": BUDI, "role": "ketua_tim"}])
    cancelled = budi.write("restore", "plan/team", {"heads": [broken.hash]})
    assert texts(fold([note, take_away(budi, note), broken, cancelled])) == ["rahasia"]


def test_of_a_profile_anybody_takes_away():
    ani, budi = Stream("a", ANI, SATKER), Stream("b", BUDI, SATKER)
    contact = ani.write("set", f"contact/{'c' * 32}", {"name": "Tono", "position": "", "phone": "08", "email": ""})
    assert fold([contact, take_away(budi, contact)]).cell(contact.cell).heads == ()


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("set", cells.answer(Column.TPI, CHOICE), judged(CHOICE, "Ya")),
        ("set", f"evidence/{CHOICE}/{'a' * 64}/judgement", {"state": "sesuai", "reason": "x"}),
        ("set", "plan/place", "x"),
        ("set", f"remark/{'b' * 32}/due", "2026-11-30"),
        ("restore", NOTE, {"heads": []}),
        ("redact", cells.redaction("a" * 64), {"reason": "x", "cell": NOTE, "edges": [], "author": ANI}),
    ],
    ids=["answer", "judgement", "plan", "due", "restore", "redaction"],
)
def test_what_is_judged_planned_or_signed_stays(kind, cell, value):
    ani = Stream("a", ANI)
    event = ani.write(kind, cell, value)
    assert not redactable(event)
    folded = fold([event, take_away(ani, event)])
    assert event.hash in {each.hash for each in folded.events}


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("add", f"evidence/{CHOICE}/{'a' * 64}", file_value("KTP.jpg")),
        ("set", f"remark/{'b' * 32}/condition", "x"),
        ("set", cells.internal(CHOICE), {"text": "x"}),
    ],
    ids=["evidence", "remark", "internal"],
)
def test_free_text_files_and_people_may_go(kind, cell, value):
    event = Stream("a", ANI).write(kind, cell, value)
    assert redactable(event)
    assert without_content(event).hash == event.hash


def test_an_act_in_another_place_or_of_another_shape_takes_nothing_away():
    ani = Stream("a", ANI)
    note = ani.write("set", NOTE, {"text": "tetap"})
    said = act_value(note, "x")
    elsewhere = ani.write("redact", f"redaction/x/{note.hash}", said)
    shapeless = ani.write("redact", cells.redaction(note.hash), {**said, "reason": 1})
    untrue = ani.write("redact", cells.redaction(note.hash), {**said, "edges": ["a" * 64]})
    judging = ani.write("redact", cells.redaction(note.hash), {**said, "cell": cells.answer(Column.TPI, CHOICE)})
    unknown = ani.write("redact", cells.redaction("f" * 64), said)
    folded = fold([note, elsewhere, shapeless, untrue, judging, unknown])
    assert texts(folded) == ["tetap"]
    assert folded.unknown_criticals == ("redact",), "of that shape none is known"


def test_the_beginning_of_a_stream_that_is_emptied_still_forks_and_snapshots():
    ani = Stream("a", ANI)
    note = ani.write("set", NOTE, {"text": "rahasia"})
    act = take_away(ani, note)
    folded = fold([note, act])
    assert folded.at(folded.tips).spelled() == folded.spelled()
    assert fold([bare(note), act]).head == folded.head
