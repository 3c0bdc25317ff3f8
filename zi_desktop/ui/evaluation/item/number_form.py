"""What ratio and index items have in common: fields, the problem below one of them, the result, drafts while typing."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zi_desktop.ui.evaluation.item.entry import Gravity, Problem, Repair, Verdict
from zi_desktop.ui.evaluation.item.field_keys import FieldKeys
from zi_desktop.ui.evaluation.item.field_table import FieldTable
from zi_desktop.ui.evaluation.item.outcome import formula_words, outcome_of
from zi_desktop.ui.evaluation.item.problem_bar import ProblemBar
from zi_desktop.ui.evaluation.item.result_panel import ResultPanel, Shown
from zi_desktop.ui.evaluation.item.state import ItemState
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.number_field import NumberField

DRAFT_REST: Final = 400
"""Milliseconds without a key after which what is being typed becomes durable as a draft."""


class NumberForm(QWidget):
    """Fields whose content is an answer, a draft, or nothing.

    ``left`` comes with Esc (the first one brings back what was typed over), ``forward`` with Enter in the last field, ``back`` with Shift+Enter in the first.
    """

    answer_chosen = Signal(object)
    draft_edited = Signal(str)
    forward = Signal()
    back = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FieldTable()
        self.problem = ProblemBar(self)
        self.result = ResultPanel()
        self.state: ItemState | None = None
        self._dirty = False
        self._rest = QTimer(self, singleShot=True, interval=DRAFT_REST)
        self._rest.timeout.connect(self._keep_draft)
        self.keys = FieldKeys(self)
        self.keys.forward.connect(self._go_on)
        self.keys.back.connect(self.back)
        self.keys.left.connect(self._leave)
        self.table.edited.connect(self._edited)
        self.table.finished.connect(lambda _key: self.commit())
        self.problem.mended.connect(self._mend)
        self._lay_out()

    def show_item(self, state: ItemState) -> None:
        """Show an item; what is being typed in the same item stays."""
        other = self.state is None or self.state.code != state.code
        self.state = state
        if other:
            self._dirty = False
            self._rest.stop()
        self.build(state)
        self.table.set_read_only(read_only=state.read_only or state.disputed)
        if not self._dirty:
            self.fill(state)
        self._judge(settled=not self._dirty)

    def commit(self) -> None:
        """Say what the fields are worth now that the person has left them; nothing if they were not touched."""
        self._rest.stop()
        if not self._dirty or self.state is None:
            return
        self._dirty = False
        verdict, state = self.verdict(), self.state
        # A blank field takes the answer back, or forgets a draft where nothing was ever answered.
        answer = verdict.answer
        if answer is not None or self.blank():
            if answer != state.answer:
                self.answer_chosen.emit(answer)
            elif state.draft:
                self.draft_edited.emit("")
        else:
            self.draft_edited.emit(self.draft())
        self._judge(settled=True)

    def take_focus(self) -> None:
        """Go to the first field that is empty, or the first of all, with its content selected."""
        fields = self.table.fields()
        target = next((field for field in fields if not field.text()), fields[0])
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def stops(self) -> list[QWidget]:
        """Return where the keyboard stops, in order."""
        return [*self.table.fields(), self.result.not_applicable]

    def take_key(self, event: QKeyEvent) -> bool:
        """Let a digit begin in the first empty number when the focus is elsewhere; tell whether one took it."""
        text = event.text()
        numbers = (each for each in self.table.fields() if isinstance(each, NumberField))
        field = next((each for each in numbers if not each.text() and not each.isReadOnly()), None)
        if field is None or not (text.isascii() and text.isdecimal()):
            return False
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.insert(text)
        field.textEdited.emit(field.text())
        return True

    def stand_close(self, gap: int) -> None:
        """Keep so many logical pixels between fields and result, and a little less inside them."""
        edge = gap - Space.XS
        self._column.setSpacing(gap)
        self._panel.setContentsMargins(Space.L, 0, Space.L, edge)
        self.result.stand_close(edge)

    def build(self, state: ItemState) -> None:
        """Make the rows of an item."""
        raise NotImplementedError

    def fill(self, state: ItemState) -> None:
        """Put the draft or the answer into the fields."""
        raise NotImplementedError

    def verdict(self) -> Verdict:
        """Return what stands in the fields."""
        raise NotImplementedError

    def blank(self) -> bool:
        """Tell whether nothing stands in the fields."""
        raise NotImplementedError

    def draft(self) -> str:
        """Return what stands in the fields as the text of a draft."""
        raise NotImplementedError

    def aside(self) -> Problem | None:
        """Return what is wrong beside the answer, which counts all the same."""
        return None

    def touch(self) -> None:
        """Take note that the person has changed something."""
        self._dirty = True

    def _leave(self) -> None:
        """Bring back what stood in the field before it was typed over; leave one in which nothing was."""
        if self.table.bring_back():
            self.commit()
        else:
            self.left.emit()

    def _go_on(self) -> None:
        """Go to the next item, unless something here is wrong or still empty: then to that."""
        self.commit()
        if self.problem.isVisible():
            return
        if self.verdict().answer is None and not self.blank():
            self.take_focus()
        else:
            self.forward.emit()

    def _edited(self, _key: str) -> None:
        self.touch()
        self._rest.start()
        self._judge(settled=False)

    def _keep_draft(self) -> None:
        self.draft_edited.emit(self.draft())

    def _mend(self, repair: Repair) -> None:
        self.table.set_texts(repair.values)
        if repair.values:
            self.touch()
            self.commit()
        field = self.table.field(repair.key)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()

    def _judge(self, *, settled: bool) -> None:
        """Show problem and result; a problem appears only when the person has left the field, and goes at once."""
        state, verdict = self.state, self.verdict()
        assert state is not None
        problem = verdict.problem or self.aside() if settled or self.problem.isVisible() else None
        if problem:
            self.table.put_below(self.problem, problem.keys)
        self.problem.show_problem(problem)
        self.table.set_invalid(problem.keys if problem and problem.gravity is Gravity.BAD else ())
        self.result.show_result(self._shown(state, verdict), with_words=problem is None)

    def _shown(self, state: ItemState, verdict: Verdict) -> Shown:
        words = formula_words(state.question)
        if verdict.answer is not None or self.blank():
            outcome = outcome_of(state.question, verdict.answer)
            return Shown(outcome, words, self.tr("Hasil"), hidden=state.hidden)
        outcome = outcome_of(state.question, state.answer)
        if state.doubtful and not state.draft and not self._dirty:
            caption, pill = self.tr("Hasil menurut lembar kerja"), self.tr("Perlu diperiksa")
            return Shown(outcome, words, caption, pill, "warning", hidden=state.hidden)
        if state.answer is None:
            wrong = verdict.problem is not None and verdict.problem.gravity is Gravity.BAD
            pill = self.tr("Isian belum dihitung") if wrong else self.tr("Isian belum lengkap")
            return Shown(outcome, words, self.tr("Hasil"), pill, hidden=state.hidden)
        caption, pill = self.tr("Hasil terakhir yang sah"), self.tr("Isian baru belum dihitung")
        return Shown(outcome, words, caption, pill, hidden=state.hidden)

    def _lay_out(self) -> None:
        panel = QWidget()
        panel.setProperty("surface", "panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._panel, self._column = QVBoxLayout(panel), QVBoxLayout(self)
        self._panel.addWidget(self.table)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(panel)
        self._column.addWidget(self.result)
        self.stand_close(Space.M)
