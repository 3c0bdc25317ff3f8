"""Settings: the agency (stated as events, so that laptops of one office agree) and the person at this laptop."""

import base64
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError, NotFoundError, ReportError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.identity import OFFICE_ID, person_id
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory, events, files, summaries
from zi_desktop.storage.directory import Person

OFFICE: Final = Subject("office", OFFICE_ID)
AGENCY_KEYS: Final = ("agency.name", "agency.letterhead", "agency.logo", "agency.word")
PERSON_KEYS: Final = ("person.name", "person.nip", "person.position")
KEYS: Final = (*AGENCY_KEYS, *PERSON_KEYS)
_DEFAULT_WORD: Final = "satuan kerja"
_LARGEST_LOGO: Final = 72 * 1024
"""In base64 it must fit into one text of a line."""
_LARGEST_PICTURE: Final = 4 * 1024 * 1024
_SAMPLE: Final = "demo"


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
        self._own: tuple[int, str] | None = None

    @property
    def writable(self) -> bool:
        """Tell whether anything may be kept."""
        return self._workspace.database.writable

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
            own, people = str(directory.settings(connection).get("person", "")), directory.people(connection)
            return people.get(self._workspace.joined().aliases.standing(own)) or people.get(own, Person("", ""))

    def author(self, named: str = "") -> str:
        """Return the id under which somebody states things: the person at this laptop, or the one named.

        Args:
            named: an id, NIP or full name of the directory; empty for the person at this laptop.

        Raises:
            NotFoundError: nobody of the directory is named so.
        """
        if not named:
            return self._own_id() or self._first_person()
        wanted, own = clean_line(named).casefold(), self.person()
        if wanted and wanted in (own.id, own.name.casefold()):
            return own.id
        people = self.people().values()
        found = {p.id for p in people if wanted in (p.id, p.name.casefold()) or (p.nip and _digits(wanted) == p.nip)}
        if wanted and len(found) == 1:
            return found.pop()
        why = (
            "dipakai beberapa orang; sebut NIP-nya"
            if found
            else "belum ada di daftar orang; masukkan lewat rencana kunjungan"
        )
        raise NotFoundError(f"Penilai “{clean_line(named)[:60]}” {why}. Tidak ada yang tersimpan.")

    @property
    def is_sample(self) -> bool:
        """Tell whether this workspace holds sample data: its papers are marked, and no real registry trusts them."""
        with self._workspace.database.reading() as connection:
            return bool(directory.settings(connection).get(_SAMPLE, False))

    def declare_sample(self) -> None:
        """State that this workspace holds sample data; it is never taken back."""
        with self._workspace.database.writing() as connection:
            directory.put_setting(connection, _SAMPLE, value=True)

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
            InvalidInputError: an unknown key, or a logo that is no PNG, damaged, or over 72 KB.
            FileReadError: the logo cannot be read.
        """
        if key in PERSON_KEYS:
            self._put_own(key.partition(".")[2], clean_line(value))
            return
        if key not in AGENCY_KEYS:
            raise InvalidInputError(
                f"Pengaturan {clean_line(key)[:40]} tidak dikenal. Tidak ada yang berubah; pilihannya {', '.join(KEYS)}."
            )
        with self._workspace.writing(self.author()) as transaction:
            transaction.put(OFFICE, {key.replace(".", "/"): _agency_value(key, value)})

    def put_person(self, name: str, nip: str = "", position: str = "") -> str:
        """Add a person to the directory, or complete the entry of the same person; return the id.

        Raises:
            InvalidInputError: no name.
        """
        given = Person("", clean_line(name), _digits(clean_line(nip)), clean_line(position))
        if not given.name:
            raise InvalidInputError("Nama orang kosong. Tidak ada yang tersimpan; isikan namanya.")
        known = _same([self.person(), *self.people().values()], given)
        if known:
            given = replace(given, id=known.id, nip=given.nip or known.nip, position=given.position or known.position)
        else:
            given = replace(given, id=person_id(given.nip, given.name))
        with self._workspace.database.writing() as connection:
            directory.put_person(connection, given)
        return given.id

    def _own_id(self) -> str:
        """Return the id of the person at this laptop as it stands now: a bundle may have brought the one that others use."""
        database = self._workspace.database
        if self._own is None or self._own[0] != database.writes or not database.writable:
            writes = database.writes
            with database.reading() as connection:
                self._own = writes, str(directory.settings(connection).get("person", ""))
        return self._own[1]

    def _first_person(self) -> str:
        """Make the entry of the person at this laptop, whose name comes later."""
        person = Person(str(uuid.uuid4()), "")
        with self._workspace.database.writing() as connection:
            directory.put_person(connection, person)
            directory.put_setting(connection, "person", person.id)
        return person.id

    def _put_own(self, field: str, value: str) -> None:
        """Set a field of the person at this laptop; who turns out to be somebody known becomes that person."""
        value = _digits(value) if field == "nip" else value
        own = self.person()
        if own.id and value == {"name": own.name, "nip": own.nip}.get(field):
            return
        established = own.id and any(self.teams(own.id))
        wanted = {"name": Person("", value, "" if established else own.nip), "nip": Person("", "", value)}.get(field)
        others = [p for p in self.people().values() if p.id != own.id and not (own.nip and p.nip == own.nip)]
        other = _same(others, wanted) if wanted else None
        left = ""
        free = bool(own.id) and not established and not self.has_judged(own.id)
        if field == "nip" and value and free:
            # Nothing was judged under it yet: other laptops know this person by the NIP.
            left = own.id
            own = replace(own, id=other.id if other else person_id(value, own.name))
            other = None
        if other and (established or not own.id):
            own, other = other, None  # the laptop went over to somebody else, or is named for the first time
        own = replace(own, **{field: value})
        if other:
            own = replace(
                own, name=own.name or other.name, nip=own.nip or other.nip, position=own.position or other.position
            )
        own = own if own.id else replace(own, id=person_id(own.nip, own.name))
        self.become(own, left)
        if other:
            self._take_place(other.id, own.id)

    def has_judged(self, person: str) -> bool:
        """Tell whether anything in an evaluation was stated here, or came here, in a person's name."""
        with self._workspace.database.reading() as connection:
            return events.has_written(connection, person, "evaluation")

    def become(self, own: Person, left: str = "") -> None:
        """Be this person from now on; the entry that is ``left`` was this person's all along."""
        with self._workspace.database.writing() as connection:
            directory.put_person(connection, own)
            directory.put_setting(connection, "person", own.id)
            if left and left != own.id:
                directory.drop_person(connection, left)
                owners = directory.settings(connection).get("certificates", {})
                moved = {sha256: own.id if owner == left else owner for sha256, owner in owners.items()}
                directory.put_setting(connection, "certificates", moved)

    def _take_place(self, other: str, own: str) -> None:
        """Put the id under which this laptop already wrote into the teams that know its person by another one."""
        self.rename(list(self.teams(other)), other, own, own)

    def rename(self, views: Sequence[EvaluationView], other: str, own: str, author: str) -> None:
        """Put the id ``own`` in the place of ``other`` in the teams of some evaluations, stated by ``author``."""
        with self._workspace.writing(author) as transaction:
            for view in views:
                team = [asdict(member) for member in view.state.plan.team]
                renamed = [
                    {**member, "areas": list(member["areas"]), "person": own if member["person"] == other else member["person"]}
                    for member in team
                ]  # fmt: skip
                transaction.put(Subject("evaluation", view.id), {"plan/team": renamed})

    def teams(self, person: str) -> Iterator[EvaluationView]:
        """Yield the evaluations, still open to changes, in whose team a person is."""
        with self._workspace.database.reading() as connection:
            ids = [row.id for row in summaries.evaluations(connection)]
        for view in map(self._workspace.evaluation, ids):
            if not view.state.read_only and person in {member.person for member in view.state.plan.team}:
                yield view


