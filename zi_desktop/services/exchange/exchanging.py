"""Exchanging with the hub: what has to go, what lies where, what a receipt confirmed; goes on after every break."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import TransportError, ZiError
from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.exchange.bundle_intake import BundleIntake
from zi_desktop.services.exchange.bundling import Bundling
from zi_desktop.services.exchange.enrolment import Enrolment
from zi_desktop.services.exchange.fetching import Fetching, Pulled, Told
from zi_desktop.services.exchange.sent_bundles import Outgoing, files_left, note_state, standing
from zi_desktop.services.receipts import LOCAL, STORED, sent_rows
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import exchange, summaries
from zi_desktop.sync.hub_places import INBOX
from zi_desktop.sync.manifests import BundleKind
from zi_desktop.sync.transport import Transport

OUTBOX: Final = "kotak-keluar"
_BATCH: Final = 8 * 1024 * 1024
"""Bytes of evidence of one bundle: a break costs at most this, or one file that is larger."""


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
class Met:
    """What a meeting with the hub did that nobody asked for."""

    pushed: Pushed
    pulled: Pulled


class Exchanging:
    """Sends to the hub and reads what it answers; every step can be done again."""

    def __init__(self, workspace: Workspace, bundling: Bundling, intake: BundleIntake, enrolment: Enrolment) -> None:
        self._workspace = workspace
        self._bundling = bundling
        self._enrolment = enrolment
        self._fetching = Fetching(workspace, bundling, intake, enrolment)

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
        told = Told(tell)
        hub, transport = self._enrolment.met(address, told.again), self._enrolment.transport(address, told.again)
        self._find_missing(transport)
        recipients = [hub.card.recipient, hub.card.escrow]
        answers = [item for item in self.states() if item.state == LOCAL]
        tasks = [_Task(item.evaluation, {}) for item in answers] + self._batches()
        done = Pushed(0, 0, 0, 0, ())
        for number, task in enumerate(tasks):
            told("Mengirim ke Inspektorat", number, len(tasks))
            try:
                done += self._put(transport, task, recipients)
            except TransportError:
                raise
            except ZiError as error:
                done += Pushed(0, 0, 0, 0, (str(error),))
        return done

    def meet(self, address: str, tell: Tell = untold) -> "Met | None":
        """Send and fetch what there is, if the hub can be reached just now; None where it cannot. For a worker.

        Raises:
            ZiError: as ``push`` and ``pull``; what was sent until then stays.
        """
        if not self._enrolment.is_reached(address, Told(tell).again):
            return None
        return Met(self.push(address, tell), self.pull(address, tell))

    def pull(self, address: str, tell: Tell = untold) -> Pulled:
        """Read what the hub put for this laptop; see ``Fetching``. For a worker."""
        return self._fetching.pull(address, tell)

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
        for left in folder.glob("*.zib"):
            _forget(left)  # of a run that was cut off
        file = folder / f"{secrets.token_hex(8)}.zib"
        try:
            if task.files:
                made = self._bundling.export_files([task.evaluation], file, task.files, encrypt_to=recipients)
            else:
                made = self._bundling.export(
                    [task.evaluation], file, kind=BundleKind.HUB, answers_only=True, encrypt_to=recipients
                )
            key = _key_of(f"{INBOX}/{self._bundling.installation()}", made.number, made.sha256)
            if not transport.put_new(key, file):
                raise TransportError(transport.where, "berkas lain sudah memakai nama itu")
        finally:
            _forget(file)
        note_state(self._workspace, made.id, STORED, {"key": key, "where": transport.where})
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
                note_state(self._workspace, row.id, LOCAL, {})


@dataclass(frozen=True, slots=True)
class _Task:
    """One bundle to be made: the lines of an evaluation, or some of its files."""

    evaluation: str
    files: Mapping[str, Path]


def _forget(file: Path) -> None:
    """Take a bundle away; one that somebody still reads goes at the next sending."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _key_of(box: str, number: int, sha256: str) -> str:
    """Return the key of a bundle: in the order of its making; the digest tells apart what two copies of a laptop made."""
    return f"{box}/{number:08d}-{sha256[:16]}.zib"
