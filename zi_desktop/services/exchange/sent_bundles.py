"""What went to the hub, bundle by bundle: where an evaluation stands, and what a receipt confirms."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from zi_desktop.domain.canonical import Json
from zi_desktop.services.receipts import LOCAL, SENT, STORED
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import exchange
from zi_desktop.storage.exchange import Exchange
from zi_desktop.sync.receipts import Receipt


@dataclass(frozen=True, slots=True)
class Outgoing:
    """How an evaluation stands towards the hub: ``state`` is LOCAL, STORED or SENT, ``since`` the moment of that (ISO).

    ``files`` are the pieces of evidence here that no receipt confirmed.
    """

    evaluation: str
    state: str
    since: str
    files: int


def note_state(workspace: Workspace, id_: str, state: str, more: Mapping[str, Json]) -> None:
    """Note that a bundle stands otherwise from now on, and what more is known of it."""
    at = workspace.now().isoformat(timespec="seconds")
    with workspace.database.writing() as connection:
        row = next(row for row in exchange.exchanges(connection) if row.id == id_)
        exchange.put_exchange(connection, replace(row, state=state, at=at, detail={**row.detail, **more}))


def standing(evaluation: str, head: str, rows: Sequence[Exchange], here: Collection[str]) -> Outgoing:
    """Return how an evaluation with this head, whose files ``here`` (digests) lie here, stands towards the hub."""
    carrying = [row for row in rows if row.detail["heads"].get(evaluation) == head]
    confirmed = {sha256 for row in rows if row.state == SENT for sha256 in row.detail["evidence"]}
    left = len(set(here) - confirmed)
    for state in (SENT, STORED):
        found = [row.at for row in carrying if row.state == state]
        if found:
            return Outgoing(evaluation, state, max(found), left)
    return Outgoing(evaluation, LOCAL, "", left)


def files_left(rows: Iterable[Exchange], here: Collection[str]) -> Collection[str]:
    """Return the files that are neither confirmed nor under way."""
    under_way = {sha256 for row in rows if row.state in (STORED, SENT) for sha256 in row.detail["evidence"]}
    return set(here) - under_way


def covers(receipt: Receipt, row: Exchange) -> bool:
    """Tell whether a receipt says that everything of a bundle is held: its lines by their tips, its files by digest."""
    return set(receipt.evidence).issuperset(row.detail["evidence"]) and all(
        _holds(receipt.heads.get(subject, ()), tips) for subject, tips in row.detail["tips"].items()
    )


def _holds(held: Iterable[tuple[str, int, str]], tips: Iterable[Sequence[Json]]) -> bool:
    """Tell whether every stream is held up to its tip; one that went on since is held too.

    A stream with several tips forked, or has a gap: of it only what lies before all of them is surely held.
    """
    reached: dict[str, int] = {}
    exact = set()
    for stream, seq, hash_ in held:
        reached[stream] = min(seq, reached.get(stream, seq))
        exact.add(hash_)
    return all(hash_ in exact or reached.get(stream, 0) > seq for stream, seq, hash_ in tips)
