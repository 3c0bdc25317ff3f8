"""Hasil pemeriksaan laporan: the verdict in words, its grounds, the signers, what was found."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.verification.words import SignatureLine, VerdictShown
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import ElidedLabel, text_label
from zi_desktop.ui.widgets.pills import INK, Tone

_WIDTH: Final = 640
_EDGE: Final = 48
_SYMBOL: Final = 24


class VerificationDialog(DialogFrame):
    """Shows one verification after another; the ways on are asked for by signals."""

    trust_requested = Signal()
    trust_dropped = Signal()
    other_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Hasil pemeriksaan laporan"), "", parent)
        self._window = parent
        self.file = Path()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("surface", "panel")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll, 1)
        self.body.addLayout(self._trust_row())
        other = self.add_button(self.tr("Periksa berkas lain…"))
        self.buttons.insertWidget(0, other)
        other.clicked.connect(self.other_requested)

    def show_verdict(self, file: Path, shown: VerdictShown, trust: Path | None) -> None:
        """Show what a file is worth, and by which list of signers that was judged."""
        self.file = file
        content = _content(file, shown)
        self._scroll.setWidget(content)
        self._scroll.setAccessibleName(f"{shown.title}. {shown.meaning}")
        self._trust.setText(trust.name if trust else self.tr("Belum dipilih"))
        self._drop.setVisible(trust is not None)
        self._fit(content)

    def _fit(self, content: QWidget) -> None:
        """Take the height that the words need, as far as the window has it."""
        free = self._window.size()
        width = min(_WIDTH, free.width() - _EDGE)
        needed = content.heightForWidth(width - 2 * Space.XL - 2) + 2
        around = self.sizeHint().height() - self._scroll.sizeHint().height()
        self.resize(width, min(needed + around, free.height() - _EDGE))

    def _trust_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(text_label(self.tr("Daftar penanda tangan:"), "small"))
        self._trust = ElidedLabel()
        self._trust.setProperty("role", "mark")
        row.addWidget(self._trust)
        choose = push_button(self.tr("Pilih berkas…"), "link", "folder")
        choose.clicked.connect(self.trust_requested)
        self._drop = push_button(self.tr("Lepaskan"), "link")
        self._drop.clicked.connect(self.trust_dropped)
        for button in (choose, self._drop):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        return row


def _content(file: Path, shown: VerdictShown) -> QFrame:
    content = QFrame()
    content.setProperty("surface", "plain")
    column = QVBoxLayout(content)
    column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    column.setSpacing(Space.XS)
    column.addLayout(_head(shown))
    column.addSpacing(Space.S)
    column.addLayout(_facts((("Berkas", file.name), *shown.facts)))
    if shown.signatures:
        column.addSpacing(Space.M)
        signed = f"Tanda tangan, {shown.signed}" if shown.signed else "Tanda tangan"
        column.addWidget(text_label(f"{signed} · waktu menurut jam komputer penanda tangan", "header"))
        column.addLayout(_signatures(shown.signatures))
    if shown.problems:
        column.addSpacing(Space.M)
        column.addWidget(text_label("Yang ditemukan", "header"))
        for problem, tone in shown.problems:
            column.addLayout(_problem(problem, tone))
    column.addStretch()
    return content


def _head(shown: VerdictShown) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    row.addWidget(IconLabel(name=shown.icon, ink=INK[shown.tone], size=_SYMBOL), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(_wrapped(shown.title, "question"))
    words.addWidget(_wrapped(shown.meaning, "secondary"))
    row.addLayout(words, 1)
    return row


def _facts(facts: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(_SYMBOL + Space.M, 0, 0, 0)
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(1, 1)
    for row, (title, words) in enumerate(facts):
        grid.addWidget(text_label(title, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
        label = _wrapped(words)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label, row, 1)
    return grid


def _signatures(lines: tuple[SignatureLine, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, Space.XS, 0, 0)
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.S)
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(lines):
        symbol = IconLabel(name=line.icon, ink=INK[line.tone])
        symbol.setFixedWidth(_SYMBOL)
        grid.addWidget(symbol, row, 0)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(_wrapped(line.name, "strong"))
        names.addWidget(text_label(line.role, "small"))
        grid.addLayout(names, row, 1)
        state = QVBoxLayout()
        state.setSpacing(0)
        for words, role in ((line.state, ""), (line.at, "small")):
            label = text_label(words, role)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            state.addWidget(label)
        grid.addLayout(state, row, 2)
    return grid


def _problem(problem: str, tone: Tone) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, Space.XS, 0, 0)
    row.setSpacing(Space.M)
    symbol = IconLabel(name="cross-circle" if tone is Tone.BAD else "warning", ink=INK[tone])
    symbol.setFixedSize(_SYMBOL, QFontMetrics(font()).height())  # in the middle of the first line
    row.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_wrapped(problem), 1)
    return row


def _wrapped(words: str, role: str = "") -> QLabel:
    label = text_label(words, role)
    label.setWordWrap(True)
    return label
