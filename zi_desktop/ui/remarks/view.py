"""Catatan & rekomendasi of all evaluations: a list, overdue first, and the chosen remark beside it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QWidget

from zi_desktop.domain.remark_terms import STATES, TEXTS
from zi_desktop.domain.remarks import FollowUp
from zi_desktop.services.composition import Services
from zi_desktop.services.remark_list import RemarkRow
from zi_desktop.ui.file_dialogs import choose_place
from zi_desktop.ui.forms.ui_remarks import Ui_RemarksForm
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState
from zi_desktop.ui.remarks.acts import RemarkActs
from zi_desktop.ui.remarks.detail_panel import DetailPanel
from zi_desktop.ui.remarks.fields import known_fields, remark_dialog
from zi_desktop.ui.remarks.presenter import EXPORT_NAME, RemarksPresenter
from zi_desktop.ui.remarks.shown import RemarksShown, matching, part_segments, remark_rows
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import action_button, more_button
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind
from zi_desktop.ui.widgets.pills import Tone

_LEAST: Final = (400, 340)
"""Logical pixels that list and remark need."""
_SHARES: Final = (7, 5)
_SEARCH: Final = 180


class RemarksPage(Page):
    """The screen; ``place_requested`` carries an item (may be empty) and the evaluation to go to."""

    place_requested = Signal(str, str)

    def __init__(self, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self._services = services
        self._shown: RemarksShown | None = None
        self._rows: tuple[RemarkRow, ...] = ()
        self.presenter = RemarksPresenter(services, jobs, self)
        self.acts = RemarkActs(self)
        self._list = QFrame()
        self.form = Ui_RemarksForm()
        self.form.setupUi(self._list)
        self.detail = DetailPanel(self.acts)
        self._tools = (
            more_button((self.acts.item, self.acts.undo, self.acts.reload), self.tr("Lainnya")),
            action_button(self.acts.export, "", "export"),
        )
        self._lay_out()
        self._connect()

    def heading(self) -> Heading:
        """Return what the screen is called."""
        return Heading(self.tr("Catatan & rekomendasi"), self.tr("Semua evaluasi"))

    def tools(self) -> Sequence[QWidget]:
        """Return the menu and the export."""
        return self._tools

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here."""
        if self.row() is None:
            return (KeyHint("Ctrl+F", self.tr("Cari")),)
        return (
            KeyHint("T", self.tr("Tindak lanjut")), KeyHint("S", self.tr("Keadaan")), KeyHint("Ctrl+G", self.tr("Buka butir")),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        """Return list and remark."""
        return (self._list, self.detail)

    def activate(self) -> None:
        """Read again: remarks change on other screens."""
        self.presenter.load()
        self._take_focus()

    def row(self) -> RemarkRow | None:
        """Return the remark that is chosen."""
        row = self.form.list.row()
        return self._shown.row(row.id) if self._shown and row else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a list stand for the segments where they have no room."""
        super().resizeEvent(event)
        self._fit()

    def _take_focus(self) -> None:
        (self.form.list if self._rows else self.form.search).setFocus()

    def _show(self, shown: RemarksShown) -> None:
        self._shown = shown
        form, segments, part = self.form, part_segments(shown.rows), self.form.parts.current()
        form.parts.set_choices(segments)
        form.partList.clear()
        for key, text in segments:
            form.partList.addItem(text, key)
        form.partList.setCurrentIndex(max(form.partList.findData(part), 0))
        self._narrow()
        self._fit()

    def _choose(self, part: str) -> None:
        self.form.parts.set_current(part)
        self.form.partList.setCurrentIndex(self.form.partList.findData(part))
        self._narrow()

    def _narrow(self) -> None:
        form, shown = self.form, self._shown
        if shown is None:
            return
        self._rows = matching(shown.rows, form.parts.current(), form.search.text())
        form.list.show_groups(remark_rows(self._rows, shown.today))
        form.list.setVisible(bool(self._rows))
        form.nothing.setVisible(not self._rows)
        if not shown.rows:
            form.nothing.show_sentence(self.tr("Belum ada catatan. F8 di Penilaian menulis catatan tentang butir."))
        else:
            form.nothing.show_sentence(self.tr("Tidak ada catatan yang cocok."), self.tr("Tampilkan semua"))

    def _show_all(self) -> None:
        self.form.search.clear()
        self._choose(self.form.partList.itemData(0))
        self._take_focus()

    def _follow(self) -> None:
        """Show the chosen remark, open and close what can be done about it."""
        row, acts = self.row(), self.acts
        writable = self._shown is not None and self._shown.writable
        self.detail.show_remark(row, self.presenter.follow_ups(row) if row else (), writable=writable)
        reason = "" if writable else self.tr("Ruang kerja hanya dapat dibaca.")
        sealed = row is not None and row.sealed
        closed = self.tr(
            "Evaluasi ini sudah ditutup: isi catatan tetap; tindak lanjut dan keadaan masih dapat dicatat."
        )
        for action in acts.of_remark():
            action.setEnabled(writable and row is not None)
            action.setStatusTip(reason)
        for action in acts.of_texts():
            action.setEnabled(writable and row is not None and not sealed)
            action.setStatusTip(reason or (closed if sealed else ""))
        acts.item.setEnabled(row is not None)
        acts.export.setEnabled(bool(self._rows))
        self.hints_changed.emit()

    def _ask_edit(self, row: RemarkRow) -> None:
        values = {key: str(getattr(row, key)) for key in (*TEXTS, "due")}
        title = self.tr("Ubah catatan · {item}").format(item=row.item or row.satker_name)
        self._open(remark_dialog(title, known_fields(values), partial(self.presenter.edit, row), self), "condition")

    def _ask_follow_up(self, row: RemarkRow) -> None:
        today = self._services.workspace.now().date().isoformat()
        fields = (
            Field("text", self.tr("Uraian"), Kind.LINES, needed=self.tr("Uraian belum diisi.")),
            Field("day", self.tr("Tanggal"), Kind.DAY, today),
        )
        dialog = FieldsDialog(
            self.tr("Tindak lanjut"), fields, lambda values: self.presenter.follow_up(row, values["text"], values["day"]),
            self, row.recommendation,
        )  # fmt: skip
        self._open(dialog, "text")

    def _ask_state(self, row: RemarkRow) -> None:
        fields = (
            Field("state", self.tr("Keadaan"), Kind.SEGMENTS, row.state, tuple(STATES.items())),
            Field("reason", self.tr("Alasan"), Kind.LINES, row.reason, hint=self.tr("boleh kosong")),
        )
        dialog = FieldsDialog(
            self.tr("Keadaan catatan"), fields,
            lambda values: self.presenter.progress(row, values["state"], values["reason"]), self, row.recommendation,
        )  # fmt: skip
        self._open(dialog)

    def _open(self, dialog: FieldsDialog, first: str = "") -> None:
        if first:
            dialog.fields[first].setFocus()
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(self.window().activateWindow)
        dialog.open()

    def _withdraw(self, row: RemarkRow) -> None:
        self.presenter.withdraw(row)
        self.acts.undo.setEnabled(True)
        way = (self.tr("Urungkan (Ctrl+Z)"), self.acts.undo.trigger)
        self.form.message.show_message(self.tr("Catatan dihapus dari daftar."), Tone.NEUTRAL, [way])
        self._take_focus()

    def _put_back(self) -> None:
        self.acts.undo.setEnabled(False)
        self.form.message.hide()
        self.form.list.choose("", self.presenter.put_back())
        self._take_focus()

    def _take_back(self, entry: FollowUp) -> None:
        if row := self.row():
            self.presenter.take_back(row, entry)
            self._take_focus()

    def _export(self) -> None:
        place = choose_place(self, self.tr("Ekspor catatan"), EXPORT_NAME, self.tr("Lembar kerja (*.xlsx)"))
        if place:
            self.presenter.export(self._rows, place)

    def _tell_exported(self, path: Path) -> None:
        self.save_state_changed.emit(SaveState(self.tr("Ditulis: {name}").format(name=path.name)))

    def _tell_kept(self) -> None:
        self.save_state_changed.emit(
            SaveState(self.tr("Tersimpan {time}").format(time=f"{self._services.workspace.now():%H.%M}"))
        )

    def _with_row(self, act: Callable[[RemarkRow], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (the signature of QAction.triggered)
        if row := self.row():
            act(row)

    def _connect(self) -> None:
        acts, form = self.acts, self.form
        self.presenter.shown_changed.connect(self._show)
        self.presenter.kept.connect(self._tell_kept)
        self.presenter.exported.connect(self._tell_exported)
        self.detail.taken_back.connect(self._take_back)
        form.parts.chosen.connect(self._choose)
        form.partList.activated.connect(lambda _: self._choose(form.partList.currentData()))
        form.search.textChanged.connect(lambda _: self._narrow())
        form.search.left.connect(self._take_focus)
        form.list.row_changed.connect(self._follow)
        form.list.acted.connect(acts.edit.trigger)
        form.nothing.acted.connect(self._show_all)
        acts.undo.setEnabled(False)
        for action, act in (
            (acts.edit, self._ask_edit),
            (acts.follow_up, self._ask_follow_up),
            (acts.state, self._ask_state),
            (acts.withdraw, self._withdraw),
            (acts.item, lambda row: self.place_requested.emit(row.item, row.evaluation)),
        ):
            action.triggered.connect(partial(self._with_row, act))
        acts.undo.triggered.connect(lambda _: self._put_back())
        acts.export.triggered.connect(lambda _: self._export())
        acts.search.triggered.connect(lambda _: form.search.setFocus())
        acts.reload.triggered.connect(lambda _: self.presenter.load())

    def _fit(self) -> None:
        form = self.form
        needed = form.parts.sizeHint().width() + _SEARCH + Space.S
        room = self._list.width() - 2 * Space.M
        form.parts.setVisible(needed <= room)
        form.partList.setVisible(needed > room)

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(0, 0, 0, 0)
        form.column.setSpacing(0)
        form.head.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        form.head.setSpacing(Space.S)
        form.rule.setFixedHeight(1)
        form.message.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        form.search.setPlaceholderText(self.tr("Cari satker atau isi catatan"))
        form.search.setAccessibleName(self.tr("Cari catatan"))
        form.search.setMinimumWidth(_SEARCH)
        form.partList.setProperty("look", "small")
        form.parts.setAccessibleName(self.tr("Catatan yang tampak"))
        form.partList.setAccessibleName(self.tr("Catatan yang tampak"))
        form.list.setAccessibleName(self.tr("Daftar catatan"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        for place, (part, least, share) in enumerate(zip(self.panes(), _LEAST, _SHARES, strict=True)):
            part.setMinimumWidth(least)
            parts.addWidget(part)
            parts.setStretchFactor(place, share)
        parts.setSizes([share * 100 for share in _SHARES])
        parts.splitterMoved.connect(lambda *_: self._fit())
        row.addWidget(parts)
