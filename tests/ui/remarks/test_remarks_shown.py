"""The parts, groups and words of the screen "Catatan", and what its presenter keeps; without a window."""

import datetime as dt

import openpyxl
import pytest

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.ui.remarks.presenter import RemarksPresenter
from zi_desktop.ui.remarks.shown import (
    fact_words,
    follow_up_words,
    matching,
    part_segments,
    remark_rows,
)

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def presenter(services, remarked, jobs):
    presenter = RemarksPresenter(services, jobs)
    presenter.seen = []
    presenter.shown_changed.connect(presenter.seen.append)
    presenter.load()
    return presenter


@pytest.fixture
def rows(services, remarked):
    return services.remark_list.rows()


def test_parts_are_counted_and_what_is_overdue_is_open_too(rows):
    assert [text for _, text in part_segments(rows)] == ["Semua 3", "Lewat tenggat 1", "Terbuka 2", "Selesai 1"]


def test_what_is_overdue_stands_first(rows, remarked):
    groups = remark_rows(rows, TODAY)
    assert [(group.key, [row.id for row in group.rows]) for group in groups] == [
        ("lewat", [remarked[0]]), ("terbuka", [remarked[1]]), ("selesai", [remarked[2]]),
    ]  # fmt: skip
    late, awaited, done = [group.rows[0] for group in groups]
    assert (late.end, late.end_ink) == ("Lewat 31 Jan 2020", "bad")
    assert (awaited.end, done.end) == ("s.d. 12 Des 2099", "Selesai")
    assert "Kasubag Contoh" in late.detail


@pytest.mark.parametrize(
    ("part", "words", "found"),
    [("semua", "", 3), ("terbuka", "", 2), ("selesai", "", 1), ("lewat", "sop kasubag", 1), ("semua", "sop register", 0),
     ("semua", "A.I.5.I.B", 2)],
)  # fmt: skip
def test_a_part_and_words_narrow_the_list(rows, part, words, found):
    assert len(matching(rows, part, words)) == found


def test_a_remark_is_told_whole(rows):
    facts = dict(fact_words(rows[0]))
    assert (facts["Kondisi"], facts["Tenggat"]) == ("SOP masih konsep", "31 Jan 2020 · lewat tenggat")
    assert dict(fact_words(rows[2]))["Keadaan"] == "Selesai · Sudah diganti"
    assert "Akibat" not in facts


def test_only_what_was_changed_is_stated_again(presenter, services, evaluation, remarked):
    row = presenter.seen[-1].row(remarked[0])
    before = {name: getattr(row, name) for name in ("condition", "recommendation", "criterion", "due")}
    presenter.edit(row, before)
    assert len(presenter.seen) == 1
    presenter.edit(row, {**before, "due": "2099-01-01"})
    assert services.remarks.of(evaluation).get(row.id).due == "2099-01-01"
    assert not presenter.seen[-1].row(row.id).overdue
    with pytest.raises(InvalidInputError):
        presenter.edit(row, {**before, "condition": ""})


def test_a_follow_up_is_added_and_taken_back(presenter, remarked):
    assert presenter.follow_ups(presenter.seen[-1].row(remarked[0])) == ()
    presenter.follow_up(presenter.seen[-1].row(remarked[0]), "SOP ditetapkan", "2026-03-02")
    row = presenter.seen[-1].row(remarked[0])
    [entry] = presenter.follow_ups(row)
    assert follow_up_words([entry]) == (("2 Mar 2026", "SOP ditetapkan"),)
    presenter.take_back(row, entry)
    assert presenter.seen[-1].row(remarked[0]).done == 0


def test_a_state_moves_a_remark_to_its_group(presenter, remarked):
    presenter.progress(presenter.seen[-1].row(remarked[0]), "tidak_relevan", "Digabung")
    row = presenter.seen[-1].row(remarked[0])
    assert (row.state, row.reason, row.open) == ("tidak_relevan", "Digabung", False)


def test_what_was_withdrawn_last_comes_back(presenter, remarked):
    presenter.withdraw(presenter.seen[-1].row(remarked[0]))
    assert presenter.seen[-1].row(remarked[0]) is None
    assert presenter.put_back() == remarked[0]
    assert presenter.seen[-1].row(remarked[0])
    assert presenter.put_back() == ""


def test_what_is_shown_is_written_as_a_workbook(qtbot, presenter, tmp_path):
    with qtbot.waitSignal(presenter.exported) as told:
        presenter.export(presenter.seen[-1].rows[:1], tmp_path / "catatan.xlsx")
    assert told.args == [tmp_path / "catatan.xlsx"]
    sheet = openpyxl.load_workbook(tmp_path / "catatan.xlsx").active
    written = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "Tetapkan SOP" in written
    assert "Isi register" not in written
