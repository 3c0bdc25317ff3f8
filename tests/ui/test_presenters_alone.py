"""Every presenter does its work without a window: not one widget is made while it does."""

import importlib
import inspect
import pkgutil

import pytest
from builders import CHOICE, SECRET, write_list
from hub_makers import Hub
from master_lists import drop, encoded, master_list
from PySide6.QtWidgets import QApplication
from sheet_files import write_sheet

import zi_desktop.ui
from tools.ministry import evaluations, satkers
from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.services.worksheets.exporting import ExportLayout
from zi_desktop.services.worksheets.importing import UNKNOWN
from zi_desktop.storage import hub_rows
from zi_desktop.storage.hub_store import open_store
from zi_desktop.ui.consolidated.presenter import ConsolidatedPresenter
from zi_desktop.ui.evaluation.presenter import EvaluationPresenter
from zi_desktop.ui.evidence.presenter import EvidencePresenter
from zi_desktop.ui.evidence.store_presenter import StorePresenter
from zi_desktop.ui.home.presenter import HomePresenter
from zi_desktop.ui.home.recent_model import RecentPresenter
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.remarks.presenter import RemarksPresenter
from zi_desktop.ui.satker.presenter import ProfilePresenter
from zi_desktop.ui.settings.presenter import SettingsPresenter
from zi_desktop.ui.settling.presenter import SettlePresenter
from zi_desktop.ui.signing.paper import PaperPresenter
from zi_desktop.ui.signing.presenter import SigningPresenter
from zi_desktop.ui.signing.sealing import SealingPresenter
from zi_desktop.ui.sync.bundle_presenter import BundlePresenter
from zi_desktop.ui.sync.cards_presenter import CardsPresenter
from zi_desktop.ui.sync.enrol_presenter import EnrolPresenter
from zi_desktop.ui.sync.hub_presenter import HubPresenter
from zi_desktop.ui.sync.presenter import SyncPresenter
from zi_desktop.ui.verification.presenter import VerificationPresenter
from zi_desktop.ui.visit.presenter import VisitPresenter
from zi_desktop.ui.window_memory import WindowMemory
from zi_desktop.ui.worksheets.edition_move_presenter import MovePresenter
from zi_desktop.ui.worksheets.edition_presenter import EditionsPresenter
from zi_desktop.ui.worksheets.export_presenter import ExportPresenter
from zi_desktop.ui.worksheets.folder_presenter import FolderPresenter, FolderTarget
from zi_desktop.ui.worksheets.import_presenter import ImportPresenter
from zi_desktop.ui.worksheets.import_reading import Wish

SCENES = {}
YEAR = 2026


def scene(*kinds):
    """Register what presenters of these kinds do: with the scored sample, the worker, a folder, what waits for a signal."""

    def register(act):
        for kind in kinds:
            SCENES[kind] = act
        return act

    return register


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.wait()


@scene(HomePresenter, RecentPresenter)
def portfolio(kind, scored, _jobs, _folder, wait):
    scored.services.preferences.remember_opened(scored.id, CHOICE)
    presenter = kind(scored.services)
    shown = wait(presenter.shown, presenter.load)
    rows = [each.row for each in shown] if kind is RecentPresenter else shown.rows
    assert scored.state.identity.satker in {row.satker["id"] for row in rows}


@scene(EvaluationPresenter)
def evaluation(kind, scored, _jobs, _folder, wait):
    presenter = kind(scored.services, scored.id, CHOICE)
    moved_to = wait(presenter.moved, lambda: presenter.step(+1))
    assert moved_to == presenter.code != CHOICE


@scene(EvidencePresenter)
def evidence(kind, scored, jobs, folder, wait):
    presenter, file = kind(scored.services, jobs), write_list(folder / "SK.txt", "SK contoh")
    wait(presenter.added, lambda: presenter.add(scored.id, [(file, CHOICE)]))
    [line] = presenter.lines(scored.state, CHOICE, hidden=False)
    assert line.name == "SK.txt"
    wait(presenter.turned, lambda: presenter.judge(scored.id, line.link, "sesuai"))
    [line] = presenter.lines(scored.state, CHOICE, hidden=False)
    assert line.link.judged.value == "sesuai"
    wait(presenter.turned, lambda: presenter.remove(scored.id, line.link))
    assert presenter.lines(scored.state, CHOICE, hidden=False) == ()


