"""Taking official files: their wording for an edition that is known, or a new edition with what it changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zi_desktop.domain import canonical
from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.errors import InstrumentError, InvalidInputError, NotFoundError
from zi_desktop.domain.instrument import Instrument
from zi_desktop.domain.instrument_changes import EditionChanges, compare
from zi_desktop.domain.instrument_derivation import derive
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.domain.instrument_master import Master, MasterError
from zi_desktop.domain.instrument_wording import ItemWording, Wording, fitting, unworded
from zi_desktop.services.editions import BUILT_IN, Editions, shipped
from zi_desktop.services.settings import OFFICE, Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import files
from zi_desktop.worksheets.portal_master import is_master, read_master
from zi_desktop.worksheets.reading import Worksheet

_CHUNK: Final = 60_000
"""Characters of an edition's JSON in one text of a line."""
_LARGEST: Final = 64 * 1024 * 1024
"""Bytes; a larger file is neither a list nor a worksheet."""


_ONLY_WORDS: Final = "Lembar kerja hanya membawa kata-kata; edisi dengan bobot lain diambil dari daftar soal (JSON)."


@dataclass(frozen=True, slots=True)
class OfficialFile:
    """What an official file would bring; nothing of it is taken yet.

    Attributes:
        name: of the file; ``digest`` is its SHA-256.
        base: the edition with which it was compared.
        edition: the new edition, in the words of the file where we have none; nothing where the structure is known.
        changes: what the new edition changes; nothing where there is none.
        wording: official texts by code, for the new edition or for ``base``.
        missing: items of that edition whose text the file does not tell; they keep ours.
        notes: sentences on what the file does not tell or what was not taken over.
        other_weights: a worksheet whose weights are not those of ``base``, of which only the words can be taken.
    """

    name: str
    digest: str
    year: int | None
    base: Instrument
    edition: Instrument | None
    changes: EditionChanges | None
    wording: Wording
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    document: bytes = b""
    other_weights: bool = False

    @property
    def target(self) -> Instrument:
        """Return the edition for which the wording is."""
        return self.edition or self.base


