"""Devices: this laptop's key and card, what binds others, the registry that only rises."""

import stat
import sys

import pytest
from builders import NIP_AHMAD, credential, open_services
from laptops import begin_visit, send, spelled

from zi_desktop.domain.errors import CredentialError, InvalidInputError, NotFoundError, RegistryError
from zi_desktop.domain.workspace_errors import ReadOnlyWorkspaceError
from zi_desktop.services.composition import Services
from zi_desktop.services.exchange.devices import KEY_FILE
from zi_desktop.services.workspace import Workspace
from zi_desktop.trust.device_keys import new_device_key
from zi_desktop.trust.registry import LostDevice, Person, Registry, sign_registry

ROOT = new_device_key()


def listed(services, number=1, *, device="", lost=False, root=ROOT):
    """Return the signed registry that pins a device to the person of a laptop."""
    person = services.settings.person()
    device = device or services.devices.key().device
    entry = Person(
        person.id, person.name, person.nip, (), (), (), (device,), (LostDevice(device, "2026-11-01"),) if lost else ()
    )
    return sign_registry(Registry(number, demo=False, persons=(entry,)), root)


def test_the_key_is_made_once_and_is_nobody_elses_to_read(rini, tmp_path):
    first = rini.devices.key()
    assert rini.devices.key() is first
    path = tmp_path / "rini" / KEY_FILE
    assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600
    rini.close()
    with open_services(tmp_path / "rini") as again:
        assert again.devices.key() == first


def test_who_only_looks_makes_no_key(rini, tmp_path):
    rini.close()
    with Services(Workspace(tmp_path / "rini", write=False)) as looking:
        assert looking.devices.identities() == ()
        with pytest.raises(ReadOnlyWorkspaceError):
            looking.devices.key()
    assert not (tmp_path / "rini" / KEY_FILE).exists()


def test_a_damaged_key_is_never_replaced(rini, tmp_path):
    path = tmp_path / "rini" / KEY_FILE
    path.write_bytes(b"{}")
    with pytest.raises(CredentialError):
        rini.devices.key()
    assert path.read_bytes() == b"{}"


def test_a_card_says_who_works_here_and_follows_a_correction(fresh):
    with pytest.raises(InvalidInputError, match="Nama belum diisi"):
        fresh.devices.card()
    fresh.settings.put("person.name", "Sinta Misal")
    first = fresh.devices.card()
    assert fresh.devices.card() == first
    fresh.settings.put("person.name", "Sinta Misalnya")
    assert (fresh.devices.card().name, fresh.devices.card().device) == ("Sinta Misalnya", first.device)
    signer = credential("Sinta Misalnya", "")
    bound = fresh.devices.bind(signer)
    assert bound.binding.sha256 == signer.sha256
    assert fresh.devices.card() == bound


def test_a_card_is_found_by_name_nip_or_device(rini, ahmad):
    card = ahmad.devices.card()
    rini.devices.accept(card)
    assert {rini.devices.find(named) for named in (card.name, NIP_AHMAD, card.person, card.device[:12])} == {card}
    for nobody in ("Siti", card.device[:4], ""):
        with pytest.raises(NotFoundError):
            rini.devices.find(nobody)


def test_the_registry_lets_in_what_waited(rini, ahmad, tmp_path):
    id_ = begin_visit(rini, tmp_path)
    send(rini, ahmad, id_, tmp_path, plain=True)
    assert ahmad.evaluations.list() == []
    assert ahmad.bundle_intake.take_registry(listed(rini), ROOT.device[:16].upper()) > 0
    assert spelled(ahmad, id_) == spelled(rini, id_)
    assert [each.accepted for each in ahmad.devices.cards()] == ["registry"]


def test_a_device_reported_lost_is_nobodys(rini, ahmad, tmp_path):
    id_ = begin_visit(rini, tmp_path)
    ahmad.devices.accept(rini.devices.card())
    send(rini, ahmad, id_, tmp_path, plain=True)
    before = ahmad.workspace.folded(id_).spelled()
    ahmad.bundle_intake.take_registry(listed(rini, lost=True))
    rini.evaluations.plan(id_, {"place": "Contohrejo"})
    rini.bundling.export([id_], tmp_path / "hilang.zib", plain=True)
    with ahmad.bundle_intake.read(tmp_path / "hilang.zib") as preview:
        assert (preview.accepted, preview.new, preview.quarantined > 0) == (False, 0, True)
        ahmad.bundle_intake.apply(preview)
    assert ahmad.workspace.folded(id_).spelled() == before
    with pytest.raises(InvalidInputError, match="dilaporkan hilang sejak 2026-11-01"):
        ahmad.bundle_intake.accept(rini.devices.card())


def test_a_registry_never_goes_back_nor_over_to_another_root(rini, ahmad):
    with pytest.raises(RegistryError, match="lembar Inspektorat"):
        ahmad.devices.take_registry(listed(rini), "0000")
    ahmad.devices.take_registry(listed(rini, 2))
    for data in (listed(rini, 1), listed(rini, 3, root=new_device_key()), listed(rini, 2, lost=True), b"{}"):
        with pytest.raises(RegistryError):
            ahmad.devices.take_registry(data)
    assert ahmad.devices.take_registry(listed(rini, 3)).registry.number == 3
    ahmad.close()


def test_the_registry_knows_better_than_a_card_whose_a_device_is(rini, ahmad):
    ahmad.devices.take_registry(listed(ahmad, device=rini.devices.key().device))
    ahmad.devices.offer([rini.devices.card()])
    assert [each.accepted for each in ahmad.devices.cards()] == [""]
