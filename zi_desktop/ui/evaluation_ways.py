"""What the tabs of an evaluation get of other parts beside evidence: its papers, remarks, the trend, its worksheet."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from zi_desktop.ui.evaluation_words import closed_words
from zi_desktop.ui.evidence_ways import give_proof, join_to_undo, take_in_beside

if TYPE_CHECKING:
    from zi_desktop.ui.evaluation.page import EvaluationPage
    from zi_desktop.ui.means import Means
    from zi_desktop.ui.page import Page


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


def give_sheets(means: "Means", page: "Page", evaluation: Callable[[], str]) -> None:
    """Let the worksheet be taken in and written from the other tabs of an evaluation too, by Ctrl+K.

    Args:
        means: what screens are made with.
        page: the tab.
        evaluation: returns the id of the evaluation it shows, or "".
    """
    from zi_desktop.ui.widgets.buttons import shortcut_action  # noqa: PLC0415 (as above)

    taking = shortcut_action(page, page.tr("Impor LKE…"), words=page.tr("lembar kerja excel lampiran mandiri ambil"))
    writing = shortcut_action(
        page, page.tr("Ekspor LKE…"), words=page.tr("lembar kerja excel lampiran portalrb json simpan kirim")
    )

    def write() -> None:
        from zi_desktop.ui.worksheets.export_dialog import export  # noqa: PLC0415 (loads when something is exported)

        export(means.services, means.jobs, [evaluation()], page)

    def allow() -> None:
        id_, writable = evaluation(), means.services.workspace.database.writable
        writing.setEnabled(bool(id_))
        taking.setEnabled(bool(id_) and not closed_words(means.services.evaluations.open(id_).state, writable=writable))

    taking.triggered.connect(lambda _: means.imports.choose(evaluation()))
    writing.triggered.connect(lambda _: write())
    page.heading_changed.connect(allow)
    allow()