@scene(StorePresenter)
def store(kind, scored, jobs, folder, wait):
    scored.services.evidence.add(scored.id, [write_list(folder / "SK.txt", "SK contoh")], CHOICE)
    [link] = scored.services.evidence.links(scored.id, CHOICE)
    scored.services.evidence.retract(scored.id, link)
    presenter = kind(scored.services, jobs)
    wait(presenter.checked, presenter.check)
    found = wait(presenter.listed, presenter.list_removable)
    assert [line.name for line, _ in found] == ["SK.txt"]
    wait(presenter.cleaned, lambda: presenter.clean([each for _, each in found], failed=print))
    assert wait(presenter.listed, presenter.list_removable) == []


@scene(RemarksPresenter)
def remarks(kind, scored, jobs, _folder, wait):
    presenter = kind(scored.services, jobs)
    before = wait(presenter.shown_changed, lambda: presenter.open(scored.id)).rows
    words = {"item": CHOICE, "condition": "SOP masih konsep", "recommendation": "Tetapkan SOP"}
    after = wait(presenter.shown_changed, lambda: presenter.add(words)).rows
    assert len(after) == len(before) + 1


@scene(ProfilePresenter)
def profile(kind, scored, _jobs, _folder, wait):
    presenter = kind(scored.services, scored.state.identity.satker)
    shown = wait(presenter.shown_changed, lambda: presenter.leave({"day": "2026-11-02", "to": "Instansi Misal"}))
    assert shown == presenter.shown()
    assert shown.profile.left


@scene(SettingsPresenter)
def settings(kind, scored, _jobs, _folder, wait):
    presenter = kind(scored.services.settings, WindowMemory(scored.services.preferences))
    wait(presenter.kept, lambda: presenter.keep("person.position", "Auditor Misal"))
    assert presenter.shown().texts["person.position"] == "Auditor Misal"


@scene(SettlePresenter)
def settling(kind, scored, jobs, _folder, wait):
    presenter = kind(scored.services, jobs)
    assert wait(presenter.shown_changed, lambda: presenter.open(scored.id)).lines == ()


@scene(SigningPresenter)
def signing(kind, scored, jobs, _folder, wait):
    presenter = kind(scored.services, jobs)
    shown = wait(presenter.shown_changed, lambda: presenter.open(scored.id))
    assert not shown.checks.must
    assert shown.takes_key


@scene(PaperPresenter)
def paper(kind, scored, jobs, _folder, wait):
    signing_presenter, presenter = SigningPresenter(scored.services, jobs), kind(scored.folder, jobs)
    signing_presenter.id = scored.id
    assert not wait(presenter.arrived, lambda: presenter.bring(signing_presenter.shown())).final


@scene(SealingPresenter)
def sealing(kind, scored, jobs, _folder, wait):
    presenter = kind(scored.services, jobs)
    assert wait(presenter.key_read, presenter.read_key) is None
    wait(presenter.key_made, lambda: presenter.make_key(SECRET))
    assert wait(presenter.refused, lambda: presenter.sign(scored.id, "bukan itu", None))
    assert scored.state.seal is None
    assert wait(presenter.signed, lambda: presenter.sign(scored.id, SECRET, None)).intact


@scene(SyncPresenter)
def exchange(kind, scored, jobs, _folder, wait):
    presenter = kind(scored.services, jobs)
    assert [each.evaluation for each in wait(presenter.shown, presenter.load).overview.outbox] == [scored.id]


@scene(BundlePresenter)
def bundle(kind, scored, jobs, folder, wait):
    file, presenter = folder / "kiriman.zib", kind(scored.services, jobs)
    scored.services.bundling.export([scored.id], file, plain=True)
    wait(presenter.previewed, lambda: presenter.read(file))
    presenter.leave()
    file.write_bytes(b"bukan paket")
    assert "kiriman.zib" in wait(presenter.refused, lambda: presenter.read(file))


@scene(CardsPresenter)
def cards(kind, scored, jobs, folder, wait):
    presenter = kind(scored.services, jobs)
    file = presenter.export(folder / "kartu.kartu")
    assert presenter.read(file) == presenter.own()
    wait(presenter.accepted, lambda: presenter.accept(presenter.own()))


@scene(EnrolPresenter, HubPresenter)
def enrolment(kind, scored, jobs, folder, wait):
    (folder / "pertukaran").mkdir()
    hub = Hub(folder, str(folder / "pertukaran"), str(folder / "gabungan.db"))
    try:
        enrol = EnrolPresenter(scored.services, jobs)
        wait(enrol.found, lambda: enrol.look(hub.address, enrol.keys()))
        wait(enrol.enrolled, lambda: enrol.enrol(hub.address, hub.fingerprint))
        if kind is HubPresenter:
            presenter = kind(scored.services, jobs)
            wait(presenter.said, presenter.push)
            wait(presenter.said, presenter.pull)
            assert presenter.address
    finally:
        hub.services.close()


