"""Evidence given to the screens: to Penilaian, to the checklist of preconditions; its acts go to the undo of their evaluation."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zi_desktop.ui.evaluation.page import EvaluationPage
    from zi_desktop.ui.evidence.place_desk import PlaceDesk
    from zi_desktop.ui.evidence.presenter import EvidencePresenter
    from zi_desktop.ui.evidence.store_acts import StoreActs
    from zi_desktop.ui.evidence.turn import Turn
    from zi_desktop.ui.means import Means
    from zi_desktop.ui.page import Page
    from zi_desktop.ui.signing.papers import Papers


def give_evidence(means: "Means", page: "EvaluationPage") -> None:
    """Let evidence be added, judged and looked at in the item that is shown."""
    from zi_desktop.ui.evidence.desk import EvidenceDesk, Site  # noqa: PLC0415 (loads with the screen)

    def site() -> Site | None:
        if page.stage.empty:
            return None
        presenter = page.stage.presenter
        return Site(presenter.view.state, presenter.code, presenter.read_only, page.stage.hidden)

    desk = EvidenceDesk(means.services, means.jobs, page, page.place.item.form.evidence, site)
    desk.presenter.turned.connect(partial(_remember, page, desk.presenter))
    total = page.place.score.form.total
    total.tip_wanted.connect(lambda: total.setToolTip(desk.fitting_words()))
    desk.stated.connect(partial(take_in_beside, page))
    desk.told.connect(means.navigation.say)
    page.stage.shown.connect(desk.refresh)
    page.place.item.dropped.connect(desk.take)
    desk.refresh()


def give_proof(means: "Means", page: "Page", papers: "Papers") -> "PlaceDesk":
    """Let evidence be kept for the preconditions, from their checklist."""
    from zi_desktop.ui.evidence.place_desk import PlaceDesk  # noqa: PLC0415 (as above)

    desk = PlaceDesk(means.services, means.jobs, page)
    papers.checklist.evidence_requested.connect(desk.open)
    desk.stated.connect(papers.checklist.show_files)
    return desk


def join_to_undo(page: "EvaluationPage", desk: "PlaceDesk") -> None:
    """Let what is done about that evidence be shown in Penilaian and undone there."""
    desk.stated.connect(partial(take_in_beside, page))
    desk.presenter.turned.connect(partial(_remember, page, desk.presenter))


def give_store(means: "Means", page: "Page") -> "StoreActs":
    """Let the kept files of the whole workspace be checked and cleaned up from a screen."""
    from zi_desktop.ui.evidence.store_acts import StoreActs  # noqa: PLC0415 (as above)

    return StoreActs(means.services, means.jobs, page)


def take_in_beside(page: "EvaluationPage", id_: str) -> None:
    """Let Penilaian look at what was stated beside the answers of an evaluation that is open there, in front or not."""
    if opened := page.open_evaluations.find(id_):
        opened.statements.look_beside()


def _remember(page: "EvaluationPage", presenter: "EvidencePresenter", turn: "Turn") -> None:
    """Let an act about evidence be undone with the answers of its evaluation, also when another one is in front."""
    if opened := page.open_evaluations.find(turn.id):
        opened.statements.remember(turn.place, turn.words, lambda back: presenter.put(turn, back=back))
