"""Profil satker: contacts, track record, stages of its proposals, names and predicates with their dates."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zi_desktop.ui.evaluation_words import ONLY_READS
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.satker.presenter import ProfilePresenter
from zi_desktop.ui.satker.questions import ProfileQuestions
from zi_desktop.ui.satker.shown import SAME, Part, ProfileShown, left_words, rows_of
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.buttons import ActionCap, action_button, shortcut_action
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.empty import EmptyLine
from zi_desktop.ui.widgets.grouped_list import GroupedList
from zi_desktop.ui.widgets.icon_label import IconLabel
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.segments import SegmentedControl

_SIZE: Final = QSize(720, 600)
_EDGE: Final = 48
_FLAT_EDGE: Final = 13
"""Logical pixels between the edge of a flat button and its words."""
_EDITED: Final = (Part.CONTACTS, Part.RECORDS)
"""Parts to which entries are added and from which they are taken away."""


class ProfileDialog(DialogFrame):
    """Shows one part at a time; everything is kept at once.

    Args:
        presenter: of the satker.
        parent: the window.
        hidden: what is internal is covered: the satker looks on.
    """

    def __init__(self, presenter: ProfilePresenter, parent: QWidget, *, hidden: bool = False) -> None:
        shown = presenter.shown()
        super().__init__(shown.name, "", parent)
        self.setWindowTitle(self.tr("Profil satker"))
        free = parent.window().size()
        self.resize((_SIZE * text_scale()).boundedTo(QSize(free.width() - _EDGE, free.height() - _EDGE)))
        self._presenter, self._shown = presenter, shown
        self._questions = ProfileQuestions(presenter, self)
        self.parts, self.list, self.nothing = SegmentedControl(), GroupedList(), EmptyLine()
        self._internal, self._lock, self._words = QWidget(), IconLabel(), text_label("", "secondary")
        self.add = self._action(self.tr("Tambah…"), "F8", self._add)
        self.change = self._action(self.tr("Ubah…"), "F2", self._change)
        self.remove = self._action(self.tr("Hapus"), "Delete", self._remove)
        self.hide_internal = self._action(self.tr("Sembunyikan rekam jejak"), "Ctrl+H", self._show)
        self.hide_internal.setCheckable(True)
        self.hide_internal.setChecked(hidden)
        self.leave = self._action(self.tr("Keluar dari instansi…"), "", self._leave)
        self.same = self._action(self.tr("Sama dengan…"), "F9", self._questions.ask_same)
        self._fill()
        presenter.shown_changed.connect(self._take)
        self._show()
        if self.list.row():
            self.list.setFocus()

    def part(self) -> Part:
        """Return the part that is shown."""
        return Part(self.parts.current())

    def show_part(self, part: Part) -> None:
        """Show another part."""
        self.parts.set_current(part)
        self._show()

    def _take(self, shown: ProfileShown) -> None:
        if len(shown.same) > len(self._shown.same):
            self.parts.set_current(Part.HISTORY)  # there stands what was joined, and is parted again
        self._shown = shown
        self._show()
        if self.list.row():
            self.list.setFocus()

    def _show(self) -> None:
        part, hidden = self.part(), self.hide_internal.isChecked()
        covered = hidden and part is Part.RECORDS
        groups = () if covered else rows_of(self._shown, part)
        self.list.show_groups(groups)
        self.list.setVisible(bool(groups))
        self.nothing.setVisible(not groups)
        self.nothing.show_sentence(*self._empty(part, covered=covered))
        left = left_words(self._shown.profile.left)
        only_reads = "" if self._presenter.writable else ONLY_READS
        self._internal.setVisible(part is Part.RECORDS)
        self._lock.setVisible(bool(only_reads))
        self._words.setText(" ".join(words for words in (left, only_reads) if words))
        self._words.setVisible(bool(self._words.text()))
        self.leave.setText(self.tr("Kembali ke instansi") if left else self.tr("Keluar dari instansi…"))
        self._follow()

    def _empty(self, part: Part, *, covered: bool) -> tuple[str, str]:
        if covered:
            return self.tr("Rekam jejak disembunyikan."), self.tr("Tampilkan")
        words = {
            Part.CONTACTS: self.tr("Belum ada narahubung."), Part.RECORDS: self.tr("Belum ada rekam jejak."),
            Part.STAGES: self.tr("Belum ada evaluasi untuk satker ini."), Part.HISTORY: self.tr("Belum ada riwayat."),
        }[part]  # fmt: skip
        return words, ""

    def _follow(self) -> None:
        part, row, writable = self.part(), self.list.row(), self._presenter.writable
        covered = part is Part.RECORDS and self.hide_internal.isChecked()
        self.add.setVisible(part in _EDITED)
        same = row is not None and row.id.startswith(SAME)
        self.remove.setVisible(part in _EDITED or same)
        self.remove.setText(self.tr("Pisahkan lagi") if same else self.tr("Hapus"))
        self.same.setEnabled(writable)
        self.change.setVisible(part is not Part.HISTORY)
        self.add.setEnabled(writable and not covered)
        self.remove.setEnabled(writable and row is not None)
        self.change.setEnabled(writable and row is not None)
        self.leave.setEnabled(writable)

    def _add(self) -> None:
        if self.part() is Part.CONTACTS:
            self._questions.ask_contact(None)
        elif self.part() is Part.RECORDS:
            self._questions.ask_record(None)

    def _change(self) -> None:
        row, group, profile = self.list.row(), self.list.group(), self._shown.profile
        if row is None or group is None or not self._presenter.writable:
            return
        if self.part() is Part.CONTACTS:
            self._questions.ask_contact(next(each for each in profile.contacts if each.id == row.id))
        elif self.part() is Part.RECORDS:
            self._questions.ask_record(next(each for each in profile.records if each.id == row.id))
        elif self.part() is Part.STAGES:
            proposal = next(each for each in self._shown.proposals if each.id == group.key)
            known = next((mark for mark in proposal.funnel.marks if mark.stage == row.id), None)
            self._questions.ask_stage(proposal.id, row.id, known)

    def _remove(self) -> None:
        row = self.list.row()
        if row is None:
            return
        if row.id.startswith(SAME):
            self._part(row.id.removeprefix(SAME), row.title)
            return
        if self.part() not in _EDITED:
            return
        dialog = DialogFrame(self.tr("Hapus dari profil?"), self.tr("Hapus"), self)
        dialog.setFixedWidth(440)
        dialog.add_words(row.title)
        dialog.accepted.connect(partial(self._presenter.remove, row.id))
        dialog.open()

    def _part(self, other: str, title: str) -> None:
        dialog = DialogFrame(self.tr("Pisahkan lagi?"), self.tr("Pisahkan"), self)
        dialog.setFixedWidth(440)
        dialog.add_words(self.tr("{title} kembali menjadi satker sendiri. Tidak ada yang dihapus.").format(title=title))
        dialog.accepted.connect(partial(self._presenter.part, other))
        dialog.open()

    def _leave(self) -> None:
        if self._shown.profile.left:
            self._presenter.come_back()
        else:
            self._questions.ask_leave()

    def _action(self, text: str, keys: str, act: Callable[[], None]) -> QAction:
        action = shortcut_action(self, text)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked: act())
        return action

    def _fill(self) -> None:
        tr = self.tr
        self.parts.set_choices([
            (Part.CONTACTS, tr("Narahubung")), (Part.RECORDS, tr("Rekam jejak")), (Part.STAGES, tr("Tahapan usulan")),
            (Part.HISTORY, tr("Riwayat")),
        ])  # fmt: skip
        self.parts.chosen.connect(lambda _: self._show())
        self.parts.setAccessibleName(tr("Bagian profil"))
        self.list.setAccessibleName(tr("Isi profil"))
        for part in (self.list, self.nothing):
            part.setProperty("surface", "panel")
        self.nothing.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list.acted.connect(self._change)
        self.list.row_changed.connect(self._follow)
        self.nothing.acted.connect(self.hide_internal.trigger)
        self._words.setWordWrap(True)
        self._lock.show_icon("lock", "text2")
        acts = QWidget()
        head, note, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(acts)
        for row in (head, note, below):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(Space.S)
        note.addWidget(self._lock)
        note.addWidget(self._words, 1)
        head.addWidget(self.parts)
        head.addStretch()
        head.addWidget(self._fill_internal())
        acts.setFixedHeight(Height.CONTROL)  # the list is as high where nothing is changed
        for action in (self.add, self.change, self.remove):
            below.addWidget(action_button(action, "", "plus" if action is self.add else ""))
            below.addWidget(ActionCap(action))
        below.addStretch()
        self.body.addLayout(head)
        self.body.addLayout(note)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(acts)
        self.buttons.insertWidget(0, action_button(self.same, "flat"))
        self.buttons.insertWidget(1, ActionCap(self.same))
        self.buttons.insertWidget(2, action_button(self.leave, "flat"))
        self.buttons.insertSpacing(0, -_FLAT_EDGE)  # the words of the first one begin where the list does

    def _fill_internal(self) -> QWidget:
        """Return the mark of what is internal, filled."""
        mark, row = IconLabel(), QHBoxLayout(self._internal)
        mark.show_icon("lock", "text2")
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(mark)
        row.addWidget(text_label(self.tr("Internal tim: tidak pernah tercetak."), "secondary"))
        return self._internal
