"""The screen of a consolidated store without its window: pages by key, figures of a scope, what fails and is tried again."""

import shutil
from fractions import Fraction

import openpyxl
import pytest

from tools.ministry import KANWILS
from zi_desktop.services.hub.consolidated import PAGE, Scope, open_consolidated
from zi_desktop.services.hub.portfolio_file import write_portfolio_file
from zi_desktop.ui.consolidated.presenter import ConsolidatedPresenter


@pytest.fixture
def presenter(services, jobs):
    presenter = ConsolidatedPresenter(services, jobs)
    yield presenter
    jobs.wait()
    presenter.close()


@pytest.fixture
def opened(presenter, ministry, qtbot):
    """A presenter whose first page and figures were read: (presenter, pages, figures)."""
    pages, overviews = [], []
    presenter.pages.read.connect(pages.append)
    presenter.overview_read.connect(overviews.append)
    presenter.open(str(ministry))
    qtbot.waitUntil(lambda: bool(overviews))
    return presenter, pages, overviews


def test_every_satker_comes_once_page_by_page(opened, ministry, qtbot):
    presenter, pages, overviews = opened
    assert [len(page) for page in pages] == [PAGE]
    while presenter.pages.more:
        before = len(pages)
        presenter.pages.fetch()
        presenter.pages.fetch()  # asked twice, read once
        qtbot.waitUntil(lambda before=before: len(pages) > before)
    codes = [line.texts[0] for page in pages for line in page]
    with open_consolidated(str(ministry)) as store:
        assert codes == [row.satker["code"] for row in store.rows(Scope(2026))]
    assert [len(page) for page in pages] == [100, 100, 100, 30]
    assert overviews[0].units == len(codes) == presenter.units


def test_figures_are_those_of_the_store(opened, ministry):
    presenter, _, (overview,) = opened
    assert presenter.scope == (2026, "")
    with open_consolidated(str(ministry)) as store:
        figures, areas = store.figures(Scope(2026)), store.weakest_areas(Scope(2026))
        assert overview.figures[:3] == (
            (str(figures.units), "satker"), (str(figures.evaluated), "evaluasi"), (str(figures.whole), "tuntas dinilai"),
        )  # fmt: skip
        assert [share.value for share in overview.areas] == [float(each.share) for each in areas]
        assert sum(count for _, count in overview.steps) == figures.whole == overview.whole
        assert overview.steps[0][0] <= 50
        assert overview.steps[-1][0] == 95
        assert [year.year for year in overview.years] == ["2025", "2026"]
    assert overview.areas[0].title == "Penguatan Pengawasan"
    assert overview.areas[0].value < Fraction(7, 10)


def test_another_scope_begins_with_its_first_page(opened, qtbot):
    presenter, pages, overviews = opened
    emptied = []
    presenter.pages.emptied.connect(lambda: emptied.append(True))
    presenter.choose(kanwil=KANWILS[4])
    presenter.choose(year=2025)  # before the first answer came: only the last one is shown
    qtbot.waitUntil(lambda: len(overviews) == 2)
    assert len(emptied) == 2
    assert [len(page) for page in pages] == [PAGE, 10]
    assert {line.texts[2] for line in pages[-1]} == {KANWILS[4]}
    assert not presenter.pages.more
    assert presenter.scope == (2025, KANWILS[4])


def test_the_address_is_remembered_without_its_password(presenter, services, ministry, qtbot, jobs):
    with qtbot.waitSignal(presenter.overview_read):
        presenter.open(str(ministry))
    again = ConsolidatedPresenter(services, jobs)
    assert again.remembered == str(ministry)
    with qtbot.waitSignal(presenter.failed) as told:
        presenter.open("postgresql://siapa:rahasia@127.0.0.1:1/zi")
    assert "tidak dapat dipakai" in told.args[0]
    assert "rahasia" not in told.args[0]
    assert presenter.origin is None
    assert again.remembered == str(ministry)
    with qtbot.waitSignal(again.overview_read):
        again.open_last()
    again.close()


def test_a_server_is_remembered_without_its_password(presenter, services, postgresql, qtbot):
    address = postgresql.url("zi_portofolio")
    from zi_desktop.storage.hub_store import open_store

    open_store(address, make=True).close()
    with qtbot.waitSignal(presenter.overview_read):
        presenter.open(address.replace("uji@", "uji:rahasia@"))
    assert presenter.remembered.endswith("/zi_portofolio")
    assert "rahasia" not in presenter.remembered
    presenter.close()


def test_what_failed_is_tried_again(presenter, ministry, tmp_path, qtbot):
    file = tmp_path / "belum.db"
    with qtbot.waitSignal(presenter.failed):
        presenter.open(str(file))
    shutil.copy(ministry, file)
    with qtbot.waitSignal(presenter.overview_read):
        presenter.retry()
    assert presenter.origin.where == str(file)


