"""Satker: added by hand or from the Inspectorate's list, found by any code they ever had."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zi_desktop.domain.border import clean_line
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError, ListError, NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.identity import satker_id
from zi_desktop.domain.satker import Satker, satker_on
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Transaction, Workspace
from zi_desktop.storage import summaries
from zi_desktop.worksheets.satker_list import SatkerEntry, check_entry, read_satker_list


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
        """Return a satker by id as it was on a day (ISO; today unless said)."""
        return satker_on(satker, self._workspace.folded(satker), day or self._workspace.today)

    def find(self, named: str) -> Satker:
        """Return the satker of that id or code; a code it had earlier finds it too.

        Raises:
            NotFoundError: there is none, or the code belongs to several agencies.
        """
        wanted = clean_line(named).casefold()
        found = [
            row["id"]
            for row in self.list()
            if wanted in (row["id"], row["code"].casefold(), row["other_code"].casefold())
        ]
        if not found:
            found = [row["id"] for row in self.list() if wanted in self._codes(row["id"])]
        if len(found) != 1:
            why = (
                "ada pada beberapa instansi; sebut id-nya"
                if found
                else "belum ada; impor daftar satker atau periksa kodenya"
            )
            raise NotFoundError(f"Satker {clean_line(named)} {why}. Tidak ada yang berubah.")
        return self.get(found[0])

    def add(self, entry: SatkerEntry, author: str = "") -> Satker:
        """Add one satker, or correct the one with its code.

        Raises:
            InvalidInputError: what is missing or wrong.
        """
        try:
            check_entry(entry)
        except ListError as error:
            raise InvalidInputError(f"Satker belum dapat disimpan: {error}. Tidak ada yang tersimpan.") from error
        known = self._known()
        with self._workspace.writing(self._settings.author(author)) as transaction:
            satker, _ = self._put(transaction, entry, known)
        return self.get(satker)

    def import_list(self, path: Path, author: str = "") -> ImportedSatkers:
        """Take a whole list in one transaction; a list in which a row is wrong is not taken at all.

        Raises:
            ListError: names the rows that are wrong.
        """
        entries = read_satker_list(path)
        known = self._known()
        new = changed = 0
        with self._workspace.writing(self._settings.author(author)) as transaction:
            for entry in entries:
                before = len(transaction.made)
                _, existed = self._put(transaction, entry, known)
                new += not existed
                changed += existed and len(transaction.made) > before
        return ImportedSatkers(new, changed, len(entries) - new - changed)

    def archive(self, satker: str, *, archived: bool = True, author: str = "") -> None:
        """Take a satker out of the lists (or back); nothing of it is deleted."""
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(Subject("satker", satker), {"archived": archived})

    def _known(self) -> Mapping[tuple[str, str], str]:
        """Return the ids by (agency, code), former codes included, current ones winning."""
        known: dict[tuple[str, str], str] = {}
        for row in self.list():
            for code in self._codes(row["id"]):
                known.setdefault((row["agency"].casefold(), code), row["id"])
        known.update({(row["agency"].casefold(), row["code"].casefold()): row["id"] for row in self.list()})
        return known

    def _codes(self, satker: str) -> frozenset[str]:
        below = self._workspace.folded(satker).below("code")
        return frozenset(str(cell.value).casefold() for cell in below.values())

    def _put(
        self, transaction: Transaction, entry: SatkerEntry, known: Mapping[tuple[str, str], str]
    ) -> tuple[str, bool]:
        """State what an entry says; return the satker's id and whether it was there before."""
        entry = replace(entry, agency=entry.agency or self._settings.agency.name)
        key = (entry.agency.casefold(), entry.code.casefold())
        id_ = entry.id or known.get(key) or satker_id(entry.agency, entry.code)
        subject = Subject("satker", id_)
        existed = len(transaction.folded(subject)) > 0
        transaction.put(subject, self._cells(entry, id_, existed=existed))
        return id_, existed

    def _cells(self, entry: SatkerEntry, id_: str, *, existed: bool) -> dict[str, object]:
        """Return the dated cells that an entry sets: only what differs from today, from today on."""
        today = self._workspace.today
        parent = {"agency": entry.agency, "eselon1": entry.eselon1, "kanwil": entry.kanwil}
        wanted = {
            "code": entry.code, "name": entry.name, "kind": entry.kind, "parent": parent, "other_code": entry.other_code,
        }  # fmt: skip
        cells: dict[str, object] = {f"{name}/{today}": value for name, value in wanted.items() if value}
        if existed:
            now = self.get(id_)
            standing = {
                "code": now.code, "name": now.name, "kind": now.kind, "other_code": now.other_code,
                "parent": {"agency": now.parent.agency, "eselon1": now.parent.eselon1, "kanwil": now.parent.kanwil},
            }  # fmt: skip
            cells = {name: value for name, value in cells.items() if value != standing[name.partition("/")[0]]}
        if entry.predicate:
            cells[f"predicate/{entry.predicate_year}"] = entry.predicate
        return cells


def _holds(row: Json, words: Sequence[str]) -> bool:
    text = f"{row['name']} {row['code']} {row['other_code']} {row['kanwil']} {row['kind']}".casefold()
    return all(word in text for word in words)
