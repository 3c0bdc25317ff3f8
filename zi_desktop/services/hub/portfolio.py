"""The portfolio as rows of text: one a satker, with its evaluation of a year; of this workspace or of a consolidated store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.evaluation import STATUSES
from zi_desktop.domain.figures import points
from zi_desktop.services.evaluations.counting import counting
from zi_desktop.services.evaluations.keeping import Evaluations
from zi_desktop.services.evaluations.standing import standing_of, standing_words
from zi_desktop.services.satkers.keeping import Satkers
from zi_desktop.storage import files
from zi_desktop.storage.hub_queries import EVALUATED, WHOLE
from zi_desktop.worksheets.portfolio_sheet import PortfolioLine, write_portfolio

HEADINGS: Final = (
    "Kode", "Satker", "Kanwil", "Predikat", "Target", "Status", "Terisi", "Nilai TPI", "Terhadap ambang",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A satker and its evaluation of the year, or None, as their summaries."""

    satker: Json
    evaluation: Json


def local_entries(satkers: Satkers, evaluations: Evaluations, year: int = 0, kanwil: str = "") -> Iterator[Entry]:
    """Yield the satker of a workspace by code, each with the evaluation of the year (0: the newest) that counts."""
    own: dict[str, list[Json]] = {}
    for row in evaluations.summaries():
        own.setdefault(row["satker"], []).append(row)
    for satker in satkers.list():
        if not satker["archived"] and kanwil in ("", satker["kanwil"]):
            yield Entry(satker, counting(own.get(satker["id"], ()), year))


def texts(entry: Entry) -> Sequence[str]:
    """Return a row in the order of ``HEADINGS``; what there is not is –."""
    satker, evaluation = entry.satker, entry.evaluation
    own = [satker["code"], satker["name"], satker["kanwil"] or "–", satker["predicate"] or "–"]
    if evaluation is None:
        return [*own, "–", "–", "–", "–", "–"]
    return [
        *own, evaluation["target"] or "–", STATUSES[evaluation["status"]],
        f"{evaluation['answered']}/{evaluation['questions']}", total_text(evaluation),
        standing_words(evaluation, standing_of(evaluation)),
    ]  # fmt: skip


def total_text(evaluation: Json) -> str:
    """Return the total of an evaluation (its summary) in points, – before its first answer.

    Below its threshold it never prints as if it reached it.
    """
    if not evaluation["answered"]:
        return "–"
    total, gap = Fraction(evaluation["total"]), Fraction(evaluation["standing"]["gap"])
    return points(total, [total + gap] if gap else ())


def entry_json(entry: Entry) -> Json:
    """Return a row as the command line prints it."""
    return {"satker": entry.satker, "evaluation": entry.evaluation}


def portfolio_title(year: int, kanwil: str = "") -> str:
    """Return what the portfolio of a year (0: the newest of each) and a Kanwil ("" = all) is called."""
    return " ".join(part for part in ("Portofolio", str(year or ""), kanwil) if part)


def export_name(year: int, kanwil: str = "") -> str:
    """Return what its workbook is called."""
    return f"{files.safe_name(portfolio_title(year, kanwil))}.xlsx"


def export_portfolio(entries: Iterable[Entry], path: Path, about: str) -> Path:
    """Write the portfolio as a workbook, with the panel's recap on its second sheet, and return where it stands.

    ``about`` is its title, below each printed page.

    Raises:
        FileWriteError: the file cannot be written.
    """
    shown = list(entries)
    whole = [entry for entry in shown if entry.evaluation and _is_whole(entry.evaluation)]
    whole.sort(key=lambda entry: (-Fraction(entry.evaluation["total"]), entry.satker["code"]))
    return files.write_whole(
        path, write_portfolio(HEADINGS, [_line(entry) for entry in shown], [_line(entry) for entry in whole], about)
    )


def _is_whole(evaluation: Json) -> bool:
    return evaluation["activity"] == EVALUATED and evaluation["status"] in WHOLE


def _line(entry: Entry) -> PortfolioLine:
    cells = texts(entry)
    total = Fraction(entry.evaluation["total"]) if cells[7] != "–" else None
    close = total is not None and cells[7] != points(total)
    return PortfolioLine(entry.satker["code"], tuple(cells[:7]), total, cells[8], close)
