"""The JSON that the national portal pulls from an agency: the answers of a unit, and the list of units."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from zi_desktop.domain.answers import Answer, Chosen, Counted, Measured
from zi_desktop.domain.figures import machine
from zi_desktop.domain.instrument import Column, Question, Ratio
from zi_desktop.worksheets.filling import Filling, Opinion
from zi_desktop.worksheets.layout import NOT_APPLICABLE
from zi_desktop.worksheets.sheet_texts import written

_CATEGORIES: Final[Mapping[str, str]] = {"WBK": "WBK", "WBBM": "WBBM"}
"""What the portal calls a target. A proposal as "WBK-AFIRMASI" (``afirmasi`` true) is no target that an evaluation can
have here: nobody states it, so it is never claimed, and ``afirmasi`` is false for each of these two."""


def unit_answers(filling: Filling) -> bytes:
    """Return the answers of a unit: one object a "soal", a ratio as its counts, null for what nobody stated."""
    return _encoded({
        "unit_id": filling.unit_id,
        "nama_unit": filling.unit,
        "tahun": filling.year,
        "answers": sorted(_answers(filling), key=lambda answer: answer["soal_id"]),
    })  # fmt: skip


def unit_list(fillings: Sequence[Filling]) -> bytes:
    """Return the list of the units of one year, by name; all of ``fillings`` are of that year, none is there twice."""
    units = [
        {"id": filling.unit_id, "nama": filling.unit, "kategori": _CATEGORIES[filling.target], "afirmasi": False}
        for filling in fillings
    ]
    ordered = sorted(units, key=lambda unit: (str(unit["nama"]).casefold(), unit["id"]))
    return _encoded({"tahun": fillings[0].year, "units": ordered})


def _answers(filling: Filling) -> Iterator[dict[str, Any]]:
    unit, tpi = filling.opinion(Column.MANDIRI), filling.opinion(Column.TPI)
    for question in filling.instrument.questions.values():
        notes = {
            "catatan_unit": _noted(question, unit),
            "bukti_dukung_unit": written(unit.links.get(question.code, "")) or None,
            "catatan_tpi": _noted(question, tpi),
        }
        for soal, key in _asked(question):
            answers = {
                "jawaban_unit": _answer(unit.answers.get(question.code), key),
                "jawaban_tpi": _answer(tpi.answers.get(question.code), key),
            }
            yield {"soal_id": soal, **answers, **notes}
            # The portal asks for each count by itself; what was noted of the ratio stands with the first of them.
            notes = dict.fromkeys(notes)


def _asked(question: Question) -> Iterator[tuple[int, str]]:
    """Yield the number of each "soal" of an item, and the key of the count that it asks for."""
    if isinstance(question.answer, Ratio):
        for item in question.answer.inputs:
            if item.portalrb_id is not None:
                yield item.portalrb_id, item.key
    elif question.portalrb_id is not None:
        yield question.portalrb_id, ""


def _answer(answer: Answer | None, key: str) -> str | None:
    match answer:
        case Chosen(option):
            return option
        case Measured(value):
            return machine(value)
        case Counted(counts, _):
            return str(counts[key])
        case None:
            return None


def _noted(question: Question, opinion: Opinion) -> str | None:
    """Return the note; the portal has no other place for the statement "tidak berlaku"."""
    answer = opinion.answers.get(question.code)
    stated = f"{NOT_APPLICABLE}." if isinstance(answer, Counted) and answer.not_applicable else ""
    return " ".join(text for text in (stated, written(opinion.notes.get(question.code, ""))) if text) or None


def _encoded(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
