"""The guidance of an item: how to judge, what to look for, whom to ask, where."""

from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from zi_desktop.ui.evaluation.item.guidance import Guidance, Section
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Space, Tokens, Type, Weight
from zi_desktop.ui.widgets.labels import KeyCap, text_label

_PAPER: Final = """
QTextBrowser { background: palette(base); border: 1px solid palette(mid); padding: 3px 0 3px 8px; }
QTextBrowser:focus { border: 2px solid palette(highlight); padding: 2px 0 2px 7px; }
"""
"""A panel to read, not a field that is closed: the rules of the program make every other text that cannot be edited."""


class GuidancePanel(QWidget):
    """Shows the sections; scrolled by keys when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guidance = Guidance(())
        self._written: Guidance | None = None
        self.page = _Page()
        self.page.setStyleSheet(_PAPER)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Petunjuk butir"))
        title = text_label(self.tr("Petunjuk"), "strong")
        title.setMinimumHeight(Height.ROW)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(text_label(self.tr("Data dukung"), "small"))  # what stood here comes back by the same key
        head.addWidget(KeyCap("F1"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.page, 1)

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the guidance of an item, from its beginning."""
        if guidance != self._guidance:
            self._guidance = guidance
            self._write_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Write what was left out while nobody saw it."""
        super().showEvent(event)
        self._write_if_seen()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._written = None
            self._write_if_seen()

    def _write_if_seen(self) -> None:
        """Write the page; hidden, as it is for most keys, it only grows old."""
        if self.isVisible() and self._written != self._guidance:
            self._written = self._guidance
            self._write()

    def _write(self) -> None:
        tokens = tokens_of(self.palette())
        sections = (_section(section, tokens, first=not n) for n, section in enumerate(self._guidance.sections))
        size = round(Type.SMALL * text_scale())
        self.page.setHtml(f'<div style="color:{tokens.text2}; font-size:{size}px">{"".join(sections)}</div>')


class _Page(QTextBrowser):
    """Text that ends with a whole line: the next one waits until it is scrolled to."""

    def __init__(self) -> None:
        super().__init__()
        # Qt moves what was painted, and with it the ground over a line.
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the ground over a line that is cut by the lower edge."""
        super().paintEvent(event)
        port = self.viewport()
        line = self.cursorRect(self.cursorForPosition(QPoint(port.width() // 2, port.height() - 1)))
        if line.top() < port.height() <= line.bottom():
            cut = QRect(0, line.top(), port.width(), port.height() - line.top())
            QPainter(port).fillRect(cut, QColor(tokens_of(self.palette()).surface))


def _section(section: Section, tokens: Tokens, *, first: bool) -> str:
    """Return the title over its lines; a listed line hangs beside its dot."""
    place = f"margin:{0 if first else Space.S}px 0 1px 0"
    title = f'<p style="{place}; color:{tokens.text}; font-weight:{Weight.STRONG}">{escape(section.title)}</p>'
    if section.listed:
        rows = "".join(f'<tr><td width="{Space.M}">•</td><td>{escape(line)}</td></tr>' for line in section.lines)
        return f'{title}<table cellspacing="0" cellpadding="0">{rows}</table>'
    return title + "".join(f'<p style="margin:0 0 3px 0">{escape(line)}</p>' for line in section.lines)
