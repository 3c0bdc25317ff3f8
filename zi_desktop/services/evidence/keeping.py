"""Evidence of an evaluation: added, assigned to items, judged, retracted; bytes first, then the line that speaks of them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from zi_desktop.domain import cells, evidence_terms
from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.evidence import Evidence, EvidenceFile, EvidenceLink, Judged, with_fitting_evidence
from zi_desktop.domain.evidence_terms import INBOX, LEVELS, STATES
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.preconditions import places
from zi_desktop.domain.shapes import fits
from zi_desktop.scoring.score_card import ScoreCard
from zi_desktop.services.closure import open_to_change
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evidence.adding import Adding, AddResult, addition, retraction
from zi_desktop.services.evidence.intake import Failed, FolderMapping, Tell, map_folder, take_in, untold
from zi_desktop.services.receipts import held
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import file_kinds, files
from zi_desktop.storage.evidence_files import AS_USUAL, EvidenceStore, StoredFile, Treatment
from zi_desktop.storage.recorder import Statement


class EvidenceKeeping:
    """States what is evidence for what. Links that a caller gives back are what was displayed to it."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings
        self.store = EvidenceStore(workspace.folder)

    def of(self, id_: str) -> Evidence:
        """Return the evidence of an evaluation as it stands."""
        return Evidence(self._workspace.evaluation(id_).state.folded)

    def links(self, id_: str, place: str) -> tuple[EvidenceLink, ...]:
        """Return the files of one item, or of the inbox."""
        return self.of(id_).by_place.get(place, ())

    def add(
        self,
        id_: str,
        sources: Sequence[Path],
        place: str = INBOX,
        *,
        treatment: Treatment = AS_USUAL,
        tell: Tell = untold,
        author: str = "",
    ) -> AddResult:
        """Add files to an item or to the inbox. For a worker: takes as long as the files are large.

        Args:
            id_: the evaluation.
            sources: ordinary files; folders and links are refused, each with its sentence.
            place: code of an item, or ``INBOX``.
            treatment: what is done with the files.
            tell: gets sentence, bytes done, bytes in all; what it raises stops the work, and what was added stays.
            author: who adds them; empty = the person at this laptop.

        Raises:
            NotFoundError: no such item.
            SealedError: the evaluation is closed.
            FileWriteError: the store cannot be made.
        """
        return self._add(id_, [(source, place) for source in sources], treatment, tell, author)

    def add_folder(
        self,
        id_: str,
        mapping: FolderMapping,
        *,
        treatment: Treatment = AS_USUAL,
        tell: Tell = untold,
        author: str = "",
    ) -> AddResult:
        """Add the files of a folder tree as its preview says; raises as ``add`` does."""
        return self._add(id_, [(entry.path, entry.place) for entry in mapping.entries], treatment, tell, author)

    def link(
        self, id_: str, outcomes: Sequence[StoredFile | Failed], places: Sequence[str], author: str = ""
    ) -> AddResult:
        """Write the lines of files whose bytes ``evidence.intake.keep_each`` kept, in one transaction.

        Raises:
            NotFoundError: no such item.
            SealedError: the evaluation is closed.
        """
        self._open(id_, *set(places) - {INBOX})
        adding = Adding()
        for outcome, place in zip(outcomes, places, strict=True):
            adding.take(outcome, place)
        self._link(id_, adding, author)
        return adding.result

    def map_folder(self, id_: str, folder: Path, tell: Tell = untold) -> FolderMapping:
        """Preview where the files of a folder tree would go (see ``evidence.intake.map_folder``)."""
        instrument = self._workspace.evaluation(id_).state.instrument
        return map_folder(folder, instrument, tell, own=self._workspace.folder)

    def assign(self, id_: str, link: EvidenceLink, codes: Sequence[str], author: str = "") -> None:
        """Let a file stand for further items; taken from the inbox, it leaves it.

        Raises:
            NotFoundError: no such item.
            SealedError: the evaluation is closed.
        """
        self._open(id_, *codes)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            folded = transaction.folded(_subject(id_))
            statements = [
                addition(code, link.file) for code in codes
                if not folded.cell(cells.evidence(code, link.file.sha256)).heads
            ]  # fmt: skip
            if link.place == INBOX and codes:
                statements.append(retraction(link, ""))
            transaction.state(_subject(id_), statements)

    def retract(self, id_: str, link: EvidenceLink, reason: str = "", author: str = "") -> None:
        """Take a file away from its item; its bytes stay until they are cleaned up.

        Raises:
            SealedError: the evaluation is closed.
        """
        self._state(id_, retraction(link, reason), author)

    def put_back(self, id_: str, link: EvidenceLink, author: str = "") -> None:
        """Put a file back at the place from which it was taken away; one that is there again stays as it is.

        Raises:
            SealedError: the evaluation is closed.
        """
        self._open(id_)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            if not transaction.folded(_subject(id_)).cell(cells.evidence(link.place, link.file.sha256)).heads:
                transaction.state(_subject(id_), [addition(link.place, link.file)])

    def judge(self, id_: str, link: EvidenceLink, state: str | None, reason: str = "", author: str = "") -> None:
        """Judge a file as evidence for its item; None takes the judgement back.

        Raises:
            InvalidInputError: an unknown state, or no reason where it does not fit.
            StaleViewError: somebody has judged it meanwhile.
            SealedError: the evaluation is closed.
        """
        reason = clean_text(reason).strip()
        if state is not None and state not in STATES:
            raise InvalidInputError(
                f"Keadaan data dukung ialah salah satu dari {', '.join(STATES)}. Tidak ada yang tersimpan."
            )
        if state not in (None, evidence_terms.FITTING) and not reason:
            raise InvalidInputError(
                "Data dukung yang kurang atau tidak sesuai memerlukan alasan. Tidak ada yang tersimpan."
            )
        cell = cells.evidence_judgement(link.place, link.file.sha256)
        self._state(id_, Statement("set", cell, {"state": state, "reason": reason}, link.judged.displayed), author)

    def set_period(self, id_: str, link: EvidenceLink, first: str, last: str, author: str = "") -> None:
        """State the days that a file covers (ISO; "" = open), wherever it stands in this evaluation.

        Raises:
            InvalidInputError: no dates, or the last before the first.
            StaleViewError: somebody has stated another period meanwhile.
            SealedError: the evaluation is closed.
        """
        value, cell = {"first": first, "last": last}, cells.period(link.file.sha256)
        if not fits(cell, value) or (first and last and last < first):
            raise InvalidInputError(
                "Periode data dukung ditulis sebagai dua tanggal, yang awal lebih dahulu. Tidak ada yang tersimpan."
            ).at("last")
        self._state(id_, Statement("set", cell, value, link.period.displayed), author)

    def judge_sufficiency(
        self, id_: str, code: str, level: str | None, displayed: Judged, reason: str = "", author: str = ""
    ) -> None:
        """Judge how far the evidence of an item suffices; None takes the judgement back.

        Raises:
            InvalidInputError: an unknown level.
            NotFoundError: no such item.
            StaleViewError: somebody has judged it meanwhile.
            SealedError: the evaluation is closed.
        """
        self._open(id_, code)
        if level is not None and level not in LEVELS:
            raise InvalidInputError(
                f"Kecukupan data dukung ialah salah satu dari {', '.join(LEVELS)}. Tidak ada yang tersimpan."
            )
        value = {"level": level, "reason": clean_text(reason).strip()}
        self._state(id_, Statement("set", cells.sufficiency(code), value, displayed.displayed), author)

    def sufficiency(self, id_: str) -> Mapping[str, int]:
        """Return how many items have each level of sufficiency; "" counts those not judged."""
        return self.of(id_).tally(self._workspace.evaluation(id_).state.instrument.questions)

    def score_with_fitting_only(self, id_: str, column: Column = Column.TPI) -> ScoreCard:
        """Return the score card of *nilai dengan bukti sesuai saja* (see ``domain.evidence.with_fitting_evidence``)."""
        view = self._workspace.evaluation(id_).as_sealed()
        evidence = Evidence(view.state.folded)
        answers = with_fitting_evidence(view.state.answers(column), evidence)
        disputed = view.state.disputed(column)
        return view.calculator.score(answers, {code: disputed[code] for code in disputed if code in evidence.fitting})

    def at_hub(self, links: Iterable[EvidenceLink]) -> frozenset[str]:
        """Return the files (digests) whose bytes are at the hub and not here: what was let go after a receipt."""
        named = {link.file.sha256 for link in links if link.file.kept}
        gone = {sha256 for sha256 in named if not self.store.path_of(sha256).is_file()}
        if not gone:
            return frozenset()
        with self._workspace.database.reading() as connection:
            return held(connection) & gone

    def path_of(self, link: EvidenceLink) -> Path:
        """Return where the bytes of a file lie, to be looked at and never changed.

        Raises:
            NotFoundError: they are not in this workspace.
        """
        path = self.store.path_of(link.file.sha256)
        if not path.is_file():
            if self.at_hub([link]):
                raise NotFoundError(
                    f"Isi {link.file.name} ada di Inspektorat dan tidak ada lagi di laptop ini. Catatan dan tanda terimanya "
                    "tetap; minta paketnya dari Inspektorat bila isinya diperlukan."
                )
            raise NotFoundError(
                f"Isi {link.file.name} tidak ada di ruang kerja ini. Catatannya tetap aman; tambahkan lagi berkas yang sama."
            )
        return path

    def save_copy(self, link: EvidenceLink, folder: Path) -> Path:
        """Write a copy under a name that every system takes, to be opened by another program; return where it is.

        Raises:
            NotFoundError: its bytes are not here.
            FileWriteError: the copy cannot be written.
        """
        source = self.path_of(link)
        suffix = file_kinds.suffix_for(link.file.name, link.file.type)
        stem = files.safe_name(Path(link.file.name).stem)
        return files.copy_whole(source, folder / f"{stem}{suffix}")

    def _add(
        self, id_: str, pairs: Sequence[tuple[Path, str]], treatment: Treatment, tell: Tell, author: str
    ) -> AddResult:
        self._open(id_, *{place for _, place in pairs} - {INBOX})
        self.store.prepare()
        adding = Adding()

        def take(number: int, outcome: StoredFile | Failed) -> None:
            adding.take(outcome, pairs[number][1])
            if adding.full:
                self._link(id_, adding, author)

        try:
            take_in(self.store, [source for source, _ in pairs], treatment, tell, take)
        finally:  # also when the work was stopped: what was taken until then is there
            self._link(id_, adding, author)
        return adding.result

    def _link(self, id_: str, adding: Adding, author: str) -> None:
        """Write the lines of the files that wait for theirs, whose bytes are in the store."""
        waiting, adding.waiting = adding.waiting, []
        if not waiting:
            return
        self.store.flush()
        new: dict[str, tuple[str, EvidenceFile]] = {}
        with self._workspace.writing(self._settings.author(author)) as transaction:
            folded = transaction.folded(_subject(id_))
            for file, place in waiting:
                cell = cells.evidence(place, file.sha256)
                heads = folded.cell(cell).heads
                noted_only = file.kept and not any(head.value["kept"] for head in heads)
                if cell in new or (heads and not noted_only):
                    adding.same.append(file.name)
                else:
                    new[cell] = place, file
            transaction.state(_subject(id_), [addition(place, file) for place, file in new.values()])
        adding.added += [file for _, file in new.values()]

    def _state(self, id_: str, statement: Statement, author: str) -> None:
        self._open(id_)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(_subject(id_), [statement])

    def _open(self, id_: str, *codes: str) -> EvaluationView:
        view = open_to_change(self._workspace, id_)
        if wrong := set(codes) - view.state.instrument.questions.keys() - places(view.preconditions).keys():
            raise NotFoundError(
                f"Butir {clean_line(min(wrong))[:40]} tidak ada di lembar kerja. Tidak ada yang ditambahkan; periksa kodenya."
            )
        return view


def _subject(id_: str) -> Subject:
    return Subject("evaluation", id_)
