"""What is done before the first opening: the panels are filled, and yet nothing is open and nothing typed is touched."""

import pytest
from PySide6.QtWidgets import QApplication

from zi_desktop.domain import cells
from zi_desktop.domain.instrument import Column
from zi_desktop.ui.evaluation.page import EvaluationPage
from zi_desktop.ui.page import Heading, Page


class Recent(Page):
    def heading(self):
        return Heading("Terakhir dibuka")


@pytest.fixture
def prepared(services, evaluation, qtbot):
    services.preferences.remember_opened(evaluation, "A.I.1.i.b")
    page = EvaluationPage(services, Recent())
    qtbot.addWidget(page)
    page.prepare()
    yield page
    page.hide()


def test_nothing_is_open_after_it(prepared):
    assert prepared.place.tree.tree.questions().outline is not None
    assert prepared.heading().title == "Terakhir dibuka"
    assert prepared.tools() == ()
    assert not any(action.isEnabled() for action in prepared.acts.all())


def test_another_evaluation_opens_as_if_nothing_had_been_shown(prepared, services, evaluation):
    first = next(iter(services.evaluations.open(evaluation).state.instrument.questions))
    services.answering.keep_draft(evaluation, cells.note(Column.TPI, first), "Belum selesai")
    other = services.evaluations.create("C-001", 2025)
    prepared.open_evaluation(other, first)
    prepared.show()
    QApplication.processEvents()
    assert prepared.place.item.form.notes.form.note.toPlainText() == ""
    prepared.place.item.finish_editing()
    assert not services.evaluations.open(other).state.notes(Column.TPI, first)
    assert list(services.answering.drafts(evaluation).values()) == ["Belum selesai"]


def test_a_workspace_in_which_nothing_was_open_yet_prepares_nothing(services, evaluation, qtbot):
    page = EvaluationPage(services, Recent())
    qtbot.addWidget(page)
    page.prepare()
    assert page.place.tree.tree.questions().outline is None


def test_an_evaluation_that_is_gone_is_passed_over(services, evaluation, qtbot):
    services.preferences.remember_opened(evaluation, "")
    services.preferences.remember_opened("tidak-ada", "")
    page = EvaluationPage(services, Recent())
    qtbot.addWidget(page)
    page.prepare()
    assert page.place.tree.tree.questions().outline is not None
