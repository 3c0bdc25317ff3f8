"""Who signs, in order: done, whose turn it is, who waits."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zi_desktop.domain.evaluation import Signature
from zi_desktop.domain.plan import ROLES, Member
from zi_desktop.storage.directory import Person
from zi_desktop.ui import dates


@dataclass(frozen=True, slots=True)
class SignerLine:
    """One signer as the list shows it; ``own`` marks the person at this laptop, ``turn`` who signs next."""

    number: int
    person: str
    name: str
    role: str
    state: str
    icon: str
    token: str
    own: bool = False
    turn: bool = False


def signer_lines(
    members: Sequence[Member],
    signatures: Sequence[Signature],
    people: Mapping[str, Person],
    own: str,
    now: dt.datetime,
    *,
    open_: bool,
) -> tuple[SignerLine, ...]:
    """Return the signers of an evaluation in their order.

    Args:
        members: who signs, in order.
        signatures: those that were put.
        people: the directory by id.
        own: id of the person at this laptop.
        now: this computer's clock.
        open_: the next signature may be put; until then everybody waits.
    """
    made = {signature.position: signature for signature in signatures}
    lines = []
    for number, member in enumerate(members, start=1):
        turn = open_ and number == len(made) + 1
        signature = made.get(number)
        at = dates.moment(dt.datetime.fromisoformat(signature.at), now) if signature else ""
        lines.append(_line(number, member, people, at, own=member.person == own, turn=turn))
    return tuple(lines)


def _line(number: int, member: Member, people: Mapping[str, Person], at: str, *, own: bool, turn: bool) -> SignerLine:
    person = people.get(member.person)
    name = person.name if person and person.name else "Nama belum diketahui"
    role = ROLES[member.role] + (" · Anda" if own else "")
    words, icon, token = "Menunggu", "clock", "text2"
    if at:
        words, icon, token = at, "check-circle", "ok"
    elif turn:
        words, icon, token = ("Giliran Anda" if own else "Berikutnya"), "pencil", "accent_text"
    return SignerLine(number, member.person, name, role, words, icon, token, own, turn)
