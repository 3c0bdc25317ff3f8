"""A folder of worksheets: each matched to its satker and looked at, then taken one by one; a bad file stops no other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Final

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.errors import FileReadError, InvalidInputError, NotFoundError, SealedError, ZiError
from zi_desktop.domain.identity import evaluation_id
from zi_desktop.domain.instrument import Column
from zi_desktop.services.closure import refuse_read_only
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.keeping import Evaluations
from zi_desktop.services.satkers.keeping import Satkers, Told
from zi_desktop.services.worksheets.importing import UNKNOWN, Importing, Provenance, file_warnings, sheet_column
from zi_desktop.services.worksheets.matching import Known, SatkerNames
from zi_desktop.services.worksheets.preview import ItemState
from zi_desktop.services.workspace import Workspace
from zi_desktop.worksheets.reading import Worksheet

_ENDINGS: Final = frozenset({".xlsx", ".xlsm", ".xls"})
"""Old ones are listed too: that they cannot be read is told, not passed over."""
_LOCKS: Final = ("~$", ".")
"""How the names of files begin that a spreadsheet program or the system keeps for itself."""

_UNSURE: Final = "Satker belum pasti; pilih salah satu."
_UNKNOWN: Final = "Satker tidak dikenali dari lembar maupun nama berkas; pilih satkernya."


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """Into which evaluations a folder goes; ``activity`` "" follows the predicate of each satker."""

    year: int
    column: Column
    activity: str = ""
    round: int = 1


@dataclass(frozen=True, slots=True)
class FolderRow:
    """One file of a folder.

    Attributes:
        file: where it is.
        satker: whose it is, if that is certain or was chosen.
        candidates: whom it resembles, if it is not certain.
        problem: why it is not taken as it is, a sentence; "" = it may be taken.
        doubts: what speaks against the sheet being the one of this satker and year, sentences; a person overruled them
            where there is no ``problem``.
        digest: SHA-256 of its bytes, or "" where it could not be read.
        layout: ``lampiran3``, ``portalrb`` or "".
        unit: the satker's name as the sheet tells it.
        evaluation: id of the evaluation that it goes into, or "".
        begins: whether taking it begins that evaluation.
        new: items that would be filled; ``changed``, ``same``, ``left`` (emptied or disputed: a person decides) likewise.
        refused: how many things of the sheet are never taken.
        faults: how many things are wrong with the sheet itself.
        before: total of the column as it stands, in points, or None.
        after: total after taking what is proposed, in points, or None.
    """

    file: Path
    satker: Known | None = None
    candidates: tuple[Known, ...] = ()
    problem: str = ""
    doubts: str = ""
    digest: str = ""
    layout: str = ""
    unit: str = ""
    evaluation: str = ""
    begins: bool = False
    new: int = 0
    changed: int = 0
    same: int = 0
    left: int = 0
    refused: int = 0
    faults: int = 0
    before: Fraction | None = None
    after: Fraction | None = None

    @property
    def ready(self) -> bool:
        """Tell whether there is something to take and nothing speaks against taking it."""
        return self.satker is not None and not self.problem and bool(self.new or self.changed)


@dataclass(frozen=True, slots=True)
class FolderPreview:
    """The files of a folder, by name."""

    folder: Path
    target: FolderTarget
    rows: tuple[FolderRow, ...]

    @property
    def ready(self) -> tuple[FolderRow, ...]:
        """Return the files that may be taken as they are."""
        return tuple(row for row in self.rows if row.ready)


@dataclass(frozen=True, slots=True)
class TakenFile:
    """What became of a file: items filled, or the sentence that says why nothing of it was taken."""

    file: Path
    evaluation: str
    items: int
    problem: str = ""


class FolderImporting:
    """Looks through folders of worksheets and takes them, one file in the memory at a time."""

    def __init__(self, workspace: Workspace, satkers: Satkers, evaluations: Evaluations, importing: Importing) -> None:
        self._workspace = workspace
        self._satkers = satkers
        self._evaluations = evaluations
        self._importing = importing

    def preview(self, folder: Path, target: FolderTarget, tell: Told) -> FolderPreview:
        """Read every worksheet below a folder and tell what taking it would do; nothing is written.

        Args:
            folder: is looked through with the folders in it.
            target: into which evaluations the files go.
            tell: gets (files done, files there are); what it raises stops the work.

        Raises:
            FileReadError: the folder cannot be read.
            InvalidInputError: there is no worksheet in it.
        """
        files = _files(folder)
        names = SatkerNames(self._satkers.list())
        rows = []
        for done, file in enumerate(files, start=1):
            rows.append(self._looked_at(file, names, target))
            tell(done, len(files))
        return FolderPreview(folder, target, tuple(_apart(rows)))

    def assign(self, row: FolderRow, satker: str, target: FolderTarget) -> FolderRow:
        """Return a row as it is once a person has said whose it is (id or code of a satker).

        What speaks against it is overruled only where the person had seen it: said of the row, with that satker.

        Raises:
            NotFoundError: there is no such satker.
        """
        unit = self._satkers.find(satker)
        try:
            chosen = self._effect(row, self._read(row.file, target), Known(unit.id, unit.code, unit.name), target)
            seen = (chosen.satker, chosen.doubts) == (row.satker, row.doubts)
            return chosen if seen else replace(chosen, problem=chosen.problem or chosen.doubts)
        except ZiError as error:
            return replace(row, problem=str(error))

    def apply(
        self,
        rows: Sequence[FolderRow],
        target: FolderTarget,
        tell: Told,
        provenance: Provenance = UNKNOWN,
        author: str = "",
    ) -> tuple[TakenFile, ...]:
        """Take files, each in a transaction of its own, and tell of each what became of it.

        Args:
            rows: as they were previewed or assigned; one that has a problem is not taken.
            target: as for the preview.
            tell: gets (files done, files there are); what it raises stops the work after the files already taken.
            provenance: where the folder came from.
            author: who takes it; empty = the person at this laptop.
        """
        taken = []
        for done, row in enumerate(rows, start=1):
            try:
                taken.append(self._take(row, target, provenance, author))
            except ZiError as error:
                taken.append(TakenFile(row.file, "", 0, str(error)))
            tell(done, len(rows))
        return tuple(taken)

    def _read(self, file: Path, target: FolderTarget) -> Worksheet:
        return self._importing.read(file, self._workspace.editions.for_year(target.year))

    def _looked_at(self, file: Path, names: SatkerNames, target: FolderTarget) -> FolderRow:
        row = FolderRow(file)
        try:
            worksheet = self._read(file, target)
            match = names.match(worksheet.unit, file.stem)
            row = _told(row, worksheet)
            if match.satker is None:
                return replace(row, candidates=match.candidates, problem=_UNSURE if match.candidates else _UNKNOWN)
            row = self._effect(row, worksheet, match.satker, target)
            return replace(row, problem=row.problem or row.doubts)
        except ZiError as error:
            return replace(row, problem=str(error))

    def _effect(self, row: FolderRow, worksheet: Worksheet, satker: Known, target: FolderTarget) -> FolderRow:
        """Return what taking a worksheet into the evaluation of a satker would do."""
        unit = self._satkers.get(satker.id)
        id_ = evaluation_id(satker.id, target.year, target.activity or unit.next_activity, target.round)
        doubts = " ".join(file_warnings(worksheet, satker.name, target.year, target.column))
        row = replace(_told(row, worksheet), satker=satker, candidates=(), problem="", doubts=doubts, evaluation=id_)
        try:
            view = self._workspace.evaluation(id_)
        except NotFoundError:
            return self._beginning(row, worksheet, target)
        try:
            refuse_read_only(view.state)
        except SealedError as error:
            return replace(row, problem=str(error))
        worksheet = self._of_edition(worksheet, row.file, view)
        preview = self._importing.compare(view, worksheet, target.column)
        return replace(
            row,
            new=len(preview.of(ItemState.NEW)),
            changed=len(preview.of(ItemState.CHANGED)),
            left=len(preview.rows) - len(preview.proposed),
            same=preview.same,
            refused=len(preview.refused),
            before=preview.total_before,
            after=preview.total_after,
        )

    def _beginning(self, row: FolderRow, worksheet: Worksheet, target: FolderTarget) -> FolderRow:
        """Return what a worksheet brings to an evaluation that is yet to begin."""
        sheet = sheet_column(worksheet, target.column)
        instrument = self._workspace.editions.for_year(target.year)
        card = self._workspace.editions.calculator(instrument.structure_digest).score(
            {code: given.answer for code, given in sheet.answers.items()}
        )
        filled = {*sheet.answers, *sheet.notes, *sheet.links}
        return replace(row, begins=True, new=len(filled), refused=len(sheet.refused), after=card.total)

    def _of_edition(self, worksheet: Worksheet, file: Path, view: EvaluationView) -> Worksheet:
        """Return a worksheet as the edition of an evaluation reads it, which may be an earlier one."""
        instrument = view.state.instrument
        newest = self._workspace.editions.for_year(view.state.identity.year)
        same = instrument.structure_digest == newest.structure_digest
        return worksheet if same else self._importing.read(file, instrument)

    def _take(self, row: FolderRow, target: FolderTarget, provenance: Provenance, author: str) -> TakenFile:
        if row.satker is None or row.problem:
            return TakenFile(row.file, "", 0, row.problem)
        worksheet = self._read(row.file, target)
        if worksheet.digest != row.digest:
            raise InvalidInputError(
                f"{row.file.name} berubah sejak dilihat. Tidak ada yang diambil; lihat folder itu sekali lagi."
            )
        id_ = self._evaluations.create(
            row.satker.id, target.year, activity=target.activity, round_=target.round, author=author
        )
        worksheet = self._of_edition(worksheet, row.file, self._workspace.evaluation(id_))
        preview = self._importing.preview(id_, worksheet, target.column)
        # What speaks against a file held it back in the preview, until a person said whose it is.
        done = self._importing.apply(preview, None, provenance, author, despite_warnings=True)
        return TakenFile(row.file, id_, done.items)


def _files(folder: Path) -> Sequence[Path]:
    try:
        if not folder.is_dir():
            raise FileReadError(str(folder), "bukan folder")
        found = [
            path
            for path in folder.rglob("*")
            if path.suffix.casefold() in _ENDINGS and not path.name.startswith(_LOCKS) and path.is_file()
        ]
    except OSError as error:
        raise FileReadError(str(folder), "tidak boleh dibuka") from error
    if not found:
        raise InvalidInputError(f"Folder {folder.name} tidak memuat lembar kerja Excel. Pilih folder lain.")
    return sorted(found, key=lambda path: (path.as_posix().casefold(), path.as_posix()))


def _told(row: FolderRow, worksheet: Worksheet) -> FolderRow:
    """Return a row with what its worksheet says of itself."""
    told = replace(row, digest=worksheet.digest, layout=worksheet.layout)
    return replace(told, unit=clean_line(worksheet.unit), faults=len(worksheet.faults))


def _apart(rows: Sequence[FolderRow]) -> Sequence[FolderRow]:
    """Mark files that belong to the same satker: which of them is the right one is for a person to say."""
    counts = Counter(row.satker.id for row in rows if row.satker)
    return [
        replace(
            row, problem=f"{counts[row.satker.id]} berkas menyebut satker ini; pilih salah satu. {row.doubts}".strip()
        )
        if row.satker and counts[row.satker.id] > 1
        else row
        for row in rows
    ]
