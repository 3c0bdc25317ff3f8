"""What has to be said above both parts: what the hub lost, what failed, which file was not taken, what is disputed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone


class SyncNotices(QWidget):
    """Five bars, which take no room while nothing is to be said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alarm, self.failure, self.refusal = MessageBar(), MessageBar(), MessageBar(closable=True)
        self.office, self.nameless = MessageBar(), MessageBar(closable=True)
        self._bars = (self.alarm, self.failure, self.refusal, self.office, self.nameless)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        for bar in self._bars:
            self._column.addWidget(bar)
        for bar in (self.refusal, self.nameless):
            bar.closed.connect(self._fit)
        self._fit()

    def show_alarm(self, words: str, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Say what the hub no longer has and what can be done, as long as that is so; "" for nothing."""
        if words and words != self.alarm.text():
            self.alarm.show_message(words, Tone.BAD, ways)
        self.alarm.setVisible(bool(words))
        self._fit()

    def show_office(self, words: str, choose: Callable[[], object]) -> None:
        """Say what laptops call the office differently, as long as nobody chose; "" for nothing."""
        if words and words != self.office.text():
            self.office.show_message(words, Tone.WARN, ((self.tr("Pilih…"), choose),))
        self.office.setVisible(bool(words))
        self._fit()

    def show_failure(self, words: str, again: Callable[[], object]) -> None:
        """Say why nothing could be exchanged, and let it be tried again."""
        self.failure.show_message(words, Tone.BAD, ((self.tr("Coba lagi"), again),))
        self._fit()

    def show_refusal(self, words: str) -> None:
        """Say why a file was not taken."""
        self.refusal.show_message(words, Tone.BAD)
        self._fit()

    def show_nameless(self, words: str, fill: Callable[[], object]) -> None:
        """Say that the person at this laptop has no name yet, and lead to where it is filled in."""
        self.nameless.show_message(words, Tone.WARN, ((self.tr("Buka Pengaturan"), fill),))
        self._fit()

    def forget(self, bar: MessageBar) -> None:
        """Take away what a bar says: it is tried again."""
        bar.hide()
        self._fit()

    def _fit(self) -> None:
        """Go where nothing is said, with the distance to what stands below."""
        self.setVisible(not all(bar.isHidden() for bar in self._bars))
