"""The sheet of all items in either layout: labels, weights, criteria, answers, notes, live figures."""

from collections.abc import Mapping
from typing import Final

from zi_desktop.domain.answers import LARGEST_COUNT, Answer, Chosen, Counted, Measured
from zi_desktop.domain.instrument import Choice, Column, Index, Question, Ratio
from zi_desktop.scoring.calculator import Calculator
from zi_desktop.worksheets.filling import FilledColumn, Filling, filled_columns
from zi_desktop.worksheets.layout import CHOICES, HEADER_ROWS, NOT_APPLICABLE, Layout, LayoutRow, RowKind
from zi_desktop.worksheets.sheet_formulas import UNANSWERED, SheetFormulas, inputs_by_code
from zi_desktop.worksheets.workbook_sheet import Sheet, letters

TITLE: Final = "Lembar Kerja Evaluasi Zona Integritas"
SAMPLE_MARK: Final = "CONTOH · bukan dokumen resmi"
COLUMN_NAMES: Final[Mapping[Column, str]] = {
    Column.MANDIRI: "unit", Column.TPI: "Tim Penilai Internal (TPI)", Column.TPN: "Tim Penilai Nasional (TPN)",
}  # fmt: skip
TOTAL_TITLES: Final[Mapping[str, str]] = {
    "A": "Total pengungkit",
    "B": "Total hasil",
    "": "Nilai evaluasi zona integritas",
}

_WIDTHS: Final[Mapping[Layout, dict[str, float]]] = {
    Layout.LAMPIRAN3: {
        "A": 6, "B": 3.5, "C": 4, "D": 4, "E": 4, "F": 4, "G": 38, "H": 7.5, "I": 46, "J": 12, "K": 10, "L": 10, "M": 9,
        "N": 1.2, "O": 36, "P": 26,
    },
    Layout.PORTALRB: {
        "A": 1.2, "B": 3.5, "C": 4, "D": 4, "E": 4, "F": 4, "G": 36, "H": 7.5, "I": 40, "J": 12, "K": 9.5, "L": 26, "M": 18,
        "N": 9.5, "O": 10, "P": 9, "Q": 28,
    },
}  # fmt: skip
_HEADINGS: Final[Mapping[Layout, Mapping[str, str]]] = {
    Layout.LAMPIRAN3: {
        "H": "Bobot", "I": "Penjelasan", "J": "Pilihan jawaban", "K": "Jawaban", "L": "Nilai", "M": "%", "O": "Catatan",
    },
    Layout.PORTALRB: {
        "H": "Bobot", "I": "Penjelasan", "J": "Pilihan jawaban", "K": "Jawaban unit", "L": "Catatan unit", "M": "Bukti dukung unit",
        "N": "Jawaban TPI", "O": "Nilai", "P": "%", "Q": "Catatan TPI",
    },
}  # fmt: skip
_LAST: Final = {Layout.LAMPIRAN3: "O", Layout.PORTALRB: "Q"}
_GAP: Final = "N"
"""Lampiran III keeps an empty column between its figures and its notes."""
_TITLE_HEIGHT: Final = 38.0
_HEADER_HEIGHT: Final = 28.0


