"""``hub``: an Inspectorate's side (init, ingest, renew) and a laptop's (push, pull); a folder, ``s3://…``, or a database."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_desktop.cli import tables
from zi_desktop.cli.hub_gap import gap
from zi_desktop.cli.session import Session, command, file_path, group
from zi_desktop.domain.errors import InvalidInputError

if TYPE_CHECKING:
    from zi_desktop.services.composition import Services
    from zi_desktop.services.hub.worker import HubWorker
    from zi_desktop.storage.hub_store import HubStore
    from zi_desktop.sync.hub_cards import HubCard

_ADDRESS = click.argument("address", metavar="URL")
_FINGERPRINT = click.option(
    "--fingerprint", default="", metavar="SIDIK", help="Sidik hub dari lembar Inspektorat; hanya untuk pertama kali."
)
_STORED = {"lokal": "lokal", "disimpan": "disimpan ke media", "terkirim": "terkirim"}


@command("init", "Menyiapkan hub di folder atau s3://…, atau simpanan gabungan di sebuah basis data.")
@_ADDRESS
@click.option("--name", default="", metavar="NAMA", help="Nama hub, seperti dibaca para penilai.")
@click.option("--escrow", type=file_path(), default=None, metavar="BERKAS", help="Berkas baru untuk kunci cadangan.")
def init(session: Session, address: str, name: str, escrow: Path | None) -> None:
    """Make what is asked for by the kind of address; done twice, it changes nothing."""
    from zi_desktop.services.hub.worker import is_database  # noqa: PLC0415 (the hub's parts load only here)
    from zi_desktop.services.hub.worker import publish as publish_card  # noqa: PLC0415 (see above)
    from zi_desktop.storage.hub_store import open_store  # noqa: PLC0415 (see above)

    if is_database(address):
        with open_store(address, make=True) as store:
            session.show({"store": store.where}, f"Simpanan gabungan {store.where} siap.")
        return
    with session.services(write=True) as services:
        keys = services.hub_keys
        if not keys.exist():
            if escrow is None:
                raise InvalidInputError(
                    "Kunci cadangan memerlukan tempat. Tidak ada yang dibuat; sebut --escrow BERKAS, lalu simpan berkas itu di brankas."
                )
            transport = services.enrolment.transport(address)
            _shown(session, keys.make(name, escrow, lambda card: publish_card(card, transport)))
            return
        card = keys.card()
        publish_card(card, services.enrolment.transport(address))
        _shown(session, card)


@command("renew", "Memulai kunci hub yang baru; paket lama tetap dapat dibuka.")
@_ADDRESS
def renew(session: Session, address: str) -> None:
    """Begin a new generation of keys and put its card where laptops look."""
    from zi_desktop.services.hub.worker import generation_at  # noqa: PLC0415 (see above)
    from zi_desktop.services.hub.worker import publish as publish_card  # noqa: PLC0415 (see above)

    with session.services(write=True) as services:
        transport = services.enrolment.transport(address)
        seen = generation_at(transport)
        _shown(session, services.hub_keys.renew(lambda card: publish_card(card, transport), above=seen))


@command("publish", "Menerbitkan registri serta daftar satker dan edisi untuk semua laptop yang kartunya diterima.")
@_ADDRESS
def publish(session: Session, address: str) -> None:
    """Give registry and reference data to everybody."""
    with session.services(write=True) as services:
        done = services.hub_publishing.publish(services.enrolment.transport(address))
    result = {"number": done.number, "persons": done.persons, "devices": done.devices, "size": done.size}
    session.show(result, f"Registri nomor {done.number} terbit: {done.persons} orang, {done.devices} perangkat.")


@command("lost", "Mencatat laptop yang hilang; registri berikutnya menyebutkannya.")
@click.argument("device", metavar="PERANGKAT")
@click.option("--since", required=True, metavar="TANGGAL", help="Hari hilangnya, seperti 2026-11-05.")
def lost(session: Session, device: str, since: str) -> None:
    """Note a lost laptop."""
    with session.services(write=True) as services:
        card = services.hub_publishing.report_lost(device, since)
    session.show(
        {"device": card.device, "since": since}, f"Laptop {card.name} hilang sejak {since}; terbitkan registri."
    )


@command("give", "Mengembalikan data dukung sebuah evaluasi ke laptop yang pernah mengirimnya.")
@_ADDRESS
@click.argument("device", metavar="PERANGKAT")
@click.argument("evaluation", metavar="EVALUASI")
@click.option("--into", "database", required=True, metavar="DBURL", help="Simpanan gabungan.")
def give(session: Session, address: str, device: str, evaluation: str, database: str) -> None:
    """Put the files where the laptop looks; exit status 1 where the hub lacks some of them."""
    from zi_desktop.services.hub.giving import HubGiving  # noqa: PLC0415 (see above)
    from zi_desktop.storage.hub_store import open_store  # noqa: PLC0415 (see above)

    with session.services(write=True) as services, open_store(database, reads=True) as store:
        giving = HubGiving(services.workspace, services.devices, services.bundling, services.hub_publishing)
        transport = services.enrolment.transport(address)
        done = giving.give(device, evaluation, store, transport, _teller(session))
    result = {"bundles": done.bundles, "size": done.size, "evidence": done.files, "missing": done.missing}
    words = [f"{done.files} data dukung diletakkan untuk {done.name} dalam {done.bundles} paket; laptopnya: hub pull."]
    if done.missing:
        words.append(f"{done.missing} berkas tidak ada di hub ini; minta dari anggota tim lain.")
    session.show(result, "\n".join(words))
    if done.missing:
        raise click.exceptions.Exit(1)


@command("push", "Mengirim ke hub semua yang belum ada di sana: jawaban dahulu, lalu data dukung.")
@_ADDRESS
@_FINGERPRINT
def push(session: Session, address: str, fingerprint: str) -> None:
    """Send what has to go; exit status 1 where something could not be put."""
    with session.services(write=True) as services:
        if fingerprint:
            services.enrolment.enrol(address, fingerprint)
        done = services.exchanging.push(address, _teller(session))
    words = [f"{done.bundles} paket diletakkan: {done.evaluations} evaluasi, {done.evidence} data dukung."]
    result = {
        "bundles": done.bundles, "size": done.size, "evaluations": done.evaluations, "evidence": done.evidence,
        "problems": list(done.problems),
    }  # fmt: skip
    session.show(result, "\n".join([*words, *done.problems]))
    if done.problems:
        raise click.exceptions.Exit(1)


@command("pull", "Mengambil dari hub: tanda terima, dan paket untuk laptop ini.")
@_ADDRESS
@_FINGERPRINT
def pull(session: Session, address: str, fingerprint: str) -> None:
    """Read what the hub put; bundles are kept to be looked at with ``bundle import``."""
    from zi_desktop.services.exchange.lost_files import LOST_WAY  # noqa: PLC0415 (see above)

    with session.services(write=True) as services:
        if fingerprint:
            services.enrolment.enrol(address, fingerprint)
        done = services.exchanging.pull(address, _teller(session))
    words = [f"{done.receipts} tanda terima; {done.confirmed} paket terkirim."]
    if done.taken_back:
        words.append(f"PERINGATAN: hub tidak lagi memiliki {done.taken_back} paket; kirim lagi dengan hub push.")
    if done.lost:
        words.append(
            f"PERINGATAN: {done.lost} berkas tidak ada lagi di laptop ini maupun di Inspektorat. {LOST_WAY}; evidence check menyebutnya."
        )
    words += [f"Paket masuk: {file}" for file in done.bundles]
    result = {
        "receipts": done.receipts, "confirmed": done.confirmed, "taken_back": done.taken_back, "lost": done.lost,
        "bundles": [str(file) for file in done.bundles], "problems": list(done.problems),
    }  # fmt: skip
    session.show(result, "\n".join([*words, *done.problems]))
    if done.taken_back or done.lost or done.problems:
        raise click.exceptions.Exit(1)


@command("ingest", "Memasukkan kiriman dari folder atau s3://… ke simpanan gabungan, lalu menulis tanda terima.")
@_ADDRESS
@click.option("--into", "database", required=True, metavar="DBURL", help="Simpanan gabungan.")
@click.option(
    "--escrow", type=file_path(), default=None, metavar="BERKAS",
    help="Kunci cadangan dari brankas: membuka juga kiriman yang tidak dapat dibuka kunci hub ini.",
)  # fmt: skip
def ingest(session: Session, address: str, database: str, escrow: Path | None) -> None:
    """Take everything that is new; exit status 1 where a bundle was refused."""
    from zi_desktop.services.hub.keys import read_escrow  # noqa: PLC0415 (see above)
    from zi_desktop.storage.hub_store import open_store  # noqa: PLC0415 (see above)

    with session.services(write=True) as services, open_store(database) as store:
        done = _worker(services, address, store, read_escrow(escrow) if escrow else "").run(_teller(session))
    result = {
        "taken": done.taken, "had": done.had, "rejected": done.rejected, "events": done.lines,
        "evidence": done.evidence, "waiting": done.waiting, "receipts": done.receipts, "problems": list(done.problems),
    }  # fmt: skip
    counted = f"{done.taken} paket diambil, {done.had} sudah ada, {done.rejected} ditolak"
    words = [f"{counted}; {done.lines} perubahan dan {done.evidence} data dukung baru; {done.receipts} tanda terima."]
    if done.waiting:
        words.append(
            f"{done.waiting} bagian menunggu: yang mendahuluinya belum tiba, atau kartu perangkatnya belum diterima "
            "(hub gap, identity card list)."
        )
    session.show(result, "\n".join([*words, *done.problems]))
    if done.rejected:
        raise click.exceptions.Exit(1)


@command("escrow", "Membuka satu kiriman dengan kunci cadangan; ditulis TANPA sandi, untuk diperiksa di komputer ini.")
@click.argument("file", metavar="BERKAS.zib", type=file_path())
@click.option("--key", required=True, type=file_path(), metavar="KUNCI", help="Kunci cadangan dari brankas.")
@click.option("-o", "--out", required=True, type=file_path(), metavar="BERKAS.zib", help="Berkas baru.")
def escrow(session: Session, file: Path, key: Path, out: Path) -> None:
    """Write one bundle without its encryption; no workspace is touched."""
    from zi_desktop.services.hub.escrow import open_with  # noqa: PLC0415 (see above)

    found = open_with(key, file, out)
    result = {
        "file": str(out.resolve()), "from": found.card.name, "device": found.card.device, "made": found.manifest.made,
        "events": sum(len(segment.lines) for segment in found.segments), "evidence": len(found.evidence),
    }  # fmt: skip
    words = (
        f"{out}: paket dari {found.card.name}, utuh, {result['events']} perubahan, TANPA sandi; hapus sesudah dipakai."
    )
    session.show(result, words)


@command("status", "Menampilkan keadaan pertukaran laptop ini dengan hub, atau isi sebuah simpanan gabungan.")
@click.argument("address", metavar="[URL]", default="")
def status(session: Session, address: str) -> None:
    """Show how each evaluation stands towards the hub, or what a store holds."""
    from zi_desktop.services.hub.worker import is_database  # noqa: PLC0415 (see above)

    if address and is_database(address):
        from zi_desktop.services.hub.consolidated import open_consolidated  # noqa: PLC0415 (see above)

        with open_consolidated(address) as store:
            counts = store.counts()
        session.show(counts, tables.table(["Isi", "Jumlah"], [[_COUNTS[name], str(counts[name])] for name in _COUNTS]))
        return
    with session.services(write=False) as services:
        hub = services.enrolment.hub()
        states = services.exchanging.states()
        names = {row["id"]: row["satker_name"] for row in services.evaluations.list()}
        last = services.exchanging.last_contact()
    result = {
        "hub": hub.card.name if hub else None, "address": hub.address if hub else None, "last": last,
        "evaluations": [
            {"id": item.evaluation, "state": item.state, "since": item.since, "evidence_left": item.files}
            for item in states
        ],
    }  # fmt: skip
    rows = [
        [names.get(item.evaluation, item.evaluation[:8]), _STORED[item.state], item.since[:16].replace("T", " ") or "–", str(item.files)]
        for item in states
    ]  # fmt: skip
    head = (
        f"Hub: {hub.card.name}, pertukaran terakhir {last[:16].replace('T', ' ') or 'belum pernah'}."
        if hub
        else "Belum ada hub."
    )
    session.show(result, "\n".join([head, tables.table(["Evaluasi", "Keadaan", "Sejak", "Berkas tersisa"], rows)]))


_COUNTS = {
    "evaluations": "Evaluasi", "satker": "Satker", "lines": "Perubahan", "bundles": "Paket", "waiting": "Bagian yang menunggu",
    "evidence_missing": "Data dukung belum ada",
}  # fmt: skip
COMMAND = group(
    "hub", "Hub Inspektorat dan pertukaran dengannya.", init, push, pull, ingest, status, publish, lost, renew, escrow, gap,
    give,
)  # fmt: skip


def _worker(services: "Services", address: str, store: "HubStore", escrow: str) -> "HubWorker":
    from zi_desktop.services.hub.worker import HubWorker  # noqa: PLC0415 (see above)

    transport = services.enrolment.transport(address)
    return HubWorker(services.workspace, services.hub_keys, services.devices, transport, store, escrow)


def _shown(session: Session, card: "HubCard") -> None:
    from zi_desktop.sync.hub_cards import hub_fingerprint  # noqa: PLC0415 (see above)

    result = {"hub": card.hub, "name": card.name, "generation": card.generation, "fingerprint": hub_fingerprint(card)}
    session.show(result, f"Hub {card.name}, kunci ke-{card.generation}.\nSidik untuk dicetak: {result['fingerprint']}")


def _teller(session: Session) -> "Teller":
    return Teller(session)


class Teller:
    """Says what is being done, once for each sentence."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._said = ""

    def __call__(self, sentence: str, _done: int, _whole: int) -> None:
        """Say a sentence that was not said last."""
        if sentence != self._said:
            self._session.tell(sentence)
            self._said = sentence
