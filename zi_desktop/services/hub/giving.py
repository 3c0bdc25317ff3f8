"""Giving back: files of an evaluation that the hub holds, put for a laptop that sent it and has them no more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import InvalidInputError, NotFoundError, TransportError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import fold
from zi_desktop.services.evidence.checking import linked_files
from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.exchange.bundling import Bundling
from zi_desktop.services.exchange.devices import DeviceKeeping
from zi_desktop.services.hub.publishing import HubPublishing
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import hub_senders, hub_store
from zi_desktop.storage.evidence_files import EvidenceStore
from zi_desktop.storage.hub_store import HubStore
from zi_desktop.sync.hub_places import GIVEN
from zi_desktop.sync.manifests import BundleKind
from zi_desktop.sync.transport import Transport

_BATCH: Final = 512 * 1024 * 1024
"""Bytes of files of one bundle: it fits on any medium."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was put: for whom, bundles and their bytes, files in them; files that the hub does not hold either."""

    name: str
    bundles: int
    size: int
    files: int
    missing: int


class HubGiving:
    """Puts files for one laptop, encrypted to it alone."""

    def __init__(
        self, workspace: Workspace, devices: DeviceKeeping, bundling: Bundling, publishing: HubPublishing
    ) -> None:
        self._workspace = workspace
        self._devices = devices
        self._bundling = bundling
        self._publishing = publishing
        self._files = EvidenceStore(workspace.folder)

    def give(self, named: str, evaluation: str, store: HubStore, transport: Transport, tell: Tell = untold) -> Given:
        """Put all files of an evaluation that the hub holds where the laptop looks at its next ``pull``. For a worker.

        Args:
            named: the laptop: its device, or its owner.
            evaluation: its id, or the beginning of it.
            store: what the hub holds.
            transport: where laptops look.
            tell: gets how many files are done.

        Raises:
            NotFoundError: no such laptop or evaluation, or it never sent that evaluation here.
            InvalidInputError: its card is not accepted, or it was lost.
            HubStoreError: the database failed.
            TransportError: the place is not reached.
        """
        card = self._devices.find(named)
        if card.device not in self._devices.accepted() or self._publishing.is_lost(card.device):
            raise InvalidInputError(
                f"Kartu {card.name} belum diterima, atau laptopnya dilaporkan hilang. Tidak ada yang diletakkan."
            )
        with store.reading() as connection:
            ids = hub_senders.evaluations_named(connection, evaluation.strip().casefold())
            if len(ids) != 1:
                raise NotFoundError(
                    f"Evaluasi {evaluation[:36]} tidak ada di simpanan gabungan. Tidak ada yang diletakkan; periksa idnya."
                )
            installation = hub_senders.sent_from(connection, card.device, ids[0])
            needed = set(linked_files(fold(hub_store.lines_of(connection, Subject("evaluation", ids[0])))))
        if not installation:
            raise NotFoundError(
                f"Laptop {card.name} belum pernah mengirim evaluasi itu. Tidak ada yang diletakkan; ia mengirim dahulu."
            )
        sizes = {sha256: size for sha256, size in sorted(self._files.sizes().items()) if sha256 in needed}
        bundles = size = done = 0
        for batch in self._batches(sizes):
            tell("Meletakkan data dukung", done, len(sizes))
            size += self._put(transport, f"{GIVEN}/{installation}", batch, card.recipient)
            bundles, done = bundles + 1, done + len(batch)
        return Given(card.name, bundles, size, len(sizes), len(needed) - len(sizes))

    def _batches(self, sizes: Mapping[str, int]) -> Iterator[Mapping[str, Path]]:
        batch: dict[str, Path] = {}
        left = _BATCH
        for sha256, size in sizes.items():
            if batch and size > left:
                yield batch
                batch, left = {}, _BATCH
            batch[sha256] = self._files.path_of(sha256)
            left -= size
        if batch:
            yield batch

    def _put(self, transport: Transport, box: str, batch: Mapping[str, Path], recipient: str) -> int:
        """Put one bundle behind those that lie there, which the laptop may have read; return its size in bytes."""
        names = [name.rpartition("/")[2].partition("-")[0] for name in transport.names(box)]
        number = 1 + max((int(name) for name in names if name.isdecimal()), default=0)
        path = self._workspace.folder / "hub" / "kembali.zib"
        try:
            made = self._bundling.export_files((), path, batch, encrypt_to=[recipient], kind=BundleKind.TEAM)
            if not transport.put_new(f"{box}/{number:08d}-{made.sha256[:16]}.zib", path):
                raise TransportError(transport.where, "berkas lain sudah memakai nama itu")
        finally:
            path.unlink(missing_ok=True)
        return made.size
