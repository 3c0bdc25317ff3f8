"""A list of answers in CSV or Excel: kode, jawaban, optional catatan."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain.answers import Answer, read_answer
from zi_desktop.domain.border import clean_text
from zi_desktop.domain.errors import ListError, ZiError
from zi_desktop.domain.instrument import Instrument
from zi_desktop.worksheets.rows import read_rows, refusal

_NOT_APPLICABLE: Final = ("tidak berlaku", "tb")


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """One row of a list: the answer of an item (None: the row leaves it as it is) and the official note, if any."""

    code: str
    answer: Answer | None
    note: str


def read_answer_list(path: Path, instrument: Instrument) -> list[AnswerEntry]:
    """Read a list; a row with neither answer nor note is passed over, "tidak berlaku" needs its note beside it.

    Raises:
        ListError: names each row that is wrong; nothing of the list is to be taken then.
    """
    entries: list[AnswerEntry] = []
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, row in read_rows(path, ("kode", "jawaban")):
        if not row["jawaban"] and not row.get("catatan"):
            continue
        try:
            entry = _entry(row, instrument)
        except ZiError as error:
            problems.append(f"baris {number}: {error}")
            continue
        if (first := seen.setdefault(entry.code, number)) != number:
            problems.append(f"baris {number}: {entry.code} sudah ada di baris {first}")
        entries.append(entry)
    if problems:
        raise refusal(path, problems)
    return entries


def _entry(row: dict[str, str], instrument: Instrument) -> AnswerEntry:
    question = instrument.questions.get(row["kode"])
    if question is None:
        raise ListError(f"kode {row['kode'][:40]} tidak ada di lembar kerja")
    note = clean_text(row.get("catatan", ""))
    stated = row["jawaban"].casefold() in _NOT_APPLICABLE
    if stated and not note:
        raise ListError(f"{question.code}: “tidak berlaku” memerlukan catatan")
    if not row["jawaban"]:
        return AnswerEntry(question.code, None, note)
    answer = read_answer(question, "" if stated else row["jawaban"], not_applicable=stated)
    return AnswerEntry(question.code, answer, note)
