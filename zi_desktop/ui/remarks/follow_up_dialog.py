"""What was done about a remark is asked for, with the files that prove it; bytes are kept before the line is written."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.domain.evidence import EvidenceFile
from zi_desktop.services.evidence.intake import Failed
from zi_desktop.services.typed_drafts import Draft
from zi_desktop.storage.evidence_files import StoredFile
from zi_desktop.ui.file_dialogs import choose_files
from zi_desktop.ui.tokens import Height, Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog
from zi_desktop.ui.widgets.fields_dialog import Field, Kind
from zi_desktop.ui.widgets.labels import KeyCap, text_label

_FILES: Final = "files"
"""Key of the chosen files in a draft: a digest or a path a line."""
_MOST: Final = 8
"""Files that are offered by name; of an item with more, the others are added from disk: same bytes are kept once."""

KeepFiles = Callable[[Sequence[Path], Callable[[Sequence[StoredFile], Sequence[Failed]], object]], object]
"""Keeps the bytes of files in the worker, then tells what was kept and what was not."""
SaveFollowUp = Callable[[str, str, Sequence[str], Sequence[StoredFile]], object]
"""Gets text, day (ISO), digests of files that were here, and files that were brought."""


class FollowUpDialog(DraftedDialog):
    """Asks for words, a day and files; files may be dropped on it.

    Args:
        words: the recommendation that it is about.
        today: ISO date.
        offered: files that are here already.
        keep: keeps the bytes of new ones.
        save: writes the follow-up down.
        parent: the widget over which it opens.
        draft: what was typed and chosen before.
    """

    def __init__(
        self,
        words: str,
        today: str,
        offered: Sequence[EvidenceFile],
        keep: KeepFiles,
        save: SaveFollowUp,
        parent: QWidget,
        draft: Draft,
    ) -> None:
        tr = parent.tr
        self.paths: list[Path] = []
        self.ticks: dict[str, TickBox] = {}
        fields = (
            Field("text", tr("Uraian"), Kind.LINES, needed=tr("Uraian belum diisi.")),
            Field("day", tr("Tanggal"), Kind.DAY, today),
        )
        super().__init__(tr("Tindak lanjut"), fields, self._save_whole, parent, draft, words, whole=True)
        self._keep_files, self._write = keep, save
        self._brought: tuple[StoredFile, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.XS)
        self._add_files(offered)
        self._choose_again(draft.fields.get(_FILES, "").splitlines())
        self.setAcceptDrops(True)
        self.fields["text"].setAcceptDrops(False)  # a file that is dropped there is proof, and no text
        QShortcut(QKeySequence("Ctrl+U"), self).activated.connect(self._choose)

    def attach(self, paths: Sequence[Path]) -> None:
        """Take files that are to be kept with the follow-up; each is shown ticked, and may be unticked."""
        for path in paths:
            if path not in self.paths:
                self.paths.append(path)
                self._add_tick(str(path), path.name, ticked=True)
        self.fit_fields()
        self.grow()
        self.touch()

    def typed(self) -> dict[str, str]:
        """Return the fields, and below them the files that are chosen."""
        files, fields = [key for key, tick in self.ticks.items() if tick.isChecked()], super().typed()
        return {**(fields or self.texts()), _FILES: "\n".join(files)} if files else fields

    def put(self, fields: Mapping[str, str]) -> None:
        """Put what was typed into the fields; nothing of it leaves no file chosen."""
        super().put(fields)
        for tick in self.ticks.values():
            tick.setChecked(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if self.confirm_button.isEnabled() and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped; a folder is no proof."""
        event.acceptProposedAction()
        self.attach(dropped_files(event.mimeData()))

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
            self._refuse(failed)
            return
        self._brought = tuple(kept)
        super().confirm()
        self._brought = ()

    def _refuse(self, failed: Sequence[Failed]) -> None:
        sentences = "\n".join(each.sentence for each in failed)
        ticks = [self.ticks[str(path)] for path in self.paths if path.name == failed[0].name]
        if ticks:
            self.refuse_at(ticks[0], sentences)
            self._scroll.ensureWidgetVisible(ticks[0])
        else:
            self.refuse(sentences)

    def _save_whole(self, values: Mapping[str, str]) -> None:
        old = [key for key, tick in self.ticks.items() if tick.isChecked() and Path(key) not in self.paths]
        self._write(values["text"], values["day"], old, self._brought)

    def _choose(self) -> None:
        self.attach(choose_files(self, self.tr("Lampirkan bukti"), self.tr("Semua berkas (*)")))

    def _choose_again(self, keys: Sequence[str]) -> None:
        """Tick what was chosen before; files that are gone since are left out."""
        for key in keys:
            if key in self.ticks:
                self.ticks[key].setChecked(True)
        self.attach([Path(key) for key in keys if key not in self.ticks and Path(key).is_file()])

    def _add_tick(self, key: str, name: str, *, ticked: bool) -> None:
        tick = TickBox(self)
        tick.setText(
            self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self.width() // 2).replace("&", "&&")
        )
        tick.setToolTip(name)
        tick.setAccessibleName(name)
        tick.setChecked(ticked)
        tick.toggled.connect(lambda _on: self.touch())
        self.ticks[key] = tick
        self._list.addWidget(tick)
        tick.show()  # now, so that its room is known

    def _add_files(self, offered: Sequence[EvidenceFile]) -> None:
        row = self.rows.rowCount()
        add, line = push_button(self.tr("Tambah berkas…"), "small", "plus"), QHBoxLayout()
        add.clicked.connect(self._choose)
        line.setSpacing(Space.S)
        line.addWidget(add)
        line.addWidget(KeyCap("Ctrl+U"))
        line.addWidget(text_label(self.tr("atau seret ke sini"), "small"))
        line.addStretch()
        place = QVBoxLayout()
        place.setSpacing(Space.XS)
        place.addLayout(self._list)
        place.addLayout(line)
        label = text_label(self.tr("Bukti"), "strong")
        label.setMinimumHeight(Height.SMALL_BUTTON)
        self.rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addLayout(place, row, 1)
        for file in offered[:_MOST]:
            self._add_tick(file.sha256, file.name, ticked=False)


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the ordinary files that are dragged."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.is_file()]