class EditionTaking:
    """Reads official files, takes them for the office, and chooses the wording that is shown."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    @property
    def editions(self) -> Editions:
        """Return the editions of the workspace."""
        return self._workspace.editions

    def find(self, name: str) -> Instrument:
        """Return an edition by its name (``2026.1``) or the beginning of its structure digest.

        Raises:
            NotFoundError: there is none, or there are several.
        """
        wanted, every = clean_line(name).casefold(), self.editions.all()
        found = [each for each in every if each.edition.casefold() == wanted]
        found = found or [each for each in every if wanted and each.structure_digest.startswith(wanted)]
        if len(found) != 1:
            known = ", ".join(f"{each.edition} ({each.structure_digest[:8]})" for each in every)
            raise NotFoundError(f"Edisi {wanted[:40]} tidak ditemukan. Tidak ada yang berubah; pilihannya {known}.")
        return found[0]

    def read(self, path: Path) -> OfficialFile:
        """Read a portal master list, or the wording of a worksheet; safe in the worker, touches nothing.

        Raises:
            FileReadError: the file cannot be read.
            MasterError: a master list from which no edition can be made.
            WorksheetError: no worksheet.
        """
        data = files.read_whole(path, _LARGEST)
        if is_master(data):
            return self._of_master(read_master(data, clean_line(path.name)))
        from zi_desktop.worksheets.worksheet_file import read_worksheet  # noqa: PLC0415 (the readers load only here)

        base = self.editions.for_year(self._workspace.now().year)
        labels = {code: item.text for code, item in self.editions.official(base.structure_digest).items()}
        return self.of_worksheet(read_worksheet(path, base, labels=labels), base.structure_digest)

    def of_worksheet(self, worksheet: Worksheet, structure: str) -> OfficialFile:
        """Return what a worksheet that was read with an edition would bring to it.

        Raises:
            InvalidInputError: it holds no wording.
        """
        base = self.editions.edition(structure)
        wording = fitting(base, _clean(worksheet.wording))
        if not any(code in wording for code in base.questions):
            raise InvalidInputError(
                f"{worksheet.name} tidak memuat kata-kata butir. Tidak ada yang diambil; pilih lembar kerja yang resmi."
            )
        weights = [fault.problem for fault in worksheet.faults if fault.id.startswith("weight:")]
        notes = (*weights, _ONLY_WORDS) if weights else ()
        return OfficialFile(
            clean_line(worksheet.name), worksheet.digest, worksheet.year, base, None, None, wording,
            unworded(base, wording), notes, other_weights=bool(weights),
        )  # fmt: skip

    def offer(self, worksheet: Worksheet, structure: str) -> OfficialFile | None:
        """Return what to offer at an import: the wording of the sheet, until the office has decided on one.

        A sheet that words only part of the items is not offered: it may be somebody's own extract; nor is one in our words.
        """
        if self.editions.is_decided(structure):
            return None
        wording = fitting(self.editions.edition(structure), _clean(worksheet.wording))
        questions = self.editions.edition(structure).questions
        whole = all(code in wording for code in questions)
        # A worksheet that this program wrote has its own words, which are no official ones.
        own = all(
            wording[code].text.rstrip(" .") == item.text.rstrip(" .") for code, item in questions.items() if whole
        )
        return self.of_worksheet(worksheet, structure) if whole and not own else None

    def take(self, found: OfficialFile, *, wording_only: bool = False, author: str = "") -> Instrument:
        """Take an official file: the new edition, if it brings one, and its wording, which is used from now on.

        Args:
            found: what ``read`` returned.
            wording_only: leave the new edition, and take its texts for the items that did not change.
            author: who takes it; empty = the person at this laptop.

        Returns:
            The edition that has the wording, as it is shown now.
        """
        target, wording = found.target, dict(found.wording)
        if wording_only and found.edition:
            target, wording = found.base, _unchanged(found.base, found.edition, wording)
        source = {"name": found.name, "digest": found.digest, "taken": self._workspace.today}
        items = {
            code: {"text": item.text, "explanation": item.explanation, "criteria": dict(item.criteria)}
            for code, item in wording.items()
        }
        structure, digest = target.structure_digest, canonical.digest(items)
        values: dict[str, object] = {f"wording_choice/{structure}": digest}
        if not self._workspace.folded(OFFICE.id).cell(f"wording/{structure}/{digest}").heads:
            values[f"wording/{structure}/{digest}"] = {"source": source, "items": items}
        if target is found.edition and self.editions.known(structure) is None:
            values[f"worksheet/{structure}"] = {
                "document": _chunks(found.document.decode()), "year": found.year,
                "base": found.base.structure_digest, "notes": list(found.notes), "source": source,
            }  # fmt: skip
        if self.editions.is_retired(structure):
            values[f"retired/{structure}"] = False
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(OFFICE, values)
        return self.editions.edition(structure)

    def choose(self, structure: str, wording: str, author: str = "") -> Instrument:
        """Show an edition in a wording that was taken (its digest or the beginning of it), or in BUILT_IN.

        Raises:
            NotFoundError: no such edition or wording.
        """
        self.editions.edition(structure)
        digests = [taken.digest for taken in self.editions.wordings(structure) if taken.digest.startswith(wording)]
        if wording != BUILT_IN and len(digests) != 1:
            raise NotFoundError("Redaksi itu tidak ada pada edisi ini. Tidak ada yang berubah; lihat daftarnya.")
        chosen = digests[0] if wording != BUILT_IN else BUILT_IN
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(OFFICE, {f"wording_choice/{structure}": chosen})
        return self.editions.edition(structure)

    def retire(self, structure: str, *, retired: bool = True, author: str = "") -> None:
        """Set an added edition aside, or bring it back: no new evaluation begins with it, those that have it keep it.

        Raises:
            NotFoundError: no such edition.
            InvalidInputError: a shipped edition.
        """
        if structure in shipped():
            raise InvalidInputError("Edisi bawaan program tidak dapat dikesampingkan. Tidak ada yang berubah.")
        self.editions.edition(structure)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(OFFICE, {f"retired/{structure}": retired})

    def _of_master(self, master: Master) -> OfficialFile:
        base = self.editions.for_year(master.year)
        for known in self.editions.all():
            made = self._made(known, master)
            if made and made.edition is None:
                return made
        found = self._made(base, master, refuse=True)
        assert found is not None  # it refuses rather than to return nothing
        return found

    def _made(self, base: Instrument, master: Master, *, refuse: bool = False) -> OfficialFile | None:
        """Return the master list as seen from an edition; where it cannot be, nothing, or the reason is raised."""
        structure = base.structure_digest
        try:
            derived = derive(self.editions.document(structure), master)
            edition = load_instrument(derived.document)
        except (MasterError, InstrumentError) as error:
            if not refuse:
                return None
            if isinstance(error, InstrumentError):
                raise MasterError(f"{error.code} {error.problem}") from error
            raise
        wording = _clean(derived.wording)
        if edition.structure_digest == structure:
            return OfficialFile(
                master.name, master.digest, master.year, base, None, None, wording, unworded(base, wording), ()
            )
        before = self.editions.official(structure)
        changes = compare(base, edition, before, wording)
        notes = derived.notes
        if not changes.words_compared:
            notes = (*notes, f"Kata-kata edisi {base.edition} belum diambil, sehingga perubahan kata tidak diperiksa.")
        return OfficialFile(
            master.name, master.digest, master.year, base, edition, changes, wording, unworded(edition, wording),
            notes, derived.document,
        )  # fmt: skip


def _clean(wording: Wording) -> dict[str, ItemWording]:
    return {
        code: ItemWording(
            clean_text(item.text).strip(), clean_text(item.explanation).strip(),
            {key: clean_text(text).strip() for key, text in item.criteria.items()},
        )
        for code, item in wording.items()
    }  # fmt: skip


def _unchanged(base: Instrument, edition: Instrument, wording: Mapping[str, ItemWording]) -> dict[str, ItemWording]:
    """Return the texts of what both editions have; an item that takes another answer is not the same item."""
    changed = {
        code for code, question in edition.questions.items()
        if code in base.questions and base.questions[code].digest != question.digest
    }  # fmt: skip
    return {code: item for code, item in fitting(base, wording).items() if code not in changed}


def _chunks(text: str) -> list[str]:
    return [text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK)]
