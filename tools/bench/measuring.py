"""How things are measured: in turn with their yardstick, warmed up, every value kept."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a figure against its limit, or its ratio to a yardstick of the same run.

    Attributes:
        name: what is measured.
        figures: every value measured, in ``unit``.
        limit: the most that the ratio may be, or the figure itself where there is no yardstick; None = only shown.
        unit: ``ms`` or ``MB``.
        yardstick: what stands beside it.
        yardsticks: every value of the yardstick, in the same unit; none = the limit is absolute.
        quoted: which value speaks for all of them.
    """

    name: str
    figures: Sequence[float]
    limit: float | None
    unit: str = "ms"
    yardstick: str = ""
    yardsticks: Sequence[float] = ()
    quoted: Callable[[Sequence[float]], float] = statistics.median

    @property
    def figure(self) -> float:
        """Return the value that speaks for the measure."""
        return self.quoted(self.figures)

    @property
    def ratio(self) -> float | None:
        """Return the figure as a multiple of its yardstick, or nothing where there is none."""
        return self.figure / self.quoted(self.yardsticks) if self.yardsticks else None

    @property
    def met(self) -> bool:
        """Tell whether the limit is kept."""
        return self.limit is None or (self.figure if self.ratio is None else self.ratio) <= self.limit


def in_turn(rounds: int, warm_ups: int, *actions: Callable[[], T]) -> list[list[T]]:
    """Run actions in turn (A B A B …) and return what each gave in the rounds that count.

    What disturbs the machine for a while then disturbs a measure and its yardstick alike.
    """
    for _ in range(warm_ups):
        for action in actions:
            action()
    kept: list[list[T]] = [[] for _ in actions]
    for _ in range(rounds):
        for values, action in zip(kept, actions, strict=True):
            values.append(action())
    return kept


def milliseconds(action: Callable[[], object]) -> float:
    """Return how long an action takes, in ms of wall time."""
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000
