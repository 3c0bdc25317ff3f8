"""Cells: their paths, the class that rules each, and by what two judgements are compared."""

import pytest

from zi_desktop.domain import cells
from zi_desktop.domain.cells import CellClass, class_of
from zi_desktop.domain.instrument import Column


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        (cells.answer(Column.TPI, "A.I.1.i.a"), CellClass.JUDGEMENT),
        ("precondition/wtp", CellClass.JUDGEMENT),
        ("panel", CellClass.JUDGEMENT),
        (f"evidence/A.I.1.i.a/{'e' * 64}/judgement", CellClass.JUDGEMENT),
        (cells.note(Column.TPN, "A.I.1.i.a"), CellClass.TEXT),
        (cells.internal("A.I.1.i.a"), CellClass.TEXT),
        ("mark/A.I.1.i.a", CellClass.FLAG),
        (f"evidence/A.I.1.i.a/{'e' * 64}", CellClass.SET),
        ("comment/A.I.1.i.a", CellClass.SET),
        ("attachment/A.I.1.i.a", CellClass.SET),
        ("seal/1", CellClass.SET),
        ("signature/1/2", CellClass.SET),
        (cells.imported(Column.MANDIRI), CellClass.SET),
        (cells.link(Column.MANDIRI, "A.I.1.i.a"), CellClass.TEXT),
        ("snapshot/Desk", CellClass.SET),
        ("plan/team", CellClass.METADATA),
        (cells.detail(Column.TPI, "B.I.a", "sumber"), CellClass.METADATA),
        ("remark/1/due", CellClass.METADATA),
        ("sesuatu/yang/baru", CellClass.METADATA),
        ("", CellClass.METADATA),
    ],
)
def test_the_class_follows_from_the_path(cell, rule):
    assert class_of(cell) is rule


def test_paths_are_as_the_law_writes_them():
    assert cells.answer(Column.TPI, "A.I.1.i.a") == "answer/tpi/A.I.1.i.a"
    assert cells.note(Column.MANDIRI, "A.I.1.i.a") == "note/mandiri/A.I.1.i.a"
    assert cells.link(Column.MANDIRI, "A.I.1.i.a") == "link/mandiri/A.I.1.i.a"
    assert cells.imported(Column.TPN) == "import/tpn"
    assert cells.internal("A.I.1.i.a") == "internal/A.I.1.i.a"
    assert cells.detail(Column.TPI, "B.I.a", "sumber") == "detail/tpi/B.I.a/sumber"


def test_a_judgement_is_compared_without_its_reasons():
    plain = {"answer": {"choice": "Ya"}, "item": "d"}
    assert cells.judgement({**plain, "reason": "dibahas", "note": "x"}) == cells.judgement(plain)
    assert cells.judgement({**plain, "item": "e"}) != cells.judgement(plain)
    assert cells.judgement("reason") == b'"reason"'


def test_what_is_the_teams_own_leaves_it_in_nothing():
    team = ("internal/A.I.1.i.a", "visit/0a/entry", "comment/x", "record/0a")
    assert all(map(cells.stays_in_team, team))
    assert not any(map(cells.stays_in_team, ("note/tpi/A.I.1.i.a", "answer/tpi/A.I.1.i.a", "plan/team", "contact/0a")))
