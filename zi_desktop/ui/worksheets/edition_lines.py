"""What an official file brings and what a move does, as lines of a table; values without Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zi_desktop.domain.edition_move import Fate, Moved
from zi_desktop.domain.figures import points, weight
from zi_desktop.domain.instrument import Column, Instrument
from zi_desktop.domain.instrument_changes import Change, ItemChange
from zi_desktop.domain.instrument_wording import Wording
from zi_desktop.services.worksheets.edition_moving import MovePreview
from zi_desktop.services.worksheets.edition_taking import OfficialFile
from zi_desktop.ui.worksheets.import_words import COLUMN_WORDS, NOTHING

REWEIGHTED: Final = "reweighted"
REWORDED_TOO: Final = "reweighted/reworded"
CHANGED_TOO: Final = "reweighted/changed"
"""The keys of items that stay with another weight: as they are, worded otherwise, with other answers."""
TOLD, UNTOLD = "told", "untold"
"""The keys of items that a file words, and of those that keep our words."""
REWORDED: Final = "move-reworded"
"""The key of answers that follow to an item that is worded otherwise."""
_FATE: Final = "fate/"
"""Before the key of what becomes of an answer: items and answers can both be dropped."""
_ARROW: Final = " → "
_FINE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Kind:
    """What became of a line: the word, its drawing and ink, and the segment that filters by it."""

    word: str
    icon: str
    ink: str
    segment: str


KINDS: Final[Mapping[str, Kind]] = {
    Change.NEW: Kind("Baru", "plus", "ok", "Baru"),
    Change.DROPPED: Kind("Dihapus", "trash", "bad", "Dihapus"),
    Change.CHANGED: Kind("Jawaban berubah", "difference", "warn", "Jawaban berubah"),
    Change.REWORDED: Kind("Redaksi berubah", "pencil", "accent_text", "Redaksi berubah"),
    REWEIGHTED: Kind("Bobot berubah", "target", "accent_text", "Bobot berubah"),
    REWORDED_TOO: Kind("Redaksi dan bobot", "pencil", "accent_text", "Redaksi dan bobot"),
    CHANGED_TOO: Kind("Jawaban dan bobot", "difference", "warn", "Jawaban dan bobot"),
    Change.SAME: Kind("Sama", "minus", "text2", "Sama"),
    TOLD: Kind("Kata-kata resmi", "document", "accent_text", "Kata-kata resmi"),
    UNTOLD: Kind("Tetap bawaan", "minus", "text2", "Tetap bawaan"),
    _FATE + Fate.CHANGED: Kind("Ditanyakan ulang", "warning", "warn", "Ditanyakan ulang"),
    _FATE + Fate.DROPPED: Kind("Tidak ada lagi", "trash", "bad", "Tidak ada lagi"),
    _FATE + Fate.RETURNS: Kind("Berlaku lagi", "undo", "ok", "Berlaku lagi"),
    REWORDED: Kind("Ikut, redaksi berubah", "pencil", "accent_text", "Redaksi berubah"),
    _FATE + Fate.FOLLOWS: Kind("Ikut", "check", "text2", "Ikut"),
}


_REWEIGHTED: Final = {
    Change.SAME: REWEIGHTED, Change.REWORDED: REWORDED_TOO, Change.CHANGED: CHANGED_TOO,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One item of a file, or one answer of a move.

    Attributes:
        code: of the item.
        text: of the item.
        kind: a key of ``KINDS``; each line is of one.
        amount: its full score before and after, or whose answer it is.
        more: all that the line says, with the words before and after.
    """

    code: str
    text: str
    kind: str
    amount: str
    more: str

    @property
    def word(self) -> str:
        """Return what became of it, in words."""
        return KINDS[self.kind].word

    @property
    def mark(self) -> tuple[str, str]:
        """Return drawing and ink."""
        kind = KINDS[self.kind]
        return kind.icon, kind.ink

    def is_of(self, key: str) -> bool:
        """Tell whether a segment shows it; "" shows all."""
        return not key or self.kind == key


