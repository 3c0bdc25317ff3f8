"""Names inside a bundle: made from digests and identities only, so that no name ever reaches a disk or a person."""

import hashlib
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from zi_desktop.sync.segments import Segment
from zi_desktop.trust.spelling import DIGEST, STREAM, UUID

MIMETYPE: Final = "mimetype"
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
MEDIA_TYPE: Final = b"application/vnd.zi.bundle+zip"


class Part(StrEnum):
    """What an entry holds."""

    CARD = "cards"
    SEGMENT = "seg"
    EVIDENCE = "evidence"
    REPORT = "reports"


_PATTERNS: Final[Mapping[Part, re.Pattern[str]]] = {
    Part.CARD: re.compile(rf"cards/{DIGEST}\.kartu"),
    Part.SEGMENT: re.compile(rf"seg/{UUID}/{STREAM}-[1-9][0-9]{{0,15}}-[0-9a-f]{{16}}\.ndjson"),
    Part.EVIDENCE: re.compile(r"evidence/([0-9a-f]{2})/\1[0-9a-f]{62}"),
    Part.REPORT: re.compile(rf"reports/{DIGEST}\.pdf"),
}


def part_of(name: str) -> Part | None:
    """Return what an entry of that name holds, or None where no entry may have it."""
    return next((part for part, pattern in _PATTERNS.items() if pattern.fullmatch(name)), None)


def segment_name(segment: Segment, data: bytes) -> str:
    """Return the name of a segment; the digest tells apart what two devices, or two branches, say of one stretch."""
    digest = hashlib.sha256(data).hexdigest()[:16]
    return f"{Part.SEGMENT}/{segment.subject.id}/{segment.stream}-{segment.first}-{digest}.ndjson"


def evidence_name(sha256: str) -> str:
    """Return the name of a piece of evidence."""
    return f"{Part.EVIDENCE}/{sha256[:2]}/{sha256}"


def report_name(sha256: str) -> str:
    """Return the name of a signed report."""
    return f"{Part.REPORT}/{sha256}.pdf"


def card_name(device: str) -> str:
    """Return the name of an identity card."""
    return f"{Part.CARD}/{device}.kartu"
