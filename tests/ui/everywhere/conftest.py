"""Workspaces as assessors have them, each open with an evaluation, and the real window led to a screen over one of them."""

from functools import partial

import pytest
from builders import CHOICE, INDEX, RATIO, Answered, begin, give, open_services, write_list
from evidence_makers import photo
from focus_walk import active
from laptops import begin_visit, introduce, laptop, send
from PySide6.QtWidgets import QApplication, QDialog
from sheet_files import write_sheet
from shiboken6 import isValid
from states import STATES

from tools.ministry import KANWILS, evaluations, satkers
from zi_desktop.services.composition import open_services as open_for_reading
from zi_desktop.services.hub.consolidated import open_consolidated
from zi_desktop.services.hub.portfolio_file import write_portfolio_file
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.visits.keeping import EntryText
from zi_desktop.storage import hub_rows
from zi_desktop.storage.hub_store import open_store
from zi_desktop.ui.desktop import Desktop
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.navigation import EVALUATION
from zi_desktop.ui.window_memory import WindowMemory

LATER = 2027
REMARK = RemarkEntry("SOP masih konsep", "Tetapkan SOP", CHOICE, due="2020-01-31", responsible="Kasubag Contoh")
OTHER = RemarkEntry("Register kosong", "Isi register", CHOICE, "kanwil", due="2099-12-12")
ENTRY = EntryText("janji", "SK tim kerja yang direvisi", "Kasubag TU Contoh", CHOICE, "2020-01-31")


@pytest.fixture
def empty(fresh):
    """Nothing yet."""
    return Answered(fresh, "")


@pytest.fixture
def listed(fresh, tmp_path):
    """Two satker, one evaluation in which nothing is answered and that was never opened."""
    id_ = begin(fresh, tmp_path)
    fresh.satkers.import_list(write_list(tmp_path / "lain.csv", "kode,nama\nC-9,Bapas Umpama\n"))
    return Answered(fresh, id_)


@pytest.fixture
def busy(scored, tmp_path):
    """The scored sample with an item to discuss, entries of a visit, remarks, evidence, and one file of it put away."""
    services, id_ = scored.services, scored.id
    for code in (CHOICE, INDEX):
        services.answering.mark(id_, code, marked=True)
    services.visits.add(id_, ENTRY)
    services.visits.add(id_, EntryText("pertanyaan", "Siapa yang mengolah survei?", "Kepala Contoh"))
    for remark in (REMARK, OTHER):
        services.remarks.add(id_, remark)
    services.evidence.add(id_, [photo(tmp_path / "papan.jpg"), write_list(tmp_path / "SK.txt", "SK contoh")], CHOICE)
    services.evidence.add(id_, [write_list(tmp_path / "Lain.txt", "Lain")], INDEX)
    services.evidence.retract(id_, services.evidence.links(id_, INDEX)[-1])
    services.preferences.remember_opened(id_, CHOICE)
    return scored


@pytest.fixture
def later(busy):
    """The year after: what the evaluation before left open is looked after in it."""
    satker = next(row for row in busy.services.satkers.list() if row["id"] == busy.state.identity.satker)
    return Answered(busy.services, busy.services.evaluations.create(satker["code"], LATER))


@pytest.fixture
def only_read(busy):
    """The same, while another window holds the workspace."""
    with open_for_reading(busy.folder, write=False) as services:
        yield Answered(services, busy.id)


@pytest.fixture
def sealed(signed):
    """The signed sample."""
    folder, id_, _ = signed
    with open_services(folder) as services:
        yield Answered(services, id_)


