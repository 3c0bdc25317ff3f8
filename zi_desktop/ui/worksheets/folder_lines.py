"""What the table of a folder shows: one line for each file."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from zi_desktop.domain.figures import points
from zi_desktop.services.worksheets.folder import FolderRow, TakenFile

_NOTHING: Final = "–"


class FileState(StrEnum):
    """What can be done with a file; the filter above the table goes by it."""

    READY = "siap"
    OPEN = "perlu ditentukan"
    SAME = "sama"
    TAKEN = "terisi"
    FAILED = "gagal"


MARKS: Final = {
    FileState.READY: ("plus", "ok"), FileState.OPEN: ("warning", "warn"), FileState.SAME: ("minus", "text3"),
    FileState.TAKEN: ("check-circle", "ok"), FileState.FAILED: ("cross-circle", "bad"),
}  # fmt: skip
"""Icon and colour of each state."""


_TO_STATE: Final = "Tekan Enter dan nyatakan satkernya, juga bila yang tertulis sudah benar."


@dataclass(frozen=True, slots=True)
class FolderLine:
    """One file; ``satker`` is the id of the one it goes to, "" while that is open. ``details`` is the whole of it."""

    file: Path
    state: FileState
    name: str
    satker: str
    satker_words: str
    new: str
    changed: str
    total: str
    remark: str
    details: str

    @property
    def choosable(self) -> bool:
        """Tell whether the file can be ticked."""
        return self.state is FileState.READY

    @property
    def placeable(self) -> bool:
        """Tell whether a person can say whose it is."""
        return self.state not in (FileState.FAILED, FileState.TAKEN)


def folder_line(row: FolderRow, folder: Path, taken: TakenFile | None = None) -> FolderLine:
    """Return the line of a file, after taking with what became of it."""
    name = row.file.relative_to(folder).as_posix()
    state, remark = _state(row, taken)
    satker = row.satker.name if row.satker else ""
    offered = ", ".join(known.name for known in row.candidates)
    said = [name, remark, f"Mungkin {offered}." if offered else ""]
    read = bool(row.evaluation)
    counts = [f"{row.new} baru, {row.changed} berubah, nilai {_total(row)}."] if read else []
    if row.faults or row.refused:
        counts.append(f"{row.refused} isian ditolak, {row.faults} kesalahan lembar.")
    said.append(" ".join(counts))
    said.append(_TO_STATE if state is FileState.OPEN else "")
    return FolderLine(
        file=row.file,
        state=state,
        name=name,
        satker=row.satker.id if row.satker else "",
        satker_words=satker or (f"{offered}?" if offered else _NOTHING),
        new=str(row.new) if read else _NOTHING,
        changed=str(row.changed) if read else _NOTHING,
        total=_total(row),
        remark=remark,
        details="\n".join(word for word in said if word),
    )


def _state(row: FolderRow, taken: TakenFile | None) -> tuple[FileState, str]:
    if taken is not None:
        if taken.problem:
            return FileState.FAILED, _without_name(taken.problem, row.file)
        return FileState.TAKEN, f"{taken.items} butir terisi"
    rest = [f"{count} {words}" for count, words in ((row.left, "perlu dipilih"), (row.refused, "ditolak")) if count]
    if row.ready:
        words = ", ".join([*(["Evaluasi dimulai"] if row.begins else []), *rest]) or "Siap diambil"
        return FileState.READY, f"{words}. {row.doubts}" if row.doubts else words
    if row.problem:
        # A file that was read but belongs to nobody for sure is for a person to place; any other cannot be taken.
        return (FileState.OPEN if row.digest else FileState.FAILED), _without_name(row.problem, row.file)
    return FileState.SAME, ", ".join(["Tidak ada yang baru", *rest]) if rest else "Semua sudah ada"


def _without_name(sentence: str, file: Path) -> str:
    """Return a sentence without the name at its beginning, which stands in the row already."""
    rest = sentence.removeprefix(f"{file.name} ")
    return rest[:1].upper() + rest[1:]


def _total(row: FolderRow) -> str:
    if row.after is None:
        return _NOTHING
    return points(row.after) if row.before is None else f"{points(row.before)} → {points(row.after)}"
