"""Lines from elsewhere on disk: whole ones and digests, who vouched for them, what waits."""

from dataclasses import replace

import pytest
from workspaces import NOON, SUBJECT, record

from zi_desktop.domain.events import Subject, read_redacted, redacted_line
from zi_desktop.domain.workspace_errors import DamagedDatabaseError
from zi_desktop.storage import attestations, events, exchange
from zi_desktop.storage.attestations import Attestation
from zi_desktop.storage.database import Database
from zi_desktop.storage.exchange import Exchange, KnownCard, StoredReceipt, Waiting
from zi_desktop.storage.recorder import Recorder

DEVICE = "d" * 64


@pytest.fixture
def database(tmp_path):
    opened = Database(tmp_path / "ini", write=True)
    yield opened
    opened.close()


@pytest.fixture
def elsewhere(tmp_path):
    """Three lines that another laptop wrote."""
    other = Database(tmp_path / "lain", write=True)
    made = record(other, "satu", "dua", "tiga", recorder=Recorder(lambda: NOON))
    other.close()
    return made


def redacted(event):
    return read_redacted(redacted_line(event.line), event.previous, event.subject, event.stream, event.seq)


def test_a_withheld_line_keeps_the_chain_until_it_comes_whole(database, elsewhere):
    first, second, third = elsewhere
    with database.writing() as connection:
        events.append_received(connection, [first, redacted(second), third])
    with database.reading() as connection:
        loaded = {event.seq: event for event in events.load(connection, [SUBJECT.id])}
        places = events.places(connection, SUBJECT.id)
    assert [loaded[seq].hash for seq in (1, 2, 3)] == [event.hash for event in elsewhere]
    assert [loaded[seq].redacted for seq in (1, 2, 3)] == [False, True, False]
    assert [places[event.hash].whole for event in elsewhere] == [True, False, True]
    assert places[third.hash].previous == second.hash
    with database.writing() as connection:
        events.append_received(connection, [second])
    with database.reading() as connection:
        assert sorted(events.load(connection, [SUBJECT.id]), key=lambda event: event.seq) == elsewhere
        assert connection.exec_driver_sql("SELECT count(*) FROM withheld").scalar_one() == 0
        assert events.subjects(connection) == [SUBJECT]


@pytest.mark.parametrize("missing", [0, 1])
@pytest.mark.parametrize("withheld", [False, True])
def test_a_subject_in_which_a_line_follows_nothing_is_found(database, elsewhere, missing, withheld):
    come = [event for at, event in enumerate(elsewhere) if at != missing]
    with database.writing() as connection:
        events.append_received(connection, [redacted(come[0]), redacted(come[1])] if withheld else come)
        assert events.interrupted(connection) == [SUBJECT]
        events.append_received(connection, [redacted(elsewhere[missing])])
        assert events.interrupted(connection) == []


def test_a_digest_that_is_not_the_one_that_came_is_noticed(database, elsewhere):
    with database.writing() as connection:
        events.append_received(connection, [redacted(elsewhere[0])])
        assert events.subjects(connection) == [SUBJECT]
        connection.exec_driver_sql("UPDATE withheld SET digest = ?", ("0" * 64,))
    with database.reading() as connection, pytest.raises(DamagedDatabaseError):
        events.load(connection, [SUBJECT.id])


def test_who_wrote_about_what_is_found_without_reading_all(database):
    record(database, "satu", author="orang-1")
    with database.reading() as connection:
        assert events.has_written(connection, "orang-1", "evaluation")
        assert not events.has_written(connection, "orang-2", "evaluation")
        assert not events.has_written(connection, "orang-1", "satker")


def test_signatures_are_kept_by_subject(database):
    item = Attestation(SUBJECT, "a" * 32, DEVICE, 1, 3, "0" * 64, "b" * 64, "c" * 128, 1)
    other = replace(item, subject=Subject("satker", "0b1f4f0e-55b5-5b0c-8a53-7f0a6a1f5b11"))
    with database.writing() as connection:
        for each in (item, other, item):
            attestations.put_attestation(connection, each)
        assert attestations.attestations(connection, [SUBJECT.id]) == (item,)
        assert set(attestations.attestations(connection)) == {item, other}
        attestations.drop_attestation(connection, item)
        assert attestations.attestations(connection) == (other,)


def test_cards_segments_bundles_and_receipts_read_back(database):
    card = KnownCard(DEVICE, "orang-1", b"{}", "", "2026-11-03T12:00:00+07:00")
    waiting = Waiting(SUBJECT, "a" * 32, 4, 6, "b" * 64, DEVICE, "gap", b"x")
    bundle = Exchange(
        "1" * 32,
        "2026-11-03T12:00:00+07:00",
        "in",
        "team",
        "Rini",
        "x.zib",
        7,
        "e" * 64,
        9,
        "berjalan",
        {"evidence": []},
    )
    receipt = StoredReceipt("pusat", 1, 3, b"{}", "2026-11-03T12:00:00+07:00")
    with database.writing() as connection:
        exchange.put_card(connection, card)
        exchange.put_card(connection, accepted := replace(card, accepted="paper"))
        exchange.put_waiting(connection, waiting)
        exchange.put_exchange(connection, bundle)
        exchange.put_exchange(connection, done := replace(bundle, state="selesai"))
        exchange.put_receipt(connection, receipt)
    with database.reading() as connection:
        assert exchange.cards(connection) == {DEVICE: accepted}
        assert exchange.waiting(connection) == (waiting,)
        assert exchange.exchanges(connection) == (done,)
        assert exchange.receipts(connection) == (receipt,)
    with database.writing() as connection:
        exchange.drop_waiting(connection, waiting)
        assert exchange.waiting(connection) == ()
