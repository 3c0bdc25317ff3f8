"""Remarks (catatan & rekomendasi) of an evaluation: written down, followed up, and confirmed at the next visit."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.evidence import EvidenceFile
from zi_desktop.domain.instrument import Choice, Question
from zi_desktop.domain.named_files import REMARK, named_files
from zi_desktop.domain.remark_terms import FINDINGS, ORIGINS, STATES, TEXTS
from zi_desktop.domain.remarks import FollowUp, Remark, Remarks
from zi_desktop.domain.shapes import fits
from zi_desktop.services.closure import open_to_change, open_to_team
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.naming import question_of, whole_id
from zi_desktop.services.settings import Settings
from zi_desktop.services.typed_drafts import new_remark
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import directory
from zi_desktop.storage.evidence_files import StoredFile
from zi_desktop.storage.recorder import Statement

_NEEDED: Final = ("condition", "recommendation")
_ONE_LINE: Final = frozenset({"responsible"})


@dataclass(frozen=True, slots=True)
class RemarkEntry:
    """What a person writes down; ``item`` "" is a free remark, ``due`` an ISO date or ""."""

    condition: str
    recommendation: str
    item: str = ""
    origin: str = "tpi"
    criterion: str = ""
    cause: str = ""
    effect: str = ""
    responsible: str = ""
    due: str = ""


class RemarkKeeping:
    """Writes remarks down. Their texts are closed by a signature; what is done about them afterwards is not."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def of(self, id_: str) -> Remarks:
        """Return the remarks of an evaluation as they stand."""
        return Remarks(self._workspace.evaluation(id_).state.folded)

    def add(self, id_: str, entry: RemarkEntry, author: str = "", *, drafted: str | None = None) -> str:
        """Write a remark down and return its id; the criterion of an item's remark is the item where none is given.

        Its draft is forgotten: the one about its item, or that about ``drafted`` where it began elsewhere.

        Raises:
            InvalidInputError: condition or recommendation is missing, or the date is none.
            NotFoundError: no such item.
            SealedError: the evaluation is closed.
        """
        view = open_to_change(self._workspace, id_)
        fields = _cleaned(asdict(entry))
        if fields["item"] and not fields["criterion"]:
            fields["criterion"] = _criterion(question_of(view.state.instrument, fields["item"]))
        if fields["origin"] not in ORIGINS:
            raise InvalidInputError(
                f"Asal catatan ialah salah satu dari {', '.join(ORIGINS)}. Tidak ada yang tersimpan."
            )
        _check(fields, view)
        ident = secrets.token_hex(16)
        stated = {"origin": fields.pop("origin"), **{name: text for name, text in fields.items() if text}}
        with self._workspace.writing(self._settings.author(author)) as transaction:
            values: dict[str, Json] = {cells.remark(ident, name): value for name, value in stated.items()}
            transaction.put(Subject("evaluation", view.id), values)
            typed = new_remark(entry.item if drafted is None else drafted)
            directory.drop_drafts(transaction.connection, view.id, [typed], transaction.author)
        return ident

    def edit(self, id_: str, ident: str, changes: Mapping[str, str], author: str = "") -> None:
        """Change fields of a remark (names of ``RemarkEntry`` but ``origin``); what is not named stays.

        Raises:
            InvalidInputError: condition or recommendation would be empty, or the date is none.
            NotFoundError: no such remark or item.
            SealedError: the evaluation is closed.
        """
        view = open_to_change(self._workspace, id_)
        remark = _remark(view, ident)
        cleaned = _cleaned(changes)
        _check({**remark.texts, "item": remark.item, "due": remark.due, **cleaned}, view)
        self._put(view, {cells.remark(remark.id, name): value for name, value in cleaned.items()}, author)

    def withdraw(self, id_: str, ident: str, *, withdrawn: bool = True, author: str = "") -> None:
        """Take a remark away that should not have been written, or put it back; its lines stay.

        Raises:
            SealedError: the evaluation is closed.
        """
        self._put(open_to_change(self._workspace, id_), {cells.remark(ident, "withdrawn"): withdrawn}, author)

    def progress(self, id_: str, ident: str, state: str, reason: str = "", author: str = "") -> None:
        """State how far a remark is, signed or not.

        Raises:
            InvalidInputError: no such state.
            NotFoundError: no such remark.
        """
        view = open_to_team(self._workspace, id_)
        if state not in STATES:
            raise InvalidInputError(
                f"Keadaan catatan ialah salah satu dari {', '.join(STATES)}. Tidak ada yang tersimpan."
            )
        value = {"state": state, "reason": clean_text(reason).strip()}
        self._put(view, {cells.progress(_remark(view, ident).id): value}, author)

    def follow_up(
        self,
        id_: str,
        ident: str,
        text: str,
        *,
        day: str = "",
        files: Sequence[str] = (),
        brought: Sequence[StoredFile] = (),
        author: str = "",
    ) -> None:
        """Add what was done about a remark, signed or not.

        Args:
            id_: the evaluation.
            ident: of the remark.
            text: what was done.
            day: ISO date, or "".
            files: digests of evidence of this evaluation, or of what earlier follow-ups brought.
            brought: files whose bytes ``evidence.intake.keep_bytes`` has kept for it.
            author: empty = the person at this laptop.

        Raises:
            InvalidInputError: no text, or the date is none.
            NotFoundError: no such remark.
        """
        view = open_to_team(self._workspace, id_)
        remark = _remark(view, ident)
        proofs = sorted({*files, *(file.sha256 for file in brought)})
        value = {"text": clean_text(text).strip(), "day": clean_line(day), "files": proofs}
        cell = cells.follow_up(remark.id)
        if not value["text"] or not fits(cell, value):
            raise InvalidInputError(
                "Tindak lanjut memerlukan uraian dan tanggal yang benar. Tidak ada yang tersimpan."
            ).at("day" if value["text"] else "text")
        here = {file.sha256 for file in self.files(id_, remark.id)}
        new = {file.sha256: file for file in brought if file.sha256 not in here}
        attached = [
            Statement("add", cells.attached(remark.id), {
                "sha256": file.sha256, "name": file.name, "size": file.size, "type": file.type,
            })
            for file in new.values()
        ]  # fmt: skip
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(Subject("evaluation", view.id), [*attached, Statement("add", cell, value)])

    def files(self, id_: str, ident: str) -> Sequence[EvidenceFile]:
        """Return the files that can prove what was done about a remark, by name.

        They are the evidence of its item, what earlier follow-ups brought, and what else they name.
        """
        folded = self._workspace.evaluation(id_).state.folded
        remark = Remarks(folded).get(ident)
        if remark is None:
            return ()
        wanted = {remark.item, f"{REMARK}{ident}"}
        found = {each.file.sha256: each.file for each in named_files(folded) if each.place in wanted}
        return sorted(found.values(), key=lambda file: (file.name.casefold(), file.sha256))

    def take_back(self, id_: str, ident: str, entry: FollowUp, author: str = "") -> None:
        """Take back a follow-up that was added by mistake, with the files that it alone had brought; their lines stay."""
        view = open_to_team(self._workspace, id_)
        remark = _remark(view, ident)
        left = {sha256 for each in remark.follow_ups if each.add != entry.add for sha256 in each.files}
        files = [
            head.hash for head in view.state.folded.cell(cells.attached(remark.id)).heads
            if head.value["sha256"] in entry.files and head.value["sha256"] not in left
        ]  # fmt: skip
        gone = [(cells.follow_up(remark.id), [entry.add]), *([(cells.attached(remark.id), files)] if files else [])]
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(
                Subject("evaluation", view.id),
                [Statement("retract", cell, {"retracts": lines}, tuple(lines)) for cell, lines in gone],
            )

    def confirm(
        self, id_: str, earlier: str, ident: str, finding: str | None, note: str = "", author: str = ""
    ) -> None:
        """State in this evaluation what was found of an open remark of an ``earlier`` one; None takes it back.

        Raises:
            InvalidInputError: no such finding.
            NotFoundError: the earlier evaluation has no such remark.
            SealedError: the evaluation is closed.
        """
        view = open_to_change(self._workspace, id_)
        remark = _remark(self._workspace.evaluation(earlier), ident)
        if finding is not None and finding not in FINDINGS:
            raise InvalidInputError(
                f"Hasil pemeriksaan ialah salah satu dari {', '.join(FINDINGS)}. Tidak ada yang tersimpan."
            )
        value = {"evaluation": earlier, "finding": finding, "note": clean_text(note).strip()}
        self._put(view, {cells.carried(remark.id): value}, author)

    def resolve(self, id_: str, named: str) -> str:
        """Return the whole id for the beginning of one.

        Raises:
            NotFoundError: it names none, or several.
        """
        return whole_id([remark.id for remark in self.of(id_).all], named)

    def _put(self, view: EvaluationView, values: Mapping[str, Json], author: str) -> None:
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(Subject("evaluation", view.id), dict(values))


