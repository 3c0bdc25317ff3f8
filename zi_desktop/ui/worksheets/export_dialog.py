"""The dialog in which evaluations are exported: layout, column, place, progress, and what was written."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services
from zi_desktop.services.worksheets.exporting import ExportLayout
from zi_desktop.ui.file_dialogs import choose_folder, choose_place
from zi_desktop.ui.jobs import Jobs
from zi_desktop.ui.panes import first_focus
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.cut_field import CutField
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.widgets.segments import SegmentedControl
from zi_desktop.ui.work_line import WorkLine
from zi_desktop.ui.worksheets.export_presenter import ExportPlan, ExportPresenter
from zi_desktop.ui.worksheets.export_words import LAYOUT_HINTS, LAYOUT_WORDS, Written, written_words
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS

_WIDTH: Final = 620
_HINT_LINES: Final = 2
_FAILURE_LINES: Final = 4


class ExportDialog(DialogFrame):
    """Stays open while it writes and says then where the files are."""

    def __init__(self, presenter: ExportPresenter, parent: QWidget) -> None:
        super().__init__(self.tr("Ekspor lembar kerja"), self.tr("Ekspor"), parent)
        self.setFixedWidth(_WIDTH)
        self._presenter = presenter
        presenter.setParent(self)
        self.layout_choice, self.column_choice = SegmentedControl(), SegmentedControl()
        self.place = CutField(middle=True)
        self.choose = push_button(self.tr("Pilih…"), "", "folder")
        self.work = WorkLine()
        self.failures = QPlainTextEdit()
        self._hint = text_label("", "small")
        self._column_hint = text_label("", "small")
        self._place_title = text_label("", "strong")
        self._fill()
        self._connect()
        self._follow_layout()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the layout."""
        super().showEvent(event)
        first = first_focus(self.layout_choice)
        if first is not None:
            first.setFocus()

    def confirm(self) -> None:
        """Write, after asking about files that are there already."""
        typed = self.place.text().strip()
        if not typed:
            self.refuse_at(self.place, self.tr("Tempat berkas belum diisi."))
            return
        plan = self._presenter.plan(self._chosen_layout(), self._chosen_column(), Path(typed).expanduser())
        if not plan.files[0].parent.is_dir():
            words = self.tr("Folder itu tidak ada. Tidak ada yang ditulis; pilih folder yang ada.")
            self.refuse_at(self.place, words)
        elif plan.standing:
            self._ask_to_replace(plan)
        else:
            self._write(plan)

    def _ask_to_replace(self, plan: ExportPlan) -> None:
        count = len(plan.standing)
        name = plan.standing[0].name if count == 1 else self.tr("{count} berkas").format(count=count)
        words = self.tr("{name} sudah ada di folder itu. Isinya akan diganti.").format(name=name)
        self.message.show_message(words, Tone.WARN, [(self.tr("Ganti berkas"), partial(self._write, plan))])
        self.grow()
        replace = first_focus(self.message)
        if replace is not None:
            replace.setFocus()

    def _write(self, plan: ExportPlan) -> None:
        self.message.hide()
        self.failures.hide()
        self._allow(allowed=False)
        self.work.follow(self._presenter.write(plan))

    def _show_written(self, written: Written) -> None:
        self._allow(allowed=True)
        tone = Tone.WARN if written.failures else Tone.OK
        folder = written.files[0].parent if written.files else None
        ways = [(self.tr("Buka folder"), partial(_open_folder, folder))] if folder else []
        self.message.show_message(written_words(written), tone, ways)
        self.failures.setPlainText("\n".join(written.failures))
        self.failures.setVisible(bool(written.failures))
        self.cancel_button.setText(self.tr("Tutup"))
        self.grow()
        self.cancel_button.setFocus()

    def _refuse(self, sentence: str) -> None:
        self._allow(allowed=True)
        if sentence:
            self.refuse(sentence)

    def _allow(self, *, allowed: bool) -> None:
        self.cancel_button.setEnabled(allowed)
        for part in (self.layout_choice, self.place, self.choose, self.confirm_button):
            part.setEnabled(allowed)
        self.column_choice.setEnabled(allowed and self._chosen_layout() is ExportLayout.LAMPIRAN3)

    def reject(self) -> None:
        """Close; while it writes only the work line stops it."""
        if self.cancel_button.isEnabled():
            super().reject()

    def _follow_layout(self, *_: object) -> None:
        """Show what a layout holds, and the place that goes with it in the folder that was chosen."""
        layout, several = self._chosen_layout(), len(self._presenter.subjects) > 1
        has_column = layout is ExportLayout.LAMPIRAN3
        self.column_choice.setEnabled(has_column)
        self._column_hint.setText("" if has_column else self.tr("Kolom dipilih hanya untuk Lampiran III."))
        one = self._presenter.is_one_file(layout)
        hint = LAYOUT_HINTS[layout]
        if several:
            hint += self.tr(" Satu daftar unit.") if one else self.tr(" Satu berkas tiap satker.")
        self._hint.setText(hint)
        self._place_title.setText(self.tr("Berkas") if one else self.tr("Folder"))
        self.place.setAccessibleName(self._place_title.text())
        self._propose()

    def _propose(self, *_: object) -> None:
        typed = Path(self.place.text().strip()).expanduser() if self.place.text().strip() else None
        folder = typed if typed is None or typed.is_dir() else typed.parent
        self.place.setText(str(self._presenter.proposed(self._chosen_layout(), self._chosen_column(), folder)))
        self.place.setCursorPosition(len(self.place.text()))
        self.message.hide()

    def _choose_place(self) -> None:
        layout, place = self._chosen_layout(), Path(self.place.text().strip())
        if self._presenter.is_one_file(layout):
            kinds = self.tr("Data JSON (*.json)") if layout.suffix == ".json" else self.tr("Buku kerja Excel (*.xlsx)")
            chosen = choose_place(self, self.tr("Simpan lembar kerja"), str(place), kinds)
        else:
            chosen = choose_folder(self, self.tr("Pilih folder lembar kerja"), place)
        if chosen:
            self.place.setText(str(chosen))
            self.message.hide()

    def _chosen_layout(self) -> ExportLayout:
        return ExportLayout(self.layout_choice.current())

    def _chosen_column(self) -> Column:
        return Column(self.column_choice.current())

    def _fill(self) -> None:
        subjects = self._presenter.subjects
        count = self.tr("{count} evaluasi, dari yang tampil di Beranda").format(count=len(subjects))
        self.add_words(subjects[0].words if len(subjects) == 1 else count)
        self.layout_choice.set_choices([(each.value, words) for each, words in LAYOUT_WORDS.items()])
        self.layout_choice.setAccessibleName(self.tr("Susunan"))
        self.column_choice.set_choices([(each.value, words) for each, words in COLUMN_WORDS.items()])
        self.column_choice.set_current(Column.TPI)
        self.column_choice.setAccessibleName(self.tr("Kolom"))
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint.setFixedHeight(_HINT_LINES * self._hint.fontMetrics().lineSpacing())  # no jump from layout to layout
        grid = QGridLayout()
        grid.setContentsMargins(0, Space.S, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        grid.addWidget(text_label(self.tr("Susunan"), "strong"), 0, 0)
        grid.addWidget(self.layout_choice, 0, 1)
        grid.addWidget(self._hint, 1, 1)
        grid.addWidget(text_label(self.tr("Kolom"), "strong"), 2, 0)
        grid.addLayout(_row(self.column_choice, self._column_hint), 2, 1)
        grid.addWidget(self._place_title, 3, 0)
        self.choose.setAutoDefault(False)
        grid.addLayout(_row(self.place, self.choose), 3, 1)
        self.body.addLayout(grid)
        self.failures.setReadOnly(True)
        self.failures.setAccessibleName(self.tr("Yang tidak tertulis"))
        self.failures.setFixedHeight((_FAILURE_LINES + 1) * self.failures.fontMetrics().lineSpacing())
        self.failures.hide()
        self.body.addWidget(self.failures)
        self.body.addStretch()
        self.buttons.insertWidget(0, self.work)

    def _connect(self) -> None:
        self.layout_choice.chosen.connect(self._follow_layout)
        self.column_choice.chosen.connect(self._propose)
        self.choose.clicked.connect(self._choose_place)
        self.place.textEdited.connect(lambda _: self.message.hide())
        self._presenter.written.connect(self._show_written)
        self._presenter.refused.connect(self._refuse)


def export(services: Services, jobs: Jobs, ids: Sequence[str], owner: QWidget) -> None:
    """Ask over a screen how and where evaluations are to be exported, and do it."""
    presenter = ExportPresenter(services, jobs, ids)
    if presenter.subjects:
        dialog = ExportDialog(presenter, owner)
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(owner.window().activateWindow)
        dialog.open()


def _row(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(first)
    row.addWidget(second, 0 if isinstance(first, QLineEdit) else 1)
    return row


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
