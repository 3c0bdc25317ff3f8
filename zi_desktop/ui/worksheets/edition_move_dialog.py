"""The dialog in which an evaluation moves to another edition: which one, what becomes of each answer, then apply."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.worksheets.edition_moving import MovePreview
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.choices import ChoiceField
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.worksheets.edition_lines import move_lines
from zi_desktop.ui.worksheets.edition_move_presenter import MovePresenter, move_words
from zi_desktop.ui.worksheets.edition_table import EditionTable

_LARGEST: Final = QSize(1000, 620)
_EDGE: Final = 48


class MoveDialog(DialogFrame):
    """Shows a preview for each edition that can be chosen; ``hidden`` keeps totals away while the satker looks on."""

    def __init__(self, presenter: MovePresenter, parent: QWidget, *, hidden: bool) -> None:
        super().__init__(self.tr("Pindahkan ke edisi lain"), self.tr("Pindahkan"), parent)
        self._presenter, self._hidden = presenter, hidden
        presenter.setParent(self)
        self.edition = ChoiceField()
        self.edition.setAccessibleName(self.tr("Edisi tujuan"))
        for structure, name in presenter.choices:
            self.edition.addItem(name, structure)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(text_label(self.tr("Dari {here} ke").format(here=presenter.here), "strong"))
        row.addWidget(self.edition)
        row.addStretch()
        self.body.addLayout(row)
        self._whole = self.add_words("", "")
        self.table = EditionTable(self.tr("Kolom"), figures=False)
        self.body.addWidget(self.table, 1)
        self.add_words(
            self.tr("Jawaban tidak dihapus: memindahkan evaluasi kembali ke edisi semula memulihkan semuanya."), "small"
        )
        presenter.previewed.connect(self._show)
        self.edition.currentIndexChanged.connect(self._look)
        free = parent.window().size() - QSize(_EDGE, _EDGE)
        self.resize(free.boundedTo(_LARGEST))
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the choice."""
        super().showEvent(event)
        self.edition.setFocus()

    def confirm(self) -> None:
        """Move; what changed meanwhile is shown first."""
        try:
            self._presenter.apply()
        except ZiError as refusal:
            self._look()
            self.refuse_at(self.edition, str(refusal))
            return
        self.accept()

    def _look(self, *_: object) -> None:
        self.message.hide()
        self._presenter.look(self.edition.currentData())

    def _show(self, preview: MovePreview) -> None:
        self._whole.setText(move_words(preview, hidden=self._hidden))
        self.table.show_lines(move_lines(preview))
