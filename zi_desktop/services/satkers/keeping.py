"""Satker: added by hand or from the Inspectorate's list, found by any code they ever had."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError, ListError, NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.identity import satker_id
from zi_desktop.domain.satker import Parent, Satker, satker_on
from zi_desktop.services.satkers.preview import ListPreview, PreviewedRow, RowState, compared
from zi_desktop.services.settings import Settings
from zi_desktop.services.summarising import LAST_DAY
from zi_desktop.services.transactions import Transaction
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import summaries
from zi_desktop.worksheets.satker_list import SatkerEntry, SatkerRow, check_entry, read_satker_list, read_satker_rows

Told = Callable[[int, int], object]
"""Gets how many rows of how many are done; what it raises stops the work, and nothing of it is kept."""


def _tell_nobody(_done: int, _whole: int) -> None:
    """Let nobody know."""


@dataclass(frozen=True, slots=True)
class ImportedSatkers:
    """What a list brought: how many satker were new, changed, and already the same."""

    new: int
    changed: int
    same: int


class Satkers:
    """The satker of a workspace."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def list(self, search: str = "") -> Sequence[Json]:
        """Return the satker whose name, code or Kanwil holds every word searched for, by code."""
        with self._workspace.database.reading() as connection:
            rows = [row.content for row in summaries.satkers(connection)]
        words = clean_line(search).casefold().split()
        return [row for row in rows if _holds(row, words)]

    def get(self, satker: str, day: str = "") -> Satker:
        """Return a satker by id as it was on a day (ISO), or as it is known last."""
        standing = self._workspace.joined().standing(satker)
        return satker_on(standing, self._workspace.folded(standing), day or LAST_DAY)

    def find(self, named: str) -> Satker:
        """Return the satker of that id or code; a code it had earlier finds it too.

        Raises:
            NotFoundError: there is none, or the code belongs to several agencies.
        """
        wanted = self._workspace.joined().standing(clean_line(named).casefold())
        rows = self.list()
        found = [row["id"] for row in rows if wanted in _present(row)]
        found = found or [row["id"] for row in rows if wanted in _former(row)]
        if len(found) == 1:
            return self.get(found[0])
        why = (
            "dimiliki beberapa satker; sebut id-nya" if found else "belum ada; impor daftar satker atau periksa kodenya"
        )
        raise NotFoundError(f"Satker {clean_line(named)[:60]} {why}. Tidak ada yang berubah.")

    def add(self, entry: SatkerEntry, author: str = "") -> Satker:
        """Add one satker, or correct the one with its code.

        Raises:
            InvalidInputError: what is missing or wrong.
        """
        try:
            check_entry(entry)
        except ListError as error:
            raise InvalidInputError(f"Satker belum dapat disimpan: {error}. Tidak ada yang tersimpan.") from error
        (id_, whole), *_ = self._identified([entry])
        with self._workspace.writing(self._settings.author(author)) as transaction:
            self._put(transaction, id_, whole)
        return self.get(id_)

    def import_list(self, path: Path, author: str = "") -> ImportedSatkers:
        """Take a whole list in one transaction; a list in which a row is wrong is not taken at all.

        Raises:
            ListError: names the rows that are wrong.
        """
        return self.take(read_satker_list(path), author)

    def preview_list(self, path: Path, tell: Told = _tell_nobody) -> ListPreview:
        """Tell of every row of a list what taking it would do; nothing is written.

        Raises:
            FileReadError: the file cannot be read.
            ListError: it is no list of satker at all.
        """
        rows, known, numbers = read_satker_rows(path), self._known(), dict[str, int]()
        previewed = []
        for done, row in enumerate(rows, start=1):
            previewed.append(self._previewed(row, known, numbers))
            tell(done, len(rows))
        return ListPreview(path.name, tuple(previewed))

    def take(self, entries: Sequence[SatkerEntry], author: str = "", tell: Told = _tell_nobody) -> ImportedSatkers:
        """Add or correct many satker in one transaction.

        Raises:
            ListError: two entries mean the same satker; nothing was taken.
        """
        identified = self._identified(entries)
        new = changed = 0
        with self._workspace.writing(self._settings.author(author)) as transaction:
            for done, (id_, entry) in enumerate(identified, start=1):
                existed, stated = self._put(transaction, id_, entry)
                new += not existed
                changed += existed and stated
                tell(done, len(identified))
        return ImportedSatkers(new, changed, len(identified) - new - changed)

    def archive(self, satker: str, *, archived: bool = True, author: str = "") -> None:
        """Take a satker out of the lists (or back); nothing of it is deleted."""
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(Subject("satker", satker), {"archived": archived})

    def _identified(self, entries: Sequence[SatkerEntry]) -> Sequence[tuple[str, SatkerEntry]]:
        """Return each entry with its agency and the id of its satker: given, found by a code of any time, or new.

        Raises:
            ListError: two entries mean the same satker, one of them by a code that it had earlier.
        """
        known = self._known()
        found: dict[str, SatkerEntry] = {}
        for entry in entries:
            id_, whole = self._identify(entry, known)
            if id_ in found:
                raise ListError(
                    f"Kode {found[id_].code} dan {whole.code} menunjuk satker yang sama. Tidak ada yang diambil; "
                    "hapus salah satunya, atau isi kolom id bila keduanya satker yang berbeda."
                )
            found[id_] = whole
        return list(found.items())

    def _identify(self, entry: SatkerEntry, known: Mapping[tuple[str, str], str]) -> tuple[str, SatkerEntry]:
        whole = replace(entry, agency=entry.agency or self._settings.agency.name)
        key = whole.agency.casefold(), whole.code.casefold()
        return self._workspace.joined().standing(whole.id) or known.get(key) or satker_id(
            whole.agency, whole.code
        ), whole

    def _previewed(self, row: SatkerRow, known: Mapping[tuple[str, str], str], numbers: dict[str, int]) -> PreviewedRow:
        if row.entry is None:
            return PreviewedRow(row.number, row.code, row.name, RowState.BAD, problem=row.problem)
        id_, entry = self._identify(row.entry, known)
        if (first := numbers.setdefault(id_, row.number)) != row.number:
            problem = f"menunjuk satker yang sama dengan baris {first}"
            return PreviewedRow(row.number, row.code, row.name, RowState.BAD, problem=problem)
        folded = self._workspace.folded(id_)
        if not len(folded):
            return PreviewedRow(row.number, row.code, row.name, RowState.NEW, entry)
        standing = satker_on(id_, folded, LAST_DAY)
        changes = compared(_cells(entry, standing, folded, self._workspace.today), standing)
        state = RowState.CHANGED if changes else RowState.SAME
        return PreviewedRow(row.number, row.code, row.name, state, entry, changes)

    def _known(self) -> Mapping[tuple[str, str], str]:
        """Return the ids by (agency, code), former codes included, current ones winning."""
        rows = self.list()
        former = {(row["agency"].casefold(), code): row["id"] for row in rows for code in _former(row)}
        return former | {(row["agency"].casefold(), row["code"].casefold()): row["id"] for row in rows}

    def _put(self, transaction: Transaction, id_: str, entry: SatkerEntry) -> tuple[bool, bool]:
        """State what an entry says; return whether the satker was there before, and whether anything was stated."""
        subject, before = Subject("satker", id_), len(transaction.made)
        folded = transaction.folded(subject)
        transaction.put(subject, _cells(entry, satker_on(id_, folded, LAST_DAY), folded, self._workspace.today))
        return len(folded) > 0, len(transaction.made) > before


