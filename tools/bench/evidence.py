"""Evidence: photos taken in, against copying and hashing them; an evaluation with very many links, opened."""

import hashlib
import itertools
import os
import shutil
import subprocess
import threading
import time
from pathlib import Path
from typing import Final

from tools.bench.measuring import Row, in_turn, milliseconds
from tools.bench.place import Place
from tools.bench.real_window import paint, real_window, rest
from zi_desktop.domain import cells
from zi_desktop.domain.events import Subject
from zi_desktop.domain.evidence import Evidence
from zi_desktop.domain.fold import Folded, fold
from zi_desktop.services.composition import Services
from zi_desktop.storage import events
from zi_desktop.storage.recorder import Statement

_PHOTOS: Final = 200
_MEGABYTES: Final = 4
_LINKS: Final = 2000
_ROUNDS: Final = 5
_BLOCK: Final = 50
"""Milliseconds for which no other thread may be held up."""


def rows(place: Place) -> list[Row]:
    """Measure adding photos, how long another thread is held up meanwhile, and opening an evaluation with many links."""
    with place.scored_evaluation("foto-bukti") as (services, id_):
        added = _adding(place, services, id_)
    return [*added, *_opening(place)]


def _adding(place: Place, services: Services, id_: str) -> list[Row]:
    folder, copies = place.folder / "foto", place.folder / "salinan"
    names = itertools.cycle(services.evaluations.open(id_).state.instrument.questions)
    held_up: list[float] = []
    anyway: list[float] = []

    def add() -> float:
        photos = _fresh_photos(folder)
        watch = _Watch()
        spent = milliseconds(lambda: services.evidence.add(id_, photos, next(names)))
        held_up.append(watch.end())
        return spent

    def copy() -> float:
        photos = _fresh_photos(folder)
        shutil.rmtree(copies, ignore_errors=True)
        copies.mkdir()

        def both() -> None:
            subprocess.run(["cp", *photos, copies], check=True)
            subprocess.run(["sha256sum", *photos], check=True, stdout=subprocess.DEVNULL)

        watch = _Watch()
        spent = milliseconds(both)
        anyway.append(watch.end())
        return spent

    added, copied = in_turn(_ROUNDS, 1, add, copy)
    shutil.rmtree(services.evidence.store.folder)
    return [
        Row(f"menambahkan {_PHOTOS} foto {_MEGABYTES} MB, tahan putus daya", added, 2,
            yardstick="cp lalu sha256sum", yardsticks=copied),
        Row("utas lain tertahan selama itu, yang terlama", held_up[1:], _BLOCK, quoted=max),
        Row("  selama cp dan sha256sum, di proses lain", anyway[1:], None, quoted=max),
    ]  # fmt: skip


def _opening(place: Place) -> list[Row]:
    with place.scored_evaluation("tautan-bukti") as (services, id_):
        folder, other = services.workspace.folder, services.evaluations.create("C-002", 2026)
        _link_many(services, id_)

        def load() -> Folded:
            with services.workspace.database.reading() as connection:
                return fold(events.load(connection, [id_]))

        folded = load()
        loaded, read = in_turn(
            30, 5, lambda: milliseconds(load), lambda: milliseconds(lambda: Evidence(folded).by_place)
        )

    def opened() -> float:
        with real_window(folder) as window:
            window.evaluation(other)
            rest()
            window.window.show_page("beranda")
            rest()

            def open_it() -> None:
                window.evaluation(id_)
                paint()

            return milliseconds(open_it)

    [painted] = in_turn(10, 2, opened)
    return [
        Row(f"membuka evaluasi dengan {_LINKS} tautan data dukung sampai tergambar (tanpa layar)", painted, 100),
        Row(f"  memuat dan melipat {len(folded)} catatannya", loaded, None),
        Row(f"  membaca {_LINKS} tautan dari lipatan itu", read, None),
    ]


def _link_many(services: Services, id_: str) -> None:
    codes = list(services.evaluations.open(id_).state.instrument.questions)
    value = {"name": "Foto kegiatan.jpg", "size": 4_000_000, "type": "image/jpeg", "kept": True, "taken": "", "original": ""}  # fmt: skip
    digests = (hashlib.sha256(str(number).encode()).hexdigest() for number in range(_LINKS))
    with services.workspace.writing(services.settings.author("")) as transaction:
        statements = [Statement("add", cells.evidence(codes[n % len(codes)], d), value) for n, d in enumerate(digests)]
        transaction.state(Subject("evaluation", id_), statements)


def _fresh_photos(folder: Path) -> list[Path]:
    """Write photos that nobody has seen, and let the disk come to rest."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    rest = os.urandom(_MEGABYTES * 1024 * 1024 - 64)
    photos = [folder / f"IMG_{number:04}.jpg" for number in range(_PHOTOS)]
    for photo in photos:
        photo.write_bytes(b"\xff\xd8\xff\xe0" + os.urandom(60) + rest)
    os.sync()
    return photos


class _Watch:
    """A thread that wakes every few milliseconds, as a window does, and notes how late."""

    def __init__(self) -> None:
        self._over = threading.Event()
        self._latest = 0.0
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def end(self) -> float:
        """Stop, and return the longest delay in ms."""
        self._over.set()
        self._thread.join()
        return self._latest

    def _watch(self) -> None:
        nap = 0.002
        while not self._over.is_set():
            started = time.perf_counter()
            time.sleep(nap)
            self._latest = max(self._latest, (time.perf_counter() - started - nap) * 1000)
