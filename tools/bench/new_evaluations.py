"""Evaluations that are new each time, as a laptop sends them to a hub."""

import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zi_desktop.domain.events import GENESIS, Event, Subject, head_digest, write_line
from zi_desktop.services.composition import Services
from zi_desktop.services.hub.ingest import HubIngest
from zi_desktop.storage import events
from zi_desktop.storage.hub_store import HubStore
from zi_desktop.sync.bundle_writing import BundleContents, write_bundle
from zi_desktop.sync.manifests import BundleKind, SubjectHead
from zi_desktop.sync.segments import Segment, sign_segments

if TYPE_CHECKING:
    from zi_desktop.trust.cards import Card
    from zi_desktop.trust.device_keys import DeviceKey

_WALL: Final = "2026-03-02T09:15:00+07:00"


class EvaluationMaker:
    """Makes evaluations that are new each time: the lines of a scored one under another name, signed and in a bundle."""

    def __init__(self, services: Services, id_: str) -> None:
        self._services = services
        self._key: DeviceKey = services.devices.key()
        self._card: Card = services.devices.card()
        with services.workspace.database.reading() as connection:
            self._model = sorted(events.load(connection, [id_]), key=lambda each: each.seq)
            self._before = {
                each: sorted(events.load(connection, [each.id]), key=lambda line: line.seq)
                for each in events.subjects(connection)
                if each.id != id_
            }
        self._lines: list[Event] = []
        self._bundle = Path()

    def ready(self, store: HubStore) -> HubIngest:
        """Return what takes evaluations, with office and satker in place."""
        ingest = HubIngest(store, lambda _: "orang")
        ingest.take([each for lines in self._before.values() for each in sign_segments(lines, self._key)])
        assert ingest.editions.all()
        return ingest

    def lines(self) -> list[Event]:
        """Return the lines of a new evaluation."""
        subject, previous = Subject("evaluation", str(uuid.uuid4())), GENESIS
        stream, made, names = uuid.uuid4().hex, list[Event](), dict[str, str]()
        for seq, each in enumerate(self._model, start=1):
            line = write_line(
                subject, stream, seq, kind=each.kind, cell=each.cell, value=each.value,
                edges=[names[edge] for edge in each.edges if edge in names], author=each.author, wall=each.wall,
                nonce=uuid.uuid4().hex, previous=previous,
            )  # fmt: skip
            names[each.hash], previous = line.hash, line.hash
            made.append(line)
        self._lines = made
        return made

    def segments(self) -> tuple[Segment, ...]:
        """Return a new evaluation as it travels."""
        return tuple(sign_segments(self.lines(), self._key))

    def bundle(self, folder: Path, count: int = 1) -> Path:
        """Return new evaluations in a bundle, encrypted as it is sent."""
        segments, heads = list[Segment](), dict[str, SubjectHead]()
        self._bundle = folder / f"{uuid.uuid4().hex}.zib"
        for _ in range(count):
            segments += self.segments()
            last = self._lines[-1]
            tips = ((last.stream, last.seq, last.hash),)
            heads[last.subject.id] = SubjectHead("evaluation", tips, head_digest(tips))
        contents = BundleContents(
            kind=BundleKind.HUB, installation=str(uuid.uuid4()), number=1, made=_WALL, card=self._card,
            segments=tuple(segments), heads=heads,
        )  # fmt: skip
        write_bundle(self._bundle, contents, self._key, recipients=[self._key.recipient])
        return self._bundle

    def last(self, folder: Path) -> Path:
        """Return the bundle that was made last."""
        return self._bundle if self._bundle.exists() else self.bundle(folder)

    @property
    def identities(self) -> Sequence[str]:
        """Return what opens the bundles."""
        return self._services.devices.identities()
