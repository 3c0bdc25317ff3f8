"""The last checks as lines in three groups: what each is called, where it is, what can be done about it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain.evaluation import EvaluationState
from zi_desktop.domain.instrument import Column
from zi_desktop.services.evaluations.preflight import Check, Preflight


class Act(StrEnum):
    """What a line leads to; the value is the word at its right."""

    FILL = "Isi"
    OPEN = "Buka"
    LOOK = "Lihat"
    PLAN = "Lengkapi"
    PRECONDITIONS = "Periksa"
    SETTINGS = "Atur"
    ACCEPT = "Terima…"
    CHANGE = "Ubah…"
    CLOSE = "Tutup…"
    SETTLE = "Selesaikan"
    REMARKS = "Konfirmasi"
    UNFOLD = "Tampilkan"
    FOLD = "Lipat"


JUMPS: Final = frozenset({Act.FILL, Act.OPEN, Act.LOOK})
"""Acts that lead to an item of the worksheet."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One finding: ``title`` over ``detail``; ``text`` is the whole sentence; the first act is what Enter does.

    A line with ``children`` stands for many findings of one kind, which are shown below it when it is unfolded.
    """

    id: str
    code: str
    title: str
    detail: str
    text: str
    icon: str
    token: str
    acts: tuple[Act, ...] = ()
    reason: str = ""
    strong: bool = False
    wraps: bool = False
    children: tuple["CheckLine", ...] = ()


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """A titled group of lines."""

    title: str
    lines: tuple[CheckLine, ...]

    @property
    def count(self) -> int:
        """Return how many findings it holds."""
        return sum(0 if Act.FOLD in line.acts else len(line.children) or 1 for line in self.lines)

    def unfolded(self, ids: Collection[str]) -> "CheckGroup":
        """Return the group as it stands with the lines of these ids unfolded: each is followed by its children."""
        lines: list[CheckLine] = []
        for line in self.lines:
            lines.append(replace(line, icon="chevron-down", acts=(Act.FOLD,)) if line.id in ids else line)
            lines += line.children if line.id in ids else ()
        return replace(self, lines=tuple(lines))


@dataclass(frozen=True, slots=True)
class ChecksShown:
    """All groups that hold a line, with the counts of the pills."""

    groups: tuple[CheckGroup, ...] = ()
    must: int = 0
    warnings: int = 0
    accepted: int = 0
    passed: int = 0


_TITLES: Final[Mapping[str, str]] = {
    "unanswered": "Butir belum terisi", "disputed": "Beda penilaian", "note": "“Tidak berlaku” tanpa Catatan TPI",
    "exceeds": "Jumlah perlu diperiksa", "rule": "Jawaban bertentangan", "diverging": "Berbeda antara dua laptop",
    "fork": "Catatan satu laptop bercabang", "newer": "Ditulis program yang lebih baru", "unnamed": "Penilai belum bernama",
    "oversight": "Perlu ditutup ketua tim", "draft": "Isian tertunda", "team": "Tim belum ditetapkan",
    "lead": "Ketua tim belum lengkap", "details": "Rincian survei belum lengkap", "letter": "Surat tugas belum lengkap",
    "preconditions": "Prasyarat belum diperiksa", "marked": "Masih ditandai untuk dibahas",
    "carried": "Catatan terdahulu belum diperiksa",
}  # fmt: skip
_ITEM_DETAILS: Final = frozenset({"unanswered", "disputed", "note", "exceeds", "marked"})
"""Families whose second line is the item itself."""
_ELSEWHERE: Final[Mapping[str, Act]] = {
    "team": Act.PLAN, "lead": Act.PLAN, "letter": Act.PLAN, "preconditions": Act.PRECONDITIONS, "unnamed": Act.SETTINGS,
    "carried": Act.REMARKS,
}  # fmt: skip
_SETTLED: Final = frozenset({"disputed", "diverging", "fork"})
"""Families that are settled where the versions stand side by side."""
_UNANSWERED: Final = "unanswered:"
_MANY: Final = 4
"""From this number on items without an answer are one line that unfolds."""
_BELOW: Final = ", di bawah ambang "
_THOUGH: Final = ", walaupun "
"""What stands before and after the thresholds that a pillar misses."""
_UNNAMED: Final = "Isi nama penilai di Pengaturan; namanya tercetak pada kertas kerja."


def checks_shown(found: Preflight, state: EvaluationState, *, lead: bool, read_only: bool) -> ChecksShown:
    """Return the checks of an evaluation as lines.

    Args:
        found: by preflight.
        state: of the same evaluation.
        lead: the person here leads the team, and may close what was done beyond somebody's right.
        read_only: nothing can be changed, so that lines only show their place.
    """
    acceptable = {check.id for check in found.acceptable}

    def act_words(check: Check) -> tuple[Act, ...]:
        jump = _place(check, read_only=read_only)
        if read_only:
            return jump
        if check.reason:
            return (*jump, Act.CHANGE)
        closing = (Act.CLOSE,) if lead and _family(check) == "oversight" else ()
        return (*jump, *closing, *((Act.ACCEPT,) if check.id in acceptable else ()))

    known = {check.id for check in found.must}
    due = [check for check in found.must if not _is_begun(check, known)]
    must = _folded(_lines(sorted(due, key=_about_item), state, act_words, "cross-circle", "bad"))
    warn = _lines([check for check in found.warn if not check.reason], state, act_words, "warning", "warn")
    accepted = _lines(found.accepted, state, act_words, "check-circle", "text2")
    passed = tuple(CheckLine("", "", words, "", words, "check", "ok") for words in found.passed)
    groups = (
        CheckGroup("Wajib diselesaikan", must), CheckGroup("Peringatan, tidak menghalangi TTD", warn),
        CheckGroup("Peringatan diterima", accepted), CheckGroup("Lolos", passed),
    )  # fmt: skip
    shown = tuple(group for group in groups if group.lines)
    return ChecksShown(shown, len(due), len(warn), len(accepted), len(passed))


def _lines(
    checks: Iterable[Check], state: EvaluationState, acts: Callable[[Check], tuple[Act, ...]], icon: str, token: str
) -> tuple[CheckLine, ...]:
    return tuple(_line(check, state, acts(check), icon, token) for check in checks)


def _folded(lines: tuple[CheckLine, ...]) -> tuple[CheckLine, ...]:
    """Return lines of which those about items without an answer are one, where they are many."""
    empty = tuple(line for line in lines if line.id.startswith(_UNANSWERED))
    if len(empty) < _MANY:
        return lines
    title = f"{len(empty)} butir belum terisi"
    items = tuple(_without_family(line) for line in empty)
    whole = CheckLine(
        _UNANSWERED, "", title, "", title, "chevron-right", "bad", (Act.UNFOLD,), strong=True, children=items
    )
    return (*(line for line in lines if not line.id.startswith(_UNANSWERED)), whole)


def _without_family(line: CheckLine) -> CheckLine:
    """Return the line of an item as it stands under the one that says what all of them lack: it is told by its item."""
    return replace(line, title=line.code, detail=line.detail.removeprefix(f"{line.code} · "), wraps=True)


def _is_begun(check: Check, known: Collection[str]) -> bool:
    """Tell whether an empty item is told already by what waits half typed in it: it is one matter, not two."""
    return check.id.startswith(_UNANSWERED) and f"draft:{cells.answer(Column.TPI, check.code)}" in known


def _about_item(check: Check) -> bool:
    """Order what concerns the evaluation as a whole, as team and plan do, before its items."""
    return bool(check.code)


def _line(check: Check, state: EvaluationState, acts: tuple[Act, ...], icon: str, token: str) -> CheckLine:
    family = _family(check)
    title = _TITLES.get(family, "Perlu dicermati")
    if family == "rule" and token == "warn":  # noqa: S105 (a colour)
        title = "Jawaban perlu dicermati"
    elif family == "pillar":
        title = f"Di bawah {_limits(check)}"
    if check.reason:
        place = _about(check, family, state)
        about = f"{place}: " if place else ""  # two warnings of one kind are told apart by it
        return CheckLine(
            check.id, check.code, f"{title}: diterima", f"{about}“{check.reason}”", check.message, "check-circle", "text2", acts,
            check.reason, wraps=True,
        )  # fmt: skip
    detail, wraps = _detail(check, family, state)
    text = _UNNAMED if family == "unnamed" else check.message
    return CheckLine(check.id, check.code, title, detail, text, icon, token, acts, strong=True, wraps=wraps)


def _detail(check: Check, family: str, state: EvaluationState) -> tuple[str, bool]:
    question = state.instrument.questions.get(check.code)
    if family in _ITEM_DETAILS and question:
        return f"{check.code} · {question.text.removesuffix('.')}", False
    if family == "unnamed":
        return _UNNAMED, True
    told = check.message.removeprefix(f"Butir {check.code}: ")
    if family == "pillar":
        told = told.partition(_THOUGH)[0]  # that it is a warning only stands above it
    elif check.code and (family == "draft" or told != check.message):
        return f"{check.code} · {told[:1].lower()}{told[1:]}", True
    return told[:1].upper() + told[1:], True


def _about(check: Check, family: str, state: EvaluationState) -> str:
    """Return the item or the pillar that a warning is about, or ""."""
    if family != "pillar":
        return check.code
    code = check.id.partition("-")[2]
    return f"{code} {state.instrument.nodes[code].title}"


def _limits(check: Check) -> str:
    """Return the thresholds of a weak pillar, for example ``WBBM 75%``."""
    return check.message.partition(_BELOW)[2].partition(_THOUGH)[0].replace(",0%", "%")


def _place(check: Check, *, read_only: bool) -> tuple[Act, ...]:
    family = _family(check)
    if family in _SETTLED and not read_only:
        return (Act.SETTLE,)
    if check.code and family != "unnamed":
        fill = Act.FILL if family == "unanswered" else Act.OPEN
        return (Act.LOOK if read_only else fill,)
    if read_only:
        return ()
    act = _ELSEWHERE.get(family)
    return (act,) if act else ()


def _family(check: Check) -> str:
    """Return the kind of a finding: its id up to the item, person or rule that it is about."""
    return check.id.partition(":")[0].partition("-")[0]
