"""Bundling: evaluations written into one file for colleagues or for the hub, verified before anybody hears of it."""

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import fold
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evidence.checking import linked_files
from zi_desktop.services.evidence.intake import Tell, untold
from zi_desktop.services.exchange.devices import OWN, DeviceKeeping
from zi_desktop.services.exchange.outgoing import segments_of
from zi_desktop.services.joined import Joined
from zi_desktop.services.settings import OFFICE, Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, events, exchange, files
from zi_desktop.storage.evidence_files import EvidenceStore
from zi_desktop.storage.exchange import OUT, Exchange
from zi_desktop.sync.bundle_writing import BundleContents, WrittenBundle, write_bundle
from zi_desktop.sync.manifests import BundleKind, Listed, NamedPerson, SubjectHead
from zi_desktop.sync.segments import Segment
from zi_desktop.trust.cards import Card, read_card

WRITTEN: Final = "disimpan"
"""State of a bundle that lies on a medium; only a receipt makes it ``terkirim``."""


@dataclass(frozen=True, slots=True)
class ExportedBundle:
    """A bundle that was written and read back.

    ``lines``, ``evidence`` and ``reports`` (signed ones) count what is in it; ``missing`` the files whose bytes are not here; ``readers`` are the
    people who can open it ("" none: it is plain), ``left_out`` members of the teams whose card is not accepted here.
    """

    file: Path
    id: str
    number: int
    sha256: str
    size: int
    lines: int
    evidence: int
    missing: int
    readers: tuple[str, ...]
    left_out: tuple[str, ...]
    reports: int = 0


