"""The typeface of the screen: Source Sans Pro in pixel sizes, the same face as on paper."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from zi_desktop.ui.tokens import Type, Weight

FAMILY: Final = "Source Sans Pro"
_FALLBACKS: Final = ("Segoe UI", "Noto Sans")
EQUAL_WIDTH: Final = '"Consolas", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", monospace'
"""Of commands and logs, as a style rule names it: every system brings one of them."""
_FILES: Final = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf")


def load_fonts() -> None:
    """Make the face known to Qt; without its files the fallbacks stand in."""
    # The package itself is not imported: it lists its folder twice at import.
    spec = find_spec("font_source_sans_pro")
    for place in spec.submodule_search_locations or () if spec else ():
        for name in _FILES:
            QFontDatabase.addApplicationFont(str(Path(place) / "files" / name))


def application_font(scale: float) -> QFont:
    """Return the font of body text; every other size is derived from it."""
    return _sized(round(Type.BODY * scale), Weight.TEXT)


def text_scale() -> float:
    """Return how much larger than normal the person wants text to be."""
    return max(1.0, QGuiApplication.font().pixelSize() / Type.BODY)


def font(size: int = Type.BODY, weight: int = Weight.TEXT) -> QFont:
    """Return the face at one of the sizes of ``Type``, grown by the person's text size."""
    return _sized(round(size * text_scale()), weight)


@cache  # delegates ask for a face with each row they paint; nobody changes one
def _sized(pixels: int, weight: int) -> QFont:
    made = QFont()
    made.setFamilies([FAMILY, *_FALLBACKS])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
