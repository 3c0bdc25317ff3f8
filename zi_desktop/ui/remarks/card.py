"""Catatan & rekomendasi of the item that is shown: one line, and where there is room the remark that waits longest."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.remarks.card_shown import EMPTY, CardShown
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Radius, Space, Type, Weight
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.labels import ElidedLabel, KeyCap

_GAP: Final = 4
_ROOMY: Final = 180
"""Logical pixels of height of the part around it from which the remark itself is shown."""
_BESIDE: Final = 118
"""From which the data dukung beside it has a line at its foot too: both stand in one line then."""


class RemarkCard(QWidget):
    """The card; ``add_asked`` asks for a new remark, ``opened`` carries the id of the one that is shown."""

    add_asked = Signal()
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._roomy, self._read_only = EMPTY, False, False
        self._words = (self.tr("Catatan & rekomendasi"), self.tr("Rekomendasi"))
        self._title = ElidedLabel(self._words[0], self)
        self._title.setProperty("role", "mark")
        self.count = ElidedLabel(self)
        self.count.setProperty("role", "small")
        self.add = push_button(self.tr("Tambah…"), "link")
        self._keys = KeyCap("F8")
        self.line = RemarkLine(self)
        self.add.clicked.connect(self.add_asked)
        self.line.clicked.connect(lambda: self.opened.emit(self._shown.ident))
        self._lay_out()
        self.show_card(EMPTY, read_only=False)

    def show_card(self, shown: CardShown, *, read_only: bool) -> None:
        """Show the remarks of another item; a closed evaluation takes no new one."""
        self._shown = shown
        self.count.setText(shown.count or (self.tr("Tidak ada") if read_only else ""))
        self.count.setProperty("role", "mark" if shown.late else "small")
        self.count.style().polish(self.count)
        self.count.setVisible(bool(self.count.text()))  # an empty one would take room from the title
        self.add.setText(self.tr("Lanjutkan…") if shown.drafted else self.tr("Tambah…"))
        drafted = self.tr("Lanjutkan catatan yang belum disimpan (F8)")
        self.add.setToolTip(drafted if shown.drafted else self.tr("Catatan baru tentang butir ini (F8)"))
        self._read_only = read_only
        self.add.setVisible(not read_only)
        self.line.show_card(shown)
        self._arrange()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the key out, then a part of the title, where the words have no room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the height of the part around it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange and (around := self.parentWidget()) is not None:
            around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be one line where the part around it is small."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            beside = watched.height() >= _BESIDE
            self._title.setMinimumHeight(Height.SEGMENT if beside else Height.SMALL_BUTTON)
            roomy = watched.height() >= _ROOMY
            if roomy != self._roomy:
                self._roomy = roomy
                self._arrange()
        return False

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab reaches, in order."""
        return (self.add, self.line)

    def _fit(self) -> None:
        self._title.setText(self._words[0])
        shown = [self._title, self.count] if self.count.text() else [self._title]
        needed = [part.sizeHint().width() + Space.S for part in shown]
        needed += [part.sizeHint().width() + Space.S for part in (self.add, self._keys) if not self._read_only]
        whole, keys = sum(needed) - Space.S, 0 if self._read_only else needed[-1]
        self._keys.setVisible(not self._read_only and whole <= self.width())
        self._title.setText(self._words[whole - keys > self.width()])

    def _arrange(self) -> None:
        self.line.setVisible(self._roomy and bool(self._shown.ident))

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.add)
        head.addWidget(self._keys)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addWidget(self.line)
        self._title.setMinimumHeight(Height.SMALL_BUTTON)


class RemarkLine(QAbstractButton):
    """A remark in two lines, painted; pressed it opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = EMPTY
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_card(self, shown: CardShown) -> None:
        """Show another remark."""
        if shown == self._shown:
            return
        self._shown = shown
        self.setToolTip("\n".join(part for part in (shown.title, shown.detail, shown.more) if part))
        words = ", ".join(part for part in (shown.title, shown.detail, shown.more) if part)
        self.setAccessibleName(self.tr("Catatan: {words}").format(words=words))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(120, sum(QFontMetrics(face).height() for face in _faces()) + 2 * Space.XS + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint panel, flag and both lines."""
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, width = (tokens.accent, 2) if self.hasFocus() else (tokens.border, 1)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.hover if self.underMouse() else tokens.surface))
        inset = width / 2
        ground = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ground, Radius.CONTROL, Radius.CONTROL)
        place = self.rect().adjusted(Space.M, Space.XS + 1, -Space.M, -Space.XS - 1)
        title, detail = _faces()
        first = QRect(place.left(), place.top(), place.width(), QFontMetrics(title).height())
        icon = QRect(first.left(), first.top(), IconSize.CELL, first.height())
        paint_icon(painter, icon, self._shown.icon, self._shown.ink)
        left = IconSize.CELL + Space.S
        _write(painter, first.adjusted(left, 0, 0, 0), self._shown.title, title, tokens.text)
        second = QRect(first.left() + left, first.bottom() + 1, first.width() - left, QFontMetrics(detail).height())
        ink = tokens.bad if self._shown.late else tokens.text2
        if more := self._shown.more:
            _write(painter, second, more, detail, tokens.text2, Qt.AlignmentFlag.AlignRight)
            second.adjust(0, 0, -QFontMetrics(detail).horizontalAdvance(more) - Space.M, 0)
        _write(painter, second, self._shown.detail, detail, ink)


def _faces() -> tuple[QFont, QFont]:
    return font(Type.BODY, Weight.STRONG), font(Type.SMALL)


def _write(
    painter: QPainter,
    place: QRect,
    text: str,
    face: QFont,
    ink: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(face)
    painter.setPen(QColor(ink))
    one_line = " ".join(text.split())
    cut = QFontMetrics(face).elidedText(one_line, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), cut)