def _cells(entry: SatkerEntry, standing: Satker, folded: Folded, today: str) -> dict[str, object]:
    """Return the dated cells that an entry sets: what it gives and is not so yet, from today on."""
    parent = Parent(entry.agency, entry.eselon1 or standing.parent.eselon1, entry.kanwil or standing.parent.kanwil)
    pairs = {
        "code": (entry.code, standing.code), "name": (entry.name, standing.name), "kind": (entry.kind, standing.kind),
        "parent": (asdict(parent), asdict(standing.parent)), "other_code": (entry.other_code, standing.other_code),
    }  # fmt: skip
    cells: dict[str, object] = {
        # A clock that was set back must not hide what is stated now behind what was stated before.
        f"{name}/{max([today, *folded.below(name)])}": given
        for name, (given, stands) in pairs.items()
        if given and given != stands
    }
    return cells | ({f"predicate/{entry.predicate_year}": entry.predicate} if entry.predicate else {})


def _present(row: Json) -> tuple[str, ...]:
    return row["id"], row["code"].casefold(), row["other_code"].casefold()


def _former(row: Json) -> Sequence[str]:
    return [code.casefold() for code in row["codes"]]


def _holds(row: Json, words: Sequence[str]) -> bool:
    text = f"{row['name']} {row['code']} {row['other_code']} {row['kanwil']} {row['kind']}".casefold()
    return all(word in text for word in words)
