"""The recapitulations that both layouts carry beside their items: branches, areas, results, totals."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zi_desktop.domain.instrument import Node, Question
from zi_desktop.worksheets.filling import Filling
from zi_desktop.worksheets.items_sheet import TOTAL_TITLES, ItemsSheet, about, heading
from zi_desktop.worksheets.layout import HEADER_ROWS, Layout
from zi_desktop.worksheets.sheet_formulas import Formula
from zi_desktop.worksheets.workbook_sheet import Sheet, letters

_FIRST: Final = 3
"""Row in which both recapitulations of Lampiran III begin."""
_WIDTHS: Final = {"A": 6, "B": 4, "C": 4, "D": 4, "E": 4, "F": 4, "G": 62, "H": 10, "I": 12, "J": 11}
_LABELS: Final = {"section": "B", "component": "C", "area": "D", "subcomponent": "E"}
_RESULT_LABEL: Final = "D"
"""An item with a weight of its own stands where an area would stand."""

_PORTAL_WIDTHS: Final = {"A": 1.2, "B": 5, "C": 62, "D": 10, "E": 12, "F": 11}
_PORTAL_HEADER: Final = 5
_PORTAL_AREAS: Final = 6
_PORTAL_RESULTS: Final = 15
"""PortalRB reads the six areas from row 6 on, the two results from rows 15 and 18."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of a recapitulation; ``code`` is that of a branch, an item, or "" for everything."""

    code: str
    label: str
    label_column: str
    title: str
    tone: str
    weight: Fraction | None


def write_lampiran3_recap(sheet: Sheet, filling: Filling, items: ItemsSheet, source: str, *, deep: bool) -> None:
    """Write a recapitulation of Lampiran III.

    Args:
        sheet: to be filled.
        filling: the evaluation.
        items: the sheet of all items.
        source: its name.
        deep: down to sub-components, or to areas only.
    """
    header = HEADER_ROWS[Layout.LAMPIRAN3] - 1
    sheet.widths(_WIDTHS, {"A"})
    sheet.merged(("B", "G"), header, "Penilaian", "cell", "heading")
    for letter, text in (("H", "Bobot"), ("I", "Nilai"), ("J", "%")):
        sheet.text(letter, header, text, "cell", "heading")
    row = _FIRST
    for entry in _entries(filling, deep=deep):
        if entry is None:
            row += 1
            continue
        _write_entry(sheet, row, entry, items, source)
        row += 1
    sheet.print_on_a4(f"B1:J{row - 1}", header, about(filling), "")
    sheet.finish()


def write_portalrb_recap(sheet: Sheet, filling: Filling, items: ItemsSheet, source: str, whose: str) -> None:
    """Write the recapitulation of PortalRB: areas with Pemenuhan and Reform together, results, totals."""
    sheet.widths(_PORTAL_WIDTHS)
    for row, line in enumerate(_head(filling, whose), start=1):
        sheet.merged(("B", "F"), row, line, "plain", "title" if row == 1 else "")
    for letter, text in zip("BCDEF", ("", "Penilaian", "Bobot", "Nilai", "%"), strict=True):
        sheet.text(letter, _PORTAL_HEADER, text, "cell", "heading")
    instrument, row = filling.instrument, _PORTAL_AREAS
    for number, nodes in instrument.areas.items():
        area = items.card.areas[number]
        _portal_row(sheet, row, (f"{number}.", nodes[0].title, area.weight), _added(items, source, nodes, area.points))
        row += 1
    pull, results = instrument.sections
    _portal_row(sheet, row, ("", TOTAL_TITLES[pull.code], pull.weight), _taken(items, source, pull.code), "total")
    row = _PORTAL_RESULTS
    for child in results.children:
        assert isinstance(child, Node)  # both results are branches of the worksheet
        _portal_row(sheet, row, (child.label, child.title, child.weight), _taken(items, source, child.code), "area")
        for question in child.questions():
            row += 1
            part = (question.label, question.text, question.share)
            _portal_row(sheet, row, part, _taken(items, source, question.code))
        row += 1
    _portal_row(
        sheet, row, ("", TOTAL_TITLES[results.code], results.weight), _taken(items, source, results.code), "total"
    )
    _portal_row(sheet, row + 2, ("", TOTAL_TITLES[""], instrument.weight), _taken(items, source, ""), "total")
    unanswered = items.formulas.unanswered(items.card)
    sheet.text("C", row + 3, "Butir yang belum diisi (dihitung 0)", "plain")
    cells = unanswered.text.replace("COUNTIF(", f"COUNTIF({_quoted(source)}!")
    sheet.formula("E", row + 3, Formula(cells, unanswered.value), "plain", "whole")
    sheet.print_on_a4(f"B1:F{row + 3}", _PORTAL_HEADER, about(filling), "")
    sheet.finish()


