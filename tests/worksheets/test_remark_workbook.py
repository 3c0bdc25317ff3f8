"""The workbook of remarks: opened by LibreOffice, no text of a person becomes a formula, stopped without a file."""

import openpyxl
import pytest
from builders import CHOICE, begin, open_services
from fillings import recalculate

from zi_desktop.services.remarks.export import export_remarks
from zi_desktop.services.remarks.keeping import RemarkEntry

HOSTILE = '=HYPERLINK("http://contoh.invalid";"klik")'
TEXTS = ("+1+1", "-2", "@SUM(A1)", "=1/0", "\t=1+1", "1e5", "007")


@pytest.fixture
def rows(tmp_path):
    with open_services(tmp_path / "ruang") as services:
        id_ = begin(services, tmp_path)
        services.remarks.add(id_, RemarkEntry(HOSTILE, "Tetapkan SOP", CHOICE, due="2020-01-31", responsible="=A1"))
        for text in TEXTS:
            services.remarks.add(id_, RemarkEntry("x", text))
        return services.remark_list.rows()


def test_libreoffice_opens_it_and_computes_nothing(rows, tmp_path):
    file = export_remarks(rows, tmp_path / "catatan.xlsx")
    (opened,) = recalculate([file], tmp_path)
    sheet = openpyxl.load_workbook(opened).worksheets[0]
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    texts = {str(cell.value) for cell in cells}
    assert {HOSTILE, "=A1", "Tetapkan SOP", "Terbuka (lewat tenggat)"} <= texts
    assert {text.strip() for text in TEXTS} <= {text.strip() for text in texts}
    assert sheet.max_row == len(rows) + 1


def test_it_tells_how_far_it_is_and_a_stop_leaves_no_file(rows, tmp_path):
    told = []
    export_remarks(rows, tmp_path / "catatan.xlsx", lambda done, whole: told.append((done, whole)))
    assert told == [(n, len(rows)) for n in range(1, len(rows) + 1)]

    def stop(done, _whole):
        if done > 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_remarks(rows, tmp_path / "lain.xlsx", stop)
    assert not (tmp_path / "lain.xlsx").exists()
