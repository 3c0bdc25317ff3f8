"""The window: cold start, a key press, opening, searching, memory, and how many presses a whole evaluation takes."""

import itertools
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt

from tools.bench.answering import next_answers
from tools.bench.measuring import Row, in_turn, milliseconds
from tools.bench.place import ROOT, Place
from tools.bench.processes import clean, program, run
from tools.bench.real_window import PaintCount, RealWindow, paint, real_window, rest
from tools.screen import virtual_screen
from zi_desktop.domain.instrument import Choice
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.editions import current

_SATKERS: Final = 1000
_EVALUATED: Final = 100
_EVENTS: Final = 400
_WORDS: Final = "lapas kelas iib contoh 77"
_BARE: Final = Path(__file__).with_name("bare_window.py")
_YEAR: Final = 2026
_SAMPLE: Final = "tanpa layar (offscreen)"


def rows(place: Place) -> list[Row]:
    """Measure what the window promises."""
    return [
        *_starting(place),
        *_pressing(place),
        *_opening(place),
        *_searching(place),
        *_memory(place),
        *_presses(place),
    ]


def p99(values: Sequence[float]) -> float:
    """Return the value that one in a hundred exceeds."""
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * 0.99) - 1]


def _starting(place: Place) -> list[Row]:
    folder = _large_workspace(place)
    start = program("--workspace", str(folder), "--exit-after-paint")
    with virtual_screen() as screen:

        def until_painted(*command: str) -> float:
            return _until_painted(command, screen, place)

        started, bare, alone = in_turn(
            15, 3,
            lambda: until_painted(*start),
            lambda: until_painted(sys.executable, str(_BARE), "sqlalchemy.orm"),
            lambda: until_painted(sys.executable, str(_BARE)),
        )  # fmt: skip
    name = f"jendela dingin: Beranda dengan {_SATKERS} satker tergambar (Xvfb)"
    return [
        Row(name, started, 1.8, yardstick="QMainWindow polos dan import sqlalchemy.orm", yardsticks=bare),
        Row("  sama, terhadap jendela polos saja", started, None, yardstick="QMainWindow polos", yardsticks=alone),
    ]


def _until_painted(command: Sequence[str], screen: Mapping[str, str], place: Place) -> float:
    """Return the ms from the start of a process to the line in which it says that it is painted."""
    environment = clean(screen, place)
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        spent = (time.perf_counter() - started) * 1000
    if process.returncode or b"painted" not in said:
        raise SystemExit(f"{' '.join(command)} tidak menggambar jendelanya, sehingga tidak ada yang diukur.")
    return spent


def _large_workspace(place: Place) -> Path:
    """Return a workspace as a large Inspectorate has it, made by the services."""
    folder = place.folder / "seribu-satker"
    with open_services(folder, write=True) as services:
        kinds = itertools.cycle(("Lapas Kelas IIB", "Rutan Kelas I", "Bapas Kelas II", "Kanim Kelas I"))
        lines = [f"C-{n:04},{next(kinds)} Contoh {n}" for n in range(_SATKERS)]
        listed = place.folder / "seribu-satker.csv"
        listed.write_text("\n".join(["kode,nama", *lines]), encoding="utf-8")
        services.satkers.import_list(listed)
        for number in range(_EVALUATED):
            services.evaluations.create(f"C-{number:04}", _YEAR)
    return folder


def _pressing(place: Place) -> list[Row]:
    """Give every item of choice another answer, by its key; Alt+Down leads to the next item."""
    with place.scored_evaluation("tekanan") as (services, id_):
        folder = services.workspace.folder
    with real_window(folder) as opened:
        times = [spent for _ in range(4) for spent in _timed_presses(opened, id_)]
    return [Row(f"tekan tombol: tahan putus daya dan tergambar, p99 ({_SAMPLE})", times, 16, quoted=p99)]


def _timed_presses(opened: RealWindow, id_: str) -> Iterator[float]:
    """Yield what each key took, from the first item to the last."""
    opened.evaluation(id_, next(iter(current().questions)))
    place = opened.scoring().place
    painted = [PaintCount(widget) for widget in (place.score, place.tree.tree.viewport())]
    for code, question in current().questions.items():
        rest()
        if isinstance(question.answer, Choice):
            yield _timed_press(opened, id_, code, painted)
        opened.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def _timed_press(opened: RealWindow, id_: str, code: str, painted: Sequence[PaintCount]) -> float:
    """Return what a key took; one that does not answer, or is not seen in score and tree, is not measured."""
    key, lines, paints = _other_key(opened.services, id_, code), _lines(opened, id_), [each.paints for each in painted]
    spent = milliseconds(lambda: opened.press(key))
    seen = all(each.paints > before for each, before in zip(painted, paints, strict=True))
    if _lines(opened, id_) != lines + 1 or not seen:
        raise SystemExit(f"Tombol tidak menjawab butir {code}, sehingga tidak ada yang diukur.")
    return spent


