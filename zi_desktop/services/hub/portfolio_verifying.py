"""Which hubs are believed, and what a signed portfolio is worth by them; needs no network."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import PortfolioFileError
from zi_desktop.services.exchange.enrolment import Enrolment
from zi_desktop.services.hub.keys import HubKeys
from zi_desktop.services.hub.portfolio_file import is_trusted, read_portfolio
from zi_desktop.services.preferences import Preferences
from zi_desktop.storage import files
from zi_desktop.sync.portfolio_files import PortfolioFile, portfolio_fingerprint
from zi_desktop.trust.registry import MAX_BYTES, read_signed_registry

_COMPARED: Final = "portfolio_hubs"


class HubTrust:
    """Which hubs this laptop believes: the one it runs, the one it sends to, those whose fingerprint somebody compared."""

    def __init__(self, keys: HubKeys, enrolment: Enrolment, preferences: Preferences) -> None:
        self._keys, self._enrolment, self._preferences = keys, enrolment, preferences

    def hubs(self) -> frozenset[tuple[str, str]]:
        """Return id and signing key of each."""
        own = [self._keys.card()] if self._keys.exist() else []
        met = self._enrolment.hub()
        cards = [*own, *([met.card] if met else [])]
        compared = [(hub, device) for hub, device in self._preferences.get(_COMPARED, [])]
        return frozenset([*((card.hub, card.device) for card in cards), *compared])

    def believe(self, file: PortfolioFile) -> None:
        """Believe the hub of a file from now on: a person compared its fingerprint with the printed sheet."""
        kept = [list(each) for each in self._preferences.get(_COMPARED, [])]
        self._preferences.put(_COMPARED, [*kept, [file.hub, file.device]])


@dataclass(frozen=True, slots=True)
class PortfolioVerdict:
    """What a file is worth: ``verdict`` as of reports; ``found`` is None where it is not believed."""

    verdict: str
    found: PortfolioFile | None
    problems: tuple[str, ...]


def verify_portfolio(path: Path, trust: Sequence[Path], hubs: Collection[tuple[str, str]]) -> PortfolioVerdict:
    """Verify a file against hubs, and against signed registries: a hub signs both with one key.

    Raises:
        FileReadError: a file that cannot be read.
        RegistryError: a trust file that is no signed registry.
    """
    roots = [read_signed_registry(files.read_whole(source, MAX_BYTES)).root for source in trust]
    try:
        found = read_portfolio(path)
    except PortfolioFileError as error:
        return PortfolioVerdict("altered", None, (str(error),))
    if is_trusted(found, hubs) or found.device in roots:
        return PortfolioVerdict("trusted", found, ())
    return PortfolioVerdict("intact-unknown-identity", found, (f"Hub {found.name} belum dikenal di laptop ini.",))


def portfolio_verdict_json(verdict: PortfolioVerdict) -> dict[str, Json]:
    """Return the outcome as ``verify --json`` prints it: as of a report, and whose portfolio it is."""
    found = verdict.found
    signature = {
        "field": "portfolio", "signer": found.name, "role": "hub", "trusted": verdict.verdict == "trusted", "intact": True,
        "level": "", "time": found.at, "time_source": "clock", "revocation": "not-checked", "device": found.device,
    } if found else None  # fmt: skip
    return {
        "kind": "portfolio", "verdict": verdict.verdict, "currency": "unknown",
        "signatures": [signature] if signature else [], "rescored": {"matches": False, "total": None},
        "evidence": {"listed": 0, "present": 0, "mismatched": []}, "problems": list(verdict.problems), "events": 0,
        "kanwil": found.kanwil if found else None, "satker": len(found.satkers) if found else 0,
        "fingerprint": portfolio_fingerprint(found) if found else None,
    }  # fmt: skip
