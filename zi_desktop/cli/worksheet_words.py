"""Previews of worksheets as JSON and as text on a terminal."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from zi_desktop.cli import tables
from zi_desktop.cli.sheet_words import faults_json, refusals_json, total_lines
from zi_desktop.domain.answers import Answer, Chosen, Measured, answer_to_json
from zi_desktop.domain.figures import machine, points, weight
from zi_desktop.domain.imports import Imported
from zi_desktop.services.worksheets.folder import FolderRow
from zi_desktop.services.worksheets.preview import ImportPreview, ImportRow, ItemState
from zi_desktop.services.worksheets.versions import version_sentence
from zi_desktop.worksheets.reading import Refusal

_EMPTY: Final = "–"
_LONGEST: Final = 40
"""Letters of a text in a table."""
_KEPT: Final[Mapping[ItemState, str]] = {
    ItemState.EMPTIED: "kosong di lembar; yang ada tetap",
    ItemState.DISPUTED: "ada versi lembar yang berbeda; pilih versinya di jendela program",
}
"""Why a row is not taken unless a person chooses it."""
_HELD: Final = "lihat di bawah"
_STATES: Final = {"terisi": "terisi", "siap": "siap", "sama": "sama", _HELD: "tidak diambil"}
"""What became or can become of a file, and how their counts call it."""


def preview_json(preview: ImportPreview) -> dict[str, Any]:
    """Return a preview as the command line promises it; what is kept for a person to decide stands under ``refused``."""
    return {
        "new": [_row_json(row) for row in preview.of(ItemState.NEW)],
        "changed": [_row_json(row) for row in preview.of(ItemState.CHANGED)],
        "same": preview.same,
        "refused": refusals_json((*preview.refused, *_kept(preview))),
        "faults": faults_json(preview.faults),
        "warnings": list(preview.warnings),
        "left_out": refusals_json(preview.left_out),
        "left_out_count": preview.left_out_count,
        "taken": _version_json(preview.taken),
        "later": [_version_json(item) for item in preview.later],
    }


def preview_text(preview: ImportPreview) -> str:
    """Return a preview as text: counts, totals, what would change, what is not taken, what is wrong with the sheet."""
    new, changed, kept = preview.of(ItemState.NEW), preview.of(ItemState.CHANGED), _kept(preview)
    counts = f"{len(new)} baru, {len(changed)} berubah, {preview.same} sama"
    counts += "".join(
        f", {count} {words}"
        for count, words in (
            (len(kept), "perlu dipilih"), (len(preview.refused), "ditolak"), (preview.left_out_count, "tidak diambil"),
        )
        if count
    )  # fmt: skip
    lines = [
        f"{preview.file}, kolom {preview.column.value}: {counts}.",
        f"Nilai {preview.column.value}: {points(preview.total_before)} menjadi {points(preview.total_after)}.",
        *preview.warnings,
        *_sheet_total(preview),
    ]
    if told := version_sentence(preview, str):
        lines.append(told)
    rows = [[row.code, row.cell or _EMPTY, *_changes(row), _marks(row)] for row in (*new, *changed)]
    if rows:
        lines += ["", tables.table(["Kode", "Sel", "Semula", "Menjadi", "Keterangan"], rows)]
    for title, items in (("Perlu dipilih", kept), ("Ditolak", preview.refused), ("Tidak diambil", preview.left_out)):
        if items:
            shown = [[item.code or _EMPTY, item.cell or _EMPTY, _short(item.text), item.reason] for item in items]
            lines += ["", tables.table([title, "Sel", "Isi", "Sebab"], shown)]
    if unlisted := preview.left_out_count - len(preview.left_out):
        lines.append(f"… dan {unlisted} lagi.")
    if preview.faults:
        lines += ["", *(f"Kesalahan lembar: {fault.problem}" for fault in preview.faults)]
    return "\n".join(lines)


def folder_json(row: FolderRow, *, taken: int | None = None, problem: str = "") -> dict[str, Any]:
    """Return one file of a folder; ``taken`` is how many items were filled, null where it was only looked at."""
    return {
        "file": str(row.file), "satker": row.satker.code if row.satker else None,
        "candidates": [known.code for known in row.candidates], "evaluation": row.evaluation or None,
        "begins": row.begins, "new": row.new, "changed": row.changed, "same": row.same, "left": row.left,
        "refused": row.refused, "faults": row.faults, "total_before": _figure(row.before), "total_after": _figure(row.after), "taken": taken,
        "problem": problem or row.problem,
    }  # fmt: skip


def folder_text(rows: Sequence[Mapping[str, Any]], names: Mapping[str, str]) -> str:
    """Return the files of a folder as a table, and below it the sentences of those that are not taken.

    Args:
        rows: from ``folder_json``.
        names: what each file is called in the table.
    """
    cells = [
        [
            names[row["file"]], row["satker"] or _EMPTY, str(row["new"]), str(row["changed"]), str(row["same"]),
            points(Fraction(row["total_after"])) if row["total_after"] else _EMPTY,
            _state(row),
        ]
        for row in rows
    ]  # fmt: skip
    table = tables.table(["Berkas", "Satker", "Baru", "Berubah", "Sama", "Nilai", "Keadaan"], cells)
    failed = [_failure(names[row["file"]], row["problem"]) for row in rows if row["problem"]]
    counts = Counter(_state(row).partition(",")[0] for row in rows)
    told = ", ".join(f"{counts[state]} {words}" for state, words in _STATES.items() if counts[state])
    return "\n".join([table, *(["", *failed] if failed else []), "", f"{len(rows)} berkas: {told}."])


def _state(row: Mapping[str, Any]) -> str:
    """Return what became or can become of a file, and how much of it is not taken."""
    if row["problem"]:
        return _HELD
    state = "terisi" if row["taken"] else "siap" if row["new"] or row["changed"] else "sama"
    rest = ((row["left"], "perlu dipilih"), (row["refused"], "ditolak"))
    return ", ".join([state, *(f"{count} {words}" for count, words in rest if count)])


def _failure(name: str, problem: str) -> str:
    return problem if problem.startswith(name.rpartition("/")[2]) else f"{name}: {problem}"


def _row_json(row: ImportRow) -> dict[str, Any]:
    shown: dict[str, Any] = {"code": row.code, "cell": row.cell}
    if row.answered:
        shown |= {"before": _answer_json(row.before), "after": _answer_json(row.after)}
    for name, change in (("note", row.note), ("link", row.link)):
        if change:
            shown[name] = {"before": change.before, "after": change.after}
    return shown


def _kept(preview: ImportPreview) -> Sequence[Refusal]:
    return [Refusal(row.code, row.cell, row.text, _KEPT[row.state]) for row in preview.rows if row.state in _KEPT]


def _version_json(item: Imported | None) -> dict[str, Any] | None:
    if item is None:
        return None
    return {"name": item.name, "sha256": item.file, "received": item.received, "at": item.wall}


def _sheet_total(preview: ImportPreview) -> Sequence[str]:
    if preview.sheet_total is None:
        return []
    if preview.differences and not preview.differences[0].code:
        return total_lines(preview.differences[0])
    return [f"Nilai menurut lembar sama dengan hitungan program: {points(preview.sheet.total)}."]


def _changes(row: ImportRow) -> tuple[str, str]:
    if row.answered:
        return _short(said(row.before)), _short(said(row.after))
    change = row.note or row.link
    assert change is not None  # a row states an answer, a note or a link
    return _short(change.before) or _EMPTY, _short(change.after)


def _marks(row: ImportRow) -> str:
    found = [
        words
        for words, holds in (
            ("catatan", row.note and row.answered), ("tautan", row.link), ("perlu diperiksa", row.exceeds),
            ("menggantikan isian tangan", row.typed), ("berubah setelah dinilai", row.judged),
        )
        if holds
    ]  # fmt: skip
    return ", ".join(found)


def said(answer: Answer | None) -> str:
    """Return an answer as the command line shows it: what would be typed for it."""
    if answer is None:
        return _EMPTY
    if isinstance(answer, Chosen):
        return answer.key
    if isinstance(answer, Measured):
        return weight(answer.value)
    return ", ".join(f"{key}={count}" for key, count in answer.counts.items())


def _answer_json(answer: Answer | None) -> Any:
    return None if answer is None else answer_to_json(answer)


def _figure(value: Fraction | None) -> str | None:
    return None if value is None else machine(value)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
