"""The tables of a workspace. ``event`` is the truth and never altered; the rest is local or can be computed again."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, Table, Text

metadata = MetaData()

event = Table(
    "event",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("line", LargeBinary, nullable=False),
    PrimaryKeyConstraint("subject_id", "stream", "seq", "hash"),
    sqlite_strict=True,
)
"""Lines as they were written. The key starts with the subject, so that a subject's lines lie together."""

draft = Table(
    "draft",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("cell", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("wall", Text, nullable=False),
    PrimaryKeyConstraint("subject_id", "cell", "author"),
    sqlite_strict=True,
)
"""What is being typed: durable at once, mutable, never synchronised."""

evaluation = Table(
    "evaluation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("satker_id", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("summary", Text, nullable=False),
    Column("remarks", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    sqlite_strict=True,
)
"""One row an evaluation: its summary and its remarks as JSON, the stamp (versions, head) of what they come from.

Remarks stand apart ("" is none), so that the list of evaluations does not read those of a thousand visits."""

satker = Table(
    "satker",
    metadata,
    Column("id", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    sqlite_strict=True,
)
"""One row a satker, likewise."""

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("nip", Text, nullable=False),
    Column("position", Text, nullable=False),
    sqlite_strict=True,
)
"""The directory: people are ids in events, their names stand here and can be corrected."""

setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)
"""Settings of this laptop."""

document = Table(
    "document",
    metadata,
    Column("evaluation_id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("seal", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    PrimaryKeyConstraint("evaluation_id", "seal"),
    sqlite_strict=True,
)
"""Sealed reports: the signed JSON, where the PDF lies, and the digest of its newest signed state."""

segment = Table(
    "segment",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("previous", Text, nullable=False),
    Column("last_hash", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("since", Integer, nullable=False),
    PrimaryKeyConstraint("subject_id", "stream", "device", "first", "last_hash"),
    sqlite_strict=True,
)
"""Which device vouched for lines that came from elsewhere, kept so that they are passed on as they came.

``since`` is the first of its lines that was not here before: the earlier ones were written on this laptop."""

withheld = Table(
    "withheld",
    metadata,
    Column("subject_id", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False),
    PrimaryKeyConstraint("subject_id", "hash"),
    sqlite_strict=True,
)
"""Lines of which only the digest is here: the chain holds. Of some no more came, and one that arrives whole later leaves
this table for ``event``; of others a signed act took the content away, and they stay."""

pending = Table(
    "pending",
    metadata,
    Column("device", Text, nullable=False),
    Column("last_hash", Text, nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("why", Text, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    PrimaryKeyConstraint("device", "last_hash"),
    sqlite_strict=True,
)
"""Verified segments that wait: behind a gap of their stream, or for the card of their device to be accepted."""

card = Table(
    "card",
    metadata,
    Column("device", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("accepted", Text, nullable=False),
    Column("at", Text, nullable=False),
    sqlite_strict=True,
)
"""Identity cards, this laptop's own among them; ``accepted`` says by what a person was bound to the device, "" = not yet."""

exchange = Table(
    "exchange",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("peer", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("detail", Text, nullable=False),
    sqlite_strict=True,
)
"""Bundles that went out and came in, and how far each got: the journal of an import that was interrupted."""

receipt = Table(
    "receipt",
    metadata,
    Column("hub_id", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
    PrimaryKeyConstraint("hub_id", "generation", "number"),
    sqlite_strict=True,
)
"""Receipts of a hub as it signed them: only what stands in one was received."""
