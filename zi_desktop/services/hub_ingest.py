"""The worker of the consolidated store: segments in, lines appended, the subject folded anew; the same on any scale."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from zi_desktop.domain import canonical
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.events import Event, Subject
from zi_desktop.domain.fold import Folded, fold
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.card_json import score_card_json
from zi_desktop.services import summarising
from zi_desktop.services.editions import Editions
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evidence_checking import linked_files
from zi_desktop.storage import hub_rows, hub_store
from zi_desktop.storage.hub_rows import Attestation, Waiting
from zi_desktop.storage.hub_store import HubStore, Place
from zi_desktop.sync.merging import Merged, merge
from zi_desktop.sync.segments import Segment, read_segment, segment_bytes

OFFICE: Final = Subject("office", OFFICE_ID)
_GAP, _DEVICE = "gap", "device"
_ORDER: Final = {"office": 0, "satker": 1}
"""An evaluation's edition and satker come before it."""


@dataclass(frozen=True, slots=True)
class SubjectTaken:
    """What became of the segments of one subject: lines that were new or here before, segments that wait, and why."""

    subject: Subject
    new: int
    had: int
    behind_gap: int
    unknown_device: int
    conflicts: int


class HubIngest:
    """Takes verified segments into a store, one transaction a subject; the same again changes nothing."""

    def __init__(self, store: HubStore, accepts: Callable[[str], bool]) -> None:
        """Take from devices that somebody bound to a person (``accepts``, by the device's name); others wait."""
        self._store = store
        self._accepts = accepts
        self._office: Folded | None = None
        self.editions = Editions(self._office_folded)

    def take(self, segments: Sequence[Segment]) -> tuple[SubjectTaken, ...]:
        """Take segments of any subjects.

        Raises:
            BundleRejected: a line of a segment is not of the format; the subjects before it are kept.
            HubStoreError: the database failed; the subject in hand is as it was.
        """
        by_subject: dict[Subject, list[Segment]] = {}
        for segment in segments:
            by_subject.setdefault(segment.subject, []).append(segment)
        order = sorted(by_subject, key=lambda subject: (_ORDER.get(subject.kind, 2), subject.id))
        return tuple(self._take(subject, by_subject[subject]) for subject in order)

    def take_waiting(self) -> tuple[SubjectTaken, ...]:
        """Try again what waits: a card may have been accepted since."""
        with self._store.reading() as connection:
            found = {item.subject for item in hub_rows.all_waiting(connection)}
        order = sorted(found, key=lambda subject: (_ORDER.get(subject.kind, 2), subject.id))
        return tuple(self._take(subject, ()) for subject in order)

    def _take(self, subject: Subject, segments: Sequence[Segment]) -> SubjectTaken:
        if (had := self._had(subject, segments)) is not None:
            return SubjectTaken(subject, 0, had, 0, 0, 0)
        with self._store.writing() as connection:
            hub_store.locked(connection, subject)
            lines = hub_store.lines_of(connection, subject)
            waited = hub_rows.waiting_of(connection, subject.id)
            came = [*(read_segment(item.segment) for item in waited), *segments]
            known = {event.hash: Place(event.stream, event.seq, not event.redacted) for event in lines}
            merged = merge(known, [segment for segment in came if self._accepts(segment.device)])
            unknown = tuple(dict.fromkeys(each for each in came if not self._accepts(each.device)))
            self._keep(connection, subject, merged, unknown, waited)
            conflicts = self._fold(connection, subject, lines, merged)
        if subject == OFFICE and merged.new:
            self._office = None
            self._list_unlisted()
        return SubjectTaken(subject, len(merged.new), merged.had, len(merged.waiting), len(unknown), conflicts)

    def _had(self, subject: Subject, segments: Sequence[Segment]) -> int | None:
        """Return how many lines they hold where all are here already, or None; it holds nobody up and writes nothing."""
        if not segments or not all(self._accepts(segment.device) for segment in segments):
            return None
        with self._store.reading() as connection:
            known = hub_store.places_of(connection, subject)
            if any(each.last_hash not in known for each in segments) or hub_rows.waiting_of(connection, subject.id):
                return None
        merged = merge(known, segments)
        return None if merged.new or merged.whole or merged.waiting else merged.had

    def _keep(
        self,
        connection: Connection,
        subject: Subject,
        merged: Merged,
        unknown: Sequence[Segment],
        waited: Sequence[Waiting],
    ) -> None:
        hub_store.append(connection, merged.new)
        hub_store.make_whole(connection, merged.whole)
        if merged.new or merged.whole:
            hub_rows.put_attestations(connection, [_attestation(segment) for segment in merged.taken])
        waiting = [*_waiting(merged.waiting, _GAP), *_waiting(unknown, _DEVICE)]
        if waiting != list(waited):
            hub_rows.replace_waiting(connection, subject, waiting)

    def _fold(self, connection: Connection, subject: Subject, lines: Sequence[Event], merged: Merged) -> int:
        """Sum the subject up while it is locked, from all its lines; return how many cells people disagree about."""
        if not merged.new and not merged.whole:
            return 0
        folded = fold([*lines, *merged.new, *merged.whole])
        hub_rows.put_subject(connection, subject, folded.tips, len(folded))
        self._summarise(connection, subject, folded)
        return sum(cell.conflicted for cell in folded.cells.values())

    def _summarise(self, connection: Connection, subject: Subject, folded: Folded) -> None:
        if subject.kind == "satker":
            hub_rows.put_satker(connection, summarising.satker_summary(subject.id, folded))
        elif subject.kind == "evaluation" and folded.cell("identity").heads:
            hub_rows.put_evidence(connection, subject.id, linked_files(folded))
            try:
                view = EvaluationView(subject.id, folded, self.editions)
            except NotFoundError:
                return  # its edition has not come yet: ``_list_unlisted`` finds it when the office's lines are here
            signed = _signed(connection, view)
            areas = signed["areas"] if signed else score_card_json(view.as_sealed().card(), Column.TPI)["areas"]
            shares = {name: figures["fraction"] for name, figures in areas.items()}
            hub_rows.put_evaluation(connection, summarising.evaluation_summary(view, signed), shares)

    def renew(self, subject: Subject) -> None:
        """Sum a subject up anew from its lines: its report or its edition came after them."""
        with self._store.writing() as connection:
            hub_store.locked(connection, subject)
            self._summarise(connection, subject, fold(hub_store.lines_of(connection, subject)))

    def _list_unlisted(self) -> None:
        with self._store.reading() as connection:
            found = hub_rows.unlisted_evaluations(connection)
        for subject in found:
            self.renew(subject)

    def _office_folded(self) -> Folded:
        if self._office is None:
            with self._store.reading() as connection:
                self._office = fold(hub_store.lines_of(connection, OFFICE))
        return self._office


def _attestation(segment: Segment) -> Attestation:
    return Attestation(
        segment.subject.id, segment.stream, segment.device, segment.first, segment.last, segment.previous,
        segment.last_hash, segment.signature,
    )  # fmt: skip


def _waiting(segments: Sequence[Segment], why: str) -> list[Waiting]:
    return [
        Waiting(each.subject, each.stream, each.first, each.last_hash, each.device, why, segment_bytes(each))
        for each in segments
    ]


def _signed(connection: Connection, view: EvaluationView) -> Json:
    """Return the score card of a signed record where it is here: sealed figures are read, not computed again."""
    seal = view.state.seal
    record = hub_rows.report_record(connection, view.id, seal.record) if seal else None
    return canonical.decode(record)["score"] if record else None
