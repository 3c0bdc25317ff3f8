"""Where a bench works: a folder on a real disk, outside the checkout, gone afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.bench.workbook import Workbook, find_workbook
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.samples.visit import prepare_sample, score_sample
from zi_desktop.storage.location import file_system

ROOT: Final = Path(__file__).resolve().parents[2]
_IN_MEMORY: Final = ("tmpfs", "ramfs")
"""Where a durable commit costs nothing, so that nothing can be measured against it."""
_KEPT: Final = Path("/var/tmp")  # noqa: S108 (only the parent of a folder that tempfile makes)
"""Temporary too, and on a disk where the usual folder is in memory."""


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of one run, and the workbook that LibreOffice turns into PDF."""

    folder: Path
    workbook: Workbook

    @contextmanager
    def scored_evaluation(self, name: str) -> Iterator[tuple[Services, str]]:
        """Give the services of a new workspace, and the id of its sample evaluation with all items answered."""
        with open_services(self.folder / name, write=True) as services:
            id_ = prepare_sample(services)
            score_sample(services, id_)
            yield services, id_


@contextmanager
def temporary_place() -> Iterator[Place]:
    """Give a place that is removed when the block is left."""
    with tempfile.TemporaryDirectory(prefix="zi-bench-", dir=_disk()) as name:
        folder = Path(name)
        yield Place(folder, find_workbook(ROOT, folder))


def _disk() -> Path:
    """Return a folder for temporary files that is on a disk, if this machine has one."""
    usual = Path(tempfile.gettempdir())
    return _KEPT if file_system(usual) in _IN_MEMORY and _KEPT.is_dir() else usual
