"""The first minutes: three ways on from an empty workspace."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import IconSize, Radius, Space
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import KeyCap, text_label

_WIDTH = 640


class FirstSteps(QWidget):
    """Three ways, each with what it does; a signal for each, and the keys 1, 2, 3."""

    sample_requested = Signal()
    list_requested = Signal()
    evaluation_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ways = [
            WayOn("1", "target", self.tr("Coba dengan data contoh"),
                  self.tr("Satker dan satu evaluasi rekaan yang sudah terisi, untuk mengenal program."), self),
            WayOn("2", "import", self.tr("Impor daftar satker…"),
                  self.tr("Daftar satker dari Excel atau CSV; baris yang keliru ditunjukkan sebelum disimpan."), self),
            WayOn("3", "plus", self.tr("Mulai evaluasi baru…"),
                  self.tr("Isi satu satker dengan tangan, lalu langsung menilai."), self),
        ]  # fmt: skip
        for way, signal in zip(
            self.ways, (self.sample_requested, self.list_requested, self.evaluation_requested), strict=True
        ):
            way.clicked.connect(signal)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let 1, 2 and 3 press the ways."""
        for way in self.ways:
            if event.text() == way.key and way.isEnabled():
                way.click()
                return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.XL, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(text_label(self.tr("Ruang kerja ini masih kosong."), "question"))
        column.addWidget(text_label(self.tr("Pilih cara memulai; ketiganya dapat dipakai lagi nanti."), "secondary"))
        column.addSpacing(Space.M)
        for way in self.ways:
            way.setMaximumWidth(_WIDTH)
            column.addWidget(way)
        column.addStretch()


class WayOn(QAbstractButton):
    """One way on: key cap, icon, what it is called, what it does."""

    def __init__(self, key: str, drawing: str, title: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.L)
        row.addWidget(KeyCap(key))
        row.addWidget(IconLabel(name=drawing, size=IconSize.RAIL))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(text_label(title, "strong"))
        names.addWidget(text_label(words, "small"))
        row.addLayout(names, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return what its parts need."""
        return QSize(_WIDTH, self._row.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.border), width))
        painter.setBrush(QColor(tokens.hover if self.underMouse() else tokens.surface))
        inset = width / 2
        place = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(place, Radius.CONTROL, Radius.CONTROL)
