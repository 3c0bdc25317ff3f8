"""Bantuan: the keys, the version, and where the workspace and the log are."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zi_desktop import __version__, paths
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.help.keys import KEYS, KeyGroup
from zi_desktop.ui.page import Heading, KeyHint, Page
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.labels import KeyCap, text_label

_WIDEST: Final = 1440
_COLUMN: Final = 376
"""Logical pixels that a column of keys takes at least."""
_MOST: Final = 3
_TITLE_LINES: Final = 2
_PLACES_LINES: Final = 5
"""What a title takes besides the lines of keys below it, and what the places take, to make columns of one height."""


class HelpPage(Page):
    """The screen of help."""

    def __init__(self, workspace: Path) -> None:
        super().__init__()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.tr("Tombol dan tempat penyimpanan"))
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        self._row = QHBoxLayout(content)
        self._row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._row.setSpacing(Space.M)
        self._grids: list[QGridLayout] = []
        listed = [(self._keys(group), len(group[1])) for group in KEYS]
        self._panels = [*listed, (self._places(workspace), _PLACES_LINES)]
        self._count, self._columns = 0, [QVBoxLayout() for _ in range(_MOST)]
        for column in self._columns:
            column.setSpacing(Space.M)
            column.addStretch()
            self._row.addLayout(column)
        self._scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def heading(self) -> Heading:
        """Return the heading."""
        return Heading(self.tr("Bantuan"), self.tr("ZI Desktop {version}").format(version=__version__))

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the way to everything else."""
        return (KeyHint("Ctrl+K", self.tr("Perintah")), KeyHint("Ctrl+Home", self.tr("Beranda")))

    def activate(self) -> None:
        """Let the arrow keys scroll."""
        self._scroll.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Home and End go to both ends, which a scroll area does not by itself."""
        bar = self._scroll.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the person's text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Place the panels in as many columns as find room, and let all words begin at one edge."""
        count = max(1, min(_MOST, int(self.width() / (_COLUMN * text_scale()))))
        if count != self._count:
            self._place_panels(count)
        widest = max(cap.sizeHint().width() for cap in self.findChildren(KeyCap))
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, widest)

    def _place_panels(self, count: int) -> None:
        """Put each panel into the column that is the shortest until then."""
        self._count, filled = count, [0] * count
        for panel, lines in self._panels:
            shortest = filled.index(min(filled))
            filled[shortest] += lines + _TITLE_LINES
            column = self._columns[shortest]
            column.removeWidget(panel)
            column.insertWidget(column.count() - 1, panel)
        for number in range(_MOST):
            self._row.setStretch(number, int(number < count))

    def _keys(self, group: KeyGroup) -> QWidget:
        title, keys = group
        panel, column = _panel()
        column.addWidget(text_label(title, "title"))
        column.addSpacing(Space.XS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, (key, words) in enumerate(keys):
            grid.addWidget(KeyCap(key), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(told := text_label(words), row, 1)
            told.setWordWrap(True)
        column.addLayout(grid)
        self._grids.append(grid)
        return panel

    def _places(self, workspace: Path) -> QWidget:
        panel, column = _panel()
        column.addWidget(text_label(self.tr("Tempat penyimpanan"), "title"))
        for title, place in (
            (self.tr("Ruang kerja: semua isian dan tanda tangan"), workspace.resolve()),
            (self.tr("Catatan gangguan, bila diminta pengelola aplikasi"), paths.log_file()),
        ):
            path = text_label(str(place))
            path.setWordWrap(True)
            path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addSpacing(Space.XS)
            column.addWidget(text_label(title, "header"))
            column.addWidget(path)
        return panel


def _panel() -> tuple[QWidget, QVBoxLayout]:
    panel = QFrame()
    panel.setProperty("surface", "panel")
    column = QVBoxLayout(panel)
    column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
    column.setSpacing(Space.S)
    return panel, column
