"""Signed reports at the hub: kept by digest, their signed figures shown instead of computed ones."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from zi_desktop.domain import canonical
from zi_desktop.services.editions import Editions
from zi_desktop.services.evaluations.reviewing import LARGEST_PDF
from zi_desktop.storage import files, hub_rows
from zi_desktop.storage.hub_store import HubStore

_FOLDER: Final = "hub/laporan"


class HubReports:
    """Puts the signed reports of bundles in their places."""

    def __init__(self, workspace: Path, store: HubStore, editions: Editions) -> None:
        self._folder = workspace / _FOLDER
        self._store = store
        self._editions = editions

    def take(self, reports: Mapping[str, Path]) -> tuple[str, ...]:
        """Keep reports; return the evaluations (ids) of those that are as their makers left them.

        Args:
            reports: files by digest.

        Raises:
            FileWriteError: there is no room.
        """
        found = [(sha256, self._record(path)) for sha256, path in sorted(reports.items())]
        evaluations: list[str] = []
        for sha256, record in found:
            if record is None:
                continue
            self._folder.mkdir(parents=True, exist_ok=True)
            files.copy_whole(reports[sha256], self._folder / f"{sha256}.pdf")
            evaluations.append(record["evaluation"]["id"])
            with self._store.writing() as connection:
                hub_rows.put_report(
                    connection, evaluations[-1], canonical.digest(record), sha256, canonical.encode(record)
                )
        return tuple(evaluations)

    def _record(self, path: Path) -> canonical.Json:
        """Return the record of a report that is as its maker left it, else None."""
        from zi_desktop.reports.verification import Verdict, verify  # noqa: PLC0415 (pyHanko loads only for a report)

        found = verify(files.read_whole(path, LARGEST_PDF), instruments=self._editions.known)
        return None if found.verdict in (Verdict.ALTERED, Verdict.UNREADABLE) else found.record
