"""The status bar: save state first, network, work in progress, keys of the screen, the person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from zi_desktop.ui.jobs import Job
from zi_desktop.ui.page import KeyHint, SaveState
from zi_desktop.ui.tokens import IconSize, Space
from zi_desktop.ui.whereabouts import PALETTE
from zi_desktop.ui.widgets.hairline import UprightRule
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import ElidedLabel, KeyCap, text_label
from zi_desktop.ui.work_line import WorkLine, width_of

_UNLIMITED: Final = 0xFFFFFF
"""The greatest width of a widget, QWIDGETSIZE_MAX."""
_EDGE: Final = 2
"""Logical pixels that a QStatusBar keeps at its left."""
_KEPT_LETTERS: Final = 24
"""So many letters of words stay where there is no other way."""
_NAME_LETTERS: Final = (28, 16)
"""So many letters of a name stay while keys can still go, and then; of which fewer would be seen is not shown at all."""


@dataclass(frozen=True, slots=True)
class Network:
    """How this laptop stands towards others: words, what the tooltip adds, an icon and its ink."""

    words: str
    tip: str = ""
    icon: str = "offline"
    ink: str = "text2"


@dataclass(frozen=True, slots=True)
class _Room:
    """What is shown at a width: letters of the person's name, the position too, how many keys, how many of the rest are cut."""

    name: int
    keys: int
    position: bool = False
    cut: int = 0


class StatusLine(QStatusBar):
    """Shows what the window tells it, whole: where room is short keys go, then the person; words are cut last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._save = _Mark(self, usual=self.tr("Semua isian tersimpan"))
        self._network = _Mark(self)
        self._person = _Mark(self)
        self._before_person = _divider(self)
        self._work, self._before_work = WorkLine(self), _divider(self)
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
        self._fitted: tuple[object, ...] = ()
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
        if not state.text:
            self.show_all_saved()
            return
        self._rests = False
        shown = self._resting if self._only_reads else state
        self._save.show_mark(shown.icon, shown.ink, shown.text, strong=True)
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
        """Show who works here: name, then what the person is after a middle dot."""
        self._person.show_mark("person", "text2", words, brief=words.partition(" · ")[0])
        self._fit()

    def follow(self, job: Job) -> None:
        """Show the progress of a job until it is over."""
        self._work.follow(job)

    def minimumSizeHint(self) -> QSize:
        """Let the window become narrow: keys then go by themselves."""
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Fit everything anew when words were given another size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let go what matters least, until the rest has room: Ctrl+K lists the other keys, Pengaturan names the person."""
        widths = (part.whole_width() for part in (*self._words(), self._person))
        asked = (self.width(), self._work.isHidden(), *widths, self._hints_shown)
        if asked == self._fitted:
            return
        self._fitted = asked
        self._before_work.setHidden(self._work.isHidden())
        for room in _rooms(len(self._hints_shown)):
            self._furnish(room)
            if self._row.minimumSizeHint().width() <= self.width() - _EDGE:
                break
        self._row.setToolTip(self._person.text() if self._person.isHidden() else "")

    def _words(self) -> "tuple[WorkLine | _Mark, ...]":
        """Return what says something, the least important first."""
        return (self._work, self._network, self._save)

    def _furnish(self, room: _Room) -> None:
        """Show what a room holds."""
        self._person.setVisible(bool(room.name))
        self._before_person.setVisible(bool(room.name))
        if room.position:
            self._person.keep_letters(None)
        else:
            self._person.keep_brief(room.name)
        # The key that lists all others goes last.
        ranked = sorted(range(len(self._hints_shown)), key=lambda number: self._hints_shown[number].keys != PALETTE)
        for number, part in enumerate(self._hint_parts):
            part.setVisible(number in ranked[: room.keys])
        self._hints.setVisible(bool(room.keys))
        for number, words in enumerate(self._words()):
            words.keep_letters(_KEPT_LETTERS if number < room.cut else None)
        for changed in (*self._hint_parts, self._hints, *self._words(), self._person):
            changed.updateGeometry()  # at once: the row must not answer what it knew before

    def _lay_out(self) -> None:
        self._row = row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(Space.M, 0, Space.M, 0)
        line.setSpacing(Space.L)
        line.addWidget(self._save)
        line.addWidget(_divider(row))
        line.addWidget(self._network)
        line.addWidget(self._before_work)
        line.addWidget(self._work)
        line.addStretch()
        line.addWidget(self._hints)
        line.addWidget(self._before_person)
        line.addWidget(self._person)
        self.addWidget(row, 1)


class _Mark(QWidget):
    """An icon and a few words; room for the ``usual`` ones stays, so that shorter ones move nothing beside them."""

    def __init__(self, parent: QWidget, usual: str = "") -> None:
        super().__init__(parent)
        self._usual = usual
        self._symbol = IconLabel(size=IconSize.CELL)
        self._words = ElidedLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._symbol)
        row.addWidget(self._words)

    def show_mark(self, drawing: str, ink: str, words: str, *, strong: bool = False, brief: str = "") -> None:
        """Show an icon in a colour and words beside it; ``brief`` is said where there is no room for all of them."""
        self._symbol.show_icon(drawing, ink)
        self._words.brief = brief
        self._words.setText(words)
        role = "mark" if strong else "small"
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            self._words.style().polish(self._words)

    def text(self) -> str:
        """Return the words."""
        return self._words.text()

    def whole_width(self) -> int:
        """Return how wide the words are, in logical pixels."""
        return max(width_of(self._words, self._words.text()), width_of(self._words, self._usual))

    def keep_letters(self, count: int | None) -> None:
        """Let the words be cut to so many letters, or not at all."""
        whole = self.whole_width()
        kept = whole if count is None else count * self._words.fontMetrics().averageCharWidth()
        self._words.setMaximumWidth(_UNLIMITED)
        self._words.setMinimumWidth(min(kept, whole))

    def keep_brief(self, count: int) -> None:
        """Let only the brief words be seen, which may be cut to so many letters."""
        brief = width_of(self._words, self._words.brief)
        self._words.setMinimumWidth(min(count * self._words.fontMetrics().averageCharWidth(), brief))
        self._words.setMaximumWidth(brief)


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
    line = UprightRule(parent)
    line.setFixedHeight(Space.L)
    return line


def _rooms(keys: int) -> Iterator[_Room]:
    """Return what may be shown, the most first."""
    whole, least = _NAME_LETTERS
    yield _Room(name=whole, keys=keys, position=True)
    for letters in (whole, least):
        for count in range(keys, 0, -1):
            yield _Room(name=letters, keys=count)
    for count in range(keys, -1, -1):
        yield _Room(name=0, keys=count)
    for cut in (1, 2, 3):
        yield _Room(name=0, keys=0, cut=cut)
