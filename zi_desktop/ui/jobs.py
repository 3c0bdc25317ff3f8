"""Slow work off the window's thread: one worker, plain functions, results back by queued signals."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from zi_desktop.ui.collecting import WindowCollector


class CancelledError(BaseException):
    """The person cancelled; raised inside a job's function by ``Progress.tell``, and by nothing else."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job is; ``whole`` is 0 where nobody knows how much there is."""

    sentence: str
    done: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """That a job's function raised, and what."""

    reason: Exception


class Progress:
    """What a job's function gets: it tells how far it is, and learns there that it was cancelled."""

    def __init__(self, report: Callable[[Step], None]) -> None:
        self._report = report
        self._cancelled = False

    def tell(self, sentence: str, done: int = 0, whole: int = 0) -> None:
        """Say what is being done now.

        Raises:
            CancelledError: the person cancelled; let it pass, so that open transactions are undone.
        """
        if self._cancelled:
            raise CancelledError
        self._report(Step(sentence, done, whole))

    def cancel(self) -> None:
        """Ask the function to stop at its next ``tell``."""
        self._cancelled = True


class Job(QObject):
    """One piece of work. One of ``done``, ``failed``, ``cancelled`` comes in the window's thread, then ``finished``."""

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(Step)
    finished = Signal()

    def __init__(self, parent: QObject, *, exclusive: bool, cancellable: bool) -> None:
        super().__init__(parent)
        self.exclusive = exclusive
        self.cancellable = cancellable
        self.over = False
        self.progress = Progress(self.progressed.emit)

    def cancel(self) -> None:
        """Stop at the function's next step; before that nothing is interrupted."""
        self.progress.cancel()

    def end(self, outcome: object) -> None:
        """Tell how the function ended."""
        self.over = True
        if isinstance(outcome, CancelledError):
            self.cancelled.emit()
        elif isinstance(outcome, Failure):
            self.failed.emit(outcome.reason)
        else:
            self.done.emit(outcome)
        self.finished.emit()


class Jobs(QObject):
    """The one worker. A job's function runs alone, in its turn; it never touches a widget.

    A function that only reads opens the workspace for itself (``open_services(folder, write=False)``). One that writes
    uses the window's services and is started ``exclusive``: the page area takes no input until it is over; or it has
    services of its own (``Services.beside``). What waits for somebody far away has a turn of its own (``far``), so that
    nothing here waits for that. ``over`` comes once no function runs any more and none will.
    """

    started = Signal(Job)
    exclusive_changed = Signal(bool)
    over = Signal()
    _ended = Signal(Job, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        WindowCollector(self)
        self._near, self._far = QThreadPool(self), QThreadPool(self)
        for pool in (self._near, self._far):
            pool.setMaxThreadCount(1)
        self._exclusive = 0
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        function: Callable[[Progress], Any],
        *,
        done: Callable[[Any], object],
        exclusive: bool = False,
        cancellable: bool = False,
        far: bool = False,
        quiet: bool = False,
        failed: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Run a function on the worker.

        Args:
            function: gets a ``Progress``; what it returns goes to ``done``.
            done: is called in the window's thread.
            exclusive: nothing else may be changed in the window meanwhile.
            cancellable: the function calls ``Progress.tell`` often enough to be stopped there.
            far: the function waits for a network or a medium; it uses services of its own.
            quiet: nobody asked for it, and its progress is not shown.
            failed: gets the exception; without it the exception goes where every failure goes.
        """
        job = Job(self, exclusive=exclusive, cancellable=cancellable)
        job.done.connect(done)
        job.failed.connect(failed or _raise)
        if exclusive:
            self._count(+1)
        if not quiet:
            self.started.emit(job)
        # The worker emits from this object and not from the job: the job may be deleted before the emission has returned.
        pool = self._far if far else self._near
        pool.start(_Run(partial(self._ended.emit, job), partial(function, job.progress)))
        return job

    def wait(self) -> None:
        """Let the running job end: the last thing before the workspace is closed.

        What goes on beside the window is stopped where it can be: it may be waiting for the window itself. ``over`` then
        lets it write what the worker has handed over and nothing has asked for yet.
        """
        for job in self.findChildren(Job):
            if job.cancellable and not job.exclusive:
                job.cancel()
        self._near.waitForDone()
        self._far.waitForDone()
        self.over.emit()

    def _end(self, job: Job, outcome: object) -> None:
        job.end(outcome)
        if job.exclusive:
            self._count(-1)
        job.deleteLater()

    def _count(self, change: int) -> None:
        before, self._exclusive = bool(self._exclusive), self._exclusive + change
        if bool(self._exclusive) != before:
            self.exclusive_changed.emit(bool(self._exclusive))


class _Run(QRunnable):
    """Carries one function to the worker."""

    def __init__(self, hand_back: Callable[[object], None], function: Callable[[], Any]) -> None:
        super().__init__()
        self._hand_back = hand_back
        self._function = function

    def run(self) -> None:
        """Run it, and hand back what it returned or why it did not."""
        try:
            outcome = self._function()
        except CancelledError as stop:
            outcome = stop
        except Exception as reason:  # noqa: BLE001 (the border of the worker: it is raised again in the window's thread)
            outcome = Failure(reason)
        self._hand_back(outcome)


def _raise(failure: Exception) -> None:
    """Let a failure of the worker go the way of all failures."""
    raise failure
