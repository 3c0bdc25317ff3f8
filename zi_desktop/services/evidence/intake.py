"""Files from disk into the evidence store: several at a time, with progress, and stopped at any moment. Knows no database."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from zi_desktop.domain import figures
from zi_desktop.domain.errors import EvidenceError, InvalidInputError
from zi_desktop.domain.evidence_folders import FolderMap
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.instrument import Instrument
from zi_desktop.storage.evidence_files import EvidenceStore, StoredFile, Treatment

Tell = Callable[[str, int, int], object]
"""Gets a sentence, what is done and the whole (bytes); whatever it raises stops the work."""
MOST_FILES: Final = 20_000
"""Files of one folder tree; more is a slip, such as a whole disk."""
_WORKERS: Final = 2
"""One reads and hashes while the other waits for the disk; more would take the processor from the window."""
_AHEAD: Final = 2 * _WORKERS
"""Files given to them at once: more would be read after a person stopped the work."""
_TICK: Final = 0.1
"""Seconds between two reports of progress."""
_NOISE: Final = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})


def untold(_sentence: str, _done: int, _whole: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that was not taken, by its name, and the sentence that says why."""

    name: str
    sentence: str


Take = Callable[[int, StoredFile | Failed], object]
"""Gets the number of a source and what became of it."""


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """A file of a folder tree: its path, its path from the folder, its bytes, where it would go and why."""

    path: Path
    relative: str
    size: int
    place: str
    why: str


@dataclass(frozen=True, slots=True)
class FolderMapping:
    """The preview of a folder tree: what would go where, and what is left out."""

    folder: Path
    entries: tuple[FolderEntry, ...]
    skipped: tuple[Failed, ...]


class _StoppedError(Exception):
    """The work was cancelled; seen by the threads that do it."""


class _Meter:
    """Counts the bytes that all threads have read, and stops them."""

    def __init__(self) -> None:
        self.done = 0
        self._lock = threading.Lock()
        self._stop = threading.Event()

    def went(self, count: int) -> None:
        if self._stop.is_set():
            raise _StoppedError
        with self._lock:
            self.done += count

    def stop(self) -> None:
        self._stop.set()


def take_in(store: EvidenceStore, sources: Sequence[Path], treatment: Treatment, tell: Tell, take: Take) -> None:
    """Take files in and give each to ``take``, its bytes durable; ``store.flush`` makes their names so.

    What ``tell`` or ``take`` raises passes. What is being read then is dropped; what is whole by then is given to
    ``take`` still, so that nothing is kept of which nobody knows.
    """
    meter, whole = _Meter(), sum(map(_size, sources))
    pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="bukti")
    running: dict[int, Future[StoredFile]] = {}
    to_come = iter(enumerate(sources))
    try:
        for number, source in enumerate(sources):
            for ahead, coming in islice(to_come, _AHEAD - len(running)):
                running[ahead] = pool.submit(store.take, coming, treatment, meter.went)
            sentence = f"Menyimpan {number + 1} dari {len(sources)}: {source.name[:60]}"
            tell(sentence, meter.done, whole)
            while not wait([running[number]], _TICK).done:
                tell(sentence, meter.done, whole)
            take(number, _outcome(source, running.pop(number)))
    finally:
        meter.stop()
        pool.shutdown(cancel_futures=True)
        for number, future in running.items():
            if not future.cancelled() and future.exception() is None:
                take(number, future.result())


def keep_each(workspace: Path, sources: Sequence[Path], treatment: Treatment, tell: Tell, take: Take) -> None:
    """Keep the bytes of files and write no line: for a worker beside which the window goes on answering.

    ``EvidenceKeeping.link`` writes the lines afterwards, at once, in the window's thread: of all that ``take`` got, also
    when the work was stopped. The names are durable when this returns or raises.

    Raises:
        FileWriteError: the store cannot be made.
    """
    store = EvidenceStore(workspace)
    store.prepare()
    try:
        take_in(store, sources, treatment, tell, take)
    finally:
        store.flush()


def keep_bytes(
    workspace: Path, sources: Sequence[Path], treatment: Treatment, tell: Tell = untold
) -> tuple[StoredFile | Failed, ...]:
    """Keep the bytes of files as ``keep_each`` does, and return what became of them in their order.

    What a stop leaves behind belongs to nothing and is listed by the clean-up.
    """
    outcomes: list[StoredFile | Failed] = []
    keep_each(workspace, sources, treatment, tell, lambda _number, outcome: outcomes.append(outcome))
    return tuple(outcomes)


def map_folder(folder: Path, instrument: Instrument, tell: Tell, own: Path | None = None) -> FolderMapping:
    """Look through a folder tree and tell to which item each file would go; nothing is read but names.

    ``own`` is the folder of the workspace: inside another tree it is passed over.

    Raises:
        InvalidInputError: no folder, the workspace itself, or more files than anybody's evidence.
    """
    if not folder.is_dir():
        raise InvalidInputError(f"{folder.name} bukan folder yang dapat dibaca. Tidak ada yang ditambahkan.")
    if own is not None and folder.resolve() == own.resolve():
        raise InvalidInputError(
            f"{folder.name} adalah ruang kerja program ini sendiri. Tidak ada yang ditambahkan; pilih folder dari satker."
        )
    items = FolderMap(instrument)
    entries: list[FolderEntry] = []
    skipped: list[Failed] = []
    for path in _files_below(folder, skipped, own):
        if len(entries) == MOST_FILES:
            raise InvalidInputError(
                f"Folder {folder.name} berisi lebih dari {figures.whole(MOST_FILES)} berkas. Tidak ada yang ditambahkan; pilih folder yang lebih dalam."
            )
        relative = path.relative_to(folder).as_posix()
        found = items.item_of(relative)
        entries.append(FolderEntry(path, relative, _size(path), found.code or INBOX, found.why))
        tell(f"Melihat {folder.name}: {figures.whole(len(entries))} berkas", 0, 0)
    return FolderMapping(folder, tuple(entries), tuple(skipped))


def _files_below(folder: Path, skipped: list[Failed], own: Path | None) -> Iterator[Path]:
    """Yield the ordinary files of a tree, sorted; links are never followed, so that nothing outside it is read."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        folders[:] = [name for name in folders if not name.startswith(".") and not _is(Path(place, name), own)]
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith((".", "~$")) or name.casefold() in _NOISE:
                continue
            if path.is_symlink() or not path.is_file():
                skipped.append(Failed(path.relative_to(folder).as_posix(), "Tautan atau berkas khusus dilewati."))
            else:
                yield path


def _is(folder: Path, own: Path | None) -> bool:
    return own is not None and folder.name == own.name and folder.resolve() == own.resolve()


def _outcome(source: Path, future: Future[StoredFile]) -> StoredFile | Failed:
    try:
        return future.result()
    except EvidenceError as error:
        return Failed(source.name, str(error))


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except (OSError, ValueError):
        return 0
