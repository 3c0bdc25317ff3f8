"""A worker of the hub that is killed, and a database that dies: after a rerun the store equals that of a clean run."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from builders import open_services
from sqlalchemy import select

from zi_desktop.domain.errors import HubStoreError
from zi_desktop.services.hub.worker import HubWorker, publish
from zi_desktop.storage import hub_tables
from zi_desktop.storage.hub_store import open_store
from zi_desktop.sync.hub_cards import hub_fingerprint
from zi_desktop.sync.transports import open_transport


@pytest.fixture(scope="module")
def sent(scored_original, tmp_path_factory):
    """A hub whose inbox is full, nothing of it taken: (its workspace, the place of exchange)."""
    root = tmp_path_factory.mktemp("hub")
    stick = root / "stik"
    stick.mkdir()
    shutil.copytree(scored_original[0], root / "laptop")
    with open_services(root / "pusat") as hub, open_services(root / "laptop") as laptop:
        hub.settings.put("person.name", "Sari Percontohan")
        card = hub.hub_keys.make("Inspektorat Contoh", root / "brankas.kunci")
        publish(card, open_transport(str(stick)))
        laptop.enrolment.enrol(str(stick), hub_fingerprint(card))
        laptop.evidence.add(scored_original[1], [_file(root, n) for n in range(4)], "A.I.1.i.a")
        laptop.exchanging.push(str(stick))
        for round_ in range(3):
            laptop.answering.note(scored_original[1], "A.I.1.i.b", f"catatan {round_}")
            laptop.exchanging.push(str(stick))
        hub.devices.offer([laptop.devices.card()])
        hub.devices.accept(laptop.devices.card())
    return root / "pusat", stick


def _file(root, number):
    path = root / f"bukti {number}.txt"
    path.write_bytes(bytes([65 + number]) * 700_000)
    return path


@pytest.fixture
def place(sent, tmp_path):
    shutil.copytree(sent[0], tmp_path / "pusat")
    shutil.copytree(sent[1], tmp_path / "stik")
    return tmp_path / "pusat", tmp_path / "stik"


def _ingest(place, address):
    with open_services(place[0]) as hub, open_store(address) as store:
        return HubWorker(hub.workspace, hub.hub_keys, hub.devices, open_transport(str(place[1])), store).run()


def _held(address):
    """Return what a store holds, without the moments at which it came."""
    left_out = {"at", "digest"}
    with open_store(address) as store, store.reading() as connection:
        return {
            name: sorted(
                tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
                for row in connection.execute(select(*(c for c in table.columns if c.name not in left_out)))
            )
            for name, table in hub_tables.metadata.tables.items()
            if name not in ("bundle", "answered")
        }


@pytest.fixture(scope="module")
def clean(sent, tmp_path_factory):
    root = tmp_path_factory.mktemp("bersih")
    shutil.copytree(sent[0], root / "pusat")
    shutil.copytree(sent[1], root / "stik")
    address = str(root / "gabungan.db")
    open_store(address, make=True).close()
    done = _ingest((root / "pusat", root / "stik"), address)
    assert (done.rejected, done.waiting, done.evidence) == (0, 0, 4)
    return _held(address), sorted(path.name for path in (root / "pusat" / "bukti").rglob("*") if path.is_file())


def test_a_worker_killed_at_any_point_is_completed_by_the_next(place, clean, tmp_path):
    address = str(tmp_path / "gabungan.db")
    open_store(address, make=True).close()
    chance = random.Random(11)
    command = [
        sys.executable, "-m", "zi_desktop", "--workspace", str(place[0]), "hub", "ingest", str(place[1]), "--into", address,
    ]  # fmt: skip
    killed = 0
    for _ in range(6):
        worker = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _wait_until_it_writes(worker, address, chance)
        if worker.poll() is None:
            os.kill(worker.pid, signal.SIGKILL)
            killed += 1
        worker.wait()
    assert killed
    _ingest(place, address)
    held, files = clean
    assert _held(address) == held
    assert sorted(path.name for path in (place[0] / "bukti").rglob("*") if path.is_file()) == files
    assert _ingest(place, address).lines == 0


def _wait_until_it_writes(worker, address, chance):
    """Let it work until the store has changed, and then for a moment that differs each time."""
    before = _size(address)
    while worker.poll() is None and _size(address) == before:
        time.sleep(0.005)
    patience = time.monotonic() + chance.random() * 0.4
    while worker.poll() is None and time.monotonic() < patience:
        time.sleep(0.002)


def _size(address):
    return sum(path.stat().st_size for path in (Path(address), Path(f"{address}-wal")) if path.exists())


def test_a_database_that_dies_in_the_middle_is_gone_on_with(place, clean, postgresql):
    address = postgresql.url(f"zi_{uuid.uuid4().hex}")
    open_store(address, make=True).close()
    with open_services(place[0]) as hub, open_store(address) as store:
        worker = HubWorker(hub.workspace, hub.hub_keys, hub.devices, open_transport(str(place[1])), store)
        taken = worker._ingest.take
        seen = []

        def dies_after_two(segments):
            seen.append(segments)
            if len(seen) == 2:
                postgresql.stop("immediate")
            return taken(segments)

        worker._ingest.take = dies_after_two
        with pytest.raises(HubStoreError):
            worker.run()
    postgresql.start()
    _ingest(place, address)
    assert _held(address) == clean[0]
