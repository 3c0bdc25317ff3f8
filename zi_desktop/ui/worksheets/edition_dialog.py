"""The dialog that shows what an official file would bring before any of it is taken."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.figures import weight
from zi_desktop.services.worksheets.edition_taking import OfficialFile
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.worksheets.edition_lines import EditionLine
from zi_desktop.ui.worksheets.edition_table import EditionTable

_LARGEST: Final = QSize(1000, 620)
_EDGE: Final = 48


class EditionDialog(DialogFrame):
    """``taken`` comes with whether only the words are to be taken."""

    taken = Signal(bool)

    def __init__(self, found: OfficialFile, lines: list[EditionLine], parent: QWidget) -> None:
        new = found.edition is not None
        confirm = self.tr("Ambil edisi") if new else self.tr("Pakai kata-kata ini")
        super().__init__(self.tr("Berkas resmi lembar kerja"), confirm, parent)
        self.add_words(file_words(found))
        self.table = EditionTable(self.tr("Nilai penuh"), figures=True)
        self.body.addWidget(self.table, 1)
        notes = notes_of(found)
        if notes:
            self.message.show_message(" ".join(notes), Tone.NEUTRAL)
        if new:
            words = self.add_button(self.tr("Ambil kata-katanya saja"))
            self.buttons.removeWidget(words)
            self.buttons.insertWidget(2, words)
            words.setToolTip(self.tr("Edisi tetap; butir yang tidak berubah memakai kata-kata dari berkas ini."))
            words.clicked.connect(lambda: self._take(wording_only=True))
        self.table.show_lines(lines)
        free = parent.window().size() - QSize(_EDGE, _EDGE)
        self.resize(free.boundedTo(_LARGEST))

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the lines."""
        super().showEvent(event)
        self.table.table.setFocus()

    def confirm(self) -> None:
        """Take the file."""
        self._take(wording_only=False)

    def _take(self, *, wording_only: bool) -> None:
        self.accept()
        self.taken.emit(wording_only)


def file_words(found: OfficialFile) -> str:
    """Return what kind of file it is, in one sentence."""
    if found.other_weights:
        return (
            f"{found.name} memakai bobot lain dari edisi {found.base.edition}; hanya kata-kata butirnya yang diambil."
        )
    if found.edition is None:
        return (
            f"{found.name} sama strukturnya dengan edisi {found.base.edition}: bobot dan rumus tetap, hanya kata-kata "
            "butir yang diganti. Kata-kata bawaan tetap dapat dipilih lagi di Pengaturan."
        )
    since = f" Evaluasi baru mulai {found.year} memakainya;" if found.year else ""
    return (
        f"{found.name} membawa edisi {found.edition.edition}, dibandingkan dengan edisi {found.base.edition}.{since} "
        "evaluasi yang sudah ada tetap pada edisinya sampai dipindahkan."
    )


def notes_of(found: OfficialFile) -> list[str]:
    """Return what the file does not tell, and the branches with another weight."""
    branches = found.changes.branches if found.changes else ()
    told = [f"{code} {weight(before)} → {weight(after)}" for code, before, after in branches]
    weights = [f"Bobot komponen berubah: {', '.join(told)}."] if told else []
    return [*weights, *found.notes]
