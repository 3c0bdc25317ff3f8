"""The list of signers: number, name over role, and where each stands."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from zi_desktop.ui.fonts import font
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.signing.signers import SignerLine
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Space, Type, Weight
from zi_desktop.ui.widgets.hairline import line_below

_NOWHERE: Final = QModelIndex()
_LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_NUMBER: Final = 34
"""From the left edge to the name."""
_VERTICAL: Final = 4


class SignersModel(QAbstractListModel):
    """Rows of signers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[SignerLine, ...] = ()

    def show_signers(self, lines: tuple[SignerLine, ...]) -> None:
        """Show other signers."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many sign."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, its name, or what is read aloud."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.number}. {line.name}, {line.role}, {line.state}"
        return line.name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


class SignersList(QListView):
    """As high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SignersModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_SignerDelegate(self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Penanda tangan"))

    def show_signers(self, lines: tuple[SignerLine, ...]) -> None:
        """Show other signers."""
        self._model.show_signers(lines)
        self.setFixedHeight(_row_height() * len(lines))


class _SignerDelegate(QStyledItemDelegate):
    """Paints one signer; the row of the person at this laptop stands on the accent's ground."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of two lines."""
        return QSize(0, _row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, number, name, role and state."""
        tokens, place, line = tokens_of(option.palette), option.rect, index.data(_LINE_ROLE)
        painter.save()
        if line.own:
            painter.fillRect(place, QColor(tokens.accent_soft))
        left = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font(Type.BODY, Weight.STRONG))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(place.adjusted(Space.M, 0, 0, 0), left, str(line.number))
        face = font(Type.BODY, Weight.STRONG if line.turn else Weight.TEXT)
        width = QFontMetrics(face).horizontalAdvance(line.state)
        taken = Space.S + IconSize.CELL + Space.S + width
        names = place.adjusted(_NUMBER, 0, -Space.M, 0)
        lower = _paint_names(painter, names, taken, line, tokens)
        state = QRect(place.right() + 1 - Space.M - width, place.top(), width, place.height())
        if lower:
            state = QRect(state.left(), lower.top(), width, lower.height())
        painter.setFont(face)
        painter.setPen(QColor(tokens.accent_text if line.turn else tokens.text))
        painter.drawText(state, left, line.state)
        symbol = QRect(state.left() - Space.S - IconSize.CELL, state.top(), IconSize.CELL, state.height())
        paint_icon(painter, symbol, line.icon, line.token)
        line_below(painter, place, QColor(tokens.border))
        painter.restore()


def _paint_names(painter: QPainter, place: QRect, taken: int, line: SignerLine, tokens: Any) -> QRect | None:
    """Paint name and role, ``taken`` pixels at the right being the state's; return the role's line if only that can spare them."""
    strong, small = font(Type.BODY, Weight.STRONG), font(Type.SMALL)
    name, role = QFontMetrics(strong), QFontMetrics(small)
    top = place.top() + (place.height() - 1 - name.height() - role.height()) // 2
    beside = place.width() - taken
    cramped = name.horizontalAdvance(line.name) >= beside  # widths are rounded: one that is equal is cut
    painter.setFont(strong)
    painter.setPen(QColor(tokens.text))
    first = QRect(place.left(), top, place.width() if cramped else beside, name.height())
    painter.drawText(first, 0, name.elidedText(line.name, Qt.TextElideMode.ElideRight, first.width()))
    painter.setFont(small)
    painter.setPen(QColor(tokens.text2))
    second = QRect(place.left(), first.bottom() + 1, beside, role.height())
    painter.drawText(second, 0, role.elidedText(line.role, Qt.TextElideMode.ElideRight, second.width()))
    return second if cramped else None


def _row_height() -> int:
    return 2 * _VERTICAL + 1 + QFontMetrics(font(Type.BODY)).height() + QFontMetrics(font(Type.SMALL)).height()
