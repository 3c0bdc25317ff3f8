"""Where a sheet shows another figure than the program, and which of its faults makes how much of the difference."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.worksheets.reading import Difference, Fault, Part, Worksheet
from zi_desktop.worksheets.sheet_model import NEAR, WHOLE, SheetFigure, SheetModel, Sums, cell_figures, near

_NONE = Fraction(0)


def differences(worksheet: Worksheet, column: Column, card: ScoreCard) -> tuple[Difference, ...]:
    """Return every branch whose figure in the sheet is not ours, the whole worksheet first.

    Args:
        worksheet: as it was read.
        column: whose answers are compared; a sheet computes figures of one column only, of the others there are none.
        card: the score of the answers that stand in that column of the worksheet, and of nothing else.
    """
    if worksheet.scored not in (None, column):
        return ()
    model, ours = worksheet.model, cell_figures(card)
    codes = (WHOLE, *card.instrument.nodes)
    right = {code: card.nodes[code] if code else card.total for code in codes}
    wrong = [code for code in codes if model.shown.get(code) is not None and not near(model.shown[code], right[code])]
    if not wrong:
        return ()
    steps = _repaired_in_turn(model, ours, worksheet.faults)
    return tuple(_difference(model, code, right[code], steps) for code in wrong)


Steps = Sequence[tuple[Fault | None, Mapping[str, SheetFigure]]]
"""Figures of the sheet as it is, then after each fault that was repaired on top of those before it."""


def _repaired_in_turn(model: SheetModel, ours: Mapping[str, Fraction], faults: Sequence[Fault]) -> Steps:
    """Repair what makes a figure uncomputable first: only then the others can be told in points.

    Then, from the top, the branches that sum something else: they hide what is wrong below them.
    """
    clean = model.figures(ours, {fault.id for fault in faults})

    def spoils(fault: Fault) -> bool:
        alone = model.figures(ours, {other.id for other in faults if other.id != fault.id})
        return any(isinstance(figure, str) and not isinstance(clean.get(code), str) for code, figure in alone.items())

    spoiling = [fault for fault in faults if spoils(fault)]
    repaired: set[str] = set()
    steps: list[tuple[Fault | None, Mapping[str, SheetFigure]]] = [(None, model.figures(ours, repaired))]
    loose = {rule.fault: code for code, rule in model.rules.items() if rule.sums in (Sums.OTHER, Sums.FIXED)}
    rest = [fault for fault in faults if fault not in spoiling]
    for fault in [*spoiling, *sorted(rest, key=lambda fault: (fault.id not in loose, loose.get(fault.id) != WHOLE))]:
        repaired.add(fault.id)
        steps.append((fault, model.figures(ours, repaired)))
    return steps


def _difference(model: SheetModel, code: str, right: Fraction, steps: Steps) -> Difference:
    parts: list[Part] = []
    before = steps[0][1][code]
    for fault, figures in steps[1:]:
        assert fault is not None
        after = figures[code]
        if isinstance(before, Fraction) and isinstance(after, Fraction):
            if before != after:
                parts.append(Part(fault, before - after))
        elif isinstance(before, str) and (isinstance(after, Fraction) or _spoils(model, fault, code, steps[0][1])):
            parts.append(Part(fault, None))
        before = after
    shown = model.shown[code]
    left = (
        shown - right - sum((part.amount or _NONE for part in parts), _NONE) if isinstance(shown, Fraction) else _NONE
    )
    assert shown is not None
    return Difference(code, model.cells[code], shown, right, tuple(parts), left if abs(left) > NEAR else _NONE)


def _spoils(model: SheetModel, fault: Fault, code: str, figures: Mapping[str, SheetFigure]) -> bool:
    """Tell whether a fault lies below a branch and makes its own figure an error."""
    at = {fault_id: item for item, fault_id in model.item_faults.items()}
    at |= {rule.fault: node for node, rule in model.rules.items() if rule.fault}
    place = at.get(fault.id, "")
    below = not code or place == code or place.startswith(f"{code}.")
    spoiled = model.items.get(place) if fault.id in model.item_faults.values() else figures.get(place)
    return below and isinstance(spoiled, str)
