"""Laptops, a place of exchange and a hub: what goes, what a receipt confirms, what happens when something is lost."""

import json
import shutil
import uuid

import pytest
from hub_makers import Hub
from sqlalchemy import select

from zi_desktop.domain.errors import HubStoreError, InvalidInputError, NotFoundError, TransportError
from zi_desktop.services.exchange.enrolment import Enrolment
from zi_desktop.services.hub.worker import publish
from zi_desktop.services.people import People
from zi_desktop.storage import hub_rows, hub_tables
from zi_desktop.storage.hub_store import open_store
from zi_desktop.sync.receipts import make_receipt, receipt_bytes
from zi_desktop.sync.transports import open_transport
from zi_desktop.trust.device_keys import new_device_key
from zi_desktop.trust.registry import Registry, sign_registry


def states(services):
    return [(item.state, item.files) for item in services.exchanging.states()]


def test_answers_go_to_the_hub_and_a_receipt_confirms_them(enrolled, hub):
    services, id_ = enrolled.services, enrolled.id
    assert states(services) == [("lokal", 0)]
    pushed = services.exchanging.push(hub.address)
    assert (pushed.bundles, pushed.evaluations, pushed.problems) == (1, 1, ())
    assert states(services) == [("disimpan", 0)]
    quarantined = hub.ingest()
    assert (quarantined.taken, quarantined.lines) == (1, 0)
    assert quarantined.waiting > 0
    services.exchanging.pull(hub.address)
    assert states(services) == [("disimpan", 0)], "what waits at the hub is not held by it"
    hub.accept_everybody()
    assert hub.ingest().lines > 113
    pulled = services.exchanging.pull(hub.address)
    assert (pulled.receipts, pulled.confirmed, pulled.problems) == (1, 1, ())
    assert states(services) == [("terkirim", 0)]
    there = hub.evaluations()[id_]
    here = services.reviewing.score(id_)
    assert (there["total"], there["answered"]) == (here["total"], 113)
    assert services.exchanging.push(hub.address).bundles == 0
    assert services.exchanging.pull(hub.address).receipts == 0


def test_internal_notes_never_reach_the_hub(enrolled, hub):
    services = enrolled.services
    services.answering.internal_note(enrolled.id, "A.I.1.i.a", "RAHASIA-TIM")
    services.exchanging.push(hub.address)
    hub.admit()
    with open_store(hub.database) as store, store.reading() as connection:
        lines = [bytes(line) for line in connection.scalars(select(hub_tables.line.c.line))]
    assert any(b"redacted" in line for line in lines)
    assert not any(b"RAHASIA-TIM" in line for line in lines)
    services.exchanging.pull(hub.address)
    assert states(services) == [("terkirim", 0)]


def test_evidence_goes_behind_the_answers_in_bundles_of_its_own(enrolled, hub, tmp_path):
    services = enrolled.services
    files = []
    for number in range(3):
        file = tmp_path / f"dokumen {number}.txt"
        file.write_bytes(bytes([65 + number]) * (3 * 1024 * 1024))
        files.append(file)
    services.evidence.add(enrolled.id, files, "A.I.1.i.a")
    assert states(services) == [("lokal", 3)]
    pushed = services.exchanging.push(hub.address)
    assert (pushed.bundles, pushed.evidence) == (3, 3)
    assert states(services) == [("disimpan", 3)]
    hub.admit()
    services.exchanging.pull(hub.address)
    assert states(services) == [("terkirim", 0)]
    with open_store(hub.database) as store, store.reading() as connection:
        rows = connection.execute(select(hub_tables.evidence.c.size, hub_tables.evidence.c.here)).all()
    assert rows == [(3 * 1024 * 1024, 1)] * 3


def test_what_changed_after_the_receipt_goes_again(enrolled, hub):
    services = enrolled.services
    hub.confirm(services)
    services.answering.note(enrolled.id, "A.I.1.i.a", "dilihat lagi")
    assert states(services) == [("lokal", 0)]
    services.exchanging.push(hub.address)
    assert hub.ingest().lines == 1
    services.exchanging.pull(hub.address)
    assert states(services) == [("terkirim", 0)]


def test_a_hub_restored_from_yesterday_takes_back_what_it_lost_and_gets_it_again(enrolled, hub, tmp_path):
    services = enrolled.services
    services.exchanging.push(hub.address)
    hub.admit()
    shutil.copy(hub.database, tmp_path / "kemarin.db")
    services.answering.note(enrolled.id, "A.I.1.i.a", "hari ini")
    hub.confirm(services)
    assert states(services) == [("terkirim", 0)]
    whole = hub.evaluations()
    for left in tmp_path.glob("gabungan.db-*"):
        left.unlink()
    shutil.copy(tmp_path / "kemarin.db", hub.database)
    shutil.rmtree(tmp_path / "stik" / "inbox")
    services.answering.mark(enrolled.id, "A.I.1.i.a", marked=True)
    services.exchanging.push(hub.address)
    assert hub.ingest().lines > 0
    pulled = services.exchanging.pull(hub.address)
    assert pulled.receipts == 1
    assert states(services) == [("terkirim", 0)]
    assert hub.evaluations()[enrolled.id]["total"] == whole[enrolled.id]["total"]


