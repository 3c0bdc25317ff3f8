"""The top bar: mark, title over subtitle, tabs of the open screen, its tools at the right."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.ui.evaluation_words import in_brief
from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.page import Heading, Tab
from zi_desktop.ui.rail import rail_width
from zi_desktop.ui.tab_button import TabButton
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Radius, Space, Type, Weight
from zi_desktop.ui.widgets.buttons import ActionButton
from zi_desktop.ui.widgets.hairline import UprightRule
from zi_desktop.ui.widgets.labels import ElidedLabel

_MARK: Final = QSize(32, 28)
_HAIRLINE: Final = 1
_UNLIMITED: Final = 0xFFFFFF
"""The greatest width of a widget, QWIDGETSIZE_MAX."""
_NARROW: Final = 1000
"""Logical pixels of width below which the subtitle of an evaluation is the brief one and its tabs stand close, whatever
the tools of a tab leave room for: so the tabs stay where they are."""
_TAB_TOOLS: Final = (126, 3)
"""Logical pixels that the tools of any tab of an evaluation need without their words, and the gaps between them."""


class TopBar(QWidget):
    """Shows the heading of the screen in front; ``tab_chosen`` carries a tab's key."""

    tab_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(Height.TOP_BAR - _HAIRLINE)
        self._title, self._subtitle = ElidedLabel(self), ElidedLabel(self)
        self._title.setProperty("role", "title")
        self._subtitle.setProperty("role", "small")
        self._divider = UprightRule(self)
        self._divider.setFixedHeight(Height.CONTROL)
        self._tabs: list[TabButton] = []
        self._tab_row = QHBoxLayout()
        self._tab_row.setSpacing(Space.S)
        self._tool_row = QHBoxLayout()
        self._tool_row.setSpacing(0)
        self._last: list[QWidget] = []
        self._last_row = QHBoxLayout()
        self._last_row.setSpacing(Space.S)
        self._lay_out()

    def show_heading(self, heading: Heading) -> None:
        """Show title, subtitle and tabs."""
        self._title.setText(heading.title)
        self._subtitle.setText(heading.subtitle)
        self._subtitle.brief = in_brief(heading.subtitle)
        self._subtitle.setVisible(bool(heading.subtitle))
        self._divider.setVisible(bool(heading.tabs))
        if [tab.key for tab in heading.tabs] != [tab.key for tab in self._tabs]:
            self._rebuild(heading.tabs)
        for button, tab in zip(self._tabs, heading.tabs, strict=True):
            button.show_tab(tab, current=tab.key == heading.tab)
        self._fit()

    def add_tools(self, tools: Sequence[QWidget]) -> QWidget:
        """Take the tools of a screen; return what ``show_tools`` wants in order to show them."""
        frame = QWidget(self)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for tool in tools:
            row.addWidget(tool)
        frame.hide()
        self._tool_row.addWidget(frame)
        return frame

    def show_tools(self, tools: QWidget) -> None:
        """Show the tools of one screen only."""
        for number in range(self._tool_row.count()):
            item = self._tool_row.itemAt(number)
            if item is not None and (frame := item.widget()) is not None:
                frame.setVisible(frame is tools)
        self._fit()

    def add_last(self, tool: QWidget) -> None:
        """Take a tool that stands at the right end on every screen, where there is room beside everything else."""
        self._last.append(tool)
        self._last_row.addWidget(tool)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tools to the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the person's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Before title or subtitle is cut let tools show their icons alone, beside tabs the primary one too, and move closer.

        Beside tabs the names leave room for the tools of every tab, whichever is open: so the tabs stay where they are.
        In a narrow bar the last tools go before a name is cut.
        """
        self._row.setContentsMargins(rail_width() + Space.L, 0, Space.L, 0)
        narrow = bool(self._tabs) and self.width() < _NARROW * text_scale()
        self._show_last(shown=True)
        self._space(tight=narrow)
        self._limit_names(_UNLIMITED, brief=narrow)
        if self._tabs and (lacking := self._lacking()) > 0:
            self._space(tight=True)
            self._show_last(shown=not narrow or self._lacking() <= 0)
            lacking = self._lacking()
            if lacking > 0:
                self._limit_names(self._names.sizeHint().width() - lacking, brief=narrow)
        self._settle()
        needed = self._shorten_tools()
        if not self._tabs:
            self._space(tight=needed > self.width())
        if needed > self.width():
            self._show_last(shown=False)
        self._settle()

    def _lacking(self) -> int:
        """Return the logical pixels that names and tabs have too many beside the widest tools of a tab."""
        self._settle()
        (tools, gaps), gap = _TAB_TOOLS, self._right.spacing()
        last = sum(tool.sizeHint().width() + gap for tool in self._last if tool.isVisibleTo(self))
        others = self._row.sizeHint().width() - self._right.sizeHint().width()
        return others + tools + gaps * gap + last - self.width()

    def _limit_names(self, width: int, *, brief: bool) -> None:
        """Give title and subtitle their greatest width; a brief subtitle takes no more than its own."""
        own = self._subtitle.fontMetrics().horizontalAdvance(self._subtitle.brief) + 1
        self._title.setMaximumWidth(width)
        self._subtitle.setMaximumWidth(min(width, own) if brief else width)

    def _shorten_tools(self) -> int:
        """Let tools have their words where there is room for them, the primary ones first; return the width that all need."""
        tools = [button for button in self.findChildren(ActionButton) if button.isVisibleTo(self)]
        primary = [button for button in tools if button.property("look") == "primary"]
        needed = self._row.sizeHint().width() + sum(button.words_width() for button in tools)
        for buttons in ([button for button in tools if button not in primary], primary):
            short = needed > self.width() and (buttons is not primary or bool(self._tabs))
            for button in buttons:
                button.be_brief(brief=short)
            needed -= sum(button.words_width() for button in buttons)
        return needed

    def _show_last(self, *, shown: bool) -> None:
        """Show the last tools, or leave their room to everything else."""
        for tool in self._last:
            tool.setVisible(shown)

    def _space(self, *, tight: bool) -> None:
        """Set the distances between the parts."""
        self._row.setSpacing(Space.S if tight else Space.L)
        for row in (self._tab_row, self._right, self._last_row, *self._tools_of_screens()):
            row.setSpacing(Space.XS if tight else Space.S)

    def _settle(self) -> None:
        """Let the row know at once what its parts need now: by itself it would learn it only later."""
        for inner in self._tools_of_screens():
            inner.activate()
        self._row.activate()

    def _tools_of_screens(self) -> Iterator[QLayout]:
        """Return the layouts in which the tools stand, one a screen."""
        for part in (self._tool_row.itemAt(number) for number in range(self._tool_row.count())):
            frame = part.widget() if part is not None else None
            if frame is not None and (inner := frame.layout()) is not None:
                yield inner

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect((rail_width() - _MARK.width()) // 2, (self.height() - _MARK.height()) // 2, 0, 0)
        place.setSize(_MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(place, Radius.CONTROL, Radius.CONTROL)
        painter.setPen(QColor(tokens.on_accent))
        painter.setFont(font(Type.TITLE, Weight.SCORE))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "ZI")

    def _lay_out(self) -> None:
        self._names = names = QVBoxLayout()
        names.setSpacing(1)
        names.addStretch()
        names.addWidget(self._title)
        names.addWidget(self._subtitle, 0, Qt.AlignmentFlag.AlignLeft)  # its greatest width is not that of the title
        names.addStretch()
        self._row = row = QHBoxLayout(self)
        row.setSpacing(Space.L)
        row.addLayout(names)
        row.addWidget(self._divider)
        row.addLayout(self._tab_row)
        row.addStretch(1)
        self._right = right = QHBoxLayout()
        right.setSpacing(Space.S)
        right.addLayout(self._tool_row)
        right.addLayout(self._last_row)
        row.addLayout(right)

    def _rebuild(self, tabs: Sequence[Tab]) -> None:
        for button in self._tabs:
            self._tab_row.removeWidget(button)
            button.deleteLater()
        self._tabs = [TabButton(tab.key, self) for tab in tabs]
        for button in self._tabs:
            self._tab_row.addWidget(button)
            button.chosen.connect(self.tab_chosen)
            button.show()
