"""The worker of a hub: reads every inbox behind its cursor, takes what is sound, writes receipts; a rerun changes nothing."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zi_desktop.domain import canonical
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import BundleRejected, HubStoreError, InvalidInputError
from zi_desktop.domain.events import Subject
from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.exchange.devices import DeviceKeeping
from zi_desktop.services.exchange.outgoing import segments_of
from zi_desktop.services.hub.ingest import OFFICE, HubIngest
from zi_desktop.services.hub.keys import HubKeys
from zi_desktop.services.hub.renewing import renew_outdated
from zi_desktop.services.hub.reports import HubReports
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import evidence_receiving, files, hub_rows
from zi_desktop.storage.evidence_files import EvidenceStore
from zi_desktop.storage.hub_rows import Received
from zi_desktop.storage.hub_store import HubStore
from zi_desktop.sync.bundle_reading import OpenBundle, open_bundle
from zi_desktop.sync.hub_cards import HubCard, hub_card_bytes
from zi_desktop.sync.hub_places import CARDS, INBOX, OUTBOX
from zi_desktop.sync.manifests import BundleKind
from zi_desktop.sync.receipts import Receipt, make_receipt, receipt_bytes
from zi_desktop.sync.transport import Transport, fetch
from zi_desktop.sync.zip_format import LARGEST
from zi_desktop.trust.spelling import is_uuid

if TYPE_CHECKING:
    from collections.abc import Mapping

TAKEN, HAD, REJECTED = "taken", "had", "rejected"
_RECENT: Final = 4096
"""Bundles that a receipt names; what an older one brought stands in the heads."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a run did: bundles taken, had before, rejected; lines and files that were new; segments that wait; receipts."""

    taken: int = 0
    had: int = 0
    rejected: int = 0
    lines: int = 0
    evidence: int = 0
    waiting: int = 0
    receipts: int = 0
    problems: tuple[str, ...] = ()

    def __add__(self, other: "Ingested") -> "Ingested":
        """Return the sum of two."""
        return Ingested(
            self.taken + other.taken, self.had + other.had, self.rejected + other.rejected, self.lines + other.lines,
            self.evidence + other.evidence, self.waiting + other.waiting, self.receipts + other.receipts,
            (*self.problems, *other.problems),
        )  # fmt: skip


