"""The rows of Beranda: one an evaluation of the year, one a satker that has none yet; values without Qt."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from zi_desktop.domain.evaluation import STATUSES
from zi_desktop.domain.figures import points
from zi_desktop.domain.funnel_terms import STAGES
from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.domain.satker import KINDS
from zi_desktop.services.evaluations.standing import Standing, standing_of, standing_words
from zi_desktop.ui.dates import visit_days
from zi_desktop.ui.home.columns import HEADINGS, Column
from zi_desktop.ui.name_order import name_key

Json = Mapping[str, Any]
NONE: Final = "–"
NOT_STARTED: Final = "belum_mulai"
ARCHIVED: Final = "diarsipkan"
DONE: Final = "selesai"
YES: Final = "ya"


class Ink(StrEnum):
    """Colours of cells, by the names of tokens."""

    TEXT = "text"
    SECOND = "text2"
    FAINT = "text3"
    ACCENT = "accent_text"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


_STATUS_MARKS: Final[Mapping[str, tuple[str, Ink]]] = {
    "belum_mulai": ("circle", Ink.FAINT), "berjalan": ("half-circle", Ink.ACCENT), "siap_ditinjau": ("evaluation", Ink.ACCENT),
    "menunggu_ttd": ("sign", Ink.WARN), "selesai": ("lock", Ink.OK), "diarsipkan": ("archive", Ink.SECOND),
}  # fmt: skip
_STANDING_MARKS: Final[Mapping[Standing, tuple[str, Ink]]] = {
    Standing.MET: ("check-circle", Ink.OK), Standing.NEAR: ("warning", Ink.WARN), Standing.FAR: ("cross-circle", Ink.BAD),
    Standing.UNKNOWN: ("minus", Ink.FAINT), Standing.NONE: ("", Ink.FAINT),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; ``mark`` colours the icon, ``ink`` the text, ``share`` (0–1) is a bar before it."""

    text: str
    icon: str = ""
    mark: Ink = Ink.TEXT
    ink: Ink = Ink.TEXT
    strong: bool = False
    share: float | None = None


