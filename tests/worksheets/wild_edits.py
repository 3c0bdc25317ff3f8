"""What people do to a worksheet before they send it back, as edits that can be combined at random."""

import re
from dataclasses import dataclass, field

from fillings import QUESTIONS, fill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet as Page

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Choice, Ratio

_TITLE = "LKE ZONA INTEGRITAS TPI TAHUN 2026: JAWABAN, NILAI DAN CATATAN"
_GROUP = "Diisi unit"


@dataclass
class Wild:
    """A page on its way through hands: where things stand by now, and what is true of it.

    ``answers`` and ``texts`` (notes and links by their own words) are what must be found again or named.
    """

    page: Page
    random: object
    portal: bool
    header: int
    columns: dict[str, int]
    rows: dict[str, int]
    answers: dict[str, dict[str, object]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)

    def cell(self, name, row):
        return self.page.cell(row, self.columns[name])

    def insert_rows(self, before, count):
        self.page.insert_rows(before, count)
        self._formulas_follow(lambda row: row + count * (row >= before))
        self.rows = {code: row + count * (row >= before) for code, row in self.rows.items()}
        self.header += count * (self.header >= before)

    def delete_rows(self, first, count=1):
        self.page.delete_rows(first, count)
        self._formulas_follow(lambda row: row - count * (row >= first + count))
        self.rows = {code: row - count * (row >= first + count) for code, row in self.rows.items()}

    def _formulas_follow(self, moved):
        """Move what formulas refer to, as a spreadsheet does."""
        for row in self.page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.value = re.sub(
                        r"\b([A-Z]{1,2})(\d{1,3})\b", lambda found: f"{found[1]}{moved(int(found[2]))}", cell.value
                    )

    def insert_column(self, before):
        self.page.insert_cols(before)
        self._columns_follow(lambda column: column + (column >= before))
        self.columns = {name: column + (column >= before) for name, column in self.columns.items()}
        return before

    def delete_column(self, column):
        self.page.delete_cols(column)
        self._columns_follow(lambda each: 0 if each == column else each - (each > column))
        self.columns = {name: each - (each > column) for name, each in self.columns.items()}

    def _columns_follow(self, moved):
        def reference(found):
            column = moved(column_index_from_string(found[1]))
            return f"{get_column_letter(column)}{found[2]}" if column else "#REF!"

        for row in self.page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.value = re.sub(r"\b([A-Z]{1,2})(\d{1,3})\b", reference, cell.value)

    def of(self, *kinds):
        return [
            code for code, question in QUESTIONS.items() if isinstance(question.answer, kinds) and code in self.rows
        ]


def filled_page(page, random, *, portal):
    """Fill a blank page: answers, and a note and a link at every item."""
    names = (
        {"unit": 11, "note": 12, "link": 13, "tpi": 14, "score": 15, "note_tpi": 17}
        if portal else {"unit": 11, "score": 12, "note": 15, "link": 16}
    )  # fmt: skip
    for merged in [str(each) for each in page.merged_cells.ranges]:
        page.unmerge_cells(merged)
    row_of = (lambda item: item.portalrb_row) if portal else (lambda item: item.row)
    rows = {}
    for code, question in QUESTIONS.items():
        rows[code] = row_of(question)
        rows |= {item.code: row_of(item) for item in getattr(question.answer, "inputs", ())}
    wild = Wild(page, random, portal, 1 if portal else 2, {"choices": 10, "weight": 8, **names}, rows)
    for name in ("unit", "tpi") if portal else ("unit",):
        found = fill(random, blank=0.1, column=get_column_letter(names[name]), row=row_of, zeros=0)
        wild.answers[name] = dict(found.answers)
        for cell, value in found.cells.items():
            page[cell] = value
    for code in QUESTIONS:
        for name, text in (("note", f"catatan {code}"), ("link", f"https://contoh.example/{code}")):
            wild.cell(name, rows[code]).value = text
            wild.texts[text] = code
    return wild


def renamed(wild):
    wild.page.title = wild.random.choice(["LKE FIX (3)", "Lapas Contoh", "Sheet1", "lke zi"])


def rows_inserted(wild):
    before = wild.random.choice(list(wild.rows.values()))
    wild.insert_rows(before, wild.random.randint(1, 4))


def rows_above(wild):
    wild.insert_rows(1, wild.random.randint(1, 3))
    wild.page.cell(1, 2, "LEMBAR KERJA EVALUASI TAHUN 2026")


def rows_below_headings(wild):
    wild.insert_rows(wild.header + 1, wild.random.randint(1, 3))


