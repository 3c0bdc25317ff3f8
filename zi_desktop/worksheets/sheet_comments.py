"""Comments on the cells of a sheet, old ones and those in threads."""

from collections.abc import Mapping
from typing import Final

from zi_desktop.worksheets.cell_address import position
from zi_desktop.worksheets.container import Container

_THREADED: Final = "threadedComment"
_PLAIN: Final = "comments"


def read_comments(container: Container, targets: Mapping[str, tuple[str, str]]) -> dict[tuple[int, int], str]:
    """Return the comments of a sheet by (row, column); those of one cell are joined, a line each.

    Args:
        container: the workbook.
        targets: relations of the sheet.
    """
    parts = {kind: part for kind, part in targets.values() if kind in (_PLAIN, _THREADED) and part in container}
    found = _comments(container, parts[_PLAIN]) if _PLAIN in parts else {}
    # Whoever writes threads leaves a copy in the old form, with a remark of the program before it.
    return found | (_comments(container, parts[_THREADED]) if _THREADED in parts else {})


def _comments(container: Container, part: str) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], list[str]] = {}
    where = (0, 0)
    pieces: list[str] = []
    within = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal where, within
        if tag in ("comment", _THREADED):
            where = position(attributes.get("ref", ""))
        elif tag == "text":
            within += 1

    def end(tag: str) -> None:
        nonlocal within
        if tag == "text":
            within -= 1
            found.setdefault(where, []).append("".join(pieces))
            pieces.clear()

    def text(data: str) -> None:
        if within:
            pieces.append(data)

    container.parse(part, start, end, text)
    return {cell: "\n".join(texts) for cell, texts in found.items()}
