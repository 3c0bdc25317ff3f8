"""What Tinjau & tanda tangan shows of one evaluation, as one value."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.satker import Satker
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.preflight import Preflight
from zi_desktop.services.settings import Agency
from zi_desktop.storage.directory import Person
from zi_desktop.ui.evaluation_words import closed_words, subtitle_of
from zi_desktop.ui.page import SaveState
from zi_desktop.ui.signing.checks import ChecksShown, checks_shown
from zi_desktop.ui.signing.signers import SignerLine, signer_lines


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known beside the evaluation: its satker, the directory, whose laptop this is, the clock, whether it may write, how saving stands."""

    satker: Satker
    people: Mapping[str, Person]
    own: str
    agency: Agency
    now: dt.datetime
    writable: bool
    save: SaveState


@dataclass(frozen=True, slots=True)
class SigningShown:
    """Everything but preview and keys.

    ``closed`` says in one sentence why nothing can be changed, or is ""; ``writable``: this window may keep anything; ``lead``: the person here leads the team;
    ``save`` is what every screen of the evaluation says of saving; ``review`` is the last step of the review, or ""; ``file`` is the signed PDF where it is in this workspace;
    ``paper`` is equal while the paper of the evaluation would be the same.
    """

    id: str
    satker: str
    subtitle: str
    checks: ChecksShown
    signers: tuple[SignerLine, ...]
    checked_at: str
    save: SaveState
    closed: str
    writable: bool
    sealed: bool
    complete: bool
    archived: bool
    lead: bool
    review: str
    place: str
    file: Path | None
    paper: object

    @property
    def signed(self) -> int:
        """Return how many have signed."""
        return sum(line.icon == "check-circle" for line in self.signers)

    @property
    def turn(self) -> SignerLine | None:
        """Return who signs next."""
        return next((line for line in self.signers if line.turn), None)

    @property
    def takes_key(self) -> bool:
        """Tell whether key and passphrase are asked for: until the last signature, but not of a closed evaluation."""
        return self.writable and not self.complete and (self.sealed or not self.closed)


def signing_shown(view: EvaluationView, found: Preflight, around: Surroundings, file: Path | None) -> SigningShown:
    """Return what is shown of an evaluation; of a sealed one the checks and signers are those of its seal."""
    state, signed = view.state, view.as_sealed().state
    own = around.own
    lead = own in signed.plan.leads
    open_ = around.writable and found.ready and (bool(state.seal) or not state.read_only)
    plan = signed.plan
    signers = signer_lines(plan.signers, state.signatures, around.people, own, around.now, open_=open_)
    steps = [head.kind for head in state.folded.cell("review").heads]
    return SigningShown(
        id=view.id,
        satker=around.satker.name,
        subtitle=subtitle_of(state),
        checks=checks_shown(found, signed, lead=lead, read_only=state.read_only or not around.writable),
        signers=signers,
        checked_at=f"{around.now:%H.%M}",
        save=around.save,
        closed=closed_words(state, writable=around.writable),
        writable=around.writable,
        sealed=bool(state.seal),
        complete=_is_complete(state),
        archived=state.status == "diarsipkan",
        lead=lead,
        review=steps[0] if len(steps) == 1 else "",
        place=signed.agreed_plan.place,
        file=file,
        paper=(
            view.id,
            state.folded.head,
            around.satker,
            around.agency,
            frozenset(around.people.values()),
            around.now.date(),
        ),
    )


def _is_complete(state: EvaluationState) -> bool:
    """Tell whether everybody has signed; an archive hides the status that says so."""
    signed = {made.person for made in state.signatures}
    return state.seal is not None and signed.issuperset(state.seal.signers)
