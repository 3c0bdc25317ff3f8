"""What the item view shows, as one value made from an evaluation; no Qt and no service in it.

Before the page goes to another item it calls ``finish_editing()`` (what is not saved yet is emitted for the old one).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.answers import Answer, exceeds
from zi_desktop.domain.figures import points
from zi_desktop.domain.heads import Head
from zi_desktop.domain.instrument import Choice, Column, Question
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.last_year import Beside
from zi_desktop.ui import dates
from zi_desktop.ui.evaluation.item.comparison import Opinion, opinions_of, tags_of
from zi_desktop.ui.evaluation.item.guidance import Guidance, guidance_of, wording_of
from zi_desktop.ui.evaluation.item.late_notice import late_words
from zi_desktop.ui.evaluation.item.question_words import Crumb, crumbs_of, facts_of, heading_of, plain

NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Who looks, and how.

    Attributes:
        person: id of the person at this laptop (``settings.author()``): whose notes can be edited.
        people: names by id, for the notes of others.
        drafts: what this person was typing (``evaluations.answering.drafts``): cell to text.
        hidden: "Sembunyikan nilai": no scores, no internal notes.
        column: whose opinion is edited.
    """

    person: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False
    column: Column = Column.TPI


@dataclass(frozen=True, slots=True)
class OptionState:
    """One option of a choice item; ``value`` is "" while scores are hidden, ``tags`` tell who else chose it."""

    key: str
    criterion: str
    value: str
    chosen: bool
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DetailState:
    """A fact beside an index: ``text`` is what the field shows (a draft outranks what is saved)."""

    key: str
    title: str
    text: str
    saved: str


@dataclass(frozen=True, slots=True)
class Register:
    """A note that somebody else wrote, shown and not edited."""

    author: str
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteState:
    """One of the two notes: ``text`` is what the field shows (a draft outranks what is saved), then the others'."""

    text: str
    saved: str
    others: tuple[Register, ...]


@dataclass(frozen=True, slots=True)
class ItemState:
    """Everything that the item view shows of one item.

    Attributes:
        code: of the item.
        position: place in the order of the worksheet, from 1.
        count: of all items.
        unanswered: how many items are not answered.
        crumbs: the branches above, outermost first.
        heading: label and question without its full stop.
        facts: code with row, kind, weight; what is empty is not shown.
        points: the item's points with two decimals, "–" while there are none, "" while scores are hidden.
        question: the item of the instrument.
        answer: what counts now, or None.
        draft: what was typed for the answer and is no value yet, or "".
        options: of a choice item.
        opinions: what others judged of the item; none while scores are hidden.
        details: of an index item.
        note: Catatan TPI.
        internal: Catatan internal tim; None while scores are hidden.
        guidance: what the guidance panel says.
        wording: whose words the item is shown in.
        notices: sentences that need attention (contradictions, another edition, differing opinions).
        disputed: people judged differently; nothing can be answered until it is settled.
        late: a worksheet changed Mandiri after this answer; stating it again takes that into account.
        doubtful: counts taken from an imported sheet that nobody could type.
        marked: for discussion.
        read_only: sealed or archived.
        hidden: scores are hidden.
    """

    code: str
    position: int
    count: int
    unanswered: int
    crumbs: tuple[Crumb, ...]
    heading: str
    facts: tuple[str, ...]
    points: str
    question: Question
    answer: Answer | None
    draft: str
    options: tuple[OptionState, ...]
    opinions: tuple[Opinion, ...]
    details: tuple[DetailState, ...]
    note: NoteState
    internal: NoteState | None
    guidance: Guidance
    wording: str
    notices: tuple[str, ...]
    disputed: bool
    late: bool
    doubtful: bool
    marked: bool
    read_only: bool
    hidden: bool


