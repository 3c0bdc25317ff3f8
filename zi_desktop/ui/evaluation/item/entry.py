"""What stands in the fields of a ratio or index item, and what it is worth: an answer, a problem, or not all yet.

The domain alone says what is valid; its sentence is shown beside the field instead of raised.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import quote, unquote

from zi_desktop.domain.answers import Answer, Counted, Measured, exceeds, read_answer, total, typed_count
from zi_desktop.domain.errors import AnswerError
from zi_desktop.domain.figures import parse_decimal, weight
from zi_desktop.domain.instrument import Index, Question, Ratio
from zi_desktop.domain.survey import survey_detail

_STATED: Final = "tidak_berlaku"
"""Marks "tidak berlaku" in the text of a draft, beside the inputs' own keys."""
_OTHER_SCALE: Final = 100
"""Many surveys publish their index as a share of 100."""
_PLACES: Final = 4
_NOTE_MISSING: Final = "Pernyataan “Tidak berlaku” belum dihitung. Jelaskan alasannya pada Catatan TPI."
_CONTRADICTED: Final = "Tidak berlaku hanya bila isiannya kosong atau 0."


class Gravity(StrEnum):
    """How bad a problem is: wrong, or something is still to be stated."""

    BAD = "bad"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Repair:
    """One press that mends: puts ``values`` into the fields of their keys, then goes to the field ``key``."""

    text: str
    key: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the numbers, then what to do; ``keys`` are the fields that show it."""

    sentence: str
    advice: str
    gravity: Gravity
    keys: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer, or a problem, or neither while something is missing."""

    answer: Answer | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class CountsEntry:
    """What stands in the fields of a ratio item by key, as it was typed, and whether "tidak berlaku" is ticked."""

    texts: Mapping[str, str]
    not_applicable: bool = False

    @property
    def blank(self) -> bool:
        """Tell whether nothing was typed or stated."""
        return not self.not_applicable and not any(text.strip() for text in self.texts.values())

    @property
    def counts(self) -> dict[str, int]:
        """Return the fields that hold a count; under "tidak berlaku" an empty one holds 0."""
        read = {key: _count(text, empty=0 if self.not_applicable else None) for key, text in self.texts.items()}
        return {key: count for key, count in read.items() if count is not None}

    @property
    def wrong(self) -> Mapping[str, str]:
        """Return the fields in which something else than a count stands, each with its sentence."""
        return {key: sentence for key, text in self.texts.items() if (sentence := _count_problem(text))}

    @property
    def text(self) -> str:
        """Return the entry as text for a draft: ``agen=7, perubahan=5``; what divides there is written as ``%2C``."""
        pairs = [f"{key}={quote(text.strip(), safe='')}" for key, text in self.texts.items() if text.strip()]
        return ", ".join([*pairs, f"{_STATED}=1"] if self.not_applicable else pairs)

    def sum_of(self, keys: Sequence[str]) -> int | None:
        """Return the sum of some fields, or None while one of them holds no count."""
        counts = self.counts
        return total(counts, keys) if counts.keys() >= set(keys) else None

    def taken_back(self, before: Mapping[str, str]) -> "CountsEntry":
        """Return the entry without "tidak berlaku": where that put a 0 stands what stood before."""
        return CountsEntry({key: before.get(key, "") if text == "0" else text for key, text in self.texts.items()})


def counts_entry(ratio: Ratio, answer: Answer | None, draft: str) -> CountsEntry:
    """Return what the fields show: the draft if there is one, else the answer."""
    if draft or not isinstance(answer, Counted):
        pairs = dict(pair.split("=", 1) for pair in draft.split(", ") if "=" in pair)
        return CountsEntry({item.key: unquote(pairs.get(item.key, "")) for item in ratio.typed}, _STATED in pairs)
    return CountsEntry({item.key: str(answer.counts[item.key]) for item in ratio.typed}, answer.not_applicable)


def contradiction(question: Question, entry: CountsEntry) -> str:
    """Return why "tidak berlaku" cannot be stated beside what stands in the fields, or "" where it can."""
    stated = judge_counts(question, CountsEntry(entry.texts, not_applicable=True), None, noted=True)
    if entry.wrong and stated.problem:
        return stated.problem.sentence
    return _CONTRADICTED if stated.problem else ""


def judge_counts(question: Question, entry: CountsEntry, last: Answer | None, *, noted: bool) -> Verdict:
    """Return what counts are worth.

    Args:
        question: a ratio item.
        entry: what stands in the fields.
        last: the answer that counts now, to which a repair goes back.
        noted: whether the item has a Catatan TPI, without which "tidak berlaku" does not count.
    """
    ratio = question.answer
    assert isinstance(ratio, Ratio)
    if wrong := entry.wrong:
        key, words = next(iter(wrong.items()))
        sentence, advice = _sentences(question, words)
        return Verdict(problem=Problem(sentence, advice, Gravity.BAD, (key,), _way_back(entry, last)))
    if entry.counts.keys() != entry.texts.keys():
        return Verdict()
    pairs = ", ".join(f"{key}={count}" for key, count in entry.counts.items())
    try:
        answer = read_answer(question, pairs, not_applicable=entry.not_applicable)
    except AnswerError as refusal:
        return Verdict(problem=_counts_problem(question, ratio, entry, last, refusal))
    if entry.not_applicable and not noted:
        sentence, _, advice = _NOTE_MISSING.partition(". ")
        return Verdict(problem=Problem(f"{sentence}.", advice, Gravity.WARN))
    return Verdict(answer)


