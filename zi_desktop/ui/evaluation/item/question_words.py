"""How the window writes an item of the worksheet: its heading, the branches above it, what kind it is."""

from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.instrument import Choice, Index, Instrument, Node, Question
from zi_desktop.ui.evaluation.item.outcome import share_words

_OWN_TITLE: Final = ("section", "component")
"""Kinds of branches that are called by their title alone; the others carry their number."""
_BRANCH: Final = "subcomponent"
_PLAIN_CRUMBS: Final = 4
"""Up to so many branches are written out; of more, those between the area and the last show their number only."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb: the branch, and what is written (``title`` is the whole of it)."""

    code: str
    text: str
    title: str


def heading_of(question: Question) -> str:
    """Return label and text as the window writes them: without the final full stop."""
    label = question.label.strip("-. ")
    return f"{label}. {plain(question.text)}" if label else plain(question.text)


def crumbs_of(instrument: Instrument, question: Question) -> tuple[Crumb, ...]:
    """Return the branches above an item, outermost first."""
    nodes = [instrument.nodes[code] for code in question.parents]
    deep = len(nodes) > _PLAIN_CRUMBS
    return tuple(
        Crumb(node.code, _crumb_text(node, short=deep and node.kind == _BRANCH and node is not nodes[-1]), node.title)
        for node in nodes
    )


def plain(text: str) -> str:
    """Return a text of the instrument without its final full stop."""
    return text.removesuffix(".")


def kind_of(question: Question) -> str:
    """Return what kind of answer an item takes, in words."""
    item = question.answer
    if isinstance(item, Choice):
        first, last = item.options[0].key, item.options[-1].key
        return f"Pilihan {first}/{last}" if item.scale == "yes_no" else f"Pilihan {first}–{last}"
    return "Indeks" if isinstance(item, Index) else "Persentase"


def facts_of(question: Question) -> tuple[str, ...]:
    """Return code with row, kind and weight of an item."""
    return f"{question.code} · baris {question.row}", kind_of(question), f"Bobot {share_words(question)}"


def _crumb_text(node: Node, *, short: bool) -> str:
    if short:
        return node.label.strip("-. ")
    return node.title if node.kind in _OWN_TITLE else f"{node.label.strip('-. ')}. {node.title}"
