"""Another wording of an edition: the texts of an official file in the place of those written for this program."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from zi_desktop.domain.instrument import (
    Choice,
    Index,
    Instrument,
    Node,
    Option,
    Question,
    Ratio,
    WordingSource,
)
from zi_desktop.domain.instrument_digests import wording_digest

_SHARED: Final = "Ya"
"""The option whose criterion an official file states for a yes/no item; that of the other one follows from it."""
_SAID: Final = re.compile(r"^\s*ya\s*,\s*", re.IGNORECASE)
"""The option at the beginning of its own criterion: every page shows it before the criterion anyway."""


@dataclass(frozen=True, slots=True)
class ItemWording:
    """Official texts of a branch, item or count; ``criteria`` by option key, ``explanation`` as it stands in the file."""

    text: str
    explanation: str
    criteria: Mapping[str, str]


Wording = Mapping[str, ItemWording]
"""Official texts by code of branch, item and count."""


def shared_criterion(stated: str) -> str:
    """Return the criterion that an official file states for a whole yes/no item, without the option's own name."""
    return _SAID.sub("", stated)


def worded(instrument: Instrument, wording: Wording, source: WordingSource) -> Instrument:
    """Return the edition in another wording: the same structure digest, another wording digest.

    What the wording does not tell (guidance, evidence, whom to ask) stays as it is, and so does every text that is
    empty in it. The criteria of an item are taken only whole: a mixture of two wordings would be neither.
    """
    sections = tuple(_node(section, wording) for section in instrument.sections)
    told = replace(source, missing=unworded(instrument, wording))
    changed = replace(instrument, sections=sections, wording_source=told)
    return replace(changed, wording_digest=wording_digest(changed))


def fitting(instrument: Instrument, wording: Wording) -> dict[str, ItemWording]:
    """Return what a wording says of this edition: only codes that it has, and no empty texts."""
    codes = {*instrument.nodes, *instrument.questions}
    codes |= {
        item.code for question in instrument.questions.values() if isinstance(question.answer, Ratio)
        for item in question.answer.inputs
    }  # fmt: skip
    return {code: item for code, item in wording.items() if code in codes and item.text}


def unworded(instrument: Instrument, wording: Wording) -> tuple[str, ...]:
    """Return the items of an edition that a wording does not tell."""
    return tuple(code for code in instrument.questions if code not in wording or not wording[code].text)


def plain(text: str) -> str:
    """Return what two wordings are compared by: letters and digits in small letters, each gap one space."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in folded).split())


def same_words(one: ItemWording, other: ItemWording) -> bool:
    """Tell whether two official wordings differ in nothing but signs, case and gaps, as far as both tell."""
    if bool(one.text) != bool(other.text):
        return _told_within(*((other, one) if one.text else (one, other)))
    if _close(one.text) != _close(other.text):
        return False
    if one.criteria and other.criteria:
        return {key: _close(text) for key, text in one.criteria.items()} == {
            key: _close(text) for key, text in other.criteria.items()
        }
    return not (one.explanation and other.explanation) or _close(one.explanation) == _close(other.explanation)


def _told_within(untitled: ItemWording, titled: ItemWording) -> bool:
    """Tell whether an explanation begins with the text of the other file: the portal's list has no other place for it."""
    said, whole = _close(untitled.explanation), _close(f"{titled.text} {titled.explanation}")
    return not said or said.startswith(whole) or said == _close(titled.explanation)


def _close(text: str) -> str:
    """Return plain words without gaps: files differ in words that were typed together."""
    return plain(text).replace(" ", "")


def _node(node: Node, wording: Wording) -> Node:
    given = wording.get(node.code)
    children = tuple(
        _node(child, wording) if isinstance(child, Node) else _question(child, wording) for child in node.children
    )
    # Official headings are in capitals: one that says the same stays as it is read best.
    title = given.text if given and plain(given.text) != plain(node.title) else ""
    return replace(node, title=title or node.title, children=children)


def _question(question: Question, wording: Wording) -> Question:
    given = wording.get(question.code)
    answer: Choice | Ratio | Index = question.answer
    if isinstance(answer, Ratio):
        titles = {item.code: wording[item.code].text for item in answer.inputs if item.code in wording}
        inputs = tuple(replace(item, title=titles.get(item.code) or item.title) for item in answer.inputs)
        answer = replace(answer, inputs=inputs)
    if given is None:
        return replace(question, answer=answer)
    guidance = question.guidance
    if isinstance(answer, Choice):
        answer = replace(answer, options=_options(answer, given))
    elif given.explanation:
        guidance = "\n".join(text for text in (given.explanation, question.guidance) if text)
    return replace(question, text=given.text or question.text, answer=answer, guidance=guidance)


def _options(choice: Choice, given: ItemWording) -> tuple[Option, ...]:
    keys = {option.key for option in choice.options}
    criteria = dict(given.criteria)
    stated = criteria.get(_SHARED) or given.explanation
    if _SHARED in keys and criteria.keys() <= {_SHARED} and stated:
        criteria = dict.fromkeys(keys, "") | {_SHARED: shared_criterion(stated)}
    if criteria.keys() != keys:
        return choice.options
    return tuple(replace(option, criterion=criteria[option.key]) for option in choice.options)