def test_a_lost_server_is_a_sentence_and_comes_back(presenter, postgresql, qtbot):
    from zi_desktop.storage.hub_store import open_store

    address = postgresql.url("zi_terputus")
    open_store(address, make=True).close()
    with qtbot.waitSignal(presenter.overview_read):
        presenter.open(address)
    postgresql.stop("immediate")
    try:
        with qtbot.waitSignal(presenter.failed) as told:
            presenter.load()
    finally:
        postgresql.start()
    assert "tidak dapat dicapai" in told.args[0]
    with qtbot.waitSignal(presenter.overview_read):
        presenter.retry()
    presenter.close()


def test_the_workbook_holds_every_satker_of_the_scope(opened, tmp_path, qtbot):
    presenter, _, _ = opened
    file = tmp_path / "portofolio.xlsx"
    with qtbot.waitSignal(presenter.exported):
        presenter.export(file)
    assert openpyxl.load_workbook(file).active.max_row == 331


def test_a_cancelled_export_writes_nothing(opened, tmp_path, qtbot):
    presenter, _, _ = opened
    file = tmp_path / "portofolio.xlsx"
    job = presenter.export(file)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert not file.exists()


def test_the_recap_begins_with_the_highest_total(opened, qtbot):
    presenter, _, (overview,) = opened
    with qtbot.waitSignal(presenter.recap_read) as told:
        presenter.ask_recap()
    (lines,) = told.args
    totals = [float(line[4].replace(",", ".")) for line in lines]
    assert totals == sorted(totals, reverse=True)
    assert len(lines) == overview.whole
    assert [line[0] for line in lines[:3]] == ["1", "2", "3"]


def test_a_signed_portfolio_is_shown_with_its_worth(presenter, services, ministry, tmp_path, qtbot):
    services.hub_keys.make("Inspektorat Contoh", tmp_path / "brankas")
    file = tmp_path / "kiriman"  # told by its content, whatever it is called
    with open_consolidated(str(ministry)) as store:
        write_portfolio_file(store, services.hub_keys, KANWILS[0], services.workspace.now(), file)
    with qtbot.waitSignal(presenter.overview_read) as told:
        presenter.open(str(file))
    assert presenter.origin.trusted
    assert presenter.origin.kanwils == (KANWILS[0],)
    assert told.args[0].units == 10
    file.write_bytes(file.read_bytes().replace(b"Rutan", b"Lapas"))
    with qtbot.waitSignal(presenter.failed) as refused:
        presenter.open(str(file))
    assert "berubah sejak ditandatangani" in refused.args[0]
    assert presenter.origin is None


def test_a_file_that_only_bears_the_name_is_refused(presenter, tmp_path, qtbot):
    file = tmp_path / "bukan.ziport"
    file.write_text("bukan")
    with qtbot.waitSignal(presenter.failed) as told:
        presenter.open(str(file))
    assert "berisi hal lain" in told.args[0]


def test_words_narrow_the_rows_and_leave_the_figures(opened, qtbot):
    presenter, pages, overviews = opened
    presenter.pages.search("lapas")
    presenter.pages.search("  contoh   LAPAS ")  # before the first one was asked
    qtbot.waitUntil(lambda: len(pages) == 2)
    assert len(overviews) == 1
    assert presenter.pages.words == "contoh LAPAS"
    assert {line.texts[1].split()[0] for line in pages[1]} == {"Lapas"}
    presenter.pages.search("mu-00005")
    qtbot.waitUntil(lambda: len(pages) == 3)
    assert [line.texts[2] for line in pages[2]] == [KANWILS[4]]
    presenter.pages.search("%")
    qtbot.waitUntil(lambda: len(pages) == 4)
    assert pages[3] == ()
    presenter.pages.search("")
    qtbot.waitUntil(lambda: len(pages) == 5)
    assert len(pages[4]) == PAGE
    assert presenter.pages.more


def test_words_that_are_typed_while_the_figures_are_read_do_not_lose_them(presenter, ministry, qtbot):
    pages, overviews = [], []
    presenter.pages.read.connect(pages.append)
    presenter.overview_read.connect(overviews.append)
    with qtbot.waitSignal(presenter.opened):
        presenter.open(str(ministry))
    presenter.pages.search("rutan contoh 7")
    presenter.pages.begin()
    qtbot.waitUntil(lambda: bool(overviews) and bool(pages))
    assert {line.texts[1].split()[0] for page in pages for line in page} == {"Rutan"}
    assert overviews[0].units == 330
