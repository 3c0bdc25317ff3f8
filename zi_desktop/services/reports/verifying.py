"""Verifying a report that came from anywhere: needs no workspace and no network."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from zi_desktop.domain.evidence import EvidenceFound
from zi_desktop.reports.verification import Instruments, Verification, verify
from zi_desktop.services import editions
from zi_desktop.services.evaluations.reviewing import LARGEST_PDF
from zi_desktop.services.evidence.checking import find_listed
from zi_desktop.storage import files
from zi_desktop.trust.registry import MAX_BYTES, TrustSource, read_trust


def verify_file(
    path: Path,
    trust: Sequence[Path] = (),
    *,
    instruments: Instruments = editions.known,
    workspace: Path | None = None,
) -> Verification:
    """Verify a report file against the registries and roots that the caller believes.

    Args:
        path: the PDF.
        trust: registries and PEM roots.
        instruments: the editions known here; without a workspace those that this program ships.
        workspace: where the evidence that the report lists is looked for, if anywhere.

    Raises:
        FileReadError: a file that cannot be read.
        RegistryError: a trust file that is neither a registry nor PEM roots.
    """
    sources: list[TrustSource] = [read_trust(files.read_whole(source, MAX_BYTES)) for source in trust]
    found = verify(files.read_whole(path, LARGEST_PDF + 1), instruments=instruments, trust=sources)
    evidence = find_listed(found.record, workspace) if workspace and found.record else None
    return replace(found, evidence=evidence, problems=(*found.problems, *_changed(evidence))) if evidence else found


def _changed(evidence: EvidenceFound) -> Sequence[str]:
    count = len(evidence.mismatched)
    return [f"{count} data dukung yang tercantum sudah berubah di ruang kerja ini."] if count else []
