"""The parts, groups and words of the screen "Catatan", and what its presenter keeps; without a window."""

import datetime as dt
from dataclasses import replace

import openpyxl
import pytest

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.ui.remarks.card_shown import cards_of
from zi_desktop.ui.remarks.follow_up import follow_up_words
from zi_desktop.ui.remarks.presenter import RemarksPresenter
from zi_desktop.ui.remarks.shown import ALL, RemarksShown, fact_words, matching, part_segments, remark_rows

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
    return tuple(services.remark_list.rows())


@pytest.fixture
def shown(rows):
    return RemarksShown(rows, TODAY, writable=True)


@pytest.fixture
def later(services, evaluation, remarked):
    """The next evaluation of the satker, and the presenter of its tab."""
    return services.evaluations.create("C-001", 2027)


@pytest.fixture
def tab(services, later, jobs):
    presenter = RemarksPresenter(services, jobs)
    presenter.seen = []
    presenter.shown_changed.connect(presenter.seen.append)
    presenter.open(later)
    return presenter


def test_parts_are_counted_and_what_is_overdue_is_open_too(shown):
    assert [text for _, text in part_segments(shown)] == ["Semua 3", "Lewat tenggat 1", "Terbuka 2", "Selesai 1"]
    one = max((row.recommendation or row.condition for row in shown.rows), key=len)
    counts = [int(text.split()[-1]) for _, text in part_segments(shown, one)]
    assert counts[0] == sum(counts[2:]) == len(matching(shown, ALL, one).rows) < 3, "a search counts what it finds"


def test_what_is_overdue_stands_first(shown, remarked):
    groups = remark_rows(shown)
    assert [(group.key, [row.id for row in group.rows]) for group in groups] == [
        ("lewat", [remarked[0]]), ("terbuka", [remarked[1]]), ("selesai", [remarked[2]]),
    ]  # fmt: skip
    late, awaited, done = [group.rows[0] for group in groups]
    assert (late.end, late.end_ink) == ("Lewat 31 Jan 2020", "bad")
    assert (awaited.end, done.end) == ("s.d. 12 Des 2099", "Selesai")
    assert "Kasubag Contoh" in late.detail
    assert groups[1].title == "Terbuka lainnya", "what is overdue is open as well"
    others = replace(shown, rows=tuple(row for row in shown.rows if not row.overdue))
    assert remark_rows(others)[0].title == "Terbuka"


@pytest.mark.parametrize(
    ("part", "words", "found"),
    [("semua", "", 3), ("terbuka", "", 2), ("selesai", "", 1), ("lewat", "sop kasubag", 1), ("semua", "sop register", 0),
     ("semua", "A.I.5.I.B", 2)],
)  # fmt: skip
def test_a_part_and_words_narrow_the_list(shown, part, words, found):
    assert len(matching(shown, part, words).listed) == found


def test_the_tab_of_an_evaluation_asks_about_what_earlier_ones_left_open(tab, remarked):
    shown = tab.seen[-1]
    assert (shown.rows, shown.unconfirmed) == ((), 2)
    assert [text for _, text in part_segments(shown)][:3] == ["Semua 2", "Terdahulu 2", "Lewat tenggat 0"]
    [group] = remark_rows(shown)
    assert {(row.id, row.end) for row in group.rows} == {(ident, "Belum diperiksa") for ident in remarked[:2]}
    assert "Evaluasi 2026" in group.rows[0].detail


def test_what_was_found_moves_it_and_is_told_where_it_was_written(tab, services, later, remarked):
    tab.confirm(tab.seen[-1].earlier_one(remarked[0]), "selesai", "SK terbit")
    shown = tab.seen[-1]
    assert [group.title for group in remark_rows(shown)] == [
        "Dari evaluasi terdahulu, belum diperiksa", "Dari evaluasi terdahulu, sudah diperiksa",
    ]  # fmt: skip
    earlier = shown.earlier_one(remarked[0])
    facts = dict(fact_words(earlier.row, earlier))
    assert (facts["Hasil pemeriksaan"], facts["Keadaan semula"]) == ("Sudah selesai · SK terbit", "Terbuka")
    row = next(row for row in services.remark_list.rows() if row.id == remarked[0])
    assert dict(fact_words(row))["Keadaan"] == "Selesai · menurut evaluasi 2027 · SK terbit"
    tab.confirm(earlier, "", "")
    assert tab.seen[-1].unconfirmed == 2
    assert services.remarks.of(later).all == ()


def test_the_tab_shows_its_own_remarks_and_no_others(tab, remarked):
    ident = tab.add({"condition": "x", "recommendation": "y", "item": "B.I.a"})
    assert [row.id for row in tab.seen[-1].rows] == [ident]


def test_the_card_of_an_item_counts_what_waits_and_shows_what_waits_longest(services, rows, later, remarked):
    own = cards_of(rows, (), TODAY)["A.I.5.i.b"]
    assert (own.count, own.ident, own.late, own.detail) == (
        "1 lewat tenggat", remarked[0], True, "Kasubag Contoh · tenggat 31 Jan 2020",
    )  # fmt: skip
    assert own.more == "1 lagi"
    done = cards_of(rows, (), TODAY)[""]
    assert (done.count, done.more) == ("1 selesai", "")
    asked = cards_of((), services.remark_list.earlier(later), TODAY)["A.I.5.i.b"]
    assert (asked.count, asked.detail) == ("2 terbuka", "Dari evaluasi 2026 · belum diperiksa")


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
    [told] = presenter.follow_ups(row)
    assert follow_up_words([told]) == (("2 Mar 2026", "SOP ditetapkan"),)
    presenter.take_back(row, told.entry)
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
