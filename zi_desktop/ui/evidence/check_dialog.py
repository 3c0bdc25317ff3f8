"""Periksa data dukung: every kept file against its digest; what is missing, changed or without a line, and what to do."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zi_desktop.ui.evidence.clean_dialog import framed
from zi_desktop.ui.evidence.store_lines import Checkup
from zi_desktop.ui.evidence.store_list import StoreList
from zi_desktop.ui.evidence.store_presenter import StorePresenter
from zi_desktop.ui.widgets.buttons import action_button, shortcut_action
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.key_line import KeyLine
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.ui.work_line import WorkLine

if TYPE_CHECKING:
    from zi_desktop.ui.jobs import Job

_SIZE: Final = QSize(760, 560)
_EDGE: Final = 48


class CheckDialog(DialogFrame):
    """Checks as soon as it opens; ``cleaning_asked`` asks for the clean-up."""

    cleaning_asked = Signal()

    def __init__(self, presenter: StorePresenter, parent: QWidget) -> None:
        super().__init__(self.tr("Periksa data dukung"), "", parent)
        self.resize((parent.window().size() - QSize(_EDGE, _EDGE)).boundedTo(_SIZE))
        self._presenter = presenter
        self._job: Job | None = None
        self.files = StoreList(choosing=False)
        self.files.setAccessibleName(self.tr("Berkas yang bermasalah"))
        self.nothing = text_label("", "secondary")
        self.work = WorkLine()
        self.again = shortcut_action(self, self.tr("Periksa lagi"), "F5")
        self.clean = shortcut_action(self, self.tr("Bersihkan…"), "Ctrl+Alt+H")
        self._fill()
        presenter.checked.connect(self._take)
        self.again.triggered.connect(lambda _checked: self._look())
        self.clean.triggered.connect(lambda _checked: self.cleaning_asked.emit())
        self._look()

    def done(self, result: int) -> None:
        """Check no further."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _look(self) -> None:
        self.message.hide()
        self.again.setEnabled(False)
        self._job = job = self._presenter.check()
        job.cancelled.connect(self._stopped)
        job.finished.connect(self._rest)
        self.work.follow(job)

    def _take(self, found: Checkup) -> None:
        self.files.lines.show_lines(found.lines)
        self.files.setVisible(bool(found.lines))
        self.nothing.setVisible(not found.lines)
        self.nothing.setText(self.tr("Tidak ada yang perlu diperhatikan."))
        self.clean.setEnabled(found.cleanable)
        self.message.show_message(found.sentence, Tone.WARN if found.faulty else Tone.OK)
        (self.files if found.lines else self.cancel_button).setFocus()

    def _stopped(self) -> None:
        self.message.show_message(self.tr("Pemeriksaan dihentikan."), Tone.NEUTRAL)

    def _rest(self) -> None:
        self._job = None
        self.again.setEnabled(True)

    def _fill(self) -> None:
        self.add_words(
            self.tr("Isi setiap berkas di ruang kerja ini dicocokkan dengan SHA-256 yang dicatat saat ditambahkan.")
        )
        self.body.addWidget(framed(self.files, self.nothing), 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.work)
        self.body.addLayout(foot)
        keys = (("F5", self.tr("Periksa lagi")), ("Ctrl+Alt+H", self.tr("Bersihkan yang tanpa tautan")))
        self.keys = KeyLine(keys)
        self.keys.follow(self.again, self.clean)
        self.body.addWidget(self.keys)
        for place, action in enumerate((self.again, self.clean)):
            self.buttons.insertWidget(place, action_button(action))
        self.clean.setEnabled(False)
