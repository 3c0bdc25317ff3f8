"""One precondition of the checklist: its words, what was found, a note, how many files prove it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zi_desktop.domain.instrument import Precondition
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.cut_field import CutField
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.segments import SegmentedControl

_OPEN, _MET, _MISSED = "open", "met", "missed"
_MEANING: Final[Mapping[str, bool | None]] = {_OPEN: None, _MET: True, _MISSED: False}
_FILES_KEY: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_U)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found of one precondition; ``met`` None = not looked at yet."""

    met: bool | None = None
    note: str = ""


class _Note(CutField):
    """Lets Ctrl+U lead to the files: some systems would empty the field with it."""

    def event(self, event: QEvent) -> bool:
        """Leave that key to the dialog."""
        if isinstance(event, QKeyEvent) and event.keyCombination() == _FILES_KEY:
            event.ignore()
            return False
        return super().event(event)


class PreconditionRow(QWidget):
    """Shows a condition; ``evidence_asked`` carries it when its files are wanted."""

    evidence_asked = Signal(Precondition)

    def __init__(self, item: Precondition, target: str, given: Checked) -> None:
        super().__init__()
        self.item = item
        self.choice = SegmentedControl()
        self.choice.set_choices([(_OPEN, self.tr("Belum")), (_MET, self.tr("Terpenuhi")), (_MISSED, self.tr("Tidak"))])
        self.choice.set_current(next(key for key, met in _MEANING.items() if met is given.met))
        self.choice.setAccessibleName(item.title)
        self.note = _Note()
        self.note.setText(given.note)
        self.note.setPlaceholderText(self.tr("Catatan"))
        self.note.setAccessibleName(self.tr("Catatan, {title}").format(title=item.title))
        self.files = push_button(self.tr("Data dukung…"), "small")
        self.files.setAutoDefault(False)
        self.files.ensurePolished()
        self.files.setFixedWidth(self.files.sizeHint().width())  # as wide in every row, whatever it counts
        self.files.setToolTip(self.tr("Data dukung prasyarat (Ctrl+U)"))
        self.files.clicked.connect(lambda: self.evidence_asked.emit(item))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        line.addLayout(self._words(target), 5)
        line.addWidget(self.choice)
        line.addWidget(self.note, 4)
        line.addWidget(self.files)

    def checked(self) -> Checked:
        """Return what stands in the row."""
        return Checked(_MEANING[self.choice.current()], self.note.text().strip())

    def show_files(self, count: int) -> None:
        """Show how many files prove the condition."""
        self.files.setText(self.tr("{count} berkas").format(count=count) if count else self.tr("Data dukung…"))
        self.files.setAccessibleName(self.tr("{count} data dukung, {title}").format(count=count, title=self.item.title))

    def close_up(self) -> None:
        """Let nothing be changed; the files can be looked at."""
        self.choice.setEnabled(False)
        self.note.setReadOnly(True)

    def take_focus(self) -> None:
        """Bring the keyboard to what is chosen, or to the files where nothing can be."""
        if not self.choice.isEnabled():
            self.files.setFocus()
            return
        for segment in self.choice.stops():
            if segment.focusPolicy() & Qt.FocusPolicy.TabFocus:
                segment.setFocus()

    def _words(self, target: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        title = text_label(self.item.title)
        title.setWordWrap(True)
        column.addWidget(title)
        minimum = self.item.minimum.get(target, "") if self.item.minimum else self.tr("Prasyarat tambahan instansi")
        if minimum:
            words = text_label(minimum, "small")
            words.setWordWrap(True)
            column.addWidget(words)
        return column
