"""Evidence and signed reports of lines that wait: kept apart from the workspace's own, until the lines are taken."""

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Final

from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.storage import evidence_receiving
from zi_desktop.storage.evidence_files import WAITING, EvidenceStore
from zi_desktop.sync.segments import Segment

_DIGEST: Final = re.compile(rb"[0-9a-f]{64}")


class WaitingFiles:
    """The files of one workspace that wait; nothing speaks of them, and nothing but their digest is believed of them."""

    def __init__(self, workspace: Path) -> None:
        self._kept = EvidenceStore(workspace, WAITING)
        self._own = EvidenceStore(workspace)

    def sizes(self) -> Mapping[str, int]:
        """Return the sizes in bytes of what waits, by digest."""
        return self._kept.sizes()

    def paths(self) -> Mapping[str, Path]:
        """Return where what waits lies, by digest."""
        return {sha256: self._kept.path_of(sha256) for sha256 in sorted(self._kept.sizes())}

    def keep(self, offered: Mapping[str, Path], tell: Tell = untold) -> None:
        """Keep files that came along, by digest.

        Raises:
            FileWriteError: there is no room; what was kept until then stays.
        """
        bring(self._kept, {sha256: offered[sha256] for sha256 in offered.keys() - self._kept.sizes().keys()}, tell)

    def give(self, wanted: Collection[str]) -> None:
        """Put evidence into the store of the workspace; ``leave_only`` then lets its copy go.

        Raises:
            FileWriteError: there is no room.
        """
        paths = self.paths()
        bring(self._own, {sha256: paths[sha256] for sha256 in (wanted & paths.keys()) - self._own.sizes().keys()})

    def leave_only(self, waiting: Collection[str]) -> None:
        """Let everything go that no waiting line names any more."""
        for name in [*(self._kept.sizes().keys() - waiting), *self._kept.leftovers()]:
            self._kept.remove(name)


def digests_in(segments: Iterable[Segment]) -> frozenset[str]:
    """Return every digest that the lines of some segments name: those of files are among them."""
    return frozenset(
        digest.decode() for segment in segments for line in segment.lines for digest in _DIGEST.findall(line)
    )


def bring(store: EvidenceStore, sources: Mapping[str, Path], tell: Tell = untold) -> None:
    """Copy files into a store, by digest, their names durable in the end; for what nothing speaks of yet.

    Raises:
        FileWriteError: there is no room; what was taken until then stays.
    """
    if not sources:
        return
    store.prepare()
    sizes = {sha256: sources[sha256].stat().st_size for sha256 in sorted(sources)}
    done = 0
    for sha256, size in sizes.items():
        tell("Mengambil data dukung", done, sum(sizes.values()))
        evidence_receiving.receive(store, sources[sha256], sha256)
        done += size
    store.flush()
