"""A workspace for the pictures of the exchange: a hub that confirmed a part, a colleague's bundles, one that was altered."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.exchange.fetching import DOWNLOADS
from zi_desktop.services.hub.worker import HubWorker, publish
from zi_desktop.services.receipts import SENT, TAKEN_BACK
from zi_desktop.services.samples.evidence import add_sample_evidence
from zi_desktop.services.samples.visit import prepare_sample, score_sample
from zi_desktop.storage import exchange
from zi_desktop.storage.exchange import IN
from zi_desktop.storage.hub_store import open_store
from zi_desktop.sync.hub_cards import hub_fingerprint

_OTHERS: Final = (
    ("Ahmad Andaikan, S.Sos., M.Si.", "197609051999031004"),
    ("Bagus Contohardjo, S.H.", "199003122015031002"),
)
_CHANGED, _DISPUTED = "A.I.1.i.a", "A.I.5.i.b"


def exchanged(folder: Path) -> None:
    """Make it; the bundles lie in its folder ``flashdisk``, the place of the hub in ``pertukaran``."""
    with open_services(folder, write=True) as own:
        ids = [prepare_sample(own)]
        score_sample(own, ids[0])
        ids += [own.evaluations.create(code, own.workspace.now().year) for code in ("C-002", "C-003")]
        for name in ("pertukaran", "flashdisk"):
            (folder / name).mkdir()
        _meet_hub(own, folder)
        own.answering.note(ids[0], _CHANGED, "Dilihat lagi bersama satker.")
        add_sample_evidence(own, ids[0])
        colleague = _colleague(own, ids[0], folder)
        _colleague_again(colleague, own, ids[0], folder)
        altered = bytearray((folder / "flashdisk" / "baru.zib").read_bytes())
        altered[len(altered) // 2] ^= 1
        (folder / "flashdisk" / "diubah.zib").write_bytes(altered)


def lost(folder: Path) -> None:
    """Make it, with files that were let go here and that a hub that was restored from yesterday lost."""
    alarmed(folder)
    with open_services(folder, write=True) as own:
        gone = sorted(own.evidence.store.sizes())[:2]
        with own.workspace.database.writing() as connection:
            sent = next(row for row in exchange.exchanges(connection) if row.detail.get("receipt"))
            exchange.put_exchange(connection, replace(sent, detail={**sent.detail, "evidence": gone}))
        for sha256 in gone:
            own.evidence.store.remove(sha256)


def alarmed(folder: Path) -> None:
    """Make it, with what a hub that was restored from yesterday lost, a cut off import and a bundle of the hub."""
    exchanged(folder)
    with open_services(folder, write=True) as own:
        with own.workspace.database.writing() as connection:
            rows = exchange.exchanges(connection)
            sent = next(row for row in rows if row.state == SENT)
            came = next(row for row in rows if row.direction == IN)
            exchange.put_exchange(connection, replace(sent, state=TAKEN_BACK))
            cut = replace(came, id="terputus", name="bagian-2.zib", state=exchange.BEGUN)
            exchange.put_exchange(connection, cut)
        (folder / DOWNLOADS).mkdir(exist_ok=True)
        shutil.copy(folder / "flashdisk" / "baru.zib", folder / DOWNLOADS / "semua-00000001-5f0c2d6a9b81e347.zib")
    (folder / "pertukaran").rename(folder / "dicabut")


def _meet_hub(own: Services, folder: Path) -> None:
    """Send everything to a hub, which confirms it."""
    address = str(folder / "pertukaran")
    with open_services(folder / "pusat", write=True) as hub:
        hub.settings.put("person.name", "Sari Percontohan")
        card = hub.hub_keys.make("Inspektorat Contoh", folder / "cadangan.kunci")
        transport = hub.enrolment.transport(address)
        publish(card, transport)
        store_file = str(folder / "gabungan.db")
        open_store(store_file, make=True).close()
        own.enrolment.enrol(address, hub_fingerprint(card))
        own.exchanging.push(address)
        for _ in range(2):
            with open_store(store_file) as store:
                HubWorker(hub.workspace, hub.hub_keys, hub.devices, transport, store).run()
            for shown in hub.devices.cards():
                hub.devices.accept(shown.card)
    own.exchanging.pull(address)


def _colleague(own: Services, id_: str, folder: Path) -> Path:
    """Let a colleague who is known answer something else, and take that."""
    laptop = folder / "rekan"
    with open_services(laptop, write=True) as other:
        _name(other, *_OTHERS[0])
        own.bundle_intake.accept(other.devices.card())
        other.bundle_intake.accept(own.devices.card())
        _carry(own, other, id_, folder / "flashdisk" / "awal.zib")
        other.answering.note(id_, _CHANGED, "Jadwal dan syarat layanan tampil di papan.")
        _carry(other, own, id_, folder / "flashdisk" / "ahmad.zib")
    return laptop


def _colleague_again(laptop: Path, own: Services, id_: str, folder: Path) -> None:
    """Leave a bundle on the stick in which a laptop that nobody knows here has a part."""
    with open_services(folder / "rekan-lain", write=True) as third, open_services(laptop, write=True) as other:
        _name(third, *_OTHERS[1])
        for known in (other, own):
            third.bundle_intake.accept(known.devices.card())
        other.bundle_intake.accept(third.devices.card())
        _carry(other, third, id_, folder / "flashdisk" / "lanjut.zib")
        third.answering.answer(id_, _DISPUTED, Chosen("C"), displayed=_displayed(third, id_))
        third.bundling.export([id_], folder / "flashdisk" / "baru.zib", plain=True)
    own.answering.answer(id_, _DISPUTED, Chosen("A"), displayed=_displayed(own, id_))
    own.preferences.remember_opened(id_, _CHANGED)


def _displayed(services: Services, id_: str) -> tuple[str, ...]:
    return services.evaluations.open(id_).state.answer_cell(Column.TPI, _DISPUTED).displayed


def _carry(sender: Services, receiver: Services, id_: str, file: Path) -> None:
    sender.bundling.export([id_], file, plain=True)
    with receiver.bundle_intake.read(file) as preview:
        receiver.bundle_intake.apply(preview)


def _name(services: Services, name: str, nip: str) -> None:
    services.settings.put("person.name", name)
    services.settings.put("person.nip", nip)
