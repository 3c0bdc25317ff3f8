"""The item in the middle: shows an ``ItemState`` and says what the person does with it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from zi_desktop.domain.instrument import Choice, Ratio
from zi_desktop.ui.evaluation.item.comparison_room import ComparisonRoom
from zi_desktop.ui.evaluation.item.foreign_key import foreign_words
from zi_desktop.ui.evaluation.item.in_sight import InSight
from zi_desktop.ui.evaluation.item.layout import lay_out, lay_out_now, order_focus, stand_close
from zi_desktop.ui.evaluation.item.number_form import NumberForm
from zi_desktop.ui.evaluation.item.state import ItemState
from zi_desktop.ui.evidence.dropped import is_evidence
from zi_desktop.ui.forms.ui_item import Ui_Item
from zi_desktop.ui.tokens import Height
from zi_desktop.ui.widgets.pills import Tone

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class ItemView(QWidget):
    """One item of an open evaluation.

    Signals about the item that is shown (``code``): ``answer_chosen`` carries a domain answer, or None to clear;
    ``draft_edited`` the text of an answer that is no value yet ("" forgets it); ``note_edited`` and
    ``internal_edited`` a note to be saved, ``note_typed`` and ``internal_typed`` one to be kept as a draft;
    ``detail_edited`` key and text of a survey detail, ``detail_typed`` the same as a draft; ``mark_toggled`` the mark
    for discussion; ``dropped`` what was dropped on it as evidence (``QMimeData``, good only while it is told).
    """

    answer_chosen = Signal(object)
    draft_edited = Signal(str)
    note_edited = Signal(str)
    note_typed = Signal(str)
    internal_edited = Signal(str)
    internal_typed = Signal(str)
    detail_edited = Signal(str, str)
    detail_typed = Signal(str, str)
    mark_toggled = Signal(bool)
    next_requested = Signal()
    previous_requested = Signal()
    guidance_requested = Signal()
    place_requested = Signal(str)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ItemState | None = None
        self.form = Ui_Item()
        self.form.setupUi(self)
        self.comparison, self.sight = ComparisonRoom(self.form), InSight(self.form)
        lay_out(self.form)
        self._connect_answers()
        self._connect_rest()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAcceptDrops(True)
        self.form.guidance.hide()

    @property
    def code(self) -> str:
        """Return the code of the item that is shown, or "" before the first."""
        return self._state.code if self._state else ""

    def show_item(self, state: ItemState) -> None:
        """Show an item. What is being typed in the same item stays; going to another one saves it first."""
        other = self.code != state.code
        if other:
            self.finish_editing()
        self._state = state
        form, kind = self.form, state.question.answer
        form.heading.show_item(state)
        form.options.show_item(state)
        self.comparison.show_opinions(state.opinions)
        form.counts.setVisible(isinstance(kind, Ratio))
        form.index.setVisible(not isinstance(kind, Choice | Ratio))
        if number_form := self._number_form():
            number_form.show_item(state)
        form.guidance.show_guidance(state.guidance)
        form.notes.show_item(state)
        form.actions.show_item(state)
        self._show_notices(state)
        if other:
            order_focus(self, form, number_form.stops() if number_form else form.options.buttons())
            self.sight.show_head()
        lay_out_now()
        self.comparison.make()
        lay_out_now()

    def finish_editing(self) -> None:
        """Emit what is typed and not saved yet, for the item that is shown; call it before leaving the place."""
        if self._state is None:
            return
        self.form.notes.commit()
        if number_form := self._number_form():
            number_form.commit()

    def take_focus(self) -> None:
        """Take the keyboard where the answer is given."""
        if (number_form := self._number_form()) and self._state and not self._state.read_only:
            number_form.take_focus()
        else:
            self._rest_focus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a single key that was pressed outside a text field (also in the tree); tell whether it was used."""
        if self._state is None:
            return False
        if (self._number_form() or self.form.options).take_key(event):
            return True
        words = "" if event.modifiers() & _MODIFIERS else foreign_words(self._state, event.text())
        if words:
            self.say(words)
        return bool(words)

    def say(self, sentence: str) -> None:
        """Say something for a moment below the item."""
        self.form.actions.say(sentence)

    def fields(self) -> list[QLineEdit]:
        """Return the fields of the answer, from top to bottom; an item with options has none."""
        number_form = self._number_form()
        return number_form.table.fields() if number_form else []

    def focus_note(self) -> None:
        """Go to Catatan TPI (Ctrl+M)."""
        self.form.notes.focus_note()
        self.sight.show_foot(self.form.notes.form.note)

    def focus_internal(self) -> None:
        """Go to Catatan internal tim (Ctrl+Shift+M)."""
        self.form.notes.focus_internal()
        self.sight.show_foot(self.form.notes.form.internal)

    def toggle_mark(self) -> None:
        """Mark the item for discussion, or take the mark away (Ctrl+B)."""
        if self._state is not None and not self._state.read_only:
            self.mark_toggled.emit(not self._state.marked)

    @property
    def can_keep_answer(self) -> bool:
        """Tell whether Mandiri changed after the answer that stands, so that it may be stated again."""
        return self._state is not None and self._state.late and not self._state.read_only

    def keep_answer(self) -> None:
        """State the same answer anew: the person has seen what changed (Alt+J)."""
        if self._state is not None and self.can_keep_answer:
            self.answer_chosen.emit(self._state.answer)

    @property
    def knows_not_applicable(self) -> bool:
        """Tell whether "Tidak berlaku" can be an answer of the item."""
        kind = self._state.question.answer if self._state else None
        return isinstance(kind, Ratio) and kind.not_applicable

    def toggle_not_applicable(self) -> None:
        """State "Tidak berlaku", or take it back, where the item knows it; say what stands against it (Alt+T)."""
        tick = self.form.counts.result.not_applicable
        if self.knows_not_applicable and tick.isEnabled():
            tick.click()
        elif self.knows_not_applicable and tick.toolTip():
            self.say(tick.toolTip())

    def toggle_guidance(self) -> None:
        """Show the guidance in the place of the evidence, or the evidence again (F1)."""
        shown = self.form.guidance.isHidden()
        before, after = self.form.evidence, self.form.guidance
        leaving = before if shown else after
        if leaving.isAncestorOf(QApplication.focusWidget() or self):
            self._rest_focus()  # Qt would lead the keyboard into a text field
        after.setVisible(shown)
        before.setVisible(not shown)
        self.form.heading.form.guidance.setChecked(shown)
        if shown:
            self.sight.show_foot(self.form.lower)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand closer where the height is short, and leave the comparison out where the options need its room."""
        super().resizeEvent(event)
        stand_close(self.form, self.height() - Height.ACTION_BAR)
        self.comparison.make()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            stand_close(self.form, self.height() - Height.ACTION_BAR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, or go to the next or previous open item."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            self.next_requested.emit()
        elif event.key() in _ENTER and plain == Qt.KeyboardModifier.ShiftModifier:
            self.previous_requested.emit()
        elif not self.take_key(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be evidence of the item."""
        if is_evidence(event.mimeData()) and self._state is not None and not self._state.read_only:
            event.acceptProposedAction()
            self.form.evidence.form.drop.light(lit=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show that nothing is dragged any more."""
        self.form.evidence.form.drop.light(lit=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand it on."""
        self.form.evidence.form.drop.light(lit=False)
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def _number_form(self) -> NumberForm | None:
        """Return the form of the item that is shown, or None for one with options."""
        if self._state is None or self._is_choice():
            return None
        form: NumberForm = self.form.counts if isinstance(self._state.question.answer, Ratio) else self.form.index
        return form

    def _is_choice(self) -> bool:
        return self._state is not None and isinstance(self._state.question.answer, Choice)

    def _show_notices(self, state: ItemState) -> None:
        if state.notices:
            stays = [(self.tr("Jawaban tetap"), self.keep_answer)] if self.can_keep_answer else []
            self.form.notice.show_message("\n".join(state.notices), Tone.WARN, stays)
        else:
            self.form.notice.hide()

    def _note_edited(self, text: str) -> None:
        self.note_edited.emit(text)
        # "Tidak berlaku" may have waited for this note.
        if self._number_form() is self.form.counts:
            self.form.counts.recheck()

    def _connect_answers(self) -> None:
        form = self.form
        form.options.chosen.connect(self.answer_chosen)
        for number_form in (form.counts, form.index):
            number_form.answer_chosen.connect(self.answer_chosen)
            number_form.draft_edited.connect(self.draft_edited)
            number_form.forward.connect(self.next_requested)
            number_form.back.connect(self.previous_requested)
            number_form.left.connect(self._look_back)
            number_form.problem.appeared.connect(partial(self.sight.show_foot, number_form.problem))
        form.counts.note_wanted.connect(self.focus_note)
        form.index.detail_edited.connect(self.detail_edited)
        form.index.detail_typed.connect(self.detail_typed)

    def _connect_rest(self) -> None:
        form = self.form
        form.notes.note_edited.connect(self._note_edited)
        form.notes.note_typed.connect(self.note_typed)
        form.notes.internal_edited.connect(self.internal_edited)
        form.notes.internal_typed.connect(self.internal_typed)
        form.notes.forward.connect(self.next_requested)
        form.notes.left.connect(self._look_back)
        form.evidence.reached.connect(lambda: self.sight.show_foot(form.lower))
        form.heading.marked.connect(self.mark_toggled)
        form.heading.guidance_pressed.connect(self.guidance_requested)
        form.heading.place_chosen.connect(self.place_requested)
        form.actions.next_requested.connect(self.next_requested)
        form.actions.previous_requested.connect(self.previous_requested)

    def _look_back(self) -> None:
        """Take the keyboard out of a field, and the question into sight again."""
        self._rest_focus()
        self.sight.show_head()

    def _rest_focus(self) -> None:
        """Take the keyboard out of every field: single keys answer again."""
        if self._is_choice():
            self.form.options.take_focus()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
