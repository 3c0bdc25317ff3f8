"""Impor LKE: what a worksheet would do to an evaluation, chosen item by item, then taken in one act."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.ui.commands import describe
from zi_desktop.ui.file_dialogs import choose_file
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_worksheet_import import Ui_WorksheetImport
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.worksheets.import_effect import taking_words
from zi_desktop.ui.worksheets.import_head import ALL_KINDS, ImportHead
from zi_desktop.ui.worksheets.import_layout import lay_out
from zi_desktop.ui.worksheets.import_notice import notice_of
from zi_desktop.ui.worksheets.import_presenter import ImportPresenter
from zi_desktop.ui.worksheets.import_reading import Wish
from zi_desktop.ui.worksheets.import_shown import ImportShown
from zi_desktop.ui.worksheets.import_strip import ImportStrip
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS, LAYOUT_WORDS
from zi_desktop.ui.worksheets.wording_offer import WordingOffer

_SIDE: Final = 312
_NARROW_SIDE: Final = 264
_NARROW: Final = 1000
_LOW: Final = 560
"""Logical pixels of height below which the strip gives way: the filter shows the same counts."""


class ImportPage(Page):
    """The screen of one file.

    ``ready`` comes when there is something to show, ``refused`` when the file holds no worksheet, ``taken`` with the
    evaluation's id and what was taken, ``left`` when the person gives up.
    """

    ready = Signal()
    refused = Signal(Path, Exception)
    taken = Signal(str, str)
    left = Signal()

    def __init__(self, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self.presenter = ImportPresenter(services, jobs, self)
        self.form = Ui_WorksheetImport()
        self.form.setupUi(self)
        self.offer = WordingOffer(services, self)
        self.form.offers.addWidget(self.offer)
        self._head = ImportHead(self.form, self.presenter)
        self.strip = ImportStrip(self.form.strip_row)
        self.hide_scores = shortcut_action(self, self.tr("Sembunyikan nilai"), "Ctrl+H", "tutup angka rahasia mata")
        self.hide_scores.setCheckable(True)
        self.other = shortcut_action(self, self.tr("Pilih berkas lain…"), "Ctrl+I", "impor lembar kerja excel")
        self.again = shortcut_action(self, self.tr("Bandingkan lagi"), "F5", "segarkan muat ulang")
        self.apply = shortcut_action(self, self.tr("Terapkan"), "Ctrl+Return", "ambil simpan impor")
        self.apply.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.begin = shortcut_action(self, self.tr("Mulai evaluasi"), "Ctrl+N", "buat evaluasi baru satker ini")
        self.consent = shortcut_action(
            self, self.tr("Nyatakan berkas memang untuk evaluasi ini"), "Ctrl+Shift+B", "satker tahun lain"
        )
        self.column = shortcut_action(self, self.tr("Pilih kolom"), words="isian mandiri tpi ganti")
        self.cancel = shortcut_action(self, self.tr("Batal"), "", "tutup kembali")
        describe(self.cancel, words="tutup kembali", keys="Esc")
        self._tools: list[QWidget] = []
        lay_out(self.form)
        self._connect()

    def read(self, wish: Wish) -> None:
        """Read a file; ``ready`` or ``refused`` follows."""
        self.presenter.read(wish)

    def heading(self) -> Heading:
        """Return the file and its layout."""
        shown = self.presenter.shown
        if shown is None:
            return Heading(self.tr("Impor LKE"))
        layout = LAYOUT_WORDS[shown.worksheet.layout]
        return Heading(self.tr("Impor LKE"), f"{shown.found.file.name} · {layout}")

    def tools(self) -> Sequence[QWidget]:
        """Return the switch of scores and the way to another file."""
        self._tools = self._tools or [
            action_button(self.hide_scores, "", "eye"),
            action_button(self.other, "", "import"),
        ]
        return self._tools

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here, as far as they do anything."""
        lines, line = self.form.table.lines.lines, self.form.table.current()
        begin = [KeyHint("Ctrl+N", self.begin.text())] if self.begin.isEnabled() else []
        choose = [KeyHint("Spasi", self.tr("Pilih"))] if line and line.id else []
        copy = [KeyHint("Ctrl+C", self.tr("Salin"))] if lines else []
        return [*begin, *choose, *copy, KeyHint("Ctrl+K", self.tr("Perintah"))]

    def panes(self) -> Sequence[QWidget]:
        """Return table, side, head."""
        return (self.form.table, self.form.side, self.form.target)

    def activate(self) -> None:
        """Give the keyboard to the table, or to the choice that is still open."""
        shown = self.presenter.shown
        (self.form.table if shown and shown.preview else self.form.target).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc give up."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side and the strip what room there is."""
        super().resizeEvent(event)
        scale = text_scale()
        narrow = event.size().width() < _NARROW * scale
        self.form.side.setFixedWidth(round((_NARROW_SIDE if narrow else _SIDE) * scale))
        self.form.strip.setVisible(event.size().height() >= _LOW)
        self.form.reason.setVisible(not narrow)

    def _show(self, shown: ImportShown) -> None:
        form = self.form
        self._head.show(shown)
        self._tell(shown)
        self._ask_consent(shown)
        form.side.setEnabled(shown.preview is not None)
        form.filter.setVisible(bool(shown.lines))
        form.side.show_import(shown)
        form.table.begin(shown.lines)
        self._show_lines()
        self.strip.show_counts(shown.lines, shown.preview)
        self.heading_changed.emit()
        self.ready.emit()

    def _show_lines(self, *_: object) -> None:
        shown, wanted = self.presenter.shown, self.form.filter.current()
        lines = [line for line in shown.lines if wanted in (ALL_KINDS, line.kind.value)] if shown else []
        form = self.form
        form.table.lines.show_lines(lines)
        form.table.setVisible(bool(lines))
        form.details.setVisible(bool(lines))
        form.nothing.setVisible(not lines)
        if not lines:
            form.nothing.show_sentence(self._nothing_words())
        form.table.selectRow(0)
        self._show_details()

    def _nothing_words(self) -> str:
        shown = self.presenter.shown
        if shown and shown.preview:
            return self.tr("Semua isi lembar ini sudah ada dalam evaluasi; tidak ada yang perlu diambil.")
        if shown and shown.target:
            return self.tr("Isi lembar dibandingkan setelah evaluasi dimulai.")
        return self.tr("Pilih evaluasi yang menerima lembar ini.")

    def _tell(self, shown: ImportShown) -> None:
        words, tone = notice_of(shown)
        begins = shown.target is not None and not shown.target.evaluation
        self.begin.setEnabled(begins)
        ways = [(self.begin.text(), self.begin.trigger)] if begins else []
        if words:
            self.form.message.show_message(words, tone, ways)
        else:
            self.form.message.hide()
        if shown.preview:
            self.offer.offer(shown.worksheet, shown.preview.before.instrument.structure_digest)
        else:
            self.offer.withdraw()

    def _ask_consent(self, shown: ImportShown) -> None:
        """Ask for a statement where the sheet names another satker or year; it is never made beforehand."""
        form, doubtful = self.form, shown.doubtful
        form.consent.setChecked(False)
        self.consent.setEnabled(doubtful)
        for part in (form.consent, form.consent_key, form.consent_words):
            part.setVisible(doubtful)

    def _tell_stopped(self) -> None:
        self.save_state_changed.emit(SaveState(self.tr("Pembacaan dibatalkan, tidak ada yang berubah")))

    def _tell_decided(self, words: str) -> None:
        """Show the items in the words that were decided on."""
        self.presenter.look_again()
        self.save_state_changed.emit(SaveState(words))

    def _hide_scores(self, hidden: bool) -> None:  # noqa: FBT001 (as the signal sends it)
        form = self.form
        form.table.lines.hide_scores(hidden=hidden)
        form.side.hide_scores(form.table.lines.ticked, hidden=hidden)
        self._show_details()

    def _show_details(self, *_: object) -> None:
        line = self.form.table.current()
        self.form.details.setPlainText(line.details if line else "")
        self.hints_changed.emit()

    def _follow(self) -> None:
        """Let bar and total stand as the ticks do."""
        shown, ticked = self.presenter.shown, self.form.table.lines.ticked
        self.form.side.show_effect(ticked)
        told = taking_words(shown.preview, ticked, COLUMN_WORDS[shown.column]) if shown and shown.preview else ""
        self.form.count.setText(told or self.tr("Tidak ada butir yang dipilih"))
        self._follow_source()

    def _follow_source(self) -> None:
        shown = self.presenter.shown
        sure = not (shown and shown.doubtful) or self.form.consent.isChecked()
        ready = sure and bool(self.form.table.lines.ticked) and self.form.side.source() is not None
        self.apply.setEnabled(ready)
        for part in (self.form.apply, self.form.apply_key):
            part.setEnabled(ready)
        self.hints_changed.emit()

    def _take(self) -> None:
        source = self.form.side.source()
        if source is not None:
            self.presenter.apply(self.form.table.lines.ticked, source, despite_warnings=self.form.consent.isChecked())

    def _tell_taken(self, id_: str, sentence: str) -> None:
        self.presenter.forget()
        self.taken.emit(id_, sentence)

    def _leave(self) -> None:
        self.presenter.forget()
        self.left.emit()

    def _choose_other(self) -> None:
        file = choose_worksheet(self)
        shown = self.presenter.shown
        if file:
            evaluation = shown.target.evaluation if shown and shown.target else ""
            self.read(Wish(file, likely=evaluation))

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        presenter.shown_changed.connect(self._show)
        presenter.refused.connect(self.refused)
        presenter.stopped.connect(self._tell_stopped)
        self.offer.decided.connect(self._tell_decided)
        presenter.taken.connect(self._tell_taken)
        form.table.lines.ticked_changed.connect(self._follow)
        form.table.selectionModel().currentRowChanged.connect(self._show_details)
        form.filter.chosen.connect(self._show_lines)
        form.side.edited.connect(self._follow_source)
        form.consent.toggled.connect(lambda _on: self._follow_source())
        self.consent.triggered.connect(lambda _checked: form.consent.toggle())
        form.apply.clicked.connect(self._take)
        form.cancel.clicked.connect(self._leave)
        self.apply.triggered.connect(lambda _checked: self._take())
        self.begin.triggered.connect(lambda _checked: presenter.begin_evaluation())
        self.column.triggered.connect(lambda _checked: form.column_choice.stop().setFocus())
        self.cancel.triggered.connect(lambda _checked: self._leave())
        self.again.triggered.connect(lambda _checked: presenter.look_again())
        self.other.triggered.connect(lambda _checked: self._choose_other())
        self.hide_scores.toggled.connect(self._hide_scores)


def choose_worksheet(parent: QWidget) -> Path | None:
    """Let the person choose a worksheet file."""
    kinds = parent.tr("Lembar kerja Excel (*.xlsx *.xlsm)")
    return choose_file(parent, parent.tr("Impor LKE"), kinds)
