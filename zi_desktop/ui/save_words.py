"""What the status bar says of saving: when the last answer became durable, or what stands in its way."""

import datetime as dt

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.workspace_errors import DiskFullError, WorkspaceError
from zi_desktop.services.composition import Services
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.unsaved import waiting_in
from zi_desktop.ui import dates
from zi_desktop.ui.page import SaveState


def save_state(
    saved_at: dt.datetime | None, now: dt.datetime, *, unsaved: int, read_only: bool, refusal: ZiError | None
) -> SaveState:
    """Return the first item of the status bar.

    Args:
        saved_at: when the last statement was durable, None before the first.
        now: the time of this computer.
        unsaved: entries that are typed, not saved yet, and can be.
        read_only: nothing can be changed.
        refusal: why the last entry was not taken, or None.
    """
    when = dates.moment(saved_at, now) if saved_at else ""
    if isinstance(refusal, DiskFullError):
        return SaveState("Gagal menyimpan: ruang penyimpanan penuh", "invalid", "bad")
    if isinstance(refusal, WorkspaceError):
        return SaveState("Gagal menyimpan: isian terakhir belum tersimpan", "invalid", "bad")
    if unsaved:
        return SaveState(f"{unsaved} isian belum disimpan · selebihnya tersimpan {when}", "invalid", "bad")
    if read_only:
        return SaveState(f"Terkunci · tersimpan {when}", "lock", "text2")
    return SaveState(f"Tersimpan {when}" if saved_at else "Belum ada isian")


def save_state_of(services: Services, view: EvaluationView) -> SaveState:
    """Return the same of an evaluation, for its screens on which nothing is answered."""
    now = services.workspace.now()
    return save_state(
        dates.last_durable((event.wall for event in view.state.folded.events), now),
        now,
        unsaved=waiting_in(view.state, services.answering.drafts(view.id)),
        read_only=view.state.read_only or not services.workspace.database.writable,
        refusal=None,
    )
