"""The right part of "Catatan": a remark whole, what was done about it, and the buttons of what can be done."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from zi_desktop.domain.evidence import EvidenceFile
from zi_desktop.domain.remarks import FollowUp
from zi_desktop.services.remarks.listing import EarlierRemark, RemarkRow
from zi_desktop.ui.forms.ui_remark_detail import Ui_RemarkDetailForm
from zi_desktop.ui.remarks.acts import RemarkActs
from zi_desktop.ui.remarks.follow_up import FollowUpText, follow_up_words
from zi_desktop.ui.remarks.shown import fact_words, subtitle_words
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.buttons import action_button, dressed, push_button, tip_of
from zi_desktop.ui.widgets.labels import text_label

_BUTTON: Final = 2
"""The column of the button that takes a follow-up back."""
_BACK: Final = 20
"""Its height in logical pixels."""
_NAME: Final = 40
"""Letters of a file's name that are shown."""


class DetailPanel(QFrame):
    """Shows one remark; ``taken_back`` carries a follow-up that is to go, ``opened`` a file that is to be seen."""

    taken_back = Signal(FollowUp)
    opened = Signal(EvidenceFile)

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
            form.footRow.addWidget(action_button(action, parent=self))
        words = (self.tr("Selesai…"), self.tr("Terbuka…"), self.tr("Tidak relevan…"))
        for action, text in zip(acts.findings.values(), words, strict=True):
            form.footRow.addWidget(_finding_button(action, text, self))
        form.footRow.addStretch()

    def show_remark(
        self,
        row: RemarkRow | None,
        entries: Sequence[FollowUpText],
        *,
        writable: bool,
        earlier: EarlierRemark | None = None,
    ) -> None:
        """Show a remark and what was done about it, or nothing; one of an ``earlier`` evaluation with what was found."""
        form = self.form
        form.content.setVisible(row is not None)
        if row is None:
            return
        form.satker.setText(row.satker_name)
        form.item.setText(row.item or self.tr("Evaluasi"))
        form.item.setToolTip(self.tr("Buka butir (Ctrl+G)") if row.item else self.tr("Buka evaluasi (Ctrl+G)"))
        form.subtitle.setText(subtitle_words(row))
        _show_pairs(form.facts, fact_words(row, earlier))
        _clear(form.followUps)
        if not entries:
            nothing = text_label(self.tr("Belum ada tindak lanjut."), "secondary")
            form.followUps.addWidget(nothing, 0, 0, 1, _BUTTON + 1)
        place = 0
        for each, (day, text) in zip(entries, follow_up_words(entries), strict=True):
            _add_pair(form.followUps, place, day, text, _BACK)
            if writable and earlier is None:
                back = push_button(self.tr("Tarik kembali"), "link")
                back.setAccessibleName(self.tr("Tarik kembali: {text}").format(text=text))
                back.clicked.connect(partial(self.taken_back.emit, each.entry))
                form.followUps.addWidget(back, place, _BUTTON, Qt.AlignmentFlag.AlignTop)
            for number, file in enumerate(each.files, start=1):
                form.followUps.addWidget(self._file_link(file), place + number, 1, Qt.AlignmentFlag.AlignLeft)
            place += 1 + len(each.files)

    def _file_link(self, file: EvidenceFile) -> QPushButton:
        name = file.name if len(file.name) <= _NAME else f"{file.name[: _NAME - 8]}…{file.name[-7:]}"
        link = push_button(name.replace("&", "&&"), "link", "attachment")
        link.setToolTip(self.tr("Buka {name}").format(name=file.name))
        link.setAutoDefault(True)
        link.setEnabled(file.kept)
        link.clicked.connect(partial(self.opened.emit, file))
        return link


def _finding_button(action: QAction, text: str, parent: QWidget) -> QPushButton:
    """Return a button with a shorter word of its own that does what an action does, and is there while that is."""
    button = push_button(text, parent=parent)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setVisible(action.isVisible())
        button.setToolTip(tip_of(action))
        button.setAccessibleName(action.text())

    action.changed.connect(follow)
    follow()
    return button


def _show_pairs(grid: QGridLayout, pairs: Sequence[tuple[str, str]]) -> None:
    """Show pairs of words and text, one a line."""
    _clear(grid)
    for row, (words, text) in enumerate(pairs):
        _add_pair(grid, row, words, text)


def _clear(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.XS)


def _add_pair(grid: QGridLayout, row: int, words: str, text: str, least: int = 0) -> None:
    """Add a line; it is at least as high as what stands beside it, so that their words are level."""
    told = text_label(text)
    told.setWordWrap(True)
    for column, label in enumerate((text_label(words, "secondary"), told)):
        label.setMinimumHeight(least)
        grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
