"""Importing: a column of a worksheet is looked at first, then taken in one act, with where it came from."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain import canonical, cells
from zi_desktop.domain.border import clean_line
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError, StaleViewError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.imports import Imported, imports
from zi_desktop.domain.instrument import Column, Instrument
from zi_desktop.services.closure import refuse_read_only
from zi_desktop.services.editions import shipped
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.satkers.keeping import Satkers
from zi_desktop.services.settings import Settings
from zi_desktop.services.worksheets.matching import same_name
from zi_desktop.services.worksheets.preview import Comparison, ImportPreview, ImportRow
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage.recorder import Statement
from zi_desktop.worksheets.differences import differences
from zi_desktop.worksheets.reading import SheetColumn, Worksheet
from zi_desktop.worksheets.worksheet_file import read_worksheet, read_worksheets

CHANNELS: Final = ("Surel", "WhatsApp", "Diska lepas", "Berbagi berkas", "Diserahkan langsung")
"""Ways by which a worksheet usually comes; another may be written."""
_LONGEST: Final = 200
"""Letters of a sender or a way: they are printed on one line."""
_UNSURE: Final = (
    "Tidak ada yang diambil; periksa berkasnya, lalu nyatakan bahwa berkas itu memang untuk evaluasi dan kolom ini."
)
WHOSE: Final[Mapping[Column, str]] = {Column.MANDIRI: "satker", Column.TPI: "TPI", Column.TPN: "TPN"}
"""Who gives the answers of a column."""
_ROOM: Final = 4096
"""Bytes of a line beside the value of an import."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a worksheet came from: who sent it, how, and when (ISO date; "" = today)."""

    sender: str = ""
    channel: str = ""
    received: str = ""


UNKNOWN: Final = Provenance()
"""Nobody said where it came from."""


@dataclass(frozen=True, slots=True)
class ImportedColumn:
    """What an import did: how many items it filled (0 = nothing was written), and the evaluation afterwards."""

    items: int
    view: EvaluationView


