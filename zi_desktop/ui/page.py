"""What a screen is to the window: a widget with a heading, tools at the right, keys and panes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

NO_TAB: Final = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab in the top bar; ``count`` stands beside its text when it is not None; ``locked`` shows a padlock before it.

    ``words`` are other words by which Ctrl+K finds it; they are never shown.
    """

    key: str
    text: str
    count: int | None = None
    locked: bool = False
    words: str = ""


TabsOf = Callable[[str], Sequence[Tab]]
"""Gives the tabs of an open evaluation (id), Penilaian first."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the top bar says of a screen: title over subtitle, then tabs; ``tab`` is the key of the open one."""

    title: str
    subtitle: str = ""
    tabs: tuple[Tab, ...] = ()
    tab: str = NO_TAB


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key of this screen and what it does, for the status bar."""

    keys: str
    text: str


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the first item of the status bar says, "" for the usual words; ``icon`` and ``ink`` name a drawing and an ink."""

    text: str
    icon: str = "check"
    ink: str = "ok"


class Pane(QFrame):
    """A part of a screen that has keys of its own, wherever it lies; ``filled`` tells whether it has anything to show."""

    hints_changed = Signal()
    filled = Signal(bool)

    def key_hints(self) -> Sequence[KeyHint]:
        """Return two or three keys that matter here now; emit ``hints_changed`` when they are others."""
        raise NotImplementedError


class Page(QWidget):
    """A screen. Its own actions (``addAction``) act while the focus is inside it, and Ctrl+K lists them."""

    heading_changed = Signal()
    hints_changed = Signal()
    save_state_changed = Signal(SaveState)

    def heading(self) -> Heading:
        """Return title, subtitle and tabs as they are now; emit ``heading_changed`` when they are others."""
        raise NotImplementedError

    def tools(self) -> Sequence[QWidget]:
        """Return the widgets at the right of the top bar, the primary button last; asked once."""
        return ()

    def key_hints(self) -> Sequence[KeyHint]:
        """Return two or three keys that matter here; emit ``hints_changed`` when they are others."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """Return the parts through which F6 goes, in order; a part that is hidden is passed over."""
        return (self,)

    def choose_tab(self, key: str) -> None:
        """Show another tab of this screen."""

    def show_guidance(self) -> bool:
        """Answer F1; return False where this screen has no guidance of its own, and the manual opens."""
        return False

    def follow_drafts(self) -> bool:
        """Say anew how saving stands, a draft having come or gone; return False where this screen does not say it itself."""
        return False

    def prepare(self) -> None:
        """Do beforehand what would take time when the screen is shown for the first time; asked while nothing else is due."""

    def activate(self) -> None:
        """Come to the front: read again what may have changed, and take the focus where work goes on."""
        self.setFocus()
