"""The fields of a ratio item: one count an input, sums computed, "Tidak berlaku" where the instrument knows it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.answers import Counted
from zi_desktop.domain.instrument import Input, Ratio
from zi_desktop.ui.evaluation.item.entry import CountsEntry, Verdict, contradiction, counts_entry, judge_counts
from zi_desktop.ui.evaluation.item.field_table import Row
from zi_desktop.ui.evaluation.item.number_form import NumberForm
from zi_desktop.ui.evaluation.item.outcome import NO_OUTCOME
from zi_desktop.ui.evaluation.item.state import ItemState


class CountsForm(NumberForm):
    """``note_wanted`` comes when "Tidak berlaku" was stated and its note is missing."""

    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._not_applicable = False
        self._before: dict[str, str] = {}
        """What stood in the fields when "Tidak berlaku" was stated."""
        self.keys.holds = self._holds
        self.result.stated.connect(self._state)

    def show_item(self, state: ItemState) -> None:
        """Show an item; of another one nothing is known from before."""
        if self.state is None or self.state.code != state.code:
            self._before = {}
        super().show_item(state)

    def build(self, state: ItemState) -> None:
        """Make one row an input; a sum stands below the inputs that it adds up."""
        heads = (self.tr("Isian"), self.tr("LKE"), self.tr("Jumlah"))
        rows = [
            Row(item.key, item.title, self.tr("baris {row}").format(row=item.row), item.note, bool(item.computed))
            for item in _in_order(_ratio(state))
        ]
        if self.table.show_rows(heads, rows):
            self.keys.watch(list(self.table.fields()))

    def fill(self, state: ItemState) -> None:
        """Put the draft or the answer into the fields."""
        entry = counts_entry(_ratio(state), state.answer, state.draft)
        self._show_entry(entry)

    def verdict(self) -> Verdict:
        """Return what stands in the fields, with sums and the tick brought up to date."""
        state = self.state
        assert state is not None
        ratio, entry = _ratio(state), self._entry()
        for item in ratio.inputs:
            if item.computed:
                below = entry.sum_of(item.computed)
                self.table.set_sum(item.key, NO_OUTCOME.figure if below is None else str(below))
        self.result.offer_not_applicable(
            known=ratio.not_applicable,
            locked=state.read_only or state.disputed,
            stated=self._not_applicable,
            refusal=contradiction(state.question, entry) if ratio.not_applicable else "",
        )
        noted = bool(state.note.saved.strip() or state.note.others)
        return judge_counts(state.question, entry, state.answer, noted=noted)

    def blank(self) -> bool:
        """Tell whether nothing stands in the fields."""
        return self._entry().blank

    def draft(self) -> str:
        """Return the entry as text."""
        return self._entry().text

    def recheck(self) -> None:
        """Look again at a statement that waited for its note."""
        if self._not_applicable and self.state is not None and self.state.draft:
            self.touch()
            self.commit()

    def _entry(self) -> CountsEntry:
        assert self.state is not None
        return CountsEntry(
            {item.key: self.table.text(item.key) for item in _ratio(self.state).typed}, self._not_applicable
        )

    def _show_entry(self, entry: CountsEntry) -> None:
        self._not_applicable = entry.not_applicable
        self.table.set_texts(entry.texts)

    def _state(self, stated: bool) -> None:  # noqa: FBT001 (a Qt signal)
        """State "Tidak berlaku", or take it back: then what stood before stands there, and nothing counts that was not typed."""
        state, entry = self.state, self._entry()
        assert state is not None
        counted = not stated and isinstance(state.answer, Counted) and state.answer.not_applicable
        if stated:
            self._before = dict(entry.texts)
        self._show_entry(entry.taken_back(self._before) if counted else CountsEntry(entry.texts, stated))
        self.touch()
        if counted and self.verdict().answer is None:
            self.answer_chosen.emit(None)  # what is shown next leaves the fields: they were touched
        self.commit()
        if stated and self.verdict().answer is None:
            self.note_wanted.emit()

    def _holds(self, place: int) -> bool:
        """Keep Enter in a field that holds no count, and say why: what is typed next is meant for the same field."""
        if self.table.keys()[place] not in self._entry().wrong:
            return False
        self.commit()
        return True


def _ratio(state: ItemState) -> Ratio:
    ratio = state.question.answer
    assert isinstance(ratio, Ratio)
    return ratio


def _in_order(ratio: Ratio) -> list[Input]:
    """Return the inputs in the order of the worksheet, each sum after the last input that it adds up."""
    places = {item.key: place for place, item in enumerate(ratio.inputs)}
    return sorted(
        ratio.inputs, key=lambda item: max((places[key] + 0.5 for key in item.computed), default=places[item.key])
    )
