"""What the window states: durable at once, undone step by step, never over something that it did not show."""

from datetime import datetime

import pytest
from PySide6.QtGui import QUndoStack

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import InvalidInputError, SealedError, StaleViewError
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.workspace_errors import DiskFullError
from zi_desktop.ui.evaluation.cell_change import CellChange, Step
from zi_desktop.ui.evaluation.navigation import next_in_order, next_of
from zi_desktop.ui.evaluation.page_room import Panels, Room, room_of
from zi_desktop.ui.evaluation.presenter import EvaluationPresenter
from zi_desktop.ui.page import SaveState
from zi_desktop.ui.save_words import save_state

CODE = "A.I.5.i.b"


@pytest.fixture
def presenter(services, evaluation, qapp):
    return EvaluationPresenter(services, evaluation, CODE)


@pytest.fixture
def statements(presenter):
    return presenter.statements


def answer_of(services, evaluation, code=CODE):
    return services.evaluations.open(evaluation).state.answers(Column.TPI).get(code)


def test_an_answer_is_durable_and_told(services, evaluation, statements, qtbot):
    with qtbot.waitSignals([statements.changed, statements.saved]):
        statements.answer(CODE, Chosen("B"))
    assert answer_of(services, evaluation) == Chosen("B")


def test_undo_and_redo_go_through_restore_and_erase_nothing(services, evaluation, statements):
    for key in "BA":
        statements.answer(CODE, Chosen(key))
    statements.undo()
    assert answer_of(services, evaluation) == Chosen("B")
    statements.undo()
    assert answer_of(services, evaluation) is None
    for key in "BA":
        statements.redo()
        assert answer_of(services, evaluation) == Chosen(key)
    kinds = [event.kind for event in statements.live.state.folded.events if event.cell == f"answer/tpi/{CODE}"]
    assert sorted(kinds) == ["restore"] * 4 + ["set"] * 2


def test_notes_marks_and_answers_share_one_line_of_steps(statements):
    statements.answer(CODE, Chosen("B"))
    statements.note(CODE, "Dilihat.")
    statements.internal_note(CODE, "Tanyakan lagi.")
    statements.mark(CODE, marked=True)
    assert statements.undo_stack.count() == 4
    for _ in range(3):
        statements.undo()
    state = statements.view.state
    assert not state.marked(CODE)
    assert not state.notes(Column.TPI, CODE)
    assert not state.internal_notes(CODE)
    assert state.answers(Column.TPI)[CODE] == Chosen("B")


def test_an_unchanged_note_is_no_step(statements):
    statements.note(CODE, "Dilihat.")
    statements.note(CODE, "Dilihat.")
    assert statements.undo_stack.count() == 1


def test_undo_leads_to_the_item_that_it_changes(presenter):
    presenter.statements.answer(CODE, Chosen("B"))
    presenter.go("A.I.1.i.a")
    presenter.statements.undo()
    assert presenter.code == CODE


def test_an_answer_over_something_unseen_is_refused_and_then_shown(services, evaluation, statements, choose, qtbot):
    choose(CODE, "D")
    with qtbot.waitSignal(statements.replaced), pytest.raises(StaleViewError):
        statements.answer(CODE, Chosen("A"))
    assert answer_of(services, evaluation) == Chosen("D")
    assert statements.view.state.answers(Column.TPI)[CODE] == Chosen("D")
    assert isinstance(statements.refusal, StaleViewError)
    statements.answer(CODE, Chosen("A"))
    assert answer_of(services, evaluation) == Chosen("A")
    assert statements.refusal is None


def test_a_refused_undo_drops_its_step(services, evaluation, statements, choose):
    statements.answer(CODE, Chosen("B"))
    choose(CODE, "D")
    with pytest.raises(StaleViewError):
        statements.undo()
    assert statements.undo_stack.count() == 0
    assert answer_of(services, evaluation) == Chosen("D")


def test_a_step_that_cannot_be_undone_leaves_the_stack(qapp):
    stack = QUndoStack()
    for taken in (True, False):
        stack.push(CellChange(Step(CODE, "mark", (), ("a",), "Tanda"), lambda _step, _heads, taken=taken: taken))
    stack.undo()
    assert (stack.count(), stack.canUndo()) == (1, True)
    stack.undo()
    assert (stack.count(), stack.canRedo()) == (1, True)


def test_what_came_from_elsewhere_clears_the_steps(statements, choose):
    statements.answer(CODE, Chosen("B"))
    choose("A.I.1.i.a", "Ya")
    statements.refresh()
    assert not statements.undo_stack.canUndo()
    assert "A.I.1.i.a" in statements.view.state.answers(Column.TPI)


