"""What the table of a preview shows: one line for each item, each refusal, each fault of the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from zi_desktop.domain.instrument import Instrument, Question
from zi_desktop.services.worksheets.preview import ImportPreview, ImportRow, ItemState, TextChange
from zi_desktop.ui.worksheets.import_words import CLEARED, HIDDEN, NOTHING, answer_words, figure_words
from zi_desktop.worksheets.reading import Fault, Refusal


class Kind(StrEnum):
    """What a line is; the filter above the table goes by it."""

    NEW = "baru"
    CHANGED = "berubah"
    OPEN = "perlu dipilih"
    REFUSED = "ditolak"
    LEFT_OUT = "tidak diambil"
    FAULT = "kesalahan lembar"


_KINDS: Final = {
    ItemState.NEW: Kind.NEW, ItemState.CHANGED: Kind.CHANGED, ItemState.EMPTIED: Kind.OPEN, ItemState.DISPUTED: Kind.OPEN,
}  # fmt: skip
MARKS: Final = {
    Kind.NEW: ("plus", "ok"), Kind.CHANGED: ("pencil", "accent_text"), Kind.OPEN: ("warning", "warn"),
    Kind.REFUSED: ("cross-circle", "bad"), Kind.LEFT_OUT: ("note", "text2"), Kind.FAULT: ("invalid", "warn"),
}  # fmt: skip
"""Icon and colour of each kind."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``id`` names the row that can be chosen, "" where there is nothing to choose; ``details`` is the whole of it."""

    kind: Kind
    id: str
    code: str
    title: str
    before: str
    after: str
    remark: str
    details: str
    proposed: bool = False
    answered: bool = False

    @property
    def copied(self) -> str:
        """Return the line as it goes to the clipboard, fields parted by tabs."""
        fields = (self.kind, self.code, self.title, self.before, self.after, self.remark)
        return "\t".join(" ".join(field.split()) for field in fields)

    def concealed(self) -> "Line":
        """Return the line without a figure that is a score: a fault tells what the sheet computed and what is right."""
        if self.kind is not Kind.FAULT:
            return self
        return replace(self, before=HIDDEN, after=HIDDEN, details=self.title)


def lines_of(preview: ImportPreview) -> tuple[Line, ...]:
    """Return every line of a preview: items in the order of the worksheet, refusals, texts beside the columns, faults."""
    instrument = preview.before.instrument
    return (
        *(_row_line(row, instrument.questions[row.code]) for row in preview.rows),
        *(_refusal_line(refusal, preview) for refusal in preview.refused),
        *(_left_out_line(text, instrument) for text in preview.left_out),
        *_unlisted_line(preview),
        *(_fault_line(fault) for fault in preview.faults),
    )


def _row_line(row: ImportRow, question: Question) -> Line:
    before, after = answer_words(question, row.before), answer_words(question, row.after)
    if row.versions:
        before = " ≠ ".join(answer_words(question, version) for version in row.versions)
    if row.state is ItemState.EMPTIED and row.answered:
        after = CLEARED
    marks = _marks(row)
    where = f"{row.code} · sel {row.cell}" if row.cell else row.code
    said = [f"{where}. {question.text}", *_text_lines("Catatan", row.note), *_text_lines("Tautan", row.link)]
    if told := _marks(row, texts=False):
        said.append(f"{told[:1].upper()}{told[1:]}.")
    return Line(
        _KINDS[row.state], row.id, row.code, question.text.removesuffix("."), before, after, marks, "\n".join(said),
        row.proposed, row.answered,
    )  # fmt: skip


def _marks(row: ImportRow, *, texts: bool = True) -> str:
    found = [
        words
        for words, holds in (
            ("kosong di lembar", row.state is ItemState.EMPTIED),
            ("beda versi lembar", row.state is ItemState.DISPUTED),
            ("catatan", texts and row.note),
            ("tautan", texts and row.link),
            ("perlu diperiksa", row.exceeds),
            ("menggantikan isian tangan", row.typed),
            ("berubah setelah dinilai", row.judged),
        )
        if holds
    ]
    return ", ".join(found)


def _text_lines(title: str, change: TextChange | None) -> Sequence[str]:
    if change is None:
        return ()
    before = f"{change.before} → " if change.before else ""
    return (f"{title}: {before}{change.after or CLEARED}",)


def _refusal_line(refusal: Refusal, preview: ImportPreview) -> Line:
    question = preview.before.instrument.questions.get(refusal.code)
    before = answer_words(question, preview.answers.get(refusal.code)) if question else NOTHING
    title = question.text.removesuffix(".") if question else NOTHING
    where = f"sel {refusal.cell}: {refusal.reason}" if refusal.cell else refusal.reason
    details = f"{refusal.code or NOTHING}. {title}\nTertulis: {refusal.text or CLEARED}\nDitolak, {where}."
    remark = f"“{refusal.text}” di {where}" if refusal.text else where
    return Line(Kind.REFUSED, "", refusal.code or NOTHING, title, before, "ditolak", remark, details)


def _left_out_line(text: Refusal, instrument: Instrument) -> Line:
    question = instrument.questions.get(text.code)
    where = f"sel {text.cell}: {text.reason}"
    item = f"{text.code}. {question.text}\n" if question else ""
    details = f"{item}Tertulis: {text.text}\nTidak diambil, {where}."
    return Line(Kind.LEFT_OUT, "", text.code or text.cell, text.text, NOTHING, NOTHING, where, details)


def _unlisted_line(preview: ImportPreview) -> Sequence[Line]:
    count = preview.left_out_count - len(preview.left_out)
    if not count:
        return ()
    words = f"{count} isian lain di luar kolom tidak didaftar; lihat di lembarnya"
    return (Line(Kind.LEFT_OUT, "", NOTHING, words, NOTHING, NOTHING, "", f"{words}."),)


def _fault_line(fault: Fault) -> Line:
    shown, right = figure_words(fault.sheet_value), figure_words(fault.value)
    figures = "" if fault.value is None else f"\nTertulis {shown}, seharusnya {right}."
    return Line(
        Kind.FAULT, "", fault.cell, fault.problem, shown, right, "tidak mengubah jawaban", f"{fault.problem}{figures}"
    )
