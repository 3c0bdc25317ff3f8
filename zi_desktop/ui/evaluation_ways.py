"""What Penilaian gets of other parts beside evidence: the papers around an evaluation, remarks, the trend."""

from functools import partial
from typing import TYPE_CHECKING

from zi_desktop.ui.evidence_ways import give_proof, join_to_undo, take_in_beside

if TYPE_CHECKING:
    from zi_desktop.ui.evaluation.page import EvaluationPage
    from zi_desktop.ui.means import Means


def give_papers(means: "Means", page: "EvaluationPage") -> None:
    """Let plan, preconditions and the panel's decision be reached from Penilaian as well, by key and Ctrl+K."""
    from zi_desktop.ui.signing.papers import Papers  # noqa: PLC0415 (loads with the screen)

    papers = Papers(means.services, page, lambda: page.stage.presenter.id)
    page.offer(papers.actions())

    def allow() -> None:
        open_ = not page.stage.empty
        papers.allow(allowed=open_ and not page.stage.presenter.read_only, open_=open_)

    page.stage.shown.connect(allow)
    papers.changed.connect(page.activate)
    papers.changed.connect(page.heading_changed)
    allow()
    join_to_undo(page, give_proof(means, page, papers))


def give_remarks(means: "Means", page: "EvaluationPage") -> None:
    """Let the remarks about the item be seen below its notes, and new ones be written down by key, menu and Ctrl+K."""
    from zi_desktop.ui.remarks.card import RemarkCard  # noqa: PLC0415 (as above)
    from zi_desktop.ui.remarks.desk import RemarkDesk, Site  # noqa: PLC0415 (as above)

    def site() -> Site | None:
        if page.stage.empty:
            return None
        presenter = page.stage.presenter
        return Site(presenter.id, presenter.code, presenter.read_only)

    card = RemarkCard()
    page.place.item.form.notes.stand_on(card, card.stops())
    desk = RemarkDesk(means.services, page, card, site)
    page.offer([desk.add, desk.look])

    page.stage.shown.connect(desk.refresh)
    page.acts.refresh.triggered.connect(lambda _: desk.reload())
    desk.stated.connect(partial(take_in_beside, page))
    desk.stated.connect(lambda _: page.heading_changed.emit())
    desk.opened.connect(means.navigation.open_remark)


def give_trend(means: "Means", page: "EvaluationPage") -> None:
    """Let the trend of the satker be shown over Penilaian, unless scores are hidden."""
    from zi_desktop.ui.widgets.buttons import shortcut_action  # noqa: PLC0415 (as above)

    action = shortcut_action(page, page.tr("Tren…"), "Shift+F4", page.tr("tahun lalu area perkembangan grafik"))
    page.offer([action])

    def show() -> None:
        from zi_desktop.ui.trend.dialog import TrendDialog, trend_of  # noqa: PLC0415 (loads when it is asked for)
        from zi_desktop.ui.trend.printing import TrendPrinting  # noqa: PLC0415 (as above)

        presenter = page.stage.presenter
        shown = trend_of(means.services, presenter.view.state.identity.satker)
        dialog = TrendDialog(presenter.satker_name(), shown, page)
        if shown.lines:
            TrendPrinting(means.services.workspace.folder, means.jobs, presenter.satker_name(), dialog)
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(page.window().activateWindow)
        dialog.open()

    def allow() -> None:
        action.setEnabled(not page.stage.empty and not page.stage.hidden)
        action.setStatusTip(page.tr("Nilai disembunyikan (Ctrl+H).") if page.stage.hidden else "")

    action.triggered.connect(lambda _: show())
    page.stage.shown.connect(allow)
    allow()
