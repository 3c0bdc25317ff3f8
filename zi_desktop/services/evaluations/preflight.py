"""Preflight: what stands in the way of a signature, what should be looked at, and where."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from zi_desktop.domain.answers import exceeds
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.edition_move import is_moved
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.oversight import TITLES, Exceeded
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.cell_titles import PRINTED, cell_title
from zi_desktop.services.typed_drafts import EVIDENCE_REASON, FINDING, REMARK_CHANGE, has_place

_PRINTED_DRAFTS: Final = ("answer", "note", "detail")
_PRINTED_DIALOGS: Final[Mapping[str, str]] = {
    REMARK_CHANGE: "Perubahan catatan & rekomendasi belum tersimpan.",
    FINDING: "Hasil pemeriksaan catatan terdahulu belum tersimpan.",
    EVIDENCE_REASON: "Alasan penilaian data dukung belum tersimpan.",
}
"""What is typed in a dialog and would be printed; the item follows in the name of its draft."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing found. ``code`` is the item to jump to, or ""; ``reason`` is why a warning was accepted, or ""."""

    id: str
    code: str
    message: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Preflight:
    """``must`` blocks signing; ``warn`` is mended, or accepted with a reason; ``passed`` says what is in order."""

    must: tuple[Check, ...]
    warn: tuple[Check, ...]
    passed: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Tell whether the report may be signed: nothing blocks; warnings are the signers' to weigh."""
        return not self.must

    @property
    def acceptable(self) -> tuple[Check, ...]:
        """Return what a reason can settle: every warning, and counts that need a correction or a reason."""
        return (*self.warn, *(check for check in self.must if check.id.startswith("exceeds:")))

    @property
    def accepted(self) -> tuple[Check, ...]:
        """Return the warnings that were accepted with a reason."""
        return tuple(check for check in self.warn if check.reason)


def preflight(
    view: EvaluationView,
    drafts: Mapping[str, str],
    unnamed: Collection[str] = frozenset(),
    unconfirmed: int = 0,
    unproven: Collection[Exceeded] = (),
) -> Preflight:
    """Look through an evaluation.

    Args:
        view: the evaluation as it stands.
        drafts: entries that are no value yet (cell to text).
        unnamed: persons (ids) whose name this laptop does not know yet.
        unconfirmed: how many open remarks of earlier evaluations nobody has looked at.
        unproven: settlements whose author nobody proved, open for the lead.
    """
    exceeding = [_with_reason(view, check) for check in _exceeding(view)]
    must = [
        *_items(view),
        *(check for check in exceeding if not check.reason),
        *_rules(view, "error"),
        *_disagreements(view),
        *_beyond_rights((*view.state.oversight, *unproven), unnamed),
        *_drafts(view, drafts),
        *_team(view),
    ]
    warn = [
        *_rules(view, "warning"),
        *_cautions(view),
        *_details(view),
        *_papers(view),
        *_unconfirmed(unconfirmed),
        *_late_mandiri(view),
        *_marks(view),
    ]
    weighed = [*(check for check in exceeding if check.reason), *(_with_reason(view, check) for check in warn)]
    return Preflight(tuple(must), tuple(weighed), tuple(_passed(view, [*must, *weighed])))


def preflight_json(result: Preflight) -> Json:
    """Return the preflight as the command line shows it."""
    return {
        name: [
            {"id": check.id, "code": check.code, "message": check.message, "reason": check.reason} for check in checks
        ]
        for name, checks in (("must", result.must), ("warn", result.warn))
    }


def _items(view: EvaluationView) -> Iterable[Check]:
    state, card = view.state, view.card()
    for code in card.unanswered:
        again = code in state.ask_again(Column.TPI)
        words = "dinilai pada butir edisi lain; nilai ulang" if again else "belum terisi"
        yield Check(f"unanswered:{code}", code, f"Butir {code} {words}.")
    for code in card.disputed:
        yield Check(f"disputed:{code}", code, f"Butir {code}: beda penilaian belum diselesaikan.")
    for code in card.not_applicable:
        if not state.notes(Column.TPI, code):
            yield Check(f"note:{code}", code, f"Butir {code} dinyatakan “tidak berlaku” tanpa Catatan TPI.")


def _exceeding(view: EvaluationView) -> Iterable[Check]:
    answers = view.state.answers(Column.TPI)
    for code, answer in answers.items():
        if exceeds(view.state.instrument.questions[code], answer):
            yield Check(
                f"exceeds:{code}",
                code,
                f"Butir {code}: jumlah yang dipenuhi melebihi jumlah seluruhnya; perlu diperiksa.",
            )


def _rules(view: EvaluationView, severity: str) -> Iterable[Check]:
    for finding in view.findings():
        if finding.rule.severity == severity:
            yield Check(f"rule:{finding.rule.id}", finding.codes[0] if finding.codes else "", finding.rule.message)


def _disagreements(view: EvaluationView) -> Iterable[Check]:
    folded = view.state.folded
    for name in sorted(folded.cells):
        if name.partition("/")[0] in PRINTED and folded.cell(name).conflicted and not is_moved(folded, name):
            yield Check(
                f"diverging:{name}",
                "",
                f"{cell_title(view, name)} berbeda antara dua laptop dan akan tercetak; tetapkan sekali lagi.",
            )
    for fork in folded.forks:
        if fork.cells:
            yield Check(
                f"fork:{fork.stream}",
                "",
                f"Catatan satu laptop bercabang dua; periksa dan isi lagi {len(fork.cells)} isian yang tersentuh.",
            )
    if folded.unknown_criticals:
        yield Check("newer", "", "Evaluasi ini memuat catatan dari program yang lebih baru; perbarui program.")


