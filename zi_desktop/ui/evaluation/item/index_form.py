"""The fields of an index item: the index itself, then what the survey was."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.figures import weight
from zi_desktop.domain.instrument import Index
from zi_desktop.ui.evaluation.item.entry import Gravity, Problem, Verdict, detail_problem, index_text, judge_index
from zi_desktop.ui.evaluation.item.field_table import Row
from zi_desktop.ui.evaluation.item.note_field import SAVE_REST
from zi_desktop.ui.evaluation.item.number_form import DRAFT_REST, NumberForm
from zi_desktop.ui.evaluation.item.state import DetailState, ItemState

_VALUE: Final = ""
"""Key of the field of the index; the details have their own."""


class IndexForm(NumberForm):
    """``detail_edited`` carries key and text of a survey detail to be saved, ``detail_typed`` one to be kept as a draft."""

    detail_edited = Signal(str, str)
    detail_typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: dict[str, DetailState] = {}
        self._typed: set[str] = set()
        self._draft_rest = QTimer(self, singleShot=True, interval=DRAFT_REST)
        self._draft_rest.timeout.connect(self._keep_details)
        self._save_rest = QTimer(self, singleShot=True, interval=SAVE_REST)
        self._save_rest.timeout.connect(self._save_details)
        self.result.offer_not_applicable(known=False)
        self.keys.holds = self._holds

    def build(self, state: ItemState) -> None:
        """Make the row of the index and one row a detail."""
        index = state.question.answer
        assert isinstance(index, Index)
        title = self.tr("Indeks, {low} sampai {high}").format(low=weight(index.minimum), high=weight(index.maximum))
        place = self.tr("baris {row}").format(row=state.question.row)
        rows = [Row(_VALUE, title, place)]
        rows += [Row(detail.key, detail.title, number=False) for detail in state.details]
        if self.table.show_rows((self.tr("Survei eksternal"), self.tr("LKE"), self.tr("Indeks")), rows):
            self.keys.watch(list(self.table.fields()))
        self._details = {detail.key: detail for detail in state.details}
        self.table.set_texts({key: each.text for key, each in self._details.items() if key not in self._typed})

    def fill(self, state: ItemState) -> None:
        """Put the draft or the answer into the field of the index."""
        self.table.set_texts({_VALUE: index_text(state.answer, state.draft)})

    def show_item(self, state: ItemState) -> None:
        """Show an item with its details; a detail that is being typed stays."""
        if self.state is None or self.state.code != state.code:
            self._settle()
        super().show_item(state)

    def commit(self) -> None:
        """Say what the index is worth, and each detail that was changed."""
        super().commit()
        self._save_details()

    def verdict(self) -> Verdict:
        """Return what stands in the field."""
        assert self.state is not None
        return judge_index(self.state.question, self.table.text(_VALUE), self.state.answer)

    def blank(self) -> bool:
        """Tell whether the field is empty."""
        return not self.table.text(_VALUE).strip()

    def draft(self) -> str:
        """Return what stands in the field."""
        return self.table.text(_VALUE)

    def aside(self) -> Problem | None:
        """Return what is wrong with a detail that was left, or that is being mended."""
        settled = (key for key in self._details if key not in self._typed or self.problem.isVisible())
        found = ((key, detail_problem(key, self.table.text(key))) for key in settled)
        for key, sentence in found:
            if sentence:
                what, _, advice = sentence.partition(". ")
                return Problem(f"{what}.", advice, Gravity.BAD, (key,))
        return None

    def _holds(self, place: int) -> bool:
        """Keep Enter in an index that cannot be, and say why: what is typed next is meant for the same field."""
        if place != 0 or self.verdict().problem is None:
            return False
        self.commit()
        return True

    def _edited(self, key: str) -> None:
        if key == _VALUE:
            super()._edited(key)
            return
        self._typed.add(key)
        self._draft_rest.start()
        self._save_rest.start()
        self._judge(settled=False)

    def _keep_details(self) -> None:
        for key in sorted(self._typed):
            self.detail_typed.emit(key, self.table.text(key))

    def _save_details(self) -> None:
        """Save what differs from what is saved; what cannot be stays a draft, what was taken back is forgotten."""
        if self.state is None or self.state.read_only:
            return
        self._draft_rest.stop()
        self._save_rest.stop()
        for key, detail in self._details.items():
            text, typed = self.table.text(key).strip(), key in self._typed
            self._typed.discard(key)  # one by one: what is said of one detail shows the item anew
            if detail_problem(key, text):
                if text != detail.text:
                    self.detail_typed.emit(key, text)
            elif text != detail.saved:
                self.detail_edited.emit(key, text)
            elif typed or detail.text != detail.saved:
                self.detail_typed.emit(key, "")

    def _settle(self) -> None:
        self._typed.clear()
        self._draft_rest.stop()
        self._save_rest.stop()
