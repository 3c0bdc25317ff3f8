"""The head of an import: where the file goes, which of its sheets and columns, and the filter over what it would do."""

from collections import Counter
from typing import Final

from zi_desktop.domain.instrument import Column
from zi_desktop.ui.forms.ui_worksheet_import import Ui_WorksheetImport
from zi_desktop.ui.worksheets.import_lines import Kind
from zi_desktop.ui.worksheets.import_presenter import ImportPresenter
from zi_desktop.ui.worksheets.import_reading import columns_of
from zi_desktop.ui.worksheets.import_shown import ImportShown
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS

ALL_KINDS: Final = ""
"""Of the filter: lines of every kind."""


class ImportHead:
    """Fills the choices and hands on what is chosen."""

    def __init__(self, form: Ui_WorksheetImport, presenter: ImportPresenter) -> None:
        self._form, self._presenter = form, presenter
        form.target.activated.connect(self._choose_target)
        form.sheet.activated.connect(presenter.choose_sheet)
        form.column_choice.chosen.connect(lambda key: presenter.choose_column(Column(key)))

    def show(self, shown: ImportShown) -> None:
        """Offer what there is to choose from; where nothing is known yet, a person has to choose the evaluation."""
        form, found = self._form, shown.found
        choices = [target.words for target in found.targets]
        if shown.target is None:
            choices = [form.target.tr("Pilih evaluasi…"), *choices]
        form.target.clear()
        form.target.addItems(choices)
        form.target.setCurrentIndex(found.targets.index(shown.target) if shown.target else 0)
        form.sheet.clear()
        form.sheet.addItems([sheet.sheet for sheet in found.sheets])
        form.sheet.setCurrentIndex(shown.sheet)
        for part in (form.sheet, form.sheet_label):
            part.setVisible(len(found.sheets) > 1)
        columns = columns_of(shown.worksheet)
        form.column_choice.set_choices([(column.value, COLUMN_WORDS[column]) for column in columns])
        form.column_choice.set_current(shown.column.value)
        form.reason.setText(shown.reason)
        form.column_choice.setToolTip(shown.reason)
        self._show_kinds(shown)

    def _show_kinds(self, shown: ImportShown) -> None:
        tr, counts = self._form.filter.tr, Counter(line.kind for line in shown.lines)
        words = {
            Kind.NEW: tr("Baru"),
            Kind.CHANGED: tr("Berubah"),
            Kind.OPEN: tr("Perlu dipilih"),
            Kind.REFUSED: tr("Ditolak"),
            Kind.LEFT_OUT: tr("Tidak diambil"),
            Kind.FAULT: tr("Kesalahan lembar"),
        }
        chosen = [(kind.value, f"{words[kind]} {counts[kind]}") for kind in Kind if counts[kind]]
        whole = tr("Semua {count}").format(count=len(shown.lines))
        self._form.filter.set_choices([(ALL_KINDS, whole), *chosen])

    def _choose_target(self, number: int) -> None:
        shown = self._presenter.shown
        if shown is not None:
            place = number if shown.target else number - 1
            if place >= 0:
                self._presenter.choose_target(place)
