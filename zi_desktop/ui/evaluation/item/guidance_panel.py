"""The guidance of an item: how to judge, what to look for, whom to ask, where."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.ui.evaluation.item.guidance import Guidance, Section
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.labels import KeyCap, text_label


class GuidancePanel(QWidget):
    """Shows the sections; scrolled by keys when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guidance = Guidance(())
        self.page = QScrollArea()
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.page.setAccessibleName(self.tr("Petunjuk butir"))
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        title = text_label(self.tr("Petunjuk"), "strong")
        title.setMinimumHeight(Height.ROW)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(KeyCap("F1"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._framed(), 1)

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the guidance of an item, from its beginning."""
        if guidance == self._guidance:
            return
        self._guidance = guidance
        body = QWidget()
        body.setProperty("surface", "plain")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(10)
        for section in guidance.sections:
            column.addLayout(_section(section))
        column.addStretch(1)
        self.page.setWidget(body)
        self.setAccessibleDescription("\n".join(line for section in guidance.sections for line in section.lines))

    def _framed(self) -> QWidget:
        frame = QWidget()
        frame.setProperty("surface", "panel")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.page)
        return frame


def _section(section: Section) -> QGridLayout:
    """Return the title over its lines; a listed line hangs beside its dot."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    grid.addWidget(text_label(section.title, "mark"), 0, 0, 1, 2)
    for row, line in enumerate(section.lines, start=1):
        words = text_label(line, "small")
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if section.listed:
            grid.addWidget(text_label("•", "small"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, row, int(section.listed), 1, 2 - int(section.listed))
    return grid
