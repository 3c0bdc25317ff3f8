"""What one item of an edition takes as its answer: options, counts with their formula, or an index."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from zi_desktop.domain.instrument import Choice, Index, Input, Option, Ratio
from zi_desktop.domain.instrument_parts import Part

CAPPED_RATIO = "capped_ratio"
CAPPED_DECREASE = "capped_decrease"
FORMULAS = (CAPPED_RATIO, CAPPED_DECREASE)
ZERO_RULES = ("full_with_note", "zero")


def read_item(question: Part) -> Choice | Ratio | Index:
    """Return the answer definition of a question.

    Raises:
        InstrumentError: unknown type, formula or zero rule, unfit option scores, counts that are not defined.
    """
    part = question.part("answer")
    kind = part.word("type", ("choice", "ratio", "index"))
    if kind == "choice":
        return _choice(part)
    return _ratio(part) if kind == "ratio" else _index(part)


def repeated(keys: Sequence[str]) -> str | None:
    """Return the first key that occurs twice."""
    return next((key for place, key in enumerate(keys) if key in keys[:place]), None)


def _choice(part: Part) -> Choice:
    options = tuple(
        Option(key=option.text("key"), score=option.decimal("score"), criterion=option.text("criterion"))
        for option in part.parts("options")
    )
    if double := repeated([option.key.casefold() for option in options]):
        raise part.refuse(f"memuat pilihan {double} dua kali")
    scores = [option.score for option in options]
    if not scores or scores[0] != 1 or scores[-1] < 0 or any(low >= high for high, low in pairwise(scores)):
        raise part.refuse("memuat skor pilihan yang tidak menurun dari 1 sampai paling rendah 0")
    return Choice(scale=part.text("scale"), options=options)


def _ratio(part: Part) -> Ratio:
    formula = part.word("score", FORMULAS)
    inputs = tuple(_input(item) for item in part.parts("inputs"))
    ratio = Ratio(
        formula=formula,
        inputs=inputs,
        numerator=part.texts("numerator"),
        denominator=part.texts("denominator"),
        not_applicable=part.word("zero_denominator", ZERO_RULES) == "full_with_note",
        numerator_may_exceed=part.flag("numerator_may_exceed"),
        both_zero=part.decimal("both_zero") if formula == CAPPED_DECREASE else None,
    )
    _check_inputs(part, ratio)
    if ratio.both_zero is not None and (ratio.not_applicable or not 0 <= ratio.both_zero <= 1):
        raise part.refuse("memuat aturan nol yang tidak cocok dengan rumusnya")
    return ratio


def _input(part: Part) -> Input:
    return Input(
        key=part.text("key"),
        code=part.text("code"),
        title=part.text("title"),
        computed=part.texts("computed"),
        row=part.row("lampiran3"),
        portalrb_row=part.row("portalrb"),
        portalrb_id=part.number("portalrb_id"),
        note=part.text("note", ""),
    )


def _check_inputs(part: Part, ratio: Ratio) -> None:
    if double := repeated([item.key for item in ratio.inputs]):
        raise part.refuse(f"memuat isian {double} dua kali")
    if not ratio.numerator or not ratio.denominator:
        raise part.refuse("tidak memuat pembilang atau penyebut")
    typed = {item.key for item in ratio.typed}
    sums = [key for item in ratio.inputs for key in item.computed]
    for key in (*sums, *ratio.numerator, *ratio.denominator):
        if key not in typed:
            raise part.refuse(f"memakai isian {key} yang tidak ada atau dihitung")


def _index(part: Part) -> Index:
    index = Index(minimum=part.decimal("minimum"), maximum=part.decimal("maximum"))
    if not Fraction(0) <= index.minimum < index.maximum:
        raise part.refuse("memuat rentang indeks yang terbalik atau negatif")
    return index