@dataclass(frozen=True)
class Row:
    """A satker with one of its evaluations (or none): both as their services list them."""

    satker: Json
    evaluation: Json | None
    today: dt.date

    @property
    def id(self) -> str:
        """Return what tells this row from every other."""
        return self.evaluation_id or str(self.satker["id"])

    @property
    def evaluation_id(self) -> str:
        """Return the id of the evaluation, or ""."""
        return str(self.evaluation["id"]) if self.evaluation else ""

    @property
    def name(self) -> str:
        """Return the name of the satker."""
        return str(self.satker["name"])

    @cached_property
    def name_key(self) -> tuple[tuple[int, str], ...]:
        """Return what the row is sorted by where names decide."""
        return name_key(self.name)

    @property
    def activity(self) -> str:
        """Return the activity, a key of ACTIVITIES, or ""."""
        return str(self.evaluation["activity"]) if self.evaluation else ""

    @cached_property
    def predicate(self) -> str:
        """Return the predicate held now (WBK, WBBM) or ""."""
        return self.satker["predicate"] or ""

    @cached_property
    def stage(self) -> str:
        """Return where the proposal stands, in words, or ""."""
        return STAGES[self.evaluation["stage"]] if self.evaluation and self.evaluation["stage"] else ""

    @property
    def passed(self) -> str:
        """Return ``YES`` where the proposal passed TPI, else ""."""
        return YES if self.evaluation and self.evaluation["passed_internal"] else ""

    @property
    def proposed(self) -> str:
        """Return ``YES`` where it was proposed to the national team, else ""."""
        return YES if self.evaluation and self.evaluation["proposed"] else ""

    @cached_property
    def status(self) -> str:
        """Return the state, a key of STATUSES; an archived satker takes its evaluations with it."""
        if self.satker["archived"]:
            return ARCHIVED
        return str(self.evaluation["status"]) if self.evaluation else NOT_STARTED

    @cached_property
    def share(self) -> float:
        """Return how much is filled in, 0–1."""
        return self.evaluation["answered"] / self.evaluation["questions"] if self.evaluation else 0.0

    @cached_property
    def score(self) -> Fraction | None:
        """Return the points given so far, or None while nothing is."""
        if self.evaluation is None or not self.evaluation["answered"]:
            return None
        return Fraction(self.evaluation["total"])

    @cached_property
    def difference(self) -> Fraction | None:
        """Return TPI − Mandiri in points over the items that both answered, or None where there is none."""
        difference = self.evaluation and self.evaluation["difference"]
        return Fraction(difference) if difference else None

    @property
    def compared(self) -> int:
        """Return how many items both answered."""
        return int(self.evaluation["compared"]) if self.evaluation else 0

    @property
    def compared_words(self) -> str:
        """Return what TPI − Mandiri is about, "" where there is none."""
        if self.evaluation is None or self.difference is None:
            return ""
        whole = self.evaluation["questions"]
        over = f"{self.compared} dari {whole} butir" if self.compared < whole else "semua butir"
        return f"Selisih nilai pada butir yang diisi keduanya: {over}."

    @property
    def remarks_open(self) -> int:
        """Return how many remarks of the evaluation are open."""
        return int(self.evaluation["remarks_open"]) if self.evaluation else 0

    @cached_property
    def remarks_late(self) -> int:
        """Return how many of the open ones are past their due date."""
        today = self.today.isoformat()
        return sum(due < today for due in self.evaluation["remarks_due"]) if self.evaluation else 0

    @property
    def remarked(self) -> str:
        """Return ``YES`` where a remark is open, else ""."""
        return YES if self.remarks_open else ""

    @property
    def overdue(self) -> str:
        """Return ``YES`` where an open remark is past its due date, else ""."""
        return YES if self.remarks_late else ""

    @cached_property
    def standing(self) -> Standing:
        """Return how the score stands against the thresholds of the target."""
        if self.evaluation is None:
            return Standing.NONE
        return standing_of(self.evaluation)

    @cached_property
    def haystack(self) -> str:
        """Return everything the search looks at, in small letters."""
        unit = self.satker
        return f"{unit['name']} {unit['code']} {unit['other_code']} {unit['kanwil']} {unit['kind']} {self.stage}".casefold()

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Return the cells by column."""
        return tuple(make(self) for make in _CELLS)

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        named = (f"{HEADINGS[column]} {self.cells[column].text}" for column in Column if column is not Column.SATKER)
        return ", ".join([self.name, *named])


def rows_of(satkers: Iterable[Json], evaluations: Iterable[Json], year: int, today: dt.date) -> tuple[Row, ...]:
    """Return the rows of a year, by satker."""
    begun: dict[str, list[Json]] = {}
    for evaluation in evaluations:
        if evaluation["year"] == year:
            begun.setdefault(evaluation["satker"], []).append(evaluation)
    return tuple(
        Row(satker, evaluation, today) for satker in satkers for evaluation in begun.get(satker["id"], _NO_EVALUATION)
    )


_NO_EVALUATION: Final[Sequence[Json | None]] = (None,)


def kind_word(kind: str) -> str:
    """Return a kind of satker as people read it; one that a list brought stays as written."""
    return KINDS.get(kind.casefold(), kind)


def _predicate(row: Row) -> Cell:
    if not row.predicate:
        return Cell(NONE, ink=Ink.FAINT)
    return Cell(f"{row.predicate} {row.satker['predicate_year']}", strong=row.predicate == "WBBM")


def _target(row: Row) -> Cell:
    kept = row.activity == "pemantauan" if row.evaluation else row.predicate == "WBBM"
    return Cell(
        ACTIVITIES["pemantauan"] if kept else row.evaluation["target"] if row.evaluation else row.satker["target"]
    )


def _activity(row: Row) -> Cell:
    if row.evaluation is None:
        return Cell(NONE, ink=Ink.FAINT)
    later = f" · {row.evaluation['round']}" if row.evaluation["round"] > 1 else ""
    return Cell(ACTIVITIES[row.activity] + later)


def _status(row: Row) -> Cell:
    icon, mark = _STATUS_MARKS[row.status]
    # Of what is signed the way of its proposal says more.
    return Cell(row.stage if row.stage and row.status == DONE else STATUSES[row.status], icon, mark)


def _filled(row: Row) -> Cell:
    if row.evaluation is None:
        return Cell(NONE, ink=Ink.FAINT, share=0.0)
    # Rounded down: what is not wholly filled never reads 100 %.
    return Cell(f"{int(row.share * 100)}%", ink=Ink.SECOND, share=row.share)


def _score(row: Row) -> Cell:
    if row.score is None or row.evaluation is None:
        return Cell(NONE, ink=Ink.FAINT)
    gap = Fraction(row.evaluation["standing"]["gap"])
    return Cell(points(row.score, [row.score + gap] if gap else ()), strong=True)


def _difference(row: Row) -> Cell:
    if row.difference is None:
        return Cell(NONE, ink=Ink.FAINT)
    sign = "+" if row.difference > 0 else ""
    partly = row.evaluation is not None and row.compared < row.evaluation["questions"]
    over = f" · {row.compared}" if partly else ""
    return Cell(sign + points(row.difference) + over, ink=Ink.SECOND)


def _standing(row: Row) -> Cell:
    if row.evaluation is None:
        return Cell(NONE, ink=Ink.FAINT)
    icon, mark = _STANDING_MARKS[row.standing]
    ink = Ink.FAINT if row.standing in (Standing.UNKNOWN, Standing.NONE) else Ink.TEXT
    return Cell(standing_words(row.evaluation, row.standing), icon, mark, ink)


def _remarks(row: Row) -> Cell:
    if not row.remarks_open:
        return Cell(NONE, ink=Ink.FAINT)
    # The colour is not alone: the flag stands only where a due date has passed.
    return Cell(str(row.remarks_open), "flag" if row.remarks_late else "", Ink.BAD)


def _visit(row: Row) -> Cell:
    if row.evaluation is None or not row.evaluation["first_day"]:
        return Cell(NONE, ink=Ink.FAINT)
    return Cell(visit_days(row.evaluation["first_day"], row.evaluation["last_day"], row.today))


_CELLS: Final[Sequence[Callable[[Row], Cell]]] = (
    lambda row: Cell(row.name), _predicate, _target, _activity, _status, _filled, _score, _difference, _standing, _remarks,
    _visit,
)  # fmt: skip


def texts_in(rows: Iterable[Row], column: Column) -> set[str]:
    """Return the different texts of a column."""
    return {_CELLS[column](row).text for row in rows}
