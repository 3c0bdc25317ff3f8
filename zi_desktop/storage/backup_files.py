"""Files that belong to a backup beside the database: evidence and signed reports, in a folder next to the backup."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import FileWriteError
from zi_desktop.domain.refusals import reason
from zi_desktop.storage import evidence_files, files

REPORTS: Final = "laporan"
_KEPT: Final = (evidence_files.FOLDER, evidence_files.WAITING, REPORTS)

Tell = Callable[[int, int], object]
"""Gets how many files of how many are done; what it raises stops the copying, and every file that is there is whole."""


def folder_of(backup: Path) -> Path:
    """Return the folder of a backup's files: ``cadangan.berkas`` beside ``cadangan.db``."""
    return backup.with_name(f"{backup.stem}.berkas")


def size_of(backup: Path) -> int:
    """Return how many bytes a backup and its folder take."""
    return sum(file.stat().st_size for file in (backup, *folder_of(backup).rglob("*")) if file.is_file())


def copy_out(workspace: Path, backup: Path, tell: Tell) -> int:
    """Copy what the folder of a backup does not hold yet, or holds in an older state; return how many files.

    Raises:
        FileWriteError: a file cannot be written; those before it stay.
    """
    return _copy(workspace, folder_of(backup), tell, renew=True)


def copy_back(backup: Path, workspace: Path, tell: Tell) -> int:
    """Copy what a workspace lacks; a file that it has is never touched. Return how many files.

    Raises:
        FileWriteError: a file cannot be written; those before it stay.
    """
    return _copy(folder_of(backup), workspace, tell, renew=False)


def _copy(source: Path, target: Path, tell: Tell, *, renew: bool) -> int:
    missing = [
        (file, target / name / file.name)
        for name in _KEPT
        for file in _files(source / name)
        if not _stands(target / name / file.name, file, renew=renew)
    ]
    for done, (file, copy) in enumerate(missing, start=1):
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileWriteError(copy.name, reason(error)) from error
        files.copy_whole(file, copy)
        tell(done, len(missing))
    return len(missing)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path for path in folder.iterdir() if path.suffix != ".part" and path.is_file() and not path.is_symlink()
    )


def _stands(copy: Path, file: Path, *, renew: bool) -> bool:
    """Tell whether a copy needs no copying; evidence is named by its content, a report grows with each signature."""
    if not copy.exists() or not renew:
        return copy.exists()
    if copy.stat().st_size != file.stat().st_size:
        return False
    return file.parent.name in (evidence_files.FOLDER, evidence_files.WAITING) or copy.read_bytes() == file.read_bytes()
