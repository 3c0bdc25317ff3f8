"""Makers of what travels: streams of lines, segments and whole bundles of plainly invented people."""

from zi_desktop.domain.events import GENESIS, Subject, write_line

EVALUATION = Subject("evaluation", "5f0c3a52-0000-5000-8000-000000000001")
SATKER = Subject("satker", "5f0c3a52-0000-5000-8000-000000000002")
PERSON = "5f0c3a52-0000-5000-8000-00000000000a"
WALL = "2026-03-02T09:15:00+07:00"


def stream(count, name="a", subject=EVALUATION, cell="note/tpi/A.I.1.i.a", text="Belum ada bukti."):
    """Return consecutive events of one stream."""
    made, previous = [], GENESIS
    for seq in range(1, count + 1):
        event = write_line(
            subject, (name * 32)[:32], seq, kind="set", cell=cell, value=f"{text} {seq}", edges=(), author=PERSON,
            wall=WALL, nonce=f"{seq:032x}", previous=previous,
        )  # fmt: skip
        made.append(event)
        previous = event.hash
    return made
