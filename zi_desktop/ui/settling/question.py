"""The title of what is settled: whole in as many lines as it needs, where the panel is low in one."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel

from zi_desktop.ui.widgets.labels import ElidedLabel


class QuestionLabel(ElidedLabel):
    """Wraps; where it must not, it is cut to "…" and its tooltip holds the whole."""

    def minimumSizeHint(self) -> QSize:
        """Return the width of a word, of a few letters where the rest may be cut."""
        return QLabel.minimumSizeHint(self) if self.wordWrap() else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all lines, or what one holds."""
        if not self.wordWrap():
            super().paintEvent(event)
            return
        if self.toolTip():
            self.setToolTip("")
        QLabel.paintEvent(self, event)