def test_a_closed_evaluation_takes_nothing(services, evaluation, presenter):
    services.evaluations.archive(evaluation)
    presenter.statements.refresh()
    assert presenter.read_only
    assert presenter.item(hidden=False).read_only
    with pytest.raises(SealedError):
        presenter.statements.answer(CODE, Chosen("A"))


def test_a_draft_counts_as_unsaved_until_it_is_forgotten(services, evaluation, statements):
    cell = "answer/tpi/A.II.1.i.a"
    statements.keep_draft(cell, "7")
    assert statements.unsaved == 1
    assert services.answering.drafts(evaluation) == {cell: "7"}
    statements.keep_draft(cell, "")
    assert statements.unsaved == 0


def test_saved_is_what_was_stated_last_wherever_that_was(statements, choose, qtbot):
    statements.saved_at = before = datetime.fromisoformat("2026-01-05T10:42:00+07:00")
    statements.keep_draft("answer/tpi/A.II.1.i.a", "7")
    assert statements.saved_at == before
    choose(CODE, "D")
    with qtbot.waitSignal(statements.saved):
        statements.refresh()
    assert statements.saved_at == datetime.fromisoformat(max(e.wall for e in statements.live.state.folded.events))


def test_enter_leads_round_to_the_next_open_item():
    codes = ("a", "b", "c", "d")
    assert next_of(codes, {"b"}, "c", 1) == "b"
    assert next_of(codes, {"a", "d"}, "b", -1) == "a"
    assert next_of(codes, {"c"}, "c", 1) == "c"
    assert next_of(codes, (), "c", 1) is None


def test_order_ends_at_both_ends():
    codes = ("a", "b")
    assert [next_in_order(codes, "a", step) for step in (-1, 1)] == ["a", "b"]
    assert next_in_order(codes, "b", 1) == "b"


def test_with_nothing_open_enter_goes_on_in_order(presenter, monkeypatch):
    # Answering 113 items takes seconds; what matters is that none is open.
    monkeypatch.setattr(EvaluationPresenter, "card", lambda _: type("Card", (), {"unanswered": ()}))
    presenter.step_unanswered(1)
    assert presenter.code == "A.I.5.ii.a"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, SaveState("Tersimpan 10.42")),
        ({"saved_at": "2026-11-04T10:42:00+07:00"}, SaveState("Tersimpan 4 Nov 10.42")),
        ({"saved_at": "2026-11-05T12:42:00+09:00"}, SaveState("Tersimpan 10.42")),
        ({"saved_at": None}, SaveState("Belum ada isian")),
        ({"unsaved": 1}, SaveState("1 isian belum disimpan · selebihnya tersimpan 10.42", "invalid", "bad")),
        ({"refusal": DiskFullError()}, SaveState("Gagal menyimpan: ruang penyimpanan penuh", "invalid", "bad")),
        ({"refusal": InvalidInputError("Tidak.")}, SaveState("Tersimpan 10.42")),
        ({"read_only": True}, SaveState("Terkunci · tersimpan 10.42", "lock", "text2")),
        (
            {"read_only": True, "unsaved": 1},  # of the day of a signed evaluation
            SaveState("1 isian belum disimpan · selebihnya tersimpan 10.42", "invalid", "bad"),
        ),
    ],
)
def test_the_status_bar_says_when_the_last_answer_became_durable(given, told):
    usual = {"saved_at": "2026-11-05T10:42:31+07:00", "unsaved": 0, "read_only": False, "refusal": None}
    arguments = usual | given
    saved, now = arguments.pop("saved_at"), datetime.fromisoformat("2026-11-05T11:00:00+07:00")
    assert save_state(saved and datetime.fromisoformat(saved), now, **arguments) == told


@pytest.mark.parametrize(
    ("size", "room"),
    [((1366, 688), Room.WIDE), ((1280, 660), Room.WIDE), ((1093, 614), Room.MIDDLE), ((1366, 600), Room.MIDDLE),
     ((910, 512), Room.NARROW)],
)  # fmt: skip
def test_breakpoints(size, room):
    from PySide6.QtCore import QSize

    assert room_of(QSize(*size)) is room


def test_panels_close_for_want_of_room_and_come_back():
    panels = Panels().resized(Room.MIDDLE)
    assert (panels.tree, panels.score) == (True, False)
    panels = panels.with_score(shown=True)
    assert (panels.tree, panels.score) == (False, True)
    assert panels.resized(Room.NARROW).resized(Room.WIDE) == Panels()


def test_a_panel_that_was_closed_in_a_wide_window_stays_closed():
    panels = Panels().with_score(shown=False).resized(Room.MIDDLE).resized(Room.WIDE)
    assert (panels.tree, panels.score) == (True, False)
