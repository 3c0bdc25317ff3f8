"""Rows of the consolidated store beside the lines: who vouched, what waits, summaries, what came in."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection, RowMapping, delete, func, select, update

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.events import Subject
from zi_desktop.domain.figures import PLACES
from zi_desktop.storage.hub_store import put
from zi_desktop.storage.hub_tables import (
    answered,
    area,
    attestation,
    bundle,
    evaluation,
    evidence,
    fact,
    report,
    satker,
    subject,
    waiting,
)
from zi_desktop.storage.summaries import Summary

HUB: Final = "hub"
"""The fact of a store that names its hub."""
_SCALE: Final = Decimal(10) ** PLACES


@dataclass(frozen=True, slots=True)
class Attestation:
    """A device's signature over lines ``first`` to ``last`` of a stream; ``last_hash`` names the branch."""

    subject_id: str
    stream: str
    device: str
    first: int
    last: int
    previous: str
    last_hash: str
    signature: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A verified segment that is not applied: ``why`` is ``gap`` or ``device``."""

    subject: Subject
    stream: str
    first: int
    last_hash: str
    device: str
    why: str
    segment: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """A bundle that was read: ``state`` is ``taken``, ``had`` or ``rejected``, ``detail`` its counts or its sentence."""

    installation: str
    key: str
    sha256: str
    at: str
    state: str
    detail: Json


def put_fact(connection: Connection, key: str, value: str) -> None:
    """Keep something that the store knows of itself."""
    put(connection, fact, [{"key": key, "value": value}])


def fact_of(connection: Connection, key: str) -> str:
    """Return something that the store knows of itself, or ""."""
    return connection.scalar(select(fact.c.value).where(fact.c.key == key)) or ""


def put_subject(connection: Connection, named: Subject, tips: Sequence[tuple[str, int, str]], lines: int) -> None:
    """Keep the tips that the summary of a subject was made from."""
    row = {"subject_id": named.id, "kind": named.kind, "tips": json.dumps([list(tip) for tip in tips]), "lines": lines}
    put(connection, subject, [row])


def tips_of(connection: Connection, subject_ids: Iterable[str]) -> dict[str, list[tuple[str, int, str]]]:
    """Return the tips of subjects that have lines, by id."""
    found = connection.execute(
        select(subject.c.subject_id, subject.c.tips).where(subject.c.subject_id.in_(list(subject_ids)))
    )
    return {id_: [(stream, seq, hash_) for stream, seq, hash_ in json.loads(tips)] for id_, tips in found}


def put_attestations(connection: Connection, items: Sequence[Attestation]) -> None:
    """Keep signatures."""
    put(connection, attestation, [{name: getattr(item, name) for name in Attestation.__slots__} for item in items])


def attestations_of(connection: Connection, subject_id: str) -> list[Attestation]:
    """Return the signatures over the lines of a subject."""
    names = [attestation.c[name] for name in Attestation.__slots__]
    found = select(*names).where(attestation.c.subject_id == subject_id)
    return [Attestation(*row) for row in connection.execute(found.order_by(attestation.c.stream, attestation.c.first))]


def waiting_of(connection: Connection, subject_id: str) -> list[Waiting]:
    """Return the segments of a subject that wait."""
    return _waiting(connection, subject_id)


def all_waiting(connection: Connection) -> list[Waiting]:
    """Return every segment that waits."""
    return _waiting(connection, "")


def replace_waiting(connection: Connection, named: Subject, items: Sequence[Waiting]) -> None:
    """Keep these segments of a subject, and no other."""
    connection.execute(delete(waiting).where(waiting.c.subject_id == named.id))
    rows = [
        {
            "subject_id": item.subject.id, "stream": item.stream, "first": item.first, "last_hash": item.last_hash,
            "kind": item.subject.kind, "device": item.device, "why": item.why, "segment": item.segment,
        }
        for item in items
    ]  # fmt: skip
    put(connection, waiting, rows)


def put_evaluation(connection: Connection, summary: Summary, shares: Mapping[str, str]) -> None:
    """Store what is shown of an evaluation, and what it reached of each area: 0 to 1 as decimal text."""
    put_evaluations(connection, [(summary, shares)])


def put_evaluations(connection: Connection, items: Sequence[tuple[Summary, Mapping[str, str]]]) -> None:
    """Store what is shown of many evaluations at once, each with its shares (see ``put_evaluation``)."""
    put(connection, evaluation, [_evaluation_row(summary) for summary, _ in items])
    put(
        connection,
        area,
        [
            {"subject_id": summary.id, "area": name, "year": summary.content["year"], "share": scaled(share)}
            for summary, shares in items
            for name, share in shares.items()
        ],
    )


def put_satker(connection: Connection, summary: Summary) -> None:
    """Store what is shown of a satker."""
    put_satkers(connection, [summary])


def put_satkers(connection: Connection, summaries: Sequence[Summary]) -> None:
    """Store what is shown of many satker at once."""
    put(connection, satker, [_satker_row(summary) for summary in summaries])


def put_evidence(connection: Connection, subject_id: str, files: Iterable[str]) -> None:
    """Note which files an evaluation speaks of; what is known of one already stays."""
    rows = [{"subject_id": subject_id, "sha256": sha256, "size": 0, "here": 0} for sha256 in sorted(set(files))]
    put(connection, evidence, rows, keep=True)


def mark_evidence(connection: Connection, sizes: Mapping[str, int]) -> None:
    """Note that the bytes of files (digest to size) are here, for every evaluation that speaks of them."""
    for sha256, size in sorted(sizes.items()):
        connection.execute(update(evidence).where(evidence.c.sha256 == sha256).values(size=size, here=1))


def evidence_lacking(connection: Connection) -> list[str]:
    """Return the digests of files that lines speak of and whose bytes are not here, sorted."""
    wanted = select(evidence.c.sha256).where(evidence.c.here == 0).distinct().order_by(evidence.c.sha256)
    return list(connection.scalars(wanted))


def evidence_here(connection: Connection, subject_ids: Iterable[str]) -> list[str]:
    """Return the digests of the files of some evaluations whose bytes are here, sorted."""
    wanted = select(evidence.c.sha256).where(evidence.c.subject_id.in_(list(subject_ids)), evidence.c.here == 1)
    return list(connection.scalars(wanted.distinct().order_by(evidence.c.sha256)))


def put_report(connection: Connection, subject_id: str, seal: str, sha256: str, record: bytes) -> None:
    """Keep the signed JSON of a sealed report, and the digest of its PDF."""
    put(connection, report, [{"subject_id": subject_id, "seal": seal, "sha256": sha256, "record": record}])


def report_record(connection: Connection, subject_id: str, seal: str) -> bytes | None:
    """Return the signed JSON under a seal, or None where it is not here."""
    wanted = select(report.c.record).where(report.c.subject_id == subject_id, report.c.seal == seal)
    found = connection.scalar(wanted)
    return None if found is None else bytes(found)


def unlisted_evaluations(connection: Connection) -> list[Subject]:
    """Return the evaluations of which there are lines and no summary."""
    listed = select(evaluation.c.subject_id)
    wanted = select(subject.c.kind, subject.c.subject_id).where(
        subject.c.kind == "evaluation", subject.c.lines > 0, subject.c.subject_id.not_in(listed)
    )
    return [Subject(kind, id_) for kind, id_ in connection.execute(wanted.order_by(subject.c.subject_id))]


def put_received(connection: Connection, item: Received) -> None:
    """Keep what came in and what became of it."""
    row = {name: getattr(item, name) for name in Received.__slots__}
    put(connection, bundle, [row | {"detail": json.dumps(item.detail, ensure_ascii=False)}])


def keys_read(connection: Connection, installation: str) -> frozenset[str]:
    """Return the keys of an inbox that were read, whatever became of them."""
    return frozenset(connection.scalars(select(bundle.c.key).where(bundle.c.installation == installation)))


def received(connection: Connection, sha256: str) -> Received | None:
    """Return what became of a bundle of that digest when it came first, or None."""
    wanted = select(bundle).where(bundle.c.sha256 == sha256).order_by(bundle.c.at, bundle.c.key).limit(1)
    row = connection.execute(wanted).mappings().one_or_none()
    return _received(row) if row else None


def received_from(connection: Connection, installation: str) -> list[Received]:
    """Return what came from an installation, by key."""
    wanted = select(bundle).where(bundle.c.installation == installation).order_by(bundle.c.key)
    return [_received(row) for row in connection.execute(wanted).mappings()]


def put_answered(connection: Connection, installation: str, number: int, digest: str) -> None:
    """Keep the number of an installation's last receipt, and the digest of what it said."""
    put(connection, answered, [{"installation": installation, "number": number, "digest": digest}])


