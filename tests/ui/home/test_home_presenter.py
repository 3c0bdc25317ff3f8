"""What Beranda shows, without a window."""

import pytest
from builders import Clock, begin, open_services

from zi_desktop.ui.home.presenter import HomePresenter, named
from zi_desktop.ui.home.recent import RecentPage


@pytest.fixture
def shown():
    return []


@pytest.fixture
def presenter(qapp, portfolio, shown):
    presenter = HomePresenter(portfolio)
    presenter.shown.connect(shown.append)
    presenter.load()
    return presenter


def test_the_counts_stand_beside_the_states(shown, presenter):
    assert shown[-1].statuses[:3] == [("", "Semua 3"), ("belum_mulai", "Belum mulai 3"), ("berjalan", "Berjalan 0")]
    assert "diarsipkan" not in dict(shown[-1].statuses)


def test_archived_ones_are_a_state_only_where_there_are_any(shown, presenter, portfolio):
    portfolio.satkers.archive(portfolio.satkers.find("C-2").id)
    presenter.load()
    assert shown[-1].statuses[-1] == ("diarsipkan", "Diarsipkan 1")


def test_clearing_shows_everything_again(shown, presenter):
    presenter.toggle("predicate", "WBK")
    presenter.search("zzz")
    assert (len(shown[-1].rows), shown[-1].narrowed) == (0, True)
    presenter.clear_filter()
    assert (len(shown[-1].rows), shown[-1].narrowed) == (3, False)


def test_the_heading_names_the_kanwil_that_all_have_in_common(presenter, portfolio):
    portfolio.settings.put("agency.letterhead", "KEMENTERIAN CONTOH|INSPEKTORAT WILAYAH II")
    heading = presenter.heading()
    assert heading.title == "Portofolio Kanwil Misal"
    assert heading.subtitle.endswith("Tim Penilai Internal (TPI) Inspektorat Wilayah II")


def test_roman_numerals_of_a_letterhead_stay_as_they_are():
    assert named("INSPEKTORAT WILAYAH IV") == "Inspektorat Wilayah IV"


def test_another_year_has_its_own_evaluations(qapp, tmp_path, shown):
    with open_services(tmp_path / "ruang", Clock()) as services:
        begin(services, tmp_path, year=2025)
        services.evaluations.create("C-1", 2026)
        presenter = HomePresenter(services)
        found = []
        presenter.loaded.connect(found.append)
        presenter.shown.connect(shown.append)
        presenter.load()
        assert (found[-1].year, found[-1].years) == (2026, [("2026", "2026"), ("2025", "2025")])
        presenter.show_year("2025")
        assert shown[-1].rows[0].evaluation["year"] == 2025


def test_the_evaluations_opened_last_are_listed_newest_first(qtbot, portfolio):
    first = portfolio.evaluations.list()[0]["id"]
    second = portfolio.evaluations.create("C-2", 2026)
    for id_ in (first, second, "tidak-ada"):
        portfolio.preferences.remember_opened(id_, "A.I.1.i.a")
    page = RecentPage(portfolio)
    qtbot.addWidget(page)
    page.activate()
    model = page.list.model()
    assert [model.recent(number).row.evaluation_id for number in range(model.rowCount())] == [second, first]
    with qtbot.waitSignal(page.evaluation_opened) as opened:
        page.list.doubleClicked.emit(model.index(1, 0))
    assert opened.args == [second]  # Enter and a double click open the current row


def test_nothing_opened_leads_to_beranda(qtbot, fresh):
    page = RecentPage(fresh)
    qtbot.addWidget(page)
    page.activate()
    with qtbot.waitSignal(page.home_requested):
        page.nothing.acted.emit()
