"""What the score panel says while scores are hidden: how much is filled, part by part."""

from dataclasses import dataclass

from zi_desktop.domain.instrument import Instrument, Node
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.ui.evaluation.score_figures import short_area


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """One part of the worksheet and how many of its items are filled."""

    title: str
    filled: int
    whole: int


def progress_lines(card: ScoreCard) -> tuple[ProgressLine, ...]:
    """Return the areas (Pemenuhan and Reform together), then the sections in which no area lies."""
    open_ = frozenset(card.unanswered)
    lines = []
    for nodes in _parts(card.instrument):
        codes = [question.code for node in nodes for question in node.questions()]
        lines.append(ProgressLine(short_area(nodes[0].title), sum(code not in open_ for code in codes), len(codes)))
    return tuple(lines)


def _parts(instrument: Instrument) -> list[tuple[Node, ...]]:
    areas = list(instrument.areas.values())
    inside = {node.code.partition(".")[0] for nodes in areas for node in nodes}
    return [*areas, *((section,) for section in instrument.sections if section.code not in inside)]
