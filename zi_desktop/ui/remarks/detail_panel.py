"""The right part of "Catatan": a remark whole, what was done about it, and the buttons of what can be done."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from zi_desktop.domain.remarks import FollowUp
from zi_desktop.services.remark_list import RemarkRow
from zi_desktop.ui.forms.ui_remark_detail import Ui_RemarkDetailForm
from zi_desktop.ui.remarks.acts import RemarkActs
from zi_desktop.ui.remarks.shown import fact_words, follow_up_words, subtitle_words
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.buttons import action_button, dressed, push_button
from zi_desktop.ui.widgets.labels import text_label

_BUTTON: Final = 2
"""The column of the button that takes a follow-up back."""


class DetailPanel(QFrame):
    """Shows one remark; ``taken_back`` carries a follow-up that is to go."""

    taken_back = Signal(FollowUp)

    def __init__(self, acts: RemarkActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_RemarkDetailForm()
        form.setupUi(self)
        form.outer.setContentsMargins(0, 0, 0, 0)
        form.outer.setSpacing(0)
        form.column.setContentsMargins(Space.M, 10, Space.M, 10)
        form.column.setSpacing(Space.S)
        form.scroll.setFrameShape(QFrame.Shape.NoFrame)
        form.scroll.setAccessibleName(self.tr("Isi catatan"))
        form.rule.setFixedHeight(1)
        form.foot.setFixedHeight(Height.ACTION_BAR)
        form.footRow.setContentsMargins(Space.M, 0, Space.M, 0)
        form.footRow.setSpacing(Space.S)
        dressed(form.item, "link", "arrow-right").setAutoDefault(True)  # Enter goes to the item, as Space does
        form.item.clicked.connect(acts.item.trigger)
        for action in (acts.edit, acts.follow_up, acts.state, acts.withdraw):
            form.footRow.addWidget(action_button(action))
        form.footRow.addStretch()

    def show_remark(self, row: RemarkRow | None, entries: Sequence[FollowUp], *, writable: bool) -> None:
        """Show a remark and what was done about it, or nothing."""
        form = self.form
        form.content.setVisible(row is not None)
        if row is None:
            return
        form.satker.setText(row.satker_name)
        form.item.setText(row.item or self.tr("Evaluasi"))
        form.item.setToolTip(self.tr("Buka butir (Ctrl+G)") if row.item else self.tr("Buka evaluasi (Ctrl+G)"))
        form.subtitle.setText(subtitle_words(row))
        _show_pairs(form.facts, fact_words(row))
        pairs = follow_up_words(entries) or (("", self.tr("Belum ada tindak lanjut.")),)
        _show_pairs(form.followUps, pairs)
        for place, entry in enumerate(entries if writable else ()):
            back = push_button(self.tr("Tarik kembali"), "link")
            back.setAccessibleName(self.tr("Tarik kembali: {text}").format(text=entry.text))
            back.clicked.connect(partial(self.taken_back.emit, entry))
            form.followUps.addWidget(back, place, _BUTTON, Qt.AlignmentFlag.AlignTop)


def _show_pairs(grid: QGridLayout, pairs: Sequence[tuple[str, str]]) -> None:
    """Show pairs of words and text, one a line."""
    while (item := grid.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.XS)
    for row, (words, text) in enumerate(pairs):
        grid.addWidget(text_label(words, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
        told = text_label(text)
        told.setWordWrap(True)
        grid.addWidget(told, row, 1)
