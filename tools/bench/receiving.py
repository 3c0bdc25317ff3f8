"""A large bundle taken in the open window: how long the window is held up, and how long it all takes."""

import time
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer

from tools.bench.answering import next_answers
from tools.bench.measuring import Row
from tools.bench.place import Place
from tools.bench.real_window import RealWindow, real_window, rest
from zi_desktop.domain.events import GENESIS, Event, Subject, head_digest, write_line
from zi_desktop.services.composition import Services, open_services
from zi_desktop.storage import events
from zi_desktop.sync.bundle_writing import BundleContents, write_bundle
from zi_desktop.sync.manifests import BundleKind, SubjectHead
from zi_desktop.sync.segments import Segment, sign_segments
from zi_desktop.ui.jobs import Job
from zi_desktop.ui.navigation import SYNC
from zi_desktop.ui.sync.preview_dialog import PreviewDialog
from zi_desktop.ui.sync.view import SyncPage

_EVALUATIONS: Final = 100
_LINES: Final = 400
_ROUNDS: Final = 3
_BEAT_MS: Final = 2
_PAUSE: Final = 3.0
"""Seconds for which the window is left alone: what its timer does then is the machine's."""
_BLOCK: Final = 50


def rows(place: Place) -> list[Row]:
    """Measure reading and taking it, each in a workspace that knows nothing of it but the sender's card."""
    file = place.folder / "besar.zib"
    with place.scored_evaluation("pengirim") as (services, id_):
        give = next_answers(services, id_)
        while len(services.evaluations.open(id_).state.folded) < _LINES:
            next(give)()
        _write(services, id_, file)
        card = services.devices.card()
    reading, taking, quiet, spent = list[float](), list[float](), list[float](), list[float]()
    for number in range(_ROUNDS):
        folder = place.folder / f"penerima-{number}"
        with open_services(folder, write=True) as services:
            services.settings.put("person.name", "Budi Misalnya")
            services.devices.accept(card)
        with real_window(folder) as window:
            page = _page(window)
            quiet.append(_while(window, _pause()))
            page.read(file)
            reading.append(_while(window, partial(_dialogs, page)))
            begun, said = time.perf_counter(), _Said(page)
            _dialogs(page)[0].confirm()
            taking.append(_while(window, said))
            spent.append((time.perf_counter() - begun) * 1000)
            window.wait_until(partial(_is_idle, window))
    what = f"paket {_EVALUATIONS} evaluasi × {_LINES} catatan"
    return [
        Row(f"jendela: detak tertunda selama {what} dibaca, yang terlama", reading, _BLOCK, quoted=max),
        Row("  selama paket itu diambil, yang terlama", taking, _BLOCK, quoted=max),
        Row("  jendela yang sama, diam", quiet, None, quoted=max),
        Row("  mengambilnya seluruhnya", spent, None),
    ]


def _write(services: Services, id_: str, file: Path) -> None:
    """Write a bundle with as many evaluations as one bears, each with the lines of the model."""
    key, card = services.devices.key(), services.devices.card()
    segments, heads = list[Segment](), dict[str, SubjectHead]()
    with services.workspace.database.reading() as connection:
        model = sorted(events.load(connection, [id_]), key=lambda each: each.seq)
        for each in events.subjects(connection):
            if each.id != id_:
                lines = sorted(events.load(connection, [each.id]), key=lambda line: line.seq)
                segments += sign_segments(lines, key)
                heads[each.id] = _head(each.kind, lines[-1])
    for _ in range(_EVALUATIONS):
        lines = list(_copied(model))
        segments += sign_segments(lines, key)
        heads[lines[-1].subject.id] = _head("evaluation", lines[-1])
    contents = BundleContents(
        kind=BundleKind.TEAM, installation=str(uuid.uuid4()), number=1, made="2026-03-02T09:15:00+07:00", card=card,
        segments=tuple(segments), heads=heads,
    )  # fmt: skip
    write_bundle(file, contents, key, recipients=(), plain=True)


def _copied(model: list[Event]) -> Iterator[Event]:
    """Yield the lines of an evaluation as those of a new one."""
    subject, previous = Subject("evaluation", str(uuid.uuid4())), GENESIS
    stream, names = uuid.uuid4().hex, dict[str, str]()
    for seq, each in enumerate(model, start=1):
        line = write_line(
            subject, stream, seq, kind=each.kind, cell=each.cell, value=each.value,
            edges=[names[edge] for edge in each.edges if edge in names], author=each.author, wall=each.wall,
            nonce=uuid.uuid4().hex, previous=previous,
        )  # fmt: skip
        names[each.hash], previous = line.hash, line.hash
        yield line


def _head(kind: str, last: Event) -> SubjectHead:
    tips = ((last.stream, last.seq, last.hash),)
    return SubjectHead(kind, tips, head_digest(tips))


class _Said:
    """Tells whether the screen has said what became of something."""

    def __init__(self, page: SyncPage) -> None:
        self._said = False
        page.said.connect(self._note)

    def __call__(self) -> bool:
        return self._said

    def _note(self, *_: object) -> None:
        self._said = True


def _page(window: RealWindow) -> SyncPage:
    page = window.window.show_page(SYNC)
    assert isinstance(page, SyncPage)
    window.wait_until(lambda: page.shown is not None)
    rest()
    return page


def _dialogs(page: SyncPage) -> list[PreviewDialog]:
    return [each for each in page.findChildren(PreviewDialog) if each.isVisible()]


def _is_idle(window: RealWindow) -> bool:
    return not window.jobs.findChildren(Job)


def _pause() -> Callable[[], bool]:
    end = time.monotonic() + _PAUSE
    return lambda: time.monotonic() > end


def _while(window: RealWindow, true: Callable[[], object]) -> float:
    """Let the window go on until something is so; return for how long this program held its timer up at worst, in ms.

    What the machine does for other programs meanwhile is not counted: a pause is as long as it lasted, but no longer
    than this program computed in it.
    """
    worst, last = [0.0], [_clocks()]

    def beat() -> None:
        now = _clocks()
        passed = min(new - old for new, old in zip(now, last[0], strict=True))
        worst[0], last[0] = max(worst[0], passed * 1000 - _BEAT_MS), now

    timer = QTimer(interval=_BEAT_MS)
    timer.timeout.connect(beat)
    timer.start()
    window.wait_until(lambda: bool(true()))
    timer.stop()
    beat()
    return worst[0]


def _clocks() -> tuple[float, float]:
    """Return the time that passed, and that for which this program computed."""
    return time.perf_counter(), time.process_time()
