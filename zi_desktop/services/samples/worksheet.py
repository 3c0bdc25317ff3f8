"""The worksheets of the sample visit: the one that the unit sent, taken before the visit, and the one written after it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from zi_desktop import paths
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services
from zi_desktop.services.worksheets.exporting import ExportLayout
from zi_desktop.services.worksheets.importing import Provenance
from zi_desktop.storage import files
from zi_desktop.worksheets.answer_list import read_answer_list
from zi_desktop.worksheets.filling import Opinion
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.workbook_writer import write_workbook

_SENT: Final = "LKE mandiri contoh.xlsx"
_WRITTEN: Final = "LKE hasil penilaian contoh.xlsx"
_FROM: Final = Provenance("Tim kerja ZI satker contoh", "Surel", "2026-10-26")


def take_sample_worksheet(services: Services, id_: str) -> Path:
    """Write the worksheet of the unit as it would have sent it, take its column Mandiri; return where it is."""
    instrument = services.evaluations.open(id_).state.instrument
    entries = read_answer_list(paths.resources() / "sample" / "mandiri.csv", instrument)
    opinion = Opinion(
        {entry.code: entry.answer for entry in entries if entry.answer},
        {entry.code: entry.note for entry in entries if entry.note},
    )
    filling = replace(services.exporting.filling(id_), opinions={Column.MANDIRI: opinion})
    data = write_workbook(filling, Layout.LAMPIRAN3, Column.MANDIRI)
    file = files.write_whole(services.workspace.folder / _SENT, data)
    worksheet = services.importing.read(file, instrument)
    services.importing.apply(services.importing.preview(id_, worksheet, Column.MANDIRI), None, _FROM)
    return file


def write_sample_worksheet(services: Services, id_: str) -> Path:
    """Write the worksheet with the unit's and TPI's answers, as it goes on to the portal; return where it is."""
    target = services.workspace.folder / _WRITTEN
    return services.exporting.export(id_, ExportLayout.PORTALRB, target).file
