"""A workspace for the pictures of beda penilaian: three laptops judged unseen, one of them with other dates and notes."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from zi_desktop.domain.answers import read_answer
from zi_desktop.domain.instrument import Column, Question, Ratio
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.samples.visit import prepare_sample, score_sample
from zi_desktop.services.workspace import Workspace

_OTHERS: Final = (
    ("Ahmad Andaikan, S.Sos., M.Si.", "197609051999031004", dt.timedelta(hours=2, minutes=35)),
    ("Bagus Contohardjo, S.H.", "199003122015031002", dt.timedelta(days=1, hours=3)),
)
_OWN: Final[Mapping[str, str]] = {
    "A.I.6.ii.b": "C", "A.I.4.ii.d": "B", "A.I.1.iii.a": "B", "A.II.5.ii.a": "wajib=6,lapor=4", "B.I.a": "3,2",
}  # fmt: skip
_AHMAD: Final[Mapping[str, str]] = {
    "A.I.6.ii.b": "B", "A.I.4.ii.d": "A", "A.I.1.iii.a": "C", "A.II.5.ii.a": "wajib=6,lapor=5", "B.I.a": "3,45",
}  # fmt: skip
_BAGUS: Final[Mapping[str, str]] = {"A.I.1.iii.a": "A"}
_NOTES: Final = (
    "Laman satker tidak dapat dibuka; jadwal dan syarat layanan hanya ada di papan.",
    (
        "Laman pulih sore hari: jadwal dan syarat layanan tampil, belum ada di pusat informasi nasional. "
        "Tangkapan layarnya dilampirkan, lengkap dengan jam dan alamat laman yang dibuka bersama petugas layanan."
    ),
    "Papan diganti pagi ini.",
)


def disputed(folder: Path) -> None:
    """Make it; the other laptops lie in its folders ``rekan-0`` and ``rekan-1``."""
    with open_services(folder, write=True) as own:
        id_ = prepare_sample(own)
        score_sample(own, id_)
        for place, (name, nip, _) in enumerate(_OTHERS):
            _join(own, id_, folder / f"rekan-{place}", name, nip)
        _judge(own, id_, _OWN, _NOTES[0], folder / "Tangkapan laman pagi.txt")
        own.evaluations.plan(id_, {"place": "Contohrejo Raya"})
        for place, (_, _, later) in enumerate(_OTHERS):
            clock = _later(later)
            with Services(Workspace(folder / f"rekan-{place}", write=True, now=clock)) as other:
                answers = (_AHMAD, _BAGUS)[place]
                _judge(other, id_, answers, _NOTES[place + 1], folder / f"Bukti setelah pulih {place}.txt")
                if not place:
                    other.evaluations.plan(id_, {"place": "Umpamajaya, ruang rapat lantai dua"})
                _carry(other, own, id_, folder / f"kiriman-{place}.zib")
        own.preferences.remember_opened(id_, "A.I.6.ii.b")


def _later(span: dt.timedelta) -> Callable[[], dt.datetime]:
    return lambda: dt.datetime.now().astimezone() + span


def _join(own: Services, id_: str, laptop: Path, name: str, nip: str) -> None:
    """Let a colleague have the evaluation as it stands; both know each other."""
    with open_services(laptop, write=True) as other:
        other.settings.put("person.name", name)
        other.settings.put("person.nip", nip)
        own.bundle_intake.accept(other.devices.card())
        other.bundle_intake.accept(own.devices.card())
        _carry(own, other, id_, laptop / "awal.zib")


def _judge(services: Services, id_: str, answers: Mapping[str, str], note: str, file: Path) -> None:
    for code, text in answers.items():
        state = services.evaluations.open(id_).state
        question = state.instrument.questions[code]
        answer = read_answer(question, _counts(question, text))
        displayed = state.answer_cell(Column.TPI, code).displayed
        services.answering.answer(id_, code, answer, displayed=displayed)
    first = next(iter(answers))
    services.answering.note(id_, first, note)
    file.write_text(f"Contoh: {file.name}\n", encoding="utf-8")
    services.evidence.add(id_, [file], first)


def _counts(question: Question, text: str) -> str:
    """Return counts under the names of an item's own inputs: two numbers, below and above."""
    ratio = question.answer
    if not isinstance(ratio, Ratio):
        return text
    below, above = (part.partition("=")[2] for part in text.split(","))
    return ",".join(f"{item.key}={above if item.key in ratio.numerator else below}" for item in ratio.typed)


def _carry(sender: Services, receiver: Services, id_: str, file: Path) -> None:
    sender.bundling.export([id_], file, plain=True)
    with receiver.bundle_intake.read(file) as preview:
        receiver.bundle_intake.apply(preview)