class Importing:
    """Takes columns of worksheets into the evaluations of a workspace."""

    def __init__(self, workspace: Workspace, settings: Settings, satkers: Satkers) -> None:
        self._workspace = workspace
        self._settings = settings
        self._satkers = satkers

    def read(self, path: Path, instrument: Instrument, sheet: str = "") -> Worksheet:
        """Read a worksheet file; nothing of the workspace is touched.

        Args:
            path: of the file.
            instrument: the edition of the evaluation that it goes into.
            sheet: the name of the sheet, where the workbook holds several worksheets.

        Raises:
            FileReadError: the file cannot be opened.
            WorksheetError: it holds no worksheet, or several and none was named.
        """
        return read_worksheet(path, _plain(instrument), labels=self._labels(instrument), sheet=sheet)

    def read_all(self, path: Path, instrument: Instrument) -> tuple[Worksheet, ...]:
        """Read every worksheet of a workbook that holds those of several units; see ``read``."""
        return read_worksheets(path, _plain(instrument), labels=self._labels(instrument))

    def preview(self, id_: str, worksheet: Worksheet, column: Column) -> ImportPreview:
        """Tell what taking a column of a worksheet would do; nothing is written.

        Raises:
            NotFoundError: there is no such evaluation.
            InvalidInputError: the worksheet has no such column.
        """
        return self.compare(self._workspace.evaluation(id_), worksheet, column, self._warnings(id_, worksheet, column))

    @staticmethod
    def compare(
        view: EvaluationView, worksheet: Worksheet, column: Column, warnings: Sequence[str] = ()
    ) -> ImportPreview:
        """Tell what taking a column of a worksheet into this evaluation would do.

        Raises:
            InvalidInputError: the worksheet has no such column.
        """
        sheet = sheet_column(worksheet, column)
        found = Comparison(view, column, sheet)
        earlier = imports(view.state.folded, column)
        card = view.calculator.score({code: given.answer for code, given in sheet.answers.items()})
        versions = [number for number, item in enumerate(earlier) if item.file == worksheet.digest]
        compared = worksheet.scored in (None, column)
        return ImportPreview(
            evaluation=view.id,
            column=column,
            file=worksheet.name,
            digest=worksheet.digest,
            layout=worksheet.layout,
            rows=found.rows,
            same=found.same,
            blank=found.blank,
            refused=tuple(found.refused),
            faults=worksheet.faults,
            before=view.card(column),
            sheet=card,
            sheet_total=worksheet.totals.get("") if compared else None,
            differences=differences(worksheet, column, card),
            previous=earlier[-1] if earlier else None,
            taken=earlier[versions[-1]] if versions else None,
            later=earlier[versions[-1] + 1 :] if versions else (),
            warnings=tuple(warnings),
            left_out=worksheet.left_out,
            left_out_count=worksheet.left_out_count,
            wording=worksheet.wording,
            displayed=found.displayed,
            answers=view.state.answers(column),
            disputed=view.state.disputed(column),
            calculator=view.calculator,
        )

    def apply(
        self,
        preview: ImportPreview,
        ids: Collection[str] | None = None,
        provenance: Provenance = UNKNOWN,
        author: str = "",
        *,
        despite_warnings: bool = False,
    ) -> ImportedColumn:
        """Take rows of a preview in one act; where there is nothing to take, nothing is written.

        Args:
            preview: as it was shown.
            ids: the rows that were chosen; None = what the preview proposes.
            provenance: where the worksheet came from.
            author: who takes it; empty = the person at this laptop.
            despite_warnings: a person has said that it is the right file although it names another satker or year.

        Raises:
            StaleViewError: something else stands than when the preview was made; nothing was written.
            SealedError: the evaluation is closed.
            InvalidInputError: warnings that nobody overruled, an unknown row, a date that is none, or more text than
                one act may hold.
        """
        if preview.warnings and not despite_warnings:
            raise InvalidInputError(f"{' '.join(preview.warnings)} {_UNSURE}")
        rows = _chosen(preview, preview.proposed if ids is None else ids)
        source = _source(preview, provenance, self._workspace.today)
        view = self._workspace.evaluation(preview.evaluation)
        refuse_read_only(view.state)
        if not rows:
            return ImportedColumn(0, view)
        subject = Subject("evaluation", preview.evaluation)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            folded = transaction.folded(subject)
            _refuse_stale(preview, rows, folded)
            value = {**source, **_filling(rows, folded)}
            _refuse_large(value, preview.file)
            cell = cells.imported(preview.column)
            transaction.state(subject, [Statement("column.imported", cell, value, folded.cell(cell).displayed)])
        return ImportedColumn(len({row.code for row in rows}), self._workspace.evaluation(preview.evaluation))

    def history(self, id_: str, column: Column) -> tuple[Imported, ...]:
        """Return the worksheets that were taken into a column, in the order of their coming."""
        return imports(self._workspace.evaluation(id_).state.folded, column)

    def _labels(self, instrument: Instrument) -> Mapping[str, str]:
        """Return the official texts that the office took: rows that moved are found by them as well as by ours."""
        official = self._workspace.editions.official(instrument.structure_digest)
        return {code: item.text for code, item in official.items()}

    def _warnings(self, id_: str, worksheet: Worksheet, column: Column) -> Sequence[str]:
        identity = self._workspace.evaluation(id_).state.identity
        return file_warnings(worksheet, self._satkers.get(identity.satker).name, identity.year, column)


def sheet_column(worksheet: Worksheet, column: Column) -> SheetColumn:
    """Return what a column of a worksheet says.

    Raises:
        InvalidInputError: the worksheet has no such column.
    """
    found = worksheet.column(column)
    if found is None:
        raise InvalidInputError(
            f"{worksheet.name} tidak memuat kolom {column.value}. Tidak ada yang diambil; pilih kolom lain."
        )
    return found


