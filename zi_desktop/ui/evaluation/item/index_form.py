"""The fields of an index item: the index itself, then what the survey was."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.figures import PLACES, weight
from zi_desktop.domain.instrument import Index
from zi_desktop.ui.evaluation.item.entry import Verdict, index_text, judge_index
from zi_desktop.ui.evaluation.item.field_table import Row
from zi_desktop.ui.evaluation.item.number_form import NumberForm
from zi_desktop.ui.evaluation.item.state import ItemState

_VALUE: Final = ""
"""Key of the field of the index; the details have their own."""


class IndexForm(NumberForm):
    """``detail_edited`` carries key and text of a survey detail when its field is left."""

    detail_edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: dict[str, str] = {}
        self.result.offer_not_applicable(known=False, possible=False, stated=False)

    def build(self, state: ItemState) -> None:
        """Make the row of the index and one row a detail."""
        index = state.question.answer
        assert isinstance(index, Index)
        title = self.tr("Indeks, {low} sampai {high}").format(low=weight(index.minimum), high=weight(index.maximum))
        place = self.tr("baris {row}").format(row=state.question.row)
        rows = [Row(_VALUE, title, place, decimals=PLACES)]
        rows += [Row(detail.key, detail.title, decimals=None) for detail in state.details]
        if self.table.show_rows((self.tr("Survei eksternal"), self.tr("LKE"), self.tr("Indeks")), rows):
            self.keys.watch(list(self.table.fields()))

    def fill(self, state: ItemState) -> None:
        """Put the draft or the answer into the field of the index."""
        self.table.set_texts({_VALUE: index_text(state.answer, state.draft)})

    def show_item(self, state: ItemState) -> None:
        """Show an item with its details; a detail that is being typed stays."""
        other = self.state is None or self.state.code != state.code
        super().show_item(state)
        for detail in state.details:
            if other or self.table.text(detail.key) == self._details.get(detail.key, ""):
                self.table.set_texts({detail.key: detail.text})
        self._details = {detail.key: detail.text for detail in state.details}

    def commit(self) -> None:
        """Say what the index is worth, and each detail that was changed."""
        super().commit()
        for key, saved in list(self._details.items()):
            if (text := self.table.text(key).strip()) != saved:
                self._details[key] = text
                self.detail_edited.emit(key, text)

    def verdict(self) -> Verdict:
        """Return what stands in the field."""
        assert self.state is not None
        return judge_index(self.state.question, self.table.text(_VALUE), self.state.answer)

    def blank(self) -> bool:
        """Tell whether the field is empty."""
        return not self.table.text(_VALUE).strip(" ,")

    def draft(self) -> str:
        """Return what stands in the field."""
        return self.table.text(_VALUE)

    def _edited(self, key: str) -> None:
        if key == _VALUE:
            super()._edited(key)
