"""The dialog in which a satker is added by hand, or corrected."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from zi_desktop.domain.satker import KINDS, Satker
from zi_desktop.ui.dialog_keys import ways
from zi_desktop.ui.forms.ui_home_satker import Ui_HomeSatker
from zi_desktop.ui.home.drafts import SatkerDraft
from zi_desktop.ui.home.field_grid import lay_out
from zi_desktop.ui.home.rows import kind_word
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.problem_line import mark_field

_NO_PREDICATE: Final = ""
_SHARES: Final = (5, 4)
"""Of the width, what the columns get."""
_BELOW_NAMES: Final = 8
"""The row of the grid below the names of Kantor Wilayah and Eselon I."""


class SatkerDialog(QDialog):
    """Fields with what is wrong below each; ``save`` gets the draft and may let a failure rise: the dialog then stays.

    Args:
        satkers: what is there, as the service lists it.
        save: keeps the draft.
        parent: the window.
        satker: the one to correct; without it a new one is added.
        then_begin: say that the evaluation of the new one comes next.
    """

    def __init__(
        self,
        satkers: Sequence[Mapping[str, Any]],
        save: Callable[[SatkerDraft], object],
        parent: QWidget,
        satker: Satker | None = None,
        *,
        then_begin: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._satkers, self._save = satkers, save
        self._id, self._agency = (satker.id, satker.parent.agency) if satker else ("", "")
        self._tried = False
        self.form = Ui_HomeSatker()
        self.form.setupUi(self)
        self._fill(satker)
        if then_begin:
            self._show_what_follows()
        lay_out(self, self.form)
        self._lay_out()
        self._connect()

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys for the status bar."""
        return ways(self.form.save, self.form.cancel)

    def draft(self) -> SatkerDraft:
        """Return what stands in the fields."""
        form = self.form
        return SatkerDraft(
            form.code.text(), form.name.text(), form.kind.currentData(), form.kanwil.text(), form.eselon1.text(),
            form.predicate.current(), form.predicate_year.text().strip(), self._id, self._agency,
        )  # fmt: skip

    def accept(self) -> None:
        """Save, or show what is wrong and go to the first such field."""
        self._tried = True
        problems = self._check()
        if problems:
            getattr(self.form, next(iter(problems))).setFocus()
            return
        self._save(self.draft())
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        self.form.name.setFocus()

    def _check(self) -> Mapping[str, str]:
        problems = self.draft().problems(self._satkers) if self._tried else {}
        form = self.form
        for name in ("name", "code", "predicate_year"):
            mark_field(getattr(form, name), getattr(form, f"{name}_line"), problems.get(name, ""))
        return problems

    def _fill(self, satker: Satker | None) -> None:
        form = self.form
        form.predicate.set_choices([(_NO_PREDICATE, self.tr("Belum ada")), ("WBK", "WBK"), ("WBBM", "WBBM")])
        kinds = dict(KINDS)
        if satker and satker.kind:
            kinds.setdefault(satker.kind, kind_word(satker.kind))
        form.kind.addItem("–", "")
        for key, word in kinds.items():
            form.kind.addItem(word, key)
        form.code_line.show_hint(self.tr("Kode resmi satker, misalnya dari SAKTI."))
        if satker:
            self._show_satker(satker)
        else:
            form.kanwil.setText(_shared(self._satkers, "kanwil"))
            form.eselon1.setText(_shared(self._satkers, "eselon1"))
        self._follow_predicate()

    def _show_satker(self, satker: Satker) -> None:
        form = self.form
        self.setWindowTitle(self.tr("Ubah data satker"))
        form.title.setText(self.tr("Ubah data satker"))
        form.name.setText(satker.name)
        form.code.setText(satker.code)
        form.kind.setCurrentIndex(form.kind.findData(satker.kind))
        form.kanwil.setText(satker.parent.kanwil)
        form.eselon1.setText(satker.parent.eselon1)
        if satker.predicate:
            form.predicate.set_current(satker.predicate.code)
            form.predicate_year.setText(str(satker.predicate.year))
        for field in self.findChildren(QLineEdit):
            field.setCursorPosition(0)  # a long text shows its beginning

    def _show_what_follows(self) -> None:
        self.form.why.setText(self.tr("Evaluasi dibuat untuk satu satker: isi satkernya dahulu, evaluasinya menyusul."))
        self.form.why.show()
        self.form.save.setText(self.tr("Simpan dan lanjutkan"))

    def _lay_out(self) -> None:
        """Give the longest names the wider column; nothing can be wrong with them, so no room stays for that."""
        grid = self.form.grid
        for column, share in enumerate(_SHARES):
            grid.setColumnStretch(column, share)
        grid.setRowMinimumHeight(_BELOW_NAMES, Space.S)

    def _connect(self) -> None:
        form = self.form
        form.save.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        form.predicate.chosen.connect(self._follow_predicate)
        for field in self.findChildren(QLineEdit):
            field.textEdited.connect(self._check)

    def _follow_predicate(self) -> None:
        held = bool(self.form.predicate.current())
        self.form.predicate_year.setEnabled(held)
        self.form.predicate_year_label.setEnabled(held)
        self._check()


def _shared(satkers: Sequence[Mapping[str, Any]], attribute: str) -> str:
    """Return what every satker has in common, else ""."""
    values = {row[attribute] for row in satkers}
    return str(values.pop()) if len(values) == 1 else ""