def item_state(view: EvaluationView, code: str, viewpoint: Viewpoint, beside: Beside | None = None) -> ItemState:
    """Return what is shown of one item of an open evaluation; ``beside`` is the item in the evaluation before."""
    state, card = view.state, view.card(viewpoint.column)
    instrument, column = state.instrument, viewpoint.column
    question = instrument.questions[code]
    answer = state.answers(column).get(code)
    reader = _NoteReader(viewpoint)
    opinions = () if viewpoint.hidden else opinions_of(view, code, column, viewpoint.people, beside)
    return ItemState(
        code=code,
        position=list(instrument.questions).index(code) + 1,
        count=len(instrument.questions),
        unanswered=len(card.unanswered),
        crumbs=crumbs_of(instrument, question),
        heading=heading_of(question),
        facts=facts_of(question),
        points=_points(view, code, viewpoint),
        question=question,
        answer=answer,
        draft=viewpoint.drafts.get(cells.answer(column, code), ""),
        options=_options(question, answer, opinions, hidden=viewpoint.hidden),
        opinions=opinions,
        details=_details(view, question, viewpoint),
        note=reader.note(cells.note(column, code), state.notes(column, code)),
        internal=None if viewpoint.hidden else reader.note(cells.internal(code), state.internal_notes(code)),
        guidance=guidance_of(instrument, question),
        wording=wording_of(instrument, question),
        notices=_notices(view, code, viewpoint),
        disputed=code in state.disputed(column),
        late=column is Column.TPI and answer is not None and code in state.mandiri_changed,
        doubtful=answer is not None and exceeds(question, answer),
        marked=state.marked(code),
        read_only=state.read_only,
        hidden=viewpoint.hidden,
    )


def _points(view: EvaluationView, code: str, viewpoint: Viewpoint) -> str:
    if viewpoint.hidden:
        return ""
    card = view.card(viewpoint.column)
    return points(card.question_points[code]) if code in card.question_scores else NOTHING


def _options(
    question: Question, answer: Answer | None, opinions: tuple[Opinion, ...], *, hidden: bool
) -> tuple[OptionState, ...]:
    if not isinstance(question.answer, Choice):
        return ()
    return tuple(
        OptionState(
            option.key,
            plain(option.criterion),
            "" if hidden else points(option.score),
            getattr(answer, "key", None) == option.key,
            tags_of(opinions, option.key),
        )
        for option in question.answer.options
    )


def _details(view: EvaluationView, question: Question, viewpoint: Viewpoint) -> tuple[DetailState, ...]:
    given = view.state.details(viewpoint.column, question.code)

    def detail(key: str, title: str) -> DetailState:
        saved = given.get(key, "")
        return DetailState(
            key, title, viewpoint.drafts.get(cells.detail(viewpoint.column, question.code, key), saved), saved
        )

    return tuple(detail(each.key, each.title) for each in question.details)


def _notices(view: EvaluationView, code: str, viewpoint: Viewpoint) -> tuple[str, ...]:
    state, column = view.state, viewpoint.column
    found = [finding.rule.message for finding in view.findings(column) if code in finding.codes]
    if code in state.ask_again(column):
        found.append("Jawaban yang ada menilai butir edisi lain. Nilai ulang butir ini.")
    if column is Column.TPI and (late := late_words(state, code)):
        found.append(late)
    if versions := state.disputed(column).get(code):
        found.append(
            f"Ada {len(versions)} jawaban yang berbeda untuk butir ini, dan semuanya tersimpan. F7 menyelesaikannya."
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _NoteReader:
    """Tells whose note can be edited and whose is only shown."""

    viewpoint: Viewpoint

    def note(self, cell: str, heads: tuple[Head, ...]) -> NoteState:
        own = "\n".join(head.value["text"] for head in heads if head.register == self.viewpoint.person)
        others = tuple(
            Register(self._name(head), dates.stated(head.wall), head.value["text"])
            for head in heads
            if head.register != self.viewpoint.person
        )
        return NoteState(self.viewpoint.drafts.get(cell, own), own, others)

    def _name(self, head: Head) -> str:
        name = self.viewpoint.people.get(head.author, "") or "Penilai lain"
        return f"Disalin oleh {name}" if head.transcribed else name
