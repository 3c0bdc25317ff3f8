"""Checking a workspace whole: pages, chains, triggers, summaries, signed files, evidence."""

import hashlib
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.events import GENESIS, Event, Subject
from zi_desktop.domain.gaps import gap_of
from zi_desktop.domain.workspace_errors import DamagedDatabaseError
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.exchange.checking import check_exchange, check_vouched
from zi_desktop.services.gaps import declarations
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, events, summaries
from zi_desktop.storage.summaries import Summary
from zi_desktop.storage.write_ahead import log_of, read_log


def check(workspace: Workspace) -> Sequence[str]:
    """Return what is wrong with a workspace, a sentence each; nothing is changed."""
    try:
        with workspace.database.reading() as connection:
            problems = [*_pages(connection), *_log(workspace), *_triggers(connection)]
            stored = {row.id: row for row in [*summaries.evaluations(connection), *summaries.satkers(connection)]}
            remarks = summaries.remarks(connection)
            never = {gap_of(act).previous for act in declarations(connection)}
            for subject in events.subjects(connection):
                lines = events.load(connection, [subject.id])
                problems += [*_chains(lines, never), *check_vouched(connection, subject.id, lines)]
                problems += _summary(
                    stored.get(subject.id), remarks.get(subject.id), _fresh(workspace, connection, subject)
                )
            problems += [*check_exchange(connection), *_documents(connection, workspace)]
        return [*problems, *(file.fault for file in check_evidence(workspace) if file.fault)]
    except DamagedDatabaseError as error:
        return [str(error)]


def called_gone(workspace: Workspace) -> Sequence[str]:
    """Return what is missing for good because somebody said so, a sentence each; what came all the same is no gap."""
    try:
        with workspace.database.reading() as connection:
            return _called_gone(connection)
    except DamagedDatabaseError:
        return []  # ``check`` says so


def _called_gone(connection: Connection) -> Sequence[str]:
    acts = declarations(connection)
    names = directory.people(connection) if acts else {}
    said = {gap_of(act): act for act in reversed(acts)}
    found = []
    for gap, act in said.items():
        here = events.places(connection, gap.subject.id)
        if gap.previous not in here and any(each.previous == gap.previous for each in here.values()):
            who = names[act.author].name if act.author in names else act.author[:8]
            found.append(
                f"Catatan {gap.stream[:8]} sebelum nomor {gap.before} tidak ada; dinyatakan hilang oleh {who} "
                f"pada {act.wall[:10]}: {clean_line(act.value['reason'])}"
            )
    return sorted(found)


def _fresh(workspace: Workspace, connection: Connection, subject: Subject) -> Summary | None:
    """Return the summary of a subject; where its edition of the worksheet is not here yet, there is none to compare."""
    joined = workspace.joined()
    if joined.standing(subject.id) != subject.id:
        return None
    try:
        return workspace.listing.row_of(subject, joined.folded(connection, subject.id))
    except NotFoundError:
        return None


def _pages(connection: Connection) -> Iterable[str]:
    found = connection.exec_driver_sql("PRAGMA integrity_check(5)").scalars().all()
    if found != ["ok"]:
        yield f"Basis data rusak pada {len(found)} tempat."


def _log(workspace: Workspace) -> Iterable[str]:
    if not read_log(log_of(workspace.database.file)).whole:
        yield "Log tulis basis data rusak; sebagian catatan tidak terbaca. Pulihkan dengan perintah restore."


def _triggers(connection: Connection) -> Iterable[str]:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    missing = {"event_no_update", "event_no_delete"} - set(names)
    if missing:
        yield f"Pengaman catatan tidak lengkap: {', '.join(sorted(missing))}."


def _chains(lines: Sequence[Event], never: Collection[str]) -> Iterable[str]:
    """Tell where a stream has a gap: every event but a stream's first follows one that is here, or was called gone."""
    places = {event.hash: event for event in lines}
    for event in lines:
        before = places.get(event.previous)
        if before is None and event.previous in never and event.seq > 1:
            continue
        if (event.seq, event.previous) != (1, GENESIS) and (
            before is None or (before.stream, before.seq + 1) != (event.stream, event.seq)
        ):
            yield f"Catatan {event.stream[:8]} nomor {event.seq} tidak bersambung."


def _summary(stored: Summary | None, remarks: Json, fresh: Summary | None) -> Iterable[str]:
    found = (stored.stamp, stored.content, remarks) if stored else None
    if fresh is not None and found != (fresh.stamp, fresh.content, fresh.remarks):
        yield f"Ringkasan {fresh.id[:8]} berbeda dari hitungan ulang."


def _documents(connection: Connection, workspace: Workspace) -> Iterable[str]:
    for document in directory.documents(connection):
        path = workspace.folder / document.file
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            yield f"Laporan bertanda tangan {path.name} tidak ada di tempatnya."
            continue
        if found != document.sha256:
            yield f"Laporan bertanda tangan {path.name} berubah sejak ditandatangani."
