"""Signed reports from elsewhere: taken where the log says that exactly this file was signed, so that the next can sign."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from zi_desktop.domain import canonical
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.evaluation import EvaluationState, Seal
from zi_desktop.domain.events import Subject
from zi_desktop.services.evaluations.reviewing import LARGEST_PDF
from zi_desktop.services.reports.places import kept_path, report_place
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, files
from zi_desktop.storage.directory import Document


class ReportIntake:
    """Puts the signed reports of a bundle in their places."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def take(self, reports: Mapping[str, Path], evaluations: Iterable[str]) -> int:
        """Take the newest signed state of each seal; return how many came. Done again, it changes nothing.

        Args:
            reports: files by digest.
            evaluations: ids; one that cannot be opened here yet takes none.

        Raises:
            FileWriteError: there is no room.
        """
        taken = 0
        for id_ in evaluations if reports else ():
            try:
                state = self._workspace.evaluation(id_).state
            except NotFoundError:
                continue
            taken += sum(self._take(state, seal, reports) for seal in state.seals)
        return taken

    def _take(self, state: EvaluationState, seal: Seal, reports: Mapping[str, Path]) -> bool:
        signed = _signed_states(state, seal)
        with self._workspace.database.reading() as connection:
            found = [item for item in directory.documents(connection, state.id) if item.seal == seal.record]
        kept = found[-1] if found else None
        standing = signed.get(kept.sha256, 0) if kept and self._lies_there(kept) else -1
        offered = [digest for digest in reports if signed.get(digest, -1) > standing]
        if not offered:
            return False
        newest = max(offered, key=lambda digest: (signed[digest], digest))
        return self._put(state.id, seal, files.read_whole(reports[newest], LARGEST_PDF), newest, kept)

    def _put(self, id_: str, seal: Seal, pdf: bytes, digest: str, kept: Document | None) -> bool:
        record = self._record(pdf)
        if record is None or canonical.digest(record) != seal.record:
            return False
        place = self._place(record, seal, kept)
        row = Document(
            id_, seal.revision, seal.record, canonical.encode(record), kept_path(self._workspace.folder, place), digest
        )
        part = files.write_part(place, pdf)
        # The row before the name: a run that dies in between finds a file that is not the row's, and takes it again.
        with self._workspace.receiving() as connection:
            directory.put_document(connection, row)
            self._workspace.listing.renew(connection, Subject("evaluation", id_))
        files.put_in_place(part, place)
        return True

    def _record(self, pdf: bytes) -> canonical.Json:
        """Return the record of a report that is as its maker left it, else None."""
        from zi_desktop.reports.verification import Verdict, verify  # noqa: PLC0415 (pyHanko loads only for a report)

        found = verify(pdf, instruments=self._workspace.editions.known)
        return None if found.verdict in (Verdict.ALTERED, Verdict.UNREADABLE) else found.record

    def _place(self, record: canonical.Json, seal: Seal, kept: Document | None) -> Path:
        """Return where the file goes: over its earlier state where that lies in the workspace; never over another seal's."""
        if kept and not Path(kept.file).is_absolute():
            return self._workspace.folder / kept.file
        place = report_place(self._workspace.folder, record)
        with self._workspace.database.reading() as connection:
            others = {item.file for item in directory.documents(connection) if item.seal != seal.record}
        taken = kept_path(self._workspace.folder, place) in others
        return place.with_name(f"{place.stem} {seal.record[:8]}{place.suffix}") if taken else place

    def _lies_there(self, kept: Document) -> bool:
        return files.digest_of(self._workspace.folder / kept.file) == kept.sha256


def _signed_states(state: EvaluationState, seal: Seal) -> Mapping[str, int]:
    """Return how many signatures each state of a sealed report bears, by the digest of its file, as the log says."""
    below = state.folded.below(f"signature/{seal.revision}")
    return {head.value["file"]: int(position) for position, cell in below.items() for head in cell.heads}
