"""What was done about a remark is asked for, with the files that prove it; bytes are kept before the line is written."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.domain.evidence import EvidenceFile
from zi_desktop.services.evidence_intake import Failed
from zi_desktop.storage.evidence_files import StoredFile
from zi_desktop.ui.file_dialogs import choose_files
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind
from zi_desktop.ui.widgets.labels import KeyCap, text_label

_MOST: Final = 8
"""Files that are offered by name; of an item with more, the others are added from disk: same bytes are kept once."""

KeepFiles = Callable[[Sequence[Path], Callable[[Sequence[StoredFile], Sequence[Failed]], object]], object]
"""Keeps the bytes of files in the worker, then tells what was kept and what was not."""
SaveFollowUp = Callable[[str, str, Sequence[str], Sequence[StoredFile]], object]
"""Gets text, day (ISO), digests of files that were here, and files that were brought."""


class FollowUpDialog(FieldsDialog):
    """Asks for words, a day and files.

    Args:
        words: the recommendation that it is about.
        today: ISO date.
        offered: files that are here already.
        keep: keeps the bytes of new ones.
        save: writes the follow-up down.
        parent: the widget over which it opens.
    """

    def __init__(
        self,
        words: str,
        today: str,
        offered: Sequence[EvidenceFile],
        keep: KeepFiles,
        save: SaveFollowUp,
        parent: QWidget,
    ) -> None:
        tr = parent.tr
        fields = (
            Field("text", tr("Uraian"), Kind.LINES, needed=tr("Uraian belum diisi.")),
            Field("day", tr("Tanggal"), Kind.DAY, today),
        )
        super().__init__(tr("Tindak lanjut"), fields, self._save_whole, parent, words)
        self._keep_files, self._write = keep, save
        self._brought: tuple[StoredFile, ...] = ()
        self.paths: list[Path] = []
        self.ticks: dict[str, TickBox] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.XS)
        self._add_files(offered)
        QShortcut(QKeySequence("Ctrl+U"), self).activated.connect(self._choose)

    def attach(self, paths: Sequence[Path]) -> None:
        """Take files that are to be kept with the follow-up; each is shown ticked, and may be unticked."""
        for path in paths:
            if path not in self.paths:
                self.paths.append(path)
                self._add_tick(str(path), path.name, ticked=True)
        self.fit_fields()
        self.grow()

    def confirm(self) -> None:
        """Keep the bytes of new files first; what goes wrong there is said here, and nothing typed is lost."""
        new = [path for path in self.paths if self.ticks[str(path)].isChecked()]
        if not new or self._brought:
            super().confirm()
            return
        self._busy(busy=True)
        self._keep_files(new, self._take)

    def reject(self) -> None:
        """Stay open while bytes are kept: their line is written next."""
        if self.confirm_button.isEnabled():
            super().reject()

    def _busy(self, *, busy: bool) -> None:
        for part in (self.confirm_button, self.cancel_button, *self.fields.values(), *self.ticks.values()):
            part.setEnabled(not busy)

    def _take(self, kept: Sequence[StoredFile], failed: Sequence[Failed]) -> None:
        self._busy(busy=False)
        if failed:
            self.refuse("\n".join(each.sentence for each in failed))
            return
        self._brought = tuple(kept)
        super().confirm()
        self._brought = ()

    def _save_whole(self, values: Mapping[str, str]) -> None:
        old = [key for key, tick in self.ticks.items() if tick.isChecked() and Path(key) not in self.paths]
        self._write(values["text"], values["day"], old, self._brought)

    def _choose(self) -> None:
        self.attach(choose_files(self, self.tr("Lampirkan bukti"), self.tr("Semua berkas (*)")))

    def _add_tick(self, key: str, name: str, *, ticked: bool) -> None:
        tick = TickBox(self)
        tick.setText(
            self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self.width() // 2).replace("&", "&&")
        )
        tick.setToolTip(name)
        tick.setAccessibleName(name)
        tick.setChecked(ticked)
        self.ticks[key] = tick
        self._list.addWidget(tick)

    def _add_files(self, offered: Sequence[EvidenceFile]) -> None:
        row = self.rows.rowCount()
        add, line = push_button(self.tr("Tambah berkas…"), "small", "plus"), QHBoxLayout()
        add.clicked.connect(self._choose)
        line.setSpacing(Space.S)
        line.addWidget(add)
        line.addWidget(KeyCap("Ctrl+U"))
        line.addStretch()
        place = QVBoxLayout()
        place.setSpacing(Space.XS)
        place.addLayout(self._list)
        place.addLayout(line)
        label = text_label(self.tr("Bukti"), "strong")
        self.rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addLayout(place, row, 1)
        for file in offered[:_MOST]:
            self._add_tick(file.sha256, file.name, ticked=False)
