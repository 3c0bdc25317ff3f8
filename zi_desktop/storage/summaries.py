"""Summaries: what lists show without folding; stamped with what they were computed from, rebuilt when that differs."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, Table, select

from zi_desktop.domain.canonical import Json
from zi_desktop.storage.directory import put, stored_json
from zi_desktop.storage.tables import evaluation, satker


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary as stored: the JSON shown in lists, and the stamp ``versions:head``."""

    id: str
    content: Json
    stamp: str


def put_evaluation(connection: Connection, summary: Summary) -> None:
    """Store the summary of an evaluation."""
    content = summary.content
    row = {"id": summary.id, "satker_id": content["satker"], "year": content["year"], **_stored(summary)}
    put(connection, evaluation, row)


def put_satker(connection: Connection, summary: Summary) -> None:
    """Store the summary of a satker."""
    put(connection, satker, {"id": summary.id, "code": summary.content["code"], **_stored(summary)})


def evaluations(connection: Connection) -> list[Summary]:
    """Return the summaries of all evaluations, newest year first."""
    return _read(connection, evaluation, evaluation.c.year.desc(), evaluation.c.id)


def satkers(connection: Connection) -> list[Summary]:
    """Return the summaries of all satker by code."""
    return _read(connection, satker, satker.c.code, satker.c.id)


def _stored(summary: Summary) -> dict[str, str]:
    return {"summary": json.dumps(summary.content, ensure_ascii=False), "stamp": summary.stamp}


def _read(connection: Connection, table: Table, *order: object) -> list[Summary]:
    rows = connection.execute(select(table.c.id, table.c.summary, table.c.stamp).order_by(*order))  # type: ignore[arg-type]  # columns or orders of them
    return [Summary(row.id, stored_json(row.summary), row.stamp) for row in rows]
