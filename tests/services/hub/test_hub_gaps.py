"""What waits at the hub behind a part that never comes: who runs the hub may call it gone; a new store knows it too."""

import pytest
from builders import CHOICE

from zi_desktop.domain import cells
from zi_desktop.domain.errors import InvalidInputError, NotFoundError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.instrument import Column
from zi_desktop.services.exchange.outgoing import segments_of
from zi_desktop.services.hub.gaps import HubGaps
from zi_desktop.services.hub.ingest import HubIngest
from zi_desktop.storage import hub_rows, hub_store
from zi_desktop.storage.hub_store import open_store
from zi_desktop.sync.segments import events_of, sign_segment

WHY = "laptop penulisnya hilang"


@pytest.fixture
def torn(scored, hub):
    """The lines of a laptop's last run in three pieces, of which the hub has the first and the last."""
    for text in ("satu", "dua", "tiga"):
        scored.services.answering.note(scored.id, CHOICE, text)
    hub.services.devices.accept(scored.services.devices.card())
    subject, key = Subject("evaluation", scored.id), scored.services.devices.key()
    with scored.services.workspace.database.reading() as connection:
        streams = [events_of(each) for each in segments_of(connection, subject, key, withhold=True)]
    lines = next(each for each in streams if each[-1].cell == cells.note(Column.TPI, CHOICE))
    others = [sign_segment(each, key) for each in streams if each is not lines]
    early, middle, late = (sign_segment(part, key) for part in (lines[:-2], lines[-2:-1], lines[-1:]))
    came = [*others, early, late]
    give(hub, *came)
    return subject, lines, middle, came


def give(hub, *segments):
    with open_store(hub.database) as store:
        return HubIngest(store, lambda device: hub.services.devices.accepted().get(device, "")).take(segments)


def gaps(services):
    return HubGaps(services.workspace, services.settings, services.devices, services.hub_keys)


def listed(hub):
    with open_store(hub.database, reads=True) as store:
        return gaps(hub.services).all(store)


def declare(hub, part, why=WHY, by=None):
    with open_store(hub.database, reads=True) as store:
        gaps(by or hub.services).declare(store, part, why)


def held(hub, subject):
    with open_store(hub.database) as store, store.reading() as connection:
        return {line.hash for line in hub_store.lines_of(connection, subject)}, hub_rows.all_waiting(connection)


def test_the_hub_calls_a_part_gone_and_the_next_run_takes_what_waited(hub, torn):
    subject, lines, *_ = torn
    (found,) = listed(hub)
    assert (found.gap.previous, found.waiting, found.acts) == (lines[-2].hash, 1, ())
    assert hub.ingest().waiting == 1, "nothing counts before somebody said so"
    with pytest.raises(NotFoundError):
        declare(hub, lines[0].hash)
    with pytest.raises(InvalidInputError, match="alasan"):
        declare(hub, lines[-2].hash, "")
    declare(hub, lines[-2].hash[:8])
    with pytest.raises(InvalidInputError, match="sudah dinyatakan"):
        declare(hub, lines[-2].hash[:8])
    assert hub.ingest().waiting == 0
    known, waiting = held(hub, subject)
    assert lines[-1].hash in known
    assert waiting == []
    (found,) = listed(hub)
    assert ([act.value["reason"] for act in found.acts], found.here, found.closed) == ([WHY], 1, False)


def test_the_act_is_the_workspaces_so_that_a_new_store_knows_it(hub, torn, tmp_path):
    subject, lines, _, came = torn
    declare(hub, lines[-2].hash)
    hub.ingest()
    before, _ = held(hub, subject)
    hub.database = str(tmp_path / "baru.db")
    open_store(hub.database, make=True).close()
    give(hub, *came)
    assert len(held(hub, subject)[1]) == 1
    hub.ingest()
    assert held(hub, subject) == (before, [])
    assert lines[-1].hash in before


def test_what_comes_after_all_is_taken_and_closes_the_gap(hub, torn):
    subject, lines, middle, _ = torn
    declare(hub, lines[-2].hash)
    hub.ingest()
    (taken,) = give(hub, middle)
    assert taken.new == 1
    assert {line.hash for line in lines} <= held(hub, subject)[0]
    (found,) = listed(hub)
    assert found.closed
    hub.ingest()
    assert hub.evaluations()[subject.id]["answered"] == 113


def test_a_workspace_that_runs_no_hub_says_nothing_at_a_store(hub, torn, scored):
    _, lines, *_ = torn
    with pytest.raises(NotFoundError, match="tidak mengelola hub"):
        declare(hub, lines[-2].hash, by=scored.services)
