"""A picture fitted into its place, or a sentence where there is none to show."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Space


class PictureView(QWidget):
    """Shows a picture on a quiet ground; never larger than it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._words = QImage(), ""
        self.setAccessibleName(self.tr("Isi berkas"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QImage) -> None:
        """Show a picture."""
        self._picture, self._words = picture, ""
        self.setAccessibleDescription("")
        self.update()

    def show_words(self, words: str) -> None:
        """Show a sentence in the place of the picture."""
        self._picture, self._words = QImage(), words
        self.setAccessibleDescription(words)
        self.update()

    @property
    def words(self) -> str:
        """Return the sentence that is shown, or ""."""
        return self._words

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and picture."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.track))
        room = self.rect().adjusted(Space.S, Space.S, -Space.S, -Space.S)
        if self._picture.isNull():
            painter.setFont(font())
            painter.setPen(QColor(tokens.text))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)
            return
        size = self._picture.size()
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(room.topLeft(), size)
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._picture)
