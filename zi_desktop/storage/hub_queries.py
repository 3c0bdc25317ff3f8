"""Questions to the consolidated store: pages by key, and figures over many evaluations; nothing here touches lines."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, exists, func, or_, select, tuple_

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.events import Subject
from zi_desktop.storage.hub_tables import area, evaluation, satker

EVALUATED: Final = "evaluasi"
"""The activity whose totals are compared; pembinaan and pemantauan are shown, never averaged."""
WHOLE: Final = ("siap_ditinjau", "menunggu_ttd", "selesai", "diarsipkan")
"""States in which nothing is left to score: only such totals enter averages and the distribution."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figures are asked for: a year, and one Kanwil or all ("")."""

    year: int
    kanwil: str = ""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A satker with all its evaluations, as their summaries. ``key`` asks for the page behind it."""

    satker: Json
    evaluations: Sequence[Json]
    key: tuple[str, str]


def outdated(connection: Connection, versions: str) -> list[Subject]:
    """Return what other versions of the program summed up: satker, then evaluations."""
    found = []
    for kind, table in (("satker", satker), ("evaluation", evaluation)):
        wanted = select(table.c.subject_id).where(~table.c.stamp.startswith(f"{versions}:", autoescape=True))
        found += [Subject(kind, id_) for id_ in connection.scalars(wanted.order_by(table.c.subject_id))]
    return found


def page(
    connection: Connection, kanwil: str, after: tuple[str, str] | None, size: int, words: str = ""
) -> list[PageRow]:
    """Return satker of a Kanwil (or of all, "") by code, ``size`` of them behind a key; each word in name, code or Kanwil."""
    wanted = select(satker.c.subject_id, satker.c.code, satker.c.summary).where(satker.c.archived == 0)
    if kanwil:
        wanted = wanted.where(satker.c.kanwil == kanwil)
    for word in words.split():
        columns = (satker.c.name, satker.c.code, satker.c.kanwil)
        wanted = wanted.where(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    if after is not None:
        wanted = wanted.where(tuple_(satker.c.code, satker.c.subject_id) > tuple_(*after))
    units = connection.execute(wanted.order_by(satker.c.code, satker.c.subject_id).limit(size)).all()
    found = _evaluations(connection, [row.subject_id for row in units])
    return [
        PageRow(json.loads(row.summary), found.get(row.subject_id, ()), (row.code, row.subject_id)) for row in units
    ]


def shares(connection: Connection, evaluations: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return what evaluations (ids) reached of each area, × 10¹⁰."""
    wanted = select(area.c.subject_id, area.c.area, area.c.share).where(area.c.subject_id.in_(evaluations))
    found: dict[str, dict[str, int]] = {}
    for id_, name, share in connection.execute(wanted):
        found.setdefault(id_, {})[name] = share
    return found


def years(connection: Connection) -> list[int]:
    """Return the years of which there are evaluations, newest first."""
    return list(connection.scalars(select(evaluation.c.year).distinct().order_by(evaluation.c.year.desc())))


def kanwils(connection: Connection) -> list[str]:
    """Return every Kanwil that a satker belongs to, by name."""
    wanted = select(satker.c.kanwil).where(satker.c.kanwil != "", satker.c.archived == 0)
    return list(connection.scalars(wanted.distinct().order_by(satker.c.kanwil)))


def units(connection: Connection, scope: Scope) -> int:
    """Return how many satker there are."""
    wanted = select(func.count()).select_from(satker).where(satker.c.archived == 0)
    return connection.scalar(wanted.where(satker.c.kanwil == scope.kanwil) if scope.kanwil else wanted) or 0


def standings(connection: Connection, scope: Scope) -> list[tuple[str, str, int, int]]:
    """Return (state, target, 1 where the target is met, how many) of the year's evaluations."""
    latest = _latest(scope).subquery()
    columns = latest.c.status, latest.c.target, latest.c.met
    wanted = select(*columns, func.count()).group_by(*columns).order_by(*columns)
    return [(status, target, met, count) for status, target, met, count in connection.execute(wanted)]


