"""How the exchange stands: what waits, what a hub confirmed or took back, what came, what was refused."""

import shutil

import pytest
from builders import credential
from laptops import TEAM, introduce, laptop, send

from zi_desktop.domain.errors import BundleRejected, FileWriteError
from zi_desktop.services.composition import open_services
from zi_desktop.services.exchange.overview import REFUSED
from zi_desktop.services.exchange.unsent import Unsent, undelivered, unsent
from zi_desktop.services.receipts import LOCAL, SENT, STORED
from zi_desktop.storage import exchange
from zi_desktop.sync.manifests import BundleKind


def only(services):
    [item] = services.exchange_overviews.overview().outbox
    return item


def test_without_a_hub_nothing_counts_as_unsent(scored):
    assert unsent(scored.services.workspace) == Unsent(0, hub=False, since="")
    item = only(scored.services)
    assert (item.evaluation, item.state, item.files, item.taken_back) == (scored.id, LOCAL, 0, False)
    assert item.lines > 113


def test_an_evaluation_goes_from_local_to_confirmed(enrolled, hub):
    services = enrolled.services
    assert unsent(services.workspace).count == 1
    services.exchanging.push(hub.address)
    assert (only(services).state, only(services).lines, unsent(services.workspace).count) == (STORED, 0, 1)
    hub.confirm(services)
    overview = services.exchange_overviews.overview()
    assert (overview.outbox[0].state, unsent(services.workspace).count) == (SENT, 0)
    assert overview.contact
    services.answering.note(enrolled.id, "A.I.1.i.a", "dilihat lagi")
    assert (only(services).state, only(services).lines) == (LOCAL, 1)


def test_files_that_no_receipt_confirmed_are_counted_with_their_size(enrolled, hub, tmp_path):
    services = enrolled.services
    hub.confirm(services)
    file = tmp_path / "dokumen.txt"
    file.write_bytes(b"x" * 2048)
    services.evidence.add(enrolled.id, [file], "A.I.1.i.a")
    assert (only(services).files, only(services).size) == (1, 2048)
    hub.confirm(services)
    assert (only(services).files, only(services).size) == (0, 0)


def test_with_sticks_only_what_was_not_given_to_the_team_counts(scored, tmp_path):
    services = scored.services
    services.evaluations.plan(scored.id, {"team": TEAM})
    with laptop(tmp_path, "ahmad") as ahmad:
        introduce(services, ahmad)
        assert undelivered(services.workspace) == frozenset(), "nobody shares it yet"
        send(services, ahmad, scored.id, tmp_path)
        assert undelivered(services.workspace) == undelivered(ahmad.workspace) == frozenset()
        ahmad.answering.note(scored.id, "A.I.1.i.a", "dilihat lagi")
        assert undelivered(ahmad.workspace) == {scored.id}
        found = unsent(ahmad.workspace)
        assert (found.count, found.hub, bool(found.since)) == (1, False, True)
        send(ahmad, services, scored.id, tmp_path)
        assert undelivered(ahmad.workspace) == frozenset()
        assert undelivered(services.workspace) == frozenset(), "what a colleague wrote is not ours to give"


def test_what_the_hub_no_longer_has_stays_said_until_it_goes_again(enrolled, hub):
    services = enrolled.services
    services.exchanging.push(hub.address)
    hub.ingest()
    shutil.copy(hub.database, f"{hub.database}.kemarin")
    hub.accept_everybody()
    hub.confirm(services)
    with services.workspace.database.writing() as connection:
        [row] = [each for each in exchange.exchanges(connection) if each.state == SENT]
        exchange.put_exchange(connection, type(row)(**{**_fields(row), "state": "ditarik"}))
    assert only(services).taken_back
    assert (only(services).state, unsent(services.workspace).count) == (LOCAL, 1)
    services.exchanging.push(hub.address)
    assert not only(services).taken_back


def test_a_sealed_report_says_how_many_signatures_it_has(enrolled):
    assert only(enrolled.services).signatures is None
    enrolled.services.signing.sign(enrolled.id, credential())
    assert only(enrolled.services).signatures == (1, 2)