def file_lines(found: OfficialFile, before: Wording) -> list[EditionLine]:
    """Return what an official file brings, item by item.

    Args:
        found: the file as it was read.
        before: the official texts of the edition that it was compared with, as far as the office has them.
    """
    if found.changes is None:
        return [_worded(found, code) for code in found.base.questions]
    return [_changed(found, item, before) for item in found.changes.items]


def move_lines(preview: MovePreview) -> list[EditionLine]:
    """Return what becomes of each answer; what asks for a look first."""
    reworded = frozenset(preview.reworded)
    lines = [_moved(preview, answer, reworded) for answer in preview.answers]
    order = list(KINDS)
    return sorted(lines, key=lambda line: order.index(line.kind))


def segments(lines: Sequence[EditionLine]) -> list[tuple[str, str]]:
    """Return the segments that filter lines, with counts; a kind without a line has none."""
    counted = ((key, sum(line.is_of(key) for line in lines)) for key in KINDS)
    return [("", f"Semua {len(lines)}"), *((key, f"{KINDS[key].segment} {count}") for key, count in counted if count)]


def copied(lines: Iterable[EditionLine]) -> str:
    """Return lines as text for a table."""
    return "\n".join(f"{line.code}\t{line.text}\t{line.word}\t{line.amount}" for line in lines)


def amount_words(before: Fraction | None, after: Fraction | None) -> str:
    """Return the points of a full score before and after: ``0,33``, ``0,33 → 0,25``, ``– → 0,25``."""
    if before == after and before is not None:
        return points(before)
    texts = [NOTHING if each is None else points(each) for each in (before, after)]
    if texts[0] == texts[1]:
        texts = [weight(Fraction(round((each or Fraction(0)) * _FINE), _FINE)) for each in (before, after)]
    return _ARROW.join(texts)


def _changed(found: OfficialFile, item: ItemChange, before: Wording) -> EditionLine:
    edition = found.edition
    assert edition is not None  # there are changes only where there is one
    old = before[item.code].text if item.code in before else _text(found.base, item.code)
    new = found.wording[item.code].text if item.code in found.wording else _text(edition, item.code)
    told = [f"{item.code} · {KINDS[item.change].word}"]
    if item.change in (Change.REWORDED, Change.CHANGED):
        told += [f"Semula: {old}", f"Menjadi: {new}"]
    else:
        told.append(new or old)
    if item.reweighted:
        told[0] += f" · bobot berubah {amount_words(item.before, item.after)}"
    return EditionLine(
        item.code,
        _plain(new or old),
        _REWEIGHTED[item.change] if item.reweighted else item.change,
        amount_words(item.before, item.after),
        "\n".join(told),
    )


def _worded(found: OfficialFile, code: str) -> EditionLine:
    own, told = _text(found.base, code), code not in found.missing
    text = found.wording[code].text if told else own
    same = _plain(own) == _plain(text)
    words = text if same else f"Sekarang: {own}\nMenjadi: {text}"
    kind = UNTOLD if not told else Change.SAME if same else TOLD
    share = found.base.questions[code].share
    return EditionLine(code, _plain(text), kind, points(share), f"{code} · {KINDS[kind].word}\n{words}")


def _moved(preview: MovePreview, answer: Moved, reworded: frozenset[str]) -> EditionLine:
    kind = REWORDED if answer.fate is Fate.FOLLOWS and answer.code in reworded else _FATE + answer.fate
    old, new = _text(preview.before, answer.code), _text(preview.after, answer.code)
    column = COLUMN_WORDS[Column(answer.column)]
    told = [f"{answer.code} · {column} · {KINDS[kind].word}"]
    told += [f"Semula: {old}", f"Menjadi: {new}"] if old and new and old != new else [new or old]
    return EditionLine(answer.code, _plain(new or old), kind, column, "\n".join(told))


def _plain(text: str) -> str:
    """Return a text as a row shows it: one line without its final full stop."""
    return " ".join(text.split()).removesuffix(".")


def _text(instrument: Instrument, code: str) -> str:
    question = instrument.questions.get(code)
    return question.text if question else ""