class Bundling:
    """Writes bundles."""

    def __init__(self, workspace: Workspace, settings: Settings, devices: DeviceKeeping) -> None:
        self._workspace = workspace
        self._settings = settings
        self._devices = devices
        self._store = EvidenceStore(workspace.folder)

    def export(
        self,
        ids: Sequence[str],
        path: Path,
        *,
        kind: BundleKind = BundleKind.TEAM,
        answers_only: bool = False,
        encrypt_to: Sequence[str] = (),
        plain: bool = False,
        tell: Tell = untold,
    ) -> ExportedBundle:
        """Write everything that is here of some evaluations: for a worker.

        Args:
            ids: the evaluations; their satker and the office go along.
            path: where the bundle is to stand.
            kind: for the team, or for the hub (without what stays in the team).
            answers_only: leave evidence and signed reports out.
            encrypt_to: age recipients; empty = the members of the teams whose cards are accepted here.
            plain: do not encrypt.
            tell: gets sentence, bytes done, bytes in all; what it raises stops the work.

        Raises:
            NotFoundError: no such evaluation.
            InvalidInputError: nobody to encrypt to, or the person at this laptop has no name.
            FileWriteError: the bundle cannot be written, or was not read back as written.
        """
        views = [self._workspace.evaluation(id_) for id_ in ids]
        card, key = self._devices.card(), self._devices.key()
        readers, left_out = ((), ()) if plain or encrypt_to else self._readers(views)
        gathered = self._gather(
            _subjects(views, self._workspace.joined()), _members(views), withhold=kind is BundleKind.HUB
        )
        evidence = {} if answers_only else gathered.evidence
        contents = BundleContents(
            kind=kind, made=self._workspace.now().isoformat(timespec="seconds"), installation=self.installation(),
            number=self._next_number(), card=card, cards=gathered.cards, people=gathered.people, heads=gathered.heads,
            segments=gathered.segments, evidence=evidence, listed=gathered.listed,
            reports={} if answers_only else self._reports(ids),
        )  # fmt: skip
        recipients = () if plain else (*(encrypt_to or [each.recipient for each in readers]), key.recipient)
        written = write_bundle(path, contents, key, recipients=recipients, plain=plain, progress=_progress(tell))
        self._note(written, contents, ids, readers)
        names = tuple(each.name for each in readers)
        return ExportedBundle(
            written.path, written.manifest.bundle, contents.number, written.sha256, written.size, gathered.lines, len(evidence),
            len({each.sha256 for each in gathered.listed} - evidence.keys()), names, left_out, len(contents.reports),
        )  # fmt: skip

    def evidence_of(self, ids: Sequence[str]) -> Mapping[str, Path]:
        """Return the files of which some evaluations speak and whose bytes are here, by digest."""
        here = self._store.sizes()
        needed = {sha256 for id_ in ids for sha256 in linked_files(self._workspace.folded(id_))}
        return {sha256: self._store.path_of(sha256) for sha256 in sorted(needed & here.keys())}

    def export_files(
        self,
        ids: Sequence[str],
        path: Path,
        wanted: Mapping[str, Path],
        *,
        encrypt_to: Sequence[str],
        kind: BundleKind = BundleKind.HUB,
    ) -> ExportedBundle:
        """Write files of some evaluations without their lines, for the hub or back from it: for a worker.

        Raises:
            InvalidInputError: the person at this laptop has no name.
            FileReadError: a file is gone, or is not what its digest says.
            FileWriteError: the bundle cannot be written, or was not read back as written.
        """
        card, key = self._devices.card(), self._devices.key()
        sizes = {sha256: file.stat().st_size for sha256, file in wanted.items()}
        contents = BundleContents(
            kind=kind, made=self._workspace.now().isoformat(timespec="seconds"),
            installation=self.installation(), number=self._next_number(), card=card, segments=(), heads={},
            evidence=wanted, listed=[Listed(sha256, size) for sha256, size in sizes.items()],
        )  # fmt: skip
        written = write_bundle(path, contents, key, recipients=[*encrypt_to, key.recipient])
        self._note(written, contents, ids, ())
        return _exported(written, 0, len(wanted))

    def export_reference(self, path: Path, *, encrypt_to: Sequence[str]) -> ExportedBundle:
        """Write what everybody works with: the office with its editions, and every satker; for a worker.

        Raises:
            InvalidInputError: the person at this laptop has no name.
            FileWriteError: the bundle cannot be written, or was not read back as written.
        """
        card, key = self._devices.card(), self._devices.key()
        with self._workspace.database.reading() as connection:
            subjects = [each for each in events.subjects(connection) if each.kind in ("office", "satker")]
        gathered = self._gather(subjects, (), withhold=True)
        contents = BundleContents(
            kind=BundleKind.REFERENCE, made=self._workspace.now().isoformat(timespec="seconds"),
            installation=self.installation(), number=self._next_number(), card=card, cards=gathered.cards,
            people=gathered.people, heads=gathered.heads, segments=gathered.segments,
        )  # fmt: skip
        written = write_bundle(path, contents, key, recipients=[*encrypt_to, key.recipient])
        self._note(written, contents, (), ())
        return _exported(written, gathered.lines, 0)

    def readers(self, ids: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return by name which members of the teams could open a bundle of some evaluations, and which could not."""
        cards, left_out = self._known([self._workspace.evaluation(id_) for id_ in ids])
        return tuple(card.name for card in cards), left_out

    def _readers(self, views: Iterable[EvaluationView]) -> tuple[tuple[Card, ...], tuple[str, ...]]:
        """Return the accepted cards of the teams' members, of whom there has to be one, and the names of the others."""
        readers, left_out = self._known(views)
        if not readers and not left_out:
            raise InvalidInputError(
                "Tim evaluasi ini belum memuat orang lain. Tidak ada yang ditulis; tambahkan rekan dalam rencana & tim, "
                "sebut penerimanya, atau pilih paket tanpa enkripsi."
            )
        if not readers:
            raise InvalidInputError(
                "Belum ada kartu anggota tim yang diterima di laptop ini. Tidak ada yang ditulis; terima kartu mereka, "
                "sebut penerimanya, atau pilih paket tanpa enkripsi."
            )
        return readers, left_out

    def _known(self, views: Iterable[EvaluationView]) -> tuple[tuple[Card, ...], tuple[str, ...]]:
        own, people = self._settings.person().id, self._settings.people()
        members = {member.person for view in views for member in view.state.plan.team} - {own}
        cards = tuple(each.card for each in self._devices.cards() if each.accepted not in ("", OWN))
        readers = tuple(card for card in cards if card.person in members)
        left = members - {card.person for card in readers}
        return readers, tuple(sorted(people[person].name if person in people else person[:8] for person in left))

    def _gather(self, subjects: Iterable[Subject], members: Collection[str], *, withhold: bool) -> "_Gathered":
        key, here = self._devices.key(), self._store.sizes()
        with self._workspace.database.reading() as connection:
            folds = {each: fold(events.load(connection, [each.id])) for each in subjects}
            segments = tuple(part for each in folds for part in segments_of(connection, each, key, withhold=withhold))
            cards = exchange.cards(connection)
            directory_ = directory.people(connection)
        mentioned = {event.author for folded in folds.values() for event in folded.events}
        mentioned |= set(members)
        people = tuple(directory_[id_] for id_ in sorted(mentioned & directory_.keys()) if directory_[id_].name)
        devices = {segment.device for segment in segments} - {key.device}
        needed = frozenset(sha256 for folded in folds.values() for sha256 in linked_files(folded))
        return _Gathered(
            segments=segments,
            heads={each.id: SubjectHead(each.kind, folded.tips, folded.head) for each, folded in folds.items()},
            people=tuple(NamedPerson(each.id, each.name, each.nip, each.position) for each in people),
            cards=tuple(read_card(cards[device].data) for device in sorted(devices & cards.keys())),
            listed=tuple(Listed(sha256, here.get(sha256, 0)) for sha256 in sorted(needed)),
            evidence={sha256: self._store.path_of(sha256) for sha256 in sorted(needed & here.keys())},
            lines=sum(len(folded) for folded in folds.values()),
        )  # fmt: skip

    def _reports(self, ids: Iterable[str]) -> dict[str, Path]:
        """Return the signed reports of some evaluations that lie where they should, as they were signed."""
        with self._workspace.database.reading() as connection:
            joined = self._workspace.joined()
            whole = dict.fromkeys(each for id_ in ids for each in joined.members(id_))
            kept = [item for id_ in whole for item in directory.documents(connection, id_)]
        places = {item.sha256: self._workspace.folder / item.file for item in kept}
        return {sha256: path for sha256, path in places.items() if files.digest_of(path) == sha256}

    def installation(self) -> str:
        """Return the name of this installation: random, made when it is first needed."""
        with self._workspace.database.writing() as connection:
            known = directory.settings(connection).get("installation", "")
            made = known or str(uuid.uuid4())
            if not known:
                directory.put_setting(connection, "installation", made)
        return str(made)

    def _next_number(self) -> int:
        with self._workspace.database.reading() as connection:
            return 1 + max((each.number for each in exchange.exchanges(connection) if each.direction == OUT), default=0)

    def _note(
        self, written: WrittenBundle, contents: BundleContents, ids: Sequence[str], readers: Iterable[Card]
    ) -> None:
        row = Exchange(
            written.manifest.bundle, contents.made, OUT, str(contents.kind), "; ".join(each.name for each in readers),
            written.path.name, contents.number, written.sha256, written.size, WRITTEN,
            {
                "evaluations": list(ids), "evidence": sorted(contents.evidence),
                # Of what folds as one the list shows one head.
                "heads": {id_: head.head for id_, head in contents.heads.items()}
                | {id_: self._workspace.folded(id_).head for id_ in ids},
                "tips": {id_: [list(tip) for tip in head.tips] for id_, head in contents.heads.items()},
            },
        )  # fmt: skip
        with self._workspace.database.writing() as connection:
            exchange.put_exchange(connection, row)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What is here of some evaluations; ``listed`` are the files that the lines speak of, ``evidence`` those that lie here."""

    segments: tuple[Segment, ...]
    heads: Mapping[str, SubjectHead]
    people: tuple[NamedPerson, ...]
    cards: tuple[Card, ...]
    listed: tuple[Listed, ...]
    evidence: Mapping[str, Path]
    lines: int


def _subjects(views: Sequence[EvaluationView], joined: Joined) -> Iterable[Subject]:
    """Return the subjects by which evaluations are understood, each once, themselves last."""
    satkers = [Subject("satker", id_) for view in views for id_ in joined.members(view.state.identity.satker)]
    evaluations = [Subject("evaluation", id_) for view in views for id_ in joined.members(view.id)]
    return dict.fromkeys([OFFICE, *satkers, *evaluations])


def _members(views: Iterable[EvaluationView]) -> Collection[str]:
    return {member.person for view in views for member in view.state.plan.team}


def _exported(written: WrittenBundle, lines: int, evidence: int) -> ExportedBundle:
    return ExportedBundle(
        written.path, written.manifest.bundle, written.manifest.number, written.sha256, written.size, lines, evidence,
        0, (), (),
    )  # fmt: skip


def _progress(tell: Tell) -> Callable[[int, int], None]:
    def progress(done: int, whole: int) -> None:
        tell("Menulis paket", done, whole)

    return progress
