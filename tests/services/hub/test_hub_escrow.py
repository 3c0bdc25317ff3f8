"""The key from the safe: bundles of a hub whose own keys are gone are opened with it, by another hub or one by one."""

import os
import shutil

import pytest
from hub_makers import Hub

from zi_desktop.domain.errors import BundleRejected, CredentialError, FileReadError, InvalidInputError, TransportError
from zi_desktop.services.hub.escrow import open_with
from zi_desktop.services.hub.keys import read_escrow
from zi_desktop.services.hub.worker import HubWorker, generation_at, publish
from zi_desktop.storage.hub_store import open_store
from zi_desktop.trust.device_keys import device_key_bytes, new_device_key


@pytest.fixture
def sent(enrolled, hub, stick):
    """A laptop that sent everything; the only bundle lies on the stick."""
    enrolled.services.exchanging.push(hub.address)
    (bundle,) = stick.glob("inbox/*/*.zib")
    return enrolled, bundle


@pytest.fixture
def another(tmp_path, hub, sent):
    """A new hub: the first one's workspace and store are gone, only its stick and the safe are left."""
    assert sent[1].exists()
    hub.services.close()
    shutil.rmtree(tmp_path / "pusat")
    (tmp_path / "gabungan.db").unlink()
    with Hub(tmp_path / "lain") as made:
        yield made


def ingest_with(hub, address, escrow):
    services = hub.services
    with open_store(hub.database) as store:
        place = services.enrolment.transport(str(address))
        worker = HubWorker(services.workspace, services.hub_keys, services.devices, place, store, escrow)
        return worker.run()


def test_another_hub_takes_with_the_key_from_the_safe_what_was_sent_to_a_hub_that_is_gone(
    tmp_path, sent, another, stick
):
    laptop, _ = sent
    without = ingest_with(another, stick, "")
    assert (without.taken, without.rejected) == (0, 1), "only the safe opens it"
    escrow = read_escrow(tmp_path / "cadangan.kunci")
    assert ingest_with(another, stick, escrow).taken == 1, "what was refused before is tried again"
    another.accept_everybody()
    done = ingest_with(another, stick, escrow)
    assert done.lines > 113
    assert another.evaluations()[laptop.id]["answered"] == 113
    assert (done.receipts, list(stick.glob("outbox/*/*"))) == (0, []), "the laptops there believe another hub"
    again = ingest_with(another, stick, escrow)
    assert (again.taken, again.had, again.rejected) == (0, 0, 0)


def test_a_laptop_goes_on_with_the_new_hub(sent, another):
    services = sent[0].services
    services.enrolment.enrol(another.address, another.fingerprint)
    assert services.exchanging.push(another.address).evaluations == 1
    another.admit()
    services.exchanging.pull(another.address)
    assert [item.state for item in services.exchanging.states()] == ["terkirim"]


def test_one_bundle_is_opened_with_the_key_from_the_safe(tmp_path, sent):
    _, bundle = sent
    before = bundle.read_bytes()
    target = tmp_path / "terbuka.zib"
    found = open_with(tmp_path / "cadangan.kunci", bundle, target)
    assert sum(len(segment.lines) for segment in found.segments) > 113
    assert target.read_bytes().startswith(b"PK")
    assert bundle.read_bytes() == before
    if os.name != "nt":
        assert target.stat().st_mode & 0o077 == 0, "only its owner reads what is no longer encrypted"


def test_nothing_is_written_with_a_wrong_key_a_broken_bundle_or_over_another_file(tmp_path, sent):
    _, bundle = sent
    target, wrong, broken = tmp_path / "hasil.zib", tmp_path / "lain.kunci", tmp_path / "rusak.zib"
    wrong.write_bytes(device_key_bytes(new_device_key()))
    broken.write_bytes(bundle.read_bytes()[:-100])
    own = tmp_path / "cadangan.kunci"
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BundleRejected, match="tidak disandikan untuk"):
        open_with(wrong, bundle, target)
    with pytest.raises(BundleRejected):
        open_with(own, broken, target)
    with pytest.raises(CredentialError):
        open_with(bundle, bundle, target)
    with pytest.raises(FileReadError):
        open_with(tmp_path / "tidak-ada", bundle, target)
    with pytest.raises(FileReadError):
        open_with(own, tmp_path / "tidak-ada", target)
    with pytest.raises(InvalidInputError, match="sudah ada"):
        open_with(own, bundle, broken)
    assert sorted(tmp_path.iterdir()) == before
    open_with(own, bundle, target)
    with pytest.raises(BundleRejected, match="tidak disandikan"):
        open_with(own, target, tmp_path / "lagi.zib")


def refuse(_card):
    raise TransportError("tukar", "tidak ada")


def test_a_hub_that_cannot_be_published_leaves_nothing_behind(tmp_path, hub):
    folder = hub.services.workspace.folder / "hub"
    shutil.rmtree(folder)
    safe = tmp_path / "brankas.kunci"
    with pytest.raises(TransportError):
        hub.services.hub_keys.make("Inspektorat Contoh", safe, refuse)
    assert not safe.exists()
    assert not folder.exists()
    assert hub.services.hub_keys.make("Inspektorat Contoh", safe).generation == 1


def test_keys_without_their_card_are_not_written_over(tmp_path, hub):
    folder = hub.services.workspace.folder / "hub"
    (folder / "kartu.json").unlink()
    kept = (folder / "kunci-0001").read_bytes()
    with pytest.raises(InvalidInputError, match="kartunya hilang"):
        hub.services.hub_keys.make("Inspektorat Contoh", tmp_path / "brankas.kunci")
    assert (folder / "kunci-0001").read_bytes() == kept


def test_a_generation_that_cannot_be_published_never_began(hub):
    keys, before = hub.services.hub_keys, hub.services.hub_keys.card()
    with pytest.raises(TransportError):
        keys.renew(refuse)
    assert keys.card() == before
    assert len(keys.identities()) == 1


def test_a_restored_hub_begins_behind_every_generation_that_laptops_have_seen(tmp_path, hub):
    folder, keys = hub.services.workspace.folder / "hub", hub.services.hub_keys
    shutil.copytree(folder, tmp_path / "kemarin")
    publish(keys.renew(), hub.transport())
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "kemarin", folder)
    with pytest.raises(InvalidInputError, match="kartu hub lain"):
        keys.renew(lambda card: publish(card, hub.transport()))
    renewed = keys.renew(lambda card: publish(card, hub.transport()), above=generation_at(hub.transport()))
    assert renewed.generation == 3
    assert len(keys.identities()) == 2, "the key of the second generation is gone"