def test_a_receipt_that_holds_less_than_an_earlier_one_is_an_alarm(enrolled, hub):
    services = enrolled.services
    hub.confirm(services)
    services.answering.note(enrolled.id, "A.I.1.i.a", "hari ini")
    hub.confirm(services)
    with open_store(hub.database) as store, store.writing() as connection:
        connection.execute(hub_tables.line.delete())
        connection.execute(hub_tables.subject.delete().where(hub_tables.subject.c.kind == "satker"))
        tips = hub_rows.tips_of(connection, [enrolled.id])[enrolled.id]
        shorter = [(stream, max(seq - 1, 1), "0" * 64) for stream, seq, _ in tips]
        connection.execute(
            hub_tables.subject.update()
            .values(tips=json.dumps(shorter))
            .where(hub_tables.subject.c.subject_id == enrolled.id)
        )
    hub.ingest()
    pulled = services.exchanging.pull(hub.address)
    assert pulled.taken_back == 2
    assert states(services) == [("lokal", 0)], "nothing is shown as sent that the hub no longer has"


def test_a_lost_stick_is_sent_again_on_the_next_one(enrolled, hub, stick):
    services = enrolled.services
    services.exchanging.push(hub.address)
    assert states(services) == [("disimpan", 0)]
    shutil.rmtree(stick / "inbox")
    assert services.exchanging.push(hub.address).bundles == 1
    assert services.exchanging.push(hub.address).bundles == 0


def test_a_pulled_stick_changes_nothing_and_goes_on_later(enrolled, hub, stick, tmp_path):
    services = enrolled.services
    stick.rename(tmp_path / "dicabut")
    with pytest.raises(TransportError):
        services.exchanging.push(hub.address)
    assert states(services) == [("lokal", 0)]
    (tmp_path / "dicabut").rename(stick)
    assert services.exchanging.push(hub.address).bundles == 1


def test_a_stuck_bundle_never_blocks_those_behind_it(enrolled, hub, stick):
    services = enrolled.services
    box = stick / "inbox" / services.bundling.installation()
    box.mkdir(parents=True)
    (box / "00000001.zib").write_bytes(b"PK\x03\x04 rusak")
    (box / "00000002.zib").write_bytes(b"")
    services.exchanging.push(hub.address)
    done = hub.ingest()
    assert (done.rejected, done.taken) == (2, 1)
    assert all("Paket ditolak" in problem for problem in done.problems)
    again = hub.ingest()
    assert (again.rejected, again.taken, again.had) == (0, 0, 0)


def test_somebody_elses_box_is_not_believed(enrolled, hub, stick):
    services = enrolled.services
    services.exchanging.push(hub.address)
    (sent,) = (stick / "inbox" / services.bundling.installation()).iterdir()
    other = stick / "inbox" / str(uuid.uuid4())
    other.mkdir()
    sent.rename(other / "00000001.zib")
    assert "kotak pengirim lain" in hub.ingest().problems[0]


def test_only_the_hub_that_was_compared_gets_anything(scored, hub, tmp_path):
    services = scored.services
    with pytest.raises(InvalidInputError, match="Sidik yang terbaca"):
        services.exchanging.push(hub.address)
    with pytest.raises(InvalidInputError, match="tidak sama"):
        services.enrolment.enrol(hub.address, "AAAA BBBB")
    assert services.enrolment.hub() is None
    services.enrolment.enrol(hub.address, hub.fingerprint.lower())
    with Hub(tmp_path / "lain") as other, pytest.raises(InvalidInputError, match="bukan hub yang dikenal"):
        services.exchanging.push(other.address)
    (tmp_path / "kosong").mkdir()
    with pytest.raises(NotFoundError, match="belum ada hub"):
        services.exchanging.push(str(tmp_path / "kosong"))
    with pytest.raises(NotFoundError, match=r"keliru tidak tercapai: .* Belum ada yang dikirim"):
        services.enrolment.found(str(tmp_path / "keliru"))


