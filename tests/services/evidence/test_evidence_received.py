"""Evidence that the hub confirmed: its bytes may go after a while, by an explicit act; digest and receipt stay."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from builders import CHOICE
from laptops import TEAM, introduce, laptop, take

from zi_desktop.domain.errors import NotFoundError
from zi_desktop.services.checking import check
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.evidence.cleaning import removable
from zi_desktop.services.evidence.received import GRACE_DAYS, releasable, release
from zi_desktop.services.exchange.lost_files import lost_files
from zi_desktop.storage import hub_tables
from zi_desktop.storage.evidence_files import EvidenceStore
from zi_desktop.storage.hub_store import open_store

TEXT = b"berita acara contoh"


@pytest.fixture
def laptop_with_file(enrolled, tmp_path):
    (tmp_path / "bukti.txt").write_bytes(TEXT)
    enrolled.services.evidence.add(enrolled.id, [tmp_path / "bukti.txt"], CHOICE)
    return enrolled


def later(services, monkeypatch, days=GRACE_DAYS + 1):
    now = services.workspace.now
    monkeypatch.setattr(services.workspace, "now", lambda: now() + dt.timedelta(days=days))


def states(services):
    return [each.state for each in check_evidence(services.workspace)]


def test_nothing_goes_without_a_receipt(laptop_with_file, hub, monkeypatch):
    services = laptop_with_file.services
    services.exchanging.push(hub.address)
    later(services, monkeypatch)
    assert releasable(services.workspace) == ()


def test_nothing_goes_before_the_grace_is_over(laptop_with_file, hub, monkeypatch):
    services = laptop_with_file.services
    hub.confirm(services)
    later(services, monkeypatch, GRACE_DAYS - 1)
    assert releasable(services.workspace) == ()


def test_after_receipt_and_grace_the_bytes_go_and_the_lines_stay(laptop_with_file, hub, monkeypatch):
    services, id_ = laptop_with_file.services, laptop_with_file.id
    hub.confirm(services)
    later(services, monkeypatch)
    assert removable(services.workspace) == (), "nobody removes it who did not ask for it"
    [file] = releasable(services.workspace)
    assert (file.names, file.size, bool(file.held)) == (("bukti.txt",), len(TEXT), True)
    assert release(services.workspace, [file]) == len(TEXT)
    assert states(services) == ["received"]
    assert check(services.workspace) == []
    assert services.evidence.of(id_).links[0].file.name == "bukti.txt"
    assert releasable(services.workspace) == ()
    assert services.exchanging.push(hub.address).bundles == 0, "there is nothing to send again"
    with pytest.raises(NotFoundError, match="ada di Inspektorat"):
        services.evidence.path_of(services.evidence.of(id_).links[0])


def test_a_hub_that_no_longer_names_it_keeps_the_bytes_here(laptop_with_file, hub, monkeypatch):
    """A hub restored from a backup: only what its last receipt still names may go."""
    services = laptop_with_file.services
    hub.confirm(services)
    later(services, monkeypatch)
    [file] = releasable(services.workspace)
    with services.workspace.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM receipt")
    assert releasable(services.workspace) == ()
    assert release(services.workspace, [file]) == 0
    assert states(services) == ["whole"]


def test_a_restored_hub_that_lost_what_was_released_is_told_as_lost(laptop_with_file, hub, monkeypatch, tmp_path):
    """What is nowhere known is counted and never called safe, until its bytes come back."""
    services, id_ = laptop_with_file.services, laptop_with_file.id
    hub.confirm(services)
    later(services, monkeypatch)
    release(services.workspace, releasable(services.workspace))
    assert lost_files(services.workspace) == {}
    assert [item.lost for item in services.exchange_overviews.overview().outbox] == [0]
    forget_evidence(hub)
    services.answering.note(id_, "A.I.1.i.a", "sesudah hub dipulihkan")
    services.exchanging.push(hub.address)
    hub.ingest()
    pulled = services.exchanging.pull(hub.address)
    assert (pulled.lost, pulled.problems) == (1, ())
    assert states(services) == ["missing"], "nobody may say that the Inspectorate has it"
    assert [item.lost for item in services.exchange_overviews.overview().outbox] == [1]
    services.evidence.add(id_, [tmp_path / "bukti.txt"], CHOICE)
    assert lost_files(services.workspace) == {}
    assert services.exchanging.push(hub.address).evidence == 1
    hub.ingest()
    assert services.exchanging.pull(hub.address).lost == 0
    assert [item.taken_back for item in services.exchange_overviews.overview().outbox] == [False]


def test_what_nobody_names_any_more_is_not_lost(laptop_with_file, hub, monkeypatch):
    services, id_ = laptop_with_file.services, laptop_with_file.id
    hub.confirm(services)
    later(services, monkeypatch)
    release(services.workspace, releasable(services.workspace))
    forget_evidence(hub)
    services.answering.note(id_, "A.I.1.i.a", "sesudah hub dipulihkan")
    services.exchanging.push(hub.address)
    hub.ingest()
    assert services.exchanging.pull(hub.address).lost == 1
    services.evidence.retract(id_, services.evidence.of(id_).links[0])
    assert lost_files(services.workspace) == {}


def forget_evidence(hub):
    """Take from a hub the files that it got since its backup, and the bundles in which they came."""
    shutil.rmtree(EvidenceStore(hub.services.workspace.folder).folder)
    for box in Path(hub.address).glob("inbox/*"):
        shutil.rmtree(box)
    with open_store(hub.database) as store, store.writing() as connection:
        connection.execute(hub_tables.evidence.update().values(here=0))


def test_a_bundle_brings_the_bytes_back(laptop_with_file, hub, monkeypatch, tmp_path):
    services, id_ = laptop_with_file.services, laptop_with_file.id
    services.evaluations.plan(id_, {"team": TEAM})
    with laptop(tmp_path, "ahmad") as ahmad:
        introduce(services, ahmad)
        services.bundling.export([id_], tmp_path / "tim.zib")
        take(ahmad, tmp_path / "tim.zib")
        hub.confirm(services)
        later(services, monkeypatch)
        release(services.workspace, releasable(services.workspace))
        assert states(services) == ["received"]
        ahmad.bundling.export([id_], tmp_path / "kembali.zib")
        assert take(services, tmp_path / "kembali.zib").evidence == 1
    assert states(services) == ["whole"]
