"""The consolidated store on a SQLite file and on a real PostgreSQL: the same acts, the same rows."""

import threading
import uuid

import pytest
from sqlalchemy import select, text, update

from zi_desktop.domain.errors import HubStoreError, InvalidInputError
from zi_desktop.domain.events import GENESIS, Event, Subject, read_redacted, redacted_line, write_line
from zi_desktop.domain.workspace_errors import DamagedDatabaseError
from zi_desktop.storage import hub_store, hub_tables
from zi_desktop.storage.hub_store import open_store

_SUBJECT = Subject("evaluation", str(uuid.UUID(int=7)))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    if request.param == "sqlite":
        return str(tmp_path / "gabungan.db")
    return request.getfixturevalue("postgresql").url(f"zi_{uuid.uuid4().hex}")


@pytest.fixture
def store(address):
    with open_store(address, make=True) as opened:
        yield opened


def _stream(count: int, *, stream: str = "a" * 32, subject: Subject = _SUBJECT, value: str = "isi") -> list[Event]:
    events: list[Event] = []
    for seq in range(1, count + 1):
        previous = events[-1].hash if events else GENESIS
        events.append(
            write_line(
                subject, stream, seq, kind="set", cell=f"note/tpi/{seq}", value=value, edges=(), author="p1",
                wall="2026-11-02T09:00:00+07:00", nonce="0" * 32, previous=previous,
            )
        )  # fmt: skip
    return events


def test_lines_come_back_as_they_were_written(store):
    events = _stream(30, value='petik "\\t" \n 🙂')
    with store.writing() as connection:
        hub_store.locked(connection, _SUBJECT)
        hub_store.append(connection, events)
        hub_store.append(connection, [])
    with store.reading() as connection:
        found = hub_store.lines_of(connection, _SUBJECT)
        assert sorted(found, key=lambda e: e.seq) == events
        assert hub_store.subjects(connection) == [_SUBJECT]
        assert hub_store.count(connection, hub_tables.line) == 30


def test_what_is_written_together_is_there_afterwards(store):
    with store.writing() as connection:
        with hub_store.together(connection):
            for number in range(30):
                hub_store.put(connection, hub_tables.fact, [{"key": f"k{number}", "value": "1"}])
            hub_store.put(connection, hub_tables.fact, [{"key": f"m{number}", "value": "2"} for number in range(30)])
        assert hub_store.count(connection, hub_tables.fact) == 61
    with store.reading() as connection:
        assert hub_store.count(connection, hub_tables.fact) == 61


def test_who_locks_a_subject_first_is_told(store):
    other = Subject("evaluation", str(uuid.UUID(int=8)))
    with store.writing() as connection:
        assert hub_store.locked(connection, _SUBJECT)
        assert not hub_store.locked(connection, _SUBJECT)
    with store.writing() as connection:
        assert not hub_store.locked(connection, _SUBJECT)
        assert hub_store.begun(connection, [_SUBJECT, other]) == {_SUBJECT}
        assert hub_store.begun(connection, []) == set()


def test_a_line_that_was_changed_is_found(store):
    with store.writing() as connection:
        hub_store.append(connection, _stream(2))
        connection.execute(
            update(hub_tables.line).where(hub_tables.line.c.seq == 2).values(line=_stream(2, value="lain")[1].line)
        )
    with store.reading() as connection, pytest.raises(DamagedDatabaseError):
        hub_store.lines_of(connection, _SUBJECT)


def test_nothing_stays_of_a_transaction_that_broke(store):
    def break_off():
        with store.writing() as connection:
            hub_store.locked(connection, _SUBJECT)
            hub_store.append(connection, _stream(3))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    with store.reading() as connection:
        assert hub_store.count(connection, hub_tables.line) == 0
        assert hub_store.subjects(connection) == []


def test_two_workers_with_one_subject_take_turns(address, store):
    """The second sees what the first stored: neither sums up half of the lines."""
    with store.writing() as connection:
        hub_store.locked(connection, _SUBJECT)
    seen = {}
    entered = {name: threading.Event() for name in "ab"}

    def work(name: str, *, waits_for: str = "") -> None:
        with open_store(address) as own, own.writing() as connection:
            hub_store.locked(connection, _SUBJECT)
            before = len(hub_store.lines_of(connection, _SUBJECT))
            entered[name].set()
            if waits_for:
                entered[waits_for].wait(1)  # the other one must not come in while this one is inside
            hub_store.append(connection, _stream(50, stream=name * 32))
            seen[name] = (before, len(hub_store.lines_of(connection, _SUBJECT)))

    first = threading.Thread(target=work, args=("a",), kwargs={"waits_for": "b"})
    first.start()
    entered["a"].wait()
    second = threading.Thread(target=work, args=("b",))
    second.start()
    first.join()
    second.join()
    assert seen == {"a": (0, 50), "b": (50, 100)}


def test_a_row_is_replaced_or_kept(store):
    with store.writing() as connection:
        hub_store.put(connection, hub_tables.fact, [{"key": "k", "value": "1"}])
        hub_store.put(connection, hub_tables.fact, [{"key": "k", "value": "2"}], keep=True)
        assert _fact(connection) == "1"
        hub_store.put(connection, hub_tables.fact, [{"key": "k", "value": "2"}])
        hub_store.put(connection, hub_tables.fact, [])
        assert _fact(connection) == "2"


