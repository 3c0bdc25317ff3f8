"""Where a proposal stands, in the row of its evaluation."""

from portfolios import bare, row
from PySide6.QtCore import Qt

from zi_desktop.ui.home.choosing import Filter, chosen
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.model import PortfolioModel

AT_DESK = {"stage": "desk", "passed_internal": True, "proposed": True}


def test_of_what_is_signed_the_stage_is_told():
    assert row(1, status="selesai", **AT_DESK).cells[Column.STATUS].text == "Desk"
    assert row(1, status="selesai").cells[Column.STATUS].text == "Selesai"
    assert row(1, status="berjalan", **AT_DESK).cells[Column.STATUS].text == "Berjalan"
    assert bare(1).stage == ""


def test_a_stage_is_found_by_its_name_and_told_whole():
    rows = [row(1, status="selesai", **AT_DESK), row(2)]
    assert [found.id for found in chosen(rows, Filter(search="desk"))[0]] == ["e-1"]
    model = PortfolioModel()
    model.show_rows(rows)
    tips = [model.index(number, Column.STATUS).data(Qt.ItemDataRole.ToolTipRole) for number in range(2)]
    assert tips == ["Selesai · tahapan Desk", None]
