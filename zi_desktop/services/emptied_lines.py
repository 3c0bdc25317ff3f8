"""Lines whose content a signed act took away: emptied wherever they lie, and never let in again."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection

from zi_desktop.domain.events import Event, chain
from zi_desktop.domain.redactions import KIND, redacted_by
from zi_desktop.services.provenance import provenance
from zi_desktop.storage import directory, events, exchange
from zi_desktop.storage.exchange import Waiting

TO_WIPE: Final = "to_wipe"
"""The setting that says: lines were emptied, and the file was not written anew since."""


def carry_out(connection: Connection, subject_id: str) -> int:
    """Empty the lines of a subject whose content was taken away; return how many were whole until now.

    Only an act whose author is proven takes bytes away for good; another one only hides them (``fold``).
    """
    if not events.of_kind(connection, subject_id, KIND):
        return 0
    emptied = _emptied(connection, subject_id, events.load(connection, [subject_id]))
    if emptied:
        events.empty(connection, emptied)
        for line in emptied:
            directory.drop_drafts(connection, subject_id, [line.cell], line.author)
        gone = {line.hash for line in emptied}
        for waiting in exchange.waiting(connection, subject_id):
            _empty_waiting(connection, waiting, gone)
        directory.put_setting(connection, TO_WIPE, value=True)
    return len(emptied)


def kept_out(connection: Connection, subject_id: str, whole: Iterable[Event]) -> frozenset[str]:
    """Return which of these lines (hashes) may not take the place of their digests again."""
    arriving = list(whole)
    if not arriving or not events.of_kind(connection, subject_id, KIND):
        return frozenset()
    lines = [*events.load(connection, [subject_id]), *arriving]
    return frozenset(line.hash for line in _emptied(connection, subject_id, lines))


def _emptied(connection: Connection, subject_id: str, lines: Iterable[Event]) -> list[Event]:
    known = {line.hash: line for line in lines}
    proof = provenance(connection, [subject_id])
    return [
        known[hash_]
        for hash_, acts in redacted_by(known).items()
        if not known[hash_].redacted and any(proof.proven(act.hash, act.author) for act in acts)
    ]


def _empty_waiting(connection: Connection, waiting: Waiting, gone: set[str]) -> None:
    """Empty the same lines in a segment that waits for its turn."""
    from zi_desktop.sync.segments import read_segment, redacted_segment, segment_bytes  # noqa: PLC0415 (loads cryptography, which nobody needs at start)

    segment = read_segment(waiting.data)
    current, held = segment.previous, False
    for line in segment.lines:
        current = chain(current, line)
        held = held or current in gone
    if held:
        data = segment_bytes(redacted_segment(segment, lambda event: event.hash in gone))
        exchange.put_waiting(connection, replace(waiting, data=data))