def _fact(connection):
    return connection.scalar(select(hub_tables.fact.c.value).where(hub_tables.fact.c.key == "k"))


def test_a_whole_line_takes_the_place_of_its_digest(store):
    events = _stream(2)
    with store.writing() as connection:
        hub_store.append(connection, [events[0], redacted(events[1])])
        assert hub_store.lines_of(connection, _SUBJECT) == [events[0], redacted(events[1])]
        places = hub_store.places_of(connection, _SUBJECT)
        assert {hash_: (place.seq, place.whole) for hash_, place in places.items()} == {
            events[0].hash: (1, True),
            events[1].hash: (2, False),
        }
        hub_store.replace_lines(connection, events[1:])
    with store.reading() as connection:
        assert hub_store.lines_of(connection, _SUBJECT) == events


def redacted(event):
    return read_redacted(redacted_line(event.line), event.previous, event.subject, event.stream, event.seq)


def test_making_twice_keeps_everything(address, store):
    with store.writing() as connection:
        hub_store.append(connection, _stream(3))
    with open_store(address, make=True) as again, again.reading() as connection:
        assert hub_store.count(connection, hub_tables.line) == 3


def test_a_store_of_a_later_program_is_refused(address, store):
    with store.writing() as connection:
        hub_store.put(connection, hub_tables.fact, [{"key": "schema", "value": "99"}])
    with pytest.raises(HubStoreError, match="versi program yang lain"):
        open_store(address)


def test_a_database_without_tables_is_named(postgresql, tmp_path):
    with pytest.raises(HubStoreError, match="belum disiapkan"):
        open_store(postgresql.url(f"zi_{uuid.uuid4().hex}"))
    with pytest.raises(HubStoreError, match="berkasnya tidak ada"):
        open_store(str(tmp_path / "tidak-ada.db"))
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("address", ["", "sqlite:///", "mysql://a/b", "postgresql", "x://"])
def test_what_is_no_database_is_refused(address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises((InvalidInputError, HubStoreError)) as refused:
        open_store(address)
    assert "Tidak ada yang" in str(refused.value)


def test_a_server_that_is_not_there_is_a_sentence_without_secrets():
    with pytest.raises(HubStoreError, match="tidak dapat dicapai") as refused:
        open_store("postgresql://uji:rahasia@127.0.0.1:1/zi?connect_timeout=2")
    assert "rahasia" not in str(refused.value)


def test_a_server_killed_in_the_middle_keeps_whole_transactions(postgresql):
    address = postgresql.url(f"zi_{uuid.uuid4().hex}")
    with open_store(address, make=True) as store:
        with store.writing() as connection:
            hub_store.append(connection, _stream(5))
        with pytest.raises(HubStoreError):
            _write_while(store, lambda: postgresql.stop("immediate"))
        postgresql.start()
        with store.reading() as connection:
            assert hub_store.count(connection, hub_tables.line) == 5


def test_a_server_killed_while_it_works_on_what_was_sent_keeps_nothing_of_it(postgresql):
    address = postgresql.url(f"zi_{uuid.uuid4().hex}")
    with open_store(address, make=True) as store:
        with pytest.raises(HubStoreError, match="tidak dapat dicapai"):
            _send_while(store, lambda: postgresql.stop("immediate"))
        postgresql.start()
        with store.reading() as connection:
            assert hub_store.begun(connection, [_SUBJECT]) == set()


def _send_while(store, disaster):
    with store.writing() as connection:
        hub_store.locked(connection, _SUBJECT)
        with hub_store.together(connection):
            hub_store.put(connection, hub_tables.fact, [{"key": "k", "value": "1"}])
            disaster()


def test_lines_that_the_server_gives_up_are_not_kept_and_that_is_a_sentence(postgresql):
    """As where it has no room: the connection lives, only the statement fails."""
    address = postgresql.url(f"zi_{uuid.uuid4().hex}")
    with open_store(address, make=True) as store:
        with pytest.raises(HubStoreError, match="tidak dapat dicapai"):
            _append_impatiently(store, _stream(5000))
        with store.reading() as connection:
            assert hub_store.count(connection, hub_tables.line) == 0


def _append_impatiently(store, lines):
    with store.writing() as connection:
        connection.exec_driver_sql("SET LOCAL statement_timeout = 1")  # ms
        hub_store.append(connection, lines)


def _write_while(store, disaster):
    with store.writing() as connection:
        hub_store.append(connection, _stream(5, stream="b" * 32))
        disaster()
        connection.execute(text("SELECT 1"))


def test_keys_begin_with_the_subject():
    """Only then can the tables be spread over machines by subject."""
    elsewhere = {"fact", "bundle", "answered"}
    for name, table in hub_tables.metadata.tables.items():
        first = next(iter(table.primary_key)).name
        assert first == "subject_id" or name in elsewhere, name
        assert not any(column.autoincrement is True or column.default is not None for column in table.columns)
