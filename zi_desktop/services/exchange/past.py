"""What was exchanged, newest first, and whose lines wait until a card is accepted or an earlier part has come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from zi_desktop.services.exchange.devices import DeviceKeeping
from zi_desktop.services.exchange.waiting_files import WaitingFiles, digests_in
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import exchange
from zi_desktop.storage.exchange import IN, Exchange, Waiting
from zi_desktop.sync.manifests import BundleKind
from zi_desktop.sync.segments import read_segment

REFUSED: Final = "ditolak"
"""State of a file that was no bundle to be taken; ``detail`` holds the sentence."""


@dataclass(frozen=True, slots=True)
class PastBundle:
    """A bundle that came in, was refused, was written for the team or put for the hub.

    ``peer`` is who sent it or can read it; ``title`` names its evaluations where it went to the hub. ``verified`` tells
    whether the sender's card is accepted here; ``lines``, ``conflicts`` count what it brought (-1 where nobody counted),
    ``waiting`` what of it waits still; ``problem`` says why it was refused.
    """

    id: str
    at: str
    came: bool
    kind: str
    peer: str
    name: str
    size: int
    state: str
    verified: bool
    lines: int
    conflicts: int
    waiting: int
    problem: str
    title: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class WaitingSender:
    """A device whose lines wait: for its card (``why`` "device"), or behind a part that has not come ("gap").

    ``name`` is "" where no card came; ``files`` and their bytes ``size`` wait with the lines.
    """

    device: str
    name: str
    why: str
    lines: int
    files: int
    size: int


class ExchangePast:
    """Reads the journal of a workspace."""

    def __init__(self, workspace: Workspace, devices: DeviceKeeping) -> None:
        self._workspace = workspace
        self._devices = devices

    def past(self, rows: Iterable[Exchange], called: Mapping[str, str]) -> list[PastBundle]:
        """Return what was exchanged, newest first.

        Args:
            rows: the journal, oldest first.
            called: how the evaluations are called, by id.
        """
        accepted = self._devices.accepted()
        with self._workspace.database.reading() as connection:
            waiting = exchange.waiting(connection)
        shown = [row for row in rows if row.direction == IN or row.kind == BundleKind.TEAM or "key" in row.detail]
        return [_past(row, row.detail.get("device", "") in accepted, waiting, called) for row in reversed(shown)]

    def waiting(self) -> tuple[WaitingSender, ...]:
        """Return whose lines wait, and how many files with them."""
        sizes = WaitingFiles(self._workspace.folder).sizes()
        with self._workspace.database.reading() as connection:
            waiting = exchange.waiting(connection)
        if not waiting:
            return ()
        names = {each.card.device: each.card.name for each in self._devices.cards()}
        found: dict[tuple[str, str], list[Waiting]] = {}
        for each in waiting:
            found.setdefault((each.device, each.why), []).append(each)
        senders = []
        for (device, why), segments in found.items():
            files = digests_in(read_segment(each.data) for each in segments) & sizes.keys() if sizes else frozenset()
            lines = sum(_count(each) for each in segments)
            size = sum(sizes[sha256] for sha256 in files)
            senders.append(WaitingSender(device, names.get(device, ""), why, lines, len(files), size))
        return tuple(sorted(senders, key=lambda each: (each.name.casefold(), each.device, each.why)))


def _past(row: Exchange, verified: bool, waiting: Iterable[Waiting], called: Mapping[str, str]) -> PastBundle:  # noqa: FBT001
    detail = row.detail
    lines, then = detail.get("lines", -1), detail.get("waiting", 0)
    # What waited when it came may have been let in since.
    subjects = detail.get("tips", {})
    still = min(then, sum(_count(each) for each in waiting if then and each.subject.id in subjects))
    titles = [called[id_] for id_ in detail.get("evaluations", ()) if id_ in called]
    return PastBundle(
        row.id, row.at, row.direction == IN, row.kind, row.peer, row.name, row.size, row.state, verified,
        max(lines, 0) + then - still if lines >= 0 else lines, detail.get("conflicts", 0), still,
        detail.get("reason", ""), ", ".join(titles), detail.get("device", ""),
    )  # fmt: skip


def _count(segment: Waiting) -> int:
    return segment.last - segment.first + 1
