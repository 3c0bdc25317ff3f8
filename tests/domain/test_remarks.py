"""Remarks: what the lines of an evaluation say of them, on one laptop and on several that have not met."""

import pytest
from event_makers import CHOICE, EVALUATION, INSTRUMENT, PEOPLE, Stream

from zi_desktop.domain import cells
from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.fold import fold
from zi_desktop.domain.remarks import Remarks

FIRST, SECOND = "1" * 32, "2" * 32
TEXT = {"condition": "SK tim belum diperbarui", "recommendation": "Terbitkan SK tim 2026"}


def write_down(stream, ident=FIRST, origin="tpi", **fields):
    """Write a remark as the service does: one line a field."""
    stated = {"origin": origin, **TEXT, **fields}
    return [stream.write("set", cells.remark(ident, name), value) for name, value in stated.items()]


def change(stream, cell, known, value):
    """State the value of a cell in sight of what is known."""
    return stream.write("set", cell, value, fold(known).cell(cell).displayed)


def remark_of(lines, ident=FIRST):
    return Remarks(fold(lines)).get(ident)


def test_a_remark_is_what_was_written_down():
    remark = remark_of(write_down(Stream(), item=CHOICE, due="2026-11-30", responsible="Kasubag"))
    assert (remark.item, remark.due, remark.origin, remark.state, remark.open) == (
        CHOICE,
        "2026-11-30",
        "tpi",
        "terbuka",
        True,
    )
    assert remark.texts == {**TEXT, "criterion": "", "cause": "", "effect": "", "responsible": "Kasubag"}
    assert (remark.author, remark.follow_ups, remark.disputed) == (PEOPLE[0], (), ())


def test_whoever_edits_a_remark_is_not_who_wrote_it_down():
    lines = write_down(Stream())
    edited = change(Stream("b", PEOPLE[1]), cells.remark(FIRST, "condition"), lines, "SK tim kedaluwarsa")
    remark = remark_of([*lines, edited])
    assert (remark.texts["condition"], remark.author, remark.disputed) == ("SK tim kedaluwarsa", PEOPLE[0], ())


def test_two_who_edit_without_seeing_each_other_are_told_so():
    lines = write_down(Stream())
    cell = cells.remark(FIRST, "due")
    one, other = (change(Stream(name), cell, lines, day) for name, day in (("b", "2026-12-01"), ("c", "2026-12-24")))
    assert remark_of([*lines, one, other]).disputed == ("due",)
    assert remark_of([*lines, one, other]) == remark_of([other, one, *lines])


def test_a_field_that_was_undone_to_nothing_is_empty():
    stream = Stream()
    lines = write_down(stream, due="2026-11-30")
    cell = cells.remark(FIRST, "due")
    lines.append(stream.write("restore", cell, {"heads": []}, fold(lines).cell(cell).displayed))
    assert remark_of(lines).due == ""


def test_remarks_stand_by_item_in_the_order_in_which_they_were_written_down():
    stream = Stream()
    lines = [*write_down(stream, SECOND), *write_down(stream, FIRST, item=CHOICE)]
    remarks = Remarks(fold(lines))
    assert [remark.id for remark in remarks.by_item[""]] == [SECOND]
    assert [remark.id for remark in remarks.by_item[CHOICE]] == [FIRST]
    assert len(remarks.open) == 2


def test_papers_list_remarks_in_the_order_of_the_worksheet_free_ones_last():
    stream = Stream()
    places = {"1" * 32: "B.I.a", "2" * 32: "", "3" * 32: CHOICE}
    lines = [line for ident, item in places.items() for line in write_down(stream, ident, item=item)]
    assert [remark.item for remark in Remarks(fold(lines)).printed(INSTRUMENT)] == [CHOICE, "B.I.a", ""]


def test_a_withdrawn_remark_is_gone_until_it_is_put_back():
    stream = Stream()
    lines = write_down(stream)
    cell = cells.remark(FIRST, "withdrawn")
    lines.append(change(stream, cell, lines, value=True))
    assert remark_of(lines) is None
    lines.append(change(stream, cell, lines, value=False))
    assert remark_of(lines) is not None


def test_a_remark_whose_beginning_has_not_arrived_waits_for_it():
    lines = write_down(Stream())
    assert Remarks(fold(lines[1:])).all == ()


@pytest.mark.parametrize(("state", "open_"), [("ditindaklanjuti", True), ("selesai", False), ("tidak_relevan", False)])
def test_the_state_says_whether_something_is_to_be_done(state, open_):
    stream = Stream()
    lines = write_down(stream, due="2026-11-30")
    lines.append(stream.write("set", cells.progress(FIRST), {"state": state, "reason": "SK diterima"}))
    remark = remark_of(lines)
    assert (remark.state, remark.state_reason, remark.open) == (state, "SK diterima", open_)
    assert remark.overdue("2026-12-01") is open_
    assert not remark.overdue("2026-11-30")


def test_what_was_done_adds_up_and_can_be_taken_back():
    stream = Stream()
    lines = write_down(stream)
    cell = cells.follow_up(FIRST)
    for text in ("Draf SK dikirim", "SK terbit"):
        lines.append(stream.write("add", cell, {"text": text, "day": "2026-12-02", "files": []}))
    first, second = remark_of(lines).follow_ups
    assert {first.text, second.text} == {"Draf SK dikirim", "SK terbit"}
    lines.append(stream.write("retract", cell, {"retracts": [first.add]}, [first.add]))
    assert remark_of(lines).follow_ups == (second,)


def test_a_later_evaluation_states_what_it_found():
    stream = Stream()
    value = {"evaluation": EVALUATION.id, "finding": "selesai", "note": "SK ada"}
    lines = [stream.write("set", cells.carried(FIRST), value)]
    found = Remarks(fold(lines)).carried[FIRST]
    assert (found.finding, found.note, found.evaluation, found.author) == (
        "selesai",
        "SK ada",
        EVALUATION.id,
        PEOPLE[0],
    )
    lines.append(change(stream, cells.carried(FIRST), lines, {**value, "finding": None}))
    assert Remarks(fold(lines)).carried == {}


@pytest.mark.parametrize(
    ("findings", "counts"),
    [(("selesai", "terbuka"), "terbuka"), (("tidak_relevan", "selesai"), "selesai"), (("selesai", None), "")],
    ids=["open-beats-closed", "both-close", "taken-back"],
)
def test_of_findings_made_apart_the_one_that_leaves_most_to_be_done_counts(findings, counts):
    begun = Stream().write("set", cells.carried(FIRST), carried("selesai"))
    apart = [
        change(Stream(name, person), cells.carried(FIRST), [begun], carried(finding))
        for name, person, finding in zip("bc", PEOPLE, findings, strict=False)
    ]
    for lines in ([begun, *apart], [*reversed(apart), begun]):
        found = Remarks(fold(lines)).carried
        assert (found[FIRST].finding if found else "") == counts
        assert not found or found[FIRST].disputed


def carried(finding):
    return {"evaluation": EVALUATION.id, "finding": finding, "note": ""}


def test_files_that_follow_ups_brought_add_up():
    assert class_of(cells.attached(FIRST)) is CellClass.SET