def file_warnings(worksheet: Worksheet, satker: str, year: int, column: Column) -> Sequence[str]:
    """Return what speaks against a worksheet being the one of this satker and year, and for this column."""
    warnings: list[str] = []
    if worksheet.unit and not same_name(worksheet.unit, satker):
        warnings.append(
            f"Lembar ini menyebut {clean_line(worksheet.unit)[:80]}, sedangkan evaluasi ini milik {satker}."
        )
    if worksheet.year and worksheet.year != year:
        warnings.append(f"Lembar ini untuk tahun {worksheet.year}, sedangkan evaluasi ini tahun {year}.")
    if worksheet.owner not in (None, column):
        warnings.append(
            f"Lembar ini menyebut isinya jawaban {WHOSE[worksheet.owner]}, sedangkan kolom yang dipilih untuk jawaban {WHOSE[column]}."
        )
    return warnings


def _plain(instrument: Instrument) -> Instrument:
    """Return an edition in the words that our own worksheets have, whatever words are shown."""
    return shipped().get(instrument.structure_digest, instrument)


def _chosen(preview: ImportPreview, ids: Collection[str]) -> Sequence[ImportRow]:
    known = {row.id for row in preview.rows}
    if unknown := sorted(set(ids) - known):
        raise InvalidInputError(
            f"Butir {clean_line(unknown[0])[:40]} tidak ada dalam pratinjau. Tidak ada yang tersimpan; periksa pilihannya."
        )
    return [row for row in preview.rows if row.id in ids]


def _source(preview: ImportPreview, provenance: Provenance, today: str) -> dict[str, Json]:
    received = clean_line(provenance.received) or today
    try:
        day = dt.date.fromisoformat(received).isoformat()
    except ValueError:
        day = ""
    if day != received:
        raise InvalidInputError(
            f"Tanggal terima {received[:20]} bukan tanggal (tahun-bulan-hari). Tidak ada yang tersimpan; betulkan tanggalnya."
        )
    sender, channel = clean_line(provenance.sender), clean_line(provenance.channel)
    if max(len(sender), len(channel)) > _LONGEST:
        raise InvalidInputError(
            f"Pengirim atau cara terima lebih dari {_LONGEST} karakter. Tidak ada yang tersimpan; ringkas dahulu."
        )
    return {
        "file": preview.digest, "name": clean_line(preview.file), "layout": preview.layout, "column": preview.column.value,
        "sender": sender, "channel": channel, "received": day,
    }  # fmt: skip


def _refuse_stale(preview: ImportPreview, rows: Sequence[ImportRow], folded: Folded) -> None:
    for row in rows:
        if any(folded.cell(cell).displayed != preview.displayed[cell] for cell in row.cells):
            raise StaleViewError(row.code)


def _filling(rows: Sequence[ImportRow], folded: Folded) -> dict[str, Json]:
    """Return what the rows state, the heads that they take the place of, and what TPI had judged by then."""
    filled: Mapping[str, Json] = {cell: value for row in rows for cell, value in row.cells.items()}
    replaced = {cell: list(folded.cell(cell).displayed) for cell in filled}
    judged = {row.code: list(folded.cell(cells.answer(Column.TPI, row.code)).displayed) for row in rows if row.judged}
    return {"cells": filled, "replaces": {cell: heads for cell, heads in replaced.items() if heads}, "judged": judged}


def _refuse_large(value: Json, file: str) -> None:
    if len(canonical.encode(value)) > canonical.MAX_LINE - _ROOM:
        raise InvalidInputError(
            f"Catatan dan tautan dalam {file} terlalu panjang untuk diambil sekaligus. Tidak ada yang tersimpan; "
            "pilih sebagian butir, lalu ambil sisanya dengan impor kedua."
        )
