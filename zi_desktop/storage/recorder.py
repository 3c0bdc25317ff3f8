"""The pen of one run: every person who writes in it gets a stream of its own, never continued afterwards."""

import datetime as dt
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.events import GENESIS, Event, Subject, write_line
from zi_desktop.storage import events


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person states: ``edges`` are the heads of the cell that were displayed."""

    kind: str
    cell: str
    value: Json
    edges: tuple[str, ...] = ()


class Recorder:
    """Writes statements as the next lines of this run's streams."""

    def __init__(self, now: Callable[[], dt.datetime]) -> None:
        self._now = now
        self._streams: dict[str, str] = {}
        self._tips: dict[tuple[str, str], tuple[int, str]] = {}

    def record(
        self,
        connection: Connection,
        subject: Subject,
        author: str,
        statements: Sequence[Statement],
        before: Sequence[Event] = (),
    ) -> list[Event]:
        """Append statements inside the caller's transaction, after what it recorded ``before``; then call ``keep``."""
        stream = self._streams.setdefault(author, secrets.token_hex(16))
        seq, previous = self._tips.get((subject.id, stream), (0, GENESIS))
        for event in before:
            if event.subject == subject and event.stream == stream:
                seq, previous = event.seq, event.hash
        wall = self._now().isoformat(timespec="seconds")
        made: list[Event] = []
        for statement in statements:
            seq += 1
            event = write_line(
                subject, stream, seq, kind=statement.kind, cell=statement.cell, value=statement.value,
                edges=statement.edges, author=author, wall=wall, nonce=secrets.token_hex(16), previous=previous,
            )  # fmt: skip
            previous = event.hash
            made.append(event)
        events.append(connection, made)
        return made

    def keep(self, made: Sequence[Event]) -> None:
        """Go on behind these events: their transaction is durable."""
        for event in made:
            self._tips[event.subject.id, event.stream] = (event.seq, event.hash)

    def break_off(self) -> None:
        """Never continue the streams of this run: the next line begins new ones."""
        self._streams.clear()
        self._tips.clear()
