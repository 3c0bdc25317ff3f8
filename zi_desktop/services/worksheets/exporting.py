"""Worksheets that leave the program: filled workbooks in both layouts, and the portal's JSON."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.evidence import Evidence, EvidenceLink
from zi_desktop.domain.evidence_terms import STATE_TITLES
from zi_desktop.domain.heads import Head
from zi_desktop.domain.instrument import Column
from zi_desktop.services.satkers.keeping import Satkers
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import files
from zi_desktop.storage.directory import Person
from zi_desktop.worksheets.filling import EvidenceRow, Filling, Opinion
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.portalrb_json import unit_answers, unit_list
from zi_desktop.worksheets.workbook_writer import write_workbook

_ENDINGS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".json", ".pdf"})
"""What a program goes by when it opens a file; any other ending is part of the name."""


class ExportLayout(StrEnum):
    """What an evaluation can be exported as."""

    LAMPIRAN3 = "lampiran3"
    PORTALRB = "portalrb"
    PORTALRB_JSON = "portalrb-json"

    @property
    def suffix(self) -> str:
        """Return how such a file's name ends."""
        return ".json" if self is ExportLayout.PORTALRB_JSON else ".xlsx"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file on disk: its digest, and what is open in it.

    ``unanswered`` counts the items without an answer in ``column``, the one that is scored. ``disputed`` are the items on which
    opinions of one column differ: no answer counts until a person has decided, so the file shows none, and its total may
    be below that of the program, which counts the lowest.
    """

    file: Path
    sha256: str
    unanswered: int
    disputed: tuple[str, ...]
    column: Column = Column.TPI


class Exporting:
    """Writes worksheets of a workspace. Importing this module loads the library that writes workbooks."""

    def __init__(self, workspace: Workspace, settings: Settings, satkers: Satkers) -> None:
        self._workspace = workspace
        self._settings = settings
        self._satkers = satkers

    def export(self, id_: str, layout: ExportLayout, path: Path, column: Column = Column.TPI) -> Exported:
        """Write an evaluation as a file; a signed one as it was signed.

        Args:
            id_: whole id of the evaluation.
            layout: of the file.
            path: where it is to stand.
            column: whose opinion Lampiran III shows, which has room for one; the others show the unit's and TPI's.

        Raises:
            NotFoundError: there is no such evaluation.
            UnplacedEditionError: nobody knows the rows of its edition in this layout; the JSON needs none.
            InvalidInputError: the name has the ending of another kind of file.
            FileWriteError: the file cannot be written.
        """
        _refuse_other_ending(path, layout.suffix)
        filling = self.filling(id_)
        if layout is ExportLayout.PORTALRB_JSON:
            data = unit_answers(filling)
        else:
            data = write_workbook(filling, Layout(layout.value), column)
        shown = (column,) if layout is ExportLayout.LAMPIRAN3 else (Column.MANDIRI, Column.TPI)
        state = self._workspace.evaluation(id_).as_sealed().state
        disputed = {code for each in shown for code in state.disputed(each)}
        return Exported(
            file=files.write_whole(path, data),
            sha256=hashlib.sha256(data).hexdigest(),
            unanswered=len(state.instrument.questions) - len(state.answers(shown[-1])),
            disputed=tuple(code for code in state.instrument.questions if code in disputed),
            column=shown[-1],
        )

    def export_units(self, ids: Sequence[str], path: Path) -> Exported:
        """Write the list of units that the portal takes, from evaluations of one year.

        Raises:
            InvalidInputError: no evaluation, evaluations of several years, two of one satker, or a name with the ending
                of another kind of file.
            FileWriteError: the file cannot be written.
        """
        _refuse_other_ending(path, ExportLayout.PORTALRB_JSON.suffix)
        fillings = [self.filling(id_) for id_ in ids]
        if len({filling.year for filling in fillings}) != 1:
            raise InvalidInputError(
                "Daftar unit memuat satker dari satu tahun. Tidak ada yang ditulis; pilih evaluasi dari tahun yang sama."
            )
        if len({filling.unit_id for filling in fillings}) < len(fillings):
            raise InvalidInputError(
                "Satu satker terpilih dua kali. Tidak ada yang ditulis; pilih satu evaluasi untuk setiap satker."
            )
        data = unit_list(fillings)
        return Exported(files.write_whole(path, data), hashlib.sha256(data).hexdigest(), 0, ())

    def filling(self, id_: str) -> Filling:
        """Return what is written of an evaluation: official notes of each column, never the internal ones.

        Raises:
            NotFoundError: there is none of that id.
        """
        state = self._workspace.evaluation(id_).as_sealed().state
        day = state.plan.last_day or self._workspace.today
        satker = self._satkers.get(state.identity.satker, day)
        people = self._settings.people()
        return Filling(
            instrument=state.instrument,
            unit=satker.name,
            unit_id=satker.id,
            unit_word=self._settings.agency.word,
            year=state.identity.year,
            target=state.plan.target,
            as_of=max(dt.datetime.fromisoformat(event.wall) for event in state.folded.events),
            opinions={column: _opinion(state, column, people) for column in Column},
            evidence=_evidence(state),
            sample=self._settings.is_sample,
        )


def _refuse_other_ending(path: Path, suffix: str) -> None:
    ending = path.suffix.casefold()
    if ending in _ENDINGS - {suffix}:
        raise InvalidInputError(
            f"{path.name} berakhiran {ending}, sedangkan susunan ini menjadi berkas {suffix}. Tidak ada yang ditulis; "
            "ganti nama berkasnya atau pilih susunan lain."
        )


def _opinion(state: EvaluationState, column: Column, people: Mapping[str, Person]) -> Opinion:
    codes = state.instrument.questions
    notes = {code: _joined(state.notes(column, code), people) for code in codes}
    links = {code: _lines(state.links(column, code)) for code in codes}
    return Opinion(state.answers(column), _given(notes), _given(links))


def _given(texts: Mapping[str, str]) -> dict[str, str]:
    return {code: text for code, text in texts.items() if text}


def _lines(heads: Sequence[Head]) -> str:
    """Return evidence links as one text, each once."""
    return "\n".join(dict.fromkeys(head.value["text"] for head in heads))


def _evidence(state: EvaluationState) -> tuple[EvidenceRow, ...]:
    placed = Evidence(state.folded).by_place
    return tuple(
        EvidenceRow(code, link.file.name, link.file.size, _thought(link))
        for code in state.instrument.questions
        for link in placed.get(code, ())
    )


def _thought(link: EvidenceLink) -> str:
    return "Beda penilaian" if link.judged.disputed else STATE_TITLES[link.judged.value]


def _joined(heads: Sequence[Head], people: Mapping[str, Person]) -> str:
    """Return the notes of an item as one text; where several people wrote, each under a name."""
    if len(heads) == 1:
        return str(heads[0].value["text"])
    unnamed = Person("", "")
    named = [(people.get(head.author, unnamed).name or "Tanpa nama", head.value["text"]) for head in heads]
    return "\n".join(f"{name}: {text}" for name, text in named)
