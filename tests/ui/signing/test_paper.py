"""The paper in the middle comes from the worker, once for each state, and never an earlier one after a later."""

from dataclasses import replace

import pytest
from builders import credential

from zi_desktop.ui.signing.paper import PaperPresenter
from zi_desktop.ui.signing.presenter import SigningPresenter
from zi_desktop.ui.widgets.pdf_view import PdfView


@pytest.fixture
def presenter(scored, jobs):
    presenter = SigningPresenter(scored.services, jobs)
    presenter.id = scored.id
    return presenter


@pytest.fixture
def papers(scored, jobs):
    return PaperPresenter(scored.folder, jobs)


def test_a_draft_comes_first_and_the_signed_paper_after_the_signature(qtbot, scored, presenter, papers):
    with qtbot.waitSignal(papers.arrived) as came:
        papers.bring(presenter.shown())
    assert not came.args[0].final
    scored.services.signing.sign(scored.id, credential())
    with qtbot.waitSignal(papers.arrived) as came:
        papers.bring(presenter.shown())
    assert came.args[0].final


def test_the_same_state_brings_no_second_paper(qtbot, jobs, presenter, papers):
    with qtbot.waitSignal(papers.arrived):
        papers.bring(presenter.shown())
    with qtbot.assertNotEmitted(jobs.started):
        papers.bring(presenter.shown())


def test_only_the_paper_asked_for_last_arrives(qtbot, jobs, presenter, papers):
    came = []
    papers.arrived.connect(came.append)
    shown = presenter.shown()
    papers.bring(shown)
    papers.bring(replace(shown, paper="another"))
    jobs.wait()
    qtbot.waitUntil(lambda: bool(came))
    assert len(came) == 1


def test_a_sealed_paper_that_never_came_here_is_said_to_be_missing(qtbot, presenter, papers):
    with qtbot.waitSignal(papers.missing) as told:
        papers.bring(replace(presenter.shown(), sealed=True, file=None))
    assert "tidak ada di ruang kerja ini" in told.args[0]


def test_the_pages_turn_and_grow_and_stay_where_they_were(qtbot, scored):
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(540, 600)
    with qtbot.waitExposed(view):
        view.show()
    assert (view.page(), view.pages()) == (0, 0)
    pdf = scored.services.reporting.draft(scored.id).pdf
    view.show_pdf(pdf)
    pages, fitted = view.pages(), view.percent()
    assert pages > 1
    view.turn(+1)
    assert view.page() == 2
    place = view.verticalScrollBar().value()
    view.show_pdf(pdf)
    assert view.verticalScrollBar().value() == place
    view.zoom(+1)
    assert view.percent() > fitted
    assert view.page() == 2
    view.fit()
    assert view.percent() == fitted
    for _ in range(pages):
        view.turn(+1)
    assert view.page() == pages


def test_another_document_is_painted_at_once(qtbot, scored):
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(540, 800)
    with qtbot.waitExposed(view):
        view.show()
    view.show_pdf(scored.services.reporting.draft(scored.id).pdf)
    draft = view.grab().toImage()
    scored.services.signing.sign(scored.id, credential())
    view.show_pdf(scored.services.reporting.signed_view(scored.id))
    assert view.grab().toImage() != draft
