"""Who stands behind lines that came from elsewhere: which devices vouched for them, and whose those devices are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from zi_desktop.domain import cells
from zi_desktop.domain.aliases import NO_ALIASES, Aliases
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.oversight import Exceeded
from zi_desktop.storage import events, exchange
from zi_desktop.storage.attestations import Attestation, attestations
from zi_desktop.storage.events import Place


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is known of the origin of a subject's lines.

    ``vouched`` gives the devices that signed a line, for lines that came from elsewhere and for no other: what was
    written on this laptop needs no proof here. ``owners`` gives the person to whom a device was bound.
    """

    vouched: Mapping[str, frozenset[str]]
    owners: Mapping[str, str]

    def proven(self, line: str, author: str) -> bool:
        """Tell whether a line (by hash) was written here, or on a device that is bound to its author."""
        return line not in self.vouched or any(self.owners.get(device) == author for device in self.vouched[line])


def provenance(connection: Connection, subject_ids: Sequence[str], aliases: Aliases = NO_ALIASES) -> Provenance:
    """Return what is known of the origin of the lines of some subjects; persons go by the ids that stand for them."""
    signed = attestations(connection, subject_ids)
    if not signed:
        return Provenance({}, {})
    cards = exchange.cards(connection).values()
    owners = {card.device: aliases.standing(card.person) for card in cards if card.accepted}
    known = {hash_: place for id_ in subject_ids for hash_, place in events.places(connection, id_).items()}
    return Provenance(vouchers(known, signed), owners)


def vouchers(known: Mapping[str, Place], signed: Collection[Attestation]) -> Mapping[str, frozenset[str]]:
    """Return the devices behind each line (by hash) that came from elsewhere."""
    devices: dict[str, set[str]] = {}
    received: set[str] = set()
    for each in signed:
        line = each.last_hash
        while line in known and known[line].seq >= each.first:
            devices.setdefault(line, set()).add(each.device)
            if known[line].seq >= each.since:
                received.add(line)
            line = known[line].previous
    return {line: frozenset(devices[line]) for line in received}


def unproven_settlements(state: EvaluationState, found: Provenance) -> tuple[Exceeded, ...]:
    """Return the settlements that stand although nobody proved their author, and that the lead has not closed."""
    heads = [
        (code, head)
        for code in state.instrument.questions
        for head in state.folded.cell(cells.answer(Column.TPI, code)).heads
        if head.kind == "settle" and not found.proven(head.hash, head.author)
    ]
    return tuple(
        Exceeded("belum_dibuktikan", code, head.author, head.hash)
        for code, head in heads
        if not _closed(state.folded, head.hash, state.plan.leads, found)
    )


def _closed(folded: Folded, act: str, leads: Collection[str], found: Provenance) -> bool:
    """Tell whether a lead closed it; an unproven one closes nothing either."""
    heads = folded.cell(f"acknowledge/{act}").heads
    return any(head.author in leads and found.proven(head.hash, head.author) for head in heads)
