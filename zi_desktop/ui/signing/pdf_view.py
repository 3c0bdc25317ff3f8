"""The pages of a PDF on a quiet ground; importing this module loads QtPdf."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMargins, QPointF, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Space

_POINTS_AN_INCH: Final = 72
_STEP: Final = 1.15
_LEAST, _MOST = 0.25, 4.0


class PdfView(QPdfView):
    """Shows one document, fitted to the width until a zoom is chosen; ``moved`` comes with page or zoom."""

    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.setDocument(self._document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocumentMargins(QMargins(Space.L, Space.L, Space.L, Space.L))
        self.setPageSpacing(Space.M)
        self.setAccessibleName(self.tr("Pratinjau dokumen"))
        self.pageNavigator().currentPageChanged.connect(lambda _: self.moved.emit())
        self._follow_theme()

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document at the place where the last one stood; the file itself is never held open."""
        place = self.verticalScrollBar().value()
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.verticalScrollBar().setValue(place)
        self.moved.emit()

    def page(self) -> int:
        """Return the number of the page in sight, from 1; 0 without a document."""
        return self.pageNavigator().currentPage() + 1 if self.pages() else 0

    def pages(self) -> int:
        """Return how many pages there are."""
        return self._document.pageCount()

    def turn(self, step: int) -> None:
        """Show the next page (1) or the one before (-1)."""
        target = min(max(self.page() - 1 + step, 0), self.pages() - 1)
        if self.pages():
            self.pageNavigator().jump(target, QPointF(), 0)

    def percent(self) -> int:
        """Return how large the pages are, in percent of paper."""
        return round(self._factor() * 100)

    def zoom(self, step: int) -> None:
        """Make the pages larger (1) or smaller (-1)."""
        factor = min(max(self._factor() * _STEP**step, _LEAST), _MOST)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(factor)
        self.moved.emit()

    def fit(self) -> None:
        """Make the pages as wide as the place."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._follow_theme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that fitted pages have another size."""
        super().resizeEvent(event)
        self.moved.emit()

    def _factor(self) -> float:
        if self.zoomMode() is not QPdfView.ZoomMode.FitToWidth or not self.pages():
            return float(self.zoomFactor())
        free = self.viewport().width() - self.documentMargins().left() - self.documentMargins().right()
        inches = self._document.pagePointSize(0).width() / _POINTS_AN_INCH
        return max(free / (inches * self.screen().logicalDotsPerInchX()), _LEAST)

    def _follow_theme(self) -> None:
        # QPdfView fills the ground beside its pages with this role; the pages themselves stay white.
        palette, ground = self.palette(), QColor(tokens_of(self.palette()).track)
        if palette.color(QPalette.ColorRole.Dark) != ground:
            palette.setColor(QPalette.ColorRole.Dark, ground)
            self.setPalette(palette)
