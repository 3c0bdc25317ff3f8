"""The screens of the window, one entry of the rail each; a screen's modules load when it is first shown."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from zi_desktop.ui.evaluation_ways import give_papers, give_remarks, give_sheets, give_trend
from zi_desktop.ui.evidence_ways import give_evidence, give_proof, give_store
from zi_desktop.ui.main_window import Place
from zi_desktop.ui.means import Means
from zi_desktop.ui.navigation import (
    CONSOLIDATED,
    EVALUATION,
    FOLDER,
    HELP,
    HOME,
    IMPORT,
    REMARKS,
    REMARKS_TAB,
    SETTINGS,
    SETTLE,
    SIGNING,
    SYNC,
    VISIT,
)
from zi_desktop.ui.page import Page, Tab
from zi_desktop.ui.settle_ways import follow_panel, offer_settling, settle_page, settle_panel
from zi_desktop.ui.widgets.pills import Tone

_OF_SETTINGS: Final = (
    "setelan tema gelap terang ukuran huruf teks ganti nama saya nip jabatan instansi logo kop satker profil edisi"
)
"""What somebody looks for who means Pengaturan."""
_OF_SIGNING: Final = "cetak print pdf laporan kertas kerja ttd segel periksa pratinjau"
_OF_SYNC: Final = "sinkronisasi paket kirim terima flashdisk hub inspektorat kotak keluar masuk zib"

if TYPE_CHECKING:
    from zi_desktop.ui.evaluation.page import EvaluationPage
    from zi_desktop.ui.home.view import HomePage
    from zi_desktop.ui.settings.view import SettingsPage


def places(means: Means) -> Sequence[Place]:
    """Return the entries of the rail, in their order, and the screens that belong to one of them."""
    return (
        Place(HOME, "Beranda", "home", partial(_home, means), "Ctrl+Home; Alt+Home", words="portofolio daftar awal"),
        Place(
            EVALUATION,
            "Evaluasi",
            "evaluation",
            partial(_evaluation, means),
            "Alt+E",
            words="penilaian terakhir dibuka",
        ),
        Place(SIGNING, "Tinjau & tanda tangan", "sign", partial(_signing, means), within=EVALUATION),
        Place(VISIT, "Kunjungan", "calendar", partial(_visit, means), within=EVALUATION),
        Place(REMARKS_TAB, "Catatan evaluasi", "flag", partial(_remarks_of_evaluation, means), within=EVALUATION),
        Place(SETTLE, "Beda penilaian", "difference", partial(_settle, means), within=EVALUATION),
        Place(IMPORT, "Impor LKE", "import", partial(_import, means), within=EVALUATION),
        Place(FOLDER, "Impor folder LKE", "folder", partial(_folder, means), within=HOME),
        Place(CONSOLIDATED, "Simpanan gabungan", "table", partial(_consolidated, means), within=HOME),
        Place(
            REMARKS,
            "Catatan",
            "flag",
            partial(_remarks, means),
            "Ctrl+Shift+C",
            words="rekomendasi tindak lanjut lewat tenggat semua evaluasi",
        ),
        Place(SYNC, "Sinkron", "sync", partial(_sync, means), "Ctrl+Shift+Y", words=_OF_SYNC),
        Place(SETTINGS, "Pengaturan", "settings", partial(_settings, means), "Ctrl+,", below=True, words=_OF_SETTINGS),
        Place(
            HELP, "Bantuan", "help", partial(_help, means), "Shift+F1", below=True, words="pintasan tombol versi manual"
        ),
    )


def _home(means: Means) -> Page:
    from zi_desktop.ui.home.view import HomePage  # noqa: PLC0415 (a screen loads when it is first shown)

    page = HomePage(means.services, means.jobs)
    means.navigation.connect_home(page)
    page.profile_requested.connect(partial(_profile, means, page))
    means.imports.connect_home(page)
    page.export_requested.connect(partial(_export, means, page))
    give_store(means, page)
    return page


def _evaluation(means: Means) -> Page:
    from zi_desktop.ui.evaluation.page import EvaluationPage  # noqa: PLC0415 (as above)
    from zi_desktop.ui.home.recent import RecentPage  # noqa: PLC0415 (as above)

    recent = RecentPage(means.services)
    page = EvaluationPage(means.services, recent, partial(_tabs, means))
    means.navigation.connect_evaluation(page, recent)
    means.imports.connect_evaluation(page)
    give_papers(means, page)
    give_evidence(means, page)
    give_store(means, page)
    give_remarks(means, page)
    offer_settling(page, means.navigation)
    give_trend(means, page)
    page.export_requested.connect(lambda id_: _export(means, page, [id_]))
    page.edition_requested.connect(partial(_move_edition, means, page))
    return page


def _export(means: Means, page: Page, ids: Sequence[str]) -> None:
    """Export evaluations, asking over the screen from which that was asked for."""
    from zi_desktop.ui.worksheets.export_dialog import export  # noqa: PLC0415 (loads when something is exported)

    export(means.services, means.jobs, ids, page)


def _profile(means: Means, page: "HomePage", satker: str) -> None:
    """Show what is known of a satker over Beranda."""
    from zi_desktop.ui.satker.dialog import ProfileDialog  # noqa: PLC0415 (loads when it is first asked for)
    from zi_desktop.ui.satker.presenter import ProfilePresenter  # noqa: PLC0415 (as above)

    presenter = ProfilePresenter(means.services, satker, page)
    presenter.list_changed.connect(page.intake.changed)  # Beranda is seen behind the dialog
    dialog = ProfileDialog(presenter, page, hidden=means.navigation.hidden())
    # Not every window manager gives the keyboard back by itself.
    dialog.finished.connect(page.window().activateWindow)
    dialog.finished.connect(page.activate)
    dialog.open()


def _tabs(means: Means, id_: str) -> tuple[Tab, ...]:
    """Return the tabs of an open evaluation: each of its screens shows them all, and how many remarks wait in it."""
    from zi_desktop.ui.evaluation.page import SCORING_TAB  # noqa: PLC0415 (as above)

    tr = means.navigation.tr
    return (
        Tab(SCORING_TAB, tr("Penilaian")), Tab(VISIT, tr("Kunjungan")),
        Tab(REMARKS_TAB, tr("Catatan"), means.services.remark_list.waiting(id_) or None),
        Tab(SIGNING, tr("Tinjau & tanda tangan"), words=_OF_SIGNING),
    )  # fmt: skip


def _visit(means: Means) -> Page:
    from zi_desktop.ui.evidence.scans import ScanDesk  # noqa: PLC0415 (as above)
    from zi_desktop.ui.signing.papers import Papers  # noqa: PLC0415 (as above)
    from zi_desktop.ui.visit.view import VisitPage  # noqa: PLC0415 (as above)

    page = VisitPage(means.services, means.jobs, partial(_tabs, means))
    papers = Papers(means.services, page, lambda: page.presenter.id)
    page.heading_changed.connect(lambda: papers.allow(allowed=page.changeable))
    page.plan_requested.connect(papers.open_plan)
    page.scans_requested.connect(ScanDesk(means.services, means.jobs, page).open)
    papers.changed.connect(page.presenter.load)
    give_proof(means, page, papers)
    give_sheets(means, page, lambda: page.presenter.id)
    means.navigation.connect_visit(page)
    return page


def _remarks_of_evaluation(means: Means) -> Page:
    from zi_desktop.ui.remarks.evaluation_view import EvaluationRemarksPage  # noqa: PLC0415 (as above)

    page = EvaluationRemarksPage(means.services, means.jobs, partial(_tabs, means))
    means.navigation.connect_remarks(page)
    page.tab_requested.connect(means.navigation.show_tab)
    give_sheets(means, page, lambda: page.presenter.evaluation)
    return page


def _remarks(means: Means) -> Page:
    from zi_desktop.ui.remarks.view import RemarksPage  # noqa: PLC0415 (as above)

    page = RemarksPage(means.services, means.jobs)
    means.navigation.connect_remarks(page)
    return page


def _move_edition(means: Means, page: "EvaluationPage", id_: str) -> None:
    """Show what moving an evaluation to another edition would do, and do it."""
    from zi_desktop.ui.worksheets.edition_move_dialog import MoveDialog  # noqa: PLC0415 (loads when one is moved)
    from zi_desktop.ui.worksheets.edition_move_presenter import MovePresenter  # noqa: PLC0415 (as above)

    presenter = MovePresenter(means.services, id_)
    dialog = MoveDialog(presenter, page, hidden=page.stage.hidden)
    presenter.moved.connect(lambda _: page.activate())
    presenter.moved.connect(lambda words: means.navigation.say(words, Tone.OK))
    dialog.finished.connect(page.window().activateWindow)
    dialog.open()


def _signing(means: Means) -> Page:
    from zi_desktop.ui.signing.view import SigningPage  # noqa: PLC0415 (as above)

    page = SigningPage(means.services, means.jobs, partial(_tabs, means))
    give_proof(means, page, page.papers)
    give_sheets(means, page, lambda: page.evaluation)
    means.navigation.connect_signing(page)
    return page


def _import(means: Means) -> Page:
    from zi_desktop.ui.worksheets.import_page import ImportPage  # noqa: PLC0415 (as above)

    page = ImportPage(means.services, means.jobs)
    means.imports.connect_import(page)
    return page


def _folder(means: Means) -> Page:
    from zi_desktop.ui.worksheets.folder_page import FolderPage  # noqa: PLC0415 (as above)

    page = FolderPage(means.services, means.jobs)
    means.imports.connect_folder(page)
    return page


def _settle(means: Means) -> Page:
    return settle_page(means.services, means.jobs, means.navigation, partial(_tabs, means))


def _sync(means: Means) -> Page:
    from zi_desktop.ui.sync.view import SyncPage  # noqa: PLC0415 (as above)

    panel = settle_panel(means.services, means.jobs, means.navigation)
    page = SyncPage(means.services, means.jobs, panel)
    page.exchanged.connect(panel.refresh)
    follow_panel(panel, page)
    page.disputed.connect(panel.open_evaluation)
    # Once the work that brought it is over, and the screen has taken the keyboard back.
    page.disputed.connect(lambda _: QTimer.singleShot(0, panel, panel.take_focus))
    panel.evaluation_changed.connect(lambda _: page.presenter.load())
    panel.begun.connect(means.navigation.forget_exchange)
    means.navigation.connect_sync(page)
    return page


def _consolidated(means: Means) -> Page:
    from zi_desktop.ui.consolidated.view import ConsolidatedPage  # noqa: PLC0415 (as above)

    return ConsolidatedPage(means.services, means.jobs)


def _settings(means: Means) -> Page:
    from zi_desktop.ui.settings.view import SettingsPage  # noqa: PLC0415 (as above)

    page = SettingsPage(means.services.settings, means.memory, means.theme)
    means.navigation.connect_settings(page)
    _give_editions(means, page)
    page.add_section(give_store(means, page).section())
    return page


def _give_editions(means: Means, page: "SettingsPage") -> None:
    """Let editions of the worksheet and their wording be kept on the screen of settings."""
    from zi_desktop.ui.page import SaveState  # noqa: PLC0415 (as above)
    from zi_desktop.ui.worksheets.edition_panel import EditionPanel  # noqa: PLC0415 (as above)

    panel = EditionPanel(means.services, means.jobs, page)
    page.add_sections(panel.edition_section, panel.wording_section)
    page.activated.connect(panel.show_editions)
    panel.kept.connect(lambda words: page.save_state_changed.emit(SaveState(words)))


def _help(means: Means) -> Page:
    from zi_desktop.ui.help.view import HelpPage  # noqa: PLC0415 (as above)

    return HelpPage(means.services.workspace.folder)
