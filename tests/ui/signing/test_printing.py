"""Cetak: what is ordered, what comes out of a printer, and what is said where there is none."""

from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from zi_desktop.domain.errors import PrintError
from zi_desktop.ui.jobs import CancelledError
from zi_desktop.ui.printing.dialog import PrintDialog
from zi_desktop.ui.printing.order import PrintOrder
from zi_desktop.ui.printing.printer import print_pages


class Recorder(QPrinter):
    """Remembers that it was called back: printing into a file cannot be."""

    aborted = False

    def abort(self):
        self.aborted = True
        return super().abort()


@pytest.fixture
def draft(scored):
    return scored.services.reporting.draft(scored.id).pdf


@pytest.fixture
def printer(tmp_path, qapp):
    """A printer that writes what it prints into a file."""
    printer = Recorder(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cetakan.pdf"))
    return printer


def printed(printer):
    document = QPdfDocument()
    document.load(printer.outputFileName())
    return document


def test_the_pages_that_were_ordered_come_out_on_whole_sheets(draft, printer):
    told = []
    print_pages(draft, printer, range(1, 3), lambda done, whole: told.append((done, whole)))
    paper = printed(printer)
    assert paper.pageCount() == 2
    assert paper.pagePointSize(0).toSize().toTuple() == (595, 842)
    assert told == [(0, 2), (1, 2)]
    assert not printer.aborted
    picture = paper.render(0, paper.pagePointSize(0).toSize())
    inked = sum(picture.pixelColor(x, y).lightness() < 128 for x in range(0, 595, 3) for y in range(0, 842, 3))
    assert 200 < inked < 20_000


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(draft, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "tidak ada" / "cetakan.pdf"))
    with pytest.raises(PrintError, match="Tidak ada yang berubah"):
        print_pages(draft, printer, range(1), lambda *_: None)


def test_printing_stops_where_it_is_cancelled(draft, printer):
    def tell(done, _whole):
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        print_pages(draft, printer, range(3), tell)
    assert printer.aborted


@pytest.fixture
def dialog(page):
    dialog = PrintDialog(["Contoh Lantai 2", "Contoh Lobi"], 10, page)
    dialog.open()
    yield dialog
    dialog.close()


def test_everything_is_ordered_once_on_the_usual_printer(dialog):
    assert dialog.order("Kertas kerja") == PrintOrder("Contoh Lantai 2", 1, 10, 1, "Kertas kerja")


@pytest.mark.parametrize(
    ("field", "number", "words"),
    [("first", 0, "halaman 1–10"), ("last", 11, "halaman 1–10"), ("copies", 0, "antara 1 dan 99")],
)
def test_what_cannot_be_printed_is_named(dialog, field, number, words):
    getattr(dialog, field).set_number(number)
    dialog.confirm()
    assert words in dialog.message.text()
    assert dialog.isVisible()
    assert getattr(dialog, field).property("valid") is False


def test_without_a_printer_the_way_leads_to_a_pdf(qtbot, page, monkeypatch):
    monkeypatch.setattr("zi_desktop.ui.printing.printer.printer_names", tuple)
    asked = []
    monkeypatch.setattr("zi_desktop.ui.signing.file_errands.choose_place", lambda *words: asked.append(words[2]))
    page.acts.preview.print.trigger()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(PrintDialog)))
    dialog = next(each for each in page.findChildren(PrintDialog) if each.isVisible())
    dialog.confirm()
    assert asked == ["Draf Lapas Kelas IIA Contohrejo.pdf"]


def test_what_was_done_with_the_paper_stands_in_the_status_bar(qtbot, page, tmp_path, monkeypatch):
    copy = tmp_path / "salinan.pdf"
    monkeypatch.setattr("zi_desktop.ui.signing.file_errands.choose_place", lambda *_: copy)
    with qtbot.waitSignal(page.save_state_changed) as told:
        page.acts.preview.save.trigger()
    assert told.args[0].text == "Salinan tersimpan: salinan.pdf"
    assert Path(copy).read_bytes().startswith(b"%PDF")
