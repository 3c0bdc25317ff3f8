"""Settings: the agency (stated as events, so that laptops of one office agree) and the person at this laptop."""

import base64
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import FileReadError, InvalidInputError, NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.identity import OFFICE_ID, person_id
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory
from zi_desktop.storage.directory import Person

OFFICE: Final = Subject("office", OFFICE_ID)
AGENCY_KEYS: Final = ("agency.name", "agency.letterhead", "agency.logo", "agency.word")
PERSON_KEYS: Final = ("person.name", "person.nip", "person.position")
KEYS: Final = (*AGENCY_KEYS, *PERSON_KEYS)
_DEFAULT_WORD: Final = "satuan kerja"
_LARGEST_LOGO: Final = 200 * 1024


@dataclass(frozen=True, slots=True)
class Agency:
    """The Inspectorate as its papers name it; ``logo`` is a PNG in base64 or ""."""

    name: str
    letterhead: tuple[str, ...]
    logo: str
    word: str


class Settings:
    """Reads and writes settings of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._author = ""

    @property
    def agency(self) -> Agency:
        """Return the agency."""
        values = {name: cell.value for name, cell in self._workspace.folded(OFFICE_ID).below("agency").items()}
        letterhead = tuple(values.get("letterhead") or ())
        return Agency(
            values.get("name") or "", letterhead, values.get("logo") or "", values.get("word") or _DEFAULT_WORD
        )

    def people(self) -> Mapping[str, Person]:
        """Return the directory of persons by id."""
        with self._workspace.database.reading() as connection:
            return directory.people(connection)

    def person(self) -> Person:
        """Return the person at this laptop; without a name until one is set."""
        with self._workspace.database.reading() as connection:
            chosen = directory.settings(connection).get("person", "")
            return directory.people(connection).get(chosen, Person("", ""))

    def author(self, named: str = "") -> str:
        """Return the id under which somebody states things: the person at this laptop, or the one named.

        Args:
            named: an id, NIP or full name of the directory; empty for the person at this laptop.

        Raises:
            NotFoundError: nobody of the directory is named so.
        """
        if not named:
            self._author = self._author or self.person().id or self._first_person()
            return self._author
        wanted = clean_line(named).casefold()
        for person in self.people().values():
            if wanted in (person.id, person.nip, person.name.casefold()):
                return person.id
        raise NotFoundError(
            f"{clean_line(named)} belum ada di daftar orang. Masukkan lewat rencana kunjungan, lalu ulangi."
        )

    def values(self) -> dict[str, Json]:
        """Return every setting by key."""
        agency, person = self.agency, self.person()
        return {
            "agency.name": agency.name, "agency.letterhead": list(agency.letterhead), "agency.logo": bool(agency.logo),
            "agency.word": agency.word, "person.name": person.name, "person.nip": person.nip,
            "person.position": person.position,
        }  # fmt: skip

    def put(self, key: str, value: str) -> None:
        """Set one setting. A letterhead takes its lines divided by line ends or ``|``; a logo the path of a PNG file.

        Raises:
            InvalidInputError: an unknown key or a value that the key does not take.
        """
        if key in PERSON_KEYS:
            self._put_person(key.partition(".")[2], clean_line(value))
            return
        if key not in AGENCY_KEYS:
            raise InvalidInputError(f"Pengaturan {clean_line(key)} tidak dikenal. Yang ada: {', '.join(KEYS)}.")
        with self._workspace.writing(self.author()) as transaction:
            transaction.put(OFFICE, {key.replace(".", "/"): _agency_value(key, value)})

    def put_person(self, name: str, nip: str = "", position: str = "") -> str:
        """Add a person to the directory, or complete the entry of the same person; return the id.

        Raises:
            InvalidInputError: no name.
        """
        given = Person("", clean_line(name), clean_line(nip), clean_line(position))
        if not given.name:
            raise InvalidInputError("Nama orang kosong. Tidak ada yang tersimpan; isikan namanya.")
        with self._workspace.database.writing() as connection:
            known = _same(directory.people(connection).values(), given)
            person = replace(
                given,
                id=known.id if known else person_id(given.nip, given.name),
                nip=given.nip or (known.nip if known else ""),
            )
            directory.put_person(connection, person)
            return person.id

    def _first_person(self) -> str:
        """Make the entry of the person at this laptop, whose name comes later."""
        person = Person(str(uuid.uuid4()), "")
        with self._workspace.database.writing() as connection:
            directory.put_person(connection, person)
            directory.put_setting(connection, "person", person.id)
        return person.id

    def _put_person(self, field: str, value: str) -> None:
        own = self.person()
        named = own if own.id else Person("", **{"name": "", field: value})
        with self._workspace.database.writing() as connection:
            # The id never follows a corrected name: earlier lines keep their author.
            known = own if own.id else _same(directory.people(connection).values(), named)
            person = known or replace(named, id=person_id(named.nip, named.name))
            directory.put_person(connection, replace(person, **{field: value}))
            directory.put_setting(connection, "person", person.id)


def _same(people: Iterable[Person], wanted: Person) -> Person | None:
    """Return the entry of the same person: the same NIP, or the same name where one of them has no NIP yet."""
    for person in people:
        both = person.nip and wanted.nip
        if (both and person.nip == wanted.nip) or (
            not both and wanted.name and person.name.casefold() == wanted.name.casefold()
        ):
            return person
    return None


def _agency_value(key: str, value: str) -> Json:
    if key == "agency.letterhead":
        return [clean_line(line) for line in clean_text(value).replace("|", "\n").split("\n") if line.strip()]
    if key == "agency.logo":
        return _logo(value)
    return clean_line(value)


def _logo(path: str) -> str:
    if not path:
        return ""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise FileReadError(path, error.strerror or "tidak ditemukan") from error
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or len(data) > _LARGEST_LOGO:
        raise InvalidInputError("Logo harus berupa PNG paling besar 200 KB. Tidak ada yang berubah; pilih berkas lain.")
    return base64.b64encode(data).decode()
