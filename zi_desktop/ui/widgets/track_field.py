"""The list of tracks by which a predicate is granted: it follows the target until a person chooses."""

from PySide6.QtWidgets import QWidget

from zi_desktop.domain.plan import tracks_of
from zi_desktop.ui.widgets.choices import ChoiceField


class TrackField(ChoiceField):
    """Offers only what the target knows; the first of it is the usual one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
        self.activated.connect(self._keep)

    def show_tracks(self, target: str, chosen: str = "") -> None:
        """Offer the tracks of a target; what was chosen stays where the target knows it.

        Args:
            target: WBK or WBBM.
            chosen: what stands already.
        """
        self._chosen = chosen or self._chosen
        self.clear()
        for key, words in tracks_of(target).items():
            self.addItem(words, key)
        self.setCurrentIndex(max(self.findData(self._chosen), 0))

    def _keep(self, _number: int) -> None:
        if self.count() > 1:  # where there is only one, nobody chose
            self._chosen = self.currentData()
