"""What Kunjungan shows and keeps, without a window."""

import pytest
from builders import CHOICE, INDEX

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.domain.visit import BY_PERSON, BY_PLACE, Meeting, Minutes
from zi_desktop.ui.visit.presenter import VisitPresenter, attendance_text
from zi_desktop.ui.visit.shown import ALL, agenda_rows, entry_rows, entry_segments, meeting_words, minutes_words


def lines(meeting):
    return set(attendance_text(meeting.attendants).splitlines())


@pytest.fixture
def presenter(visited, jobs):
    presenter = VisitPresenter(visited.services, jobs)
    presenter.open(visited.id)
    return presenter


def test_the_agenda_holds_what_is_open_or_marked_by_person_and_by_place(presenter):
    shown = presenter.shown()
    for by in (BY_PERSON, BY_PLACE):
        codes = {row.id for group in agenda_rows(shown, by) for row in group.rows}
        assert codes == {CHOICE, INDEX}
        assert shown.open_items(by) == 2
    assert all(row.icon == "flag" for group in agenda_rows(shown, BY_PERSON) for row in group.rows)
    assert not any(row.title.endswith(".") for group in agenda_rows(shown, BY_PERSON) for row in group.rows)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("CONTOH-PW.02.03-101", "CONTOH-\u2060PW.02.03-\u2060101, 28\u00a0Okt\u00a02026"),
        ("CONTOH-PW.02.03-101/ITJ.CONTOH/2026", "CONTOH-PW.02.03-101/ITJ.CONTOH/2026, 28\u00a0Okt\u00a02026"),
        ("", "28\u00a0Okt\u00a02026"),
    ],
    ids=["short", "long", "none"],
)
def test_the_number_of_the_surat_tugas_stays_in_one_line_where_it_has_room(presenter, visited, number, told):
    visited.services.evaluations.plan(visited.id, {"letter": {"number": number, "date": "2026-10-28"}})
    assert dict(presenter.shown().plan)["Surat tugas"] == told


def test_what_is_awaited_stands_first_and_what_is_late_says_so(presenter):
    awaited, *others = entry_rows(presenter.shown(), ALL)
    assert awaited.title == "Masih ditunggu"
    assert [(row.end, row.end_ink) for row in awaited.rows] == [("Lewat 31 Jan 2020", "bad"), ("Ditunggu", "text2")]
    assert [group.key for group in others] == ["wawancara"]
    assert entry_segments(presenter.shown().entries)[0] == (ALL, "Semua 3")
    assert [group.key for group in entry_rows(presenter.shown(), "wawancara")] == ["wawancara"]


def test_an_entry_that_is_closed_leaves_what_is_awaited(presenter):
    [entry] = [each for each in presenter.shown().entries if each.kind == "janji"]
    presenter.close(entry.id, done=True, answer="Diterima lewat surel")
    groups = {group.key: group for group in entry_rows(presenter.shown(), ALL)}
    [row] = groups["janji"].rows
    assert (row.end, row.icon) == ("Diterima", "check-circle")
    assert "Diterima lewat surel" in row.detail
    presenter.close(entry.id, done=False)
    assert entry_rows(presenter.shown(), "janji")[0].key == "ditunggu"


def test_attendance_is_kept_as_lines_and_whoever_was_not_there_goes(presenter):
    fields = {"day": "2026-11-03", "begin": "9:05", "end": "", "place": "Aula", "notes": ""}
    presenter.keep_meeting("awal", fields, "Siti Contoh; Kepala; Lapas\n\n ; \nBudi Misal")
    meeting = presenter.shown().meetings["awal"]
    assert lines(meeting) == {"Siti Contoh; Kepala; Lapas", "Budi Misal"}
    assert meeting_words(meeting) == "3 Nov 2026 · 09.05 · Aula · 2 peserta"
    presenter.keep_meeting("awal", fields, "Budi Misal\nSiti Contoh; Kasubag; Lapas")
    assert lines(presenter.shown().meetings["awal"]) == {"Budi Misal", "Siti Contoh; Kasubag; Lapas"}


def test_a_wrong_hour_keeps_nothing(presenter):
    with pytest.raises(InvalidInputError, match="bukan jam"):
        presenter.keep_meeting("awal", {"begin": "25.00"}, "Siti Contoh")
    assert presenter.shown().meetings["awal"] == Meeting()


def test_what_is_not_known_is_a_dash():
    assert meeting_words(Meeting()) == "–"
    assert dict(minutes_words(Minutes()))["Nomor"] == "Diisi kemudian"
    assert dict(minutes_words(Minutes(scores=True)))["Nilai"] == "Dicetak"


def test_the_team_is_offered_for_a_meeting(presenter):
    assert presenter.team()[0].endswith("; Ketua tim")
