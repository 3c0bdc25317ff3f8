"""What is wrong around an item of counts, so that a sheet gives it another score than its counts do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zi_desktop.domain.answers import Counted, input_value
from zi_desktop.domain.figures import weight
from zi_desktop.domain.instrument import Question, Ratio
from zi_desktop.worksheets.cell_address import address
from zi_desktop.worksheets.cell_values import is_blank, number, quoted, share
from zi_desktop.worksheets.reading import SheetAnswer
from zi_desktop.worksheets.sheet_answers import Source
from zi_desktop.worksheets.sheet_columns import SheetColumns
from zi_desktop.worksheets.sheet_model import SheetFigure
from zi_desktop.worksheets.workbook_file import Cell

Reason = tuple[str, str, str]
"""Name, cell, sentence."""


@dataclass(frozen=True)
class RatioReasons:
    """Looks for what is wrong around one item; ``given`` is what was read of it."""

    source: Source
    columns: SheetColumns
    question: Question
    ratio: Ratio
    given: SheetAnswer | None

    def all(self, figure: SheetFigure, *, differs: bool) -> Iterator[Reason]:
        """Yield what is wrong, the most telling first.

        Args:
            figure: the score of the item in the sheet.
            differs: whether it is not ours.
        """
        answer = self.given.answer if self.given and isinstance(self.given.answer, Counted) else None
        counts = answer.counts if answer else None
        if counts:
            yield from self._typed_sums(counts, differs=differs)
        if not differs:
            return
        cell, at = self._cell(self.question.code), self._at(self.question.code)
        if answer and answer.not_applicable:
            yield "not_applicable", at, f"{at} menyatakan “tidak berlaku”, yang tidak dihitung lembar ini."
        elif isinstance(figure, str) and (counts is not None or not is_blank(cell)):
            yield self._error(at, figure)
        elif not cell.formula and share(cell) is not None:
            yield "pasted", at, f"{at} berisi persentase yang diketik, bukan rumus."
        elif any(self._cell(item.code).kind == "s" for item in self.ratio.typed) and counts is not None:
            at = self._at(self.ratio.typed[0].code)
            yield "spelling", at, f"Jumlah mulai {at} ditulis sebagai teks, sehingga tidak dihitung rumus lembar ini."
        elif cell.formula and counts is not None:
            yield "formula", at, f"Rumus {at} tidak memberi bagian yang benar dari jumlah di bawahnya."

    def _typed_sums(self, counts: Mapping[str, int], *, differs: bool) -> Iterator[Reason]:
        for item in (each for each in self.ratio.inputs if each.computed):
            at, cell = self._at(item.code), self._cell(item.code)
            stated, right = number(cell), input_value(self.ratio, counts, item.key)
            if stated is not None and stated != right:
                yield "sum", at, f"{at} tertulis {weight(stated)}, sedangkan rinciannya berjumlah {right}."
            elif differs and not cell.formula and is_blank(cell):
                yield "sum", at, f"{at} belum terisi, sedangkan rinciannya berjumlah {right}."

    def _error(self, at: str, figure: str) -> Reason:
        """Return why the item is an error: a count that is one or is no number, a denominator of 0, its own formula."""
        effect = f"sehingga nilai di atasnya menjadi {figure}"
        for item in sorted(self.ratio.inputs, key=lambda each: bool(each.computed)):
            cell, where = self._cell(item.code), self._at(item.code)
            if cell.kind == "e":
                return "error", where, f"{where} berisi kesalahan {cell.text}, {effect}."
            if not item.computed and cell.kind == "s" and not is_blank(cell) and share(cell) is None:
                return "text", where, f"{where} berisi “{quoted(cell)}”, bukan angka, {effect}."
        below = [number(self._cell(item.code)) for item in self.ratio.inputs if item.key in self.ratio.denominator]
        if figure == "#DIV/0!" and not any(below):
            return "zero", at, f"{at} membagi dengan 0, {effect}."
        return "formula", at, f"Rumus {at} tidak dapat dihitung, {effect}."

    def _cell(self, code: str) -> Cell:
        return self.source.cell(code, self.columns.scored)

    def _at(self, code: str) -> str:
        return address(self.source.row(code), self.columns.scored)
