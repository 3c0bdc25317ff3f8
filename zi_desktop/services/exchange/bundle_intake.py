"""Intake of bundles: looked at first, then taken subject by subject; done again, it changes nothing."""

import shutil
import tempfile
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.gaps import gap_of
from zi_desktop.services.evidence.checking import linked_files
from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.exchange import incoming
from zi_desktop.services.exchange.bundle_preview import EVALUATION, BundlePreview, Change, change, strangers
from zi_desktop.services.exchange.devices import DeviceKeeping
from zi_desktop.services.exchange.incoming import TAKING, by_subject, in_order
from zi_desktop.services.exchange.incoming_reports import ReportIntake
from zi_desktop.services.exchange.waiting_files import WaitingFiles, bring, digests_in
from zi_desktop.services.gaps import declarations
from zi_desktop.services.people import People
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import events, exchange, files
from zi_desktop.storage.directory import Person
from zi_desktop.storage.evidence_files import EvidenceStore
from zi_desktop.storage.exchange import BEGUN, DONE, IN, Exchange
from zi_desktop.sync.bundle_reading import OpenBundle, open_bundle
from zi_desktop.sync.segments import Segment, read_segment
from zi_desktop.trust.cards import Card

_STAGING: Final = ".paket-"


@dataclass(frozen=True, slots=True)
class TakenBundle:
    """What was taken: lines, files of evidence, signed reports."""

    lines: int
    evidence: int
    reports: int