def answered_last(connection: Connection, installation: str) -> tuple[int, str]:
    """Return the number of an installation's last receipt (0 = none), and the digest of what it said."""
    wanted = select(answered.c.number, answered.c.digest).where(answered.c.installation == installation)
    row = connection.execute(wanted).one_or_none()
    return (row.number, row.digest) if row else (0, "")


def counts(connection: Connection) -> dict[str, int]:
    """Return how many evaluations, satker, lines and bundles there are, and how many segments wait."""
    wanted: dict[str, Json] = {
        "evaluations": select(func.count()).select_from(evaluation),
        "satker": select(func.count()).select_from(satker),
        "lines": select(func.coalesce(func.sum(subject.c.lines), 0)),
        "bundles": select(func.count()).select_from(bundle),
        "waiting": select(func.count()).select_from(waiting),
        "evidence_missing": select(func.count()).select_from(evidence).where(evidence.c.here == 0),
    }
    return {name: int(connection.scalar(statement) or 0) for name, statement in wanted.items()}


def scaled(decimal: str) -> int:
    """Return a decimal text of at most ten places as an integer, × 10¹⁰."""
    return int(Decimal(decimal) * _SCALE)


def _received(row: RowMapping) -> Received:
    return Received(**{**row, "detail": json.loads(row["detail"])})


