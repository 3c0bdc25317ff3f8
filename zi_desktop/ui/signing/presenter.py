"""What Tinjau & tanda tangan shows of an evaluation, and what a person decides there but for the signature."""

from PySide6.QtCore import QObject, Signal

from zi_desktop.services.composition import Services
from zi_desktop.ui.jobs import Jobs, Progress
from zi_desktop.ui.page import SaveState
from zi_desktop.ui.save_words import save_state_of
from zi_desktop.ui.signing.state import SigningShown, Surroundings, signing_shown


class SigningPresenter(QObject):
    """Reads one evaluation and states decisions about it; ``shown_changed`` comes after each of them."""

    shown_changed = Signal(SigningShown)
    evaluation_changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self.id = ""

    def open(self, id_: str) -> None:
        """Show an evaluation.

        Raises:
            NotFoundError: there is none.
        """
        self.id = id_
        self.check()

    def check(self) -> None:
        """Look through the evaluation again."""
        self.shown_changed.emit(self.shown())

    def shown(self) -> SigningShown:
        """Return the evaluation as it stands now."""
        services = self._services
        view = services.evaluations.open(self.id)
        satker = services.satkers.get(view.state.identity.satker, view.state.plan.last_day)
        now = services.workspace.now()
        people, own = services.settings.people(), services.settings.person().id
        writable = services.workspace.database.writable
        save = save_state_of(services, view)
        around = Surroundings(satker, people, own, services.settings.agency, now, writable, save)
        file = services.reviewing.signed_file(self.id)
        return signing_shown(view, services.reviewing.preflight(self.id), around, file)

    def save_state(self) -> SaveState:
        """Return how saving stands."""
        return save_state_of(self._services, self._services.evaluations.open(self.id))

    def accept(self, check: str, reason: str) -> None:
        """Accept a warning with a reason, which is printed; an empty one takes it back."""
        self._services.evaluations.accept_warning(self.id, check, reason)
        self.tell_changed()

    def close(self, check: str) -> None:
        """Close, as the lead, what was done beyond somebody's right."""
        self._services.evaluations.acknowledge(self.id, [check.partition(":")[2]])
        self.tell_changed()

    def review(self, step: str, note: str = "") -> None:
        """Ask for the review, take the request back, or return it with a note."""
        self._services.evaluations.review(self.id, step, note)
        self.tell_changed()

    def cancel_seal(self, reason: str) -> None:
        """Open the sealed evaluation again, as the lead; the libraries that know seals load in a job."""
        id_ = self.id

        def work(progress: Progress) -> None:
            progress.tell("Membatalkan penyegelan")
            self._services.signing.cancel_seal(id_, reason)

        self._jobs.start(work, done=self._tell_opened, exclusive=True)

    def _tell_opened(self, _: None) -> None:
        self.tell_changed()

    def tell_changed(self) -> None:
        """Show the evaluation as it stands after something was stated in it."""
        self.check()
        self.evaluation_changed.emit()