def test_a_renewed_key_is_used_from_then_on_and_old_bundles_still_open(enrolled, hub):
    services = enrolled.services
    services.exchanging.push(hub.address)
    renewed = hub.services.hub_keys.renew()
    assert renewed.generation == 2
    publish(renewed, hub.transport())
    services.answering.note(enrolled.id, "A.I.1.i.a", "sesudah kunci baru")
    services.exchanging.push(hub.address)
    assert services.enrolment.hub().card.generation == 2
    assert hub.ingest().taken == 2


def test_a_receipt_that_the_hub_did_not_sign_confirms_nothing(enrolled, hub, stick):
    services = enrolled.services
    services.exchanging.push(hub.address)
    installation = services.bundling.installation()
    said = {
        "hub": hub.card.hub, "generation": 1, "number": 1, "installation": installation, "heads": {}, "evidence": [],
        "bundles": [], "at": "2026-11-02T09:00:00+07:00",
    }  # fmt: skip
    box = stick / "outbox" / installation
    box.mkdir(parents=True)
    (box / "00000001.json").write_bytes(receipt_bytes(make_receipt(new_device_key(), **said)))
    (box / "00000002.json").write_bytes(b"{}")
    pulled = services.exchanging.pull(hub.address)
    assert (pulled.receipts, pulled.confirmed, len(pulled.problems)) == (0, 0, 2)
    assert "bukan dari hub ini" in pulled.problems[0]
    assert states(services) == [("disimpan", 0)]


def test_a_store_belongs_to_one_hub(hub, tmp_path):
    hub.ingest()
    with Hub(tmp_path / "lain", database=hub.database) as other, pytest.raises(HubStoreError, match="milik hub lain"):
        other.ingest()


def test_the_same_over_an_s3_store_and_postgresql(scored, s3, postgresql, tmp_path, monkeypatch):
    monkeypatch.setenv("ZI_S3_ACCESS_KEY", s3.keys.access)
    monkeypatch.setenv("ZI_S3_SECRET_KEY", s3.keys.secret)
    services = scored.services
    with Hub(tmp_path, s3.address(uuid.uuid4().hex), postgresql.url(f"zi_{uuid.uuid4().hex}")) as hub:
        services.enrolment.enrol(hub.address, hub.fingerprint)
        hub.confirm(services)
        assert states(services) == [("terkirim", 0)]
        assert hub.evaluations()[scored.id]["total"] == services.reviewing.score(scored.id)["total"]


def test_registry_and_reference_data_travel_back(enrolled, hub, tmp_path):
    services = enrolled.services
    services.exchanging.push(hub.address)
    hub.ingest()
    hub.accept_everybody()
    (tmp_path / "daftar.csv").write_text("kode;nama;jenis;kanwil\nZ-900;Rutan Contoh Baru;rutan;Kanwil Misal\n")
    hub.services.satkers.import_list(tmp_path / "daftar.csv")
    first = hub.services.hub_publishing.publish(hub.transport())
    assert (first.number, first.persons, first.devices) == (1, 2, 2)
    assert hub.services.hub_publishing.publish(hub.transport()).number == 1
    pulled = services.exchanging.pull(hub.address)
    assert pulled.problems == ()
    known = {shown.card.name: shown.accepted for shown in services.devices.cards()}
    preview = services.bundle_intake.read(pulled.bundles[0])
    with preview:
        services.bundle_intake.apply(preview)
    assert services.satkers.find("Z-900").name == "Rutan Contoh Baru"
    assert known.get("Sari Percontohan", "registry") == "registry"
    own = services.devices.key().device
    hub.services.hub_publishing.report_lost(own[:12], "2026-11-05")
    assert hub.services.hub_publishing.publish(hub.transport()).number == 2
    services.exchanging.pull(hub.address)
    assert own not in services.devices.accepted()
    with pytest.raises(InvalidInputError):
        hub.services.hub_publishing.report_lost(own[:12], "kemarin")


def test_a_registry_that_the_hub_did_not_sign_is_not_taken(enrolled, hub, stick):
    box = stick / "hub" / "registry"
    box.mkdir(parents=True)
    forged = Registry(7, demo=False, persons=(), hubs=(hub.card.hub,))
    (box / "00000007.json").write_bytes(sign_registry(forged, new_device_key()))
    pulled = enrolled.services.exchanging.pull(hub.address)
    assert "tercetak pada lembar" in pulled.problems[0]


def test_keys_of_a_store_stay_on_this_laptop(fresh):
    keys = Enrolment(fresh.workspace, {}).keys()
    assert (keys.access, keys.secret) == ("", "")
    Enrolment(fresh.workspace, {}).keep_keys(type(keys)("a", "b"))
    assert Enrolment(fresh.workspace, {}).keys() == type(keys)("a", "b")
    assert isinstance(fresh.people, People)
    assert open_transport(str(fresh.workspace.folder)).where
