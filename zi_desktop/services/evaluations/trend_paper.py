"""The trend of a satker as a short paper: the figures as they are shown, and what must be known to read them."""

from collections.abc import Sequence
from pathlib import Path

from zi_desktop.reports.content import Column, Facts, Grid, Row, Text, Tone
from zi_desktop.reports.small_paper import BuiltPaper, Leaf, SmallPaper, set_small_paper
from zi_desktop.reports.wording import day
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import files

_TITLE = "Tren nilai dan capaian area"
_NAME, _FIGURE = 40, 16
"""Widths of a column, relative to each other."""


class TrendPaper:
    """Sets the paper. Importing this module loads the PDF library."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace, self._settings = workspace, settings

    def set(
        self, satker: str, headings: Sequence[str], lines: Sequence[Sequence[str]], words: Sequence[str]
    ) -> BuiltPaper:
        """Set the trend of a satker (its name): a column an evaluation (``headings``), a line the total or an area.

        Each of ``lines`` is a title, a text a column, and the change since the evaluation before; ``words`` are sentences.

        Raises:
            ReportError: something of it does not fit on a page.
        """
        columns = (
            Column("Komponen", _NAME), *(Column(heading, _FIGURE, figures=True) for heading in headings),
            Column("Perubahan", _FIGURE, figures=True),
        )  # fmt: skip
        total, *areas = (tuple(line) for line in lines)
        grid = Grid(columns, (Row(total, Tone.TOTAL), *(Row(area) for area in areas)))
        made = self._workspace.now()
        facts = Facts(((self._settings.agency.word.capitalize(), satker), ("Dicetak", day(made.date().isoformat()))))
        leaf = Leaf(_TITLE, "", (facts, grid, *map(Text, words)))
        sample = " · CONTOH, bukan dokumen resmi" if self._settings.is_sample else ""
        return set_small_paper(
            SmallPaper(
                letterhead=(), logo=None, leaves=(leaf,), subject=satker, footer=f"{_TITLE} · {satker}{sample}",
                author=self._settings.agency.name, made=made,
            )
        )  # fmt: skip

    def write(self, built: BuiltPaper, path: Path) -> Path:
        """Write the paper and return where it stands.

        Raises:
            FileWriteError: the file cannot be written.
        """
        return files.write_whole(path, built.pdf)
