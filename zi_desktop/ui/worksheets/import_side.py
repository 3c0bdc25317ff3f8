"""Beside the table of a preview: what the total becomes, why the sheet shows another one, where the sheet came from."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from zi_desktop.domain.figures import points
from zi_desktop.services.worksheets.importing import CHANNELS, Provenance
from zi_desktop.ui.forms.ui_worksheet_import_side import Ui_WorksheetImportSide
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.problem_line import mark_field
from zi_desktop.ui.worksheets.import_effect import change_words, sheet_total, version_words
from zi_desktop.ui.worksheets.import_shown import ImportShown
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS, HIDDEN

_MOST_VERSIONS: Final = 5
_EDGES: Final = 2
"""Logical pixels that the frame takes of width and height."""
_GAP: Final = 6
"""Logical pixels between what stands below each other, a label and its field too."""


class ImportSide(QScrollArea):
    """The panel; ``edited`` comes when the source was changed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ImportShown | None = None
        self._hidden = False
        self._versions: list[str] = []
        self._content = QWidget()
        self.form = Ui_WorksheetImportSide()
        self.form.setupUi(self._content)
        self._lay_out()
        self.form.received.textEdited.connect(self._follow_day)
        self.form.received.editingFinished.connect(self._follow_day)

    def show_import(self, shown: ImportShown) -> None:
        """Show another preview; what was typed of its source stays while it is the same file for the same evaluation."""
        other = self._shown is None or (self._shown.found.file, self._shown.target) != (shown.found.file, shown.target)
        self._shown = shown
        if other:
            self._show_source(shown.source)
        self.form.total_title.setText(self.tr("Nilai {column}").format(column=COLUMN_WORDS[shown.column]))
        self._show_sheet()
        self._versions = [version_words(imported) for imported in shown.history[-_MOST_VERSIONS:][::-1]]
        self._fit()

    def show_effect(self, ids: Collection[str]) -> None:
        """Show what the total becomes when these rows are taken."""
        preview = self._shown.preview if self._shown else None
        if preview is None:
            return
        before, after = preview.total_before, preview.choosing(ids).total
        figures = (points(before), points(after), change_words(before, after))
        form = self.form
        for label, figure in zip((form.before, form.after, form.change), figures, strict=True):
            label.setText(HIDDEN if self._hidden else figure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of as many earlier versions as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def hide_scores(self, ids: Collection[str], *, hidden: bool) -> None:
        """Hide or show every figure that is a score."""
        self._hidden = hidden
        self._show_sheet()
        self.show_effect(ids)

    def source(self) -> Provenance | None:
        """Return where the sheet came from, or None where the day is none."""
        day = self.form.received.day()
        if day is None:
            return None
        channel = self.form.channel.currentData()
        return Provenance(self.form.sender.text().strip(), channel or "", day)

    def _show_source(self, source: Provenance) -> None:
        form = self.form
        form.sender.setText(source.sender)
        form.received.set_day(source.received)
        form.channel.clear()
        form.channel.addItem(self.tr("Tidak dicatat"), "")
        known = list(dict.fromkeys((*CHANNELS, *([source.channel] if source.channel else []))))
        for channel in known:
            form.channel.addItem(channel, channel)
        form.channel.setCurrentIndex(1 + known.index(source.channel) if source.channel else 0)
        self._follow_day()

    def _show_sheet(self) -> None:
        form, preview = self.form, self._shown.preview if self._shown else None
        total = (form.total_title, form.before, form.arrow, form.after, form.change, form.line_total)
        for part in (*total, form.sheet_title, form.sheet_total, form.causes, form.line_sheet):
            part.setVisible(preview is not None)
        if preview is None:
            return
        found = sheet_total(preview)
        ours, causes = (HIDDEN if self._hidden else found.ours), []
        if not found.shown:
            words = self.tr("Lembar ini tidak menghitung nilai kolom ini. Hitungan program: {ours}.").format(ours=ours)
        elif found.same:
            words = self.tr("{ours}, sama dengan hitungan program.").format(ours=ours)
        else:
            shown = HIDDEN if self._hidden else found.shown
            words = self.tr("{shown}, seharusnya {ours}:").format(shown=shown, ours=ours)
            causes = [f"{HIDDEN if self._hidden else cause.amount}  {cause.cause}" for cause in found.causes]
        if found.elsewhere:
            more = self.tr("{count} bagian lembar ini menunjukkan nilai yang berbeda.")
            causes.append(more.format(count=found.elsewhere))
        form.sheet_total.setText(words)
        form.causes.setText("\n".join(causes))
        form.causes.setVisible(bool(causes))
        self._fit()

    def _follow_day(self) -> None:
        wrong = self.form.received.day() is None
        problem = self.tr("Tanggal tidak dikenali, misalnya 5-11-2026.") if wrong else ""
        mark_field(self.form.received, self.form.received_problem, problem)
        self.form.received_problem.setVisible(wrong)
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        """Show the latest versions that have room; where even the rest has none, all of them: it is scrolled anyway."""
        most = len(self._versions)
        for count in (*range(most, -1, -1), most):
            self._show_versions(count)
            if self._has_room():
                return

    def _show_versions(self, count: int) -> None:
        form = self.form
        form.history.setText("\n".join(self._versions[:count]))
        form.history_title.setVisible(bool(count))
        form.history.setVisible(bool(count))

    def _has_room(self) -> bool:
        free = self.size() - QSize(_EDGES, _EDGES)
        return self.form.column.totalHeightForWidth(free.width()) <= free.height()

    def _lay_out(self) -> None:
        form = self.form
        self.setWidget(self._content)
        self._content.setAutoFillBackground(False)  # the panel's own ground has round corners
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("surface", "panel")
        form.column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        form.column.setSpacing(_GAP)
        form.totals.setSpacing(Space.S)
        form.pair.setSpacing(Space.S)
        for place, share in ((form.channel_place, 7), (form.received_place, 6)):  # "Tidak dicatat" is the longest
            place.setContentsMargins(0, 0, 0, 0)
            place.setSpacing(_GAP)
            form.pair.setStretchFactor(place, share)
        for label in (form.causes, form.history, form.sheet_total):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
