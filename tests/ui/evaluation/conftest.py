"""An evaluation on real services, and the page that shows it in a window with the keyboard."""

import pytest

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import open_services
from zi_desktop.services.samples.visit import prepare_sample
from zi_desktop.ui.evaluation.page import EvaluationPage
from zi_desktop.ui.page import Page


@pytest.fixture
def services(tmp_path):
    with open_services(tmp_path / "ruang kerja", write=True) as services:
        yield services


@pytest.fixture
def evaluation(services):
    """The id of an evaluation in which nothing is answered yet."""
    return prepare_sample(services)


@pytest.fixture
def choose(services, evaluation):
    """Answers a choice item behind the window's back, as an import would."""

    def choose(code, key):
        state = services.evaluations.open(evaluation).state
        displayed = state.answer_cell(Column.TPI, code).displayed
        return services.answering.answer(evaluation, code, Chosen(key), displayed=displayed)

    return choose


@pytest.fixture
def page(services, evaluation, qtbot):
    """The page at A.I.5.i.b, 1366 logical pixels wide."""
    page = EvaluationPage(services, Page())
    qtbot.addWidget(page)
    page.resize(1294, 684)
    page.open_evaluation(evaluation, "A.I.5.i.b")
    with qtbot.waitActive(page):
        page.show()
    page.activate()
    yield page
    page.hide()  # saves what is typed while the workspace is open
