"""One version as a card that can be chosen: whose it is, what it says and why, its files, the total with it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.domain.instrument import Column
from zi_desktop.services.settling.matters import Matter, MatterKind, Version, VersionFile
from zi_desktop.ui.settling.shown import totals_words, version_title, when_words
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Radius, Space
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import ElidedLabel, KeyCap, text_label

_SHORT: Final = 12
"""Letters of an answer that stands as a figure; a longer text wraps."""


@dataclass(frozen=True, slots=True)
class CardContext:
    """What all cards of a matter share: whether one can be chosen, whether scores are hidden, the clock, thresholds."""

    matter: Matter
    changeable: bool
    hidden: bool
    now: dt.datetime
    near: Sequence[Fraction]


class VersionCard(QAbstractButton):
    """Chosen by a press or by its number; what it holds only grows, so a long note is read whole."""

    def __init__(self, version: Version, context: CardContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.version = version
        self._context = context
        self._takeable = context.changeable and version.takeable
        self._choose, self._mark = text_label("", "choose"), IconLabel()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._takeable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._spoken())
        self._fill()
        self.toggled.connect(self._show_choice)
        self._show_choice(chosen=False)

    def nextCheckState(self) -> None:
        """Stay as it is: who listens to ``clicked`` says what is chosen."""

    def sizeHint(self) -> QSize:
        """Return what its content needs."""
        layout = self.layout()
        assert layout is not None  # made with the card
        return layout.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked() or self.hasFocus()
        hovered = self.underMouse() and self._takeable
        width = 2 if strong else 1
        painter.setPen(QPen(QColor(tokens.accent if strong else tokens.border), width))
        painter.setBrush(
            QColor(tokens.accent_soft if self.isChecked() else tokens.hover if hovered else tokens.surface)
        )
        place = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(place, Radius.CONTROL, Radius.CONTROL)
        if self.isChecked() and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent_line), 1))
            painter.drawRoundedRect(place.adjusted(2.5, 2.5, -2.5, -2.5), Radius.CAP, Radius.CAP)

    def _show_choice(self, chosen: bool) -> None:  # noqa: FBT001 (the signature of QAbstractButton.toggled)
        self._choose.setText(self.tr("Dipilih") if chosen else self.tr("Pilih"))
        self._choose.setVisible(self._takeable)
        self._mark.setVisible(chosen)
        self.update()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(self._head())
        column.addWidget(_small(when_words(self.version, self._context.matter, self._context.now)))
        if not self.version.proven:
            column.addLayout(_marked(self.tr("Penulis belum dibuktikan"), "warning", "warn"))
        column.addLayout(self._answer())
        if total := self._total():
            column.addWidget(_small(total))
        for title, words in self._texts():
            if title:
                column.addSpacing(Space.XS)
                column.addWidget(text_label(title, "header"))
            column.addWidget(_wrapped(words))
        column.addStretch(1)
        if self.version.files:
            column.addSpacing(Space.XS)
        for file in self.version.files:
            column.addLayout(self._file(file))
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _head(self) -> QHBoxLayout:
        row = _row()
        if self._takeable:
            row.addWidget(KeyCap(str(self.version.number)))
        row.addWidget(ElidedLabelOf(version_title(self.version, self._context.matter), "strong"), 1)
        self._mark.show_icon("check-circle", "accent_text")
        row.addWidget(self._mark)
        row.addWidget(self._choose)
        return row

    def _answer(self) -> QHBoxLayout:
        row, version = _row(), self.version
        short = len(version.words) <= _SHORT and self._context.matter.kind in (MatterKind.ANSWER, MatterKind.BEYOND)
        words = text_label(version.words, "figure" if short else "strong")
        words.setWordWrap(not short)
        row.addWidget(words, 0 if short else 1)
        if not self._context.hidden and version.computation:
            row.addWidget(ElidedLabelOf(version.computation, "secondary", version.explanation), 1)
        row.addStretch()
        return row

    def _total(self) -> str:
        """Return the total with this version, "" where scores are hidden or it has no part in one."""
        context, total = self._context, self.version.total
        if context.hidden or total is None or context.matter.kind is not MatterKind.ANSWER:
            return ""
        return self.tr("Nilai total menjadi {total}").format(total=totals_words(total, context.near))

    def _texts(self) -> Sequence[tuple[str, str]]:
        version, matter = self.version, self._context.matter
        judged = matter.kind in (MatterKind.ANSWER, MatterKind.BEYOND)
        note = self.tr("Catatan TPI") if matter.column is Column.TPI else self.tr("Catatan")
        reason = self.tr("Alasan penyelesaian") if judged else self.tr("Keterangan")
        found = (("", version.criterion), (note, version.note), (reason, version.reason))
        return [(title, words) for title, words in found if words]

    def _file(self, file: VersionFile) -> QHBoxLayout:
        row = _row()
        row.addWidget(IconLabel(None, "attachment", "text2", IconSize.CELL))
        row.addWidget(ElidedLabelOf(file.name, "small"), 1)
        if file.only:
            row.addWidget(text_label(self.tr("hanya di sini"), "header"))
        return row

    def _spoken(self) -> str:
        version, matter = self.version, self._context.matter
        parts = [f"{version.number}. {version_title(version, matter)}", version.words, version.criterion, version.note]
        if not version.proven:
            parts.append(self.tr("penulis belum dibuktikan"))
        return ", ".join(part for part in parts if part)


class ElidedLabelOf(ElidedLabel):
    """A label cut at its right end, in a role of the style sheet; ``tip`` says more than its own text."""

    def __init__(self, text: str, role: str, tip: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setAccessibleDescription(tip)


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    return row


def _small(words: str) -> QLabel:
    label = text_label(words, "small")
    label.setWordWrap(True)
    return label


def _wrapped(words: str) -> QLabel:
    label = text_label(words)
    label.setWordWrap(True)
    return label


def _marked(words: str, icon: str, ink: str) -> QHBoxLayout:
    row = _row()
    row.addWidget(IconLabel(None, icon, ink, IconSize.CELL))
    row.addWidget(text_label(words, "small"), 1)
    return row
