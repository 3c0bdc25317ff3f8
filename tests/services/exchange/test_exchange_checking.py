"""``check`` looks at what came from others: signatures over lines, segments that wait, cards, imports that were cut off."""

import pytest
from builders import CHOICE, give, open_services
from laptops import begin_visit, introduce, laptop, send, spelled, take

from zi_desktop.domain.errors import FileWriteError
from zi_desktop.services.backups import back_up, restore
from zi_desktop.services.checking import check
from zi_desktop.storage import evidence_receiving, exchange


@pytest.fixture
def received(tmp_path):
    """Two laptops, the evaluation that went from the first to the second, and what of the third waits there."""
    rini, ahmad, bagus = (laptop(tmp_path, who) for who in ("rini", "ahmad", "bagus"))
    introduce(rini, ahmad)
    id_ = begin_visit(rini, tmp_path)
    give(rini, id_, CHOICE, "Ya")
    send(rini, ahmad, id_, tmp_path)
    begin_visit(bagus, tmp_path)
    send(bagus, ahmad, id_, tmp_path, plain=True)
    yield rini, ahmad, id_
    for each in (rini, ahmad, bagus):
        each.close()


def altered(services, statement, *values):
    with services.workspace.database.writing() as connection:
        connection.exec_driver_sql(statement, values)
    return check(services.workspace)


def test_what_came_is_whole(received):
    _, ahmad, _ = received
    assert check(ahmad.workspace) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (f"UPDATE segment SET signature = '{'0' * 128}'", "tidak cocok dengan barisnya"),
        (f"UPDATE segment SET device = '{'1' * 64}'", "tidak cocok dengan barisnya"),
        (f"UPDATE segment SET last_hash = '{'1' * 64}'", "tidak cocok dengan barisnya"),
        ("UPDATE pending SET bytes = substr(bytes, 2)", "yang menunggu rusak"),
        ("UPDATE card SET bytes = '{}'", "Kartu perangkat"),
        ("UPDATE exchange SET state = 'berjalan'", "terputus; ambil lagi paket itu"),
    ],
)
def test_what_is_wrong_is_named(received, statement, words):
    _, ahmad, _ = received
    statement = statement.replace("'{}'", "x'7b7d'")
    assert any(words in problem for problem in altered(ahmad, statement))


def test_a_backup_keeps_who_vouched_and_what_waits(received, tmp_path):
    rini, ahmad, id_ = received
    back_up(ahmad.workspace, tmp_path / "cadangan.db")
    with ahmad.workspace.database.reading() as connection:
        waiting, cards = exchange.waiting(connection), exchange.cards(connection)
    restore(tmp_path / "lain", tmp_path / "cadangan.db")
    with open_services(tmp_path / "lain") as again:
        assert spelled(again, id_) == spelled(rini, id_)
        assert check(again.workspace) == []
        with again.workspace.database.reading() as connection:
            assert exchange.waiting(connection) == waiting != ()
            assert exchange.cards(connection) == cards


def test_an_import_that_stopped_is_named_and_taken_again(received, tmp_path, monkeypatch):
    rini, ahmad, id_ = received
    document = tmp_path / "notulen.txt"
    document.write_text("Notulen contoh.", encoding="utf-8")
    rini.evidence.add(id_, [document], CHOICE)
    with monkeypatch.context() as broken:

        def refuse(*_):
            raise FileWriteError("bukti", "ruang penyimpanan hampir penuh")

        broken.setattr(evidence_receiving, "receive", refuse)
        with pytest.raises(FileWriteError):
            send(rini, ahmad, id_, tmp_path)
    assert ahmad.bundle_intake.interrupted() == ("rini.zib",)
    assert ahmad.workspace.folded(id_).head != rini.workspace.folded(id_).head
    send(rini, ahmad, id_, tmp_path, answers_only=True)
    assert ahmad.bundle_intake.interrupted() == ("rini.zib",)
    send(rini, ahmad, id_, tmp_path)  # another bundle than the one that stopped, with all that was in it
    assert ahmad.bundle_intake.interrupted() == ()
    assert spelled(ahmad, id_) == spelled(rini, id_)


def test_an_own_bundle_that_comes_back_stays_one_that_went_out(received, tmp_path):
    rini, _, id_ = received
    path = tmp_path / "sendiri.zib"
    rini.bundling.export([id_], path)
    assert take(rini, path).lines == 0
    with rini.workspace.database.reading() as connection:
        assert {each.direction for each in exchange.exchanges(connection)} == {"out"}


def test_bytes_that_are_not_what_they_are_called_never_reach_the_store(received, tmp_path):
    _, ahmad, _ = received
    store = ahmad.evidence.store
    store.prepare()
    source = tmp_path / "x"
    source.write_bytes(b"lain")
    with pytest.raises(FileWriteError, match="berubah selagi disalin"):
        evidence_receiving.receive(store, source, "a" * 64)
    with pytest.raises(FileWriteError):
        evidence_receiving.receive(store, tmp_path / "tidak ada", "a" * 64)
    assert (store.sizes(), store.leftovers()) == ({}, {})
