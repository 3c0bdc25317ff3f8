"""Bantuan: the keys, the version, and where the workspace and the log are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zi_desktop import __version__, paths
from zi_desktop.ui.help.keys import KEYS, KeyGroup
from zi_desktop.ui.page import Heading, KeyHint, Page
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.labels import KeyCap, text_label

_WIDEST = 1100


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
        row = QHBoxLayout(content)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        panels = [*map(self._keys, KEYS), self._places(workspace)]
        for side in (panels[::2], panels[1::2]):
            beside = QVBoxLayout()
            beside.setSpacing(Space.M)
            for panel in side:
                beside.addWidget(panel)
            beside.addStretch()
            row.addLayout(beside, 1)
        self._scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

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