def row_of_remarks(wild):
    before = wild.random.choice(list(wild.rows.values()))
    wild.insert_rows(before, 1)
    wild.page.cell(before, 7, "Catatan tim: sudah diperiksa")


def row_deleted(wild):
    code = wild.random.choice(wild.of(Choice))
    wild.delete_rows(wild.rows.pop(code))
    for answers in wild.answers.values():
        answers.pop(code, None)
    wild.texts = {text: each for text, each in wild.texts.items() if each != code}


def headings_deleted(wild):
    for merged in [str(each) for each in wild.page.merged_cells.ranges]:
        wild.page.unmerge_cells(merged)
    if wild.header:
        wild.delete_rows(1, wild.header)
    wild.header = 0


def hidden(wild):
    for row in wild.random.sample(range(3, 200), 20):
        wild.page.row_dimensions[row].hidden = True
    wild.page.column_dimensions["L"].hidden = True


def column_in_front(wild):
    wild.insert_column(1)


def column_of_something(wild):
    at = wild.insert_column(wild.random.choice([11, 12, 13, 14, 15, 16]))
    if wild.header:
        wild.page.cell(wild.header, at).value = wild.random.choice(
            [None, "PIC", "Temuan", "Status", "Penanggung Jawab"]
        )
    row = wild.rows[wild.random.choice(wild.of(Choice))]
    wild.page.cell(row, at).value = f"isi kolom {at}"
    wild.texts[f"isi kolom {at}"] = ""


def column_left_of_choices(wild):
    at = wild.insert_column(wild.random.choice([8, 9, 10]))
    if wild.header:
        wild.page.cell(wild.header, at).value = "Dokumen"


def column_of_last_year(wild):
    at = wild.insert_column(wild.random.choice([wild.columns["unit"], wild.columns["unit"] + 1]))
    if wild.header:
        wild.page.cell(wild.header, at).value = wild.random.choice(
            ["Jawaban Tahun Lalu", "Jawaban 2025", "Jawaban sebelumnya"]
        )
    for code in wild.of(Choice):
        option = wild.random.choice(QUESTIONS[code].answer.options)
        wild.page.cell(wild.rows[code], at).value = option.key


def column_of_tpi(wild):
    if wild.portal or not wild.header or "tpi" in wild.columns:
        return
    at = wild.insert_column(wild.columns["unit"] + 1)
    wild.columns["tpi"] = at
    wild.page.cell(wild.header, at).value = wild.random.choice(
        ["Jawaban TPI", "Jawaban Tim Penilai Internal", "JAWABAN  TPI"]
    )
    wild.answers["tpi"] = {}
    for code in wild.of(Choice):
        option = wild.random.choice(QUESTIONS[code].answer.options)
        wild.page.cell(wild.rows[code], at).value = option.key
        wild.answers["tpi"][code] = Chosen(option.key)


def heading_of_answers(wild):
    if wild.header:
        name = wild.random.choice(["unit", "tpi"] if "tpi" in wild.columns else ["unit"])
        wild.cell(name, wild.header).value = wild.random.choice(
            [None, "JWB", "Isian", "Penilaian", "Jwbn satker", "JAWABAN\nUNIT"]
        )


def headings_emptied(wild):
    for row in range(1, wild.header + 1):
        for column in range(wild.columns["choices"], 24):
            wild.page.cell(row, column).value = None


def heading_of_notes(wild):
    if wild.header:
        wild.cell("note", wild.header).value = wild.random.choice(
            ["Keterangan", None, "Catatan Unit", "Penjelasan unit kerja"]
        )


def headings_merged(wild):
    if wild.header:
        wild.insert_rows(1, 1)
        wild.page.cell(1, 2).value = _TITLE


def finished(wild):
    """Merge what is to be merged once nothing moves any more."""
    for row in range(1, wild.header):
        if wild.page.cell(row, 2).value == _TITLE:
            wild.page.merge_cells(start_row=row, start_column=2, end_row=row, end_column=wild.page.max_column)
        first = wild.columns["unit"]
        if wild.page.cell(row, first).value == _GROUP:
            last = (wild.columns["tpi"] if "tpi" in wild.columns else wild.columns["score"]) - 1
            if last > first:
                wild.page.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)


def group_heading(wild):
    if wild.header:
        wild.insert_rows(wild.header, 1)
        wild.cell("unit", wild.header - 1).value = _GROUP


