"""The bar that offers the official wording of a worksheet at its import, until the office has decided on one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.services.edition_taking import OfficialFile
from zi_desktop.services.editions import BUILT_IN
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.worksheets.reading import Worksheet


class WordingOffer(MessageBar):
    """Hidden until there is something to offer; ``decided`` carries a sentence once somebody has decided."""

    decided = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def offer(self, worksheet: Worksheet, structure: str) -> None:
        """Offer the wording of a worksheet for an edition, if the sheet words all of it and nobody has decided yet."""
        writable = self._services.workspace.database.writable
        found = self._services.edition_taking.offer(worksheet, structure) if writable else None
        if found is None:
            self.hide()
            return
        words = self.tr(
            "Lembar ini memuat kata-kata resmi {count} butir. Nilai tidak berubah, dan pilihan ini dapat diganti di Pengaturan."
        )
        self.show_message(
            words.format(count=len(found.base.questions)),
            Tone.ACCENT,
            [
                (self.tr("Pakai kata-kata resmi"), partial(self._take, found)),
                (self.tr("Tetap bawaan"), partial(self._decline, structure)),
            ],
        )

    def _take(self, found: OfficialFile) -> None:
        self._services.edition_taking.take(found)
        self.hide()
        self.decided.emit(self.tr("Butir kini ditampilkan dengan kata-kata resmi dari {name}").format(name=found.name))

    def _decline(self, structure: str) -> None:
        self._services.edition_taking.choose(structure, BUILT_IN)
        self.hide()
        self.decided.emit(self.tr("Kata-kata bawaan program tetap dipakai"))
