"""A laptop that let its files go gets them back from the hub: for it alone, by the ordinary reading of what lies for it."""

import pytest
from builders import CHOICE
from evidence_makers import photo

from zi_desktop.domain.errors import BundleRejected, InvalidInputError, NotFoundError
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.hub import giving
from zi_desktop.services.hub.giving import HubGiving
from zi_desktop.storage.evidence_receiving import receive
from zi_desktop.storage.files import digest_of
from zi_desktop.storage.hub_store import open_store
from zi_desktop.sync.hub_places import GIVEN


@pytest.fixture
def sent(enrolled, hub, tmp_path):
    """A laptop whose two files the hub holds, and which has let them go."""
    services = enrolled.services
    files = [photo(tmp_path / name) for name in ("satu.jpg", "dua.jpg")]
    files[1].write_bytes(files[1].read_bytes() + b"lain")
    services.evidence.add(enrolled.id, files, CHOICE)
    hub.confirm(services)
    for each in check_evidence(services.workspace, enrolled.id):
        services.evidence.store.remove(each.sha256)
    return enrolled


def give(hub, device, evaluation):
    services = hub.services
    worker = HubGiving(services.workspace, services.devices, services.bundling, services.hub_publishing)
    with open_store(hub.database, reads=True) as store:
        return worker.give(device, evaluation, store, hub.transport())


def files(services, id_):
    return sorted(each.state for each in check_evidence(services.workspace, id_))


def take_all(services, pulled):
    for path in pulled.bundles:
        with services.bundle_intake.read(path) as preview:
            yield services.bundle_intake.apply(preview).evidence


def test_files_come_back_by_the_ordinary_way(sent, hub):
    services, device = sent.services, sent.services.devices.card().device
    assert files(services, sent.id) == ["received", "received"]
    done = give(hub, device[:12], sent.id[:8])
    assert (done.bundles, done.files, done.missing) == (1, 2, 0)
    pulled = services.exchanging.pull(hub.address)
    assert pulled.problems == ()
    assert list(take_all(services, pulled)) == [2]
    assert files(services, sent.id) == ["whole", "whole"]
    assert services.exchanging.pull(hub.address).bundles == ()
    assert all(item.state == "terkirim" for item in services.exchanging.states())


def test_what_is_given_later_is_read_later_and_receipts_go_on(sent, hub, monkeypatch):
    monkeypatch.setattr(giving, "_BATCH", 1)
    services, device = sent.services, sent.services.devices.card().device
    assert give(hub, device, sent.id).bundles == 2
    assert len(services.exchanging.pull(hub.address).bundles) == 2
    give(hub, device, sent.id)
    services.answering.note(sent.id, CHOICE, "sesudahnya")
    services.exchanging.push(hub.address)
    hub.ingest()
    pulled = services.exchanging.pull(hub.address)
    assert (pulled.receipts, len(pulled.bundles)) == (1, 2)
    assert list(take_all(services, pulled)) == [1, 1]


def test_nobody_else_can_open_it_and_nobody_else_gets_it(sent, hub):
    services = sent.services
    give(hub, services.devices.card().device, sent.id)
    (key,) = hub.transport().names(f"{GIVEN}/{services.bundling.installation()}")
    path = hub.folder / "asing.zib"
    path.write_bytes(b"".join(hub.transport().chunks(key)))
    own = hub.services.devices.card().device
    hub.services.bundle_intake.read(path).close()
    (hub.folder / "pusat" / "perangkat.kunci").unlink()
    hub.services.devices._key = None
    with pytest.raises(BundleRejected, match="tidak disandikan untuk perangkat ini"):
        hub.services.bundle_intake.read(path)
    with pytest.raises(NotFoundError, match="belum pernah mengirim"):
        give(hub, own, sent.id)


def test_a_lost_laptop_and_an_unknown_evaluation_get_nothing(sent, hub):
    device = sent.services.devices.card().device
    with pytest.raises(NotFoundError, match="tidak ada di simpanan"):
        give(hub, device, "f" * 8)
    hub.services.hub_publishing.report_lost(device, "2026-11-05")
    with pytest.raises(InvalidInputError, match="dilaporkan hilang"):
        give(hub, device, sent.id)
    assert hub.transport().folders(GIVEN) == []


def test_files_without_lines_that_nobody_here_speaks_of_are_not_taken(sent, hub, tmp_path):
    services, store = sent.services, hub.services.evidence.store
    path, bundle = tmp_path / "liar.jpg", tmp_path / "liar.zib"
    path.write_bytes(b"\xff\xd8\xff\xe0 bukan untuk siapa pun")
    digest = digest_of(path)
    store.prepare()
    receive(store, path, digest)
    store.flush()
    recipient = services.devices.card().recipient
    hub.services.bundling.export_files((), bundle, {digest: store.path_of(digest)}, encrypt_to=[recipient])
    with services.bundle_intake.read(bundle) as preview:
        assert not preview.anything
        services.bundle_intake.apply(preview)
    assert digest not in services.evidence.store.sizes()
