"""The status bar: save state first, network, work in progress, keys of the screen, the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from zi_desktop.ui.jobs import Job
from zi_desktop.ui.page import KeyHint, SaveState
from zi_desktop.ui.tokens import IconSize, Space
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import ElidedLabel, KeyCap, text_label
from zi_desktop.ui.work_line import WorkLine

_KEPT_WIDTH: Final = 240
"""Logical pixels that words keep where room is short; only the name of the person gives way before."""


@dataclass(frozen=True, slots=True)
class Network:
    """How this laptop stands towards others: words, what the tooltip adds, an icon and its ink."""

    words: str
    tip: str = ""
    icon: str = "offline"
    ink: str = "text2"


class StatusLine(QStatusBar):
    """Shows what the window tells it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._save = _Mark(self)
        self._network = _Mark(self)
        self._person = _Mark(self, yields=True)
        self._work = WorkLine(self)
        self._resting = SaveState(self.tr("Semua isian tersimpan"))
        self._rests = True
        self.waiting = 0
        """Entries that are not saved, as they were counted last."""
        self._only_reads = False
        self._hints = QWidget(self)
        self._hints_shown: tuple[KeyHint, ...] = ()
        self._hint_row = QHBoxLayout(self._hints)
        self._hint_row.setContentsMargins(0, 0, 0, 0)
        self._hint_row.setSpacing(Space.L)
        self._hint_parts: list[_Hint] = []
        self._lay_out()
        self._work.room_changed.connect(self._fit)
        self.show_all_saved()
        self.show_network(Network(self.tr("Luring"), self.tr("Program bekerja sepenuhnya tanpa jaringan.")))

    def show_all_saved(self) -> None:
        """Say whether anything waits to be saved, or that nothing can be."""
        self.show_save_state(self._resting)
        self._rests = True

    def show_unsaved(self, count: int) -> None:
        """Say on screens that say nothing of saving themselves how many entries wait as drafts."""
        self.waiting = count
        if self._only_reads:
            return
        words = self.tr("{count} isian belum disimpan").format(count=count)
        self._resting = SaveState(words, "invalid", "bad") if count else SaveState(self.tr("Semua isian tersimpan"))
        if self._rests:
            self.show_all_saved()

    def show_only_reads(self) -> None:
        """Say from now on that this window saves nothing."""
        self._resting = SaveState(self.tr("Hanya dibaca"), "lock", "text2")
        self._only_reads = True
        self.show_all_saved()

    def show_save_state(self, state: SaveState) -> None:
        """Say when the last answer became durable, or what stands in its way; a window that only reads says just that."""
        self._rests = False
        shown = self._resting if self._only_reads else state
        before = self._save.minimumSizeHint()
        self._save.show_mark(shown.icon, shown.ink, shown.text, strong=True)
        if self._save.minimumSizeHint() != before:
            self._fit()

    def show_network(self, network: Network) -> None:
        """Say how this laptop stands towards others."""
        self._network.show_mark(network.icon, network.ink, network.words)
        self._network.setToolTip(network.tip)
        self._fit()

    def show_hints(self, hints: Sequence[KeyHint]) -> None:
        """Show the keys of the screen in front."""
        if tuple(hints) == self._hints_shown:
            return
        self._hints_shown = tuple(hints)
        for _ in range(len(self._hint_parts), len(hints)):
            part = _Hint(self._hints)
            self._hint_parts.append(part)
            self._hint_row.addWidget(part)
        for part, hint in zip(self._hint_parts, hints, strict=False):
            part.show_hint(hint)
        self._fit()

    def show_person(self, words: str) -> None:
        """Show who works here."""
        self._person.show_mark("person", "text2", words)

    def follow(self, job: Job) -> None:
        """Show the progress of a job until it is over."""
        self._work.follow(job)

    def minimumSizeHint(self) -> QSize:
        """Let the window become narrow: keys then go by themselves."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the keys to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let keys go, the last first, until the rest has room: Ctrl+K lists them all."""
        for count in range(len(self._hints_shown), -1, -1):
            for number, part in enumerate(self._hint_parts):
                part.setVisible(number < count)
            self._hint_row.invalidate()
            for changed in (self._save, self._work, self._hints):
                changed.updateGeometry()  # at once: the row must not answer what it knew before
            if self._row.minimumSizeHint().width() <= self.width():
                break

    def _lay_out(self) -> None:
        self._row = row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(Space.M, 0, Space.M, 0)
        line.setSpacing(Space.L)
        line.addWidget(self._save)
        line.addWidget(_divider(row))
        line.addWidget(self._network)
        line.addWidget(self._work)
        line.addStretch()
        line.addWidget(self._hints)
        line.addWidget(_divider(row))
        line.addWidget(self._person)
        self.addWidget(row, 1)


class _Mark(QWidget):
    """An icon and a few words; those that yield are cut first where room is short."""

    def __init__(self, parent: QWidget, *, yields: bool = False) -> None:
        super().__init__(parent)
        self._yields = yields
        self._symbol = IconLabel(size=IconSize.CELL)
        self._words = ElidedLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._symbol)
        row.addWidget(self._words)

    def show_mark(self, drawing: str, ink: str, words: str, *, strong: bool = False) -> None:
        """Show an icon in a colour and words beside it."""
        self._symbol.show_icon(drawing, ink)
        self._words.setText(words)
        role = "mark" if strong else "small"
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            self._words.style().polish(self._words)
        if not self._yields:
            self._words.setMinimumWidth(min(self._words.sizeHint().width(), _KEPT_WIDTH))


class _Hint(QWidget):
    """A key and what it does; it stays when the keys change, as what is made anew is not painted at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cap, self._words = KeyCap(), text_label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._cap)
        row.addWidget(self._words)

    def show_hint(self, hint: KeyHint) -> None:
        """Show another key."""
        self._cap.setText(hint.keys)
        self._words.setText(hint.text)


def _divider(parent: QWidget) -> QWidget:
    line = text_label(parent=parent)
    line.setProperty("surface", "line")
    line.setFixedSize(1, Space.L)
    return line
