"""Exchanging with the hub: what has to go, what lies where, what a receipt confirmed; goes on after every break."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import BundleRejected, RegistryError, TransportError, ZiError
from zi_desktop.services.bundle_intake import BundleIntake
from zi_desktop.services.bundling import Bundling
from zi_desktop.services.enrolment import Enrolled, Enrolment
from zi_desktop.services.evidence_intake import Tell, untold
from zi_desktop.services.hub_publishing import EVERYBODY, REGISTRY
from zi_desktop.services.sent_bundles import (
    LOCAL,
    SENT,
    STORED,
    TAKEN_BACK,
    Outgoing,
    covers,
    files_left,
    sent_rows,
    standing,
)
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, exchange, files, summaries
from zi_desktop.storage.exchange import StoredReceipt
from zi_desktop.sync.manifests import BundleKind
from zi_desktop.sync.receipts import LARGEST, read_receipt
from zi_desktop.sync.transport import Transport, fetch
from zi_desktop.trust.registry import MAX_BYTES

OUTBOX: Final = "kotak-keluar"
DOWNLOADS: Final = "kotak-masuk"
_BATCH: Final = 8 * 1024 * 1024
"""Bytes of evidence of one bundle: a break costs at most this, or one file that is larger."""
_CURSOR: Final = "hub_read"


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did: bundles put and their bytes, evaluations and files in them, and what could not be put and why."""

    bundles: int
    size: int
    evaluations: int
    evidence: int
    problems: tuple[str, ...]

    def __add__(self, other: "Pushed") -> "Pushed":
        """Return the sum of two."""
        return Pushed(
            self.bundles + other.bundles, self.size + other.size, self.evaluations + other.evaluations,
            self.evidence + other.evidence, (*self.problems, *other.problems),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull brought: receipts, what they confirmed, what they took back, and bundles that wait to be looked at."""

    receipts: int
    confirmed: int
    taken_back: int
    bundles: tuple[Path, ...]
    problems: tuple[str, ...]


class Exchanging:
    """Sends to the hub and reads what it answers; every step can be done again."""

    def __init__(self, workspace: Workspace, bundling: Bundling, intake: BundleIntake, enrolment: Enrolment) -> None:
        self._workspace = workspace
        self._bundling = bundling
        self._intake = intake
        self._enrolment = enrolment

    def states(self) -> Sequence[Outgoing]:
        """Return how each evaluation stands towards the hub."""
        with self._workspace.database.reading() as connection:
            stamps = {row.id: row.stamp.rpartition(":")[2] for row in summaries.evaluations(connection)}
            rows = sent_rows(exchange.exchanges(connection))
        return [
            standing(id_, head, rows, self._bundling.evidence_of([id_]).keys()) for id_, head in sorted(stamps.items())
        ]

    def last_contact(self) -> str:
        """Return when something was last exchanged with the hub (ISO), or ""."""
        with self._workspace.database.reading() as connection:
            moments = [row.at for row in sent_rows(exchange.exchanges(connection)) if row.state != LOCAL]
            moments += [item.at for item in exchange.receipts(connection)]
        return max(moments, default="")

    def push(self, address: str, tell: Tell = untold) -> Pushed:
        """Put everything that the hub does not have yet: answers of every evaluation first, then evidence. For a worker.

        What cannot be put is named and never keeps the rest from going; what lies there already is not put again.

        Raises:
            InvalidInputError: no hub was believed yet, or another one is at the address.
            NotFoundError: there is no hub at the address.
            TransportError: the place is not reached, or not any more; what was put stays put.
        """
        hub = self._enrolment.met(address)
        transport = self._enrolment.transport(address)
        self._find_missing(transport)
        recipients = [hub.card.recipient, hub.card.escrow]
        answers = [item for item in self.states() if item.state == LOCAL]
        tasks = [_Task(item.evaluation, {}) for item in answers] + self._batches()
        done = Pushed(0, 0, 0, 0, ())
        for number, task in enumerate(tasks):
            tell("Mengirim ke Inspektorat", number, len(tasks))
            try:
                done += self._put(transport, task, recipients)
            except TransportError:
                raise
            except ZiError as error:
                done += Pushed(0, 0, 0, 0, (str(error),))
        return done

    def pull(self, address: str, tell: Tell = untold) -> Pulled:
        """Read what the hub put for this laptop: receipts are believed at once, bundles are kept to be looked at.

        Raises:
            InvalidInputError: no hub was believed yet, or another one is at the address.
            NotFoundError: there is no hub at the address.
            TransportError: the place is not reached, or not any more; what came stays.
        """
        hub = self._enrolment.met(address)
        transport = self._enrolment.transport(address)
        found = [
            key
            for box in (f"outbox/{self._bundling.installation()}", EVERYBODY)
            for key in transport.names(box, self._read_up_to(box))
        ]
        bundles: list[Path] = []
        problems: list[str] = [*self._take_registry(hub, transport)]
        receipts = 0
        for number, key in enumerate(found):
            tell("Mengambil dari Inspektorat", number, len(found))
            try:
                if key.endswith(".json"):
                    self._keep_receipt(hub, transport, key)
                    receipts += 1
                else:
                    bundles.append(self._download(transport, key))
            except BundleRejected as error:
                problems.append(str(error))
            self._note_read(key)
        confirmed, taken_back = self._confirm(hub)
        return Pulled(receipts, confirmed, taken_back, tuple(bundles), tuple(problems))

    def _batches(self) -> list["_Task"]:
        """Return the evidence that has to go, in bundles of about 8 MB."""
        tasks: list[_Task] = []
        for item in self.states():
            here, waiting = self._bundling.evidence_of([item.evaluation]), self._files_left(item.evaluation)
            batch: dict[str, Path] = {}
            size = 0
            for sha256 in sorted(waiting):
                length = here[sha256].stat().st_size
                if batch and size + length > _BATCH:
                    tasks.append(_Task(item.evaluation, batch))
                    batch, size = {}, 0
                batch[sha256] = here[sha256]
                size += length
            if batch:
                tasks.append(_Task(item.evaluation, batch))
        return tasks

    def _files_left(self, evaluation: str) -> Collection[str]:
        with self._workspace.database.reading() as connection:
            rows = sent_rows(exchange.exchanges(connection))
        return files_left(rows, self._bundling.evidence_of([evaluation]).keys())

    def _put(self, transport: Transport, task: "_Task", recipients: Sequence[str]) -> Pushed:
        folder = self._workspace.folder / OUTBOX
        folder.mkdir(exist_ok=True)
        file = folder / "kirim.zib"
        try:
            if task.files:
                made = self._bundling.export_files([task.evaluation], file, task.files, encrypt_to=recipients)
            else:
                made = self._bundling.export(
                    [task.evaluation], file, kind=BundleKind.HUB, answers_only=True, encrypt_to=recipients
                )
            key = _key_of(f"inbox/{self._bundling.installation()}", made.number, made.sha256)
            if not transport.put_new(key, file):
                raise TransportError(transport.where, "berkas lain sudah memakai nama itu")
        finally:
            file.unlink(missing_ok=True)
        self._change(made.id, STORED, {"key": key, "where": transport.where})
        answers = 0 if task.files else 1
        return Pushed(1, made.size, answers, made.evidence, ())

    def _find_missing(self, transport: Transport) -> None:
        """Send again what was put at this place and lies there no more: a stick that was lost and replaced."""
        with self._workspace.database.reading() as connection:
            rows = sent_rows(exchange.exchanges(connection))
        for row in rows:
            if (
                row.state == STORED
                and row.detail["where"] == transport.where
                and transport.size(row.detail["key"]) is None
            ):
                self._change(row.id, LOCAL, {})

    def _take_registry(self, hub: Enrolled, transport: Transport) -> Iterator[str]:
        """Take the newest registry of the hub; yield why not."""
        names = transport.names(REGISTRY, self._read_up_to(REGISTRY))
        if not names:
            return
        try:
            self._intake.take_registry(_small(transport, names[-1], MAX_BYTES), hub.card.device)
        except RegistryError as error:
            yield str(error)
        else:
            self._note_read(names[-1])

    def _keep_receipt(self, hub: Enrolled, transport: Transport, key: str) -> None:
        data = _small(transport, key, LARGEST)
        receipt = read_receipt(data)
        own = (hub.card.hub, hub.card.device, self._bundling.installation())
        if (receipt.hub, receipt.device, receipt.installation) != own:
            raise BundleRejected("tanda terimanya bukan dari hub ini untuk laptop ini")
        item = StoredReceipt(receipt.hub, receipt.generation, receipt.number, data, receipt.at)
        with self._workspace.database.writing() as connection:
            exchange.put_receipt(connection, item)

    def _confirm(self, hub: Enrolled) -> tuple[int, int]:
        """Hold everything that went against the last receipt; return how much it confirms anew, and takes back."""
        with self._workspace.database.reading() as connection:
            rows = sent_rows(exchange.exchanges(connection))
            own = [item for item in exchange.receipts(connection) if item.hub_id == hub.card.hub]
        if not own:
            return 0, 0
        last = read_receipt(max(own, key=lambda item: (item.number, item.generation)).data)
        confirmed = [row for row in rows if row.state != SENT and covers(last, row)]
        lost = [row for row in rows if row.state == SENT and not covers(last, row)]
        for row in confirmed:
            self._change(row.id, SENT, {"receipt": last.at})
        for row in lost:
            self._change(row.id, TAKEN_BACK, {})
        return len(confirmed), len(lost)

    def _download(self, transport: Transport, key: str) -> Path:
        folder = self._workspace.folder / DOWNLOADS
        folder.mkdir(exist_ok=True)
        name = "-".join(key.split("/")[1:])
        file = folder / name
        if not file.exists():
            part = fetch(transport, key, folder / f"{name}.part")
            part.replace(file)
            files.flush_folder(folder)
        return file

    def _change(self, id_: str, state: str, more: Mapping[str, Json]) -> None:
        at = self._workspace.now().isoformat(timespec="seconds")
        with self._workspace.database.writing() as connection:
            row = next(row for row in exchange.exchanges(connection) if row.id == id_)
            exchange.put_exchange(connection, replace(row, state=state, at=at, detail={**row.detail, **more}))

    def _read_up_to(self, box: str) -> str:
        with self._workspace.database.reading() as connection:
            return str(directory.settings(connection).get(_CURSOR, {}).get(box, ""))

    def _note_read(self, key: str) -> None:
        with self._workspace.database.writing() as connection:
            read = directory.settings(connection).get(_CURSOR, {})
            directory.put_setting(connection, _CURSOR, {**read, key.rpartition("/")[0]: key})


@dataclass(frozen=True, slots=True)
class _Task:
    """One bundle to be made: the lines of an evaluation, or some of its files."""

    evaluation: str
    files: Mapping[str, Path]


def _small(transport: Transport, key: str, largest: int) -> bytes:
    """Return an object whole, or nothing of one that is larger than its kind can be: whoever reads it refuses that."""
    return b"".join(transport.chunks(key)) if (transport.size(key) or 0) <= largest else b""


def _key_of(box: str, number: int, sha256: str) -> str:
    """Return the key of a bundle: in the order of its making; the digest tells apart what two copies of a laptop made."""
    return f"{box}/{number:08d}-{sha256[:16]}.zib"
