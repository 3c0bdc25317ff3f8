"""What stands in the fields of a ratio or index item, and what it is worth: an answer, a problem, or not all yet.

The domain alone says what is valid; its sentence is shown beside the field instead of raised.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from zi_desktop.domain.answers import Answer, Counted, Measured, exceeds, read_answer, total
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
    """The typed counts of a ratio item by key (None = empty), and whether "tidak berlaku" is ticked."""

    counts: Mapping[str, int | None]
    not_applicable: bool = False

    @property
    def blank(self) -> bool:
        """Tell whether nothing was typed or stated."""
        return not self.not_applicable and all(count is None for count in self.counts.values())

    @property
    def complete(self) -> bool:
        """Tell whether every field is filled."""
        return None not in self.counts.values()

    @property
    def text(self) -> str:
        """Return the entry as text for a draft: ``agen=7, perubahan=5``."""
        pairs = [f"{key}={count}" for key, count in self.counts.items() if count is not None]
        return ", ".join([*pairs, f"{_STATED}=1"] if self.not_applicable else pairs)

    def sum_of(self, keys: Sequence[str]) -> int | None:
        """Return the sum of some fields, or None while one of them is empty."""
        counts = {key: count for key, count in self.counts.items() if count is not None}
        return total(counts, keys) if counts.keys() >= set(keys) else None

    def stated(self, ratio: Ratio, *, not_applicable: bool) -> "CountsEntry":
        """Return the entry with "tidak berlaku" stated or taken back; empty fields then hold 0."""
        counts = {key: 0 if count is None and not_applicable else count for key, count in self.counts.items()}
        return replace(self, counts=counts, not_applicable=not_applicable and ratio.not_applicable)


def counts_entry(ratio: Ratio, answer: Answer | None, draft: str) -> CountsEntry:
    """Return what the fields show: the draft if there is one, else the answer."""
    if draft or not isinstance(answer, Counted):
        pairs = dict(pair.split("=", 1) for pair in draft.split(", ") if "=" in pair)
        typed = {item.key: _count(pairs.get(item.key, "")) for item in ratio.typed}
        return CountsEntry(typed, not_applicable=_STATED in pairs)
    return CountsEntry({item.key: answer.counts[item.key] for item in ratio.typed}, answer.not_applicable)


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
    if not entry.complete:
        return Verdict()
    pairs = CountsEntry(entry.counts).text
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
    if not text.strip(" ,"):
        return Verdict()
    try:
        return Verdict(read_answer(question, text))
    except AnswerError as refusal:
        sentence, advice = _sentences(question, refusal)
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


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _sentences(question: Question, refusal: AnswerError) -> tuple[str, str]:
    """Return what is wrong and what to do; the code of the item already stands above the fields."""
    sentence, _, advice = str(refusal).removeprefix(f"{question.code}: ").partition(". ")
    return f"{sentence[:1].upper()}{sentence[1:].removesuffix('.')}.", advice


def _counts_problem(
    question: Question, ratio: Ratio, entry: CountsEntry, last: Answer | None, refusal: AnswerError
) -> Problem:
    sentence, advice = _sentences(question, refusal)
    counts = {key: count for key, count in entry.counts.items() if count is not None}
    if not exceeds(question, Counted(counts)):
        return Problem(sentence, advice, Gravity.WARN)
    ways = (*_way_back(entry, last), Repair(f"Ubah {_below_name(ratio)}", ratio.denominator[0], {}))
    return Problem(sentence, advice, Gravity.BAD, ratio.numerator, ways)


def _way_back(entry: CountsEntry, last: Answer | None) -> tuple[Repair, ...]:
    """Return the repair that puts back what counted last, where something else stands now."""
    if not isinstance(last, Counted):
        return ()
    changed = {key: str(last.counts[key]) for key, count in entry.counts.items() if count != last.counts.get(key)}
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
    value = parse_decimal(text.rstrip(","))
    if index.maximum < value <= _OTHER_SCALE:
        converted = weight(round(value * index.maximum / _OTHER_SCALE, _PLACES))
        repairs.append(Repair(f"Ubah dari skala 0–100: {converted}", "", {"": converted}))
    return tuple(repairs)
