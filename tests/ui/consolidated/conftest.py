"""A store of a made-up ministry, and the window over a workspace."""

import pytest
from whole_desktop import whole_desktop

from tools.ministry import evaluations, satkers
from zi_desktop.services.composition import open_services
from zi_desktop.storage import hub_rows
from zi_desktop.storage.hub_store import open_store

COUNT = 330
"""Ten satker in each of thirty-three Kanwil, more than three pages."""


@pytest.fixture(scope="session")
def ministry(tmp_path_factory):
    """The path of a store with two years of evaluations."""
    file = tmp_path_factory.mktemp("kementerian") / "gabungan.db"
    units = list(satkers(COUNT))
    with open_store(str(file), make=True) as store, store.writing() as connection:
        hub_rows.put_satkers(connection, units)
        hub_rows.put_evaluations(connection, [(each.summary, each.shares) for each in evaluations(units, (2025, 2026))])
    return file


@pytest.fixture
def services(tmp_path):
    with open_services(tmp_path / "ruang kerja", write=True) as services:
        yield services


@pytest.fixture
def desktop(qtbot, theme, services, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path) as desktop:
        yield desktop
