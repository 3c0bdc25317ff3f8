"""One bundle that is looked at: read, its cards accepted, taken or left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import BundleRejected, FileReadError
from zi_desktop.services.composition import Services
from zi_desktop.services.reports.turn import waits_for
from zi_desktop.trust.cards import Card
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.sync.byte_progress import in_megabytes
from zi_desktop.ui.sync.preview_words import PreviewShown, preview_shown
from zi_desktop.ui.sync.taken_words import DISCARDED, STOPPED, let_in_tone, let_in_words, needs_attention, taken_words
from zi_desktop.ui.widgets.pills import Tone

if TYPE_CHECKING:
    from zi_desktop.services.exchange.bundle_intake import TakenBundle
    from zi_desktop.services.exchange.bundle_preview import BundlePreview


@dataclass(frozen=True, slots=True)
class _Came:
    """What taking a bundle brought: ``turns`` are evaluations that the person signs next, ``for_lead`` counts acts to close."""

    taken: "TakenBundle"
    turns: Sequence[str]
    for_lead: int


class BundlePresenter(QObject):
    """Holds at most one bundle.

    ``previewed`` comes when it was read: it waits for ``take`` or ``leave``. ``said`` carries what became of it;
    ``refused`` why a file was not taken, to be shown beside its cause. ``disputed`` comes with the id of an evaluation
    in which a bundle brought another opinion, ``changed`` when the exchange may stand otherwise.
    """

    previewed = Signal(PreviewShown)
    said = Signal(str, Tone)
    refused = Signal(str)
    disputed = Signal(str)
    changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._preview: BundlePreview | None = None

    def read(self, file: Path) -> None:
        """Look at a bundle: nothing of it is taken by that."""
        self.leave()

        def work(progress: Progress) -> "BundlePreview":
            with self._services.beside() as services:
                return services.bundle_intake.read(file, in_megabytes(progress))

        def refuse(reason: Exception) -> None:
            if not isinstance(reason, BundleRejected | FileReadError):
                raise reason
            words = reason.reason if isinstance(reason, BundleRejected) else str(reason)
            self._services.exchange_overviews.note_refused(file, words)
            self.refused.emit(f"{file.name}. {reason}")
            self.changed.emit()

        self._jobs.start(work, done=self._hold, failed=refuse, exclusive=True, cancellable=True)

    def accept(self, cards: Sequence[Card]) -> None:
        """Accept cards whose fingerprints were compared, then look at the bundle again: more of it can be taken now."""
        assert self._preview is not None
        file = self._preview.file
        self.leave()

        def work(progress: Progress) -> tuple[int, int]:
            with self._services.beside() as services:
                lines = sum(services.bundle_intake.accept(card, progress.tell) for card in cards)
                return lines, services.settling.open_matters()

        def go_on(counts: tuple[int, int]) -> None:
            lines, open_ = counts
            if lines:  # what was said of an earlier bundle that waits holds no more
                self.said.emit(let_in_words(lines, open_), let_in_tone(open_))
                self.changed.emit()
            self.read(file)

        job = self._jobs.start(work, done=go_on, exclusive=True, cancellable=True)
        job.cancelled.connect(self.changed)

    def take(self) -> None:
        """Take the bundle that was looked at; what is taken when it is stopped stays, and taking it again completes it."""
        preview = self._preview
        assert preview is not None

        def work(progress: Progress) -> _Came:
            with self._services.beside() as services:
                ids = [each.subject.id for each in preview.changes if each.subject.kind == "evaluation"]
                before = _for_lead(services, ids)
                taken = services.bundle_intake.apply(preview, in_megabytes(progress))
                services.exchange_overviews.drop_arrived(preview.file)
                own = services.settings.person().id
                turns = [id_ for id_ in ids if taken.reports and waits_for(services.workspace, id_, own)]
                return _Came(taken, turns, len(_for_lead(services, ids) - before))

        job = self._jobs.start(
            work, done=lambda came: self._tell_taken(came, preview), exclusive=True, cancellable=True
        )
        job.cancelled.connect(lambda: self.said.emit(STOPPED, Tone.WARN))
        job.finished.connect(self.leave)
        job.finished.connect(self.changed)

    def discard(self, device: str) -> None:
        """Let go of what waits until a device's card is accepted."""

        def work(_: Progress) -> None:
            with self._services.beside() as services:
                services.bundle_intake.discard(device)

        def tell(_: object) -> None:
            self.said.emit(DISCARDED, Tone.OK)  # what was said of the bundle holds no more
            self.changed.emit()

        self._jobs.start(work, done=tell, exclusive=True)

    def leave(self) -> None:
        """Let go of the bundle that was looked at."""
        preview, self._preview = self._preview, None
        if preview is None:
            return
        unfinished = preview.file.name in self._services.bundle_intake.interrupted()
        if preview.anything or unfinished or preview.file not in self._services.exchange_overviews.arrived():
            preview.close()
            return

        def note(_: Progress) -> None:
            with self._services.beside() as services, preview:
                services.bundle_intake.apply(preview)
                services.exchange_overviews.drop_arrived(preview.file)

        # What came from the hub and holds nothing new is done once somebody saw that.
        self._jobs.start(note, done=lambda _: self.changed.emit(), exclusive=True)

    def _tell_taken(self, came: "_Came", preview: "BundlePreview") -> None:
        tone = Tone.WARN if needs_attention(preview) else Tone.OK
        self.said.emit(taken_words(came.taken, preview, came.for_lead) + self._turn_words(came.turns), tone)
        if preview.conflicts:
            self.disputed.emit(preview.conflicts[0][0])

    def _turn_words(self, turns: Sequence[str]) -> str:
        names = self._names() if turns else {}
        return f" Giliran Anda menandatangani {', '.join(names[id_] for id_ in turns)}." if turns else ""

    def _hold(self, preview: "BundlePreview") -> None:
        self._preview = preview
        unfinished = preview.file.name in self._services.bundle_intake.interrupted()
        self.previewed.emit(preview_shown(preview, self._names(), unfinished=unfinished))

    def _names(self) -> dict[str, str]:
        satkers = {row["id"]: row["name"] for row in self._services.satkers.list()}
        rows = self._services.evaluations.summaries()
        return {row["id"]: f"{satkers.get(row['satker'], '')} {row['year']}".strip() for row in rows}


def _for_lead(services: Services, ids: Iterable[str]) -> set[str]:
    """Return the acts that the lead has yet to close in the evaluations of these ids that are here."""
    here = {row["id"] for row in services.evaluations.summaries()}
    return {each.act for id_ in ids if id_ in here for each in services.evaluations.beyond(id_)}
