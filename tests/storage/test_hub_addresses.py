"""Connections to a server that went and came back while nobody asked it anything."""

import uuid

import pytest

from zi_desktop.domain.errors import HubStoreError
from zi_desktop.storage import hub_addresses, hub_store, hub_tables
from zi_desktop.storage.hub_addresses import without_password
from zi_desktop.storage.hub_store import open_store


@pytest.fixture
def restarted(postgresql):
    """A store that was used before its server was started anew."""
    with open_store(postgresql.url(f"zi_{uuid.uuid4().hex}"), make=True) as store:
        postgresql.stop("immediate")
        postgresql.start()
        yield store


def test_a_connection_that_rested_is_tried_and_made_anew(restarted, monkeypatch):
    monkeypatch.setattr(hub_addresses, "_RESTED", -1)
    with restarted.writing() as connection:
        assert hub_store.count(connection, hub_tables.fact) == 1


def test_one_that_was_just_used_is_trusted_and_made_anew_after_the_failure(restarted, monkeypatch):
    monkeypatch.setattr(hub_addresses, "_RESTED", 10**6)
    with pytest.raises(HubStoreError, match="tidak dapat dicapai"):
        _count(restarted)
    assert _count(restarted) == 1


def _count(store):
    with store.reading() as connection:
        return hub_store.count(connection, hub_tables.fact)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("postgresql://uji:rahasia@127.0.0.1:5432/zi", "postgresql://uji@127.0.0.1:5432/zi"),
        ("gabungan.db", "gabungan.db"),
        ("sqlite:///gabungan.db", "sqlite:///gabungan.db"),
        ("bukan alamat://x", ""),
    ],
)
def test_an_address_is_remembered_without_its_password(address, kept):
    assert without_password(address) == kept