@scene(VerificationPresenter)
def verification(kind, scored, jobs, folder, wait):
    presenter = kind(scored.services.preferences, scored.services.workspace.editions, jobs)
    assert (
        wait(presenter.verified, lambda: presenter.verify(write_list(folder / "surat.pdf", "%PDF-1.7")))
        == folder / "surat.pdf"
    )


@scene(VisitPresenter)
def visit(kind, scored, jobs, _folder, wait):
    presenter = kind(scored.services, jobs)
    wait(presenter.shown_changed, lambda: presenter.open(scored.id))
    values = {"kind": "wawancara", "text": "Alur dijelaskan.", "who": "Petugas", "item": CHOICE, "due": ""}
    assert len(wait(presenter.shown_changed, lambda: presenter.keep_entry("", values)).entries) == 1


@scene(EditionsPresenter, MovePresenter)
def other_editions(kind, scored, jobs, folder, wait):
    master = master_list(YEAR + 1)
    drop(master, 5)
    file = folder / "daftar.json"
    file.write_bytes(encoded(master))
    presenter = EditionsPresenter(scored.services, jobs)
    presenter.take(wait(presenter.read, lambda: presenter.read_file(file)))
    assert len(presenter.rows()) == 2
    if kind is MovePresenter:
        move = kind(scored.services, scored.id)
        wait(move.previewed, lambda: move.look(move.choices[0][0]))
        wait(move.moved, move.apply)
        assert scored.state.instrument.structure_digest == move.choices[0][0]


@scene(ExportPresenter)
def export(kind, scored, jobs, folder, wait):
    presenter = kind(scored.services, jobs, [scored.id])
    place = presenter.proposed(ExportLayout.LAMPIRAN3, Column.TPI, folder)
    wait(presenter.written, lambda: presenter.write(presenter.plan(ExportLayout.LAMPIRAN3, Column.TPI, place)))
    assert place.is_file()


@scene(FolderPresenter, ImportPresenter)
def sheets(kind, scored, jobs, folder, wait):
    unit = scored.services.satkers.get(scored.state.identity.satker).name
    year = scored.state.identity.year
    file = write_sheet(folder / "kiriman" / "LKE.xlsx", {CHOICE: "Tidak"}, unit=unit, year=year)
    presenter = kind(scored.services, jobs)
    if kind is FolderPresenter:
        lines = wait(presenter.shown, lambda: presenter.read(file.parent, FolderTarget(year, Column.MANDIRI)))
        assert [line.name for line in lines] == ["LKE.xlsx"]
        wait(presenter.taken, lambda: presenter.apply([file], UNKNOWN))
    else:
        shown = wait(presenter.shown_changed, lambda: presenter.read(Wish(file, scored.id)))
        ids = {row.id for row in shown.preview.rows}
        wait(presenter.taken, lambda: presenter.apply(ids, UNKNOWN, despite_warnings=True))
    assert scored.state.answers(Column.MANDIRI)[CHOICE] == Chosen("Tidak")


@scene(ConsolidatedPresenter)
def consolidated(kind, scored, jobs, folder, wait):
    units, file = list(satkers(30)), folder / "gabungan.db"
    with open_store(str(file), make=True) as opened, opened.writing() as connection:
        hub_rows.put_satkers(connection, units)
        hub_rows.put_evaluations(connection, [(each.summary, each.shares) for each in evaluations(units, (YEAR,))])
    presenter = kind(scored.services, jobs)
    wait(presenter.overview_read, lambda: presenter.open(str(file)))
    assert presenter.scope == (YEAR, "")
    wait(presenter.recap_read, presenter.ask_recap)
    presenter.close()


def presenters():
    found = set()
    for each in pkgutil.walk_packages(zi_desktop.ui.__path__, "zi_desktop.ui."):
        module = importlib.import_module(each.name)
        kinds = inspect.getmembers(module, inspect.isclass)
        found |= {kind for name, kind in kinds if name.endswith("Presenter") and kind.__module__ == module.__name__}
    return found


def test_every_presenter_is_tested():
    assert presenters() == set(SCENES)


@pytest.mark.parametrize("kind", SCENES, ids=lambda kind: kind.__name__)
def test_a_presenter_works_without_a_window(qtbot, scored, jobs, tmp_path, kind):
    widgets = set(QApplication.allWidgets())

    def wait(signal, act):
        with qtbot.waitSignal(signal, timeout=30_000) as told:
            act()
        assert set(QApplication.allWidgets()) <= widgets
        return told.args[0] if told.args else None

    SCENES[kind](kind, scored, jobs, tmp_path, wait)
    jobs.wait()
    assert set(QApplication.allWidgets()) <= widgets
