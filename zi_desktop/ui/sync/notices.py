"""What has to be said above both parts: what the hub lost, what failed, which file was not taken, what is disputed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone


class SyncNotices(QWidget):
    """Bars from edge to edge, as that of the window above them, which take no room while nothing is to be said.

    ``taken_back`` and ``lost`` say what the hub no longer has and which files are nowhere, ``office`` what laptops call it
    differently: as long as that is so.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.taken_back, self.lost, self.failure, self.office = (MessageBar(across=True) for _ in range(4))
        self.refusal, self.nameless = (MessageBar(closable=True, across=True) for _ in range(2))
        self._bars = (self.taken_back, self.lost, self.failure, self.refusal, self.office, self.nameless)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in self._bars:
            column.addWidget(bar)
            bar.closed.connect(self._fit)
        self._fit()

    def keep(self, bar: MessageBar, words: str, tone: Tone, way: tuple[str, Callable[[], object]]) -> None:
        """Say something in a bar as long as it is so, with the way on; "" for nothing."""
        if words and words != bar.text():
            bar.show_message(words, tone, (way,))
        bar.setVisible(bool(words))
        self._fit()

    def show_failure(self, words: str, again: Callable[[], object]) -> None:
        """Say why nothing could be exchanged, and let it be tried again."""
        self._say(self.failure, words, Tone.BAD, ((self.tr("Coba lagi"), again),))

    def show_refusal(self, words: str) -> None:
        """Say why a file was not taken."""
        self._say(self.refusal, words, Tone.BAD)

    def show_nameless(self, words: str, fill: Callable[[], object]) -> None:
        """Say that the person at this laptop has no name yet, and lead to where it is filled in."""
        self._say(self.nameless, words, Tone.WARN, ((self.tr("Buka Pengaturan"), fill),))

    def forget(self, bar: MessageBar) -> None:
        """Take away what a bar says: it is tried again."""
        bar.hide()
        self._fit()

    def _say(
        self, bar: MessageBar, words: str, tone: Tone, ways: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        bar.show_message(words, tone, ways)
        self._fit()

    def _fit(self) -> None:
        """Go where nothing is said."""
        self.setVisible(not all(bar.isHidden() for bar in self._bars))
