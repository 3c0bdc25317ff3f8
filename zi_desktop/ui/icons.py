"""Line icons from our own drawings, coloured by the tokens of the theme that is shown at the moment of painting."""

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from zi_desktop import paths
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize

_INK: Final = b"currentColor"


def icon(name: str, ink: str = "text2", checked: str = "") -> QIcon:
    """Return an icon that follows the theme.

    Args:
        name: of a drawing in ``resources/icons``, without its ending.
        ink: colour of the icon, a field of ``Tokens``; a disabled icon takes ``control``, which no enabled one looks like.
        checked: colour of a checked button's icon; empty = the same.
    """
    return QIcon(_LineIcon(name, ink, checked or ink))


def pixmap(name: str, ink: str, size: int, ratio: float) -> QPixmap:
    """Return an icon as a picture for painting in a delegate; equal ones are drawn once.

    Args:
        name: of the drawing.
        ink: colour, a field of ``Tokens``.
        size: logical pixels.
        ratio: device pixels a logical pixel, of the device that is painted on.
    """
    colour = getattr(tokens_of(QGuiApplication.palette()), ink)
    key = f"zi:{name}:{colour}:{size}:{ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        drawing, pixels = _drawing(name, colour), round(size * ratio)
        found = QPixmap(pixels, pixels)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        drawing.render(painter)
        painter.end()
        found.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, found)
    return found


def paint_icon(painter: QPainter, place: QRect, name: str, ink: str, size: int = IconSize.CELL) -> None:
    """Paint an icon in the middle of a place."""
    picture = pixmap(name, ink, size, painter.device().devicePixelRatioF())
    corner = place.center() - QPoint((size - 1) // 2, (size - 1) // 2)
    painter.drawPixmap(corner, picture)


def icon_names() -> tuple[str, ...]:
    """Return the names of all drawings."""
    return tuple(sorted(path.stem for path in _folder().glob("*.svg")))


def _folder() -> Path:
    return paths.resources() / "icons"


@cache
def _source(name: str) -> bytes:
    """Return the drawing as it stands on the disk; a name without a drawing is a bug and raises."""
    return (_folder() / f"{name}.svg").read_bytes()


def _drawing(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(_INK, colour.encode())))


class _LineIcon(QIconEngine):
    """Paints one drawing in the colour of its ink."""

    def __init__(self, name: str, ink: str, checked: str) -> None:
        super().__init__()
        self._name = name
        self._token = ink
        self._checked = checked

    def clone(self) -> QIconEngine:
        """Return an engine that paints the same."""
        return _LineIcon(self._name, self._token, self._checked)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the lines straight on the device, so that they stay sharp on every scale."""
        colour = getattr(tokens_of(QGuiApplication.palette()), self._ink(mode, state))
        _drawing(self._name, colour).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of ``size`` device pixels, square as all drawings are; equal ones are drawn once."""
        return pixmap(self._name, self._ink(mode, state), min(size.width(), size.height()), 1.0)

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "control"
        return self._checked if state == QIcon.State.On else self._token
