"""What stands beside the table of a preview: the totals, why sheet and program differ, where the sheet came from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.domain.figures import change, points
from zi_desktop.domain.imports import Imported
from zi_desktop.services.worksheets.preview import ImportPreview, ItemState
from zi_desktop.ui import dates
from zi_desktop.ui.worksheets.import_words import difference_words, figure_words
from zi_desktop.worksheets.reading import Difference


@dataclass(frozen=True, slots=True)
class Explanation:
    """One cause of a difference: how many points, and the sentence."""

    amount: str
    cause: str


@dataclass(frozen=True, slots=True)
class SheetTotal:
    """The sheet's own total beside ours; both "" where the sheet computed none from this column.

    Attributes:
        shown: what the sheet shows.
        ours: what the program computes from the same answers.
        same: whether they are one.
        causes: what makes the difference, as far as it is known.
        elsewhere: how many parts of the sheet show another figure than the program beside the total.
    """

    shown: str
    ours: str
    same: bool
    causes: tuple[Explanation, ...]
    elsewhere: int


def sheet_total(preview: ImportPreview) -> SheetTotal:
    """Compare the sheet's own total with ours."""
    ours = points(preview.sheet.total)
    if preview.sheet_total is None:
        return SheetTotal("", ours, same=False, causes=(), elsewhere=0)
    whole = next((each for each in preview.differences if not each.code), None)
    return SheetTotal(
        figure_words(preview.sheet_total),
        ours,
        same=whole is None,
        causes=tuple(_causes(whole)) if whole else (),
        elsewhere=sum(bool(each.code) for each in preview.differences),
    )


def _causes(difference: Difference) -> Sequence[Explanation]:
    found = [Explanation(difference_words(part.amount), part.fault.problem) for part in difference.parts]
    if difference.unexplained:
        found.append(Explanation(difference_words(difference.unexplained), "Belum diketahui sebabnya."))
    return found


def taking_words(preview: ImportPreview, ids: Collection[str], column: str) -> str:
    """Return how many items these rows fill, and how many they leave empty; "" where there is none."""
    rows = [row for row in preview.rows if row.id in ids]
    away = {row.code for row in rows if row.state is ItemState.EMPTIED and row.answered}
    filled = {row.code for row in rows if row.state is not ItemState.EMPTIED} - away
    emptied = {row.code for row in rows} - filled
    if not filled:
        return f"{len(emptied)} butir {column} akan dikosongkan" if emptied else ""
    rest = f", {len(emptied)} dikosongkan" if emptied else ""
    return f"{len(filled)} butir {column} akan diisi{rest}"


def change_words(before: Fraction, after: Fraction) -> str:
    """Return how the total would change: ``+4,20``, or that it stays."""
    return "tetap" if before == after else change(points(before), points(after))


def version_words(imported: Imported) -> str:
    """Return one earlier worksheet: name, sender, way, day, items."""
    parts = [imported.name, imported.sender, imported.channel, dates.whole_day(imported.received)]
    return "\u00a0· ".join(part for part in parts if part)  # a line never begins with the dot
