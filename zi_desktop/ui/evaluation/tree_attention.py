"""What asks for a look: the mark of an item in the tree, with its reason in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from zi_desktop.domain.answers import exceeds
from zi_desktop.domain.instrument import Column
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.ui.evaluation.item.entry import is_left


class Mark(Enum):
    """The icon of an item: drawing, token of its colour, and what it says."""

    ANSWERED = ("check-circle", "ok", "terisi")
    LOCKED = ("lock", "text2", "terkunci")
    OPEN = ("circle", "text3", "belum terisi")
    INVALID = ("invalid", "bad", "isian belum sah")
    DISPUTED = ("difference", "warn", "beda penilaian")
    DOUBTFUL = ("warning", "warn", "perlu diperiksa")
    LATE = ("import", "warn", "Mandiri berubah setelah dinilai")
    DISCUSS = ("bookmark-set", "accent_text", "ditandai untuk dibahas")

    @property
    def icon(self) -> str:
        """Return the name of the drawing."""
        return self.value[0]

    @property
    def token(self) -> str:
        """Return the colour."""
        return self.value[1]

    @property
    def words(self) -> str:
        """Return what the mark says."""
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Attention:
    """Why an item asks for a look; ``reason`` is a sentence."""

    mark: Mark
    reason: str


_INVALID: Final = Attention(Mark.INVALID, "Isian terakhir belum sah dan belum dihitung.")
_DISPUTED: Final = Attention(Mark.DISPUTED, "Ada jawaban yang berbeda; putuskan dengan alasan.")
_EXCEEDS: Final = Attention(Mark.DOUBTFUL, "Jumlah yang dipenuhi melebihi jumlah seluruhnya; perlu diperiksa.")
_AGAIN: Final = Attention(Mark.DOUBTFUL, "Jawaban yang ada menilai butir edisi lain; nilai ulang butir ini.")
_NOTE: Final = Attention(Mark.DOUBTFUL, "Dinyatakan “tidak berlaku” tanpa Catatan TPI.")
_LATE: Final = Attention(Mark.LATE, "Mandiri berubah setelah dinilai; periksa kembali jawaban ini.")
_DISCUSS: Final = Attention(Mark.DISCUSS, "Ditandai untuk dibahas.")


def attention_of(view: EvaluationView, drafts: Mapping[str, str], column: Column = Column.TPI) -> dict[str, Attention]:
    """Return the items that ask for a look, with the weightiest reason of each.

    Args:
        view: the evaluation.
        drafts: what is typed and no value yet, cell to text; only an answer's and a survey detail's count.
        column: whose opinion is looked at.
    """
    state, card = view.state, view.card(column)
    questions = state.instrument.questions
    found = {code: _DISCUSS for code in state.folded.below("mark") if code in questions and state.marked(code)}
    if column is Column.TPI:
        found |= dict.fromkeys(state.mandiri_changed, _LATE)
    for finding in view.findings(column):
        found |= dict.fromkeys(finding.codes, Attention(Mark.DOUBTFUL, finding.rule.message))
    found |= {code: _NOTE for code in card.not_applicable if not state.notes(column, code)}
    answers = state.answers(column)
    found |= {code: _EXCEEDS for code, answer in answers.items() if exceeds(questions[code], answer)}
    found |= dict.fromkeys(state.ask_again(column), _AGAIN)
    found |= dict.fromkeys(card.disputed, _DISPUTED)
    left = {cell.split("/")[2] for cell, text in drafts.items() if is_left(cell, text) and cell.split("/")[1] == column}
    found |= {code: _INVALID for code in questions if code in left}
    return found
