"""The guidance of an item: how to judge, what to look for, whom to ask, where."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zi_desktop.ui.evaluation.item.guidance import Guidance, Section
from zi_desktop.ui.theme import tokens_of
from zi_desktop.ui.tokens import Height, Space, Weight
from zi_desktop.ui.widgets.labels import KeyCap, text_label


class GuidancePanel(QWidget):
    """Shows the sections; scrolled by keys when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guidance = Guidance(())
        # One document, not a label for each line: an item is shown within a frame.
        self.words = text_label("", "small")
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.page = QScrollArea()
        self.page.setWidget(self.words)
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.page.setAccessibleName(self.tr("Petunjuk butir"))
        self.page.viewport().setAutoFillBackground(False)
        self.words.setAutoFillBackground(False)
        self._lay_out()

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the guidance of an item, from its beginning."""
        if guidance == self._guidance:
            return
        self._guidance = guidance
        self._write()
        self.page.verticalScrollBar().setValue(0)
        lines = (line for section in guidance.sections for line in section.lines)
        self.page.setAccessibleDescription("\n".join(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        ink = tokens_of(self.palette()).text
        sections = (_section(section, ink, first=not place) for place, section in enumerate(self._guidance.sections))
        self.words.setText("".join(sections))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        title = text_label(self.tr("Petunjuk"), "strong")
        title.setMinimumHeight(Height.ROW)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(KeyCap("F1"))
        frame = QWidget()
        frame.setProperty("surface", "panel")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(frame, 1)


def _section(section: Section, ink: str, *, first: bool) -> str:
    """Return the title over its lines; a listed line hangs beside its dot."""
    top = 0 if first else Space.S
    title = f'<p style="margin:{top}px 0 1px 0; color:{ink}; font-weight:{Weight.STRONG}">{escape(section.title)}</p>'
    if section.listed:
        rows = "".join(f'<tr><td width="{Space.M}">•</td><td>{escape(line)}</td></tr>' for line in section.lines)
        return f'{title}<table cellspacing="0" cellpadding="0">{rows}</table>'
    return title + "".join(f'<p style="margin:0 0 3px 0">{escape(line)}</p>' for line in section.lines)
