"""The day of a visit: entries, meetings and minutes, written down whether the report is signed or not."""

import pytest
from builders import CHOICE, begin, open_services

from zi_desktop.domain.errors import EvidenceError, InvalidInputError, NotFoundError
from zi_desktop.services.evidence.cleaning import removable
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.visits.keeping import EntryText

PROMISE = EntryText("janji", "Laporan UPG triwulan III", who="Kasubag TU", item=CHOICE, due="2026-11-10")


@pytest.fixture
def id_(fresh, tmp_path):
    return begin(fresh, tmp_path)


def test_an_entry_is_written_changed_closed_and_opened_again(fresh, id_):
    ident = fresh.visits.add(id_, PROMISE)
    fresh.visits.edit(id_, ident, {"due": "2026-11-20"})
    [entry] = fresh.visits.of(id_).awaited
    assert (entry.id, entry.text, entry.due) == (ident, PROMISE.text, "2026-11-20")
    fresh.visits.close(id_, ident, answer="Diterima lewat surel")
    assert fresh.visits.of(id_).awaited == ()
    assert fresh.visits.of(id_).entries[0].answer == "Diterima lewat surel"
    fresh.visits.close(id_, ident, done=False)
    assert len(fresh.visits.of(id_).awaited) == 1
    fresh.visits.withdraw(id_, ident)
    assert fresh.visits.of(id_).entries == ()
    with pytest.raises(NotFoundError, match="tidak ada lagi"):
        fresh.visits.close(id_, ident)


@pytest.mark.parametrize(
    ("entry", "error", "named"),
    [
        (EntryText("janji", " "), InvalidInputError, "jenis dan isi"),
        (EntryText("rapat", "x"), InvalidInputError, "jenis dan isi"),
        (EntryText("janji", "x", due="besok"), InvalidInputError, "Tenggat besok"),
        (EntryText("janji", "x", item="A.X"), NotFoundError, "Butir A"),
    ],
    ids=["text", "kind", "due", "item"],
)
def test_what_is_incomplete_leaves_no_trace(fresh, id_, entry, error, named):
    with pytest.raises(error, match=named):
        fresh.visits.add(id_, entry)
    assert fresh.visits.of(id_).entries == ()


def test_a_meeting_keeps_what_is_not_named(fresh, id_):
    fresh.visits.meet(id_, "awal", {"day": "2026-11-03", "begin": "9:05", "place": "Aula"})
    fresh.visits.meet(id_, "awal", {"end": "10.30"})
    meeting = fresh.visits.of(id_).meeting("awal")
    assert (meeting.day, meeting.begin, meeting.end, meeting.place) == ("2026-11-03", "09.05", "10.30", "Aula")
    for key, fields, named in (
        ("awal", {"begin": "25.00"}, "Pukul 25"), ("awal", {"day": "kemarin"}, "bukan tanggal"), ("tengah", {}, "Pertemuan ialah"),
    ):  # fmt: skip
        with pytest.raises(InvalidInputError, match=named):
            fresh.visits.meet(id_, key, fields)
    assert fresh.visits.of(id_).meeting("awal") == meeting


def test_who_was_there_is_noted_once_and_can_be_taken_off(fresh, id_):
    for _ in range(2):
        fresh.visits.attend(id_, "akhir", "Siti Contoh", "Kasubag TU", "Lapas Contohrejo")
    [attendant] = fresh.visits.of(id_).meeting("akhir").attendants
    with pytest.raises(InvalidInputError, match="nama"):
        fresh.visits.attend(id_, "akhir", " ")
    fresh.visits.dismiss(id_, "akhir", attendant)
    assert fresh.visits.of(id_).meeting("akhir").attendants == ()


def test_minutes_are_set_field_by_field(fresh, id_):
    fresh.visits.set_minutes(id_, {"number": "BA-1", "scores": True, "paper": "f4"})
    fresh.visits.set_minutes(id_, {"day": "2026-11-05"})
    minutes = fresh.visits.of(id_).minutes
    assert (minutes.number, minutes.scores, minutes.paper, minutes.day) == ("BA-1", True, "f4", "2026-11-05")
    for wrong in ({"paper": "a3"}, {"day": "besok"}):
        with pytest.raises(InvalidInputError, match="Tidak ada yang tersimpan"):
            fresh.visits.set_minutes(id_, wrong)
    assert fresh.visits.of(id_).minutes == minutes


def test_the_signed_copy_is_kept_once(fresh, id_, tmp_path):
    scan = tmp_path / "BA bertanda tangan.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    sha256 = {fresh.visits.attach_minutes(id_, scan) for _ in range(2)}
    [kept] = fresh.visits.of(id_).scans
    assert {kept["sha256"]} == sha256
    assert (fresh.workspace.folder / "bukti" / kept["sha256"]).read_bytes() == scan.read_bytes()
    with pytest.raises(EvidenceError, match=r"tidak ada\.pdf"):
        fresh.visits.attach_minutes(id_, tmp_path / "tidak ada.pdf")


def test_a_clean_up_never_takes_the_signed_copy_nor_what_a_follow_up_names(fresh, id_, tmp_path):
    for name in ("BA.pdf", "SK.pdf", "lain.pdf"):
        (tmp_path / name).write_text(f"%PDF-1.4 {name}")
    fresh.visits.attach_minutes(id_, tmp_path / "BA.pdf")
    fresh.evidence.add(id_, [tmp_path / "SK.pdf", tmp_path / "lain.pdf"], CHOICE)
    links = {link.file.name: link for link in fresh.evidence.of(id_).links}
    remark = fresh.remarks.add(id_, RemarkEntry("x", "y"))
    fresh.remarks.follow_up(id_, remark, "SK terbit", files=[links["SK.pdf"].file.sha256])
    for link in links.values():
        fresh.evidence.retract(id_, link)
    assert [item.names for item in removable(fresh.workspace)] == [("lain.pdf",)]


def test_the_day_stays_open_after_the_signature(signed):
    folder, id_, _ = signed
    with open_services(folder) as services:
        ident = services.visits.add(id_, PROMISE)
        services.visits.close(id_, ident)
        services.visits.set_minutes(id_, {"number": "BA-1"})
        assert services.evaluations.open(id_).state.late == ()


def test_an_entry_is_found_by_the_beginning_of_its_id(fresh, id_):
    ident = fresh.visits.add(id_, PROMISE)
    assert fresh.visits.resolve(id_, ident[:8]) == ident
    with pytest.raises(NotFoundError):
        fresh.visits.resolve(id_, "")
