"""Data dukung of an item: what was handed over, what is thought of it, and how far it suffices."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from zi_desktop.domain.evidence_terms import LEVELS
from zi_desktop.domain.figures import whole
from zi_desktop.ui.evidence.lines import EvidenceLine, EvidenceShown, Sieve
from zi_desktop.ui.forms.ui_item_evidence import Ui_ItemEvidence
from zi_desktop.ui.icons import icon
from zi_desktop.ui.tokens import Height, IconSize, Space
from zi_desktop.ui.widgets.pills import Tone

_LIST_LEAST: Final = 88
_ONE_FILE: Final = 50
"""Logical pixels of the list below which the line of sufficiency is left out."""
_GAP: Final = 6
_COUNT_ROOM: Final = 40
"""Logical pixels below which the number of files is left out."""
_BESIDE_NAME: Final = 160
"""Logical pixels that icon, button and edges take beside the name of a file that was taken away."""
_SHORTER: Final = 8
"""Logical pixels by which a name is shortened at a time."""


class EvidencePanel(QWidget):
    """Shows the evidence of an item. The signals of the list come from ``list``; ``leveled`` carries a level or "".

    ``reached`` comes when the keyboard was led here, so that it can be brought into sight.
    """

    add_asked = Signal()
    inbox_asked = Signal()
    all_asked = Signal()
    leveled = Signal(str)
    reached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._shown: EvidenceShown | None = None
        self.sieve = Sieve.ALL
        self.form = Ui_ItemEvidence()
        self.form.setupUi(self)
        self._invitation = self.form.empty.text()
        self._lay_out()
        form = self.form
        form.add.clicked.connect(self.add_asked)
        form.drop.pressed.connect(self.add_asked)
        form.inbox.clicked.connect(self.inbox_asked)
        form.level.chosen.connect(self.leveled)
        form.showAll.clicked.connect(self.all_asked)
        self._show_lines(())

    def set_menu(self, actions: Sequence[QAction]) -> None:
        """Put further acts into the menu beside the button."""
        menu = QMenu(self)
        menu.addActions(list(actions))
        self.form.more.setMenu(menu)

    def show_evidence(self, shown: EvidenceShown) -> None:
        """Show the evidence of an item."""
        form = self.form
        # Always: a press of the person moves it, whatever became of the level.
        form.level.set_current("" if shown.sufficiency.disputed else shown.sufficiency.value)
        if shown == self._shown:
            return
        self._shown = shown
        self._read_only = form.list.closed = shown.read_only
        form.add.setVisible(not shown.read_only)
        form.level.setEnabled(not shown.read_only)
        waiting = self.tr("{count} berkas di kotak masuk bukti").format(count=whole(shown.waiting))
        form.inbox.setToolTip(f"{waiting} (Ctrl+Shift+U)")
        form.inbox.setAccessibleName(waiting)
        self._show_lines(shown.lines)
        self._arrange()

    def sift(self, sieve: Sieve) -> None:
        """List only some of the files, of this item and of those that follow."""
        self.sieve = sieve
        if self._shown is not None:
            self._show_lines(self._shown.lines)
            self._arrange()

    def say_removed(self, name: str, undo: Callable[[], object]) -> None:
        """Say that a file was taken away, with a way back, until something else is done."""
        words = self._in_two_lines(self.tr("{name} dilepas."), name)
        self.form.message.show_message(words, Tone.NEUTRAL, [(self.tr("Urungkan"), undo)])
        self._arrange()

    def say_nothing(self) -> None:
        """Take that line away."""
        self.form.message.hide()
        self._arrange()

    def focus_list(self) -> None:
        """Go to the list, or to the button where it is empty."""
        form = self.form
        none = form.add if form.showAll.isHidden() else form.showAll
        (form.list if form.list.lines.rowCount() else none).setFocus()
        self.reached.emit()

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab reaches, in order."""
        form = self.form
        return (form.list, form.showAll, form.add, form.more, *form.level.stops(), form.inbox)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._arrange()

    def _in_two_lines(self, words: str, name: str) -> str:
        """Return words about a file with as much of its name as two lines have room for: the list stands below."""
        metrics, line = self.fontMetrics(), max(self.width() - _BESIDE_NAME, _COUNT_ROOM)
        place, wraps = QRect(0, 0, line, 0), int(Qt.TextFlag.TextWordWrap)
        for room in range(2 * line, 0, -_SHORTER):
            told = words.format(name=metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room))
            taken = metrics.boundingRect(place, wraps, told)
            if taken.width() <= line and taken.height() < 3 * metrics.height():
                break
        return told

    def _show_lines(self, lines: tuple[EvidenceLine, ...]) -> None:
        form = self.form
        listed = tuple(line for line in lines if self.sieve.takes(line))
        form.list.show_lines(listed)
        form.list.setVisible(bool(listed))
        words = self.tr("{count} dari {whole} berkas · {sieve}")
        form.siftedWords.setText(words.format(count=whole(len(listed)), whole=whole(len(lines)), sieve=self.sieve))
        sifted = bool(lines) and self.sieve is not Sieve.ALL
        for part in (form.siftedWords, form.showAll):
            part.setVisible(sifted)
        form.sifted.setContentsMargins(*((Space.M, Space.XS, Space.S, Space.XS) if sifted else (0, 0, 0, 0)))
        form.empty.setVisible(not lines)
        form.empty.setText(self.tr("Tidak ada data dukung.") if self._read_only else self._invitation)
        form.count.setText(self.tr("{count} berkas").format(count=whole(len(lines))) if lines else "")

    def _arrange(self) -> None:
        """Keep room for the list: the drop area gives way first, the line of sufficiency only before the last file."""
        self.form.count.setVisible(self._head_width() + _COUNT_ROOM <= self.width())
        form, free = self.form, self.height() - Height.ROW - _GAP
        telling = not form.message.isHidden()
        free -= form.message.sizeHint().height() + _GAP if telling else 0
        levels = free >= _ONE_FILE + _GAP + Height.SEGMENT and self.width() >= form.level.sizeHint().width()
        free -= Height.SEGMENT + _GAP if levels else 0
        form.level.setVisible(levels)
        self._name_inbox()
        inbox = bool(form.inbox.text()) and self._beside(form.inbox) <= self.width()
        form.inbox.setVisible(levels and inbox)
        form.keys.setVisible(levels and not self._read_only and not inbox and self._beside(form.keys) <= self.width())
        room_to_drop = free >= _LIST_LEAST + _GAP + form.drop.sizeHint().height()
        form.drop.setVisible(not self._read_only and not telling and room_to_drop)

    def _name_inbox(self) -> None:
        """Say how much waits there, in as many words as there is room for."""
        form, waiting = self.form, self._shown.waiting if self._shown else 0
        count = whole(waiting)
        for words in (self.tr("Kotak masuk {count}"), self.tr("{count} masuk"), "{count}"):
            form.inbox.setText(words.format(count=count) if waiting else "")
            if self._beside(form.inbox) <= self.width():
                return

    def _head_width(self) -> int:
        form = self.form
        parts = [form.title, form.more] if self._read_only else [form.title, form.add, form.more]
        return sum(part.sizeHint().width() + Space.S for part in parts)

    def _beside(self, part: QWidget) -> int:
        return self.form.level.sizeHint().width() + 2 * Space.S + part.sizeHint().width()

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(0, 0, 0, 0)
        form.column.setSpacing(_GAP)
        for row in (form.head, form.foot):
            row.setSpacing(Space.S)
        form.title.setMinimumHeight(Height.ROW)
        form.more.setFixedHeight(Height.ROW)  # the list starts where the note beside it does
        form.files.setContentsMargins(1, 1, 1, 1)
        form.files.setSpacing(0)
        form.files.setStretchFactor(form.list, 1)
        form.files.addStretch()  # what stands there alone stands at the top
        form.empty.setContentsMargins(Space.M - 2, Space.S - 2, Space.M, Space.S)  # level with the note beside it
        form.column.setStretchFactor(form.panel, 1)
        form.panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        form.add.setIcon(icon("plus", "text"))
        form.add.setIconSize(QSize(IconSize.CELL, IconSize.CELL))
        form.more.setIcon(icon("more", "text2"))
        form.more.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
        form.inbox.setIcon(icon("import", "accent_text"))
        form.inbox.setIconSize(QSize(IconSize.CELL, IconSize.CELL))
        form.level.optional = True
        form.level.set_choices(list(LEVELS.items()))
        form.level.set_current("")
        form.message.hide()
