"""The verdicts of a score card in sentences: each requirement with its figure, its minimum and what is missing."""

from dataclasses import dataclass

from zi_desktop.domain.figures import machine, percent, points, shortfall
from zi_desktop.scoring.score_card import PredicateResult, RequirementResult, ScoreCard


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an explanation.

    Attributes:
        code: of the branch or item; for a verdict the predicate's code, with ``/`` and the requirement's id.
        title: what the code is called.
        words: how its figure came about.
        value: the figure as decimal text, points unless the requirement is a share of 1; empty for a whole predicate.
        children: the codes of the steps that it rests on.
    """

    code: str
    title: str
    words: str
    value: str
    children: tuple[str, ...]

    @property
    def line(self) -> str:
        """Return the step on one line."""
        return (
            f"{self.code} {self.title} {self.words}"
            if self.title.endswith(".")
            else f"{self.code} {self.title}: {self.words}"
        )


def verdict_steps(card: ScoreCard) -> tuple[Step, ...]:
    """Return a step for each predicate, each followed by its requirements."""
    steps: list[Step] = []
    for predicate in card.instrument.predicates:
        result = card.predicates[predicate.code]
        requirements = [_requirement(predicate.code, item) for item in result.requirements]
        children = tuple(step.code for step in requirements)
        steps += [Step(predicate.code, predicate.title, _verdict(result), "", children), *requirements]
    return tuple(steps)


def requirement_words(result: RequirementResult) -> str:
    """Return the figure, its minimum and the verdict: ``74,996 dari paling rendah 75,00: kurang 0,004.``."""
    minimum = result.requirement.minimum
    shown = percent if result.requirement.unit == "fraction" else points
    value, least = shown(result.value, [minimum]), shown(minimum)
    words = f"{value} dari paling rendah {least}"
    if result.met:
        return f"{words}: terpenuhi."
    unit = "%" if shown is percent else ""
    return f"{words}: kurang {shortfall(value, least)}{unit}."


def _requirement(predicate: str, result: RequirementResult) -> Step:
    requirement = result.requirement
    return Step(
        f"{predicate}/{requirement.id}",
        requirement.title,
        requirement_words(result),
        machine(result.value),
        requirement.nodes,
    )


def _verdict(result: PredicateResult) -> str:
    count = len(result.requirements)
    if result.met:
        return f"seluruh {count} syarat nilai terpenuhi."
    missed = sum(not item.met for item in result.requirements)
    return f"{missed} dari {count} syarat nilai belum terpenuhi."
