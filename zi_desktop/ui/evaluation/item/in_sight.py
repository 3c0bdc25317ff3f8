"""What of an item is kept in sight: a part that was asked for, else what the person scrolls to."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.evaluation.item.layout import lay_out_now
from zi_desktop.ui.forms.ui_item import Ui_Item
from zi_desktop.ui.tokens import Space


class InSight(QObject):
    """Scrolls the parts of an item."""

    def __init__(self, form: Ui_Item) -> None:
        super().__init__(form.scroll)
        self._form = form
        self._wanted: QWidget | None = None
        bar = form.scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, _most: self._keep())
        bar.actionTriggered.connect(lambda _action: self.let_go())

    def show_foot(self, part: QWidget) -> None:
        """Scroll to the foot of a part, and keep it in sight while the parts above it change."""
        self._wanted = part
        lay_out_now()
        self._keep()

    def show_head(self) -> None:
        """Scroll to the question."""
        self.let_go()
        self._form.scroll.verticalScrollBar().setValue(0)

    def let_go(self) -> None:
        """Stay where the person scrolls to."""
        self._wanted = None

    def _keep(self) -> None:
        # Words that wrap take their height only once all has its width.
        if self._wanted is not None and self._wanted.isVisible():
            place = self._wanted.mapTo(self._form.content, QPoint(0, self._wanted.height()))
            self._form.scroll.ensureVisible(0, place.y(), 0, Space.M)