def headings_repeated(wild):
    if wild.header:
        before = wild.random.choice([100, 125, 150])
        values = [cell.value for cell in wild.page[wild.header]]
        wild.insert_rows(before, 1)
        for column, value in enumerate(values, start=1):
            if not str(value or "").startswith("="):
                wild.page.cell(before, column).value = value


def respelled(wild):
    for name in wild.answers:
        for code in wild.random.sample(wild.of(Choice), 30):
            cell = wild.cell(name, wild.rows[code])
            if isinstance(cell.value, str) and cell.value:
                spell = wild.random.choice(
                    [str.lower, str.upper, " {} ".format, "{}.".format, "{}\n".format, "\u00a0{}".format]
                )
                cell.value = spell(cell.value)


def counts_as_text(wild):
    for name in wild.answers:
        for code in wild.of(Ratio):
            for item in QUESTIONS[code].answer.typed:
                cell = wild.cell(name, wild.rows[item.code])
                if isinstance(cell.value, int):
                    cell.value = wild.random.choice([str(cell.value), f" {cell.value} ", cell.value])


def percentages_typed(wild):
    for code in wild.random.sample(wild.of(Ratio), 3):
        wild.cell("unit", wild.rows[code]).value = wild.random.choice([0.85, "85%", "0,85"])


def figures_pasted(wild):
    for row in wild.page.iter_rows(min_row=wild.header + 1, min_col=wild.columns["score"]):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.value = wild.random.choice([1, 0.5, 0])


def letters_changed(wild):
    for code in wild.random.sample(wild.of(Choice), 5):
        row = wild.rows[code]
        for column in range(1, wild.columns["weight"]):
            cell = wild.page.cell(row, column)
            if isinstance(cell.value, str) and re.fullmatch(r"[a-z]\.", cell.value):
                cell.value = wild.random.choice([cell.value.rstrip("."), f"{cell.value[0]})", cell.value.upper(), None])


def titles_reworded(wild):
    for code in wild.random.sample(list(wild.rows), 15):
        for column in range(1, wild.columns["weight"]):
            cell = wild.page.cell(wild.rows[code], column)
            if isinstance(cell.value, str) and len(cell.value) > 10:
                cell.value = wild.random.choice([cell.value.upper(), f"{cell.value} (revisi)", "diringkas", None])


def kinds_respelled(wild):
    for code in wild.random.sample(wild.of(Choice), 20):
        cell = wild.cell("choices", wild.rows[code])
        if isinstance(cell.value, str):
            cell.value = wild.random.choice(
                [cell.value.lower(), f" {cell.value} ", cell.value.replace("/", " / "), None]
            )


def weights_as_text(wild):
    for row in range(3, 60):
        cell = wild.cell("weight", row)
        if isinstance(cell.value, float):
            cell.value = str(cell.value).replace(".", ",")


def rows_swapped(wild):
    first, second = wild.random.sample(wild.of(Choice), 2)
    for column in range(1, wild.page.max_column + 1):
        one, other = wild.page.cell(wild.rows[first], column), wild.page.cell(wild.rows[second], column)
        one.value, other.value = other.value, one.value
    wild.rows[first], wild.rows[second] = wild.rows[second], wild.rows[first]


def row_doubled(wild):
    code = wild.random.choice(wild.of(Choice))
    row = wild.rows[code]
    values = [cell.value for cell in wild.page[row]]
    wild.insert_rows(row + 1, 1)
    for column, value in enumerate(values, start=1):
        wild.page.cell(row + 1, column).value = value


def far_away(wild):
    wild.page.cell(1500, 40).value = "coretan"
    wild.page.cell(3, 50).value = "coretan"


def column_deleted(wild):
    column = wild.random.choice([1, 9, wild.columns["choices"], wild.columns["score"]])
    wild.delete_column(column)


def answers_moved(wild):
    """Cut the answers and paste them further to the right, heading included."""
    target = wild.page.max_column + 2
    for row in range(1, 215):
        one = wild.cell("unit", row)
        wild.page.cell(row, target).value, one.value = one.value, None
    wild.columns["unit"] = target


EDITS = (
    renamed, rows_inserted, rows_above, rows_below_headings, row_of_remarks, row_deleted, headings_deleted, hidden, column_in_front,
    column_of_something, column_left_of_choices, column_of_last_year, column_of_tpi, heading_of_answers, headings_emptied,
    heading_of_notes, headings_merged, group_heading, headings_repeated, respelled, counts_as_text, percentages_typed,
    figures_pasted, letters_changed, titles_reworded, kinds_respelled, weights_as_text, rows_swapped, row_doubled, far_away,
    column_deleted, answers_moved,
)  # fmt: skip
