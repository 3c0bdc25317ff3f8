"""What the rail's "Evaluasi" shows while no evaluation is open: those opened last."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from zi_desktop.services.composition import Services
from zi_desktop.ui.fonts import font, text_scale
from zi_desktop.ui.home.columns import Column
from zi_desktop.ui.home.recent_model import Recent, RecentModel, RecentPresenter
from zi_desktop.ui.icons import paint_icon
from zi_desktop.ui.page import Heading, KeyHint, Page
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, IconSize, Space, Type, Weight
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.hairline import line_below

_EDGE: Final = 3
_DAY_ROOM: Final = 190


class RecentPage(Page):
    """The list; ``evaluation_opened`` carries an id, ``home_requested`` comes where there is nothing to open."""

    evaluation_opened = Signal(str)
    home_requested = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._presenter = RecentPresenter(services, self)
        self._model = RecentModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(RecentDelegate(self.list))
        self.list.setAccessibleName(self.tr("Evaluasi yang terakhir dibuka"))
        self.nothing = EmptyLine()
        self.nothing.show_sentence(
            self.tr("Belum ada evaluasi yang dibuka. Pilih satker di Beranda."), self.tr("Ke Beranda")
        )
        self._open = shortcut_action(self.list, self.tr("Buka evaluasi"), "Return")
        self.addAction(self._open)
        self._lay_out()
        self._presenter.shown.connect(self._show)
        self._open.triggered.connect(self._open_current)
        self.list.doubleClicked.connect(self._open_current)
        self.nothing.acted.connect(self.home_requested)

    def heading(self) -> Heading:
        """Return the heading."""
        return Heading(self.tr("Evaluasi"), self.tr("Terakhir dibuka"))

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here."""
        return (
            KeyHint("Enter", self.tr("Buka")),
            KeyHint("Ctrl+Home", self.tr("Beranda")),
            KeyHint("Ctrl+K", self.tr("Perintah")),
        )

    def panes(self) -> Sequence[QWidget]:
        """Return the list."""
        return (self.list,)

    def activate(self) -> None:
        """Read the list again."""
        self._presenter.load()
        self.list.setFocus()

    def _lay_out(self) -> None:
        self._panel = QFrame()
        self._panel.setProperty("surface", "panel")
        inside = QStackedLayout(self._panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        inside.addWidget(self.nothing)
        self._inside = inside
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.addWidget(self._panel)
        column.addStretch()

    def _show(self, recents: list[Recent]) -> None:
        self._model.show_recents(recents)
        self._inside.setCurrentWidget(self.list if recents else self.nothing)
        rows = max(1, len(recents))
        self._panel.setFixedHeight(rows * round(Height.TALL_ROW * text_scale()) + 2)
        self.list.setCurrentIndex(self._model.index(0))

    def _open_current(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.evaluation_opened.emit(self._model.recent(index.row()).row.evaluation_id)


class RecentDelegate(QStyledItemDelegate):
    """A row of two lines: state and name, what it is; at the right when it was open."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(0, round(Height.TALL_ROW * text_scale()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        model = index.model()
        assert isinstance(model, RecentModel)
        recent, tokens, place = model.recent(index.row()), tokens_of(option.palette), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(place.left(), place.top(), _EDGE, place.height(), QColor(tokens.accent))
        if index.row() < model.rowCount() - 1:
            line_below(painter, place, QColor(tokens.border))
        status = recent.row.cells[Column.STATUS]
        paint_icon(
            painter,
            QRect(place.left() + Space.L, place.top(), IconSize.BUTTON, place.height()),
            status.icon,
            status.mark,
            IconSize.BUTTON,
        )
        inner = place.adjusted(Space.L + IconSize.BUTTON + Space.M, 5, -Space.L, -6)
        upper = QRect(inner.left(), inner.top(), inner.width() - _DAY_ROOM, inner.height() // 2)
        _write(painter, upper, recent.row.name, tokens.text, Type.BODY, Weight.STRONG)
        _write(painter, upper.translated(0, upper.height()), recent.words, tokens.text2, Type.SMALL, Weight.TEXT)
        day = QRect(upper.right(), inner.top(), _DAY_ROOM, inner.height())
        _write(painter, day, recent.opened, tokens.text2, Type.SMALL, Weight.TEXT, Qt.AlignmentFlag.AlignRight)


def _write(
    painter: QPainter,
    place: QRect,
    text: str,
    ink: str,
    size: int,
    weight: int,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font(size, weight))
    painter.setPen(QColor(ink))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), cut)