def judge_index(question: Question, text: str, last: Answer | None) -> Verdict:
    """Return what the text of an index field is worth."""
    index = question.answer
    assert isinstance(index, Index)
    if not text.strip():
        return Verdict()
    try:
        return Verdict(read_answer(question, text))
    except AnswerError as refusal:
        sentence, advice = _sentences(question, str(refusal))
        repairs = _index_repairs(index, text, last)
        return Verdict(problem=Problem(sentence, advice, Gravity.BAD, ("",), repairs))


def index_text(answer: Answer | None, draft: str) -> str:
    """Return what the field of an index shows: the draft if there is one, else the answer."""
    return draft or (weight(answer.value) if isinstance(answer, Measured) else "")


def detail_problem(key: str, text: str) -> str:
    """Return the sentence of what is wrong with a survey detail, or "" where it can be kept."""
    try:
        survey_detail(key, text)
    except AnswerError as refusal:
        return str(refusal)
    return ""


def is_left(cell: str, text: str) -> bool:
    """Tell whether a draft waits for the person: an answer that is no value yet, a detail that cannot be kept."""
    family, _, rest = cell.partition("/")
    return family == "answer" or (family == "detail" and bool(detail_problem(rest.rpartition("/")[2], text)))


def draft_problem(question: Question, draft: str) -> str:
    """Return the sentence of what is wrong with a draft, or "" where there is none or it is only not complete."""
    if not draft:
        return ""
    if isinstance(question.answer, Ratio):
        verdict = judge_counts(question, counts_entry(question.answer, None, draft), None, noted=False)
    elif isinstance(question.answer, Index):
        verdict = judge_index(question, draft, None)
    else:
        return ""
    return verdict.problem.sentence if verdict.problem else ""


def _count(text: str, *, empty: int | None) -> int | None:
    if not text.strip():
        return empty
    return None if _count_problem(text) else typed_count(text)


def _count_problem(text: str) -> str:
    """Return the sentence of what is wrong with one count, or "" where it is one or nothing stands there."""
    try:
        if text.strip():
            typed_count(text)
    except AnswerError as refusal:
        return str(refusal)
    return ""


def _sentences(question: Question, refusal: str) -> tuple[str, str]:
    """Return what is wrong and what to do; the code of the item already stands above the fields."""
    sentence, _, advice = refusal.removeprefix(f"{question.code}: ").partition(". ")
    return f"{sentence[:1].upper()}{sentence[1:].removesuffix('.')}.", advice


def _counts_problem(
    question: Question, ratio: Ratio, entry: CountsEntry, last: Answer | None, refusal: AnswerError
) -> Problem:
    sentence, advice = _sentences(question, str(refusal))
    if not exceeds(question, Counted(entry.counts)):
        return Problem(sentence, advice, Gravity.WARN)
    ways = (*_way_back(entry, last), Repair(f"Ubah {_below_name(ratio)}", ratio.denominator[0], {}))
    return Problem(sentence, advice, Gravity.BAD, ratio.numerator, ways)


def _way_back(entry: CountsEntry, last: Answer | None) -> tuple[Repair, ...]:
    """Return the repair that puts back what counted last, where something else stands now."""
    if not isinstance(last, Counted):
        return ()
    stands = entry.counts
    changed = {key: str(last.counts[key]) for key in entry.texts if stands.get(key) != last.counts[key]}
    if not changed:
        return ()
    first = next(iter(changed))
    back = changed[first] if len(changed) == 1 else "isian terakhir"
    return (Repair(f"Kembali ke {back}", first, changed),)


def _below_name(ratio: Ratio) -> str:
    """Return a short name of the denominator: the key of its sum or of its input, in words."""
    whole = next((item.key for item in ratio.inputs if set(item.computed) == set(ratio.denominator)), None)
    return (whole or ratio.denominator[0]).replace("_", " ")


def _index_repairs(index: Index, text: str, last: Answer | None) -> tuple[Repair, ...]:
    repairs = []
    if isinstance(last, Measured):
        back = weight(last.value)
        repairs.append(Repair(f"Kembali ke {back}", "", {"": back}))
    with suppress(ValueError):  # what is no number has no scale
        value = parse_decimal(text)
        if index.maximum < value <= _OTHER_SCALE:
            converted = weight(round(value * index.maximum / _OTHER_SCALE, _PLACES))
            repairs.append(Repair(f"Ubah dari skala 0–100: {converted}", "", {"": converted}))
    return tuple(repairs)
