"""The question tree as a model: the whole outline, figures that follow, and no more change than needed."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from zi_desktop.domain.answers import Chosen, Counted
from zi_desktop.domain.cells import answer as answer_cell
from zi_desktop.domain.instrument import Column
from zi_desktop.ui.evaluation.tree_attention import Mark, attention_of
from zi_desktop.ui.evaluation.tree_figures import TreeFigures
from zi_desktop.ui.evaluation.tree_model import ROW_ROLE, QuestionTreeModel
from zi_desktop.ui.evaluation.tree_outline import NO_PARENT, outline_of, title_of


@pytest.fixture
def view(services, evaluation):
    return services.evaluations.open(evaluation)


@pytest.fixture
def outline(view):
    return outline_of(view.state.instrument)


@pytest.fixture
def model(view, outline):
    model = QuestionTreeModel()
    model.show_outline(outline, figures(outline, view))
    return model


def figures(outline, view, *, hidden=False):
    return TreeFigures(outline, view, attention_of(view, {}), hidden=hidden)


def row(model, code):
    return model.index_of(code).data(ROW_ROLE)


def test_outline_holds_every_branch_and_item_once_in_the_order_of_the_sheet(outline, view):
    instrument = view.state.instrument
    assert {place.code for place in outline.places} == {*instrument.nodes, *instrument.questions}
    assert [place.code for place in outline.places if place.is_question] == list(instrument.questions)
    assert [place.number for place in outline.places] == list(range(len(outline.places)))


def test_line_leads_from_an_item_to_its_section(outline):
    codes = [outline.places[number].code for number in outline.line(outline.numbers["A.II.5.iii.b.a"])]
    assert codes == ["A.II.5.iii.b.a", "A.II.5.iii.b", "A.II.5.iii", "A.II.5", "A.II", "A"]


def test_a_label_that_is_only_a_dash_is_not_written(view):
    questions = view.state.instrument.questions
    assert not title_of(questions["A.II.1.ii.a"]).startswith("-")
    assert title_of(questions["A.I.5.i.b"]).startswith("b. ")


def test_model_holds_what_qt_asks_of_models(model, outline, choose, view):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_figures(figures(outline, choose("A.I.1.i.a", "Ya")))
    other = outline_of(view.state.instrument)
    model.show_outline(other, figures(other, view))
    assert tester.model() is model


def test_index_and_parent_fit_for_every_row(model, outline):
    for place in outline.places:
        index = model.index_of(place.code)
        assert model.number_of(index) == place.number
        assert model.number_of(model.parent(index)) == place.parent
        assert model.index(place.position, 0, model.parent(index)) == index
    assert model.number_of(model.index_of("Z")) == NO_PARENT


def test_an_answer_changes_its_row_and_those_above_and_no_other(model, outline, choose):
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((model.code_of(first), model.code_of(last))))
    model.show_figures(figures(outline, choose("A.I.5.i.b", "B")))
    line = ["A", "A.I", "A.I.5", "A.I.5.i", "A.I.5.i.b"]
    assert changed == [(code, code) for code in line]


@pytest.fixture
def touched(model, outline, choose):
    """Tells which rows are shown anew when the evaluation is another: the model begins with an answer."""
    model.show_figures(figures(outline, choose("A.I.5.i.b", "B")))

    def touched(view):
        changed = []
        connection = model.dataChanged.connect(lambda first, _last: changed.append(model.code_of(first)))
        model.show_figures(figures(outline, view))
        model.disconnect(connection)
        return changed

    return touched


COUNTED = "A.II.5.iii.b.a"
LINE = ["A", "A.I", "A.I.5", "A.I.5.i", "A.I.5.i.b"]


@pytest.mark.parametrize(
    "act",
    [
        lambda services, id_, seen: services.answering.answer(id_, LINE[-1], Chosen("C"), displayed=seen),
        lambda services, id_, seen: services.answering.answer(id_, LINE[-1], None, displayed=seen),
        lambda services, id_, _: services.answering.mark(id_, LINE[-1], marked=True),
    ],
    ids=["another answer", "no answer", "a mark"],
)
def test_whatever_differs_in_an_item_is_shown_anew(act, touched, services, evaluation):
    seen = services.evaluations.open(evaluation).state.answer_cell(Column.TPI, LINE[-1]).displayed
    assert touched(act(services, evaluation, seen)) == LINE
    assert touched(services.evaluations.open(evaluation)) == []


def test_a_mark_that_is_taken_away_is_shown_too(touched, services, evaluation):
    assert touched(services.answering.mark(evaluation, LINE[-1], marked=True)) == LINE
    assert touched(services.answering.mark(evaluation, LINE[-1], marked=False)) == LINE


def test_counts_that_score_the_same_are_other_counts(touched, services, evaluation):
    def count(times):
        seen = services.evaluations.open(evaluation).state.answer_cell(Column.TPI, COUNTED).displayed
        counts = {"administrator": 0, "pengawas": times, "fungsional_pelaksana": times, "sudah_lapor": times}
        return services.answering.answer(evaluation, COUNTED, Counted(counts), displayed=seen)

    assert touched(count(1))[-1] == COUNTED
    assert touched(count(2))[-1] == COUNTED


def test_points_of_a_dispute_that_grew_are_other_points(services, evaluation, monkeypatch):
    view = services.evaluations.open(evaluation)
    points = {**view.card().question_points, COUNTED: Fraction(1, 3)}
    card = replace(view.card(), question_points=points)
    monkeypatch.setattr(view, "card", lambda _column: card)
    figured = TreeFigures(outline_of(view.state.instrument), view, {})
    monkeypatch.undo()
    before = TreeFigures(outline_of(view.state.instrument), view, {})
    assert (figured.differing(before), before.differing(figured)) == ({COUNTED}, {COUNTED})


def test_what_is_written_beside_an_item_touches_no_row(touched, services, evaluation):
    assert touched(services.answering.note(evaluation, LINE[-1], "Rencana ada.")) == []


def test_rows_tell_answer_points_and_progress(model, outline, choose):
    assert (row(model, "A.I.5.i.b").answer, row(model, "A.I.5.i").points) == ("–", "–")
    model.show_figures(figures(outline, choose("A.I.5.i.b", "B")))
    item, branch = row(model, "A.I.5.i.b"), row(model, "A.I.5.i")
    assert (item.mark, item.answer, item.points) == (Mark.ANSWERED, "B", "0,50")
    assert (branch.filled, branch.questions, branch.points, branch.weight) == (1, 2, "0,50", "1,5")


def test_a_screen_reader_hears_answer_and_points(model, outline, choose):
    model.show_figures(figures(outline, choose("A.I.5.i.b", "B")))
    spoken = model.index_of("A.I.5.i.b").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("jawaban B, nilai 0,50 dari 0,75")
    assert spoken.startswith("b. Pengendalian gratifikasi")


def test_hidden_scores_stand_in_no_role_of_any_row(outline, choose):
    model = QuestionTreeModel()
    view = choose("A.I.5.i.b", "B")
    model.show_outline(outline, figures(outline, view, hidden=True))
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    for code in ("A.I.5.i.b", "A.I.5.i", "A"):
        assert (row(model, code).points, row(model, code).weight) == ("", "")
        assert not any("nilai" in model.index_of(code).data(role).removeprefix("a. Nilai") for role in roles)
    assert row(model, "A.I.5.i.b").answer == "B"


def test_a_draft_and_a_mark_ask_for_a_look(services, evaluation):
    view = services.answering.mark(evaluation, "A.I.1.i.a", marked=True)
    draft = {answer_cell(Column.TPI, "A.II.1.i.a"): "7, lima"}
    found = attention_of(view, draft)
    assert {code: each.mark for code, each in found.items()} == {
        "A.I.1.i.a": Mark.DISCUSS,
        "A.II.1.i.a": Mark.INVALID,
    }


def test_items_of_a_locked_evaluation_carry_a_padlock(outline, choose):
    model = QuestionTreeModel()
    view = choose("A.I.5.i.b", "B")
    model.show_outline(outline, TreeFigures(outline, view, attention_of(view, {}), locked=True))
    assert (row(model, "A.I.5.i.b").mark, row(model, "A.I.5.i.a").mark) == (Mark.LOCKED, Mark.OPEN)
    spoken = model.index_of("A.I.5.i.b").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("nilai 0,50 dari 0,75, terkunci")