def _fields(row):
    return {name: getattr(row, name) for name in type(row).__slots__}


def test_a_bundle_for_the_team_counts_as_stored_on_a_medium_until_something_changes(scored, tmp_path):
    services = scored.services
    services.bundling.export([scored.id], tmp_path / "a.zib", plain=True)
    overview = services.exchange_overviews.overview()
    assert overview.outbox[0].saved
    [past] = overview.past
    assert (past.came, past.kind, past.name, past.peer) == (False, BundleKind.TEAM, "a.zib", "")
    services.answering.note(scored.id, "A.I.1.i.a", "dilihat lagi")
    assert not only(services).saved


def test_what_came_tells_its_sender_and_what_it_brought(scored, tmp_path):
    services = scored.services
    services.evaluations.plan(scored.id, {"team": TEAM})
    with laptop(tmp_path, "ahmad") as ahmad:
        introduce(services, ahmad)
        send(services, ahmad, scored.id, tmp_path)
        ahmad.answering.note(scored.id, "A.I.1.i.a", "dilihat lagi")
        send(ahmad, services, scored.id, tmp_path)
    past = next(each for each in services.exchange_overviews.overview().past if each.came)
    assert (past.verified, past.lines, past.conflicts, past.waiting) == (True, 1, 0, 0)
    assert past.peer.startswith("Ahmad")


def test_a_refused_file_is_kept_once_with_its_reason(fresh, tmp_path):
    file = tmp_path / "rusak.zib"
    file.write_bytes(b"bukan paket")
    with pytest.raises(BundleRejected) as refused:
        fresh.bundle_intake.read(file)
    for _ in range(2):
        fresh.exchange_overviews.note_refused(file, refused.value.reason)
    [past] = fresh.exchange_overviews.overview().past
    assert (past.name, past.state, past.problem, past.size) == ("rusak.zib", REFUSED, refused.value.reason, 11)
    fresh.exchange_overviews.note_refused(tmp_path / "sudah dicabut.zib", "tidak ada")
    assert len(fresh.exchange_overviews.overview().past) == 2


def test_who_only_reads_keeps_no_refusal(scored, tmp_path):
    with open_services(scored.services.workspace.folder, write=False) as reader:
        reader.exchange_overviews.note_refused(tmp_path / "a.zib", "rusak")
        assert reader.exchange_overviews.overview().past == ()


def test_bundles_of_the_hub_wait_until_they_are_taken_and_no_other_file_is_dropped(fresh, tmp_path):
    folder = fresh.workspace.folder / "kotak-masuk"
    folder.mkdir()
    (folder / "00000001-ab.zib").write_bytes(b"x")
    elsewhere = tmp_path / "flashdisk.zib"
    elsewhere.write_bytes(b"x")
    [arrived] = fresh.exchange_overviews.overview().arrived
    fresh.exchange_overviews.drop_arrived(elsewhere)
    fresh.exchange_overviews.drop_arrived(arrived)
    assert elsewhere.exists()
    assert fresh.exchange_overviews.arrived() == ()


def test_a_cut_off_import_is_named(scored, tmp_path, monkeypatch):
    services = scored.services
    services.evaluations.plan(scored.id, {"team": TEAM})
    with laptop(tmp_path, "ahmad") as ahmad:
        introduce(services, ahmad)
        send(services, ahmad, scored.id, tmp_path)
        ahmad.answering.note(scored.id, "A.I.1.i.a", "dilihat lagi")
        ahmad.bundling.export([scored.id], tmp_path / "b.zib", plain=True)

    def break_off(*_):
        raise FileWriteError("bukti", "penuh")

    with services.bundle_intake.read(tmp_path / "b.zib") as preview:
        with monkeypatch.context() as broken:
            broken.setattr(services.bundle_intake, "_take_lines", break_off)
            with pytest.raises(FileWriteError):
                services.bundle_intake.apply(preview)
        assert [each.name for each in services.exchange_overviews.overview().interrupted] == ["b.zib"]
        services.bundle_intake.apply(preview)
    overview = services.exchange_overviews.overview()
    assert overview.interrupted == ()
    assert overview.past[0].lines == 1
