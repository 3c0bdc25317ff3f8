"""Opens the workspace for the window; where it cannot be written now, the person decides how to go on."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from zi_desktop.domain.workspace_errors import ReadOnlyWorkspaceError, WorkspaceBusyError
from zi_desktop.services.composition import Services, open_services

AGAIN: Final = "Coba lagi"
READ: Final = "Buka untuk dibaca"
CLOSE: Final = "Tutup"
WAYS: Final = (READ, CLOSE, AGAIN)
"""In the order of the buttons, the one that Enter presses last."""
_NOT_WRITABLE: Final = (
    "Folder ruang kerja {folder} tidak dapat ditulisi. Semua isian yang tersimpan tetap aman; izinkan penulisan pada folder "
    "itu lalu coba lagi, atau buka untuk dibaca saja."
)

Ask = Callable[[str], str]
"""Shows a sentence and returns one of the ways on."""


def open_workspace(folder: Path, ask: Ask) -> Services | None:
    """Return the services over a workspace, or None where the person gives up.

    Raises:
        ZiError: it can neither be written nor read, and why.
    """
    while True:
        try:
            return open_services(folder, write=True)
        except (WorkspaceBusyError, ReadOnlyWorkspaceError) as reason:
            way = ask(sentence_of(reason, folder))
        if way == READ:
            return open_services(folder, write=False)
        if way != AGAIN:
            return None


def sentence_of(reason: WorkspaceBusyError | ReadOnlyWorkspaceError, folder: Path) -> str:
    """Return why the workspace is not open for writing; nothing was entered yet, so nothing can be unsaved."""
    return str(reason) if isinstance(reason, WorkspaceBusyError) else _NOT_WRITABLE.format(folder=folder)
