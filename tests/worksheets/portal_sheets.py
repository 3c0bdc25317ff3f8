"""A PortalRB workbook as the ministry's facts describe it: its sheets, rows, columns and way of computing, in our own words.

No real one may be copied: rows and columns are those of the portal's master list, formulas are those of the circulated sheet.
"""

import openpyxl

from zi_desktop.domain.instrument import Choice, Index, Node, Ratio
from zi_desktop.services import editions

INSTRUMENT = editions.current()
KINDS = {"yes_no": "Ya/Tidak", "abc": "A/B/C", "abcd": "A/B/C/D", "abcde": "A/B/C/D/E"}
SCORES = {
    "A/B/C": ("1", "0.5", "0"),
    "A/B/C/D": ("1", "0.67", "0.33", "0"),
    "A/B/C/D/E": ("1", "0.75", "0.5", "0.25", "0"),
}
HEADINGS = {
    "H": "Bobot", "I": "Penjelasan", "J": "Pilihan Jawaban", "K": "Jawaban Unit", "L": "Catatan Unit", "M": "Bukti Dukung Unit",
    "N": "Jawaban TPI", "O": "Nilai", "P": "%", "Q": "Catatan TPI",
}  # fmt: skip
_COLUMNS = {"section": "C", "component": "C", "area": "D", "subcomponent": "E"}


def portal_row(row):
    return row - (2 if row < 90 else 3)


def write_portal(path, unit=(), tpi=(), notes=(), links=()):
    """Write a workbook; ``unit`` and ``tpi`` are cells by row, notes and links of the unit by row."""
    book = openpyxl.Workbook()
    guide = book.active
    guide.title = "Petunjuk"
    guide["B2"], guide["B4"] = "Petunjuk pengisian", "Jawaban diisi dengan pilihan pada kolom J"
    recap, sheet, data = (book.create_sheet(name) for name in ("Utama", "Jawaban", "Referensi"))
    for number, kind in enumerate((*KINDS.values(), "%", "Jumlah"), start=1):
        data.cell(number, 1, kind)
    data.sheet_state = "hidden"
    recap["B2"], recap["B3"], recap["C3"] = "Rekapitulasi Zona Integritas Tahun 2026", "Unit Kerja", ": Lapas Contoh"
    _headings(sheet)
    for section in INSTRUMENT.sections:
        _branch(sheet, section)
    _totals(sheet)
    for row, area in enumerate(INSTRUMENT.areas.values(), start=6):
        recap.cell(row, 2, area[0].title)
        recap.cell(row, 4, "=" + "+".join(f"Jawaban!O{portal_row(node.row)}" for node in area))
    for column, cells in (("K", unit), ("N", tpi), ("L", notes), ("M", links)):
        for row, value in dict(cells).items():
            sheet[f"{column}{row}"] = value
    book.save(path)
    return path


def _headings(sheet):
    sheet["C1"] = "Penilaian"
    sheet.merge_cells("C1:G1")
    for letter, text in HEADINGS.items():
        sheet[f"{letter}1"] = text


def _branch(sheet, node):
    row, column = portal_row(node.row), _COLUMNS[node.kind]
    sheet[f"{column}{row}"] = f"{node.label} {node.title.upper() if node.kind != 'subcomponent' else node.title}"
    sheet.merge_cells(f"{column}{row}:G{row}")
    sheet[f"H{row}"] = float(node.weight)
    sheet[f"P{row}"] = f"=O{row}/H{row}"
    rows = [portal_row(child.row) for child in node.children]
    if node.aggregation == "mean":
        last = max(portal_row(item.row) for child in node.children for item in (child, *inputs(child)))
        sheet[f"O{row}"] = f"=AVERAGE(O{rows[0]}:O{last})*H{row}"
    else:
        sheet[f"O{row}"] = f"=SUM({','.join(f'O{each}' for each in rows)})"
    for child in node.children:
        (_branch if isinstance(child, Node) else _question)(sheet, child)


def inputs(question):
    return question.answer.inputs if not isinstance(question, Node) and isinstance(question.answer, Ratio) else ()


def _question(sheet, question):
    row, item = question.portalrb_row, question.answer
    sheet[f"F{row}"], sheet[f"G{row}"], sheet[f"I{row}"] = question.label, question.text, question.guidance
    own = INSTRUMENT.nodes[question.parents[-1]].aggregation == "sum"
    if own:
        sheet[f"H{row}"] = float(question.share)
    if isinstance(item, Choice):
        kind = KINDS[item.scale]
        sheet[f"J{row}"], sheet[f"O{row}"] = kind, f"={_score(kind, f'N{row}')}" + (f"*H{row}" if own else "")
    elif isinstance(item, Index):
        sheet[f"J{row}"], sheet[f"O{row}"] = "0-4", f'=IF(N{row}="","Blm Diisi",N{row}/4)*H{row}'
    else:
        _ratio(sheet, row, item)


def _score(kind, cell):
    if kind == "Ya/Tidak":
        return f'IF({cell}="Ya",1,IF({cell}="Tidak",0,"Blm Diisi"))'
    text = '"Blm Diisi"'
    for letter, score in reversed(list(zip("ABCDE", SCORES[kind], strict=False))):
        text = f'IF({cell}="{letter}",{score},{text})'
    return text


def _ratio(sheet, row, ratio):
    rows = {item.key: item.portalrb_row for item in ratio.inputs}
    sheet[f"J{row}"], sheet[f"O{row}"] = "%", f'=IF(N{row}="","Blm Diisi",N{row})'
    for column in "KN":
        above, below = (
            "+".join(f"{column}{rows[key]}" for key in keys) for keys in (ratio.numerator, ratio.denominator)
        )
        empty = ",".join(f'{column}{rows[item.key]}=""' for item in ratio.typed)
        share = f"IF(({above})/({below})>1,1,({above})/({below}))"
        if ratio.both_zero is not None:
            share = f"IF(AND(({above})=0,({below})=0),1,IF(({above})>({below}),0,(({below})-({above}))/({below})))"
        sheet[f"{column}{row}"] = f'=IF(OR({empty}),"Blm Diisi",{share})'
    for item in ratio.inputs:
        at = item.portalrb_row
        sheet[f"G{at}"], sheet[f"J{at}"], sheet[f"O{at}"] = f"- {item.title}", "Jumlah", f'=IF(N{at}="","Blm Diisi","")'
        for column in "KN" if item.computed else "":
            sheet[f"{column}{at}"] = "=" + "+".join(f"{column}{rows[key]}" for key in item.computed)


def _totals(sheet):
    pull, results = INSTRUMENT.sections
    for number, title, formula in (
        (198, "TOTAL PENGUNGKIT", "+".join(f"O{portal_row(child.row)}" for child in pull.children)),
        (206, "TOTAL HASIL", "+".join(f"O{portal_row(child.row)}" for child in results.children)),
        (208, "NILAI EVALUASI ZONA INTEGRITAS", f"SUM(O{portal_row(198)},O{portal_row(206)})"),
    ):
        row = portal_row(number)
        sheet[f"C{row}"], sheet[f"O{row}"] = title, f"={formula}"
    for section, total in ((pull, 198), (results, 206)):
        sheet[f"O{portal_row(section.row)}"] = f"=O{portal_row(total)}"
