"""The middle part: what the team wrote down during the day, what is awaited first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from zi_desktop.domain.visit import VisitEntry
from zi_desktop.domain.visit_terms import KINDS
from zi_desktop.ui.forms.ui_visit_entries import Ui_VisitEntries
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.visit.acts import VisitActs, follow_action
from zi_desktop.ui.visit.agenda_panel import dress_panel
from zi_desktop.ui.visit.shown import ALL, VisitShown, entry_rows, entry_segments
from zi_desktop.ui.widgets.buttons import push_button


class EntriesPanel(QFrame):
    """Shows the entries; ``entry_changed`` comes when another one is chosen."""

    entry_changed = Signal()

    def __init__(self, acts: VisitActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_VisitEntries()
        form.setupUi(self)
        self._shown: VisitShown | None = None
        self._hidden = False
        self._acts = acts
        for part in (form.kinds, form.kindList, form.list):
            part.setAccessibleName(self.tr("Jenis catatan"))
        form.list.setAccessibleName(self.tr("Catatan kunjungan"))
        form.kindList.setProperty("look", "small")
        form.kinds.chosen.connect(self._choose)
        form.kindList.activated.connect(lambda _: self._choose(form.kindList.currentData()))
        form.list.row_changed.connect(self._follow)
        form.list.acted.connect(acts.edit.trigger)
        form.list.ticked.connect(acts.close.trigger)
        form.nothing.acted.connect(self._go_on)
        dress_panel(form.column, form.head)
        form.footRow.setContentsMargins(Space.M, 0, Space.M, 0)
        form.footRow.setSpacing(Space.S)
        form.head.setAlignment(form.kinds, Qt.AlignmentFlag.AlignLeft)
        form.foot.setFixedHeight(Height.ACTION_BAR)
        self.buttons = [push_button("") for _ in range(3)]
        for button, action, text in zip(
            self.buttons,
            (acts.edit, acts.close, acts.withdraw),
            (self.tr("Ubah…"), self.tr("Selesai…"), self.tr("Hapus…")),
            strict=True,
        ):
            follow_action(button, action, text)
            form.footRow.addWidget(button)
        form.footRow.addStretch()

    @property
    def kind(self) -> str:
        """Return the kind that is shown, or ``ALL``."""
        return self.form.kinds.current()

    def entry(self) -> VisitEntry | None:
        """Return the entry that is chosen."""
        row = self.form.list.row()
        return self._shown.entry(row.id) if self._shown and row and not self._hidden else None

    def show_entries(self, shown: VisitShown) -> None:
        """Show other entries."""
        self._shown = shown
        form, segments, kind = self.form, entry_segments(shown.entries), self.kind
        form.kinds.set_choices(segments)
        form.kindList.clear()
        for key, text in segments:
            form.kindList.addItem(text, key)
        form.kindList.setCurrentIndex(max(form.kindList.findData(kind), 0))
        self._show()
        self._fit()

    def hide_entries(self, *, hidden: bool) -> None:
        """Cover the entries while the satker looks on, or show them again."""
        self._hidden = hidden
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the title give way to the segments, and a list stand for them where they have no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        form = self.form
        room, needed = self.width() - 2 * Space.M, form.kinds.sizeHint().width()
        beside = needed if needed <= room else form.kindList.sizeHint().width()
        form.title.setVisible(beside + Space.S + form.title.sizeHint().width() <= room)
        form.kinds.setVisible(needed <= room)
        form.kindList.setVisible(needed > room)

    def _choose(self, kind: str) -> None:
        form = self.form
        form.kinds.set_current(kind)
        form.kindList.setCurrentIndex(form.kindList.findData(kind))
        self._show()

    def _show(self) -> None:
        form, shown = self.form, self._shown
        if shown is None:
            return
        groups = () if self._hidden else entry_rows(shown, self.kind)
        form.list.show_groups(groups)
        form.list.setVisible(bool(groups))
        form.nothing.setVisible(not groups)
        if self._hidden:
            form.nothing.show_sentence(self.tr("Catatan tim disembunyikan."), self.tr("Tampilkan (Ctrl+H)"))
        else:
            words = KINDS[self.kind].lower() if self.kind != ALL else self.tr("catatan kunjungan")
            action = self.tr("Tulis catatan (F8)") if shown.writable else ""
            form.nothing.show_sentence(self.tr("Belum ada {words}.").format(words=words), action)
        self._follow()

    def _follow(self) -> None:
        entry = self.entry()
        self.buttons[1].setText(self.tr("Buka lagi") if entry and entry.closed else self.tr("Selesai…"))
        self.entry_changed.emit()

    def _go_on(self) -> None:
        (self._acts.hide if self._hidden else self._acts.add).trigger()
