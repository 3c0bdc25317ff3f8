"""Which panels have room beside the item, by the size of the window (the breakpoints of the design)."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QSize


class Room(IntEnum):
    """How much room the window gives."""

    NARROW = 0
    """The item alone."""
    MIDDLE = 1
    """Tree and item."""
    WIDE = 2
    """Tree, item and score."""


_WIDE: Final = QSize(1280, 660)
_MIDDLE: Final = QSize(1000, 560)


def room_of(window: QSize) -> Room:
    """Return the room that a window of this size (logical pixels) gives."""
    for room, least in ((Room.WIDE, _WIDE), (Room.MIDDLE, _MIDDLE)):
        if window.width() >= least.width() and window.height() >= least.height():
            return room
    return Room.NARROW


@dataclass(frozen=True, slots=True)
class Panels:
    """Which panels are open, in which room; ``wanted_…`` is what the person wants where there is room for both."""

    room: Room = Room.WIDE
    tree: bool = True
    score: bool = True
    wanted_tree: bool = True
    wanted_score: bool = True

    def resized(self, room: Room) -> "Panels":
        """Return the panels in another room: what has none closes, what was wanted comes back."""
        if room is self.room:
            return self
        tree = self.wanted_tree and room >= Room.MIDDLE
        return replace(self, room=room, tree=tree, score=self.wanted_score and room is Room.WIDE)

    def with_tree(self, *, shown: bool) -> "Panels":
        """Return the panels after the person opened or closed the tree; two have room only in a wide window."""
        if self.room is Room.WIDE:
            return replace(self, tree=shown, wanted_tree=shown)
        return replace(self, tree=shown, score=self.score and not shown)

    def with_score(self, *, shown: bool) -> "Panels":
        """Return the panels after the person opened or closed the score panel."""
        if self.room is Room.WIDE:
            return replace(self, score=shown, wanted_score=shown)
        return replace(self, score=shown, tree=self.tree and not shown)
