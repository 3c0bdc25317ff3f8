"""What was done about a remark, with the files that prove it: as values, and in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from zi_desktop.domain.evidence import EvidenceFile
from zi_desktop.domain.remarks import FollowUp
from zi_desktop.ui import dates


@dataclass(frozen=True, slots=True)
class FollowUpText:
    """A follow-up, and those of its files that are known here."""

    entry: FollowUp
    files: tuple[EvidenceFile, ...] = ()


def follow_up_words(entries: Sequence[FollowUpText]) -> tuple[tuple[str, str], ...]:
    """Return follow-ups as pairs of a day and text, oldest first."""
    return tuple((dates.whole_day(each.entry.day) or dates.stated(each.entry.at), each.entry.text) for each in entries)
