"""Verifying a bundle that came from anywhere: needs no workspace and no network."""

import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import BundleRejected
from zi_desktop.storage import files
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.bundle_writing import SUFFIX
from zi_desktop.sync.encryption import is_encrypted
from zi_desktop.sync.manifests import Manifest
from zi_desktop.sync.segments import events_of
from zi_desktop.trust.cards import Card
from zi_desktop.trust.registry import MAX_BYTES, Registry, read_trust

START = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class LookedBundle:
    """A bundle that holds what it says: lines in it, files that the lines speak of (``listed``) and that came along."""

    manifest: Manifest
    card: Card
    lines: int
    listed: int
    included: int


@dataclass(frozen=True, slots=True)
class BundleVerdict:
    """What a bundle is worth: ``verdict`` as of reports; ``found`` is None where it is not believed."""

    verdict: str
    found: LookedBundle | None
    problems: tuple[str, ...]

    @property
    def trusted(self) -> bool:
        """Tell whether it is whole and from a device that is bound to its person."""
        return self.verdict == "trusted"


def bundle_verdict_json(verdict: BundleVerdict) -> dict[str, Json]:
    """Return the outcome as ``verify --json`` prints it: as of a report, and how many lines there are."""
    found = verdict.found
    signature = {
        "field": "bundle", "signer": found.card.name, "role": "", "trusted": verdict.trusted, "intact": True, "level": "",
        "time": found.manifest.made, "time_source": "clock", "revocation": "not-checked", "device": found.card.device,
    } if found else None  # fmt: skip
    return {
        "kind": "bundle", "verdict": verdict.verdict, "currency": "unknown",
        "signatures": [signature] if signature else [], "rescored": {"matches": False, "total": None},
        "evidence": {"listed": found.listed if found else 0, "present": found.included if found else 0, "mismatched": []},
        "problems": list(verdict.problems), "events": found.lines if found else 0,
    }  # fmt: skip


def is_bundle(path: Path) -> bool:
    """Tell whether a file is a bundle, whole or not, by its name or its content; what cannot be read is none."""
    try:
        with path.open("rb") as file:
            return path.suffix.casefold() == SUFFIX or is_encrypted(file) or _starts_plain(path)
    except OSError:
        return False


def _starts_plain(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(START)) == START


def look(path: Path, identities: Sequence[str] = ()) -> LookedBundle:
    """Verify a bundle whole and tell what is in it; nothing of it is kept.

    Raises:
        BundleRejected: broken, altered, hostile, or encrypted to others.
        FileReadError: the file cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="zi-") as staging:
        bundle = open_bundle(path, Path(staging), identities=identities)
        lines = len({event.hash for segment in bundle.segments for event in events_of(segment)})
    return LookedBundle(bundle.manifest, bundle.card, lines, len(bundle.manifest.evidence), len(bundle.evidence))


def verify_bundle(
    path: Path, trust: Sequence[Path] = (), *, identities: Sequence[str] = (), accepted: Collection[str] = ()
) -> BundleVerdict:
    """Verify a bundle against the registries that the caller believes, and the devices that a workspace accepted.

    Raises:
        FileReadError: a file that cannot be read.
        RegistryError: a trust file that is neither a registry nor PEM roots.
    """
    sources = [read_trust(files.read_whole(source, MAX_BYTES)) for source in trust]
    try:
        found = look(path, identities)
    except BundleRejected as error:
        return BundleVerdict("altered" if _starts_plain(path) else "unreadable", None, (str(error),))
    registries = [source for source in sources if isinstance(source, Registry)]
    if found.card.device in accepted or any(_knows(registry, found.card) for registry in registries):
        return BundleVerdict("trusted", found, ())
    return BundleVerdict(
        "intact-unknown-identity",
        found,
        (f"Perangkat {found.card.device[:8]} belum dikenal sebagai milik {found.card.name}.",),
    )


def _knows(registry: Registry, card: Card) -> bool:
    """Tell whether a registry binds a card's person to its device, or to the certificate that stands behind it."""
    person = next((each for each in registry.persons if each.person == card.person), None)
    if person is None:
        return False
    bound = (
        card.binding is not None
        and card.binding.sha256 in person.certificates
        and not person.has_lost(card.binding.sha256)
    )
    return bound or card.device in person.devices