class BundleIntake:
    """Takes bundles in."""

    def __init__(self, workspace: Workspace, people: People, devices: DeviceKeeping) -> None:
        self._workspace = workspace
        self._people = people
        self._devices = devices
        self._store = EvidenceStore(workspace.folder)
        self._waiting = WaitingFiles(workspace.folder)
        self._reports = ReportIntake(workspace)

    def read(self, path: Path, tell: Tell = untold) -> BundlePreview:
        """Verify a bundle whole and find out what taking it would do; nothing here changes. For a worker.

        Raises:
            BundleRejected: broken, altered, hostile, or encrypted to others.
            FileReadError: the file cannot be read.
        """
        staging = self._new_staging()

        def progress(done: int, whole: int) -> None:
            tell("Memeriksa paket", done, whole)

        try:
            bundle = open_bundle(path, staging, identities=self._devices.identities(), progress=progress)
            return self._preview(bundle, path, staging)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise

    def apply(self, preview: BundlePreview, tell: Tell = untold) -> TakenBundle:
        """Take a bundle: evidence first, then one transaction a subject, then signed reports. For a worker.

        Killed or stopped by ``tell`` at any point, a second call with the same bundle completes it. Files of lines that
        wait are kept beside, so that nobody has to bring the bundle again.

        Raises:
            WorkspaceError: nothing of the subject at hand was taken; those before it stay.
            FileWriteError: there is no room for evidence.
        """
        tell(TAKING, 0, 0)
        kept = self._kept(preview)
        again = kept is not None and (kept.direction != IN or (kept.state == DONE and not preview.anything))
        begun = self._row(preview, kept)
        if not again:
            self._note(begun)
        self._devices.offer([preview.bundle.card, *preview.bundle.cards])
        self._meet([begun])
        here = self._store.sizes()
        bring(
            self._store, {each: preview.bundle.evidence[each] for each in preview.evidence_included - here.keys()}, tell
        )
        self._waiting.keep(preview.files_waiting, tell)
        lines = 0 if again else self._take_lines(preview, tell)
        evaluations = [each.subject.id for each in preview.changes if each.subject.kind == EVALUATION]
        reports = self._reports.take(preview.bundle.reports, evaluations)
        if not again:
            self._adopt(evaluations)
            self._note(replace(begun, state=DONE))
            self._close_interrupted()
        return TakenBundle(lines, len(preview.evidence_included), reports)

    def accept(self, card: Card, tell: Tell = untold) -> int:
        """Bind a person to a device, after the fingerprints were compared; return how many lines this let in."""
        self._devices.accept(card)
        return self._take_waiting(tell)

    def take_registry(self, data: bytes, root: str = "", tell: Tell = untold) -> int:
        """Take the Inspectorate's registry; return how many lines that had waited for it this let in.

        Raises:
            RegistryError: altered, older, of another root, or not the one on the sheet (``root``).
        """
        self._devices.take_registry(data, root)
        return self._take_waiting(tell)

    def take_freed(self, tell: Tell = untold) -> int:
        """Take what waited behind a part that somebody said is gone; return how many lines this let in."""
        return self._take_waiting(tell)

    def _take_lines(self, preview: BundlePreview, tell: Tell) -> int:
        parts, accepted, lines = by_subject(preview.bundle.segments), self._devices.accepted(), 0
        for done, (subject, segments) in enumerate(parts):
            tell(TAKING, done, len(parts))
            lines += self._take(subject, segments, accepted)
        return lines + self._take_waiting(tell)

    def _take_waiting(self, tell: Tell) -> int:
        """Take what waited for a card that is accepted by now, or behind what is gone, with its files; return how many lines."""
        accepted = self._devices.accepted()
        with self._workspace.database.reading() as connection:
            waiting = exchange.waiting(connection)
            stopped = {each.subject for each in waiting if each.why == "gap"}
            freed = {each.subject for each in waiting if each.why == "device" and each.device in accepted}
            freed |= stopped & {gap_of(act).subject for act in declarations(connection)} if stopped else set()
            rows = exchange.exchanges(connection)
        self._meet(rows)
        subjects, lines = in_order(freed), 0
        for done, subject in enumerate(subjects):
            tell(TAKING, done, len(subjects))
            lines += self._take(subject, (), accepted)
        self._workspace.list_unlisted()
        self._adopt(subject.id for subject in subjects if subject.kind == EVALUATION)
        self._let_files_go()
        return lines

    def _meet(self, rows: Iterable[Exchange]) -> None:
        """Take in the people whom bundles of accepted devices name: the names of those who wrote the lines."""
        accepted = self._devices.accepted()
        named = [
            Person(*person) for row in rows if row.detail.get("device") in accepted for person in row.detail.get("people", ())
        ]  # fmt: skip
        self._people.meet({person.id: person for person in named}.values())

    def _let_files_go(self) -> None:
        """Give what waited to those who speak of it by now; what no waiting line names any more goes."""
        paths = self._waiting.paths()
        if not paths:
            return
        with self._workspace.database.reading() as connection:
            named = digests_in(read_segment(each.data) for each in exchange.waiting(connection))
            ids = [each.id for each in events.subjects(connection) if each.kind == EVALUATION]
        left = {sha256: path for sha256, path in paths.items() if sha256 not in named}
        if left:
            for id_ in ids:
                self._waiting.give(linked_files(self._workspace.folded(id_)) & left.keys())
            self._reports.take(left, ids)
            self._waiting.leave_only(named)

    def discard(self, device: str) -> None:
        """Let go of what waits until a device's card is accepted; who wants it later brings its bundle again."""
        with self._workspace.database.writing() as connection:
            for each in exchange.waiting(connection):
                if (each.device, each.why) == (device, "device"):
                    exchange.drop_waiting(connection, each)
        self._let_files_go()

    def interrupted(self) -> tuple[str, ...]:
        """Return the names of bundles whose taking was interrupted: taking them again completes it."""
        with self._workspace.database.reading() as connection:
            return tuple(
                each.name for each in exchange.exchanges(connection) if (each.direction, each.state) == (IN, BEGUN)
            )

    def _preview(self, bundle: OpenBundle, path: Path, staging: Path) -> BundlePreview:
        accepted = self._devices.accepted((bundle.card, *bundle.cards))
        changes = tuple(self._planned(each, segments, accepted) for each, segments in by_subject(bundle.segments))
        here = frozenset(self._store.sizes())
        waiting = strangers(changes, (bundle.card, *bundle.cards))
        return BundlePreview(
            bundle,
            path,
            files.digest_of(path),
            path.stat().st_size,
            staging,
            changes,
            waiting,
            here,
            frozenset(self._waiting.sizes()),
            bundle.card.device in accepted,
            self._named_here(bundle.evidence.keys() - here - {each for item in changes for each in item.files}),
        )

    def _named_here(self, offered: Collection[str]) -> frozenset[str]:
        """Return which of these files evaluations speak of that are here."""
        left = set(offered)
        with self._workspace.database.reading() as connection:
            ids = [each.id for each in events.subjects(connection) if each.kind == EVALUATION] if left else []
        for id_ in ids:
            left -= linked_files(self._workspace.folded(id_)) if left else set()
        return frozenset(set(offered) - left)

    def _planned(self, subject: Subject, segments: Sequence[Segment], accepted: Collection[str]) -> Change:
        with self._workspace.database.reading() as connection:
            found = incoming.plan(connection, subject, segments, accepted)
        return change(found, self._workspace.folded(subject.id))

    def _take(self, subject: Subject, segments: Sequence[Segment], accepted: Collection[str]) -> int:
        if self._waiting.sizes():
            # Its bytes first: no line speaks of a file that is not in its place yet.
            self._waiting.give(self._planned(subject, segments, accepted).files)
        with self._workspace.receiving() as connection:
            found = incoming.plan(connection, subject, segments, accepted)
            incoming.take(self._workspace, connection, found)
        return len(found.new)

    def _close_interrupted(self) -> None:
        """Close what was cut off where another bundle has brought all of it meanwhile."""
        files_here = self._store.sizes().keys() | self._waiting.sizes().keys()
        with self._workspace.database.writing() as connection:
            waiting = {each.last_hash for each in exchange.waiting(connection)}
            for row in exchange.exchanges(connection):
                if (row.direction, row.state) == (IN, BEGUN) and files_here >= set(row.detail["evidence"]):
                    known = [events.places(connection, subject).keys() | waiting for subject in row.detail["tips"]]
                    if all(here >= set(tips) for here, tips in zip(known, row.detail["tips"].values(), strict=True)):
                        exchange.put_exchange(connection, replace(row, state=DONE))

    def _adopt(self, evaluations: Iterable[str]) -> None:
        """Take the id under which the teams of these evaluations know the person at this laptop, where that is possible."""
        if not self._people.is_known_otherwise():
            return  # no team needs to be looked at
        with suppress(NotFoundError):  # an evaluation whose edition is not here yet
            teams = [self._workspace.evaluation(id_).state.plan.team for id_ in evaluations]
            self._people.adopt(member.person for team in teams for member in team)

    def _kept(self, preview: BundlePreview) -> Exchange | None:
        with self._workspace.database.reading() as connection:
            return exchange.find_exchange(connection, preview.bundle.manifest.bundle)

    def _row(self, preview: BundlePreview, kept: Exchange | None) -> Exchange:
        """Return the entry of the journal; one that was cut off goes on with what it said when it was begun."""
        manifest, card = preview.bundle.manifest, preview.bundle.card
        detail = {
            "device": card.device, "made": manifest.made, "lines": preview.new, "conflicts": len(preview.conflicts),
            "waiting": preview.pending + preview.quarantined,
            "tips": {subject: [hash_ for *_, hash_ in head.tips] for subject, head in manifest.heads.items()},
            "people": [[each.id, each.name, each.nip, each.position] for each in manifest.people],
        }  # fmt: skip
        if kept and kept.state == BEGUN:
            detail = dict(kept.detail)
        evidence = {*(kept.detail["evidence"] if kept else ()), *preview.evidence_included}
        evidence |= preview.files_waiting.keys() & preview.bundle.evidence.keys()
        return Exchange(
            manifest.bundle, self._workspace.now().isoformat(timespec="seconds"), IN, manifest.kind, card.name,
            preview.file.name, manifest.number, preview.sha256, preview.size, BEGUN,
            detail | {"evidence": sorted(evidence)},
        )  # fmt: skip

    def _note(self, row: Exchange) -> None:
        with self._workspace.database.writing() as connection:
            exchange.put_exchange(connection, row)

    def _new_staging(self) -> Path:
        """Make an empty folder: beside the workspace's files where it is ours to write, without what killed runs left."""
        if not self._workspace.database.writable:
            return Path(tempfile.mkdtemp(prefix=_STAGING))
        for left in self._workspace.folder.glob(f"{_STAGING}*"):
            shutil.rmtree(left, ignore_errors=True)
        return Path(tempfile.mkdtemp(prefix=_STAGING, dir=self._workspace.folder))