@pytest.fixture
def disputed(tmp_path):
    """An evaluation in which two laptops disagree about a choice, an index, counts, the plan and what the office is called."""
    with laptop(tmp_path, "rini") as services, laptop(tmp_path, "ahmad") as colleague:
        id_ = begin_visit(services, tmp_path)
        introduce(services, colleague)
        send(services, colleague, id_, tmp_path)
        counts = {item.key: 6 for item in services.evaluations.open(id_).state.instrument.questions[RATIO].answer.typed}
        first = next(iter(counts))
        for one, choice, index, count in ((services, "Ya", "3,2", 4), (colleague, "Tidak", "3,45", 5)):
            give(one, id_, CHOICE, choice)
            give(one, id_, INDEX, index)
            give(one, id_, RATIO, ",".join(f"{key}={6 if key == first else count}" for key in counts))
        colleague.evidence.add(id_, [photo(tmp_path / "laman.jpg")], CHOICE)
        services.evaluations.plan(id_, {"place": "Contohrejo"})
        colleague.evaluations.plan(id_, {"place": "Umpamajaya"})
        for one, name in ((services, "Kementerian Contoh"), (colleague, "Kementerian Umpama")):
            one.settings.put("agency.name", name)
        send(colleague, services, id_, tmp_path)
        yield Answered(services, id_)


@pytest.fixture
def sheet(tmp_path):
    """A worksheet as the satker of ``listed`` sends it."""
    return write_sheet(tmp_path / "kiriman" / "LKE.xlsx", {CHOICE: "Ya", "A.I.1.i.b": "B", INDEX: "3,4"})


@pytest.fixture(scope="session")
def ministry(tmp_path_factory):
    """The path of a store with two years of evaluations."""
    file = tmp_path_factory.mktemp("kementerian") / "gabungan.db"
    units = list(satkers(150))
    with open_store(str(file), make=True) as store, store.writing() as connection:
        hub_rows.put_satkers(connection, units)
        hub_rows.put_evaluations(connection, [(each.summary, each.shares) for each in evaluations(units, (2025, 2026))])
    return file


@pytest.fixture(scope="session")
def portfolio_file(ministry, tmp_path_factory):
    """The signed portfolio of one Kanwil, of a hub that nobody here knows."""
    folder = tmp_path_factory.mktemp("portofolio")
    with open_services(folder / "hub") as hub, open_consolidated(str(ministry)) as store:
        hub.hub_keys.make("Inspektorat Contoh", folder / "brankas")
        write_portfolio_file(store, hub.hub_keys, KANWILS[0], hub.workspace.now(), folder / "kanwil.ziport")
    return folder / "kanwil.ziport"


@pytest.fixture
def arrived(request, qtbot, theme, tmp_path):
    """Lead the window to a state (by its name) and return it, settled; it goes before its workspace does."""

    def arrived(name):
        state = STATES[name]
        world = request.getfixturevalue(state.world)
        desktop = Desktop(world.services, theme, WindowMemory(world.services.preferences), lambda: tmp_path / "log")
        request.node.addfinalizer(partial(_leave, qtbot, desktop))  # before the workspace is closed
        desktop.show()
        desktop.go_on()
        desktop.window.showNormal()  # the platform without a screen believes in a small one, and fills that
        desktop.window.resize(1366, 768)
        with qtbot.waitActive(desktop.window):
            desktop.window.activateWindow()
        qtbot.waitUntil(lambda: EVALUATION in desktop.window._pages)  # made while nothing else is due
        state.come(desktop, world, request.getfixturevalue)
        qtbot.waitUntil(lambda: desktop.window.key() == state.place and not desktop.jobs.findChildren(Job))
        qtbot.waitUntil(lambda: active(desktop.window))
        return desktop

    return arrived


def _leave(qtbot, desktop):
    """Close what is open, the dialogs first, the one that was opened last before the others."""
    for dialog in reversed([each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]):
        if isValid(dialog) and dialog.isVisible():
            dialog.done(QDialog.DialogCode.Rejected)
    qtbot.waitUntil(lambda: not desktop.jobs.findChildren(Job))
    desktop.window.may_close = lambda: True  # what waits is the matter of other tests
    desktop.window.close()
    desktop.jobs.wait()
    desktop.problems.uninstall()
    desktop.window.deleteLater()
