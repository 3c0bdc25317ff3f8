"""Catatan TPI, and below it the smaller Catatan internal tim; a button where room is short."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.evaluation.item.field_keys import FieldKeys
from zi_desktop.ui.evaluation.item.state import ItemState
from zi_desktop.ui.forms.ui_item_notes import Ui_ItemNotes
from zi_desktop.ui.icons import icon
from zi_desktop.ui.tokens import Height, IconSize, Space

_FRAME: Final = 22
"""What a field takes besides its lines: edges, padding, margins of its document."""
_ROOMY: Final = 200
"""Logical pixels of height from which both notes stand below each other."""
_NOTE_KEYS: Final = "Ctrl+M"
_INTERNAL_KEYS: Final = "Ctrl+Shift+M"


class NotesPanel(QWidget):
    """Shows both notes. ``…_edited`` carry a text to be saved, ``…_typed`` one to be kept as a draft."""

    note_edited = Signal(str)
    note_typed = Signal(str)
    internal_edited = Signal(str)
    internal_typed = Signal(str)
    forward = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._internal_allowed = True
        self._turned = False
        """Whether the internal note stands in the place of the other, where there is room for one of them."""
        self._written = {False: False, True: False}
        """Whether anything is written in the note and in the internal one."""
        self._told: tuple[bool, bool] | None = None
        self._foot: QWidget | None = None
        self._foot_stops: tuple[QWidget, ...] = ()
        self.form = Ui_ItemNotes()
        self.form.setupUi(self)
        self._title, self._explanation = self.form.internal_title.text(), self.form.internal_hint.text()
        self._printed, self._brief = self.form.note_hint.text(), self.form.internal_switch.text()
        self._lay_out()
        form = self.form
        form.note.edited.connect(self.note_edited)
        form.note.typed.connect(self.note_typed)
        form.internal.edited.connect(self.internal_edited)
        form.internal.typed.connect(self.internal_typed)
        form.internal_switch.clicked.connect(lambda: self.focus_note() if self._turned else self.focus_internal())
        keys = FieldKeys(self, lines=False)
        keys.watch([form.note, form.internal])
        keys.forward.connect(self.forward)
        keys.left.connect(self._leave)
        self._turn(turned=False)

    def show_item(self, state: ItemState) -> None:
        """Show the notes of an item; internal ones are away while scores are hidden."""
        other, self._code = state.code != self._code, state.code
        form = self.form
        form.note.show_note(state.note, other=other)
        form.note_others.show_registers(state.note.others)
        self._internal_allowed = state.internal is not None
        if state.internal is not None:
            form.internal.show_note(state.internal, other=other)
        form.internal_others.show_registers(state.internal.others if state.internal else ())
        internal = state.internal
        self._written = {
            False: bool(state.note.text or state.note.others),
            True: internal is not None and bool(internal.text or internal.others),
        }
        nothing = self.tr("Tidak ada catatan.")
        asked = self.tr("Alasan penilaian, dokumen yang dilihat, yang masih diminta")
        form.note.setPlaceholderText(nothing if state.read_only else asked)
        form.internal.setPlaceholderText(nothing if state.read_only else "")
        for field in (form.note, form.internal):
            field.set_closed(closed=state.read_only)
        for cap in (form.note_keys, form.internal_keys, form.switch_keys):
            cap.setEnabled(not state.read_only)
        self._turn(turned=self._turned and not other)

    def stand_on(self, foot: QWidget, stops: Sequence[QWidget]) -> None:
        """Stand on something of somebody else, which keeps its own height; Tab reaches its ``stops`` after the notes."""
        self._foot, self._foot_stops = foot, tuple(stops)
        self.form.column.addWidget(foot)

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab reaches, in order."""
        form = self.form
        return (form.note, form.internal_switch, form.internal, *self._foot_stops)

    def commit(self) -> None:
        """Save what is not saved yet."""
        self.form.note.commit()
        self.form.internal.commit()

    def focus_note(self) -> None:
        """Go to Catatan TPI."""
        self._turn(turned=False)
        self.form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_internal(self) -> None:
        """Go to Catatan internal tim, where it may be seen."""
        if self._internal_allowed:
            self._turn(turned=self._short())
            self.form.internal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the internal note away where room is short, but for one that is being typed."""
        super().resizeEvent(event)
        self._turn(turned=self._short() and (self._turned or self.form.internal.hasFocus()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_padlock()

    def _short(self) -> bool:
        foot = self._foot.sizeHint().height() + self.form.column.spacing() if self._foot else 0
        return self.height() - foot < _ROOMY

    def _turn(self, *, turned: bool) -> None:
        """Let one note or the other stand where there is room for one."""
        self._turned = turned
        self._arrange()

    def _leave(self) -> None:
        """Give the keyboard away; Catatan TPI stands in its place again."""
        self.left.emit()
        self._turn(turned=False)

    def _arrange(self) -> None:
        form, short, allowed = self.form, self._short(), self._internal_allowed
        turned = short and allowed and self._turned
        self._arrange_head(turned=turned, switched=short and allowed)
        form.internal_head.setVisible(allowed and not short)
        self._arrange_internal_head()
        form.internal.setVisible(allowed and (turned or not short))
        for field in (form.note, form.internal):
            field.setMinimumHeight(2 * field.fontMetrics().lineSpacing() + _FRAME)
        form.internal_others.setVisible(form.internal.isVisibleTo(self) and form.internal_others.filled)
        form.note.setVisible(not turned)
        form.note_others.setVisible(not turned and form.note_others.filled)
        form.column.activate()  # at once: the layout must not be seen to move

    def _arrange_head(self, *, turned: bool, switched: bool) -> None:
        """Show whose note it is with its key, and the button of the other with that one's; else what is printed."""
        form, short, names = self.form, self._short(), (self.form.note.accessibleName(), self._title)
        own, other = (_INTERNAL_KEYS, _NOTE_KEYS) if turned else (_NOTE_KEYS, _INTERNAL_KEYS)
        # Each text is set once and only where it is another: what changes for a moment is laid out anew at each key press.
        form.note_keys.setText(own)
        form.switch_keys.setText(other)
        form.internal_switch.setText(names[0] if turned else self._brief)
        form.internal_switch.setToolTip(self.tr("Tampilkan {name} ({keys})").format(name=names[not turned], keys=other))
        form.internal_switch.setVisible(switched)
        self._tell_written(internal=not turned, name=names[not turned])
        # What is never printed must not be typed below the other's name.
        named = names[turned]
        written = form.note_title.fontMetrics().horizontalAdvance(named) + Space.S
        if turned and written + self._width_of(form.internal_switch) > self.width():
            named = self.tr("Catatan internal")
        form.note_title.setText(named)
        printed = self.tr("Catatan Tim Penilai Internal (TPI); tercetak pada kertas kerja")
        form.note_title.setToolTip(self.tr("Tidak pernah dicetak") if turned else printed)
        self._place_keys(beside_title=short)
        first, second = (form.switch_keys, form.note_keys) if turned else (form.note_keys, form.switch_keys)
        words = (form.note_title, form.internal_switch) if switched else (form.note_title,)
        fits = self._width_of(*words, first) <= self.width()
        first.setVisible(fits or not switched)
        second.setVisible(switched and fits and self._width_of(*words, first, second) <= self.width())
        form.note_hint.setVisible(not short)
        form.note_hint.ensurePolished()  # its letters are small ones
        room = self.width() - self._width_of(form.note_title, form.note_keys) - 2 * Space.S
        told = form.note_hint.fontMetrics().horizontalAdvance(self._printed) <= room
        form.note_hint.setText(self._printed if told else "")

    def _arrange_internal_head(self) -> None:
        form, title = self.form, self._title
        least = form.internal_hint.minimumSizeHint().width() + Space.S  # kept by the label even without words
        beside = self._width_of(form.padlock, form.internal_keys) + least
        if beside + Space.S + form.internal_title.fontMetrics().horizontalAdvance(title) > self.width():
            title = self._brief
        form.internal_title.setText(title)
        # Without its words the label stays: it keeps the title beside its padlock.
        beside = self._width_of(form.padlock, form.internal_title, form.internal_keys)
        told = beside + Space.S + form.internal_hint.fontMetrics().horizontalAdvance(self._explanation) <= self.width()
        form.internal_hint.setText(self._explanation if told else "")

    def _place_keys(self, *, beside_title: bool) -> None:
        """Let a key stand beside what it belongs to: the title, where another button ends the line, else at its end."""
        head, keys = self.form.note_head, self.form.note_keys
        place = 1 if beside_title else head.count() - 1
        if head.indexOf(keys) != place:
            head.removeWidget(keys)
            head.insertWidget(place, keys)

    def _tell_written(self, *, internal: bool, name: str) -> None:
        """Let the button tell by its drawing whether anything is written behind it."""
        told = (internal, self._written[internal])
        if told == self._told:
            return  # an icon lays the notes out anew at each key press
        self._told = told
        switch, nothing = self.form.internal_switch, icon("lock", "text2", "accent_text") if internal else QIcon()
        switch.setIcon(icon("note", "accent_text") if told[1] else nothing)
        switch.setAccessibleName(self.tr("{name}, ada isinya").format(name=name) if told[1] else name)

    @staticmethod
    def _width_of(*parts: QWidget) -> int:
        """Return the width that parts need to stand whole beside each other."""
        for part in parts:
            part.ensurePolished()
        return sum(part.sizeHint().width() + Space.S for part in parts) - Space.S

    def _lay_out(self) -> None:
        form = self.form
        for layout in (form.column, form.note_head, form.internal_line):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(Space.S)
        form.column.setSpacing(6)
        form.column.setStretchFactor(form.note, 5)
        form.column.setStretchFactor(form.internal, 2)
        form.note_head.setStretchFactor(form.note_hint, 1)
        form.internal_line.setStretchFactor(form.internal_hint, 1)
        form.note_title.setMinimumHeight(Height.ROW)
        form.internal_switch.setFixedHeight(Height.ROW)
        form.internal_switch.setIconSize(QSize(IconSize.CELL, IconSize.CELL))
        self._draw_padlock()

    def _draw_padlock(self) -> None:
        self.form.padlock.setPixmap(icon("lock").pixmap(IconSize.CELL, IconSize.CELL))