def _beyond_rights(beyond: Collection[Exceeded], unnamed: Collection[str]) -> Iterable[Check]:
    nameless = [item for item in beyond if item.author in unnamed]
    if nameless:
        yield Check(
            "unnamed",
            nameless[0].code,
            f"{len(nameless)} butir diisi penilai yang belum bernama; isi pengaturan person.name atau person.nip.",
        )
    for item in beyond:
        if item in nameless:
            continue
        yield Check(
            f"oversight:{item.act}",
            item.code,
            f"{TITLES[item.kind]} pada butir {item.code}; ketua tim perlu menutupnya.",
        )


def _drafts(view: EvaluationView, drafts: Mapping[str, str]) -> Iterable[Check]:
    for cell in sorted(drafts):
        family, *path = cell.split("/")
        if family == "remark":
            about = f"Butir {path[0]}: " if path[0] else ""
            words = f"{about}catatan & rekomendasi baru belum tersimpan."
            yield Check(f"draft:{cell}", path[0], f"{words[0].upper()}{words[1:]}")
            continue
        if family == "typed":
            if path[0] in _PRINTED_DIALOGS and has_place(view.state.folded, cell):
                about = path[1] if path[1] in view.state.instrument.questions else ""
                yield Check(f"draft:{cell}", about, _PRINTED_DIALOGS[path[0]])
            continue
        # What is being typed for the unit or for the team alone is never printed here.
        if family in _PRINTED_DRAFTS and path[0] == Column.TPI and path[1] in view.state.instrument.questions:
            words = (
                "isian terakhir belum sah dan belum dihitung"
                if family == "answer"
                else "isian terakhir belum tersimpan"
            )
            yield Check(f"draft:{cell}", path[1], f"Butir {path[1]}: {words}.")


def _team(view: EvaluationView) -> Iterable[Check]:
    if not view.state.plan.signers:
        yield Check("team", "", "Tim dan penanda tangan belum ditetapkan.")
    elif not view.state.plan.leads:
        yield Check("lead", "", "Tim belum memiliki ketua tim.")
    elif view.state.plan.leads.isdisjoint(member.person for member in view.state.plan.signers):
        yield Check("lead", "", "Ketua tim belum tercantum sebagai penanda tangan.")


def _cautions(view: EvaluationView) -> Iterable[Check]:
    for caution in view.card().warnings:
        yield Check(caution.id, "", caution.message)
    for gap in view.state.folded.gaps:
        yield Check(
            f"gap:{gap.previous}", "", f"Catatan satu laptop sebelum nomor {gap.before} hilang dan tidak dihitung."
        )


def _details(view: EvaluationView) -> Iterable[Check]:
    for code, question in view.state.instrument.questions.items():
        given = view.state.details(Column.TPI, code)
        missing = [detail.title for detail in question.details if detail.key not in given]
        if missing and code in view.state.answers(Column.TPI):
            yield Check(f"details:{code}", code, f"Butir {code}: {', '.join(missing)} belum dicatat.")


def _papers(view: EvaluationView) -> Iterable[Check]:
    plan = view.state.plan
    if not plan.letter_number or not plan.letter_date:
        yield Check("letter", "", "Nomor atau tanggal surat tugas belum dicatat.")
    open_ = [item for item in view.preconditions if item.id not in view.state.preconditions]
    if open_:
        yield Check("preconditions", "", f"{len(open_)} prasyarat belum diperiksa.")


def _unconfirmed(count: int) -> Iterable[Check]:
    if count:
        # The number is part of the id: a reason given for some says nothing about one that comes to light later.
        yield Check(f"carried:{count}", "", f"{count} catatan terbuka dari evaluasi terdahulu belum diperiksa.")


def _late_mandiri(view: EvaluationView) -> Iterable[Check]:
    for code, act in view.state.mandiri_changed.items():
        # The line is part of the id: a reason given for one change says nothing about the next.
        yield Check(f"mandiri:{code}:{act[:12]}", code, f"Butir {code}: Mandiri berubah setelah dinilai.")


def _marks(view: EvaluationView) -> Iterable[Check]:
    for code in view.state.instrument.questions:
        if view.state.marked(code):
            yield Check(f"marked:{code}", code, f"Butir {code} masih ditandai untuk dibahas.")


def _with_reason(view: EvaluationView, check: Check) -> Check:
    head = view.state.accepted.get(check.id)
    return Check(check.id, check.code, check.message, head.value["reason"]) if head else check


def _passed(view: EvaluationView, found: Iterable[Check]) -> Iterable[str]:
    found_kinds = {check.id.partition(":")[0] for check in found}
    total = len(view.state.instrument.questions)
    for id_, words in (
        ("unanswered", f"{total} dari {total} butir terisi"), ("disputed", "Tidak ada beda penilaian"),
        ("note", "Setiap “tidak berlaku” memiliki catatan"), ("rule", "Tidak ada jawaban yang bertentangan"),
        ("draft", "Tidak ada isian yang tertunda"), ("team", "Tim dan penanda tangan ditetapkan"),
    ):  # fmt: skip
        if id_ not in found_kinds:
            yield words
