"""The question tree as a model: the whole outline, figures that follow, and no more change than needed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

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
    model.show_figures(figures(outline, choose("A.I.1.i.a", "Ya")), ["A.I.1.i.a"])
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
    model.show_figures(figures(outline, choose("A.I.5.i.b", "B")), ["A.I.5.i.b"])
    line = ["A", "A.I", "A.I.5", "A.I.5.i", "A.I.5.i.b"]
    assert changed == [(code, code) for code in line]


def test_rows_tell_answer_points_and_progress(model, outline, choose):
    assert (row(model, "A.I.5.i.b").answer, row(model, "A.I.5.i").points) == ("–", "–")
    model.show_figures(figures(outline, choose("A.I.5.i.b", "B")), ["A.I.5.i.b"])
    item, branch = row(model, "A.I.5.i.b"), row(model, "A.I.5.i")
    assert (item.mark, item.answer, item.points) == (Mark.ANSWERED, "B", "0,50")
    assert (branch.filled, branch.questions, branch.points, branch.weight) == (1, 2, "0,50", "1,5")


def test_a_screen_reader_hears_answer_and_points(model, outline, choose):
    model.show_figures(figures(outline, choose("A.I.5.i.b", "B")), ["A.I.5.i.b"])
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
