"""The real window over a real workspace, at an item that has evidence."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from zi_desktop.services.composition import open_services
from zi_desktop.services.samples.visit import prepare_sample
from zi_desktop.ui import evidence_ways
from zi_desktop.ui.evaluation.page import EvaluationPage
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Page

CODE = "A.I.5.i.b"


@pytest.fixture
def services(tmp_path):
    with open_services(tmp_path / "ruang kerja", write=True) as services:
        yield services


@pytest.fixture
def evaluation(services):
    return prepare_sample(services)


@pytest.fixture
def files(tmp_path):
    """Three papers of the satker, in a folder that is not the workspace."""
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    paths = [folder / f"Surat contoh {number}.txt" for number in (1, 2, 3)]
    for path in paths:
        path.write_text(f"Isi {path.stem}.\n", encoding="utf-8")
    return paths


@pytest.fixture
def heard():
    """The sentences that were shown below the top bar."""
    return []


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.wait()
    QApplication.processEvents()


@pytest.fixture
def show_page(jobs, heard, qtbot):
    """Shows Penilaian at an item of an evaluation, with all that is done about evidence."""
    pages = []

    def show_page(services, evaluation):
        page = EvaluationPage(services, Page())
        pages.append(page)
        qtbot.addWidget(page)
        navigation = SimpleNamespace(say=lambda sentence, tone: heard.append((sentence, tone)))
        evidence_ways.give_evidence(SimpleNamespace(services=services, jobs=jobs, navigation=navigation), page)
        page.resize(1294, 684)
        page.open_evaluation(evaluation, CODE)
        with qtbot.waitActive(page):
            page.show()
        page.activate()
        return page

    yield show_page
    for page in pages:
        page.hide()


@pytest.fixture
def page(services, evaluation, show_page):
    return show_page(services, evaluation)


@pytest.fixture
def panel(page):
    return page.place.item.form.evidence