class ItemsSheet:
    """Writes the sheet of all items; afterwards ``formulas`` and ``card`` serve the recapitulations."""

    def __init__(self, sheet: Sheet, filling: Filling, layout: Layout, column: Column) -> None:
        self._sheet = sheet
        self._filling = filling
        self._layout = layout
        self.formulas = SheetFormulas(filling.instrument, layout)
        self._columns = self.formulas.columns
        self._filled = filled_columns(filling, self._columns, column)
        self._scored = self._filled[-1]
        self.card = Calculator(filling.instrument).score(self._scored.opinion.answers)
        self._inputs = inputs_by_code(filling.instrument)
        self._has_links = any(each.opinion.links for each in self._filled)
        self._last = "P" if layout is Layout.LAMPIRAN3 and self._has_links else _LAST[layout]

    def write(self) -> None:
        """Write everything."""
        self._set_up()
        for row in self.formulas.rows:
            self._frame(row)
            {
                RowKind.NODE: self._node, RowKind.TOTAL: self._total, RowKind.QUESTION: self._question, RowKind.INPUT: self._input,
            }[row.kind](row)  # fmt: skip
        self._unanswered()
        self._validate()
        self._sheet.finish()

    @property
    def _whose(self) -> str:
        return COLUMN_NAMES[self._scored.column]

    @property
    def _body(self) -> list[str]:
        gap = _GAP if self._layout is Layout.LAMPIRAN3 else ""
        return [letter for letter in letters("B", self._last) if letter != gap]

    def _set_up(self) -> None:
        sheet, header = self._sheet, HEADER_ROWS[self._layout]
        hidden = {"A", self._columns.choices} if self._layout is Layout.LAMPIRAN3 else {self._columns.choices}
        sheet.widths(_WIDTHS[self._layout], hidden)
        if self._layout is Layout.LAMPIRAN3:
            title, unit, year, whose, *mark = heading(self._filling, f"Jawaban dan catatan {self._whose}")
            sheet.merged(("B", "G"), 1, f"{title}\n{year}", "plain", "title")
            sheet.merged(("H", "I"), 1, unit, "plain", "title")
            sheet.merged(("K", "M"), 1, "\n".join(mark), "plain", "title")
            sheet.text("O", 1, whose, "plain", "title")
            sheet.height(1, _TITLE_HEIGHT)
        sheet.merged(("B", "G"), header, "Penilaian", "cell", "heading")
        for letter, text in _HEADINGS[self._layout].items():
            sheet.text(letter, header, text, "cell", "heading")
        if self._last == "P" and self._layout is Layout.LAMPIRAN3:
            sheet.text("P", header, "Bukti dukung", "cell", "heading")
        sheet.height(header, _HEADER_HEIGHT)
        sheet.freeze_below(header)
        sheet.zoom(90)
        bottom = self.formulas.rows[-1].number + 2
        state = f"Keadaan {self._filling.as_of:%d-%m-%Y %H.%M}"
        sheet.print_on_a4(f"B1:{self._last}{bottom}", header, about(self._filling), state)

    def _frame(self, row: LayoutRow) -> None:
        tone = self._tone(row)
        for letter in self._body:
            self._sheet.blank(letter, row.number, "cell", tone)
        if self._layout is Layout.LAMPIRAN3:
            self._sheet.number("A", row.number, row.number, "plain")

    def _tone(self, row: LayoutRow) -> str:
        if row.kind is RowKind.TOTAL:
            return "total"
        return self._filling.instrument.nodes[row.code].kind if row.kind is RowKind.NODE else ""

    def _titled(self, row: LayoutRow, title: str, tone: str) -> None:
        """Write label and title."""
        self._sheet.text(row.label_column, row.number, row.label, "cell", tone, "center")
        span = (row.title_column, self._columns.labels[-1])
        self._sheet.merged(span, row.number, title, "cell", tone, "wrap")

    def _weighed(self, row: LayoutRow, tone: str) -> None:
        if row.weight is not None:
            self._sheet.number(self._columns.weight, row.number, row.weight, "cell", tone, "weight")

    def _node(self, row: LayoutRow) -> None:
        tone = self._tone(row)
        self._titled(row, self._filling.instrument.nodes[row.code].title, tone)
        self._weighed(row, tone)
        self._sheet.formula(
            self._columns.score, row.number, self.formulas.points(row, self.card), "cell", tone, "points"
        )
        self._sheet.formula(
            self._columns.percent, row.number, self.formulas.share(row, self.card), "cell", tone, "share"
        )

    def _total(self, row: LayoutRow) -> None:
        self._sheet.merged(("B", self._columns.criteria), row.number, TOTAL_TITLES[row.code], "cell", "total")
        self._sheet.formula(
            self._columns.score, row.number, self.formulas.points(row, self.card), "cell", "total", "points"
        )

    def _question(self, row: LayoutRow) -> None:
        question = self._filling.instrument.questions[row.code]
        self._titled(row, question.text, "")
        self._weighed(row, "")
        sheet, columns = self._sheet, self._columns
        sheet.stated(columns.criteria, row.number, explanation(question), (row.code, "Penjelasan"), "cell", "wrap")
        sheet.text(columns.choices, row.number, CHOICES[row.choices], "cell", "center")
        score = self.formulas.score(row, question, self._scored, self.card)
        sheet.formula(columns.score, row.number, score, "cell", "points")
        for each in self._filled:
            self._answer(row, question, each)
            self._notes(row, each)

    def _answer(self, row: LayoutRow, question: Question, into: FilledColumn) -> None:
        answer, number = into.opinion.answers.get(row.code), row.number
        match question.answer, answer:
            case Ratio() as ratio, Counted(_, True) if ratio.not_applicable:
                self._sheet.text(into.answer, number, NOT_APPLICABLE, "cell", "wrap", "center", "open")
            case Ratio() as ratio, _:
                share = self.formulas.ratio(ratio, into.answer, answer)
                open_ = "open" if ratio.not_applicable else ""
                self._sheet.formula(into.answer, number, share, "cell", "share", open_)
            case _, Chosen(key):
                self._sheet.text(into.answer, number, key, "cell", "center", "open")
            case _, Measured(value):
                self._sheet.number(into.answer, number, value, "cell", "index", "open")
            case Index(), _:
                self._sheet.blank(into.answer, number, "cell", "index", "open")
            case _:
                self._sheet.blank(into.answer, number, "cell", "center", "open")

    def _notes(self, row: LayoutRow, into: FilledColumn) -> None:
        of = row.code, f"Catatan {COLUMN_NAMES[into.column]}"
        note = into.opinion.notes.get(row.code, "")
        self._sheet.stated(into.note, row.number, note, of, "cell", "wrap", "unlocked")
        if into.evidence and into.evidence <= self._last:
            link = into.opinion.links.get(row.code, "")
            self._sheet.stated(into.evidence, row.number, link, (row.code, "Bukti dukung"), "cell", "wrap", "unlocked")

    def _input(self, row: LayoutRow) -> None:
        ratio, item = self._inputs[row.code]
        self._sheet.text("G", row.number, item.title, "cell", "wrap", "indent")
        self._sheet.text(self._columns.choices, row.number, CHOICES[row.choices], "cell", "center")
        for each in self._filled:
            answer = each.opinion.answers.get(row.item)
            if item.computed:
                total = self.formulas.computed(row, ratio, item, each.answer, answer)
                self._sheet.formula(each.answer, row.number, total, "cell", "count")
            elif isinstance(answer, Counted):
                self._sheet.number(each.answer, row.number, answer.counts[item.key], "cell", "count", "open")
            else:
                self._sheet.blank(each.answer, row.number, "cell", "count", "open")
        if not item.computed:
            mark = self.formulas.unfilled(row, ratio, self._scored.answer, filled=self._is_counted(row.item))
            self._sheet.formula(self._columns.score, row.number, mark, "cell", "center", "doubt")

    def _is_counted(self, code: str) -> bool:
        answer: Answer | None = self._scored.opinion.answers.get(code)
        return isinstance(answer, Counted)

    def _unanswered(self) -> None:
        row = self.formulas.rows[-1].number + 2
        text = "Butir yang belum diisi (dihitung 0)"
        self._sheet.merged(("B", self._columns.criteria), row, text, "cell")
        self._sheet.blank(self._columns.answer_unit, row, "cell")
        for letter in letters(self._columns.choices, self._columns.percent):
            self._sheet.blank(letter, row, "cell")
        self._sheet.formula(self._columns.score, row, self.formulas.unanswered(self.card), "cell", "whole")
        top = self.formulas.rows[0].number
        self._sheet.mark_text(f"{self._columns.score}{top}:{self._columns.score}{row}", UNANSWERED)

    def _validate(self) -> None:
        cells: dict[tuple[str, ...], list[str]] = {}
        counts: list[str] = []
        for row in self.formulas.rows:
            answered = [f"{each.answer}{row.number}" for each in self._filled]
            if row.kind is RowKind.INPUT:
                counts += [] if self._inputs[row.code][1].computed else answered
            elif row.kind is RowKind.QUESTION:
                item = self._filling.instrument.questions[row.code].answer
                if isinstance(item, Index):
                    self._sheet.measure_in(answered, item.minimum, item.maximum)
                elif offered := _offered(item):
                    cells.setdefault(offered, []).extend(answered)
        for offered, where in cells.items():
            self._sheet.choose_from(where, offered)
        self._sheet.count_in(counts, LARGEST_COUNT)


def heading(filling: Filling, whose: str) -> list[str]:
    """Return the lines at the head of a workbook: what it is, of whom, of which year, whose opinion, that it is sample data."""
    word = filling.unit_word[:1].upper() + filling.unit_word[1:]
    mark = [SAMPLE_MARK] if filling.sample else []
    return [TITLE, f"{word}: {filling.unit}", f"Tahun: {filling.year}", whose, *mark]


def about(filling: Filling) -> str:
    """Return the name of the satker and the year in one line."""
    return f"LKE Zona Integritas {filling.year}: {filling.unit}"


def explanation(question: Question) -> str:
    """Return what has to be met for each option, or what is asked of counts and indices."""
    if not isinstance(question.answer, Choice):
        return question.guidance
    return "\n".join(
        f"{_sign(option.key)} {option.criterion}" for option in question.answer.options if option.criterion
    )


def _sign(key: str) -> str:
    return f"{key.lower()}." if len(key) == 1 else f"{key},"


def _offered(item: Choice | Ratio) -> tuple[str, ...]:
    if isinstance(item, Choice):
        return tuple(option.key for option in item.options)
    return (NOT_APPLICABLE,) if item.not_applicable else ()
