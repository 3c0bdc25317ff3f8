"""Evidence: photos taken in, against copying and hashing them; an evaluation with very many links, opened."""

import hashlib
import itertools
import os
import shutil
import subprocess
import threading
import time
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QTimer

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
from zi_desktop.ui.evidence.desk import EvidenceDesk

_PHOTOS: Final = 200
_MEGABYTES: Final = 4
_LINKS: Final = 2000
_ROUNDS: Final = 5
_WINDOW_ROUNDS: Final = 3
_PAUSE: Final = 3.0
"""Seconds for which the window is left alone: what its timer does then is the machine's."""
_BEAT_MS: Final = 2
_PIXELS: Final = (2000, 1500)
"""Of random colours, as JPEG about four megabytes."""
_GPS: Final = 0x8825
_BLOCK: Final = 50
"""Milliseconds for which no other thread may be held up."""


def rows(place: Place) -> list[Row]:
    """Measure adding photos, how long a thread and the window are held up meanwhile, and opening very many links."""
    with place.scored_evaluation("foto-bukti") as (services, id_):
        added = _adding(place, services, id_)
    return [*added, *_adding_in_window(place), *_opening(place)]


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


def _adding_in_window(place: Place) -> list[Row]:
    """Add photos of a camera, with their place, in the open window, and note how late its timer comes."""
    with place.scored_evaluation("jendela-bukti") as (services, id_):
        folder = services.workspace.folder
    beats: list[float] = []
    quiet: list[float] = []
    with real_window(folder) as window:
        window.evaluation(id_)
        rest()
        desk = window.scoring().findChild(EvidenceDesk)
        assert isinstance(desk, EvidenceDesk)
        codes = itertools.cycle(window.scoring().stage.presenter.view.state.instrument.questions)
        ended: list[object] = []
        desk.presenter.added.connect(ended.append)
        for _ in range(_WINDOW_ROUNDS):
            photos = _camera_photos(place.folder / "kamera")
            heart = _Heart()
            pause = time.monotonic() + _PAUSE
            window.wait_until(lambda pause=pause: time.monotonic() > pause)  # type: ignore[misc]  # a default names no type
            quiet.append(heart.end())
            ended.clear()
            heart = _Heart()
            desk.take_paths(photos, next(codes))
            window.wait_until(lambda: bool(ended))
            beats.append(heart.end())
            shutil.rmtree(services.evidence.store.folder)
    return [
        Row(
            f"jendela: detak tertunda selama {_PHOTOS} foto kamera ditambahkan, yang terlama", beats, _BLOCK, quoted=max
        ),
        Row("  jendela yang sama, diam", quiet, None, quoted=max),
    ]


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


def _camera_photos(folder: Path) -> list[Path]:
    """Write photos as a phone makes them, with the place where they were taken; no two are the same."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    picture, exif, saved = (
        Image.frombytes("RGB", _PIXELS, os.urandom(_PIXELS[0] * _PIXELS[1] * 3)),
        Image.Exif(),
        BytesIO(),
    )
    exif.get_ifd(_GPS).update({1: "S", 2: (6.0, 12.0, 3.5), 3: "E", 4: (106.0, 49.0, 1.5)})
    picture.save(saved, "JPEG", quality=95, exif=exif)
    photos = [folder / f"IMG_{number:04}.jpg" for number in range(_PHOTOS)]
    for photo in photos:
        photo.write_bytes(saved.getvalue() + os.urandom(16))
    os.sync()
    return photos


class _Heart:
    """A timer of the window that should beat every few milliseconds, and notes how late it comes."""

    def __init__(self) -> None:
        self._latest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def end(self) -> float:
        """Stop, and return the longest delay in ms."""
        self._timer.stop()
        return self._latest

    def _beat(self) -> None:
        now = time.perf_counter()
        self._latest, self._last = max(self._latest, (now - self._last) * 1000 - _BEAT_MS), now


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
