"""What another edition changes: items that are the same, reworded, new, dropped, asked otherwise, or weighted otherwise."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from zi_desktop.domain.instrument import Instrument, Question, Ratio
from zi_desktop.domain.instrument_wording import Wording, same_words


class Change(StrEnum):
    """What became of an item."""

    SAME = "same"
    REWORDED = "reworded"
    CHANGED = "changed"
    """It takes another answer: other options, or another kind."""
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item in both editions; ``before`` and ``after`` are the points of a full score, None where it is not there."""

    code: str
    change: Change
    before: Fraction | None
    after: Fraction | None

    @property
    def reweighted(self) -> bool:
        """Tell whether an item that stays counts for more or less than before."""
        return self.before is not None and self.after is not None and self.before != self.after


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """The difference of two editions. ``words_compared`` tells whether both official wordings were there to compare.

    ``branches`` are those with another weight: code, weight before, weight after.
    """

    items: tuple[ItemChange, ...]
    branches: tuple[tuple[str, Fraction, Fraction], ...]
    words_compared: bool

    def of(self, change: Change) -> tuple[ItemChange, ...]:
        """Return the items of which one thing became."""
        return tuple(item for item in self.items if item.change is change)

    @property
    def reweighted(self) -> tuple[ItemChange, ...]:
        """Return the items that stay with another weight."""
        return tuple(item for item in self.items if item.reweighted)


def compare(old: Instrument, new: Instrument, before: Wording, after: Wording) -> EditionChanges:
    """Return what another edition changes, in its own order, what it drops last.

    Args:
        old: the edition known so far.
        new: the other one.
        before: official texts of the old edition by code; empty where nobody brought them.
        after: official texts of the new one.
    """
    items = [_item(old, new, code, before, after) for code in new.questions]
    gone = [
        ItemChange(code, Change.DROPPED, question.share, None)
        for code, question in old.questions.items()
        if code not in new.questions
    ]
    branches = tuple(
        (code, old.nodes[code].weight, node.weight)
        for code, node in new.nodes.items()
        if code in old.nodes and old.nodes[code].weight != node.weight
    )
    return EditionChanges((*items, *gone), branches, bool(before and after))


def _item(old: Instrument, new: Instrument, code: str, before: Wording, after: Wording) -> ItemChange:
    now, then = new.questions[code], old.questions.get(code)
    if then is None:
        return ItemChange(code, Change.NEW, None, now.share)
    change = Change.SAME
    if then.digest != now.digest:
        change = Change.CHANGED
    elif any(each in before and each in after and not same_words(before[each], after[each]) for each in _worded(now)):
        change = Change.REWORDED
    return ItemChange(code, change, then.share, now.share)


def _worded(question: Question) -> tuple[str, ...]:
    """Return the codes under which an item is worded: its own and those of its counts."""
    counts = question.answer.inputs if isinstance(question.answer, Ratio) else ()
    return (question.code, *(count.code for count in counts))
