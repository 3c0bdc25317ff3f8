"""Verifying a report that came from anywhere: needs no workspace and no network."""

from collections.abc import Sequence
from pathlib import Path

from zi_desktop.reports.verification import Verification, verify
from zi_desktop.services import editions
from zi_desktop.services.reviewing import LARGEST_PDF
from zi_desktop.storage import files
from zi_desktop.trust.registry import MAX_BYTES, TrustSource, read_trust


def verify_file(path: Path, trust: Sequence[Path] = ()) -> Verification:
    """Verify a report file against the registries and roots that the caller believes.

    Raises:
        FileReadError: a file that cannot be read.
        RegistryError: a trust file that is neither a registry nor PEM roots.
    """
    sources: list[TrustSource] = [read_trust(files.read_whole(source, MAX_BYTES)) for source in trust]
    return verify(files.read_whole(path, LARGEST_PDF + 1), instruments=editions.known, trust=sources)
