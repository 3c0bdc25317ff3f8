"""The right part of "Catatan": a remark whole, what was done about it, and the buttons of what can be done."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from zi_desktop.domain.evidence import EvidenceFile
from zi_desktop.domain.remarks import FollowUp
from zi_desktop.services.remarks.listing import EarlierRemark, RemarkRow
from zi_desktop.ui import dates
from zi_desktop.ui.forms.ui_remark_detail import Ui_RemarkDetailForm
from zi_desktop.ui.remarks.acts import RemarkActs
from zi_desktop.ui.remarks.follow_up import FollowUpText, follow_up_words
from zi_desktop.ui.remarks.shown import fact_words, subtitle_words
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.buttons import LINK_EDGE, action_button, dressed, push_button, tip_of
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.steady_bar import keep_scroll_bar

_BUTTON: Final = 2
"""The column of the button that takes a follow-up back."""
_BACK: Final = 20
"""Its height in logical pixels."""
_ANYWHERE: Final = Qt.AlignmentFlag(0)
_NAME: Final = 40
"""Letters of a file's name that are shown."""


class DetailPanel(QFrame):
    """Shows one remark; ``taken_back`` carries a follow-up that is to go, ``opened`` a file that is to be seen."""

    taken_back = Signal(FollowUp)
    opened = Signal(EvidenceFile)

    def __init__(self, acts: RemarkActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ident, self._known = "", frozenset[FollowUp]()
        self.form = form = Ui_RemarkDetailForm()
        form.setupUi(self)
        form.outer.setContentsMargins(0, 0, 0, 0)
        form.outer.setSpacing(0)
        form.column.setContentsMargins(Space.M, 10, Space.M - keep_scroll_bar(form.scroll), 10)
        form.column.setSpacing(Space.S)
        form.scroll.setFrameShape(QFrame.Shape.NoFrame)
        form.scroll.setAccessibleName(self.tr("Isi catatan"))
        for row in (form.head, form.followPlace):
            row.addSpacing(-LINK_EDGE)
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
        form, bar = self.form, self.form.scroll.verticalScrollBar()
        place = bar.value()
        form.content.setVisible(row is not None)
        if row is None:
            return
        form.satker.setText(row.satker_name)
        form.item.setText(row.item or self.tr("Evaluasi"))
        form.item.setToolTip(self.tr("Buka butir (Ctrl+G)") if row.item else self.tr("Buka evaluasi (Ctrl+G)"))
        form.subtitle.setText(subtitle_words(row))
        _show_pairs(form.facts, fact_words(row, earlier))
        fresh = self._show_follow_ups(entries, fixed=not writable or earlier is not None)
        before, self._ident, self._known = self._ident, row.id, frozenset(each.entry for each in entries)
        self._lay_out_now()
        bar.setValue(place if row.id == before else 0)
        if row.id == before and fresh is not None:
            form.scroll.ensureWidgetVisible(fresh, 0, Space.S)

    def _show_follow_ups(self, entries: Sequence[FollowUpText], *, fixed: bool) -> QWidget | None:
        """Show what was done, each with a way back unless it is ``fixed``; return the last that was not shown before."""
        rows, fresh, place = self.form.followUps, None, 0
        _clear(rows)
        rows.setColumnMinimumWidth(0, _day_width(self.form.content.fontMetrics()))
        if not entries:
            _put(rows, text_label(self.tr("Belum ada tindak lanjut."), "secondary"), 0, 0, columns=_BUTTON + 1)
        for each, (day, text) in zip(entries, follow_up_words(entries), strict=True):
            told = _add_pair(rows, place, day, text, _BACK)
            fresh = fresh if each.entry in self._known else told
            if not fixed:
                back = push_button(self.tr("Tarik kembali"), "link")
                back.setAccessibleName(self.tr("Tarik kembali: {text}").format(text=text))
                back.clicked.connect(partial(self.taken_back.emit, each.entry))
                _put(rows, back, place, _BUTTON, Qt.AlignmentFlag.AlignTop)
            for number, file in enumerate(each.files, start=1):
                _put(rows, self._file_link(file), place + number, 1, Qt.AlignmentFlag.AlignLeft)
            place += 1 + len(each.files)
        return fresh

    def _lay_out_now(self) -> None:
        """Give everything its place at once: what is made anew would have none yet, and the scrolling would begin again."""
        form, port = self.form, self.form.scroll.viewport()
        form.column.activate()
        form.content.resize(port.width(), max(form.column.totalHeightForWidth(port.width()), port.height()))

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


def _day_width(metrics: QFontMetrics) -> int:
    """Return the width of the widest day, in logical pixels: texts then begin in one place, whatever the days."""
    return max(metrics.horizontalAdvance(dates.whole_day(f"2000-{month:02}-20")) for month in range(1, 13))


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


def _put(
    grid: QGridLayout, part: QWidget, row: int, column: int, side: Qt.AlignmentFlag = _ANYWHERE, *, columns: int = 1
) -> None:
    """Add a part that has its room at once; Qt would show it only later."""
    grid.addWidget(part, row, column, 1, columns, side)
    part.show()


def _add_pair(grid: QGridLayout, row: int, words: str, text: str, beside: int = 0) -> QLabel:
    """Add a line and return its text; its first words are level with what stands ``beside`` it, so many pixels high."""
    told = text_label(text)
    told.setWordWrap(True)
    for column, label in enumerate((text_label(words, "secondary"), told)):
        label.setContentsMargins(0, max(beside - label.fontMetrics().height(), 0) // 2, 0, 0)
        _put(grid, label, row, column, Qt.AlignmentFlag.AlignTop)
    return told
