"""The bar that offers the official wording of a worksheet at its import, until the office has decided on one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.services.editions import BUILT_IN
from zi_desktop.ui.widgets.buttons import shortcut_action, tip_of
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone
from zi_desktop.worksheets.reading import Worksheet

if TYPE_CHECKING:
    from zi_desktop.services.worksheets.edition_taking import OfficialFile


class WordingOffer(MessageBar):
    """Hidden until there is something to offer; ``decided`` carries a sentence once somebody has decided."""

    decided = Signal(str)

    def __init__(self, services: Services, screen: QWidget) -> None:
        super().__init__(screen)
        self._services = services
        self._structure = ""
        self._found: OfficialFile | None = None
        self.accept_action = shortcut_action(
            screen, self.tr("Pakai kata-kata resmi"), "Ctrl+Alt+W", "redaksi teks butir lembar ini"
        )
        self.decline_action = shortcut_action(
            screen, self.tr("Tetap kata-kata bawaan"), "Ctrl+Alt+B", "redaksi teks butir program"
        )
        self.accept_action.triggered.connect(lambda _checked: self._take())
        self.decline_action.triggered.connect(lambda _checked: self._decline())
        self._allow(allowed=False)

    def withdraw(self) -> None:
        """Take the offer away, and its keys with it."""
        self.hide()
        self._allow(allowed=False)

    def offer(self, worksheet: Worksheet, structure: str) -> None:
        """Offer the wording of a worksheet for an edition, if the sheet words all of it and nobody has decided yet."""
        writable = self._services.workspace.database.writable
        self._structure = structure
        self._found = found = self._services.edition_taking.offer(worksheet, structure) if writable else None
        if found is None:
            self.withdraw()
            return
        words = self.tr(
            "Lembar ini memuat kata-kata resmi {count} butir. Nilai tidak berubah, dan pilihan ini dapat diganti di Pengaturan."
        )
        self.show_message(
            words.format(count=len(found.base.questions)),
            Tone.ACCENT,
            [
                (self.tr("Pakai kata-kata resmi"), self._take),
                (self.tr("Tetap bawaan"), self._decline),
            ],
        )
        for button, action in zip(self._buttons, (self.accept_action, self.decline_action), strict=True):
            button.setToolTip(tip_of(action))
        self._allow(allowed=True)

    def _allow(self, *, allowed: bool) -> None:
        self.accept_action.setEnabled(allowed)
        self.decline_action.setEnabled(allowed)

    def _take(self) -> None:
        assert self._found is not None  # it was offered
        self._services.edition_taking.take(self._found)
        self.withdraw()
        words = self.tr("Butir kini ditampilkan dengan kata-kata resmi dari {name}")
        self.decided.emit(words.format(name=self._found.name))

    def _decline(self) -> None:
        self._services.edition_taking.choose(self._structure, BUILT_IN)
        self.withdraw()
        self.decided.emit(self.tr("Kata-kata bawaan program tetap dipakai"))
