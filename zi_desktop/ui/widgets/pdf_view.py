"""The pages of a PDF, one below the other on a quiet ground; importing this module loads QtPdf.

QPdfView keeps the pages it painted by their number alone: after a signature the draft would stay in sight.
"""

from collections import OrderedDict
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Space

_POINTS_AN_INCH: Final = 72
_STEP: Final = 1.15
_LEAST, _MOST = 0.25, 3.0
_KEPT: Final = 4
"""Pages kept as pictures: those in sight and one before and after."""
_LINE: Final = 40
"""Logical pixels that an arrow key scrolls."""


class PdfView(QAbstractScrollArea):
    """Shows one document, fitted to the width until a zoom is chosen; ``moved`` comes with page or zoom."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._zoom: float | None = None
        self._pictures: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Pratinjau dokumen"))
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document at the place where the last one stood; the file itself is never held open."""
        place = self.verticalScrollBar().value()
        before, self._document = self._document, QPdfDocument(self)
        buffer = QBuffer(self._document)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        before.deleteLater()
        self._pictures.clear()
        self._arrange()
        self.verticalScrollBar().setValue(place)

    def page(self) -> int:
        """Return the number of the page in the middle of the sight, from 1; 0 without a document."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return sum(place.top() <= middle for place in self._places()) if self.pages() else 0

    def pages(self) -> int:
        """Return how many pages there are."""
        return self._document.pageCount()

    def turn(self, step: int) -> None:
        """Show the next page (1) or the one before (-1) from its top."""
        if self.pages():
            target = min(max(self.page() - 1 + step, 0), self.pages() - 1)
            self.verticalScrollBar().setValue(self._places()[target].top() - Space.L)

    def percent(self) -> int:
        """Return how large the pages are, in percent of paper."""
        return round(self._factor() * 100)

    def zoom(self, step: int) -> None:
        """Make the pages larger (1) or smaller (-1) around what is in sight."""
        self._rescale(min(max(self._factor() * _STEP**step, _LEAST), _MOST))

    def fit(self) -> None:
        """Make the pages as wide as the place."""
        self._rescale(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the pages in sight; a page is white in every theme."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens_of(self.palette()).track))
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for number, whole in enumerate(self._places()):
            place = whole.translated(-left, -top)
            if place.intersects(self.viewport().rect()):
                painter.fillRect(place, Qt.GlobalColor.white)
                painter.drawImage(place, self._picture(number, place.size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let fitted pages follow the width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Home and End go to both ends of the document; the other keys scroll."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends and not event.modifiers():
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _rescale(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(self._height(), 1)
        self._zoom = zoom
        self._arrange()
        bar.setValue(round(share * self._height()))

    def _factor(self) -> float:
        if self._zoom is not None or not self.pages():
            return self._zoom or 1.0
        free = self.viewport().width() - 2 * Space.L
        return max(free / self._natural(0).width(), _LEAST)

    def _natural(self, number: int) -> QSize:
        """Return the size of a page on paper in logical pixels of the screen."""
        return (self._document.pagePointSize(number) * (self.logicalDpiX() / _POINTS_AN_INCH)).toSize()

    def _places(self) -> list[QRect]:
        """Return where each page lies in the whole, centred where the window is wider."""
        sizes = [self._natural(number) * self._factor() for number in range(self.pages())]
        tops = accumulate((size.height() + Space.M for size in sizes), initial=Space.L)
        wide = max([self.viewport().width(), *(size.width() + 2 * Space.L for size in sizes)])
        return [
            QRect((wide - size.width()) // 2, top, size.width(), size.height())
            for size, top in zip(sizes, tops, strict=False)
        ]

    def _height(self) -> int:
        places = self._places()
        return places[-1].bottom() + Space.L if places else 0

    def _arrange(self) -> None:
        """Let the scroll bars follow the size of the whole."""
        place, places = self.viewport().size(), self._places()
        wide = max((rect.width() + 2 * Space.L for rect in places), default=0)
        for bar, whole, sight in (
            (self.verticalScrollBar(), self._height(), place.height()),
            (self.horizontalScrollBar(), wide, place.width()),
        ):
            bar.setRange(0, max(whole - sight, 0))
            bar.setPageStep(sight)
            bar.setSingleStep(_LINE)
        self.viewport().update()
        self.moved.emit()

    def _picture(self, number: int, size: QSize) -> QImage:
        ratio = self.devicePixelRatioF()
        pixels = (size.toSizeF() * ratio).toSize()
        key = (number, pixels.width(), pixels.height())
        if key not in self._pictures:
            self._pictures[key] = self._document.render(number, pixels)
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]
