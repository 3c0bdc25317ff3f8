"""What others judged of the item: the satker this year (Mandiri), TPI in the evaluation before; no Qt in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zi_desktop.domain.answers import Answer, Chosen, Counted
from zi_desktop.domain.figures import points
from zi_desktop.domain.heads import Head
from zi_desktop.domain.instrument import Column, Question
from zi_desktop.domain.remark_terms import STATES
from zi_desktop.domain.remarks import Remark
from zi_desktop.scoring.item_score import item_score
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.last_year import Beside
from zi_desktop.ui import dates
from zi_desktop.ui.evaluation.item.outcome import counts_words, outcome_of


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion to compare with.

    Attributes:
        icon: its drawing.
        title: whose it is, with the year.
        answer: letter of the option, or figure; "" where there is a note and no answer.
        score: 0 to 1 with two decimals, or "" where there is none or ``answer`` says it.
        counts: what the figure of a ratio was computed from, or "".
        note: the reason that was given.
        link: the address of evidence that the worksheet gave.
        author, day: who stated it, and when; "" where that is not known.
        remark: the recommendation that was made then, the open one first, with how many more there are; or "".
        changed: the item asked something else then.
        tag: what the option bears that was chosen, by ``key``; "" where its options cannot be compared.
    """

    icon: str
    title: str
    answer: str
    score: str
    counts: str
    note: str
    link: str
    author: str
    day: str
    remark: str
    changed: bool
    tag: str
    key: str


def opinions_of(
    view: EvaluationView, code: str, column: Column, people: Mapping[str, str], beside: Beside | None
) -> tuple[Opinion, ...]:
    """Return what can stand beside an item, this year's before last year's; ``people`` are names by id."""
    found = (_mandiri(view, code, people) if column is Column.TPI else None, _earlier(beside, people))
    return tuple(opinion for opinion in found if opinion is not None)


def tags_of(opinions: tuple[Opinion, ...], key: str) -> tuple[str, ...]:
    """Return what an option bears: who chose it."""
    return tuple(opinion.tag for opinion in opinions if opinion.tag and opinion.key == key)


def _mandiri(view: EvaluationView, code: str, people: Mapping[str, str]) -> Opinion | None:
    state = view.state
    answer = state.answers(Column.MANDIRI).get(code)
    notes, links = state.notes(Column.MANDIRI, code), state.links(Column.MANDIRI, code)
    if answer is None and not notes and not links:
        return None
    heads = state.answer_cell(Column.MANDIRI, code).heads if answer is not None else (*notes, *links)
    question = state.instrument.questions[code]
    return Opinion(
        icon="people", title=f"Mandiri {state.identity.year}", answer=_answer_words(question, answer),
        score=_score_words(question, answer), counts=counts_words(question, answer), note=_text_of(notes),
        link=_text_of(links), author=_author(heads[0], people), day=_day(heads[0].wall), remark="", changed=False,
        tag="Mandiri", key=_key_of(answer),
    )  # fmt: skip


def _earlier(beside: Beside | None, people: Mapping[str, str]) -> Opinion | None:
    if beside is None or (beside.answer is None and not beside.notes and not beside.remarks):
        return None
    title, note = f"TPI {beside.year}", beside.notes[0] if beside.notes else None
    author, at = (beside.author, beside.at) if beside.answer is not None or note is None else (note.author, note.wall)
    if not at:  # nothing but a remark
        author, at = beside.remarks[0].author, beside.remarks[0].at
    return Opinion(
        icon="clock", title=title, answer=_answer_words(beside.question, beside.answer),
        score=_score_words(beside.question, beside.answer), counts=counts_words(beside.question, beside.answer),
        note=_text_of(beside.notes), link="", author=people.get(author, ""), day=_day(at),
        remark=_remark_words(beside.remarks), changed=not beside.same, tag=title if beside.same else "",
        key=_key_of(beside.answer),
    )  # fmt: skip


def _answer_words(question: Question, answer: Answer | None) -> str:
    if answer is None:
        return ""
    return answer.key if isinstance(answer, Chosen) else outcome_of(question, answer).figure


def _score_words(question: Question, answer: Answer | None) -> str:
    # The figure of a ratio is its score already.
    score = None if answer is None or isinstance(answer, Counted) else item_score(question, answer)
    return "" if score is None else points(score)


def _key_of(answer: Answer | None) -> str:
    return answer.key if isinstance(answer, Chosen) else ""


def _remark_words(remarks: Sequence[Remark]) -> str:
    if not remarks:
        return ""
    first = next((remark for remark in remarks if remark.open), remarks[0])
    more = f" (+{len(remarks) - 1})" if len(remarks) > 1 else ""
    state = "" if first.open else f" · {STATES[first.state].lower()}"
    return f"Rekomendasi{more}: {' '.join(first.texts['recommendation'].split())}{state}"


def _text_of(heads: tuple[Head, ...]) -> str:
    return " · ".join(" ".join(head.value["text"].split()) for head in heads)


def _author(head: Head, people: Mapping[str, str]) -> str:
    # What a worksheet brings is the satker's opinion, whoever imported it.
    return "Lembar kerja" if head.transcribed else people.get(head.author, "")


def _day(at: str) -> str:
    return dates.whole_day(at[:10])
