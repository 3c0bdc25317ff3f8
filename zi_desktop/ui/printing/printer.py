"""Pages of a PDF on a printer of this laptop; importing this module loads QtPdf and QtPrintSupport, a job's work."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QColorConstants, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from zi_desktop.domain.errors import PrintError
from zi_desktop.ui.printing.order import PrintOrder

_POINTS_AN_INCH: Final = 72
_FINEST: Final = 300
"""Dots an inch: more is not seen in text of this size, and a page would take 140 MB at 600."""


def printer_names() -> tuple[str, ...]:
    """Return the printers of this laptop, the usual one first; looking for those in a network may take seconds."""
    names, usual = QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: name != usual))


def print_order(pdf: bytes, order: PrintOrder, tell: Callable[[int, int], None]) -> None:
    """Print what was ordered; ``tell`` gets how many pages are done, and of how many.

    Raises:
        PrintError: the printer takes nothing.
    """
    printer = QPrinter(QPrinterInfo.printerInfo(order.printer), QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(order.copies)
    printer.setDocName(order.title)
    print_pages(pdf, printer, range(order.first - 1, order.last), tell)


def print_pages(pdf: bytes, printer: QPrinter, pages: range, tell: Callable[[int, int], None]) -> None:
    """Print pages, numbered from 0, each at its own size.

    Raises:
        PrintError: the printer takes nothing.
    """
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    painter = QPainter()
    try:
        for done, page in enumerate(pages):
            tell(done, len(pages))
            _set_page(printer, document.pagePointSize(page))
            _begin_page(painter, printer)
            place = printer.pageLayout().fullRectPixels(printer.resolution())
            painter.drawImage(QRect(0, 0, place.width(), place.height()), _picture(document, page, printer))
    except BaseException:
        printer.abort()  # cancelled or refused: no half of a paper comes out, where the system can call it back
        raise
    finally:
        if painter.isActive():
            painter.end()


def _set_page(printer: QPrinter, size: QSizeF) -> None:
    """Take the whole sheet: the margins are part of the paper."""
    lying = size.width() > size.height()
    upright = size.transposed() if lying else size
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(upright, QPageSize.Unit.Point), way, QMarginsF()))
    printer.setFullPage(True)


def _begin_page(painter: QPainter, printer: QPrinter) -> None:
    begun = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not begun:
        raise PrintError(printer.printerName())


def _picture(document: QPdfDocument, page: int, printer: QPrinter) -> QImage:
    """Return a page on white ground: printers are slow with what shines through."""
    scale = min(printer.resolution(), _FINEST) / _POINTS_AN_INCH
    size: QSize = (document.pagePointSize(page) * scale).toSize()
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(QColorConstants.White)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return sheet
