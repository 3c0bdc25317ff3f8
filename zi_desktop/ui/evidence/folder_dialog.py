"""A folder of evidence before it is taken: which file goes to which item, and why; changed by hand where it is wrong."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.figures import whole
from zi_desktop.domain.instrument import Instrument
from zi_desktop.services.evidence.intake import FolderMapping
from zi_desktop.storage.evidence_files import Treatment
from zi_desktop.ui.dialog_keys import ways
from zi_desktop.ui.evidence.adding import Pair
from zi_desktop.ui.evidence.folder_model import FolderModel, in_order
from zi_desktop.ui.evidence.lines import size_words
from zi_desktop.ui.forms.ui_evidence_folder import Ui_EvidenceFolder
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.key_line import KeyLine

_LARGEST: Final = QSize(1040, 640)
_EDGE: Final = 48
_ALL, _UNPLACED = "semua", "kotak-masuk"
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FolderDialog(QDialog):
    """Shows a folder as it would be taken; when it is accepted, ``pairs`` are to be added with ``treatment``."""

    def __init__(self, mapping: FolderMapping, instrument: Instrument, treatment: Treatment, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._mapping = mapping
        self.form = Ui_EvidenceFolder()
        self.form.setupUi(self)
        self.entries = FolderModel(in_order(mapping.entries), self)
        self.form.item.offer(instrument)
        self.form.note_only.setChecked(not treatment.keep)
        self.form.smaller.setChecked(treatment.downscale)
        self._keep_place = treatment.keep_place
        self._lay_out()
        self._connect()
        self._tell()
        self.resize((parent.window().size() - QSize(_EDGE, _EDGE)).boundedTo(_LARGEST))
        self.form.table.selectRow(0)
        self.form.table.setFocus()

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys for the status bar."""
        return ways(self.form.take, self.form.cancel)

    def pairs(self) -> Sequence[Pair]:
        """Return every file and its place."""
        return [(entry.path, entry.place) for entry in self.entries.entries]

    def treatment(self) -> Treatment:
        """Return what is to be done with the files."""
        form = self.form
        return Treatment(
            keep=not form.note_only.isChecked(), downscale=form.smaller.isChecked(), keep_place=self._keep_place
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take all with Ctrl+Enter; Enter places the chosen rows, Del lets them go to the inbox."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and control:
            self.accept()
        elif event.key() in _ENTER:
            self._place()
        elif event.key() == Qt.Key.Key_Delete:
            self._put(INBOX)
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        codes = self.form.item.codes()
        if len(codes) == 1:
            self._put(codes[0])
            self.form.table.setFocus()
        else:
            self.form.item.setFocus()

    def _put(self, place: str) -> None:
        self.entries.place(self._chosen(), place)
        self._tell()

    def _chosen(self) -> list[int]:
        return [index.row() for index in self.form.table.selectionModel().selectedRows()]

    def _tell(self) -> None:
        form, entries = self.form, self.entries
        size = size_words(sum(entry.size for entry in entries.entries))
        count, unplaced = (whole(number) for number in (len(entries.entries), entries.unplaced))
        words = [self._mapping.folder.name, self.tr("{count} berkas").format(count=count), size]
        if self._mapping.skipped:
            words.append(self.tr("{count} dilewati").format(count=whole(len(self._mapping.skipped))))
            form.summary.setToolTip("\n".join(f"{each.name}: {each.sentence}" for each in self._mapping.skipped[:20]))
        form.summary.setText(" · ".join(words))
        form.filter.set_choices([
            (_ALL, self.tr("Semua {count}").format(count=count)),
            (_UNPLACED, self.tr("Kotak masuk {count}").format(count=unplaced)),
        ])  # fmt: skip
        form.take.setText(self.tr("Tambahkan {count} berkas").format(count=count))
        self._follow()

    def _show(self, which: str) -> None:
        self.entries.show(unplaced_only=which == _UNPLACED)
        self.form.table.selectRow(0)
        self._follow()

    def _follow(self) -> None:
        """Offer what can be done with the rows that are chosen."""
        form, rows = self.form, self._chosen()
        placed = any(self.entries.entry(row).place != INBOX for row in rows)
        form.place.setEnabled(bool(rows) and len(form.item.codes()) == 1)
        form.to_inbox.setEnabled(placed)
        self._keys.offer("Enter", offered=bool(rows))
        self._keys.offer("Delete", offered=placed)

    def _connect(self) -> None:
        form = self.form
        form.filter.chosen.connect(self._show)
        form.item.textChanged.connect(self._follow)
        form.table.selectionModel().selectionChanged.connect(self._follow)
        form.place.clicked.connect(self._place)
        form.to_inbox.clicked.connect(lambda: self._put(INBOX))
        form.cancel.clicked.connect(self.reject)
        form.take.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        form.column.setSpacing(Space.M)
        form.column.setStretchFactor(form.panel, 1)
        form.table_place.setContentsMargins(1, 1, 1, 1)
        form.buttons.setSpacing(Space.M)
        keys = (
            ("Enter", self.tr("Tetapkan butir")),
            ("Delete", self.tr("Ke kotak masuk")),
        )
        self._keys = KeyLine(keys)
        form.column.insertWidget(form.column.count() - 1, self._keys)
        form.table.show_files(self.entries)
