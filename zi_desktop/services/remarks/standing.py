"""How remarks stand over all evaluations: what a later visit found of one counts, whichever laptop told it first."""

from collections.abc import Iterable, Mapping, Sequence

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.remark_terms import CLOSED


def last_findings(evaluations: Iterable[Json]) -> Mapping[str, tuple[str, str]]:
    """Return what was found last of each remark by later evaluations: finding and evaluation, by the remark's id.

    Args:
        evaluations: their summaries, in any order: no clock and no order of arrival decides, only year and round.
    """
    found: dict[str, tuple[str, str]] = {}
    for row in sorted(evaluations, key=lambda row: (row["year"], row["round"], row["id"])):
        found.update({ident: (finding, row["id"]) for ident, finding in row["remarks_found"].items()})
    return found


def with_counts(evaluations: Sequence[Json]) -> Sequence[Json]:
    """Return summaries with ``remarks_open`` (how many) and ``remarks_due`` (ISO dates) in the place of single remarks.

    They are counted here and not kept in a summary: what a later evaluation finds must change no earlier one.
    """
    found = last_findings(evaluations)
    rows = []
    for row in evaluations:
        waiting = {
            ident: due for ident, due in row["remarks_waiting"].items() if found.get(ident, ("", ""))[0] not in CLOSED
        }
        told = {name: value for name, value in row.items() if name not in ("remarks_waiting", "remarks_found")}
        rows.append(told | {"remarks_open": len(waiting), "remarks_due": sorted(filter(None, waiting.values()))})
    return rows
