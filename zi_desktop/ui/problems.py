"""The one place that shows an error: a sentence for what is expected, the log for what is not."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.workspace_errors import DamagedDatabaseError, DiskFaultError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WORK_ENDS = (DamagedDatabaseError, DiskFaultError)
"""Failures after which nothing more can be kept: a dialog rather than a bar."""
_DAMAGED = (
    "Basis data ruang kerja rusak. Berkasnya tidak diubah, dan bagian yang utuh masih dapat diambil. Tutup program, lalu "
    "pulihkan dari cadangan terakhir bila ada, atau tanpa cadangan dari berkas itu sendiri. Perintah untuk itu:"
)


class Problems(QObject):
    """Takes every failure that nobody answered on its way up.

    Screens do not catch an expected failure in order to show it: they let it rise. ``occurred`` carries the sentence
    of one that leaves the work going on; ``stopped`` one after which it cannot, as it is; ``surprised`` the log of a bug.
    """

    occurred = Signal(str)
    stopped = Signal(ZiError)
    surprised = Signal(str)

    def __init__(self, log_file: Callable[[], Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file

    def install(self) -> None:
        """Take what rises out of any slot or event."""
        sys.excepthook = self.take

    def uninstall(self) -> None:
        """Give failures back to Python."""
        sys.excepthook = sys.__excepthook__

    def take(self, kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
        """Show a failure, or log it and show the log; the signature is that of ``sys.excepthook``."""
        if isinstance(failure, _WORK_ENDS):
            self.stopped.emit(failure)
        elif isinstance(failure, ZiError):
            self.occurred.emit(str(failure))
        elif not isinstance(failure, Exception):
            sys.__excepthook__(kind, failure, trace)
        else:
            log = "".join(traceback.format_exception(kind, failure, trace))
            self._keep(log)
            self.surprised.emit(log)

    def _keep(self, log: str) -> None:
        sys.stderr.write(log)
        try:
            file = self._log_file()
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as kept:
                kept.write(log + "\n")
        except OSError as reason:
            sys.stderr.write(f"{reason}\n")  # the dialog still shows the log


def tell_and_end(failure: ZiError, folder: Path, parent: "QWidget | None" = None) -> None:
    """Show in a dialog why work cannot go on over a workspace, and the command that mends it where there is one."""
    from zi_desktop.ui.dialogs import SentenceDialog  # noqa: PLC0415 (dialogs load when one is needed)

    if isinstance(failure, DamagedDatabaseError):
        program = f'"{sys.executable}"' if getattr(sys, "frozen", False) else "zi-desktop"
        SentenceDialog(_DAMAGED, parent, f'{program} restore --workspace "{folder}"').exec()
    else:
        SentenceDialog(str(failure), parent).exec()


def ask_way(sentence: str) -> str:
    """Show in a dialog why the workspace cannot be written; return how to go on, one of ``opening.WAYS``."""
    from zi_desktop.ui.dialogs import WaysDialog  # noqa: PLC0415 (dialogs load when one is needed)
    from zi_desktop.ui.opening import WAYS  # noqa: PLC0415 (as above)

    return WaysDialog(sentence, WAYS).ask()


def show_log(log: str, file: Path, parent: "QWidget | None" = None) -> None:
    """Show the log of a bug in a dialog from which it can be copied."""
    from zi_desktop.ui.dialogs import LogDialog  # noqa: PLC0415 (dialogs load when one is needed)

    LogDialog(log, file, parent).exec()
