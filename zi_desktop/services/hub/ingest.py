"""The worker of the consolidated store: segments in, lines appended, the subject folded anew; the same on any scale."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy import Connection

from zi_desktop.domain import canonical, gaps, redactions
from zi_desktop.domain.aliases import aliases_of
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.events import Event, Subject
from zi_desktop.domain.figures import machine
from zi_desktop.domain.fold import Folded, fold
from zi_desktop.domain.identity import OFFICE_ID
from zi_desktop.services import summarising
from zi_desktop.services.editions import Editions
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evidence.checking import linked_files
from zi_desktop.services.hub import joining as hub_joining
from zi_desktop.storage import hub_rows, hub_store
from zi_desktop.storage.hub_rows import Attestation, Waiting
from zi_desktop.storage.hub_store import HubStore
from zi_desktop.storage.summaries import Summary
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


@dataclass(frozen=True, slots=True)
class _Summed:
    """What is stored of a subject beside its lines: ``shares`` of its areas, 0 to 1 as decimal text."""

    folded: Folded
    files: Collection[str] = ()
    evaluation: Summary | None = None
    shares: Mapping[str, str] = field(default_factory=dict)
    satker: Summary | None = None

    def put(self, connection: Connection, subject: Subject) -> None:
        hub_rows.put_evidence(connection, subject.id, self.files)
        if self.evaluation:
            hub_rows.put_evaluation(connection, self.evaluation, self.shares)
        if self.satker:
            hub_rows.put_satker(connection, self.satker)


class HubIngest:
    """Takes verified segments into a store, one transaction a subject; the same again changes nothing."""

    def __init__(self, store: HubStore, owner_of: Callable[[str], str]) -> None:
        """Take from devices that somebody bound to a person (``owner_of`` gives the person, or ""); others wait."""
        self._store = store
        self._owner_of = owner_of
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
        with self._store.reading() as connection:
            begun = hub_store.begun(connection, by_subject)
        order = sorted(by_subject, key=lambda subject: (_ORDER.get(subject.kind, 2), subject.id))
        return tuple(self._take(subject, by_subject[subject], begun=subject in begun) for subject in order)

    def take_waiting(self) -> tuple[SubjectTaken, ...]:
        """Try again what waits: a card may have been accepted since."""
        with self._store.reading() as connection:
            found = {item.subject for item in hub_rows.all_waiting(connection)}
        order = sorted(found, key=lambda subject: (_ORDER.get(subject.kind, 2), subject.id))
        return tuple(self._take(subject, (), begun=True) for subject in order)

    def _take(self, subject: Subject, segments: Sequence[Segment], *, begun: bool) -> SubjectTaken:
        """Take what came of a subject; ``begun``: it was known a moment ago, so that all of it may be here already."""
        if begun and (had := self._had(subject, segments)) is not None:
            return SubjectTaken(subject, 0, had, 0, 0, 0)
        with self._store.writing() as connection:
            first = hub_store.locked(connection, subject)
            lines = [] if first else hub_store.lines_of(connection, subject)
            waited = [] if first else hub_rows.waiting_of(connection, subject.id)
            came = [*(read_segment(item.segment) for item in waited), *segments]
            known = {event.hash: event for event in lines}
            theirs = [segment for segment in came if self._owner_of(segment.device)]
            merged = merge(known, theirs)
            if merged.waiting and (never := self._gone(connection, subject)):
                merged = merge(known, theirs, never)
            unknown = tuple(dict.fromkeys(each for each in came if not self._owner_of(each.device)))
            every = [*lines, *merged.new, *merged.whole]
            hub_store.append(connection, merged.new)
            summed = self._summed(subject, every) if merged.new or merged.whole else None
            with hub_store.together(connection):
                self._keep(connection, subject, merged, unknown, waited)
                if summed:
                    hub_rows.put_subject(connection, subject, summed.folded.tips, len(summed.folded))
                    summed.put(connection, subject)
            self._empty(connection, subject, every)
            if summed:
                self._join(connection, subject, summed.folded)
        if subject == OFFICE and merged.new:
            self._office = None
            if hub_joining.changes_who_is_one(merged.new):
                self._rejoin()
            self._list_unlisted()
        conflicts = sum(cell.conflicted for cell in summed.folded.cells.values()) if summed else 0
        return SubjectTaken(subject, len(merged.new), merged.had, len(merged.waiting), len(unknown), conflicts)

    def _gone(self, connection: Connection, subject: Subject) -> frozenset[str]:
        """Return the lines (hashes) of a subject of which a proven person said that they never come."""
        said = [act for act in gaps.acts(self._office_folded().events) if gaps.gap_of(act).subject == subject]
        vouched = hub_rows.attestations_of(connection, OFFICE.id) if said else []
        return frozenset(gaps.gap_of(act).previous for act in said if any(self._proves(each, act) for each in vouched))

    def _had(self, subject: Subject, segments: Sequence[Segment]) -> int | None:
        """Return how many lines they hold where all are here already, or None; it holds nobody up and writes nothing."""
        if not segments or not all(self._owner_of(segment.device) for segment in segments):
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
        hub_store.replace_lines(connection, merged.whole)
        if merged.new or merged.whole:
            hub_rows.put_attestations(connection, [_attestation(segment) for segment in merged.taken])
        waiting = [*_waiting(merged.waiting, _GAP), *_waiting(unknown, _DEVICE)]
        if waiting != list(waited):
            hub_rows.replace_waiting(connection, subject, waiting)

    def _empty(self, connection: Connection, subject: Subject, lines: Sequence[Event]) -> None:
        """Leave only the digests of lines whose content a proven person took away."""
        if not any(event.kind == redactions.KIND for event in lines):
            return
        known = {event.hash: event for event in lines}
        vouched = hub_rows.attestations_of(connection, subject.id)
        emptied = [
            redactions.without_content(known[hash_])
            for hash_, acts in redactions.redacted_by(known).items()
            if not known[hash_].redacted and any(self._proves(each, act) for act in acts for each in vouched)
        ]
        hub_store.replace_lines(connection, emptied)

    def _proves(self, vouched: Attestation, act: Event) -> bool:
        return (
            vouched.stream == act.stream
            and vouched.first <= act.seq <= vouched.last
            and self._owner_of(vouched.device) == act.author
        )

    def _summed(self, subject: Subject, lines: Sequence[Event]) -> "_Summed":
        """Sum a subject up, which is locked, from all its lines."""
        folded = fold(lines)
        if subject.kind == "satker":
            return _Summed(folded, satker=summarising.satker_summary(subject.id, folded))
        if subject.kind != "evaluation" or not folded.cell("identity").heads:
            return _Summed(folded)
        files = linked_files(folded)
        try:
            view = EvaluationView(subject.id, folded, self.editions)
        except NotFoundError:
            # Its edition has not come yet: ``_list_unlisted`` finds it when the office's lines are here.
            return _Summed(folded, files)
        signed = self._signed(view)
        return _Summed(folded, files, summarising.evaluation_summary(view, signed), _shares(view, signed))

    def _signed(self, view: EvaluationView) -> Json:
        """Return the score card of a signed record where it is here: sealed figures are read, not computed again."""
        if (seal := view.state.seal) is None:
            return None
        with self._store.reading() as connection:
            record = hub_rows.report_record(connection, view.id, seal.record)
        return canonical.decode(record)["score"] if record else None

    def renew(self, subject: Subject) -> None:
        """Sum a subject up anew from its lines: its report or its edition came after them."""
        with self._store.writing() as connection:
            hub_store.locked(connection, subject)
            summed = self._summed(subject, hub_store.lines_of(connection, subject))
            summed.put(connection, subject)
            self._join(connection, subject, summed.folded)

    def _join(self, connection: Connection, subject: Subject, folded: Folded) -> None:
        """Sum up as one what the office says is one."""
        if subject == OFFICE:
            return
        joined = hub_joining.together(connection, aliases_of(self._office_folded()), subject, folded)
        if joined is not None:
            standing, lines = joined
            replace(self._summed(standing, lines), files=()).put(connection, standing)

    def _rejoin(self) -> None:
        """Sum up anew what the office says is one now, or no longer."""
        with self._store.reading() as connection:
            found = hub_joining.to_renew(connection, self._office_folded())
        for subject in found:
            self.renew(subject)

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


def _shares(view: EvaluationView, signed: Json) -> dict[str, str]:
    """Return what was reached of each area, 0 to 1 as decimal text."""
    if signed:
        return {name: figures["fraction"] for name, figures in signed["areas"].items()}
    return {name: machine(area.fraction) for name, area in view.as_sealed().card().areas.items()}
