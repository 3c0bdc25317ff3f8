"""Answers, columns and layouts as the preview of an import writes them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from zi_desktop.domain.answers import Answer, Chosen, Measured, total
from zi_desktop.domain.figures import index, points, weight
from zi_desktop.domain.instrument import Column, Question, Ratio

NOTHING: Final = "–"
COLUMN_WORDS: Final[Mapping[Column, str]] = {Column.MANDIRI: "Mandiri", Column.TPI: "TPI", Column.TPN: "TPN"}
LAYOUT_WORDS: Final[Mapping[str, str]] = {"lampiran3": "Lampiran III", "portalrb": "PortalRB"}
CLEARED: Final = "kosong"
HIDDEN: Final = "•••"
"""What stands for a score while the satker looks on."""


def answer_words(question: Question, answer: Answer | None) -> str:
    """Return an answer as a table shows it: a letter, a figure, ``4/6``, ``t.b.``; "–" where there is none."""
    if answer is None:
        return NOTHING
    if isinstance(answer, Chosen):
        return answer.key
    if isinstance(answer, Measured):
        return index(answer.value)
    if answer.not_applicable or not isinstance(question.answer, Ratio):
        return "t.b."
    ratio = question.answer
    return f"{total(answer.counts, ratio.numerator)}/{total(answer.counts, ratio.denominator)}"


def figure_words(figure: Fraction | str | None) -> str:
    """Return a figure of a sheet, or the error that stands in its place (``#DIV/0!``)."""
    if figure is None:
        return NOTHING
    return figure if isinstance(figure, str) else points(figure)


def difference_words(amount: Fraction | None) -> str:
    """Return points with their sign; nothing known = that no figure comes out."""
    if amount is None:
        return "tidak terhitung"
    return f"{'+' if amount > 0 else ''}{weight(Fraction(round(amount * 10_000), 10_000))}"