def _head(filling: Filling, whose: str) -> list[str]:
    """Return the lines above the areas: there is room for four."""
    title, unit, year, scored, *mark = heading(filling, whose)
    return [" · ".join([title, *mark]), unit, year, scored]


def _entries(filling: Filling, *, deep: bool) -> Iterator[_Entry | None]:
    """Yield the rows of a recapitulation of Lampiran III; nothing stands for an empty row."""
    for section in filling.instrument.sections:
        yield from _branch(section, deep=deep)
        yield _Entry(section.code, "", "B", TOTAL_TITLES[section.code], "total", section.weight)
        yield None
    yield _Entry("", "", "B", TOTAL_TITLES[""], "total", filling.instrument.weight)


def _branch(node: Node, *, deep: bool) -> Iterator[_Entry]:
    yield _Entry(node.code, node.label, _LABELS[node.kind], node.title, node.kind, node.weight)
    for child in node.children:
        if isinstance(child, Question):
            if node.aggregation == "sum" and node.kind != "subcomponent":
                yield _Entry(child.code, child.label, _RESULT_LABEL, child.text, "", child.share)
        elif deep or child.kind != "subcomponent":
            yield from _branch(child, deep=deep)


def _write_entry(sheet: Sheet, row: int, entry: _Entry, items: ItemsSheet, source: str) -> None:
    title_column = chr(ord(entry.label_column) + 1) if entry.tone != "total" else "B"
    for letter in letters("B", "J"):
        sheet.blank(letter, row, "cell", entry.tone)
    if entry.label:
        sheet.text(entry.label_column, row, entry.label, "cell", entry.tone, "center")
    sheet.merged((title_column, "G"), row, entry.title, "cell", entry.tone, "wrap")
    if entry.weight is not None:
        sheet.number("H", row, entry.weight, "cell", entry.tone, "weight")
    value = _taken(items, source, entry.code)
    sheet.formula("I", row, value, "cell", entry.tone, "points")
    sheet.formula("J", row, _share(f"I{row}", f"H{row}", value, entry.weight), "cell", entry.tone, "share")


def _portal_row(sheet: Sheet, row: int, named: tuple[str, str, Fraction], value: Formula, tone: str = "") -> None:
    label, title, weight = named
    sheet.text("B", row, label, "cell", tone, "center")
    sheet.text("C", row, title, "cell", tone, "wrap")
    sheet.number("D", row, weight, "cell", tone, "weight")
    sheet.formula("E", row, value, "cell", tone, "points")
    sheet.formula("F", row, _share(f"E{row}", f"D{row}", value, weight), "cell", tone, "share")


def _taken(items: ItemsSheet, source: str, code: str) -> Formula:
    """Return a figure as the sheet of all items has it; an item that has no score yet counts 0."""
    cell = f"{_quoted(source)}!{items.formulas.points_cell(code)}"
    if code in items.card.question_points:
        return Formula(f"N({cell})", items.card.question_points[code])
    return Formula(cell, items.card.nodes[code] if code else items.card.total)


def _added(items: ItemsSheet, source: str, nodes: tuple[Node, ...], value: Fraction) -> Formula:
    cells = [f"{_quoted(source)}!{items.formulas.points_cell(node.code)}" for node in nodes]
    return Formula("+".join(cells), value)


def _share(value_cell: str, weight_cell: str, value: Formula, weight: Fraction | None) -> Formula:
    reached = value.value if isinstance(value.value, Fraction) else Fraction(0)
    return Formula(f"{value_cell}/{weight_cell}", reached / (weight or 1))


def _quoted(sheet: str) -> str:
    return f"'{sheet}'" if " " in sheet else sheet
