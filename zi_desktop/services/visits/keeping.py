"""The day of a visit: what the team writes down, the two meetings, and what the berita acara says."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.events import Subject
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.shapes import fits
from zi_desktop.domain.visit import Attendant, VisitDay, VisitEntry
from zi_desktop.domain.visit_terms import KINDS, MEETINGS, PAPERS
from zi_desktop.services.closure import open_to_team
from zi_desktop.services.naming import question_of, whole_id
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import files
from zi_desktop.storage.evidence_files import AS_USUAL, EvidenceStore
from zi_desktop.storage.recorder import Statement

_HOUR: Final = re.compile(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])")
_TEXTS: Final = ("number", "place", "head_name", "head_nip", "head_position")


@dataclass(frozen=True, slots=True)
class EntryText:
    """What a person writes down; ``kind`` is a key of ``KINDS``, ``item`` a code or "", ``due`` an ISO date or ""."""

    kind: str
    text: str
    who: str = ""
    item: str = ""
    due: str = ""


class VisitKeeping:
    """Writes down the day. None of it is closed by a signature: minutes are signed in ink, promises come later."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def of(self, id_: str) -> VisitDay:
        """Return the day of an evaluation as it stands."""
        return VisitDay(self._workspace.evaluation(id_).state.folded)

    def add(self, id_: str, entry: EntryText, author: str = "") -> str:
        """Write something down and return its id.

        Raises:
            InvalidInputError: no text, an unknown kind, or a date that is none.
            NotFoundError: no such item.
        """
        ident = secrets.token_hex(16)
        self._put(id_, {cells.visit(ident, "entry"): self._checked(id_, entry)}, author)
        return ident

    def edit(self, id_: str, ident: str, changes: Mapping[str, str], author: str = "") -> None:
        """Change fields of an entry (names of ``EntryText``); what is not named stays.

        Raises:
            InvalidInputError: no text, an unknown kind, or a date that is none.
            NotFoundError: no such entry or item.
        """
        found = self._entry(id_, ident)
        entry = replace(EntryText(found.kind, found.text, found.who, found.item, found.due), **changes)
        self._put(id_, {cells.visit(ident, "entry"): self._checked(id_, entry)}, author)

    def close(self, id_: str, ident: str, *, done: bool = True, answer: str = "", author: str = "") -> None:
        """State that a question was answered or a document came, or open it again.

        Raises:
            NotFoundError: no such entry.
        """
        cell = cells.visit(self._entry(id_, ident).id, "closed")
        self._put(id_, {cell: {"done": done, "answer": clean_text(answer).strip()}}, author)

    def withdraw(self, id_: str, ident: str, *, withdrawn: bool = True, author: str = "") -> None:
        """Take an entry away that should not have been written, or put it back; its lines stay."""
        self._put(id_, {cells.visit(ident, "withdrawn"): withdrawn}, author)

    def meet(self, id_: str, key: str, fields: Mapping[str, str], author: str = "") -> None:
        """Set day, begin, end, place or notes of a meeting; what is not named stays.

        Raises:
            InvalidInputError: no such meeting, a date or an hour that is none.
        """
        cell = cells.meeting(_meeting(key))
        standing = self.of(id_).meeting(key)
        value = {name: getattr(standing, name) for name in ("day", "begin", "end", "place", "notes")}
        value |= {name: clean_text(text).strip() for name, text in fields.items()}
        value |= {name: _hour(name, value[name]) for name in ("begin", "end")}
        if not fits(cell, value):
            raise InvalidInputError("Tanggal pertemuan bukan tanggal. Tidak ada yang tersimpan.").at("day")
        self._put(id_, {cell: value}, author)

    def attend(self, id_: str, key: str, name: str, position: str = "", office: str = "", author: str = "") -> None:
        """Add somebody to those who were at a meeting; the same person is added once.

        Raises:
            InvalidInputError: no such meeting, or no name.
        """
        value = {"name": clean_line(name), "position": clean_line(position), "office": clean_line(office)}
        if not value["name"]:
            raise InvalidInputError("Peserta memerlukan nama. Tidak ada yang tersimpan.").at("name")
        here = self.of(id_).meeting(_meeting(key)).attendants
        if value not in [{"name": a.name, "position": a.position, "office": a.office} for a in here]:
            self._state(id_, Statement("add", cells.attendance(key), value), author)

    def dismiss(self, id_: str, key: str, attendant: Attendant, author: str = "") -> None:
        """Take somebody off a meeting who was not there."""
        value = {"retracts": [attendant.add]}
        self._state(id_, Statement("retract", cells.attendance(_meeting(key)), value, (attendant.add,)), author)

    def set_minutes(self, id_: str, fields: Mapping[str, str | bool], author: str = "") -> None:
        """Set fields of the berita acara (names of ``Minutes``); what is not named stays.

        Raises:
            InvalidInputError: a date that is none, or an unknown paper.
        """
        cleaned: dict[str, Json] = {
            name: value if isinstance(value, bool) else clean_line(value) if name in _TEXTS else clean_text(value).strip()
            for name, value in fields.items()
        }  # fmt: skip
        wrong = [name for name, value in cleaned.items() if not fits(cells.minutes(name), value)]
        if wrong:
            raise InvalidInputError(
                f"Tanggal berita acara bukan tanggal, atau kertasnya bukan {' atau '.join(PAPERS.values())}. "
                "Tidak ada yang tersimpan."
            ).at(wrong[0])
        self._put(id_, {cells.minutes(name): value for name, value in cleaned.items()}, author)

    def attach_minutes(self, id_: str, scan: Path, author: str = "") -> str:
        """Keep the signed copy of the berita acara and return its SHA-256. For a worker.

        Raises:
            EvidenceError: names what is wrong with the file; nothing of it is kept.
            FileWriteError: the store cannot be made.
        """
        open_to_team(self._workspace, id_)
        store = EvidenceStore(self._workspace.folder)
        store.prepare()
        taken = store.take(scan, AS_USUAL, lambda _: None)
        store.flush()
        value = {"sha256": taken.sha256, "name": taken.name, "size": taken.size, "type": taken.type}
        if value not in self.of(id_).scans:
            self._state(id_, Statement("add", cells.ATTACHED_MINUTES, value), author)
        return taken.sha256

    def save_scan(self, id_: str, place: Path) -> Path:
        """Write the signed copy that was attached last to a file, and return its place.

        Raises:
            NotFoundError: none was attached, or its bytes are not in this workspace.
            FileWriteError: it cannot be written.
        """
        found = self.of(id_).scans
        source = EvidenceStore(self._workspace.folder).path_of(found[-1]["sha256"]) if found else None
        if source is None or not source.is_file():
            raise NotFoundError(
                "Salinan berita acara tidak ada di ruang kerja ini. Tidak ada yang ditulis; lampirkan dahulu."
            )
        return files.copy_whole(source, place)

    def resolve(self, id_: str, named: str) -> str:
        """Return the whole id for the beginning of one.

        Raises:
            NotFoundError: it names none, or several.
        """
        return whole_id([entry.id for entry in self.of(id_).entries], named)

    def _entry(self, id_: str, ident: str) -> VisitEntry:
        found = next((entry for entry in self.of(id_).entries if entry.id == ident), None)
        if found is None:
            raise NotFoundError("Catatan ini tidak ada lagi. Tidak ada yang tersimpan; lihat daftarnya.")
        return found

    def _checked(self, id_: str, entry: EntryText) -> Json:
        value = {
            name: clean_text(text).strip() if name == "text" else clean_line(text)
            for name, text in asdict(entry).items()
        }
        if value["kind"] not in KINDS or not value["text"]:
            raise InvalidInputError("Catatan kunjungan memerlukan jenis dan isi. Tidak ada yang tersimpan.").at("text")
        if not fits(cells.visit("0" * 32, "entry"), value):
            raise InvalidInputError(f"Tenggat {value['due'][:40]} bukan tanggal. Tidak ada yang tersimpan.").at("due")
        if value["item"]:
            question_of(self._workspace.evaluation(id_).state.instrument, value["item"])
        return value

    def _put(self, id_: str, values: Mapping[str, Json], author: str) -> None:
        view = open_to_team(self._workspace, id_)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(Subject("evaluation", view.id), dict(values))

    def _state(self, id_: str, statement: Statement, author: str) -> None:
        view = open_to_team(self._workspace, id_)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(Subject("evaluation", view.id), [statement])


def open_items(state: EvaluationState) -> list[str]:
    """Return the items of the agenda: not answered by TPI, or marked for discussion."""
    answered = state.answers(Column.TPI)
    return [code for code in state.instrument.questions if code not in answered or state.marked(code)]


def _meeting(key: str) -> str:
    if key not in MEETINGS:
        raise InvalidInputError(f"Pertemuan ialah salah satu dari {', '.join(MEETINGS)}. Tidak ada yang tersimpan.")
    return key


def _hour(name: str, text: str) -> str:
    """Return an hour as papers write it: ``"9:5"`` is none, ``"9:05"`` is ``"09.05"``."""
    if not text:
        return ""
    found = _HOUR.fullmatch(text)
    if found is None:
        raise InvalidInputError(f"Pukul {text[:20]} bukan jam, misalnya 09.30. Tidak ada yang tersimpan.").at(name)
    return f"{int(found[1]):02}.{found[2]}"
