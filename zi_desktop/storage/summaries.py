"""Summaries: what lists show without folding; stamped with what they were computed from, rebuilt when that differs."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, Select, Table, delete, select

from zi_desktop.domain.canonical import Json
from zi_desktop.storage.directory import put, stored_json
from zi_desktop.storage.tables import evaluation, satker


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary as stored: the JSON shown in lists, and the stamp ``versions:head``.

    ``remarks`` is what the list of remarks shows of an evaluation, or None; reading evaluations leaves it out.
    """

    id: str
    content: Json
    stamp: str
    remarks: Json = None


def put_evaluation(connection: Connection, summary: Summary) -> None:
    """Store the summary of an evaluation."""
    content = summary.content
    remarks = json.dumps(summary.remarks, ensure_ascii=False) if summary.remarks else ""
    row = {
        "id": summary.id, "satker_id": content["satker"], "year": content["year"], "remarks": remarks,
        **_stored(summary),
    }  # fmt: skip
    put(connection, evaluation, row)


def put_satker(connection: Connection, summary: Summary) -> None:
    """Store the summary of a satker."""
    put(connection, satker, {"id": summary.id, "code": summary.content["code"], **_stored(summary)})


def drop(connection: Connection, id_: str) -> None:
    """Take the summary of an evaluation or a satker out of the lists."""
    for table in (evaluation, satker):
        connection.execute(delete(table).where(table.c.id == id_))


def evaluations(connection: Connection, satker_id: str = "") -> list[Summary]:
    """Return the summaries of all evaluations, newest year first; of one satker where it is named."""
    wanted = _stamped(evaluation).order_by(evaluation.c.year.desc(), evaluation.c.id)
    return _read(connection, wanted.where(evaluation.c.satker_id == satker_id) if satker_id else wanted)


def remarks(connection: Connection, satker_id: str = "") -> dict[str, Json]:
    """Return the remarks of every evaluation that has any, by its id; of one satker where it is named."""
    wanted = select(evaluation.c.id, evaluation.c.remarks).where(evaluation.c.remarks != "")
    if satker_id:
        wanted = wanted.where(evaluation.c.satker_id == satker_id)
    return {row.id: stored_json(row.remarks) for row in connection.execute(wanted)}


def evaluation_ids(connection: Connection) -> list[str]:
    """Return the ids of all evaluations."""
    return list(connection.scalars(select(evaluation.c.id)))


def satkers(connection: Connection, satker_id: str = "") -> list[Summary]:
    """Return the summaries of all satker by code, or of one."""
    wanted = _stamped(satker).order_by(satker.c.code, satker.c.id)
    return _read(connection, wanted.where(satker.c.id == satker_id) if satker_id else wanted)


def _stored(summary: Summary) -> dict[str, str]:
    return {"summary": json.dumps(summary.content, ensure_ascii=False), "stamp": summary.stamp}


def _stamped(table: Table) -> Select[tuple[str, str, str]]:
    return select(table.c.id, table.c.summary, table.c.stamp)


def _read(connection: Connection, wanted: Select[tuple[str, str, str]]) -> list[Summary]:
    return [Summary(row.id, stored_json(row.summary), row.stamp) for row in connection.execute(wanted)]
