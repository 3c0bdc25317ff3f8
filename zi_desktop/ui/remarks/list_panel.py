"""The left part of "Catatan": parts with counts, a search, and the remarks in groups."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.ui.forms.ui_remarks import Ui_RemarksForm
from zi_desktop.ui.remarks.acts import RemarkActs
from zi_desktop.ui.remarks.shown import ALL, RemarksShown, matching, part_segments, remark_rows
from zi_desktop.ui.tokens import Space

if TYPE_CHECKING:
    from zi_desktop.services.remarks.listing import RemarkRow

_SEARCH: Final = 180


class ListPanel(QFrame):
    """Shows remarks; ``row_changed`` comes when another one is chosen."""

    row_changed = Signal()

    def __init__(self, acts: RemarkActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._shown: RemarksShown | None = None
        self.found: tuple[RemarkRow, ...] = ()
        self.form = form = Ui_RemarksForm()
        form.setupUi(self)
        self._lay_out()
        form.parts.chosen.connect(self.choose_part)
        form.partList.activated.connect(lambda _: self.choose_part(form.partList.currentData()))
        form.search.textChanged.connect(lambda _: self._search())
        form.search.left.connect(self.take_focus)
        form.list.row_changed.connect(self.row_changed)
        form.nothing.acted.connect(self._show_all)

    def ident(self) -> str:
        """Return the id of the remark that is chosen, or ""."""
        row = self.form.list.row()
        return row.id if row else ""

    def take_focus(self) -> None:
        """Go to the list; where nothing is in it, to no field: the keys of the screen and of the window act there."""
        (self.form.list if self.found else self).setFocus()

    def show_remarks(self, shown: RemarksShown) -> None:
        """Show other remarks; part, words and the chosen one stay while they are there."""
        self._shown = shown
        self.form.search.setPlaceholderText(
            self.tr("Cari isi catatan") if shown.evaluation else self.tr("Cari satker atau isi catatan")
        )
        self._search()

    def choose_part(self, part: str) -> None:
        """Show one part."""
        self.form.parts.set_current(part)
        self.form.partList.setCurrentIndex(self.form.partList.findData(part))
        self._narrow()

    def choose(self, ident: str) -> None:
        """Choose a remark, whatever hides it now."""
        self.form.search.clear()
        self.choose_part(ALL)
        self.form.list.choose("", ident)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a list stand for the segments where they have no room."""
        super().resizeEvent(event)
        self._fit()

    def _search(self) -> None:
        """Show the parts with what is found in each."""
        if self._shown is None:
            return
        form, segments = self.form, part_segments(self._shown, self.form.search.text())
        part = form.parts.current() if form.parts.current() in dict(segments) else ALL
        form.parts.set_choices(segments)
        form.partList.clear()
        for key, text in segments:
            form.partList.addItem(text, key)
        form.parts.set_current(part)
        form.partList.setCurrentIndex(form.partList.findData(part))
        self._narrow()
        self._fit()

    def _narrow(self) -> None:
        form, shown = self.form, self._shown
        if shown is None:
            return
        found = matching(shown, form.parts.current(), form.search.text())
        self.found = found.listed
        form.list.setVisible(bool(self.found))
        form.nothing.setVisible(not self.found)
        if shown.listed:
            form.nothing.show_sentence(self.tr("Tidak ada catatan yang cocok."), self.tr("Tampilkan semua"))
        elif shown.evaluation:
            action = "" if shown.closed or not shown.writable else self.tr("Tulis catatan (F8)")
            form.nothing.show_sentence(self.tr("Belum ada catatan dalam evaluasi ini."), action)
        else:
            form.nothing.show_sentence(self.tr("Belum ada catatan. F8 di Penilaian menulis catatan tentang butir."))
        form.list.show_groups(remark_rows(found))

    def _show_all(self) -> None:
        if self._shown is not None and not self._shown.listed:
            self._acts.add.trigger()
            return
        self.form.search.clear()
        self.choose_part(ALL)
        self.take_focus()

    def _fit(self) -> None:
        form = self.form
        needed = form.parts.sizeHint().width() + _SEARCH + Space.S
        room = self.width() - 2 * Space.M
        form.parts.setVisible(needed <= room)
        form.partList.setVisible(needed > room)

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(0, 0, 0, 0)
        form.column.setSpacing(0)
        form.head.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        form.head.setSpacing(Space.S)
        form.message.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        form.search.setAccessibleName(self.tr("Cari catatan"))
        form.search.setMinimumWidth(_SEARCH)
        form.parts.setAccessibleName(self.tr("Catatan yang tampak"))
        form.partList.setAccessibleName(self.tr("Catatan yang tampak"))
        form.list.setAccessibleName(self.tr("Daftar catatan"))
