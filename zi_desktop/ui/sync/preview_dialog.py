"""What a bundle would bring, before it is taken; cards of unknown devices are compared and accepted here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.services.exchange.bundle_preview import Stranger
from zi_desktop.ui.sync.preview_words import Notice, PreviewShown
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import in_two_lines, text_label
from zi_desktop.ui.widgets.pills import INK, Tone

_WIDTH = 600
_EDGE = 48
_SYMBOL = {Tone.BAD: "cross-circle", Tone.WARN: "warning", Tone.NEUTRAL: "info", Tone.OK: "check-circle"}


class PreviewDialog(DialogFrame):
    """Asks whether to take it: ``taken``, or ``cards_accepted`` with the cards that were compared."""

    taken = Signal()
    cards_accepted = Signal(list)

    def __init__(self, shown: PreviewShown, parent: QWidget, *, writable: bool) -> None:
        super().__init__(shown.title, parent.tr("Ambil") if shown.takeable or shown.strangers else "", parent)
        self._take = self.tr("Ambil") if shown.brings else self.tr("Simpan, terima nanti")
        self._shown, self._writable = shown, writable
        self.ticks: list[TickBox] = []
        self._content = self._made()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("surface", "panel")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setAccessibleName(f"{shown.title}. {shown.meaning}")
        self._scroll.setWidget(self._content)
        self.body.addWidget(self._scroll, 1)
        self._follow()
        self._fit(parent)
        (self.ticks[0] if self.ticks else self.confirm_button).setFocus()

    def confirm(self) -> None:
        """Accept the cards that were compared, else take the bundle."""
        accepted = [each.card for each, tick in zip(self._shown.strangers, self.ticks, strict=True) if tick.isChecked()]
        if not self.confirm_button.isEnabled():
            return
        if accepted:
            self.cards_accepted.emit(accepted)
        else:
            self.taken.emit()
        self.accept()

    def _follow(self) -> None:
        if self.confirm_button is self.cancel_button:
            return
        compared = any(tick.isChecked() for tick in self.ticks)
        self.confirm_button.setText(self.tr("Terima kartu") if compared else self._take)
        self.confirm_button.setEnabled(self._writable and (compared or self._shown.takeable))
        if not self._writable:
            self.confirm_button.setToolTip(self.tr("Ruang kerja hanya dapat dibaca."))

    def _fit(self, parent: QWidget) -> None:
        """Take the height that the words need, as far as the window has it."""
        free = parent.window().size()
        width = min(_WIDTH, free.width() - _EDGE)
        self._content.ensurePolished()
        needed = self._content.heightForWidth(width - 2 * Space.XL - 2) + 2
        around = self.sizeHint().height() - self._scroll.sizeHint().height()
        self.resize(width, min(needed + around, free.height() - _EDGE))

    def _made(self) -> QFrame:
        content = QFrame()
        content.setProperty("surface", "plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(_sentence(Notice(self._shown.meaning, self._shown.tone), "strong"))
        column.addLayout(_facts(self._shown.facts))
        for notice in self._shown.notices:
            column.addLayout(_sentence(notice))
        for stranger in self._shown.strangers:
            column.addLayout(self._stranger(stranger))
        column.addStretch()
        return content

    def _stranger(self, stranger: Stranger) -> QVBoxLayout:
        assert stranger.card is not None
        card = stranger.card
        words = self.tr(
            "{lines} perubahan dari laptop {name} menunggu sampai kartunya diterima. Cocokkan sidik jari ini dengan "
            "pemiliknya, di kertas atau lewat telepon:"
        ).format(lines=stranger.lines, name=card.name)
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addLayout(_sentence(Notice(words, Tone.WARN)))
        print_ = text_label(in_two_lines(stranger.fingerprint), "strong")
        print_.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        print_.setContentsMargins(Space.XL, 0, 0, 0)
        column.addWidget(print_)
        tick = TickBox(self.tr("Sidik jari sama, terima kartu {name}").format(name=card.name))
        tick.setEnabled(self._writable)
        tick.toggled.connect(lambda _: self._follow())
        self.ticks.append(tick)
        row = QHBoxLayout()
        row.setContentsMargins(Space.XL, 0, 0, 0)
        row.addWidget(tick)
        row.addStretch()
        column.addLayout(row)
        return column


def _sentence(notice: Notice, role: str = "") -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(IconLabel(name=_SYMBOL[notice.tone], ink=INK[notice.tone]), 0, Qt.AlignmentFlag.AlignTop)
    label = text_label(notice.words, role)
    label.setWordWrap(True)
    row.addWidget(label, 1)
    return row


def _facts(facts: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(Space.XL, 0, 0, 0)
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(1, 1)
    for row, (title, words) in enumerate(facts):
        grid.addWidget(text_label(title, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
        label = text_label(words)
        label.setWordWrap(True)
        grid.addWidget(label, row, 1)
    return grid
