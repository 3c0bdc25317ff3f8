"""Work in progress, as the status bar shows it: nothing below 300 ms, then words, a bar and a way to stop."""

from math import ceil
from typing import Final

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from zi_desktop.ui.jobs import Job, Step
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.labels import ElidedLabel

_PATIENCE_MS: Final = 300
_BAR_WIDTH: Final = 120


class WorkLine(QWidget):
    """Follows the job that was started last, then the one before it; ``room_changed`` tells when it needs more room than before, or none any more."""

    room_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._words = ElidedLabel()
        self._words.setProperty("role", "small")
        self._needed = 0
        self._kept: int | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._stop = push_button(self.tr("Batalkan"), "link")
        self._stop.clicked.connect(self._cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for part in (self._words, self._bar, self._stop):
            row.addWidget(part)
        self.hide()

    def follow(self, job: Job) -> None:
        """Show how far a job is, until it is over."""
        if self._jobs:
            self._jobs[-1].progressed.disconnect(self._show_step)
        self._jobs.append(job)
        job.finished.connect(self._end)
        self._begin(job)

    def whole_width(self) -> int:
        """Return how wide the words have been at most, in logical pixels."""
        return self._needed

    def keep_letters(self, count: int | None) -> None:
        """Let the words be cut to so many letters, or not at all."""
        self._kept = count
        kept = self._needed if count is None else count * self._words.fontMetrics().averageCharWidth()
        self._words.setMinimumWidth(min(kept, self._needed))

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it takes room."""
        super().showEvent(event)
        self.room_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it takes none."""
        super().hideEvent(event)
        self.room_changed.emit()

    def _show_step(self, step: Step) -> None:
        done, whole = (QLocale().toString(figure) for figure in (step.done, step.whole))
        count = self.tr(" {done} dari {whole}").format(done=done, whole=whole) if step.whole else ""
        self._words.setText(f"{step.sentence}…{count}")
        self._words.brief = self.tr("Memproses…{count}").format(count=count)
        needed = width_of(self._words, self._words.text())
        if needed > self._needed:  # it only grows, so that nothing jumps while figures run
            self._needed = needed
            self.keep_letters(self._kept)
            self.updateGeometry()
            self.room_changed.emit()
        self._bar.setRange(0, step.whole)
        self._bar.setValue(step.done)

    def _begin(self, job: Job) -> None:
        self._needed = 0
        self._show_step(Step(self.tr("Memproses")))
        self._stop.setVisible(job.cancellable)
        job.progressed.connect(self._show_step)
        if not self.isVisible():
            self._patience.start()

    def _end(self) -> None:
        shown = self._jobs[-1]
        self._jobs = [job for job in self._jobs if not job.over]
        if not self._jobs:
            self._patience.stop()
            self.hide()
        elif self._jobs[-1] is not shown:
            self._begin(self._jobs[-1])

    def _cancel(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()


def width_of(label: QLabel, words: str) -> int:
    """Return the logical pixels that words need in a label; its size hint is never less than its least width."""
    label.ensurePolished()
    return ceil(QFontMetricsF(label.font()).horizontalAdvance(words))
