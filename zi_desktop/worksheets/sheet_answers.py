"""One column of opinions of a sheet: answers, notes and links by item, and what could not be taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from zi_desktop.domain.answers import Answer, Counted, total
from zi_desktop.domain.border import TextTooLongError, clean_text
from zi_desktop.domain.instrument import Choice, Index, Input, Instrument, Question, Ratio
from zi_desktop.worksheets.cell_address import address
from zi_desktop.worksheets.cell_links import address_behind, makes_link, text_of_link, with_address
from zi_desktop.worksheets.cell_values import (
    UnclearError,
    is_blank,
    read_choice,
    read_count,
    read_index,
    says_not_applicable,
    share,
    shown,
)
from zi_desktop.worksheets.layout import CHOICES, LayoutRow, RowKind, question_choices
from zi_desktop.worksheets.matching import Matched
from zi_desktop.worksheets.reading import Refusal, SheetAnswer, SheetColumn
from zi_desktop.worksheets.row_signs import RowSigns
from zi_desktop.worksheets.workbook_file import Cell, Sheet


@dataclass(frozen=True, slots=True)
class Place:
    """Where one column of opinions stands: numbers of columns, 0 and none where the layout has no such column."""

    answer: int
    note: int
    evidence: tuple[int, ...]


@dataclass(frozen=True)
class Source:
    """A sheet whose rows were matched with those of the layout."""

    instrument: Instrument
    sheet: Sheet
    expected: tuple[LayoutRow, ...]
    signs: Mapping[int, RowSigns]
    matched: Matched
    whole_texts: Mapping[str, str]

    def row(self, code: str) -> int:
        """Return the row of a branch, item or count; 0 where it was not found."""
        return self.matched.rows.get(code, 0)

    def cell(self, code: str, column: int) -> Cell:
        """Return a cell in the row of a branch, item or count."""
        return self.sheet.cell(self.row(code), column)

    def text(self, row: int, column: int) -> str:
        """Return what a cell says as a note: its whole text, with the address where it leads somewhere."""
        cell = self.sheet.cell(row, column)
        if makes_link(cell):
            text = text_of_link(self.sheet, cell)
        elif cell.kind == "s":
            text = self.whole_texts.get(cell.text, cell.text)
        else:
            text = "" if cell.kind == "e" else shown(cell)
        return with_address(text.strip(), address_behind(self.sheet, row, column))


def read_column(source: Source, place: Place) -> SheetColumn:
    """Read one column of opinions."""
    reader = _ColumnReader(source, place)
    for question in source.instrument.questions.values():
        reader.read(question)
    reader.read_beside_branches()
    return SheetColumn(
        answers=MappingProxyType(reader.answers),
        notes=MappingProxyType(reader.notes),
        links=MappingProxyType(reader.links),
        refused=tuple(reader.refused),
    )


@dataclass
class _ColumnReader:
    source: Source
    place: Place
    answers: dict[str, SheetAnswer] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)

    def read(self, question: Question) -> None:
        """Read an item with its note and links."""
        if self._is_doubtful(question):
            return
        self._read_texts(question)
        cell = self.source.cell(question.code, self.place.answer)
        try:
            answer, at, text = self._answer(question, cell)
        except UnclearError as problem:
            self._refuse(question.code, self.source.row(question.code), cell, str(problem))
            return
        if answer is not None:
            self.answers[question.code] = SheetAnswer(question.code, at, text, answer)

    def read_beside_branches(self) -> None:
        """Refuse notes and links beside a branch: they belong to no item."""
        for row in self.source.expected:
            if row.kind is not RowKind.NODE or not self.source.row(row.code):
                continue
            for column in (self.place.note, *self.place.evidence):
                cell = self.source.cell(row.code, column)
                if column and cell.kind == "s" and cell.text.strip() and not cell.formula:
                    where = address(self.source.row(row.code), column)
                    self.refused.append(
                        Refusal("", where, shown(cell), f"catatan pada baris {row.code}, bukan pada butir")
                    )

    def _is_doubtful(self, question: Question) -> bool:
        for code in (question.code, *(item.code for item in _inputs(question))):
            if reason := self.source.matched.doubtful.get(code):
                row = self.source.row(code)
                usual = next(each.number for each in self.source.expected if each.code == code)
                cell = self.source.sheet.cell(row or usual, self.place.answer)
                self._refuse(question.code, row or usual, cell, reason)
                return True
        return False

    def _answer(self, question: Question, cell: Cell) -> tuple[Answer | None, str, str]:
        at = address(self.source.row(question.code), self.place.answer)
        if isinstance(question.answer, Ratio):
            return self._counted(question, question.answer, cell)
        if is_blank(cell):
            return None, at, ""
        self._check_kind(question)
        if isinstance(question.answer, Choice):
            return read_choice(cell, question.answer), at, shown(cell)
        assert isinstance(question.answer, Index)
        return read_index(cell, question.answer), at, shown(cell)

    def _check_kind(self, question: Question) -> None:
        told = self.source.signs[self.source.row(question.code)]
        wanted = question_choices(question)
        if told.kind and told.kind != wanted:
            raise UnclearError(f"lembar ini memakai pilihan {told.told}, butir ini {' '.join(CHOICES[wanted].split())}")

    def _counted(self, question: Question, ratio: Ratio, cell: Cell) -> tuple[Answer | None, str, str]:
        typed = {item: self.source.cell(item.code, self.place.answer) for item in ratio.typed}
        at = address(self.source.row(ratio.typed[0].code), self.place.answer)
        stated = says_not_applicable(cell)
        filled = {item: each for item, each in typed.items() if not is_blank(each)}
        if not filled and not stated:
            self._check_nothing_else(ratio, cell)
            return None, at, ""
        if filled and len(filled) < len(typed):
            empty = next(item for item in typed if item not in filled)
            raise UnclearError(f"isian {address(self.source.row(empty.code), self.place.answer)} belum ada")
        counts = {item.key: self._count(item, each) for item, each in filled.items()} or dict.fromkeys(
            (item.key for item in ratio.typed), 0
        )
        text = "; ".join(f"{item.title}: {counts[item.key]}" for item in typed)
        answer = Counted(counts, not_applicable=stated)
        if stated:
            self._check_not_applicable(question, ratio, answer)
        return answer, at, shown(cell) if stated else text

    def _count(self, item: Input, cell: Cell) -> int:
        try:
            return read_count(cell)
        except UnclearError as problem:
            at = address(self.source.row(item.code), self.place.answer)
            raise UnclearError(f"isian {at} “{shown(cell)}” {problem}") from None

    def _check_nothing_else(self, ratio: Ratio, cell: Cell) -> None:
        if not cell.formula and share(cell) is not None:
            raise UnclearError("persentase diketik tanpa jumlahnya; isikan jumlahnya")
        if cell.text.strip() and not cell.formula and not is_blank(cell):
            raise UnclearError("bukan jumlah; isikan jumlahnya pada baris di bawahnya")
        for item in ratio.inputs:
            stated = self.source.cell(item.code, self.place.answer)
            if item.computed and not stated.formula and not is_blank(stated):
                raise UnclearError(f"jumlah {shown(stated)} diketik tanpa rinciannya; isikan rinciannya")

    def _check_not_applicable(self, question: Question, ratio: Ratio, answer: Counted) -> None:
        if not ratio.not_applicable:
            raise UnclearError("butir ini tidak mengenal “tidak berlaku”")
        if total(answer.counts, ratio.denominator):
            raise UnclearError("“tidak berlaku” hanya bila penyebutnya 0")
        if not self.notes.get(question.code):
            raise UnclearError("“tidak berlaku” memerlukan catatan")

    def _read_texts(self, question: Question) -> None:
        codes = (question.code, *(item.code for item in _inputs(question)))
        if note := self._joined(codes, (self.place.note,)):
            self.notes[question.code] = note
        if link := self._joined(codes, self.place.evidence):
            self.links[question.code] = link

    def _joined(self, codes: tuple[str, ...], columns: tuple[int, ...]) -> str:
        """Return the texts of these cells, a line each; a hyperlink comes with its address."""
        joined = ""
        for row in map(self.source.row, codes):
            for column in columns:
                text = self.source.text(row, column) if column else ""
                if not text or text in joined.split("\n"):
                    continue
                try:
                    joined = clean_text(f"{joined}\n{text}").strip()
                except TextTooLongError:
                    cell = self.source.sheet.cell(row, column)
                    self.refused.append(Refusal(codes[0], address(row, column), shown(cell), "teksnya terlalu panjang"))
        return joined

    def _refuse(self, code: str, row: int, cell: Cell, reason: str) -> None:
        # A new item of an edition whose rows nobody knows stands nowhere.
        at = address(row, self.place.answer) if row else ""
        self.refused.append(Refusal(code, at, shown(cell), reason))


def _inputs(question: Question) -> tuple[Input, ...]:
    return question.answer.inputs if isinstance(question.answer, Ratio) else ()
