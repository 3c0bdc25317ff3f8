"""The list of remarks that leaves the program as a workbook."""

from collections.abc import Callable, Sequence
from pathlib import Path

from zi_desktop.domain.remark_terms import ORIGINS, STATES
from zi_desktop.services.remarks.listing import RemarkRow
from zi_desktop.storage import files
from zi_desktop.worksheets.remark_sheet import RemarkLine, write_remarks


def _untold(_done: int, _whole: int) -> None:
    """Tell nobody."""


def export_remarks(rows: Sequence[RemarkRow], path: Path, tell: Callable[[int, int], object] = _untold) -> Path:
    """Write remarks as a workbook, in the order given, and return where it stands.

    Args:
        rows: what is written.
        path: of the new file.
        tell: gets how many rows are done and how many there are; what it raises stops the work before any file is written.

    Raises:
        FileWriteError: the file cannot be written.
    """
    return files.write_whole(path, write_remarks([_line(row) for row in rows], tell))


def _line(row: RemarkRow) -> RemarkLine:
    late = " (lewat tenggat)" if row.overdue else ""
    texts = (
        row.satker_name, str(row.year), row.item, ORIGINS[row.origin], row.condition, row.criterion, row.cause,
        row.effect, row.recommendation, row.responsible, row.due, STATES[row.state] + late,
    )  # fmt: skip
    return RemarkLine(row.item or "bebas", texts, row.done)
