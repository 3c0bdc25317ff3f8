"""What one act changed in the evidence of an evaluation."""

from event_makers import Stream

from zi_desktop.domain import cells
from zi_desktop.domain.evidence_steps import CellTurn, turns_between
from zi_desktop.domain.fold import fold

SHA, OTHER, CODE = "a" * 64, "b" * 64, "A.I.1.i.a"
FILE = {"name": "SK.pdf", "size": 3, "type": "application/pdf", "kept": True, "taken": "", "original": ""}


def test_files_that_came_or_went_and_judgements_are_turns_and_nothing_else_is():
    stream = Stream()
    noted = stream.write("add", cells.evidence(CODE, OTHER), {**FILE, "kept": False})
    here = stream.write("add", cells.evidence("inbox", SHA), FILE)
    before = fold([noted, here])
    added = stream.write("add", cells.evidence(CODE, SHA), FILE)
    gone = stream.write("retract", cells.evidence("inbox", SHA), {"retracts": [here.hash], "reason": ""}, [here.hash])
    judged = stream.write("set", cells.evidence_judgement(CODE, SHA), {"state": "sesuai", "reason": ""})
    kept = stream.write("add", cells.evidence(CODE, OTHER), FILE)  # it was there, and still is
    answer = stream.answer(CODE, "Ya")
    after = before.extended([added, gone, judged, kept, answer])
    assert sorted(turns_between(before, after), key=lambda turn: turn.cell) == [
        CellTurn(cells.evidence(CODE, SHA), (), (added.hash,), FILE),
        CellTurn(cells.evidence_judgement(CODE, SHA), (), (judged.hash,), ""),
        CellTurn(cells.evidence("inbox", SHA), (here.hash,), (), FILE),
    ]
    assert turns_between(after, after) == ()


def test_a_judgement_that_was_only_looked_at_is_no_turn():
    events = [Stream().write("set", cells.sufficiency(CODE), {"level": "cukup", "reason": ""})]
    assert turns_between(fold(events), fold(events)) == ()
