"""The dialog that shows what a list of satker would do before any of it is taken."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from zi_desktop.domain.figures import whole
from zi_desktop.services.satkers.preview import ListPreview, RowState
from zi_desktop.ui.dialog_keys import ways
from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_home_import import Ui_HomeImport
from zi_desktop.ui.home.field_grid import APPLY
from zi_desktop.ui.home.import_delegate import ImportDelegate
from zi_desktop.ui.home.import_model import STATE_WORDS, ImportColumn, ImportModel, details
from zi_desktop.ui.icons import icon
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.pills import Tone

_LARGEST: Final = QSize(1040, 620)
_EDGE: Final = 48
_ALL: Final = ""
_WIDTHS: Final = {ImportColumn.NUMBER: 60, ImportColumn.STATE: 100, ImportColumn.CODE: 110, ImportColumn.NAME: 270}
_DETAIL_LINES: Final = 2
_FEWEST_ROWS: Final = 6


class ImportDialog(QDialog):
    """Shows new, changed, same and wrong rows; ``taken`` comes when the list is to be taken, ``read_again`` with F5."""

    taken = Signal(ListPreview)
    read_again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview = ListPreview("", ())
        self.form = Ui_HomeImport()
        self.form.setupUi(self)
        self._model = ImportModel(self)
        self._lay_out()
        self._connect()
        self._free = (parent.window().size() - QSize(_EDGE, _EDGE)).boundedTo(_LARGEST)

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys for the status bar."""
        return ways(self.form.take, self.form.cancel)

    def show_preview(self, preview: ListPreview) -> None:
        """Show a list; one with wrong rows shows those first."""
        self._preview = preview
        form, bad = self.form, preview.count(RowState.BAD)
        form.file.setText(self.tr("{file} · {count} baris").format(file=preview.file, count=whole(len(preview.rows))))
        states = [state for state in STATE_WORDS if preview.count(state)]
        form.state.set_choices([
            (_ALL, self.tr("Semua {count}").format(count=whole(len(preview.rows)))),
            *((str(state), f"{STATE_WORDS[state]} {whole(preview.count(state))}") for state in states),
        ])  # fmt: skip
        form.state.set_current(str(RowState.BAD) if bad else _ALL)
        form.leave_out.setText(self.tr("Tinggalkan {count} baris keliru, simpan selebihnya").format(count=whole(bad)))
        form.leave_out.setChecked(False)
        for part in (form.leave_out, form.leave_key):
            part.setVisible(bool(bad and preview.entries))
        form.details.setVisible(bool(bad or preview.count(RowState.CHANGED)))
        self._tell(bad)
        self._show_rows()
        self._follow()
        if not self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """Be as high as the list needs, as far as the window has room."""
        table = self.form.table
        rows = max(_FEWEST_ROWS, len(self._preview.rows)) * table.verticalHeader().defaultSectionSize()
        around = self.sizeHint().height() - table.sizeHint().height()
        needed = around + table.horizontalHeader().sizeHint().height() + rows + 2
        self.resize(self._free.width(), min(needed, self._free.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the rows."""
        super().showEvent(event)
        self.form.table.setFocus()

    def accept(self) -> None:
        """Take the list."""
        super().accept()
        self.taken.emit(self._preview)

    def _tell(self, bad: int) -> None:
        message = self.form.message
        if bad:
            message.show_message(
                self.tr("{count} baris tidak dapat dipakai. Betulkan di berkasnya lalu baca ulang.").format(
                    count=whole(bad)
                ),
                Tone.WARN,
            )
        elif not self._preview.entries:
            message.show_message(
                self.tr("Semua satker dalam daftar ini sudah tersimpan; tidak ada yang berubah."), Tone.OK
            )
        else:
            message.hide()

    def _show_rows(self, *_: object) -> None:
        wanted = self.form.state.current()
        self._model.show_rows([row for row in self._preview.rows if wanted in (_ALL, row.state)])
        self.form.table.selectRow(0)
        self._show_details()

    def _show_details(self, *_: object) -> None:
        """Show the whole of what the current row says, however long."""
        index = self.form.table.currentIndex()
        self.form.details.setText(details(self._model.row(index.row())) if index.isValid() else "")

    def _follow(self, *_: object) -> None:
        count, form = len(self._preview.entries), self.form
        form.take.setText(self.tr("Simpan {count} satker").format(count=whole(count)) if count else self.tr("Simpan"))
        open_ = bool(self._preview.count(RowState.BAD)) and not form.leave_out.isChecked()
        form.take.setEnabled(bool(count) and not open_)
        form.take.setToolTip(self.tr("Betulkan atau tinggalkan baris yang keliru.") if open_ else "")
        form.take.setAccessibleDescription(form.take.toolTip())

    def _lay_out(self) -> None:
        form, table = self.form, self.form.table
        form.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        form.column.setSpacing(Space.M)
        form.table_place.setContentsMargins(1, 1, 1, 1)
        form.buttons.setSpacing(Space.S)
        form.again.setIcon(icon("sync", "text2"))
        form.leave_row.setSpacing(Space.S)
        form.states.setSpacing(Space.S)
        form.states.setAlignment(form.again_key, Qt.AlignmentFlag.AlignVCenter)
        form.details.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        form.details.setFixedHeight(_DETAIL_LINES * form.details.fontMetrics().lineSpacing() + 2 * Space.XS)
        table.setModel(self._model)
        table.setItemDelegate(ImportDelegate(table))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(round(Height.ROW * text_scale()))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(ImportColumn.DETAILS, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, round(width * text_scale()))

    def _connect(self) -> None:
        form = self.form
        form.state.chosen.connect(self._show_rows)
        form.table.selectionModel().currentRowChanged.connect(self._show_details)
        form.leave_out.toggled.connect(self._follow)
        form.take.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        form.again.clicked.connect(self.read_again)
        QShortcut(QKeySequence(Qt.Key.Key_F5), self).activated.connect(self.read_again)
        for keys in APPLY:
            QShortcut(QKeySequence(keys), self).activated.connect(form.take.click)
        # Only from the rows: elsewhere the same key presses what has the keyboard.
        tick = QShortcut(QKeySequence(Qt.Key.Key_Space), form.table, context=Qt.ShortcutContext.WidgetShortcut)
        tick.activated.connect(self._tick)

    def _tick(self) -> None:
        if self.form.leave_out.isVisible():
            self.form.leave_out.toggle()
