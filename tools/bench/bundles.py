"""Bundles: verified, opened and folded, and taken a second time, when everything in them is here already."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from tools.bench.answering import next_answers
from tools.bench.measuring import Row, in_turn, milliseconds
from tools.bench.place import Place
from zi_desktop.domain.fold import fold
from zi_desktop.services.composition import Services, open_services
from zi_desktop.sync.bundle_reading import open_bundle
from zi_desktop.sync.segments import events_of

EVENTS: Final = 400
"""Lines of an evaluation."""
_PHOTOS: Final = 4
_PHOTO: Final = 4 * 1024 * 1024
"""Bytes: four of them are the 16 MB of the limit."""


def rows(place: Place) -> list[Row]:
    """Measure with encrypted bundles, as they are sent."""
    with (
        place.scored_evaluation("paket") as (services, id_),
        open_services(place.folder / "kedua", write=True) as other,
    ):
        answer_until(services, id_, EVENTS)
        small, large = place.folder / "jawaban.zib", place.folder / "bukti.zib"
        other.settings.put("person.name", "Budi Misalnya")
        other.devices.accept(services.devices.card())
        reader, identities = [other.devices.key().recipient], other.devices.identities()
        services.bundling.export([id_], small, answers_only=True, encrypt_to=reader)
        _add_photos(services, id_, place.folder)
        services.bundling.export([id_], large, encrypt_to=reader)
        _take(other, small)
        verified, folded, again = in_turn(
            30,
            3,
            lambda: _timed(place.folder, lambda staging: open_bundle(large, staging, identities=identities)),
            lambda: _timed(place.folder, lambda staging: _fold(small, staging, identities, id_)),
            lambda: milliseconds(lambda: _take(other, small)),
        )
    return [
        Row(f"memeriksa paket {large.stat().st_size // 1024**2} MB", verified, 200),
        Row(f"membuka paket dan melipat {EVENTS} catatan", folded, None),
        Row("membaca dan mengambil paket yang sudah ada", again, 15),
    ]


def answer_until(services: Services, id_: str, count: int) -> None:
    """Answer items until an evaluation has that many lines."""
    give = next_answers(services, id_)
    while len(services.evaluations.open(id_).state.folded) < count:
        next(give)()


def _add_photos(services: Services, id_: str, folder: Path) -> None:
    code = next(iter(services.evaluations.open(id_).state.instrument.questions))
    for number in range(_PHOTOS):
        file = folder / f"foto-{number}.bin"
        file.write_bytes(os.urandom(_PHOTO))
        services.evidence.add(id_, [file], code)


def _take(services: Services, file: Path) -> None:
    preview = services.bundle_intake.read(file)
    services.bundle_intake.apply(preview)
    shutil.rmtree(preview.staging, ignore_errors=True)


def _fold(file: Path, staging: Path, identities: Sequence[str], id_: str) -> None:
    segments = open_bundle(file, staging, identities=identities).segments
    fold(event for segment in segments if segment.subject.id == id_ for event in events_of(segment))


def _timed(folder: Path, action: Callable[[Path], object]) -> float:
    """Return how long an action takes with a new staging folder, which is removed outside of the measured time."""
    staging = folder / "masuk"
    try:
        return milliseconds(lambda: action(staging))
    finally:
        shutil.rmtree(staging, ignore_errors=True)
