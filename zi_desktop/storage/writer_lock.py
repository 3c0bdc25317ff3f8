"""One writer per workspace: a lock that the system frees when its holder dies."""

from pathlib import Path

from zi_desktop.domain.workspace_errors import ReadOnlyWorkspaceError, WorkspaceBusyError

LOCK_FILE = "zi.lock"


class WriterLock:
    """Held from construction to ``release``.

    Raises:
        WorkspaceBusyError: a window or another command holds it.
        ReadOnlyWorkspaceError: the folder may not be written.
    """

    def __init__(self, folder: Path) -> None:
        import filelock  # noqa: PLC0415 (65 ms that readers do not need)

        self._lock = filelock.FileLock(folder / LOCK_FILE, timeout=0)
        try:
            self._lock.acquire()
        except filelock.Timeout:
            raise WorkspaceBusyError from None
        except OSError as error:
            raise ReadOnlyWorkspaceError from error

    def release(self) -> None:
        """Let the next writer in."""
        self._lock.release()
