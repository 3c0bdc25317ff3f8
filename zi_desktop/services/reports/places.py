"""Where the signed reports of a workspace lie."""

from pathlib import Path

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import FileWriteError
from zi_desktop.domain.refusals import reason
from zi_desktop.storage import backup_files, files


def report_place(workspace: Path, record: Json) -> Path:
    """Return where the report of a record lies in a workspace; its folder is made where there is none.

    Raises:
        FileWriteError: the folder cannot be made.
    """
    folder = workspace / backup_files.REPORTS
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise FileWriteError(str(folder), reason(error)) from error
    evaluation = record["evaluation"]
    name = files.safe_name(f"Kertas kerja {record['satker']['name']} {evaluation['year']}")
    return folder / f"{name} {evaluation['id'][:8]} r{evaluation['revision']}.pdf"


def kept_path(workspace: Path, path: Path) -> str:
    """Return a path as the workspace remembers it: what lies inside moves along with a copy."""
    whole, folder = path.resolve(), workspace.resolve()
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else str(whole)
