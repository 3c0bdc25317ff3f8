"""A file of evidence looked at: pictures and PDF inside, anything else by another program; judged by the same keys."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from zi_desktop.domain.evidence_terms import STATES, UNCHECKED
from zi_desktop.ui.evidence.lines import EvidenceLine
from zi_desktop.ui.evidence.list_view import PERIOD_KEY, STATE_KEYS
from zi_desktop.ui.evidence.presenter import EvidencePresenter
from zi_desktop.ui.evidence.sight import Sight
from zi_desktop.ui.forms.ui_evidence_preview import Ui_EvidencePreview
from zi_desktop.ui.icons import icon
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.pdf_view import PdfView

_EDGE: Final = 48
_LARGEST: Final = QSize(1040, 720)


class PreviewDialog(QDialog):
    """Shows the files of a place, one at a time; ``judged`` carries the line and a state, as the list's does; ``lines_wanted`` asks anew."""

    judged = Signal(EvidenceLine, str)
    period_asked = Signal(EvidenceLine)
    lines_wanted = Signal()

    def __init__(self, presenter: EvidencePresenter, *, read_only: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presenter, self._read_only = presenter, read_only
        self._lines: tuple[EvidenceLine, ...] = ()
        self._row = 0
        self._copies: tempfile.TemporaryDirectory[str] | None = None
        self.form = Ui_EvidencePreview()
        self.form.setupUi(self)
        self.paper = PdfView()
        self._lay_out()
        self._connect()
        self.resize((parent.window().size() - QSize(_EDGE, _EDGE)).boundedTo(_LARGEST))

    def show_lines(self, lines: Sequence[EvidenceLine], row: int | None = None) -> None:
        """Show files, at first the one of a row; without it the one that is shown stays."""
        before = self._lines[self._row].link if self._lines else None
        self._lines = tuple(lines)
        if not self._lines:
            self.reject()
            return
        kept = [number for number, line in enumerate(self._lines) if before and line.link.file == before.file]
        wanted = row if row is not None else next(iter(kept), self._row)
        self._row = min(wanted, len(self._lines) - 1)
        self._describe()
        if before is None or before.file.sha256 != self.line.link.file.sha256:
            self._load()

    def refresh(self, _id: str = "") -> None:
        """Ask for the files anew: something was stated."""
        self.lines_wanted.emit()

    @property
    def line(self) -> EvidenceLine:
        """Return the file that is shown."""
        return self._lines[self._row]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge, or go to another file."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if plain and event.key() in STATE_KEYS and not self._read_only:
            self.judged.emit(self.line, STATE_KEYS[Qt.Key(event.key())])
        elif plain and event.key() == PERIOD_KEY and not self._read_only:
            self.period_asked.emit(self.line)
        elif plain and event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_O and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._open_outside()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Take the copies away that other programs were given; one that is still open there stays until it is closed."""
        if self._copies is not None:
            self._copies.cleanup()
        super().done(result)

    def _step(self, step: int) -> None:
        row = self._row + step
        if 0 <= row < len(self._lines):
            self._row = row
            self._describe()
            self._load()

    def _describe(self) -> None:
        form, line = self.form, self.line
        form.name.setText(line.name)
        form.position.setText(self.tr("{number} dari {count}").format(number=self._row + 1, count=len(self._lines)))
        form.details.setText(line.details)
        told = "\n".join(part for part in (line.reason, *line.warnings) if part)
        form.warnings.setText(told)
        form.warnings.setVisible(bool(told))
        state = line.link.judged
        form.state.set_current("" if state.disputed or state.value == UNCHECKED else state.value)
        form.before.setEnabled(self._row > 0)
        form.after.setEnabled(self._row < len(self._lines) - 1)
        form.outside.setEnabled(line.link.file.kept)

    def _load(self) -> None:
        self.form.sight.setCurrentWidget(self.form.picture)
        self.form.picture.show_words(self.tr("Membuka {name}…").format(name=self.line.name))
        self._presenter.load(self.line.link, self._take)

    def _take(self, sight: Sight) -> None:
        form = self.form
        if sight.sha256 != self.line.link.file.sha256:
            return  # another file is shown by now
        if sight.paper:
            self.paper.show_pdf(sight.paper)
            if self.paper.pages():
                form.sight.setCurrentWidget(form.paper)
                return
        picture = QImage.fromData(sight.picture) if sight.picture else QImage()
        if picture.isNull():
            form.picture.show_words(
                sight.words or self.tr("Berkas ini rusak atau terkunci dan tidak dapat ditampilkan.")
            )
        else:
            form.picture.show_picture(picture)

    def _open_outside(self) -> None:
        """Give a copy to the program of the system: the kept bytes are never handed out to be changed."""
        if not self.line.link.file.kept:
            return
        self._copies = self._copies or tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        copy = self._presenter.copy_of(self.line.link, Path(self._copies.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _choose(self, state: str) -> None:
        # Pressed again, the control gives "": the judgement that stands is taken back.
        self.judged.emit(self.line, state or self.line.link.judged.value)
        self._describe()

    def _connect(self) -> None:
        form = self.form
        form.state.chosen.connect(self._choose)
        form.before.clicked.connect(lambda: self._step(-1))
        form.after.clicked.connect(lambda: self._step(1))
        form.outside.clicked.connect(self._open_outside)
        form.close.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        form.column.setSpacing(Space.S)
        form.paper_place.setContentsMargins(0, 0, 0, 0)
        form.paper_place.addWidget(self.paper)
        form.column.setStretchFactor(form.sight, 1)
        form.before.setIcon(icon("chevron-left", "text"))
        form.after.setIcon(icon("chevron-right", "text"))
        form.state.optional = True
        form.state.set_choices(list(STATES.items()))
        form.state.set_current("")
        for part in (form.state, form.state_keys):
            part.setVisible(not self._read_only)
        form.picture.setFocus()
