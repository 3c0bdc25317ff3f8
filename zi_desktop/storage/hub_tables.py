"""The tables of the consolidated store, the same in SQLite and PostgreSQL; each key begins with the subject.

No sequences, triggers or advisory locks: the same tables suit databases that spread them over several machines.
"""

from typing import Final

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, Table, Text

SCHEMA: Final = 1
"""The number of this layout; a store of a later one is refused."""

metadata = MetaData()

fact = Table(
    "fact", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False)
)  # fmt: skip
"""What the store knows of itself: its layout, whose hub it is."""

subject = Table(
    "subject",
    metadata,
    Column("subject_id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("tips", Text, nullable=False),
    Column("lines", Integer, nullable=False),
)
"""One row a subject: what a worker locks before it looks at the lines; the tips that its summary was made from."""

line = Table(
    "line",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("line", LargeBinary, nullable=False),
    PrimaryKeyConstraint("subject_id", "stream", "seq", "hash"),
)
"""The truth: lines as they were written (never as jsonb, which reorders keys and drops doubled ones)."""

attestation = Table(
    "attestation",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("previous", Text, nullable=False),
    Column("last_hash", Text, nullable=False),
    Column("signature", Text, nullable=False),
    PrimaryKeyConstraint("subject_id", "stream", "device", "first", "last_hash"),
)
"""Which device vouched for which stretch of a stream."""

waiting = Table(
    "waiting",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last_hash", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("segment", LargeBinary, nullable=False),
    PrimaryKeyConstraint("subject_id", "stream", "first", "last_hash"),
)
"""Verified segments that cannot be applied yet: ``gap`` (earlier lines are missing) or ``device`` (nobody knows it)."""

evidence = Table(
    "evidence",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("here", Integer, nullable=False),
    PrimaryKeyConstraint("subject_id", "sha256"),
    Index("evidence_by_sha256", "sha256"),
)
"""Files of an evaluation: ``here`` is 1 where the hub holds the bytes (``size`` of them), 0 where lines only name them."""

report = Table(
    "report",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    PrimaryKeyConstraint("subject_id", "seal"),
)
"""Sealed reports: the signed JSON, and the digest of the PDF in its newest signed state."""

evaluation = Table(
    "evaluation",
    metadata,
    Column("subject_id", Text, primary_key=True),
    Column("satker_id", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("activity", Text, nullable=False),
    Column("round", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("met", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("total", BigInteger, nullable=False),
    Column("summary", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    Index("evaluation_by_satker", "satker_id", "year"),
    Index("evaluation_by_total", "year", "total", "satker_id"),
)
"""One row an evaluation: its summary as JSON, and what is asked of many at once. ``total``: points × 10¹⁰, rounded
half-even like the decimal strings of the summary, to sort and group by; exact figures come from the lines."""

area = Table(
    "area",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("area", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("share", BigInteger, nullable=False),
    PrimaryKeyConstraint("subject_id", "area"),
    Index("area_by_year", "year", "area", "share"),
)
"""What an evaluation reached of each of its areas, × 10¹⁰ (0 to 1)."""

satker = Table(
    "satker",
    metadata,
    Column("subject_id", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kanwil", Text, nullable=False),
    Column("archived", Integer, nullable=False),
    Column("summary", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    Index("satker_by_code", "code", "subject_id"),
    Index("satker_by_kanwil", "kanwil", "code", "subject_id"),
)
"""One row a satker as it is known last."""

bundle = Table(
    "bundle",
    metadata,
    Column("installation", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("detail", Text, nullable=False),
    PrimaryKeyConstraint("installation", "key"),
    Index("bundle_by_sha256", "sha256"),
)
"""What was read of each inbox and what became of it: ``taken``, ``had`` or ``rejected``, with counts or a sentence as JSON."""

answered = Table(
    "answered",
    metadata,
    Column("installation", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("digest", Text, nullable=False),
)
"""The number of the last receipt of each installation, and the digest of what it said."""
