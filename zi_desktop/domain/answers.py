"""Answers as values: what an assessor states about one item, as typed and as it stands in events."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from zi_desktop.domain.errors import AnswerError
from zi_desktop.domain.figures import PLACES, machine, parse_decimal, weight
from zi_desktop.domain.instrument import Choice, Index, Question, Ratio

LARGEST_COUNT = 10**9
"""No count of the worksheet comes near it; a larger one is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The option of a choice item."""

    key: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The typed counts of a ratio item by input key; ``not_applicable`` where "tidak berlaku" was stated."""

    counts: Mapping[str, int]
    not_applicable: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "counts", MappingProxyType(dict(self.counts)))

    def __hash__(self) -> int:
        return hash((frozenset(self.counts.items()), self.not_applicable))


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of an index item."""

    value: Fraction


_REMARK = re.compile(r" \([^)]*\)$")
_COUNT = re.compile(r"[0-9]{1,12}", re.ASCII)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+", re.ASCII)
_QUOTED = 24
"""Characters of what was typed that a sentence repeats: a pasted page is told by its beginning."""
_NOT_APPLICABLE_UNKNOWN = "{}: butir ini tidak mengenal “tidak berlaku”. Isikan jawabannya, termasuk jumlah 0."

Answer = Chosen | Counted | Measured
Answers = Mapping[str, Answer]
"""Answers by item code; an item that is not in it is unanswered."""


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """Return the value of an event: ``{"choice": …}``, ``{"counts": {…}}`` or ``{"index": "3.42"}``."""
    if isinstance(answer, Chosen):
        return {"choice": answer.key}
    if isinstance(answer, Measured):
        return {"index": machine(answer.value)}
    stated = {"not_applicable": True} if answer.not_applicable else {}
    return {"counts": dict(answer.counts), **stated}


def answer_from_json(question: Question, value: Any) -> Answer:
    """Return the answer of an event's value; only the one canonical form of this item is taken.

    Counts whose numerator exceeds the denominator are taken (see ``exceeds``): an imported sheet may hold them.

    Raises:
        AnswerError: another form, an unknown option, missing or unknown counts, a value out of range.
    """
    match question.answer, value:
        case Choice(), {"choice": str(key), **rest} if not rest and question.answer.option(key):
            return Chosen(key)
        case Index(), {"index": str(text), **rest} if not rest and _is_canonical(text):
            return _measured(question, question.answer, parse_decimal(text))
        case Ratio(), {"counts": dict(counts), **rest} if not rest or _is_statement(rest):
            return _counted(question, question.answer, counts, not_applicable=bool(rest))
        case _:
            raise AnswerError(
                f"{question.code}: jawaban yang tersimpan tidak cocok dengan butir ini. Nilai ulang butir ini."
            )


def read_answer(question: Question, text: str, *, not_applicable: bool = False) -> Answer:
    """Return the answer that a person typed.

    Args:
        question: the item.
        text: ``Ya``, ``y``, ``b``; ``3,42``; ``agen=7, perubahan=5`` (also with semicolons or only spaces). With
            ``not_applicable`` it may be empty: nothing was there to be counted, so every count is 0.
        not_applicable: whether "tidak berlaku" was stated (the note that goes with it is the caller's to demand).

    Raises:
        AnswerError: the sentence names the item, what is wrong, and what to do.
    """
    item = question.answer
    if isinstance(item, Ratio):
        return _read_counts(question, item, text, not_applicable=not_applicable)
    if not_applicable:
        raise AnswerError(_NOT_APPLICABLE_UNKNOWN.format(question.code))
    return _read_option(question, item, text) if isinstance(item, Choice) else _read_index(question, item, text)


def typed_count(text: str) -> int:
    """Return the whole number that a person typed into a field of its own; ``1.234`` is one thousand and more.

    Raises:
        AnswerError: it is none, or larger than any count; nothing is taken out of it to make it one.
    """
    trimmed = text.strip()
    plain = re.sub(r"\D", "", trimmed) if _GROUPED.fullmatch(trimmed) else trimmed
    if not _COUNT.fullmatch(plain):
        raise AnswerError(f"{_quoted(text)} bukan bilangan bulat. Isi bilangan bulat, tanpa koma, minus, atau huruf.")
    if int(plain) > LARGEST_COUNT:
        raise AnswerError(f"{_quoted(text)} terlalu besar. Isi bilangan bulat 0 sampai {LARGEST_COUNT}.")
    return int(plain)


def exceeds(question: Question, answer: Answer) -> bool:
    """Tell whether the numerator is larger than a denominator that it may not exceed.

    Nobody can type such counts; an imported sheet may hold them. They are scored capped, as the sheet does, and flagged.
    """
    ratio = question.answer
    if not isinstance(ratio, Ratio) or not isinstance(answer, Counted):
        return False
    # A decrease compares two years: its "numerator" is a count of its own and may be the larger one.
    if ratio.numerator_may_exceed or ratio.both_zero is not None:
        return False
    return total(answer.counts, ratio.numerator) > total(answer.counts, ratio.denominator)


def total(counts: Mapping[str, int], keys: Iterable[str]) -> int:
    """Return the sum of the counts of those keys."""
    return sum(counts[key] for key in keys)


def input_value(ratio: Ratio, counts: Mapping[str, int], key: str) -> int:
    """Return one count of a ratio item, whether typed or computed from typed ones."""
    if key in counts:
        return counts[key]
    return next(total(counts, item.computed) for item in ratio.inputs if item.key == key)


def terms_title(ratio: Ratio, keys: tuple[str, ...]) -> str:
    """Return how a person calls a numerator or denominator: its input, the computed sum, or the inputs joined."""
    whole = next((item.title for item in ratio.inputs if item.computed and set(item.computed) == set(keys)), None)
    titles = [whole] if whole else [item.title for item in ratio.inputs if item.key in keys]
    return " + ".join(_REMARK.sub("", title) for title in titles)


def _counted(question: Question, ratio: Ratio, counts: Mapping[str, Any], *, not_applicable: bool) -> Counted:
    titles = {item.key: item.title for item in ratio.typed}
    if missing := [key for key in titles if key not in counts]:
        raise AnswerError(f"{question.code}: isian {', '.join(missing)} belum ada. Lengkapi semua isian butir ini.")
    for key, count in counts.items():
        if key not in titles:
            raise AnswerError(f"{question.code}: isian {key} tidak dikenal. Isian butir ini: {', '.join(titles)}.")
        if type(count) is not int or not 0 <= count <= LARGEST_COUNT:
            raise AnswerError(
                f"{question.code}: {titles[key]} berisi {count}. Isikan bilangan bulat 0 sampai {LARGEST_COUNT}, tanpa titik atau koma."
            )
    answer = Counted({key: counts[key] for key in titles}, not_applicable)
    if not_applicable:
        _check_not_applicable(question, ratio, answer)
    return answer


def _measured(question: Question, index: Index, value: Fraction) -> Measured:
    bounds = f"{weight(index.minimum)} sampai {weight(index.maximum)}"
    if not index.minimum <= value <= index.maximum:
        raise AnswerError(
            f"{question.code}: indeks {weight(value)} di luar {bounds}. Isikan indeks pada skala {bounds}."
        )
    if (value * 10**PLACES).denominator != 1:
        raise AnswerError(
            f"{question.code}: indeks memuat lebih dari {PLACES} angka di belakang koma. Ringkas angka itu."
        )
    return Measured(value)


def _check_not_applicable(question: Question, ratio: Ratio, answer: Counted) -> None:
    if not ratio.not_applicable:
        raise AnswerError(_NOT_APPLICABLE_UNKNOWN.format(question.code))
    if below := total(answer.counts, ratio.denominator):
        raise AnswerError(
            f"{question.code}: “tidak berlaku” hanya bila {_lowered(terms_title(ratio, ratio.denominator))} 0, sedangkan di sini {below}. "
            "Hapus pernyataan “tidak berlaku” atau betulkan jumlahnya."
        )


def _read_option(question: Question, choice: Choice, text: str) -> Chosen:
    typed = text.strip().casefold()
    found = [option.key for option in choice.options if typed and option.key.casefold().startswith(typed)]
    if len(found) != 1:
        keys = ", ".join(option.key for option in choice.options)
        said = f"pilihan “{text.strip()}” tidak dikenal" if typed else "jawaban belum diisi"
        raise AnswerError(f"{question.code}: {said}. Pilih salah satu: {keys}.")
    return Chosen(found[0])


def _read_index(question: Question, index: Index, text: str) -> Measured:
    try:
        value = parse_decimal(text)
    except ValueError:
        bounds = f"{weight(index.minimum)} sampai {weight(index.maximum)}"
        raise AnswerError(
            f"{question.code}: {_quoted(text)} bukan angka indeks. Isi angka {bounds} dengan koma, misalnya 3,42."
        ) from None
    return _measured(question, index, value)


def _read_counts(question: Question, ratio: Ratio, text: str, *, not_applicable: bool) -> Counted:
    typed = _pairs(question, ratio, text)
    if not_applicable and not typed:
        typed = {item.key: 0 for item in ratio.typed}
    stated_sums = {item: typed.pop(item.key) for item in ratio.inputs if item.computed and item.key in typed}
    answer = _counted(question, ratio, typed, not_applicable=not_applicable)
    for item, stated in stated_sums.items():
        if stated != (right := total(answer.counts, item.computed)):
            raise AnswerError(
                f"{question.code}: {_REMARK.sub('', item.title)} tertulis {stated}, sedangkan rinciannya berjumlah {right}. "
                "Betulkan rinciannya atau hapus jumlah itu."
            )
    _check_typed(question, ratio, answer)
    return answer


def _check_typed(question: Question, ratio: Ratio, answer: Counted) -> None:
    above, below = total(answer.counts, ratio.numerator), total(answer.counts, ratio.denominator)
    if exceeds(question, answer):
        names = f"{terms_title(ratio, ratio.numerator)} ({above}) melebihi {_lowered(terms_title(ratio, ratio.denominator))} ({below})"
        raise AnswerError(f"{question.code}: {names}. Cocokkan dengan rekap, lalu ubah salah satu.")
    if below == 0 and ratio.not_applicable and not answer.not_applicable:
        raise AnswerError(
            f"{question.code}: {_lowered(terms_title(ratio, ratio.denominator))} 0, sehingga skornya tidak dapat dihitung. "
            "Nyatakan “tidak berlaku” dengan catatan, atau betulkan jumlahnya."
        )


def _pairs(question: Question, ratio: Ratio, text: str) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    for pair in re.split(r"[,;\s]+", re.sub(r"\s*=\s*", "=", text).strip(" ,;\t\n")):
        key, equals, count = pair.casefold().partition("=")
        if pair and (not key or not equals):
            example = ",".join(f"{item.key}=0" for item in ratio.typed)
            raise AnswerError(f"{question.code}: “{pair}” tidak terbaca sebagai isian. Tuliskan seperti {example}.")
        if key in pairs:
            raise AnswerError(f"{question.code}: isian {key} tertulis dua kali. Hapus salah satu.")
        if pair:
            pairs[key] = int(count) if _COUNT.fullmatch(count) else (count or "kosong")
    return pairs


def _quoted(text: str) -> str:
    trimmed = text.strip()
    return f"“{trimmed[:_QUOTED]}…”" if len(trimmed) > _QUOTED else f"“{trimmed}”"


def _lowered(title: str) -> str:
    """Return a title as it stands inside a sentence; an abbreviation at its start stays as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _is_statement(fields: Mapping[Any, Any]) -> bool:
    # Identity, because 1 == True: the event format knows only the one spelling.
    return len(fields) == 1 and fields.get("not_applicable") is True


def _is_canonical(text: str) -> bool:
    try:
        return machine(parse_decimal(text)) == text
    except ValueError:
        return False
