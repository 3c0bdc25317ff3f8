"""Evidence without a window: adds in the worker while answers go on, states what is thought of it, keeps what was found."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.evidence import Evidence, EvidenceLink
from zi_desktop.domain.evidence_steps import turns_between
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.figures import whole
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.preconditions import places
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.evidence.findings import EvidenceFinding, evidence_findings
from zi_desktop.services.evidence.intake import FolderMapping
from zi_desktop.services.typed_drafts import EVIDENCE_REASON, Draft, typed
from zi_desktop.storage.evidence_files import Treatment
from zi_desktop.ui.evidence.adding import Added, Adding, Pair
from zi_desktop.ui.evidence.lines import EvidenceLine, EvidenceShown, evidence_line, warnings_by_file
from zi_desktop.ui.evidence.sight import Sight, read_sight
from zi_desktop.ui.evidence.thumbnails import Thumbnails
from zi_desktop.ui.evidence.treatment import keep_treatment, kept_treatment
from zi_desktop.ui.evidence.turn import Turn
from zi_desktop.ui.jobs import Job, Jobs, Progress
from zi_desktop.ui.name_order import name_key


class EvidencePresenter(QObject):
    """Calls the service of evidence.

    ``changed`` carries the evaluation's id after anything was stated or found; ``added`` comes once when adding has
    ended, however it ended; ``mapped`` carries a folder as it would be taken, with the evaluation's id; ``turned``
    carries each act that can be put back by ``put``.
    """

    changed = Signal(str)
    turned = Signal(Turn)
    added = Signal(Added)
    mapped = Signal(str, FolderMapping)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._evidence = services.evidence
        self.thumbnails = Thumbnails(services.workspace.folder, jobs, self)
        self._findings: dict[str, tuple[EvidenceFinding, ...]] = {}
        self.adding = Adding(services, jobs, self)
        self.adding.linked.connect(self.changed)
        self.adding.ended.connect(self._end)

    @property
    def treatment(self) -> Treatment:
        """Return what is done with the files that are added, as chosen for this workspace."""
        return kept_treatment(self._services.preferences)

    def choose_treatment(self, treatment: Treatment) -> None:
        """Remember what is done with the files that are added."""
        keep_treatment(self._services.preferences, treatment)

    def shown(self, state: EvaluationState, place: str, *, read_only: bool, hidden: bool) -> EvidenceShown:
        """Return what the panel of an item shows; ``hidden`` while the satker looks on."""
        evidence = Evidence(state.folded)
        return EvidenceShown(
            place,
            self.lines(state, place, hidden=hidden),
            evidence.sufficiency(place),
            evidence.count_at(INBOX),
            read_only,
        )

    def lines(self, state: EvaluationState, place: str, *, hidden: bool) -> tuple[EvidenceLine, ...]:
        """Return the files of a place, by the value of the numbers in their names (2 before 10)."""
        warnings = warnings_by_file(self._findings.get(state.id, ()), hidden=hidden)
        today = self._services.workspace.now().date()
        links = sorted(Evidence(state.folded).at(place), key=lambda link: name_key(link.file.name))
        year = state.identity.year
        at_hub = self._evidence.at_hub(links)
        return tuple(
            evidence_line(link, warnings.get(link.file.sha256, ()), today, year, at_hub=link.file.sha256 in at_hub)
            for link in links
        )

    def add(self, id_: str, pairs: Sequence[Pair], treatment: Treatment | None = None) -> Job:
        """Add files, each to its place, in the worker; the window goes on answering meanwhile."""
        return self.adding.add(id_, pairs, treatment or self.treatment)

    def paste(self, id_: str, place: str, save: Callable[[Path], object]) -> Job:
        """Add a picture from the clipboard; ``save`` writes it as PNG and is called in the worker."""
        # What is pasted lies nowhere else: it is always kept.
        return self.adding.paste(id_, place, save, Treatment(downscale=self.treatment.downscale))

    def map_folder(self, id_: str, folder: Path) -> Job:
        """Look through a folder; ``mapped`` brings what would go where."""
        own = self._services.workspace.folder

        def look(progress: Progress) -> FolderMapping:
            with open_services(own, write=False) as services:
                return services.evidence.map_folder(id_, folder, lambda words, _done, _whole: progress.tell(words))

        return self._jobs.start(look, done=lambda mapping: self.mapped.emit(id_, mapping), cancellable=True)

    def judge(self, id_: str, link: EvidenceLink, state: str, reason: str = "") -> None:
        """Judge a file; the judgement that it has is taken back."""
        wanted = None if state == link.judged.value and not link.judged.disputed else state
        words = self.tr("Penilaian {name}").format(name=link.file.name)
        self._do(id_, link.place, words, lambda: self._evidence.judge(id_, link, wanted, reason))

    def draft_of_reason(self, id_: str, link: EvidenceLink, state: str) -> Draft:
        """Return the reason that was typed for a judgement and not saved."""
        name = typed(EVIDENCE_REASON, link.place, link.file.sha256, state)
        return self._services.typed_drafts.draft(id_, name)

    def judge_sufficiency(self, state: EvaluationState, place: str, level: str) -> None:
        """Judge how far the evidence of an item suffices; "" takes it back."""
        judged, words = Evidence(state.folded).sufficiency(place), self.tr("Kecukupan {code}").format(code=place)
        service = self._evidence
        self._do(state.id, place, words, lambda: service.judge_sufficiency(state.id, place, level or None, judged))

    def set_period(self, id_: str, link: EvidenceLink, first: str, last: str) -> None:
        """State the days that a file covers (ISO, "" = open); raises as the service does."""
        words = self.tr("Periode {name}").format(name=link.file.name)
        self._do(id_, link.place, words, lambda: self._evidence.set_period(id_, link, first, last))

    def remove(self, id_: str, link: EvidenceLink) -> None:
        """Take a file away from its place."""
        words = self.tr("Lepas {name}").format(name=link.file.name)
        self._do(id_, link.place, words, lambda: self._evidence.retract(id_, link))

    def put_back(self, id_: str, link: EvidenceLink) -> None:
        """Put it back."""
        words = self.tr("Kembalikan {name}").format(name=link.file.name)
        self._do(id_, link.place, words, lambda: self._evidence.put_back(id_, link))

    def assign(self, id_: str, links: Sequence[EvidenceLink], codes: Sequence[str]) -> None:
        """Let files stand for items; those of the inbox leave it."""
        words = self.tr("Tautkan {count} berkas").format(count=whole(len(links)))

        def assign() -> None:
            for link in links:
                self._evidence.assign(id_, link, codes)

        self._do(id_, codes[0], words, assign)

    def place_words(self, id_: str, place: str) -> str:
        """Return what a place is called inside a sentence."""
        if place == INBOX:
            return self.tr("butir di kotak masuk")
        title = places(self._services.evaluations.open(id_).preconditions).get(place)
        return self.tr("prasyarat {title}").format(title=title) if title else self.tr("butir {code}").format(code=place)

    def put(self, turn: Turn, *, back: bool) -> None:
        """Put an act back, or do it again; raises as the service does."""
        self._services.evidence_undoing.put(turn.id, turn.cells, back=back)
        self.changed.emit(turn.id)

    def look_for_findings(self, id_: str) -> None:
        """Compare the files of an evaluation with all others, in the worker."""
        folder = self._services.workspace.folder

        def look(_progress: Progress) -> tuple[EvidenceFinding, ...]:
            with open_services(folder, write=False) as services:
                return evidence_findings(services.workspace, id_)

        self._jobs.start(look, done=lambda found: self._take_findings(id_, found))

    def load(self, link: EvidenceLink, show: Callable[[Sight], object]) -> None:
        """Read in the worker what can be shown of a file inside the window."""
        folder = self._services.workspace.folder
        self._jobs.start(lambda _: read_sight(folder, link.file), done=show)

    def copy_of(self, link: EvidenceLink, folder: Path) -> Path:
        """Write a copy to be opened by another program; raises as the service does."""
        return self._evidence.save_copy(link, folder)

    def _do(self, id_: str, place: str, words: str, act: Callable[[], object]) -> None:
        """Do something that is stated at once, show it, and remember how to put it back."""
        before = self._folded(id_)
        act()
        turns = turns_between(before, self._folded(id_))
        self.changed.emit(id_)
        if turns:
            self.turned.emit(Turn(id_, place, words, turns))

    def _folded(self, id_: str) -> Folded:
        return self._services.workspace.evaluation(id_).state.folded

    def _end(self, added: Added) -> None:
        self.added.emit(added)
        if added.turns:
            words = self.tr("Tambah {count} berkas").format(count=whole(added.count))
            self.turned.emit(Turn(added.id, added.place, words, tuple(added.turns)))

    def _take_findings(self, id_: str, found: tuple[EvidenceFinding, ...]) -> None:
        if found != self._findings.get(id_, ()):
            self._findings[id_] = found
            self.changed.emit(id_)
