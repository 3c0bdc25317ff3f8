"""How the exchange of this laptop stands: what has to go, what came, what was refused, what a hub took back."""

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from zi_desktop.services.exchange.bundling import Bundling
from zi_desktop.services.exchange.devices import DeviceKeeping
from zi_desktop.services.exchange.fetching import DOWNLOADS
from zi_desktop.services.exchange.lost_files import lost_files, lost_of
from zi_desktop.services.exchange.past import REFUSED, ExchangePast, PastBundle, WaitingSender
from zi_desktop.services.exchange.sent_bundles import files_left, standing
from zi_desktop.services.receipts import LOCAL, SENT, STORED, TAKEN_BACK, sent_rows
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import exchange, summaries
from zi_desktop.storage.exchange import BEGUN, IN, OUT, Exchange
from zi_desktop.storage.summaries import Summary
from zi_desktop.sync.manifests import BundleKind

_REFUSALS: Final = uuid.UUID("8f6a3c1e-52f2-4f35-9d0b-1f0c4c6c2a11")
_LATEST: Final = 100
_SEALED: Final = frozenset({"menunggu_ttd", "selesai"})


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """An evaluation on its way to the hub.

    Attributes:
        evaluation: its id, with the name of its satker and its year.
        satker: see above.
        year: see above.
        state: LOCAL, STORED or SENT, as ``sent_bundles`` says.
        since: the moment of that (ISO), or "".
        lines: how many lines went into no bundle for the hub yet.
        files: pieces of evidence here that no receipt confirmed.
        size: bytes of them.
        saved: when what stands here was last written to a bundle for the team (ISO), or "".
        taken_back: a receipt had confirmed something of it, a later one no longer did, and it was not sent again yet.
        lost: files that were let go here and that the last receipt no longer names: they cannot be sent again.
        signatures: given and needed ones of a sealed report that has to go, else None.
    """

    evaluation: str
    satker: str
    year: int
    state: str
    since: str
    lines: int
    files: int
    size: int
    saved: str
    taken_back: bool
    lost: int = 0
    signatures: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ExchangeOverview:
    """Everything that the screen of the exchange shows.

    ``arrived`` are bundles from the hub that nobody looked at; ``contact`` is when the hub was met last, ``met`` when
    anything was exchanged with anybody (ISO), or "".
    """

    outbox: tuple[OutboxItem, ...]
    arrived: tuple[Path, ...]
    interrupted: tuple[PastBundle, ...]
    waiting: tuple[WaitingSender, ...]
    past: tuple[PastBundle, ...]
    contact: str
    met: str