def _digits(nip: str) -> str:
    """Return a NIP without the spaces with which it is often written."""
    return "".join(nip.split())


def _same(people: Iterable[Person], wanted: Person) -> Person | None:
    """Return the entry of the same person: the same NIP, or the same name where one of them has no NIP yet."""
    people = list(people)
    same_nip = [person for person in people if person.nip and person.nip == wanted.nip]
    same_name = [
        person
        for person in people
        if wanted.name and person.name.casefold() == wanted.name.casefold() and not (person.nip and wanted.nip)
    ]
    return next(iter([*same_nip, *same_name]), None)


def _agency_value(key: str, value: str) -> Json:
    if key == "agency.letterhead":
        return [clean_line(line) for line in clean_text(value).replace("|", "\n").split("\n") if line.strip()]
    if key == "agency.logo":
        return _logo(value)
    return clean_line(value)


def _logo(path: str) -> str:
    if not path:
        return ""
    from zi_desktop.reports.logo import read_logo  # noqa: PLC0415 (reportlab loads only for a new logo)

    data = files.read_whole(Path(path), _LARGEST_PICTURE)
    try:
        read_logo(data)
    except ReportError as error:  # it speaks of a logo that is kept already
        raise InvalidInputError(
            f"{Path(path).name} bukan gambar PNG yang utuh, paling besar 72 KB dan 2.000 piksel. Logo tidak diganti; pilih gambar lain."
        ) from error
    if len(data) > _LARGEST_LOGO:
        raise InvalidInputError(
            "Logo instansi lebih besar dari 72 KB. Tidak ada yang berubah; perkecil gambarnya, lalu ulangi."
        )
    return base64.b64encode(data).decode()
