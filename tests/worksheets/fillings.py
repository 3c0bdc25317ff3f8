"""The worksheet filled at random: answers of every kind, and workbooks that hold many filled copies of one sheet."""

import re
import subprocess
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from zi_desktop.domain.answers import Answer, Chosen, Counted, Measured
from zi_desktop.domain.figures import parse_decimal
from zi_desktop.domain.instrument import Choice, Index
from zi_desktop.services import editions

REAL = Path(__file__).parents[3] / "shared" / "lke" / "lampiran-iii-blank.xlsx"
"""The circulated workbook, where the shared folder lies beside the checkout."""
INSTRUMENT = editions.current()
QUESTIONS = INSTRUMENT.questions
_CELL = re.compile(r'<c r="([A-Z]+)([0-9]+)"((?: s="[0-9]+")?)[^>]*?(?:/>|>.*?</c>)', re.DOTALL)


@dataclass
class Filling:
    """What a sheet is filled with: cell to content (a text beginning with "=" is a formula), and the answers that are it."""

    cells: dict[str, object] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)


def fill(random, *, blank=0.0, column="K", row=lambda item: item.row, zeros=0.15):
    """Fill every item, or leave it blank with that probability; counts are 0 with the probability ``zeros``."""
    filling = Filling()
    for code, question in QUESTIONS.items():
        if random.random() < blank:
            continue
        item = question.answer
        if isinstance(item, Choice):
            option = random.choice(item.options)
            filling.cells[f"{column}{row(question)}"] = option.key
            filling.answers[code] = Chosen(option.key)
        elif isinstance(item, Index):
            text = f"{random.randint(0, 400) / 100:.2f}"
            filling.cells[f"{column}{row(question)}"] = float(text)
            filling.answers[code] = Measured(parse_decimal(text))
        else:
            counts = {each.key: 0 if random.random() < zeros else random.randint(1, 60) for each in item.typed}
            for each in item.typed:
                filling.cells[f"{column}{row(each)}"] = counts[each.key]
            for each in item.inputs:
                if each.computed:
                    filling.cells[f"{column}{row(each)}"] = sum(counts[key] for key in each.computed)
            filling.answers[code] = Counted(counts)
    return filling


def write_copies(file, sheets, *, source=REAL, part="xl/worksheets/sheet3.xml", styled=True, inserted=None):
    """Write a workbook with one copy of a sheet for each name, with these cells (None empties one).

    ``inserted`` (row, count) puts empty rows before a row after the cells were set, formulas following, as Excel does.
    Without styles a spreadsheet program computes the same formulas in a tenth of the time.
    """
    with zipfile.ZipFile(source) as original:
        parts = {name: original.read(name) for name in original.namelist()}
    # A figure that is there already would be believed, not computed.
    body = re.sub("</f><v>[^<]*</v>", "</f>", parts[part].decode())
    if not styled:
        body = re.sub(r'<cols>.*?</cols>| s="[0-9]+"| customFormat="1"', "", body, flags=re.DOTALL)
    listed = relations = types = ""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for number, (name, cells) in enumerate(sheets.items(), 1):
            made.writestr(f"xl/worksheets/copy{number}.xml", _with_rows(_with_cells(body, cells), inserted))
            listed += f'<sheet name="{name}" sheetId="{number}" r:id="c{number}"/>'
            relations += (
                f'<Relationship Id="c{number}" Target="/xl/worksheets/copy{number}.xml" Type="http://schemas.openxmlformats.org'
                '/officeDocument/2006/relationships/worksheet"/>'
            )
            types += (
                f'<Override PartName="/xl/worksheets/copy{number}.xml" ContentType="application/vnd.openxmlformats-'
                'officedocument.spreadsheetml.worksheet+xml"/>'
            )
        made.writestr(
            "xl/workbook.xml",
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org'
            f'/officeDocument/2006/relationships"><sheets>{listed}</sheets><calcPr fullCalcOnLoad="1"/></workbook>',
        )
        rels = re.sub(r"<Relationship [^>]*worksheets/[^>]*/>", "", parts["xl/_rels/workbook.xml.rels"].decode())
        made.writestr("xl/_rels/workbook.xml.rels", rels.replace("</Relationships>", relations + "</Relationships>"))
        content = re.sub(r"<Override [^>]*/xl/worksheets/[^>]*/>", "", parts["[Content_Types].xml"].decode())
        made.writestr("[Content_Types].xml", content.replace("</Types>", types + "</Types>"))
        for name, data in parts.items():
            if name not in made.namelist() and "worksheets/" not in name:
                made.writestr(name, data)
    return file


def _with_cells(body, cells):
    def replaced(found):
        at = found[1] + found[2]
        return _cell(at, found[3], cells[at]) if at in cells else found[0]

    return _CELL.sub(replaced, body)


def _with_rows(body, inserted):
    if not inserted:
        return body
    first, count = inserted

    def down(found):
        return found[1] + str(int(found[2]) + count * (int(found[2]) >= first)) + found[3]

    body = body[: body.index("</sheetData>")] + "</sheetData></worksheet>"
    body = re.sub(r'(<(?:row|c) r="[A-Z]*)([0-9]+)(")', down, body)
    return re.sub(r"<f>[^<]*</f>", lambda formula: re.sub(r"(\b[A-Z]{1,2})([0-9]+)(\b)", down, formula[0]), body)


def _cell(at, style, value):
    if value is None:
        return f'<c r="{at}"{style}/>'
    if isinstance(value, str) and value.startswith("="):
        return f'<c r="{at}"{style}><f>{_escaped(value[1:])}</f></c>'
    if isinstance(value, str):
        return f'<c r="{at}"{style} t="inlineStr"><is><t xml:space="preserve">{_escaped(value)}</t></is></c>'
    return f'<c r="{at}"{style}><v>{value}</v></c>'


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def recalculate(files, folder):
    """Let one LibreOffice open the workbooks, compute them, and save them into a folder."""
    done = folder / "computed"
    subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         "--convert-to", "xlsx", "--outdir", str(done), *map(str, files)],
        check=True, capture_output=True, timeout=900,
    )  # fmt: skip
    return [done / file.name for file in files]
