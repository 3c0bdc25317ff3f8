"""What the status bar says of saving: when the last answer became durable, or what stands in its way."""

import datetime as dt

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.workspace_errors import DiskFullError, WorkspaceError
from zi_desktop.ui import dates
from zi_desktop.ui.page import SaveState


def save_state(
    saved_at: dt.datetime | None, now: dt.datetime, *, unsaved: int, read_only: bool, refusal: ZiError | None
) -> SaveState:
    """Return the first item of the status bar.

    Args:
        saved_at: when the last statement was durable, None before the first.
        now: the time of this computer.
        unsaved: answers that are typed and no value yet.
        read_only: nothing can be changed.
        refusal: why the last entry was not taken, or None.
    """
    when = dates.moment(saved_at, now) if saved_at else ""
    if read_only:
        return SaveState(f"Terkunci · tersimpan {when}", "lock", "text2")
    if isinstance(refusal, DiskFullError):
        return SaveState("Gagal menyimpan: ruang penyimpanan penuh", "invalid", "bad")
    if isinstance(refusal, WorkspaceError):
        return SaveState("Gagal menyimpan: isian terakhir belum tersimpan", "invalid", "bad")
    if unsaved:
        return SaveState(f"{unsaved} isian belum disimpan · selebihnya tersimpan {when}", "invalid", "bad")
    return SaveState(f"Tersimpan {when}" if saved_at else "Belum ada isian")