def stages(connection: Connection, scope: Scope) -> dict[str, int]:
    """Return how many evaluations stand in each stage of the funnel ("" = in none)."""
    latest = _latest(scope).subquery()
    rows = connection.execute(select(latest.c.stage, func.count()).group_by(latest.c.stage))
    return {row[0]: row[1] for row in rows}


def distribution(connection: Connection, scope: Scope, width: int) -> list[tuple[int, int]]:
    """Return (lower bound, how many) of the totals of whole evaluations, in steps of ``width`` (× 10¹⁰)."""
    latest = _latest(scope, whole=True).subquery()
    step = latest.c.total - latest.c.total % width
    return [
        (int(low), count) for low, count in connection.execute(select(step, func.count()).group_by(step).order_by(step))
    ]


def areas(connection: Connection, scope: Scope) -> list[tuple[str, int, int]]:
    """Return (area, mean share × 10¹⁰, how many evaluations) of whole evaluations, the weakest first."""
    latest = _latest(scope, whole=True).subquery()
    mean = func.avg(area.c.share)
    wanted = (
        select(area.c.area, mean, func.count())
        .join(latest, latest.c.subject_id == area.c.subject_id)
        .group_by(area.c.area)
        .order_by(mean, area.c.area)
    )
    return [(name, round(share), count) for name, share, count in connection.execute(wanted)]


def trend(connection: Connection, kanwil: str) -> list[tuple[int, int, int, int]]:
    """Return (year, whole evaluations, mean total × 10¹⁰, how many meet their target), oldest year first."""
    latest = _latest(Scope(0, kanwil), whole=True, every_year=True).subquery()
    wanted = select(latest.c.year, func.count(), func.avg(latest.c.total), func.sum(latest.c.met))
    rows = connection.execute(wanted.group_by(latest.c.year).order_by(latest.c.year))
    return [(year, count, round(total), int(met)) for year, count, total, met in rows]


def recap(connection: Connection, scope: Scope, size: int) -> list[PageRow]:
    """Return the whole evaluations of a year for the panel, the highest total first, at most ``size``."""
    latest = _latest(scope, whole=True).subquery()
    wanted = (
        select(satker.c.summary.label("unit"), satker.c.code, satker.c.subject_id, latest.c.summary)
        .join(satker, satker.c.subject_id == latest.c.satker_id)
        .order_by(latest.c.total.desc(), satker.c.code)
        .limit(size)
    )
    return [
        PageRow(json.loads(row.unit), [json.loads(row.summary)], (row.code, row.subject_id))
        for row in connection.execute(wanted)
    ]


def _evaluations(connection: Connection, satker_ids: Sequence[str]) -> Mapping[str, list[Json]]:
    wanted = select(evaluation.c.satker_id, evaluation.c.summary).where(evaluation.c.satker_id.in_(satker_ids))
    found: dict[str, list[Json]] = {}
    for satker_id, summary in connection.execute(wanted):
        found.setdefault(satker_id, []).append(json.loads(summary))
    return found


def _latest(scope: Scope, *, whole: bool = False, every_year: bool = False) -> Select[Any]:
    """Return the last round of each satker's evaluation: one row a satker and year, of the satker that pages show."""
    later = evaluation.alias("later")
    wanted = (
        select(evaluation)
        .join(satker, satker.c.subject_id == evaluation.c.satker_id)
        .where(
            satker.c.archived == 0,
            evaluation.c.activity == EVALUATED,
            ~exists().where(
                and_(
                    later.c.satker_id == evaluation.c.satker_id,
                    later.c.year == evaluation.c.year,
                    later.c.activity == evaluation.c.activity,
                    later.c.round > evaluation.c.round,
                )
            ),
        )
    )
    if not every_year:
        wanted = wanted.where(evaluation.c.year == scope.year)
    if whole:
        wanted = wanted.where(evaluation.c.status.in_(WHOLE))
    if scope.kanwil:
        wanted = wanted.where(satker.c.kanwil == scope.kanwil)
    return wanted
