"""The portfolio's workbook: opened by LibreOffice it says what the screen says, and no name becomes a formula."""

import openpyxl
from fillings import recalculate

from zi_desktop.services.hub.portfolio import HEADINGS, Entry, export_portfolio, texts

HOSTILE = '=HYPERLINK("http://contoh.invalid";"klik")'


def _entry(code, name, total, *, answered=113, failed=(), gap="0", status="selesai"):
    satker = {"code": code, "name": name, "kanwil": "Kanwil Timur", "predicate": "WBK"}
    evaluation = total and {
        "activity": "evaluasi", "target": "WBBM", "status": status, "answered": answered, "questions": 113, "total": total, "area_minimum": "0.75",
        "standing": {"met": not failed, "failed": list(failed), "gap": gap},
    }  # fmt: skip
    return Entry(satker, evaluation)


ENTRIES = (
    _entry("001", HOSTILE, "92.5"),
    _entry("002", "Rutan Dua", "84.998", failed=["total"], gap="0.002"),
    _entry("003", "Rutan Tiga", "17.75", answered=2, failed=["total"], gap="67.25", status="berjalan"),
    _entry("004", "Bapas Empat", None),
    _entry("005", "Bapas Lima", "0", answered=0, failed=["total"], gap="85", status="belum_mulai"),
)


def test_libreoffice_shows_every_satker_as_the_screen_does(tmp_path):
    (opened,) = recalculate([export_portfolio(ENTRIES, tmp_path / "portofolio.xlsx", "Portofolio 2026")], tmp_path)
    sheet = openpyxl.load_workbook(opened).worksheets[0]
    head, *lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert head == list(HEADINGS)
    assert [line[:7] + line[8:] for line in lines] == [list(row[:7]) + list(row[8:]) for row in map(texts, ENTRIES)]
    assert [line[7] for line in lines] == [92.5, 84.998, 17.75, None, None]
    assert [texts(each)[7] for each in ENTRIES] == ["92,50", "84,998", "17,75", "–", "–"]
    assert [sheet.cell(row, 8).number_format for row in (2, 3)] == ["0.00", "0.00########"]
    assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]


def test_the_second_sheet_is_the_recap_for_the_panel(tmp_path):
    more = [_entry("006", "Rutan Enam", "84.998", failed=["total"], gap="0.002"), _entry("000", "Rutan Nol", "99")]
    guided = _entry("007", "Lapas Tujuh", "97")
    guided.evaluation["activity"] = "pembinaan"
    file = export_portfolio([*more, guided, *ENTRIES], tmp_path / "portofolio.xlsx", "Portofolio 2026 A&B")
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["Portofolio", "Rekap panel"]
    recap = book["Rekap panel"]
    assert [(line[0].value, line[7].value) for line in recap.iter_rows(min_row=2)] == [
        ("000", 99), ("001", 92.5), ("002", 84.998), ("006", 84.998),
    ]  # fmt: skip
    assert "Portofolio 2026 A&&B" in recap.oddFooter.left.text
    assert recap.oddFooter.right.text.endswith("Rekap panel")
