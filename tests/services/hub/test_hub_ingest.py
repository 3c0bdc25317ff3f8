"""The worker of the consolidated store, on SQLite and on a real PostgreSQL, with the lines of a real evaluation."""

import json
import random
import threading
import uuid
from itertools import groupby

import pytest
from builders import open_services
from event_makers import EVALUATION, Stream
from sqlalchemy import event, select

from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import fold
from zi_desktop.services.hub.ingest import HubIngest
from zi_desktop.storage import events, hub_rows, hub_store, hub_tables, summaries
from zi_desktop.storage.hub_store import open_store
from zi_desktop.sync.segments import redacted_segment, sign_segment
from zi_desktop.trust.device_keys import new_device_key

_KEY, _STRANGER = new_device_key(), new_device_key()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    if request.param == "sqlite":
        return str(tmp_path / "gabungan.db")
    return request.getfixturevalue("postgresql").url(f"zi_{uuid.uuid4().hex}")


@pytest.fixture
def store(address):
    with open_store(address, make=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def travelled(scored_original):
    """What a laptop sends of everything it has: its segments, in small pieces; and what its own lists show."""
    folder, id_ = scored_original
    with open_services(folder) as services, services.workspace.database.reading() as connection:
        lines = [line for each in events.subjects(connection) for line in events.load(connection, [each.id])]
        rows = {row.id: row for row in [*summaries.evaluations(connection), *summaries.satkers(connection)]}
    return pieces(lines, 15), rows, id_


def pieces(lines, size, key=_KEY):
    order = sorted(lines, key=lambda line: (line.subject.id, line.stream, line.seq))
    found = []
    for _, stream in groupby(order, key=lambda line: (line.subject.id, line.stream)):
        whole = list(stream)
        found += [sign_segment(whole[at : at + size], key) for at in range(0, len(whole), size)]
    return found


def known(device):
    return device == _KEY.device


def contents(store):
    """Return everything that a store holds, whatever the order in which it came."""
    with store.reading() as connection:
        return {
            name: sorted(
                tuple(bytes(v) if isinstance(v, memoryview) else v for v in row)
                for row in connection.execute(select(table))
            )
            for name, table in hub_tables.metadata.tables.items()
        }


def test_the_store_shows_what_the_laptop_shows(store, travelled):
    segments, rows, id_ = travelled
    taken = HubIngest(store, known).take(segments)
    assert sum(each.new for each in taken) == sum(len(segment.lines) for segment in segments)
    with store.reading() as connection:
        for table in (hub_tables.evaluation, hub_tables.satker):
            for row in connection.execute(select(table)):
                assert (json.loads(row.summary), row.stamp) == (
                    rows[row.subject_id].content,
                    rows[row.subject_id].stamp,
                )
        assert hub_store.count(connection, hub_tables.satker) + 1 == len(rows)
        shares = dict(connection.execute(select(hub_tables.area.c.area, hub_tables.area.c.share)).all())
        assert hub_rows.scaled(rows[id_].content["total"]) == connection.scalar(select(hub_tables.evaluation.c.total))
    assert sorted(shares) == ["1", "2", "3", "4", "5", "6"]
    assert all(0 < share <= 10**10 for share in shares.values())


def test_any_order_any_pieces_any_repetition_give_the_same_store(store, travelled, tmp_path):
    segments, *_ = travelled
    HubIngest(store, known).take(segments)
    chance = random.Random(5)
    with open_store(str(tmp_path / "lain.db"), make=True) as other:
        worker = HubIngest(other, known)
        for segment in chance.sample([*segments, *segments], 2 * len(segments)):
            worker.take([segment])
        there, here = contents(other), contents(store)
        assert there == here
        worker.take(segments)
        assert contents(other) == here


def test_two_workers_give_the_same_store_as_one(address, store, travelled, tmp_path):
    segments, *_ = travelled
    with open_store(str(tmp_path / "satu.db"), make=True) as one:
        HubIngest(one, known).take(segments)
        expected = contents(one)

    def work(share):
        with open_store(address) as own:
            worker = HubIngest(own, known)
            for segment in share:
                worker.take([segment])

    workers = [threading.Thread(target=work, args=(share,)) for share in (segments[::2], segments[1::2])]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert contents(store) == expected


def test_lines_behind_a_gap_are_kept_and_shown_until_it_closes(store, travelled):
    segments, *_ = travelled
    late = max(segments, key=lambda segment: segment.first)
    missing = next(
        each
        for each in segments
        if each.stream == late.stream and each.last + 1 == late.first and each.subject == late.subject
    )
    worker = HubIngest(store, known)
    taken = worker.take([segment for segment in segments if segment is not missing])
    assert sum(each.behind_gap for each in taken) == 1
    with store.reading() as connection:
        assert [(each.why, each.last_hash) for each in hub_rows.all_waiting(connection)] == [("gap", late.last_hash)]
    assert [each.new for each in worker.take([missing])] == [len(missing.lines) + len(late.lines)]
    with store.reading() as connection:
        assert hub_rows.all_waiting(connection) == []


def test_lines_of_an_unknown_device_wait_until_somebody_vouches_for_it(store):
    stream = Stream("x")
    segment = sign_segment([stream.begin(), stream.answer("A.I.1.i.a", "Ya")], _STRANGER)
    (taken,) = HubIngest(store, known).take([segment])
    assert (taken.new, taken.unknown_device) == (0, 1)
    with store.reading() as connection:
        assert hub_store.count(connection, hub_tables.line) == 0
    (taken,) = HubIngest(store, lambda _: True).take_waiting()
    assert (taken.new, taken.unknown_device) == (2, 0)
    with store.reading() as connection:
        assert hub_rows.all_waiting(connection) == []


def test_a_fork_is_stored_with_both_branches(store):
    stream, twin = Stream("x"), Stream("x")
    worker = HubIngest(store, known)
    one = [stream.begin(), stream.answer("A.I.1.i.a", "Ya")]
    other = [twin.begin(), twin.answer("A.I.1.i.a", "Tidak")]
    worker.take([sign_segment(one, _KEY), sign_segment(other, _KEY)])
    with store.reading() as connection:
        folded = fold(hub_store.lines_of(connection, EVALUATION))
    assert len(folded) == 3
    assert [fork.seq for fork in folded.forks] == [2]


def test_a_whole_line_takes_the_place_of_its_digest(store):
    stream = Stream("x")
    segment = sign_segment([stream.begin(), stream.answer("A.I.1.i.a", "Ya")], _KEY)
    worker = HubIngest(store, known)
    worker.take([redacted_segment(segment, lambda line: line.seq == 2)])
    with store.reading() as connection:
        assert connection.scalar(select(hub_tables.evaluation.c.answered)) == 0
    worker.take([segment])
    with store.reading() as connection:
        assert connection.scalar(select(hub_tables.evaluation.c.answered)) == 1
        assert hub_store.count(connection, hub_tables.line) == 2


def test_a_disagreement_is_counted(store):
    one, other = Stream("x"), Stream("y", "person-budi")
    begun = one.begin()
    (taken,) = HubIngest(store, known).take(
        [
            sign_segment([begun, one.answer("A.I.1.i.a", "Ya")], _KEY),
            sign_segment([other.answer("A.I.1.i.a", "Tidak")], _KEY),
        ]
    )
    assert taken.conflicts == 1


def test_an_evaluation_waits_for_its_edition_without_being_lost(store):
    stream = Stream("x")
    (taken,) = HubIngest(store, known).take([sign_segment([stream.begin(structure="0" * 64)], _KEY)])
    assert taken.new == 1
    with store.reading() as connection:
        assert hub_store.count(connection, hub_tables.evaluation) == 0
        assert hub_rows.unlisted_evaluations(connection) == [EVALUATION]


_FORBIDDEN = (
    "SEQUENCE",
    "NEXTVAL",
    "SERIAL",
    "ADVISORY",
    "XMIN",
    "TXID",
    "LISTEN",
    "NOTIFY",
    "TRIGGER",
    "JSONB",
    "RETURNING",
    "ROWNUM",
    "CTID",
)


def test_no_statement_leans_on_what_a_spread_database_lacks(store, travelled):
    said = []
    event.listen(store._engine, "before_cursor_execute", lambda *given: said.append(given[2].upper()))
    store.make()
    worker = HubIngest(store, known)
    worker.take(travelled[0])
    worker.take_waiting()
    assert any("INSERT INTO SUBJECT" in statement for statement in said)
    for statement in said:
        assert not [word for word in _FORBIDDEN if word in statement], statement


def test_subjects_that_lists_do_not_show_are_kept_too(store):
    other = Subject("kunjungan", "5f0c3a52-0000-5000-8000-000000000009")
    (taken,) = HubIngest(store, known).take(
        [sign_segment([Stream("x", subject=other).write("set", "mark/A", value=True)], _KEY)]
    )
    assert taken.new == 1
    with store.reading() as connection:
        assert hub_store.subjects(connection) == [other]
