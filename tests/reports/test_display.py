"""A signed report for the eyes: its stamps stand in the pages themselves."""

from io import BytesIO

import pikepdf

from zi_desktop.reports.display import with_stamps_drawn
from zi_desktop.services.reports.verifying import verify_file


def drawn(pdf):
    """Return the names of the forms that the first page paints, and the last lines of its content."""
    with pikepdf.open(BytesIO(pdf)) as file:
        page = file.pages[0]
        page.contents_coalesce()
        return set(page.resources.get("/XObject", {}).keys()), page.Contents.read_bytes().decode("latin-1")


def test_each_stamp_is_drawn_into_its_rectangle(signed):
    _, _, report = signed
    forms, content = drawn(with_stamps_drawn(report.read_bytes()))
    assert {"/ZiStempel0", "/ZiStempel1"} <= forms
    with pikepdf.open(report) as file:
        corners = [[float(number) for number in mark.Rect][:2] for mark in file.pages[0].Annots]
    for number, (left, bottom) in enumerate(corners):
        matrix = content.split(f"cm /ZiStempel{number} Do")[0].rsplit("q ", 1)[1].split()
        assert [float(matrix[4]), float(matrix[5])] == [round(left, 4), round(bottom, 4)]


def test_what_is_shown_is_never_taken_for_the_report(signed, tmp_path):
    _, _, report = signed
    before = report.read_bytes()
    shown = tmp_path / "tampilan.pdf"
    shown.write_bytes(with_stamps_drawn(before))
    assert verify_file(shown).verdict == "altered"
    assert report.read_bytes() == before
