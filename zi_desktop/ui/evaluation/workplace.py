"""The three panels of Penilaian side by side: tree, item, score; the item takes what room the others leave."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.ui.evaluation.item.view import ItemView
from zi_desktop.ui.evaluation.page_room import Panels, room_of
from zi_desktop.ui.evaluation.score_panel import SCORE_WIDTH, ScorePanel
from zi_desktop.ui.evaluation.tree_panel import TreePanel
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.widgets.hairline import PanelSplitter, UprightRule
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone

_TREE_WIDTH: Final = 340
_TREE_LEAST: Final = 332


class Workplace(QWidget):
    """Holds the panels; ``panels_changed`` comes when one was opened or closed, by a key or for want of room."""

    panels_changed = Signal(Panels)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = TreePanel()
        self.item = ItemView()
        self.score = ScorePanel()
        self.panels = Panels()
        self._before_search: Panels | None = None
        self._closed = MessageBar(across=True)
        self._splitter = PanelSplitter()
        self._lay_out()
        self.tree.item_opened.connect(self._end_search)
        self.tree.search_left.connect(self._end_search)

    def show_closed(self, sentence: str) -> None:
        """Say above the item why nothing can be changed; "" takes the line away."""
        if not sentence:
            self._closed.hide()
        elif sentence != self._closed.text():
            self._closed.show_message(sentence, Tone.NEUTRAL)

    def show_panels(self, panels: Panels) -> None:
        """Open and close panels."""
        if panels == self.panels:
            return
        self.panels, self._before_search = panels, None
        self.tree.setVisible(panels.tree)
        self._score_frame.setVisible(panels.score)
        self.panels_changed.emit(panels)

    def begin_search(self) -> None:
        """Lead to the search, for which the tree opens if it has to, until the search opens an item or is left."""
        before = self.panels
        self.show_panels(before.with_tree(shown=True))
        if self.panels != before:
            self._before_search = before
        self.tree.focus_search()

    def _end_search(self) -> None:
        """Let the panels stand as they did before the search, unless they were changed by hand meanwhile."""
        if (before := self._before_search) is not None:
            self.item.take_focus()  # first: Qt leads the keyboard from a field that goes to any other
            self.show_panels(before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Close what the window has no room for."""
        super().resizeEvent(event)
        self.show_panels(self.panels.resized(room_of(self.window().size())))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._closed)
        column.addWidget(self.item, 1)
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(middle)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._score_frame = self._framed()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._splitter, 1)
        row.addWidget(self._score_frame)
        self._fit()
        self._splitter.setSizes([round(_TREE_WIDTH * text_scale()), 10 * _TREE_WIDTH])

    def _framed(self) -> QWidget:
        # Not a QDockWidget, though drawn as one: it would belong to the window and stand beside every other screen. What
        # a dock does is here: F9 closes and opens it, F6 leads into it, it gives way where the window is small.
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(UprightRule())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.score)
        row.addWidget(scroll)
        return frame

    def _fit(self) -> None:
        scale = text_scale()
        self._score_frame.setFixedWidth(round(SCORE_WIDTH * scale))
        self.tree.setMinimumWidth(round(_TREE_LEAST * scale))
