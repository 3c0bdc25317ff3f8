"""What is wrong with a sheet, as JSON and in words: its faults, and why its total is not ours."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from zi_desktop.domain.figures import machine, points, weight
from zi_desktop.worksheets.reading import Difference, Fault, Refusal


def faults_json(faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Return faults as the command line promises them; figures as decimal strings, null where there is none."""
    return [
        {
            "cell": fault.cell,
            "problem": fault.problem,
            "sheet_value": _machine(fault.sheet_value),
            "value": _machine(fault.value),
        }
        for fault in faults
    ]


def refusals_json(refusals: Sequence[Refusal]) -> list[dict[str, str]]:
    """Return what was not taken, with cell and reason."""
    return [{"code": each.code, "cell": each.cell, "text": each.text, "reason": each.reason} for each in refusals]


def total_lines(difference: Difference) -> list[str]:
    """Explain why the total of a sheet is not ours: a line for each fault with its part of the difference."""
    shown = difference.sheet_value
    told = shown if isinstance(shown, str) else points(shown)
    lines = [f"Lembar ini menunjukkan {told}, seharusnya {points(difference.value)}:"]
    lines += [f"  {_amount(part.amount)}: {part.fault.problem}" for part in difference.parts]
    if difference.unexplained:
        lines.append(f"  {_amount(difference.unexplained)}: belum diketahui sebabnya.")
    return lines


def _amount(amount: Fraction | None) -> str:
    return "tidak dapat dihitung" if amount is None else f"{'+' if amount > 0 else ''}{weight(amount)}"


def _machine(figure: Fraction | str | None) -> str | None:
    return machine(figure) if isinstance(figure, Fraction) else figure
