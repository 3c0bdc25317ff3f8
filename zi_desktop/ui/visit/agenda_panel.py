"""The left part: what is still open, by whom to ask or where to look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.domain.visit import BY_PERSON, BY_PLACE
from zi_desktop.ui.forms.ui_visit_agenda import Ui_VisitAgenda
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.visit.acts import follow_action
from zi_desktop.ui.visit.shown import VisitShown, agenda_rows
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.labels import text_label


class AgendaPanel(QFrame):
    """Shows the agenda; ``item_requested`` carries the code of an item to go to."""

    item_requested = Signal(str)

    def __init__(self, sheet: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_VisitAgenda()
        form.setupUi(self)
        self._shown: VisitShown | None = None
        self._count = text_label("", "small")
        form.by.set_choices([(BY_PERSON, self.tr("Per orang")), (BY_PLACE, self.tr("Per tempat"))])
        form.by.setAccessibleName(self.tr("Agenda dikelompokkan"))
        form.list.setAccessibleName(self.tr("Agenda kunjungan"))
        form.by.chosen.connect(lambda _: self._show())
        form.list.acted.connect(self._ask)
        dress_panel(form.column, form.head)
        form.footRow.setContentsMargins(Space.M, 0, Space.M, 0)
        form.head.setAlignment(form.by, Qt.AlignmentFlag.AlignLeft)
        form.foot.setFixedHeight(Height.ACTION_BAR)
        form.footRow.addWidget(self._count, 1)
        follow_action(button := push_button("", "", "printer"), sheet, self.tr("Lembar…"))
        form.footRow.addWidget(button)

    @property
    def by(self) -> str:
        """Return how it is grouped."""
        return self.form.by.current()

    @property
    def key(self) -> str:
        """Return the key of the group in which a row is chosen, or ""."""
        group = self.form.list.group()
        return group.key if group else ""

    @property
    def code(self) -> str:
        """Return the code of the chosen item, or ""."""
        row = self.form.list.row()
        return row.id if row else ""

    def show_agenda(self, shown: VisitShown) -> None:
        """Show another agenda."""
        self._shown = shown
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the title give way to the segments."""
        super().resizeEvent(event)
        form = self.form
        needed = form.title.sizeHint().width() + form.by.sizeHint().width() + Space.S + 2 * Space.M
        form.title.setVisible(needed <= self.width())

    def _show(self) -> None:
        shown, form = self._shown, self.form
        if shown is None:
            return
        groups = agenda_rows(shown, self.by)
        form.list.show_groups(groups)
        form.list.setVisible(bool(groups))
        form.nothing.setVisible(not groups)
        form.nothing.show_sentence(self.tr("Semua butir sudah terisi, tidak ada yang ditandai."))
        self._count.setText(self.tr("{count} butir terbuka").format(count=shown.open_items(self.by)))

    def _ask(self) -> None:
        self.item_requested.emit(self.code)


def dress_panel(column: QVBoxLayout, head: QHBoxLayout) -> None:
    """Give a panel of this screen its distances: a heading over a hairline over a list."""
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head.setContentsMargins(Space.M, 10, Space.M, 10)
    head.setSpacing(Space.S)