class ExchangeOverviews:
    """Reads how the exchange stands."""

    def __init__(self, workspace: Workspace, bundling: Bundling, devices: DeviceKeeping) -> None:
        self._workspace = workspace
        self._bundling = bundling
        self._past = ExchangePast(workspace, devices)

    def overview(self) -> ExchangeOverview:
        """Return everything; evaluations that wait come first. It folds evaluations: for a worker."""
        with self._workspace.database.reading() as connection:
            stored = summaries.evaluations(connection)
            rows = exchange.exchanges(connection)
            receipts = exchange.receipts(connection)
            names = {row.id: str(row.content["name"]) for row in summaries.satkers(connection)}
        sent, lost, joined = sent_rows(rows), lost_files(self._workspace), self._workspace.joined()
        heads = _heads(stored)
        items = [
            replace(
                self._item(row, names.get(row.content["satker"], row.content["satker"][:8]), heads[row.id], rows, sent),
                lost=lost_of(lost, joined.members(row.id)),
            )
            for row in stored
        ]
        order = {LOCAL: 0, STORED: 1, SENT: 2}
        items.sort(
            key=lambda item: (not item.lost, not item.taken_back, order[item.state], item.satker.casefold(), -item.year)
        )
        called = {item.evaluation: f"{item.satker} {item.year}" for item in items}
        past = self._past.past(rows, called)
        contact = max([*(row.at for row in sent if row.state != LOCAL), *(each.at for each in receipts)], default="")
        return ExchangeOverview(
            tuple(items), self.arrived(), tuple(each for each in past if each.state == BEGUN), self._past.waiting(),
            tuple(each for each in past if each.state != BEGUN)[:_LATEST], contact,
            max((row.at for row in rows if row.state != REFUSED), default=""),
        )  # fmt: skip

    def arrived(self) -> tuple[Path, ...]:
        """Return the bundles that a pull brought and nobody took yet, oldest first."""
        return tuple(sorted((self._workspace.folder / DOWNLOADS).glob("*.zib")))

    def drop_arrived(self, file: Path) -> None:
        """Take a bundle that a pull brought away, once it was taken; other files stay where they are."""
        if file.parent == self._workspace.folder / DOWNLOADS:
            file.unlink(missing_ok=True)

    def note_refused(self, file: Path, problem: str) -> None:
        """Keep that a file was refused and why; the same file refused again takes the place of that."""
        if not self._workspace.database.writable:
            return
        try:
            size = file.stat().st_size
        except OSError:
            size = 0
        row = Exchange(
            str(uuid.uuid5(_REFUSALS, f"{file.name}/{size}")), self._workspace.now().isoformat(timespec="seconds"), IN,
            "", "", file.name, 0, "", size, REFUSED, {"reason": problem},
        )  # fmt: skip
        with self._workspace.database.writing() as connection:
            exchange.put_exchange(connection, row)

    def _item(
        self, row: Summary, satker: str, head: str, rows: Sequence[Exchange], sent: Sequence[Exchange]
    ) -> OutboxItem:
        here = self._bundling.evidence_of([row.id])
        stands = standing(row.id, head, sent, here.keys())
        confirmed = {sha256 for each in sent if each.state == SENT for sha256 in each.detail["evidence"]}
        saved = [
            each.at
            for each in rows
            if (each.direction, each.kind) == (OUT, BundleKind.TEAM) and each.detail["heads"].get(row.id) == head
        ]
        return OutboxItem(
            row.id, satker, int(row.content["year"]), stands.state, stands.since,
            self._unsent_lines(row.id, sent) if stands.state == LOCAL else 0, stands.files,
            sum(path.stat().st_size for sha256, path in here.items() if sha256 not in confirmed),
            max(saved, default=""), _is_taken_back(row.id, sent, here.keys()),
            signatures=self._signatures(row.id) if row.content["status"] in _SEALED and stands.state != SENT else None,
        )  # fmt: skip

    def _signatures(self, evaluation: str) -> tuple[int, int] | None:
        state = self._workspace.evaluation(evaluation).state
        return (len(state.signatures), len(state.seal.signers)) if state.seal else None

    def _unsent_lines(self, evaluation: str, sent: Iterable[Exchange]) -> int:
        """Return how many lines stand behind what was put for the hub last."""
        reached: dict[str, int] = {}
        for row in sent:
            if row.state in (STORED, SENT):
                for stream, seq, _ in row.detail["tips"].get(evaluation, ()):
                    reached[stream] = max(seq, reached.get(stream, 0))
        tips = self._workspace.folded(evaluation).tips
        return sum(max(seq - reached.get(stream, 0), 0) for stream, seq, _ in tips)


def _heads(stored: Iterable[Summary]) -> Mapping[str, str]:
    return {row.id: row.stamp.rpartition(":")[2] for row in stored}


def _is_taken_back(evaluation: str, sent: Sequence[Exchange], here: Collection[str]) -> bool:
    lost = [row for row in sent if row.state == TAKEN_BACK]
    again = [
        row.number for row in sent if row.state in (STORED, SENT) and evaluation in row.detail["heads"]
    ]  # fmt: skip
    left = set(files_left(sent, here))
    return any(
        row.number > max(again, default=-1) if evaluation in row.detail["heads"] else left & set(row.detail["evidence"])
        for row in lost
    )
