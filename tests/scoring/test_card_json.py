"""The score card as JSON: keys, order and spelling as the command line promises."""

import json
from fractions import Fraction

from worksheet import BEST, CALCULATOR

from zi_desktop.domain.answers import Chosen, Measured
from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.card_json import score_card_json

KEYS = [
    "instrument", "edition", "column", "answered", "questions", "provisional", "total", "maximum_possible", "interval", "nodes",
    "question_scores", "areas", "predicates", "unanswered", "not_applicable", "conflicts", "warnings", "faults",
]  # fmt: skip


def test_a_complete_card():
    form = score_card_json(CALCULATOR.score({**BEST, "A.I.1.iii.a": Chosen("B")}), Column.MANDIRI)
    assert list(form) == KEYS
    assert (form["instrument"], form["edition"], form["column"]) == ("permenpanrb-90-2021", "2026.1", "mandiri")
    assert (form["answered"], form["questions"], form["provisional"]) == (113, 113, False)
    assert form["total"] == form["maximum_possible"] == "99.89"
    assert form["interval"] is None
    assert list(form["nodes"])[:4] == ["A", "A.I", "A.I.1", "A.I.1.i"]
    assert form["nodes"]["A.I.1.iii"] == "0.89"
    assert form["question_scores"]["A.I.1.iii.a"] == "0.67"
    assert form["areas"]["1"] == {"points": "7.89", "weight": "8", "fraction": "0.98625"}
    assert form["predicates"]["WBK"]["met"] is True
    assert form["predicates"]["WBK"]["requirements"][0] == {
        "id": "total",
        "minimum": "75",
        "value": "99.89",
        "met": True,
    }
    assert (form["unanswered"], form["not_applicable"], form["conflicts"], form["warnings"], form["faults"]) == (
        [],
        [],
        [],
        [],
        [],
    )
    assert json.loads(json.dumps(form)) == form


def test_an_open_card():
    answers = {"B.I.a": Measured(Fraction("3.42"))}
    card = CALCULATOR.score(answers, {"B.I.b": (Chosen("A"), Chosen("B"))})
    form = score_card_json(card, Column.TPI, [{"code": "B.I.b"}])
    assert (form["column"], form["provisional"], form["answered"]) == ("tpi", True, 1)
    assert form["interval"] == ["18.7125", "19.9625"]
    assert (form["total"], form["maximum_possible"]) == ("18.7125", "97.4625")
    assert len(form["unanswered"]) == 111
    assert form["conflicts"] == [{"code": "B.I.b"}]
    assert form["predicates"]["WBBM"]["met"] is False


def test_warnings_carry_id_and_message():
    card = CALCULATOR.score(
        {**BEST, "A.II.2.iii.a": Chosen("D"), "A.II.2.iii.b": Chosen("D"), "A.II.2.iii.c": Chosen("D")}
    )
    (warning,) = score_card_json(card, Column.TPI)["warnings"]
    assert list(warning) == ["id", "message"]
    assert warning["id"] == "pillar-A.II.2"