def _other_key(services: Services, id_: str, code: str) -> Qt.Key:
    state = services.evaluations.open(id_).state
    question = state.instrument.questions[code]
    assert isinstance(question.answer, Choice)
    score = services.evaluations.open(id_).card().question_scores[code]
    options = question.answer.options
    other = next(number for number, option in enumerate(options, start=1) if option.score != score)
    return Qt.Key(Qt.Key.Key_0.value + other)


def _choices() -> list[str]:
    return [code for code, question in current().questions.items() if isinstance(question.answer, Choice)]


def _lines(opened: RealWindow, id_: str) -> int:
    return len(opened.services.evaluations.open(id_).state.folded)


def _opening(place: Place) -> list[Row]:
    """Open an evaluation from Beranda: after another one was open, and as the first of a session."""
    with place.scored_evaluation("dibuka") as (services, id_):
        give = next_answers(services, id_)
        while len(services.evaluations.open(id_).state.folded) < _EVENTS:
            next(give)()
        folder, other = services.workspace.folder, services.evaluations.create("C-002", _YEAR)

    def later() -> float:
        with real_window(folder) as opened:
            opened.evaluation(other)
            rest()
            opened.window.show_page("beranda")
            rest()
            return milliseconds(partial(_open, opened, id_))

    again, first = in_turn(15, 2, later, lambda: _first_opening(folder, id_, other, place))
    name = f"membuka evaluasi {_EVENTS} catatan sampai tergambar"
    return [
        Row(f"{name} ({_SAMPLE})", again, 50),
        Row(f"{name}, pertama sejak program dibuka, 1 detik sesudah Beranda", first, 50),
    ]


def _first_opening(folder: Path, id_: str, last: str, place: Place) -> float:
    """Return what the first opening of a new process takes; the workspace keeps nothing of it."""
    with tempfile.TemporaryDirectory(dir=place.folder) as name:
        copied = Path(name) / folder.name
        shutil.copytree(folder, copied)
        with open_services(copied, write=True) as services:
            services.preferences.remember_opened(last, "")  # another one: what was open last is read ahead
        command = [sys.executable, "-m", "tools.bench.first_opening", str(copied), id_]
        done = subprocess.run(
            command, cwd=ROOT, env=clean(os.environ, place), check=True, capture_output=True, text=True
        )
    return float(done.stdout)


def _open(opened: RealWindow, id_: str) -> None:
    opened.evaluation(id_)
    paint()


def _searching(place: Place) -> list[Row]:
    with real_window(place.folder / "seribu-satker") as opened:
        opened.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        frames = [milliseconds(partial(opened.press, letter)) for _ in range(3) for letter in _letters()]
    return [Row(f"mengetik pencarian {_SATKERS} satker, bingkai terlama ({_SAMPLE})", frames, 16, quoted=max)]


def _letters() -> list[Qt.Key]:
    """Return the keys of words typed letter by letter, then taken back."""
    typed = [Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper())) for letter in _WORDS]
    return [*typed, *[Qt.Key.Key_Backspace] * len(typed)]


def _memory(place: Place) -> list[Row]:
    with place.scored_evaluation("ingatan") as (services, id_):
        folder = services.workspace.folder
    with virtual_screen() as screen:
        command = [sys.executable, "-m", "tools.bench.previewing", str(folder), id_]
        peaks = [run(command, place, screen).memory for _ in range(3)]
    return [Row("memori puncak: evaluasi terbuka dan laporan dipratinjau (Xvfb)", peaks, 350, unit="MB", quoted=max)]


def _presses(place: Place) -> list[Row]:
    """Count the presses that answer every item of choice, from the first item on."""
    folder = place.folder / "hitungan"
    with open_services(folder, write=True) as services:
        id_ = services.evaluations.create(_one_satker(services, place), _YEAR)
    with real_window(folder) as opened:
        opened.evaluation(id_)
        paint()
        pressed = _answer_all(opened, id_)
    return [Row("tekanan tombol untuk seluruh butir pilihan", [pressed], 2 * 113, unit="tekan")]


def _one_satker(services: Services, place: Place) -> str:
    listed = place.folder / "satu-satker.csv"
    listed.write_text("kode,nama\nC-1,Lapas Contoh\n", encoding="utf-8")
    services.satkers.import_list(listed)
    return "C-1"


def _answer_all(opened: RealWindow, id_: str) -> int:
    """Press 1 and Enter on every item of choice, Alt+Down on any other; return how many presses it took."""
    presses, choices = 0, set(_choices())
    for _ in range(2 * 113):
        code = opened.scoring().stage.presenter.code
        keys: Sequence[Callable[[], None]] = (
            (lambda: opened.press(Qt.Key.Key_1), lambda: opened.press(Qt.Key.Key_Return))
            if code in choices
            else (lambda: opened.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),)
        )
        for press in keys:
            press()
            presses += 1
            if choices.isdisjoint(opened.services.evaluations.open(id_).card().unanswered):
                return presses
    raise SystemExit("Butir pilihan belum semua terisi; tombolnya tidak diterima.")
