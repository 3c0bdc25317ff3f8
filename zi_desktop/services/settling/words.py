"""What versions say, in words: answers with their computation, plan, preconditions, judgements, texts."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from zi_desktop.domain import canonical
from zi_desktop.domain.answers import Answer, Chosen, Counted, Measured, total
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.evidence_terms import LEVELS, STATE_TITLES, UNCHECKED
from zi_desktop.domain.figures import index, points, weight
from zi_desktop.domain.instrument import Choice, Index, Instrument, Question, Ratio
from zi_desktop.domain.plan import DECISIONS, ROLES, TRACKS
from zi_desktop.domain.remark_terms import FINDINGS, ORIGINS
from zi_desktop.scoring.item_score import item_score

NOTHING: Final = "Dikosongkan"
_MET: Final[Mapping[bool | None, str]] = {True: "Terpenuhi", False: "Belum terpenuhi", None: "Belum diperiksa"}
_HUNDREDTH: Final = 100
"""Points are printed with two decimals."""


def answer_words(question: Question, answer: Answer | None) -> str:
    """Return an answer as a table shows it: ``B``, ``4 ÷ 6``, ``3,42``."""
    if answer is None:
        return NOTHING
    if isinstance(answer, Chosen):
        return answer.key
    if isinstance(answer, Measured):
        return index(answer.value)
    ratio = question.answer
    assert isinstance(ratio, Ratio)  # whoever read the answer has refused every other pair
    if answer.not_applicable:
        return "Tidak berlaku"
    return f"{total(answer.counts, ratio.numerator)} ÷ {total(answer.counts, ratio.denominator)}"


def computation_words(instrument: Instrument, question: Question, answer: Answer | None) -> str:
    """Return the way from an answer to its points, ``0,67 × 1 ÷ 6 ≈ 0,11``; "" where there is none."""
    score = None if answer is None else item_score(question, answer)
    if answer is None or score is None:
        return ""
    parent = instrument.nodes[question.parents[-1]]
    mean = parent.aggregation != "sum"
    count = len(parent.children)
    share = f"{weight(parent.weight)} ÷ {count}" if mean and count > 1 else weight(question.share)
    value = score * question.share
    factor = _factor(question, answer)
    printed = (value,) if factor else (score, value)
    exact = all((each * _HUNDREDTH).denominator == 1 for each in printed)
    return f"{factor or points(score)} × {share} {'=' if exact else '≈'} {points(value)}"


def criterion_of(question: Question, answer: Answer | None) -> str:
    """Return the criterion of the option that was chosen, without its final full stop, or ""."""
    if not isinstance(question.answer, Choice) or not isinstance(answer, Chosen):
        return ""
    option = question.answer.option(answer.key)
    return option.criterion.removesuffix(".") if option else ""


def value_words(cell: str, value: Json, names: Mapping[str, str], editions: Callable[[str], str]) -> str:
    """Return what a cell other than an answer says.

    Args:
        cell: its name.
        value: of one of its versions.
        names: of persons, by id.
        editions: gives the name of an edition by the digest of its structure.
    """
    family, _, path = cell.partition("/")
    if family == "evidence":
        family = "judged"
    if family == "remark":
        family, path = "remark", path.rpartition("/")[2]
    told = _TOLD.get(f"{family}/{path}") or _TOLD.get(family)
    if family in ("edition", "identity"):
        return editions(value["structure"])
    if cell == "plan/team":
        return "\n".join(f"{names.get(each['person'], '–')}: {ROLES[each['role']]}" for each in value) or NOTHING
    if told is not None:
        return told(value) or NOTHING
    return value if isinstance(value, str) and value else _unknown(value)


def reason_of(cell: str, value: Json) -> str:
    """Return the reason or note that goes with a value, or ""."""
    if not isinstance(value, dict) or cell.startswith("note/"):
        return ""
    return str(value.get("reason") or value.get("note") or "")


def _factor(question: Question, answer: Answer) -> str:
    """Return the division that gives a score, or "" where the score itself is printed."""
    item = question.answer
    if isinstance(answer, Measured) and isinstance(item, Index):
        return f"{weight(answer.value)} ÷ {weight(item.maximum)}"
    if isinstance(answer, Counted) and isinstance(item, Ratio) and item.both_zero is None:
        above, below = total(answer.counts, item.numerator), total(answer.counts, item.denominator)
        if below > 0 and above <= below:
            return f"{above} ÷ {below}"
    return ""


def _text(value: Any) -> str:
    return str(value["text"])


def _flag(yes: str, no: str) -> Callable[[Any], str]:
    return lambda value: yes if value else no


_TOLD: Final[Mapping[str, Callable[[Any], str]]] = {
    "plan/track": lambda value: TRACKS[value],
    "precondition": lambda value: _MET[value["met"]],
    "panel": lambda value: DECISIONS[value["decision"]],
    "sufficiency": lambda value: LEVELS.get(value["level"] or "", "Belum dinilai"),
    "judged": lambda value: STATE_TITLES[value["state"] or UNCHECKED],
    "carried": lambda value: FINDINGS.get(value["finding"] or "", "Belum diperiksa"),
    "remark/origin": lambda value: ORIGINS[value],
    "remark/withdrawn": _flag("Dihapus", "Tetap ada"),
    "mark": _flag("Ditandai untuk dibahas", "Tidak ditandai"),
    "archived": _flag("Diarsipkan", "Tidak diarsipkan"),
    "note": _text,
    "internal": _text,
    "link": _text,
    "accepted": lambda value: str(value["reason"]),
    "review": lambda value: str(value["note"]),
}
"""How the families of cells tell their values; what is not listed is a plain text."""


def _unknown(value: Json) -> str:
    return NOTHING if value in (None, "") else canonical.encode(value).decode()
