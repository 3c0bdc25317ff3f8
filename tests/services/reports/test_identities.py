"""The own key: made once, for a named person, its certificate to be registered."""

import pytest
from builders import NIP_RINI, RINI, SECRET, files_in
from cryptography import x509

from zi_desktop.domain.errors import CredentialError, FileWriteError, InvalidInputError, NotFoundError
from zi_desktop.services.reports.identities import CARD_FILE, KEY_FILE, OLD_KEY
from zi_desktop.trust.certificates import fingerprint


@pytest.fixture
def named(fresh):
    fresh.settings.put("person.name", RINI)
    fresh.settings.put("person.nip", NIP_RINI)
    return fresh


def test_a_new_key_is_the_persons_and_opens(named):
    card = named.identities.new(SECRET)
    assert (card.person, card.name, card.nip) == (named.settings.person().id, RINI, NIP_RINI)
    opened = named.identities.open(SECRET)
    assert (opened.name, opened.sha256) == (RINI, card.sha256)
    assert card.fingerprint == fingerprint(opened.certificate)
    assert named.identities.show() == card


def test_a_second_key_never_takes_the_place_of_the_first(named):
    card = named.identities.new(SECRET)
    with pytest.raises(InvalidInputError, match="sudah memiliki kunci"):
        named.identities.new("lain")
    assert named.identities.open(SECRET).sha256 == card.sha256


def test_another_key_takes_the_place_of_one_whose_passphrase_is_forgotten_and_both_stay(named):
    old = named.identities.new(SECRET)
    new = named.identities.replace("yang diingat")
    assert named.identities.show() == new
    assert new.sha256 != old.sha256
    assert named.identities.open("yang diingat").sha256 == new.sha256
    kept = named.workspace.folder / OLD_KEY.format(digest=old.sha256[:8])
    assert named.identities.open(SECRET, kept).sha256 == old.sha256
    assert kept.with_suffix(".pem").read_text() == old.pem


def test_nothing_is_replaced_without_a_key_or_a_passphrase(named):
    with pytest.raises(NotFoundError):
        named.identities.replace("yang diingat")
    card = named.identities.new(SECRET)
    with pytest.raises(CredentialError):
        named.identities.replace("")
    assert named.identities.open(SECRET).sha256 == card.sha256
    assert [name for name in files_in(named.workspace.folder) if "lama" in name] == []


def test_a_power_cut_while_a_key_is_replaced_loses_neither(named, monkeypatch):
    old = named.identities.new(SECRET)
    monkeypatch.setattr(named.identities, "_keep", lambda *_: None)
    named.identities.replace("yang diingat")
    kept = named.workspace.folder / OLD_KEY.format(digest=old.sha256[:8])
    assert named.identities.open(SECRET, kept).sha256 == old.sha256
    monkeypatch.undo()
    assert named.identities.new("yang diingat").sha256 != old.sha256


def test_what_is_missing_is_said_and_nothing_is_made(fresh):
    with pytest.raises(InvalidInputError, match=r"person\.name"):
        fresh.identities.new(SECRET)
    for call in (fresh.identities.show, lambda: fresh.identities.open(SECRET)):
        with pytest.raises(NotFoundError, match="identity new"):
            call()
    fresh.settings.put("person.name", RINI)
    with pytest.raises(CredentialError):
        fresh.identities.new("")
    assert [name for name in files_in(fresh.workspace.folder) if "identitas" in name] == []


def test_a_power_cut_between_card_and_key_is_not_the_end(named):
    named.identities.new(SECRET)
    (named.workspace.folder / KEY_FILE).unlink()
    with pytest.raises(NotFoundError):
        named.identities.show()
    assert named.identities.new(SECRET).name == RINI


def test_the_certificate_goes_out_without_the_key(named, tmp_path):
    card = named.identities.new(SECRET)
    written = named.identities.export(tmp_path / "sertifikat Rini.pem")
    assert x509.load_pem_x509_certificate(written.read_bytes()).serial_number
    assert b"PRIVATE" not in written.read_bytes()
    assert written.read_text() == card.pem == (named.workspace.folder / CARD_FILE).read_text()
    with pytest.raises(FileWriteError):
        named.identities.export(tmp_path / "tidak ada" / "x.pem")
