"""Fetching from the hub: receipts are believed at once, bundles are kept to be looked at; goes on after every break."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import BundleRejected, RegistryError
from zi_desktop.paths import flush_folder
from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.exchange.bundle_intake import BundleIntake
from zi_desktop.services.exchange.bundling import Bundling
from zi_desktop.services.exchange.enrolment import Enrolled, Enrolment
from zi_desktop.services.exchange.lost_files import lost_files, lost_of
from zi_desktop.services.exchange.sent_bundles import covers, note_state
from zi_desktop.services.receipts import SENT, TAKEN_BACK, sent_rows
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, exchange
from zi_desktop.storage.exchange import StoredReceipt
from zi_desktop.sync.hub_places import EVERYBODY, GIVEN, OUTBOX, REGISTRY
from zi_desktop.sync.receipts import LARGEST, read_receipt
from zi_desktop.sync.transport import Transport, fetch
from zi_desktop.trust.registry import MAX_BYTES

DOWNLOADS: Final = "kotak-masuk"
_CURSOR: Final = "hub_read"


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull brought: receipts, what they confirmed, what they took back, and bundles that wait to be looked at.

    ``lost`` counts the files that were let go here and that the last receipt no longer names.
    """

    receipts: int
    confirmed: int
    taken_back: int
    bundles: tuple[Path, ...]
    problems: tuple[str, ...]
    lost: int = 0


class Fetching:
    """Reads what the hub put for this laptop and for everybody; every step can be done again."""

    def __init__(self, workspace: Workspace, bundling: Bundling, intake: BundleIntake, enrolment: Enrolment) -> None:
        self._workspace = workspace
        self._bundling = bundling
        self._intake = intake
        self._enrolment = enrolment

    def pull(self, address: str, tell: Tell = untold) -> Pulled:
        """Read what the hub put for this laptop: receipts are believed at once, bundles are kept to be looked at.

        Raises:
            InvalidInputError: no hub was believed yet, or another one is at the address.
            NotFoundError: there is no hub at the address.
            TransportError: the place is not reached, or not any more; what came stays.
        """
        told = Told(tell)
        hub, transport = self._enrolment.met(address, told.again), self._enrolment.transport(address, told.again)
        found = [key for box in self._boxes() for key in transport.names(box, self._read_up_to(box))]
        bundles: list[Path] = []
        problems: list[str] = [*self._take_registry(hub, transport)]
        receipts = 0
        for number, key in enumerate(found):
            told("Mengambil dari Inspektorat", number, len(found))
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
        lost = lost_files(self._workspace)
        return Pulled(
            receipts, confirmed, taken_back, tuple(bundles), tuple(problems), lost_of(lost, lost)
        )  # fmt: skip

    def _boxes(self) -> tuple[str, ...]:
        """Return what this laptop reads, what others are understood by first."""
        own = self._bundling.installation()
        return f"{OUTBOX}/{own}", EVERYBODY, f"{GIVEN}/{own}"

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
            found = exchange.last_receipt(connection, hub.card.hub)
        if found is None:
            return 0, 0
        last = read_receipt(found.data)
        confirmed = [row for row in rows if row.state != SENT and covers(last, row)]
        lost = [row for row in rows if row.state == SENT and not covers(last, row)]
        for row in confirmed:
            note_state(self._workspace, row.id, SENT, {"receipt": last.at})
        for row in lost:
            note_state(self._workspace, row.id, TAKEN_BACK, {})
        return len(confirmed), len(lost)

    def _download(self, transport: Transport, key: str) -> Path:
        folder = self._workspace.folder / DOWNLOADS
        folder.mkdir(exist_ok=True)
        name = "-".join(key.split("/")[1:])
        file = folder / name
        if not file.exists():
            part = fetch(transport, key, folder / f"{name}.part")
            part.replace(file)
            flush_folder(folder)
        return file

    def _read_up_to(self, box: str) -> str:
        with self._workspace.database.reading() as connection:
            return str(directory.settings(connection).get(_CURSOR, {}).get(box, ""))

    def _note_read(self, key: str) -> None:
        with self._workspace.database.writing() as connection:
            read = directory.settings(connection).get(_CURSOR, {})
            directory.put_setting(connection, _CURSOR, {**read, key.rpartition("/")[0]: key})


class Told:
    """Tells how far it is, and says the last thing again as long as nothing comes: somebody may say stop there."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._last = ("Menghubungi Inspektorat", 0, 0)

    def __call__(self, sentence: str, done: int, whole: int) -> None:
        """Say something new."""
        self._last = sentence, done, whole
        self.again()

    def again(self) -> None:
        """Say it again."""
        self._tell(*self._last)


def _small(transport: Transport, key: str, largest: int) -> bytes:
    """Return an object whole, or nothing of one that is larger than its kind can be: whoever reads it refuses that."""
    return b"".join(transport.chunks(key)) if (transport.size(key) or 0) <= largest else b""
