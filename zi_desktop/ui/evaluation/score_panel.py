"""The right panel: total against the target, requirements, areas; while scores are hidden only how much is filled."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QSpacerItem, QWidget

from zi_desktop.scoring.explanation import TOTAL
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.ui.evaluation.score_figures import AreaLine, ScoreFigures, score_figures
from zi_desktop.ui.evaluation.score_progress import ProgressLine, progress_lines
from zi_desktop.ui.evaluation.score_rows import AreaRow, RequirementRow
from zi_desktop.ui.forms.ui_evaluation_score import Ui_EvaluationScore
from zi_desktop.ui.icons import icon
from zi_desktop.ui.tokens import IconSize, Space

SCORE_WIDTH: Final = 272
_BLOCKS: Final = 10
_SHORT_BLOCKS: Final = 3


class ScorePanel(QWidget):
    """Shows one score card.

    ``target_chosen`` carries the predicate that the person wants to see; ``explanation_asked`` a code ("total", an
    area's number); ``reveal_asked`` comes when hidden scores are wanted again.
    """

    target_chosen = Signal(str)
    explanation_asked = Signal(str)
    reveal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_EvaluationScore()
        self.form.setupUi(self)
        self._target = ""
        self._requirements: list[RequirementRow] = []
        self._areas: list[AreaRow] = []
        self._parts: list[AreaRow] = []
        self.setProperty("surface", "plain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self.form.targets.chosen.connect(self.target_chosen)
        self.form.explain.clicked.connect(lambda: self.explanation_asked.emit(TOTAL))
        self.form.reveal.clicked.connect(self.reveal_asked)

    def show_card(self, card: ScoreCard, target: str, *, hidden: bool) -> None:
        """Show the figures against a target, or only how much is filled."""
        page = self.form.hidden_page if hidden else self.form.shown_page
        if page is not self.form.figures.currentWidget():
            self.form.figures.setCurrentWidget(page)
        if hidden:
            self._show_progress(progress_lines(card))
            return
        if target != self._target:
            self._target = target
            self.form.targets.set_choices([(code, code) for code in card.predicates])
            self.form.targets.set_current(target)
        self._show_figures(score_figures(card, target), target)

    def _show_figures(self, figures: ScoreFigures, target: str) -> None:
        form = self.form
        _set_text(form.title, figures.title)
        form.total.show_total(figures.total, figures.whole)
        form.scale.show_scale(figures.share, figures.ticks, figures.maximum)
        form.verdict.show_verdict(figures.standing, *figures.verdict)
        _set_text(form.requirements_title, self.tr("Syarat nilai {target}").format(target=target))
        for line, requirement in zip(
            figures.requirements, self._fit_requirements(len(figures.requirements)), strict=True
        ):
            requirement.show_line(line)
        form.area_scale.show_scale(0, figures.area_ticks)
        for area_line, row in zip(figures.areas, self._fit_areas(len(figures.areas)), strict=True):
            row.show_line(area_line, figures.area_ticks)

    def _show_progress(self, lines: tuple[ProgressLine, ...]) -> None:
        filled, whole = sum(line.filled for line in lines), sum(line.whole for line in lines)
        self.form.filled.setText(self.tr("{filled} dari {whole} butir terisi").format(filled=filled, whole=whole))
        while len(self._parts) < len(lines):
            self._parts.append(AreaRow())
            self._parts[-1].setEnabled(False)
            self.form.parts.addWidget(self._parts[-1])
        for line, row in zip(lines, self._parts, strict=True):
            value = f"{line.filled}/{line.whole}"
            shown = AreaLine("", line.title, value, line.filled / line.whole, met=True, tip=line.title)
            row.show_line(shown, (), marked=False)

    def _fit_requirements(self, count: int) -> list[RequirementRow]:
        while len(self._requirements) < count:
            self._requirements.append(RequirementRow())
            self.form.requirements.addWidget(self._requirements[-1])
        for place, row in enumerate(self._requirements):
            row.setVisible(place < count)
        return self._requirements[:count]

    def _fit_areas(self, count: int) -> list[AreaRow]:
        while len(self._areas) < count:
            self._areas.append(AreaRow())
            self.form.areas.addWidget(self._areas[-1])
            self._areas[-1].asked.connect(self.explanation_asked)
        for place, row in enumerate(self._areas):
            row.setVisible(place < count)
        return self._areas[:count]

    def _lay_out(self) -> None:
        form = self.form
        form.column.setContentsMargins(0, 0, 0, 0)
        for column in (form.shown_column, form.hidden_column):
            column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
            column.setSpacing(_SHORT_BLOCKS)
            for place in range(column.count() - 1, 0, -1):  # what is beyond it gives way as the rows do
                gap = QSpacerItem(0, _BLOCKS - 2 * _SHORT_BLOCKS, vData=QSizePolicy.Policy.Maximum)
                column.insertItem(place, gap)
        for block in (form.total_block, form.requirements, form.areas, form.parts, form.areas_block):
            block.setSpacing(0)
        form.requirements_block.setSpacing(2)
        form.total_row.setSpacing(Space.M)
        form.total_row.setAlignment(form.explain, Qt.AlignmentFlag.AlignBottom)
        form.area_scale.set_thickness(0)
        form.explain.setIcon(icon("info", "text2"))
        form.explain.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
        form.explain.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        form.explain.setToolTip(self.tr("Bagaimana angka ini? (F4)"))
        form.explain.setAccessibleName(self.tr("Bagaimana angka ini?"))
        form.reveal.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        form.reveal.setToolTip(self.tr("Tampilkan nilai (Ctrl+H)"))


def _set_text(label: QLabel, text: str) -> None:
    """Change a label only when its text is another: Qt lays everything out anew each time."""
    if label.text() != text:
        label.setText(text)
