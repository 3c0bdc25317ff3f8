"""What the consolidated store needs where two ids are one: summaries that go, rounds that are looked for."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, select

from zi_desktop.storage.hub_tables import area, evaluation, satker


def drop_summaries(connection: Connection, ids: Collection[str]) -> None:
    """Take evaluations and satker out of the lists; their lines stay."""
    for table, column in (
        (area, area.c.subject_id), (evaluation, evaluation.c.subject_id), (satker, satker.c.subject_id),
    ):  # fmt: skip
        connection.execute(delete(table).where(column.in_(ids)))


def rounds_of(connection: Connection, satkers: Collection[str]) -> set[tuple[int, str, int]]:
    """Return the year, activity and round of every evaluation that is listed under one of some satker (ids)."""
    wanted = select(evaluation.c.year, evaluation.c.activity, evaluation.c.round)
    return {
        (year, activity, round_)
        for year, activity, round_ in connection.execute(wanted.where(evaluation.c.satker_id.in_(satkers)))
    }
