"""Every file that lines name: where each stands, who brought it, where it was taken away."""

import pytest
from event_makers import CHOICE, RATIO, Stream, file_value

from zi_desktop.domain import cells
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.fold import fold
from zi_desktop.domain.named_files import MINUTES, REMARK, files_brought, named_files, taken_away

SK, SCAN, PROOF, UNKNOWN = (letter * 64 for letter in "abcd")
IDENT = "1" * 32
LATER, LAST = "2026-03-02T10:00:00+07:00", "2026-03-02T11:00:00+07:00"


def attached(name, sha256):
    return {"sha256": sha256, "name": name, "size": 9, "type": "application/pdf"}


def follow_up(*files):
    return {"text": "SK terbit", "day": "", "files": list(files)}


def take_away(stream, line, wall=LATER):
    return stream.write("retract", line.cell, {"retracts": [line.hash]}, [line.hash], wall=wall)


def named(lines):
    return {(each.place, each.file.sha256): (each.file.name, each.lines) for each in named_files(fold(lines))}


def test_nothing_is_named_at_first():
    assert named_files(fold([])) == ()
    assert list(taken_away(fold([]))) == []


def test_files_stand_at_items_in_the_inbox_at_preconditions_in_follow_ups_and_minutes():
    ani = Stream()
    places = (CHOICE, INBOX, "prasyarat.tlhp")
    lines = [ani.write("add", cells.evidence(place, SK), file_value("SK.pdf")) for place in places]
    scan = ani.write("add", cells.ATTACHED_MINUTES, attached("BA.pdf", SCAN))
    proof = ani.write("add", cells.attached(IDENT), attached("Foto.jpg", PROOF))
    entry = ani.write("add", cells.follow_up(IDENT), follow_up(PROOF, SK, UNKNOWN))
    brought = tuple(sorted(line.hash for line in lines))
    found = named([*lines, scan, proof, entry])
    assert {place: (name, tuple(sorted(hashes))) for place, (name, hashes) in found.items()} == {
        **{(place, SK): ("SK.pdf", brought) for place in (*places, f"{REMARK}{IDENT}")},
        (MINUTES, SCAN): ("BA.pdf", (scan.hash,)),
        (f"{REMARK}{IDENT}", PROOF): ("Foto.jpg", (proof.hash,)),
        (f"{REMARK}{IDENT}", UNKNOWN): ("", (entry.hash,)),
    }


def test_what_was_taken_away_is_named_no_longer_and_remembered():
    ani = Stream()
    evidence = [ani.write("add", cells.evidence(place, SK), file_value("SK.pdf")) for place in (CHOICE, RATIO)]
    scan = ani.write("add", cells.ATTACHED_MINUTES, attached("BA.pdf", SCAN))
    proof = ani.write("add", cells.attached(IDENT), attached("Foto.jpg", PROOF))
    entry = ani.write("add", cells.follow_up(IDENT), follow_up(PROOF))
    lines = [*evidence, scan, proof, entry]
    gone = [take_away(ani, evidence[0]), take_away(ani, scan), take_away(ani, proof, LAST), take_away(ani, entry)]
    folded = fold([*lines, *gone])
    assert {(each.place, each.file.sha256) for each in named_files(folded)} == {(RATIO, SK)}
    assert {(each.sha256, each.place, each.at) for each in taken_away(folded)} == {
        (SK, CHOICE, LATER), (SCAN, MINUTES, LATER), (PROOF, f"{REMARK}{IDENT}", LAST),
    }  # fmt: skip
    assert {sha256: brought.names for sha256, brought in files_brought(folded).items()} == {
        SK: {"SK.pdf"}, SCAN: {"BA.pdf"}, PROOF: {"Foto.jpg"},
    }  # fmt: skip


def test_a_retraction_of_what_is_not_here_takes_nothing_away():
    ani, budi = Stream(), Stream("b")
    other = ani.write("add", cells.ATTACHED_MINUTES, attached("BA.pdf", SCAN))
    gone = budi.write("retract", cells.attached(IDENT), {"retracts": [other.hash, "f" * 64]})
    twice = budi.write("retract", cells.attached(IDENT), {"retracts": [gone.hash]})
    folded = fold([other, gone, twice])
    assert list(taken_away(folded)) == []
    assert [each.place for each in named_files(folded)] == [MINUTES]


@pytest.mark.parametrize("noted_first", [True, False], ids=["noted-first", "kept-first"])
def test_the_line_that_kept_a_file_tells_of_it(noted_first):
    ani = Stream()
    noted = ani.write("add", cells.evidence(CHOICE, SK), {**file_value("dicatat.pdf"), "kept": False}, wall=LAST)
    kept = ani.write("add", cells.evidence(RATIO, SK), file_value("disalin.pdf"), wall=LATER)
    later = ani.write("add", cells.evidence(INBOX, SK), file_value("lagi.pdf"), wall="2026-03-03T08:00:00+07:00")
    lines = [noted, kept, later] if noted_first else [later, kept, noted]
    brought = files_brought(fold(lines))[SK]
    assert (brought.file.name, brought.file.kept) == ("disalin.pdf", True)
    assert brought.names == {"dicatat.pdf", "disalin.pdf", "lagi.pdf"}
    assert brought.lines == (kept.hash, noted.hash, later.hash)
    assert files_brought(fold([noted]))[SK].file.kept is False


def test_the_proof_of_a_withdrawn_remark_stays_named():
    ani = Stream()
    lines = [
        ani.write("set", cells.remark(IDENT, "origin"), "tpi"),
        ani.write("add", cells.attached(IDENT), attached("Foto.jpg", PROOF)),
        ani.write("set", cells.remark(IDENT, "withdrawn"), value=True),
    ]
    assert [each.place for each in named_files(fold(lines))] == [f"{REMARK}{IDENT}"]


@pytest.mark.parametrize("value", ["../../x", "a" * 63, "A" * 64, 7], ids=["path", "short", "capital", "number"])
def test_a_digest_that_is_none_is_named_by_nothing(value):
    ani = Stream()
    lines = [
        ani.write("add", cells.attached(IDENT), {**attached("x", SK), "sha256": value}),
        ani.write("add", cells.ATTACHED_MINUTES, {**attached("x", SK), "sha256": value}),
        ani.write("add", cells.follow_up(IDENT), follow_up(value)),
    ]
    assert named_files(fold(lines)) == ()
