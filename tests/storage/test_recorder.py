import datetime as dt

import pytest
from workspaces import NOON, SUBJECT, notes, record

from zi_desktop.domain.events import GENESIS, Subject
from zi_desktop.storage import events
from zi_desktop.storage.database import Database
from zi_desktop.storage.recorder import Recorder

OTHER = Subject("satker", "0b1f4f0e-55b5-5b0c-8a53-7f0a6a1f5b11")


@pytest.fixture
def database(tmp_path):
    opened = Database(tmp_path, write=True)
    yield opened
    opened.close()


@pytest.fixture
def recorder():
    return Recorder(lambda: NOON)


def test_a_stream_has_no_gaps_and_each_line_follows_the_one_before(database, recorder):
    made = [event for texts in (["a"], ["b", "c"], ["d"]) for event in record(database, *texts, recorder=recorder)]
    assert [event.seq for event in made] == [1, 2, 3, 4]
    assert [event.previous for event in made] == [GENESIS, *(event.hash for event in made[:-1])]
    assert len({event.stream for event in made}) == 1
    assert len({event.line for event in made}) == 4


def test_each_person_and_each_subject_has_a_row_of_numbers_of_its_own(database, recorder):
    with database.writing() as connection:
        first = recorder.record(connection, SUBJECT, "orang-1", notes("a"))
        second = recorder.record(connection, SUBJECT, "orang-2", notes("b"))
        third = recorder.record(connection, OTHER, "orang-1", notes("c"))
    assert first[0].stream == third[0].stream != second[0].stream
    assert [event.seq for event in (*first, *second, *third)] == [1, 1, 1]


def test_several_statements_of_one_transaction_follow_one_another(database, recorder):
    with database.writing() as connection:
        made = recorder.record(connection, SUBJECT, "orang-1", notes("a"))
        made += recorder.record(connection, SUBJECT, "orang-1", notes("b"), made)
    assert [event.seq for event in made] == [1, 2]
    assert made[1].previous == made[0].hash


def test_what_was_undone_leaves_no_gap(database, recorder):
    def give_up():
        with database.writing() as connection:
            recorder.record(connection, SUBJECT, "orang-1", notes("lost"))
            raise KeyError

    record(database, "a", recorder=recorder)
    with pytest.raises(KeyError):
        give_up()
    assert [event.seq for event in record(database, "b", recorder=recorder)] == [2]
    with database.reading() as connection:
        assert sorted(event.seq for event in events.load(connection, [SUBJECT.id])) == [1, 2]


def test_every_run_begins_a_stream_that_nobody_else_has(database):
    made = [record(database, "a", recorder=Recorder(lambda: NOON))[0] for _ in range(3)]
    assert len({event.stream for event in made}) == 3


def test_after_a_fault_nothing_is_continued(database, recorder):
    before = record(database, "a", recorder=recorder)[0]
    recorder.break_off()
    after = record(database, "b", recorder=recorder)[0]
    assert after.stream != before.stream
    assert (after.seq, after.previous) == (1, GENESIS)


def test_the_wall_clock_is_kept_with_its_offset_and_decides_nothing(database):
    years = iter([2026, 2025])
    recorder = Recorder(lambda: dt.datetime(next(years), 11, 3, tzinfo=dt.timezone(dt.timedelta(hours=9))))
    made = [record(database, text, recorder=recorder)[0] for text in "ab"]
    assert [event.wall for event in made] == ["2026-11-03T00:00:00+09:00", "2025-11-03T00:00:00+09:00"]
    assert [event.seq for event in made] == [1, 2]
