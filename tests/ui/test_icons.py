"""Every drawing can be drawn, in the colour of the theme, sharp on every scale."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zi_desktop import paths
from zi_desktop.ui.icons import icon, icon_names, paint_icon, pixmap
from zi_desktop.ui.tokens import DARK, LIGHT

DRAWINGS = sorted((paths.resources() / "icons").glob("*.svg"))


def strongest(picture):
    """The colour of the most opaque pixel."""
    image = picture.toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(colours, key=QColor.alpha)


def test_names_are_those_of_the_drawings():
    assert list(icon_names()) == sorted(path.stem for path in DRAWINGS)


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_stands_on_the_grid_and_takes_any_colour(path):
    assert QSvgRenderer(str(path)).defaultSize() == QSize(24, 24)
    assert "currentColor" in path.read_text("utf-8")
    ink = strongest(pixmap(path.stem, "ok", 48, 1.0))
    assert ink.alpha() > 200
    assert (ink.red(), ink.green(), ink.blue()) == pytest.approx(QColor(LIGHT.ok).getRgb()[:3], abs=2)


def test_an_icon_follows_the_theme_without_being_made_again(theme, dark):
    shown = icon("lock", "accent")
    assert strongest(shown.pixmap(64, 64)).name().upper() == DARK.accent
    theme.apply("light", "normal")
    assert strongest(shown.pixmap(64, 64)).name().upper() == LIGHT.accent


def test_a_disabled_and_a_checked_icon_have_their_own_colours():
    shown = icon("lock", "text2", "accent_text")
    assert strongest(shown.pixmap(QSize(64, 64), QIcon.Mode.Disabled)).name().upper() == LIGHT.control
    checked = shown.pixmap(QSize(64, 64), QIcon.Mode.Normal, QIcon.State.On)
    assert strongest(checked).name().upper() == LIGHT.accent_text


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_has_the_pixels_of_its_device(ratio):
    picture = pixmap("check-circle", "ok", 16, ratio)
    assert picture.width() == round(16 * ratio)
    assert picture.devicePixelRatio() == ratio


def test_an_icon_is_painted_in_the_middle_of_its_place():
    ground = QPixmap(40, 40)
    ground.fill(QColor("white"))
    painter = QPainter(ground)
    paint_icon(painter, QRect(0, 0, 40, 40), "circle", "text", 16)
    painter.end()
    image = ground.toImage()
    touched = [(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y) != QColor("white")]
    assert min(touched) >= (12, 0)
    assert min(y for _, y in touched) >= 12
    assert max(max(point) for point in touched) <= 28


def test_a_name_without_a_drawing_is_a_bug():
    with pytest.raises(FileNotFoundError):
        pixmap("tidak-ada", "text", 16, 1.0)
