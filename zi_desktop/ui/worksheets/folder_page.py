"""Impor folder LKE: the files of a folder, each matched to its satker, then taken one by one."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services
from zi_desktop.services.worksheets.folder import FolderTarget
from zi_desktop.services.worksheets.importing import CHANNELS, Provenance
from zi_desktop.ui.commands import describe
from zi_desktop.ui.file_dialogs import choose_folder
from zi_desktop.ui.forms.ui_worksheet_folder import Ui_WorksheetFolder
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.page import Heading, KeyHint, Page, SaveState
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.worksheets.folder_lines import FileState, FolderLine
from zi_desktop.ui.worksheets.folder_presenter import FolderPresenter
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS
from zi_desktop.ui.worksheets.satker_choice import SatkerChoiceDialog

_ALL: Final = ""
_EARLIER_YEARS: Final = 3
_DETAIL_LINES: Final = 5


class FolderPage(Page):
    """The screen of one folder; ``ready`` comes when it was looked through, ``left`` when the person is done."""

    ready = Signal()
    left = Signal()

    def __init__(self, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self.presenter = FolderPresenter(services, jobs, self)
        self.form = Ui_WorksheetFolder()
        self.form.setupUi(self)
        self.other = shortcut_action(self, self.tr("Pilih folder lain…"), "Ctrl+Alt+I", "impor lembar kerja excel")
        self.again = shortcut_action(self, self.tr("Baca ulang folder"), "F5", "segarkan muat")
        self.apply = shortcut_action(self, self.tr("Terapkan"), "Ctrl+Return", "ambil simpan impor")
        self.apply.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.close_page = shortcut_action(self, self.tr("Tutup"), "")
        describe(self.close_page, words="batal kembali", keys="Esc")
        self._tools: list[QWidget] = []
        self._file: Path | None = None
        self._fill_choices()
        self._lay_out()
        self._connect()

    def choose(self) -> None:
        """Let the person choose a folder; ``ready`` follows when it was looked through."""
        folder = choose_folder(self.window(), self.tr("Impor folder LKE"))
        if folder:
            self.read(folder)

    def read(self, folder: Path) -> None:
        """Look through a folder; ``ready`` follows."""
        self.presenter.read(folder, FolderTarget(self._year(), self._column()))

    def heading(self) -> Heading:
        """Return the folder."""
        preview = self.presenter.preview
        if preview is None:
            return Heading(self.tr("Impor folder LKE"))
        words = self.tr("{name} · {count} berkas").format(name=preview.folder.name, count=len(preview.rows))
        return Heading(self.tr("Impor folder LKE"), words)

    def tools(self) -> Sequence[QWidget]:
        """Return the way to another folder."""
        self._tools = self._tools or [action_button(self.other, "", "folder")]
        return self._tools

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys that matter here, as far as they do anything."""
        line = self.form.table.current()
        tick = [KeyHint("Spasi", self.tr("Pilih"))] if line and line.choosable else []
        match = [KeyHint("Enter", self.tr("Tentukan satker"))] if line and line.placeable else []
        return [*tick, *match, KeyHint("F5", self.tr("Baca ulang")), KeyHint("Ctrl+K", self.tr("Perintah"))]

    def panes(self) -> Sequence[QWidget]:
        """Return table and head."""
        return (self.form.table, self.form.year)

    def activate(self) -> None:
        """Give the keyboard to the files."""
        self.form.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc close the screen."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, lines: Sequence[FolderLine], fresh: bool) -> None:  # noqa: FBT001 (as Qt's signal carries it)
        self.form.message.hide()
        self.form.table.files.begin(lines, ticked=fresh)
        self._show_kinds()
        self._show_lines()
        self.heading_changed.emit()
        self.ready.emit()

    def _show_one(self, line: FolderLine) -> None:
        self.form.table.files.replace(line)
        self._show_kinds()
        self._show_details()

    def _show_kinds(self) -> None:
        lines = self.form.table.files.all
        counts = Counter(line.state for line in lines)
        words = {
            FileState.READY: self.tr("Siap"),
            FileState.OPEN: self.tr("Perlu ditentukan"),
            FileState.SAME: self.tr("Sama"),
            FileState.TAKEN: self.tr("Terisi"),
            FileState.FAILED: self.tr("Gagal"),
        }
        found = [(state.value, f"{words[state]} {counts[state]}") for state in FileState if counts[state]]
        self.form.filter.set_choices([(_ALL, self.tr("Semua {count}").format(count=len(lines))), *found])

    def _show_lines(self, *_: object) -> None:
        wanted, files, file = self.form.filter.current(), self.form.table.files, self._file
        shown = [line for line in files.all if wanted in (_ALL, line.state.value)]
        files.show_lines(shown)
        self.form.table.selectRow(next((row for row, line in enumerate(shown) if line.file == file), 0))
        self._show_details()

    def _show_details(self, *_: object) -> None:
        line = self.form.table.current()
        self._file = line.file if line else self._file
        self.form.details.setPlainText(line.details if line else "")
        self.hints_changed.emit()

    def _follow(self) -> None:
        count = len(self.form.table.files.ticked)
        words = self.tr("{count} berkas akan diambil").format(count=count)
        self.form.count.setText(words if count else self.tr("Tidak ada berkas yang dipilih"))
        self.apply.setEnabled(bool(count))
        for part in (self.form.apply, self.form.apply_key):
            part.setEnabled(bool(count))
        self.hints_changed.emit()

    def _take(self) -> None:
        channel = self.form.channel.currentData() or ""
        self.presenter.apply(self.form.table.files.ticked, Provenance(self.form.sender.text().strip(), channel))

    def _tell_taken(self, words: str, well: bool) -> None:  # noqa: FBT001 (as Qt's signal carries it)
        self.form.message.show_message(words, Tone.OK if well else Tone.WARN)

    def _match(self) -> None:
        line = self.form.table.current()
        if line is None or not line.placeable:
            return
        words = (line.name, self.presenter.doubts(line.file))
        dialog = SatkerChoiceDialog("\n".join(filter(None, words)), self.presenter.choices(line.file), self)
        dialog.chosen.connect(lambda satker: self.presenter.assign(line.file, satker))
        dialog.open()

    def _choose_target(self, *_: object) -> None:
        self.presenter.choose_target(self._year(), self._column())

    def _read_again(self) -> None:
        if self.presenter.preview:
            self.read(self.presenter.preview.folder)

    def _year(self) -> int:
        return int(self.form.year.currentText())

    def _column(self) -> Column:
        return Column(self.form.column_choice.current())

    def _fill_choices(self) -> None:
        form, year = self.form, self.presenter.year
        form.year.addItems([str(year - back) for back in range(_EARLIER_YEARS + 1)])
        form.column_choice.set_choices([(column.value, COLUMN_WORDS[column]) for column in Column])
        form.column_choice.set_current(Column.MANDIRI.value)
        form.channel.addItem(self.tr("Tidak dicatat"), "")
        for channel in CHANNELS:
            form.channel.addItem(channel, channel)

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        presenter.shown.connect(self._show)
        presenter.changed.connect(self._show_one)
        presenter.taken.connect(self._tell_taken)
        presenter.stopped.connect(lambda words: self.save_state_changed.emit(SaveState(words)))
        form.table.files.ticked_changed.connect(self._follow)
        form.table.match_requested.connect(self._match)
        form.table.selectionModel().currentRowChanged.connect(self._show_details)
        form.filter.chosen.connect(self._show_lines)
        form.year.activated.connect(self._choose_target)
        form.column_choice.chosen.connect(self._choose_target)
        form.apply.clicked.connect(self._take)
        form.cancel.clicked.connect(self.left)
        self.apply.triggered.connect(lambda _checked: self._take())
        self.close_page.triggered.connect(lambda _checked: self.left.emit())
        self.other.triggered.connect(lambda _checked: self.choose())
        self.again.triggered.connect(lambda _checked: self._read_again())

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(0, Space.M, 0, 0)
        form.column.setSpacing(0)
        form.column.setStretchFactor(form.place, 1)
        form.above.setContentsMargins(Space.L, 0, Space.L, Space.M)
        form.above.setSpacing(Space.S)
        form.head.setSpacing(Space.S)
        form.head.setStretchFactor(form.sender, 1)
        form.filters.setSpacing(Space.S)
        form.place.setContentsMargins(Space.L, 0, Space.L, Space.M)
        form.table_place.setContentsMargins(1, 1, 1, 1)
        form.table_place.setSpacing(0)
        form.table_place.setStretchFactor(form.table, 1)
        form.details.setFixedHeight(_DETAIL_LINES * form.details.fontMetrics().lineSpacing() + 3 * Space.S)
        form.bar_row.setContentsMargins(Space.L, 0, Space.L, 0)
        form.bar_row.setSpacing(Space.S)
        form.bar.setFixedHeight(Height.ACTION_BAR)
        for cap in (form.cancel_key, form.apply_key):
            cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for button in (form.apply, form.cancel):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
