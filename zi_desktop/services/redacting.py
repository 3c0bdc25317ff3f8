"""Redaction: what should never have been written down loses its content here and, by the next bundle, everywhere."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.events import Event, Subject
from zi_desktop.domain.fold import Folded, fold
from zi_desktop.domain.redactions import KIND, act_value, entitled, leads, redactable
from zi_desktop.services import emptied_lines
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import events
from zi_desktop.storage.database import BACKUP_FOLDER
from zi_desktop.storage.recorder import Statement
from zi_desktop.storage.replacement import SET_ASIDE_FOLDER

_SHORTEST: Final = 6
"""Digits of a hash by which a person names a line."""


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line that could lose its content.

    ``text`` is what stands in it; ``stands``: it is what the cell shows now; ``allowed``: the person at this laptop may
    take it away.
    """

    hash: str
    cell: str
    author: str
    wall: str
    text: str
    stands: bool
    allowed: bool


@dataclass(frozen=True, slots=True)
class Emptied:
    """What was done: the lines, and copies of the workspace on this laptop that were made before and still hold them."""

    lines: tuple[WrittenLine, ...]
    copies: tuple[Path, ...]


class Redacting:
    """Takes the content of lines away; ``id_`` is an evaluation or a satker, whole."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def lines(self, id_: str, author: str = "") -> Sequence[WrittenLine]:
        """Return the lines that could lose their content, by cell, older ones first.

        Raises:
            NotFoundError: nothing is known of that id.
        """
        _, known = self._known(id_)
        folded, led = fold(known), leads(known)
        person = author or self._settings.person().id
        found = sorted((event for event in known if redactable(event)), key=_in_time)
        return [_written(event, folded, person, led) for event in found]

    def after(self, id_: str, hashes: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return what the cells of these lines would show without them, by cell; nothing is changed.

        Raises:
            NotFoundError: nothing is known of that id.
        """
        _, known = self._known(id_)
        folded, touched = fold(known), sorted({event.cell for event in known if event.hash in hashes})
        return {
            cell: tuple(_text(head.value) for head in folded.cell(cell).heads if head.hash not in hashes)
            for cell in touched
        }

    def redact(self, id_: str, named: Collection[str], reason: str, author: str = "") -> Emptied:
        """Take the content of lines away for good; sealed and archived evaluations are no exception.

        Signed reports, copies of the workspace and bundles that were written before are not changed by it.

        Args:
            id_: the evaluation or satker.
            named: the lines by hash, or by its beginning.
            reason: why; it is kept and travels, so it must not repeat what is taken away.
            author: who does it; empty = the person at this laptop.

        Raises:
            NotFoundError: nothing is known of that id, or no such line.
            InvalidInputError: no reason, a line that must stay, or somebody who may not.
        """
        person, why = self._settings.author(author), clean_text(reason).strip()
        chosen = self.chosen(id_, named, person)
        if not why:
            raise InvalidInputError("Penghapusan isi memerlukan alasan. Tidak ada yang berubah.")
        foreign = [line for line in chosen if not line.allowed]
        if foreign:
            raise InvalidInputError(
                f"Isi tulisan {foreign[0].hash[:8]} hanya dapat dihapus oleh penulisnya atau ketua tim. Tidak ada yang berubah."
            )
        subject, lines = self._known(id_)
        known = {event.hash: event for event in lines}
        with self._workspace.writing(person) as transaction:
            transaction.state(
                subject,
                [Statement(KIND, cells.redaction(line.hash), act_value(known[line.hash], why)) for line in chosen],
            )
            emptied_lines.carry_out(transaction.connection, subject.id)
        self._workspace.wipe()
        return Emptied(tuple(chosen), self._copies())

    def chosen(self, id_: str, named: Collection[str], author: str = "") -> Sequence[WrittenLine]:
        """Return the lines that a person named by the beginnings of their hashes.

        Raises:
            NotFoundError: nothing is known of that id, or a name fits no line, or several.
        """
        found = []
        lines = self.lines(id_, author)
        for name in dict.fromkeys(clean_line(each).casefold() for each in named):
            fitting = [line for line in lines if len(name) >= _SHORTEST and line.hash.startswith(name)]
            if len(fitting) != 1:
                raise NotFoundError(
                    f"Tulisan {name[:16]} tidak ada di antara yang isinya dapat dihapus. Tidak ada yang berubah; "
                    "lihat daftarnya. Jawaban, penilaian, rencana dan tanda tangan tidak dihapus isinya."
                )
            found += [line for line in fitting if line not in found]
        return found

    def _known(self, id_: str) -> tuple[Subject, list[Event]]:
        with self._workspace.database.reading() as connection:
            known = events.load(connection, [id_])
        if not known:
            raise NotFoundError(f"{clean_line(id_)[:60]} tidak ada di ruang kerja ini. Tidak ada yang berubah.")
        return known[0].subject, known

    def _copies(self) -> tuple[Path, ...]:
        folder = self._workspace.folder
        places = [folder / BACKUP_FOLDER, folder / SET_ASIDE_FOLDER]
        return tuple(sorted(path for place in places for path in place.rglob("*.db") if path.is_file()))


def _in_time(event: Event) -> tuple[str, str, str, int, str]:
    return event.cell, event.wall, event.stream, event.seq, event.hash


def _written(event: Event, folded: Folded, person: str, led: Collection[str]) -> WrittenLine:
    stands = any(head.hash == event.hash for head in folded.cell(event.cell).heads)
    return WrittenLine(
        event.hash,
        event.cell,
        event.author,
        event.wall,
        _text(event.value),
        stands,
        entitled(person, event.author, event.subject, led),
    )


def _text(value: Json) -> str:
    """Return what a person wrote in a value, in one line."""
    return clean_line(" · ".join(_texts(value)))


def _texts(value: Json) -> Iterable[str]:
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict):
        for key in sorted(value):
            yield from _texts(value[key])