def _cleaned(fields: Mapping[str, str]) -> dict[str, str]:
    long_texts = set(TEXTS) - _ONE_LINE
    return {name: clean_text(text).strip() if name in long_texts else clean_line(text) for name, text in fields.items()}


def _check(fields: Mapping[str, str], view: EvaluationView) -> None:
    missing = [TEXTS[name].lower() for name in _NEEDED if not fields[name]]
    if missing:
        raise InvalidInputError(f"Catatan memerlukan {' dan '.join(missing)}. Tidak ada yang tersimpan.")
    if not fits(cells.remark("0" * 32, "due"), fields["due"]):
        raise InvalidInputError(f"Tenggat {fields['due'][:40]} bukan tanggal. Tidak ada yang tersimpan.").at("due")
    if fields["item"]:
        question_of(view.state.instrument, fields["item"])


def _criterion(question: Question) -> str:
    """Return what an item asks for: its question, and what earns the full score where it has options."""
    best = question.answer.options[0].criterion if isinstance(question.answer, Choice) else ""
    return f"{question.text}\n{best}".strip()


def _remark(view: EvaluationView, ident: str) -> Remark:
    found = Remarks(view.state.folded).get(ident)
    if found is None:
        raise NotFoundError("Catatan ini tidak ada lagi. Tidak ada yang tersimpan; lihat daftarnya.")
    return found
