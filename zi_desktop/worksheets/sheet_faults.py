"""What is wrong with a sheet itself: read off its formulas, its kinds of answer and its figures."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from zi_desktop.domain.figures import weight
from zi_desktop.domain.instrument import Node, Question, Ratio
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.worksheets.cell_address import address
from zi_desktop.worksheets.cell_values import figure, number, quoted
from zi_desktop.worksheets.formulas import aggregate, shape
from zi_desktop.worksheets.layout import CHOICES, RowKind, question_choices
from zi_desktop.worksheets.ratio_faults import RatioReasons
from zi_desktop.worksheets.reading import Fault, SheetColumn
from zi_desktop.worksheets.sheet_answers import Source
from zi_desktop.worksheets.sheet_columns import SheetColumns
from zi_desktop.worksheets.sheet_model import (
    WHOLE,
    NodeRule,
    SheetFigure,
    SheetModel,
    Sums,
    averaged,
    cell_figures,
    near,
    ours_of,
    scaled,
    summed,
)
from zi_desktop.worksheets.workbook_file import Cell


def find_faults(source: Source, columns: SheetColumns, column: SheetColumn) -> tuple[tuple[Fault, ...], SheetModel]:
    """Return what is wrong with a sheet, and how it comes to its figures.

    Args:
        source: the sheet.
        columns: of the sheet.
        column: the answers from which the sheet computes its scores.
    """
    card = Calculator(source.instrument).score({code: given.answer for code, given in column.answers.items()})
    finder = _Finder(source, columns, column, card, cell_figures(card))
    for question in source.instrument.questions.values():
        if source.row(question.code):
            finder.look_at_item(question)
    for node in source.instrument.nodes.values():
        finder.look_at_branch(node)
    finder.look_at_whole()
    return tuple(finder.faults), finder.model()


@dataclass
class _Finder:
    source: Source
    columns: SheetColumns
    column: SheetColumn
    card: ScoreCard
    ours: Mapping[str, Fraction]
    faults: list[Fault] = field(default_factory=list)
    items: dict[str, SheetFigure] = field(default_factory=dict)
    item_faults: dict[str, str] = field(default_factory=dict)
    rules: dict[str, NodeRule] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shapes = Counter(
            shape(cell.formula, self.source.row(code))
            for code in self.source.instrument.questions
            if (cell := self._score(code)).formula
        )
        self._usual = shapes.most_common(1)[0][0] if shapes else ""
        self._codes = {
            self.source.row(row.code): row.code for row in self.source.expected if row.kind is not RowKind.TOTAL
        }
        self._inputs = {row.code for row in self.source.expected if row.kind is RowKind.INPUT}

    def model(self) -> SheetModel:
        """Return the sheet's way to its figures."""
        codes = (WHOLE, *self.source.instrument.nodes)
        return SheetModel(
            self.source.instrument,
            MappingProxyType({code: self._figure(code) for code in codes}),
            MappingProxyType({code: self._at(code) for code in codes}),
            MappingProxyType(self.items),
            MappingProxyType(self.item_faults),
            MappingProxyType(self.rules),
        )

    def look_at_item(self, question: Question) -> None:
        """Look for what makes an item score otherwise than its answer."""
        code = question.code
        cell, ours = self._score(code), self.ours.get(code)
        sheet_figure = self._error_of_counts(question) or figure(cell)
        differs = bool(cell.kind) and not near(sheet_figure, ours)
        reason = next(self._reasons(question, sheet_figure, differs=differs), None)
        if reason is None:
            return
        name, at, problem = reason
        fault = Fault(f"{name}:{at}", at, problem, sheet_figure, Fraction(0) if ours is None else ours)
        self.faults.append(fault)
        if differs:
            self.items[code], self.item_faults[code] = sheet_figure, fault.id

    def _error_of_counts(self, question: Question) -> str:
        """Return the error in a row of counts: the average of a branch takes these rows in too."""
        counts = question.answer.inputs if isinstance(question.answer, Ratio) else ()
        errors = (self.source.cell(item.code, self.columns.score) for item in counts)
        return next((cell.text for cell in errors if cell.kind == "e"), "")

    def _reasons(self, question: Question, figure: SheetFigure, *, differs: bool) -> Iterator[tuple[str, str, str]]:
        """Yield (name, cell, sentence) of what is wrong around an item, the most telling first."""
        row = self.source.row(question.code)
        told, wanted = self.source.signs[row], question_choices(question)
        if told.kind != wanted and told.told:
            at = address(row, self.columns.choices)
            yield (
                "choices",
                at,
                f"{at} berisi “{told.told}”, bukan “{' '.join(CHOICES[wanted].split())}”, sehingga jawabannya tidak dihitung dengan benar.",
            )
        if isinstance(question.answer, Ratio):
            given = self.column.answers.get(question.code)
            yield from RatioReasons(self.source, self.columns, question, question.answer, given).all(
                figure, differs=differs
            )
        if differs:
            yield from self._score_reasons(question, figure)

    def _score_reasons(self, question: Question, figure: SheetFigure) -> Iterator[tuple[str, str, str]]:
        row = self.source.row(question.code)
        score, answer = address(row, self.columns.score), address(row, self.columns.scored)
        formula = self._score(question.code).formula
        own = number(self.source.cell(question.code, self.columns.weight))
        if question.code not in self.ours and isinstance(figure, str):
            yield (
                "blank",
                score,
                f"{answer} belum terisi atau tidak terbaca, sehingga {score} dan jumlah di atasnya menjadi {figure}.",
            )
        elif not formula and isinstance(figure, Fraction):
            yield "pasted", score, f"{score} berisi angka yang diketik, bukan rumus."
        elif self._weighs(question) and own is not None and own != question.share:
            at = address(row, self.columns.weight)
            yield "weight", at, f"Bobot {at} tertulis {weight(own)}, seharusnya {weight(question.share)}."
        elif not isinstance(question.answer, Ratio) and self._is_spelled_otherwise(question):
            said = quoted(self.source.cell(question.code, self.columns.scored))
            yield "spelling", answer, f"{answer} tertulis “{said}”, ejaan yang tidak dihitung rumus lembar ini."
        elif not self._weighs(question) and shape(formula, row) != self._usual:
            yield "formula", score, f"Rumus {score} berbeda dari rumus butir lainnya."

    def _is_spelled_otherwise(self, question: Question) -> bool:
        cell = self.source.cell(question.code, self.columns.scored)
        given = self.column.answers.get(question.code)
        return given is not None and (
            cell.text != cell.text.strip() or (cell.kind == "s" and not _usual_spelling(cell.text))
        )

    def look_at_branch(self, node: Node) -> None:
        """Find out how a branch is summed, and what is wrong about that."""
        figure = self._figure(node.code)
        children = [self._child(child.code) for child in node.children]
        found = number(self.source.cell(node.code, self.columns.weight))
        stated = node.weight if found is None or node.aggregation != "mean" else found
        weight_fault = ""
        if stated != node.weight:
            at = address(self.source.row(node.code), self.columns.weight)
            weight_fault = f"weight:{at}"
            problem = f"Bobot {at} tertulis {weight(stated)}, seharusnya {weight(node.weight)}."
            self.faults.append(Fault(weight_fault, at, problem, stated, node.weight))
        rule = self._other_sum(node, stated, weight_fault)
        if rule is None:
            rule = self._usual_sum(node, figure, children, stated, weight_fault)
        if rule.sums is not Sums.OURS or weight_fault:
            self.rules[node.code] = rule

    def _usual_sum(
        self, node: Node, figure: SheetFigure, children: Sequence[SheetFigure], stated: Fraction, weight_fault: str
    ) -> NodeRule:
        if figure is None or near(figure, ours_of(node, children, stated)):
            return NodeRule(Sums.OURS, stated, weight_fault=weight_fault)
        at = self._at(node.code)
        if node.aggregation == "mean" and near(figure, scaled(averaged(children), stated)):
            return NodeRule(Sums.LEFT_OUT, stated, fault=self._left_out(node, at, figure), weight_fault=weight_fault)
        cell = self._cell(node.code)
        problem = f"{at} berisi angka yang diketik, bukan rumus."
        if cell.formula:
            problem = f"Rumus {at} tidak memberi nilai dari bagian-bagiannya, atau belum dihitung ulang."
        fault = Fault(
            f"{'formula' if cell.formula else 'pasted'}:{at}", at, problem, figure, self.card.nodes[node.code]
        )
        self.faults.append(fault)
        return NodeRule(Sums.FIXED, stated, value=figure, fault=fault.id, weight_fault=weight_fault)

    def _left_out(self, node: Node, at: str, figure: SheetFigure) -> str:
        """State that unanswered items do not count in a branch; return the fault's id."""
        missing = sum(child.code not in self.ours for child in node.children)
        id_ = f"unanswered:{at}"
        if missing:
            effect = f"menjadi {figure}" if isinstance(figure, str) else "terlalu tinggi"
            problem = (
                f"{missing} butir {node.code} belum dijawab dan tidak ikut dihitung lembar ini, sehingga {at} {effect}."
            )
            self.faults.append(Fault(id_, at, problem, figure, self.card.nodes[node.code]))
        return id_

    def _other_sum(self, node: Node, stated: Fraction, weight_fault: str) -> NodeRule | None:
        """Return the rule of a branch whose formula sums other cells than its children."""
        at, found = self._at(node.code), aggregate(self._cell(node.code).formula)
        if found is None or any(column != self.columns.score for _, column in found.cells):
            return None
        codes = [self._codes.get(row, "") for row, _ in found.cells]
        known = tuple(code for code in codes if code and code not in self._inputs)
        wanted = [child.code for child in node.children]
        if sorted(known) == sorted(wanted) or not known or node.code in {*known, "A", "B"}:
            return None
        lost = [code for code in wanted if code not in known]
        extra = [code for code in known if code not in wanted]
        problem = (
            f"Rumus {at} tidak menghitung {', '.join(lost)}" if lost else f"Rumus {at} menghitung bagian di luarnya"
        )
        problem += f" dan menghitung {', '.join(extra)} sekali lagi." if extra else "."
        fault = Fault(f"formula:{at}", at, problem, self._figure(node.code), self.card.nodes[node.code])
        self.faults.append(fault)
        values = [self._child(code) for code in known]
        modelled = scaled(averaged(values), stated) if found.average else summed(values)
        figure = self._figure(node.code)
        if figure is not None and not near(figure, modelled):
            return NodeRule(Sums.FIXED, stated, value=figure, fault=fault.id, weight_fault=weight_fault)
        return NodeRule(Sums.OTHER, stated, known, found.average, fault=fault.id, weight_fault=weight_fault)

    def look_at_whole(self) -> None:
        """Compare the total of the whole worksheet with its sections."""
        figure = self._figure(WHOLE)
        sections = [self._figure(section.code) for section in self.source.instrument.sections]
        if figure is None or None in sections or near(figure, summed(sections)):
            return
        at = self._at(WHOLE)
        fault = Fault(f"formula:{at}", at, f"{at} bukan jumlah Pengungkit dan Hasil.", figure, self.card.total)
        self.faults.append(fault)
        self.rules[WHOLE] = NodeRule(Sums.FIXED, Fraction(1), value=figure, fault=fault.id)

    def _child(self, code: str) -> SheetFigure:
        if code in self.source.instrument.nodes:
            return self._figure(code)
        return self.items[code] if code in self.items else self.ours.get(code)

    def _row(self, code: str) -> int:
        """Return the row of a branch's figure: that of its total where it has one."""
        return self.source.row(f"total:{code}") or self.source.row(code)

    def _at(self, code: str) -> str:
        return address(self._row(code), self.columns.score) if self._row(code) else ""

    def _cell(self, code: str) -> Cell:
        return self.source.sheet.cell(self._row(code), self.columns.score)

    def _figure(self, code: str) -> SheetFigure:
        return figure(self._cell(code))

    def _score(self, code: str) -> Cell:
        return self.source.cell(code, self.columns.score)

    def _weighs(self, question: Question) -> bool:
        return self.source.instrument.nodes[question.parents[-1]].aggregation == "sum"


def _usual_spelling(text: str) -> bool:
    return text.casefold() in {"ya", "tidak", "a", "b", "c", "d", "e"}
