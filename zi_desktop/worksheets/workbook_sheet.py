"""One sheet of a written workbook: cells by letter and row, print set-up, protection."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from zi_desktop.worksheets.sheet_formulas import Formula
from zi_desktop.worksheets.sheet_styles import Styles
from zi_desktop.worksheets.sheet_texts import LONG_TEXTS, parts, put_text, shortened, where_whole, written
from zi_desktop.worksheets.text_height import lines_of, row_height

_A4: Final = 9
_LONGEST_IN_FOOTER: Final = 80
"""Letters of a satker's name; a spreadsheet takes 255 in a footer, codes included."""
_FREE: Final = {
    "format_cells": True, "format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True,
}  # fmt: skip


_STRONG: Final = frozenset({"section", "component", "area", "subcomponent", "total"})


class LongTexts:
    """Texts that do not fit into one cell, collected for the sheet on which they stand whole."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, int, str]] = []
        """Code, which text, number of the part from 1, the part."""

    def fitted(self, code: str, what: str, text: str) -> str:
        """Return what stands in the cell itself: the text, or its beginning and where the whole of it is."""
        pieces = parts(written(text))
        if len(pieces) == 1:
            return pieces[0]
        first = len(self.rows) + 2
        self.rows += [(code, what, number, piece) for number, piece in enumerate(pieces, start=1)]
        return shortened(pieces[0], where_whole(first, len(self.rows) + 1))


class Sheet:
    """A sheet of an XlsxWriter workbook."""

    def __init__(self, workbook: Any, name: str, styles: Styles, long_texts: LongTexts) -> None:
        self.name = name
        self.styles = styles
        self._sheet = workbook.add_worksheet(name)
        self._long_texts = long_texts
        self._widths: Mapping[str, float] = {}
        self._lines: dict[int, int] = {}

    def widths(self, widths: Mapping[str, float], hidden: Iterable[str] = ()) -> None:
        """Set the widths of columns by letter, in characters; hide some."""
        unseen = set(hidden)
        self._widths = widths
        for letter, width in widths.items():
            self._sheet.set_column(f"{letter}:{letter}", width, None, {"hidden": letter in unseen})

    def text(self, letter: str, row: int, text: str, *traits: str) -> None:
        """Write a text of this program or of a person, never as a formula; it has to fit into one cell."""
        self._put(letter, row, text, traits, self._widths[letter])

    def stated(self, letter: str, row: int, text: str, of: tuple[str, str], *traits: str) -> None:
        """Write what a person stated, however long; ``of`` is the item's code and which text it is."""
        if text:
            self.text(letter, row, self._long_texts.fitted(*of, text), *traits)
        else:
            self.blank(letter, row, *traits)

    def number(self, letter: str, row: int, value: Fraction | int, *traits: str) -> None:
        """Write a number."""
        self._sheet.write_number(row - 1, column(letter), float(value), self.styles.of(*traits))

    def formula(self, letter: str, row: int, formula: Formula, *traits: str) -> None:
        """Write a formula with the value that it has now, for whoever looks without computing."""
        value = formula.value if isinstance(formula.value, str) else float(formula.value)
        self._sheet.write_formula(row - 1, column(letter), f"={formula.text}", self.styles.of(*traits), value)

    def blank(self, letter: str, row: int, *traits: str) -> None:
        """Write an empty cell with a format."""
        self._sheet.write_blank(row - 1, column(letter), None, self.styles.of(*traits))

    def merged(self, span: tuple[str, str], row: int, text: str, *traits: str) -> None:
        """Write a text over several columns of one row."""
        first, last = span
        if first != last:
            self._sheet.merge_range(row - 1, column(first), row - 1, column(last), "", self.styles.of(*traits))
        self._put(first, row, text, traits, sum(self._widths[letter] for letter in letters(first, last)))

    def height(self, row: int, points: float) -> None:
        """Set the height of a row that is to be higher than its texts."""
        self._sheet.set_row(row - 1, points)
        self._lines.pop(row, None)

    def choose_from(self, cells: Sequence[str], options: Sequence[str]) -> None:
        """Offer a list of answers in some cells."""
        self._validate(cells, {
            "validate": "list", "source": list(options), "error_title": "Jawaban tidak dikenal",
            "error_message": f"Pilih salah satu: {', '.join(options)}.",
        })  # fmt: skip

    def count_in(self, cells: Sequence[str], largest: int) -> None:
        """Take whole numbers only in some cells."""
        self._validate(cells, {
            "validate": "integer", "criteria": "between", "minimum": 0, "maximum": largest,
            "error_title": "Jumlah tidak sah", "error_message": "Isikan bilangan bulat, paling kecil 0.",
        })  # fmt: skip

    def measure_in(self, cells: Sequence[str], low: Fraction, high: Fraction) -> None:
        """Take numbers of a scale only in some cells."""
        self._validate(cells, {
            "validate": "decimal", "criteria": "between", "minimum": float(low), "maximum": float(high),
            "error_title": "Indeks di luar skala", "error_message": f"Isikan angka {float(low):g} sampai {float(high):g}.",
        })  # fmt: skip

    def mark_text(self, span: str, text: str) -> None:
        """Colour the cells of a span that show a text."""
        self._sheet.conditional_format(
            span, {"type": "cell", "criteria": "==", "value": f'"{text}"', "format": self.styles.of("doubt")}
        )

    def freeze_below(self, row: int) -> None:
        """Keep the rows up to this one in sight."""
        self._sheet.freeze_panes(row, 0)

    def hide(self) -> None:
        """Hide the sheet."""
        self._sheet.hide()

    def begin_here(self) -> None:
        """Show this sheet when the workbook is opened."""
        self._sheet.activate()
        self._sheet.set_first_sheet()

    def print_on_a4(self, area: str, header_row: int, about: str, state: str) -> None:
        """Set up printing: A4 across, as wide as the paper, the header on every page, numbered pages."""
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.repeat_rows(header_row - 1)
        self._sheet.print_area(area)
        self._sheet.hide_gridlines(2)
        left = written(about)[:_LONGEST_IN_FOOTER].replace("\n", " ").replace("&", "&&")
        self._sheet.set_footer(f"&L&8 {left}&C&8 Halaman &P dari &N&R&8 {state}")

    def zoom(self, percent: int) -> None:
        """Set the scale on the screen."""
        self._sheet.set_zoom(percent)

    def finish(self) -> None:
        """Lock every cell that is not open (without a password, so that whoever must can unlock it); set the heights."""
        for row, lines in self._lines.items():
            self._sheet.set_row(row - 1, row_height(lines))
        self._sheet.protect("", _FREE)

    def _put(self, letter: str, row: int, text: str, traits: tuple[str, ...], width: float) -> None:
        text = written(text)
        put_text(
            self._sheet, row - 1, column(letter), text, self.styles.of(*traits), self.styles.of(*traits, "prefixed")
        )
        if "wrap" in traits:
            lines = lines_of(text, width, bold=not _STRONG.isdisjoint(traits))
            self._lines[row] = max(lines, self._lines.get(row, 1))

    def _validate(self, cells: Sequence[str], options: dict[str, Any]) -> None:
        if cells:
            self._sheet.data_validation(cells[0], {**options, "multi_range": " ".join(cells)})


def write_long_texts(workbook: Any, styles: Styles, long_texts: LongTexts) -> None:
    """Add the sheet of the texts that do not fit into one cell, where there are any."""
    if not long_texts.rows:
        return
    sheet = Sheet(workbook, LONG_TEXTS, styles, LongTexts())
    sheet.widths({"A": 18, "B": 16, "C": 8, "D": 110})
    for letter, heading in zip("ABCD", ("Kode", "Teks", "Bagian", "Isi"), strict=True):
        sheet.text(letter, 1, heading, "cell", "heading")
    for row, (code, what, number, piece) in enumerate(long_texts.rows, start=2):
        sheet.text("A", row, code, "cell")
        sheet.text("B", row, what, "cell")
        sheet.number("C", row, number, "cell", "whole")
        sheet.text("D", row, piece, "cell", "wrap")
    sheet.freeze_below(1)
    sheet.finish()


def column(letter: str) -> int:
    """Return the place of a column, from 0; no layout goes beyond Z."""
    return ord(letter) - ord("A")


def letters(first: str, last: str) -> list[str]:
    """Return the letters of neighbouring columns."""
    return [chr(place) for place in range(ord(first), ord(last) + 1)]
