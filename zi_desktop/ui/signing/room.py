"""The three parts side by side: the paper takes what room the others leave, in a narrow window it shares one place."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.widgets.hairline import PanelSplitter

_CHECKS: Final = (304, 380)
"""Least and drawn width at normal text size."""
_SIGNATURES: Final = 340
_PAPER: Final = 540
"""Up to this width of the paper the checks stay narrow."""
_PAPER_LEAST: Final = 240
_NARROW: Final = _CHECKS[0] + _PAPER_LEAST + _SIGNATURES
"""Below this width checks and paper take turns."""


class Room(PanelSplitter):
    """Gives the parts their width by the size of the window, until a person moves an edge.

    ``narrowed`` tells when checks and paper begin to take turns, or end to.
    """

    narrowed = Signal(bool)

    def __init__(self, checks: QWidget, paper: QWidget, signatures: QWidget) -> None:
        super().__init__()
        self._checks, self._paper = checks, paper
        self._moved = False
        self._checks_wanted = True
        self.narrow = False
        for part in (checks, paper, signatures):
            self.addWidget(part)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._keep)

    def show_checks(self, *, shown: bool) -> None:
        """Show or hide the checks; in a narrow window the paper stands in their place."""
        self._checks_wanted = shown
        self._checks.setVisible(shown)
        self._paper.setVisible(not (self.narrow and shown))
        self._share()

    def minimumSizeHint(self) -> QSize:
        """Return room for two parts: in less than that for three the paper gives way."""
        scale = text_scale()
        return QSize(round((_CHECKS[0] + _SIGNATURES) * scale), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        scale = text_scale()
        for part, least in zip(
            (self.widget(n) for n in range(3)), (_CHECKS[0], _PAPER_LEAST, _SIGNATURES), strict=True
        ):
            if part is not None:
                part.setMinimumWidth(round(least * scale))
        narrow = self.width() < _NARROW * scale
        if narrow is not self.narrow:
            self.narrow = narrow
            self.show_checks(shown=self._checks_wanted)
            self.narrowed.emit(narrow)
        self._share()

    def _share(self) -> None:
        if not self._moved:
            self.setSizes(
                shares(self.width(), text_scale(), checks=self._checks_wanted, paper=not self._paper.isHidden())
            )

    def _keep(self) -> None:
        self._moved = True


def shares(width: int, scale: float, *, checks: bool, paper: bool) -> list[int]:
    """Return the widths of checks, paper and signatures in a part of the window ``width`` logical pixels wide."""
    signatures = round(_SIGNATURES * scale)
    free = width - signatures - 2
    if not paper:
        return [free, 0, signatures]
    least, drawn = (round(each * scale) for each in _CHECKS)
    wanted = min(max(free - _PAPER, least), drawn) if checks else 0
    return [wanted, free - wanted, signatures]
