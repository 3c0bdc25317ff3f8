"""Data dukung of something that is no item: a precondition's files, added, looked at, judged and taken away by key."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Signal, SignalInstance
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from zi_desktop.ui.evidence.dropped import is_evidence
from zi_desktop.ui.evidence.lines import EvidenceLine
from zi_desktop.ui.evidence.list_view import EvidenceList
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.key_line import KeyLine
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.pills import Tone

_SIZE: Final = QSize(640, 440)
_EDGE: Final = 48


class PlaceDialog(DialogFrame):
    """Lists the files of a place; the signals of the list come from ``list``, ``taken`` carries what was dropped."""

    add_asked = Signal()
    paste_asked = Signal()
    taken = Signal(QMimeData)

    def __init__(self, title: str, *, read_only: bool, parent: QWidget) -> None:
        super().__init__(title, "", parent)
        self._read_only = read_only
        self.resize((parent.window().size() - QSize(_EDGE, _EDGE)).boundedTo(_SIZE))
        self.setAcceptDrops(not read_only)
        self.list = EvidenceList()
        self.list.closed = read_only
        self.nothing = text_label(self._invitation(), "secondary")
        self.nothing.setWordWrap(True)
        self.add = self._act(self.tr("Tambah berkas…"), "Ctrl+U", self.add_asked)
        self.paste = self._act(self.tr("Tempel gambar"), "Ctrl+V", self.paste_asked)
        judging = (
            ("S", self.tr("Sesuai")), ("K", self.tr("Kurang")), ("T", self.tr("Tidak sesuai")),
            ("P", self.tr("Periode")), ("Delete", self.tr("Lepas")),
        )  # fmt: skip
        self._hints = (("Enter", self.tr("Lihat")), *(() if read_only else judging))
        self.keys = KeyLine(self._hints)
        self._fill()
        self.list.setFocus()

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """Show the files as they stand."""
        chosen = self.list.currentIndex().isValid()
        self.list.show_lines(tuple(lines))
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        for keys, _ in self._hints:
            self.keys.offer(keys, offered=bool(lines))
        if lines and not chosen:
            self.list.setCurrentIndex(self.list.lines.index(0))
            self.list.setFocus()

    def say(self, sentence: str, tone: Tone) -> None:
        """Say what became of files."""
        self.message.show_message(sentence, tone)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if is_evidence(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        self.taken.emit(event.mimeData())
        event.acceptProposedAction()

    def _invitation(self) -> str:
        if self._read_only:
            return self.tr("Tidak ada data dukung.")
        return self.tr("Belum ada data dukung. Seret berkas ke sini atau tekan Ctrl+U.")

    def _act(self, text: str, keys: str, signal: SignalInstance) -> QAction:
        action = shortcut_action(self, text, keys)
        action.triggered.connect(lambda _checked: signal.emit())
        action.setEnabled(not self._read_only)
        return action

    def _fill(self) -> None:
        panel = QFrame()
        panel.setProperty("surface", "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, 1)
        self.nothing.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addStretch()
        self.body.addWidget(panel, 1)
        self.body.addWidget(self.keys)
        if not self._read_only:
            for place, action in enumerate((self.add, self.paste)):
                self.buttons.insertWidget(place, action_button(action, "", "plus" if action is self.add else ""))