def _waiting(connection: Connection, subject_id: str) -> list[Waiting]:
    wanted = select(
        waiting.c.kind, waiting.c.subject_id, waiting.c.stream, waiting.c.first, waiting.c.last_hash,
        waiting.c.device, waiting.c.why, waiting.c.segment,
    ).order_by(waiting.c.subject_id, waiting.c.stream, waiting.c.first, waiting.c.last_hash)  # fmt: skip
    if subject_id:
        wanted = wanted.where(waiting.c.subject_id == subject_id)
    rows = connection.execute(wanted)
    return [Waiting(Subject(row[0], row[1]), *row[2:7], bytes(row.segment)) for row in rows]


def _stored(summary: Summary) -> dict[str, str]:
    return {"summary": json.dumps(summary.content, ensure_ascii=False), "stamp": summary.stamp}


def _evaluation_row(summary: Summary) -> dict[str, object]:
    content = summary.content
    return {
        "subject_id": summary.id, "satker_id": content["satker"], "year": content["year"],
        "activity": content["activity"], "round": content["round"], "status": content["status"],
        "target": content["target"], "stage": content["stage"], "met": int(content["standing"]["met"]),
        "answered": content["answered"], "total": scaled(content["total"]), **_stored(summary),
    }  # fmt: skip


def _satker_row(summary: Summary) -> dict[str, object]:
    content = summary.content
    return {
        "subject_id": summary.id, "code": content["code"], "name": content["name"], "kanwil": content["kanwil"],
        "archived": int(content["archived"]), **_stored(summary),
    }  # fmt: skip