class HubWorker:
    """Takes from a place of exchange into a consolidated store; two of them give the same store as one."""

    def __init__(
        self,
        workspace: Workspace,
        keys: HubKeys,
        devices: DeviceKeeping,
        transport: Transport,
        store: HubStore,
        escrow: str = "",
    ) -> None:
        """Work for the hub of a workspace; ``escrow`` (``read_escrow``) opens what its own keys do not open."""
        self._workspace = workspace
        self._keys = keys
        self._devices = devices
        self._transport = transport
        self._store = store
        self._escrow = escrow
        self._evidence = EvidenceStore(workspace.folder)
        self._accepted: Mapping[str, str] = {}
        self._ingest = HubIngest(store, lambda device: self._accepted.get(device, ""))
        self._reports = HubReports(workspace.folder, store, self._ingest.editions)

    def run(self, tell: Tell = untold) -> Ingested:
        """Read what is new in every inbox; broken off anywhere, the next run completes it. For a worker.

        Raises:
            NotFoundError: this workspace runs no hub.
            TransportError: the place is not reached any more; what was taken stays taken.
            HubStoreError: the database failed, or belongs to another hub; likewise.
        """
        card = self._claimed()
        key = self._devices.key()
        self._accepted = self._devices.accepted()
        with self._workspace.database.reading() as connection:
            own = tuple(segments_of(connection, OFFICE, key, withhold=True))
        done = Ingested(lines=sum(each.new for each in self._ingest.take(own)))
        renew_outdated(self._store, self._ingest, tell)
        boxes = [box for box in self._transport.folders(INBOX) if is_uuid(box.rpartition("/")[2])]
        for number, box in enumerate(boxes):
            tell("Membaca kotak masuk", number, len(boxes))
            done += self._read(box)
        late = self._ingest.take_waiting()
        self._mark_evidence()
        done += Ingested(lines=sum(each.new for each in late))
        if not self._escrow:  # its bundles may have been for another hub, whose laptops believe no receipt of this one
            done += Ingested(receipts=sum(self._receipt(card, box.rpartition("/")[2]) for box in boxes))
        with self._store.reading() as connection:
            return replace(done, waiting=len(hub_rows.all_waiting(connection)))

    def _claimed(self) -> HubCard:
        """Return the card of the hub; its store belongs to it from the first run on."""
        card = self._keys.card()
        with self._store.writing() as connection:
            owner = hub_rows.fact_of(connection, hub_rows.HUB)
            if owner not in ("", card.hub):
                raise HubStoreError(self._store.where, "milik hub lain")
            hub_rows.put_fact(connection, hub_rows.HUB, card.hub)
        return card

    def _read(self, box: str) -> Ingested:
        done = Ingested()
        installation = box.rpartition("/")[2]
        with self._store.reading() as connection:
            read = hub_rows.keys_read(connection, installation)
            if self._escrow:  # what nobody could open is tried again
                came = hub_rows.received_from(connection, installation)
                read -= {item.key for item in came if item.state == REJECTED}
        for key in self._transport.names(box):
            if key not in read:
                done += self._one(installation, key)
        return done

    def _one(self, installation: str, key: str) -> Ingested:
        """Take one bundle, or note why not: one that is stuck never blocks those behind it."""
        with tempfile.TemporaryDirectory(prefix=".hub-", dir=self._workspace.folder) as folder:
            file, sha256 = self._fetched(key, Path(folder))
            with self._store.reading() as connection:
                known = hub_rows.received(connection, sha256)
            if known is not None and not (self._escrow and known.state == REJECTED):
                self._noted(installation, key, sha256, HAD, {})
                return Ingested(had=1)
            detail: Json
            try:
                bundle = self._opened(file, Path(folder), installation)
                done, detail = self._take(bundle)
                state = TAKEN
            except BundleRejected as error:
                done, detail, state = Ingested(rejected=1, problems=(str(error),)), {"problem": str(error)}, REJECTED
        self._noted(installation, key, sha256, state, detail)
        return done

    def _fetched(self, key: str, folder: Path) -> tuple[Path | None, str]:
        """Bring an object here and return it with its digest; of one that no bundle can be, only a name for it."""
        if (self._transport.size(key) or 0) > LARGEST:
            return None, f"terlalu besar: {key}"
        file = fetch(self._transport, key, folder / "paket.zib")
        return file, files.digest_of(file)

    def _opened(self, file: Path | None, folder: Path, installation: str) -> OpenBundle:
        if file is None:
            raise BundleRejected("terlalu besar")
        bundle = open_bundle(file, folder / "isi", identities=self._identities())
        if bundle.manifest.installation != installation:
            raise BundleRejected("paket ini terletak di kotak pengirim lain")
        if bundle.manifest.kind is not BundleKind.HUB:
            raise BundleRejected("paket ini bukan untuk hub")
        return bundle

    def _identities(self) -> tuple[str, ...]:
        return (*self._keys.identities(), *([self._escrow] if self._escrow else []))

    def _take(self, bundle: OpenBundle) -> tuple[Ingested, Json]:
        """Take files before the lines that speak of them, and lines subject by subject."""
        self._devices.offer([bundle.card, *bundle.cards])
        self._accepted = self._devices.accepted()
        evidence = self._take_evidence(bundle)
        reported = self._reports.take(bundle.reports)
        taken = self._ingest.take(bundle.segments)
        fresh = {each.subject for each in taken if each.new}
        for evaluation in reported:
            subject = Subject("evaluation", evaluation)
            if subject not in fresh:
                self._ingest.renew(subject)
        lines = sum(each.new for each in taken)
        detail = {
            "person": bundle.card.name, "device": bundle.card.device, "made": bundle.manifest.made, "lines": lines, "evidence": len(evidence),
            "reports": len(reported), "gaps": sum(each.behind_gap for each in taken),
            "strangers": sum(each.unknown_device for each in taken),
            "conflicts": sum(each.conflicts for each in taken), "subjects": sorted(bundle.manifest.heads),
        }  # fmt: skip
        return Ingested(taken=1, lines=lines, evidence=len(evidence)), detail

    def _take_evidence(self, bundle: OpenBundle) -> tuple[str, ...]:
        here = self._evidence.sizes()
        wanted = sorted(bundle.evidence.keys() - here.keys())
        if wanted:
            self._evidence.prepare()
        for sha256 in wanted:
            evidence_receiving.receive(self._evidence, bundle.evidence[sha256], sha256)
        self._evidence.flush()
        return tuple(wanted)

    def _noted(self, installation: str, key: str, sha256: str, state: str, detail: Json) -> None:
        at = self._workspace.now().isoformat(timespec="seconds")
        with self._store.writing() as connection:
            hub_rows.put_received(connection, Received(installation, key, sha256, at, state, detail))

    def _mark_evidence(self) -> None:
        """Note the bytes that came before, or with, the lines that speak of them."""
        here = self._evidence.sizes()
        with self._store.writing() as connection:
            lacking = hub_rows.evidence_lacking(connection)
            hub_rows.mark_evidence(connection, {sha256: here[sha256] for sha256 in lacking if sha256 in here})

    def _receipt(self, card: HubCard, installation: str) -> int:
        """Say what is held of what an installation sent, where that is not what its last receipt says."""
        with self._store.reading() as connection:
            came = [item for item in hub_rows.received_from(connection, installation) if item.state == TAKEN]
            subjects = sorted({subject for item in came for subject in item.detail["subjects"]})
            heads = {id_: tuple(tips) for id_, tips in hub_rows.tips_of(connection, subjects).items() if tips}
            number, last = hub_rows.answered_last(connection, installation)
            held = hub_rows.evidence_here(connection, subjects)
        bundles = sorted(item.sha256 for item in came[-_RECENT:])
        stands = canonical.digest(
            [card.generation, {id_: [list(tip) for tip in tips] for id_, tips in heads.items()}, held, bundles]
        )
        if not came or stands == last:
            return 0
        at = self._workspace.now().isoformat(timespec="seconds")
        key = self._keys.key()
        taken = False
        while not taken:  # another worker, or this one before the store was restored, may have used the number
            number += 1
            receipt = make_receipt(
                key, hub=card.hub, generation=card.generation, number=number, installation=installation, heads=heads,
                evidence=held, bundles=bundles, at=at,
            )  # fmt: skip
            taken = self._transport.put_new(_receipt_key(receipt), receipt_bytes(receipt))
        with self._store.writing() as connection:
            hub_rows.put_answered(connection, installation, number, stands)
        return 1


def publish(card: HubCard, transport: Transport) -> None:
    """Put a hub's card where laptops look for it.

    Raises:
        InvalidInputError: another hub lies there.
        TransportError: the place is not reached.
    """
    if not transport.put_new(f"{CARDS}/{card.generation:08d}.json", hub_card_bytes(card)):
        raise InvalidInputError(
            f"Di {transport.where} sudah ada kartu hub lain. Tidak ada yang berubah; sebut tempat yang baru untuk hub ini."
        )


def generation_at(transport: Transport) -> int:
    """Return the highest generation of a hub whose card lies at a place, 0 = none.

    Raises:
        TransportError: the place is not reached.
    """
    names = [name.rpartition("/")[2].removesuffix(".json") for name in transport.names(CARDS)]
    return max((int(name) for name in names if name.isdecimal()), default=0)


def is_database(address: str) -> bool:
    """Tell whether an address names a consolidated store and no place of exchange."""
    return address.startswith(("sqlite:", "postgresql:", "postgres:")) or address.endswith(".db")


def _receipt_key(receipt: Receipt) -> str:
    return f"{OUTBOX}/{receipt.installation}/{receipt.number:08d}.json"
