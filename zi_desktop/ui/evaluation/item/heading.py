"""The head of an item: where it lies, the question, its facts, guidance and mark."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.evaluation.item.state import ItemState
from zi_desktop.ui.forms.ui_item_heading import Ui_ItemHeading
from zi_desktop.ui.icons import icon
from zi_desktop.ui.tokens import Height, IconSize, Space


class ItemHeading(QWidget):
    """Shows the head; ``marked`` says what the mark is to become."""

    place_chosen = Signal(str)
    marked = Signal(bool)
    guidance_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_ItemHeading()
        self.form.setupUi(self)
        form = self.form
        for layout in (form.column, form.above, form.below):
            layout.setContentsMargins(0, 0, 0, 0)
        form.column.setSpacing(2)
        form.above.setSpacing(Space.L)
        form.below.setSpacing(Space.XS)
        form.guidance.setIcon(icon("info", "text2", "accent_text"))
        for button in (form.guidance, form.mark):
            button.setFixedHeight(Height.ROW)
            button.setProperty("look", "words")  # large letters too have their tails
            button.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
        form.crumbs.chosen.connect(self.place_chosen)
        form.guidance.clicked.connect(self.guidance_pressed)
        form.mark.clicked.connect(self.marked)

    def show_item(self, state: ItemState) -> None:
        """Show the head of an item."""
        form = self.form
        form.crumbs.show_crumbs(state.crumbs)
        place = self.tr("Butir {position} dari {count}").format(position=state.position, count=state.count)
        form.place.setText(place)
        form.question.setText(state.heading)
        form.question.setToolTip(self.tr("Kata-kata butir: {words}").format(words=state.wording))
        points = self.tr("Nilai {points}").format(points=state.points) if state.points else ""
        form.facts.show_facts(state.facts, points)
        form.mark.show_mark(marked=state.marked)
        form.mark.setEnabled(not state.read_only)
