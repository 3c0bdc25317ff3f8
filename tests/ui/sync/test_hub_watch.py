"""Sent by itself: a folder that appears, a real S3 server that starts late, a slow line that keeps nobody from leaving."""

import threading
import uuid

import pytest
from broken_line import line_to
from builders import CHOICE
from hub_makers import Hub
from servers import s3_ports, s3_server

from zi_desktop.domain.errors import TransportError
from zi_desktop.services.exchange.exchanging import Exchanging
from zi_desktop.services.receipts import LOCAL, SENT, STORED
from zi_desktop.ui.jobs import Job, Jobs
from zi_desktop.ui.sync.hub_presenter import HubPresenter
from zi_desktop.ui.sync.hub_watch import SENDS_ITSELF, HubWatch

SOON = 30
"""Milliseconds: a test does not wait for minutes."""


@pytest.fixture
def watch(services, evaluation, jobs, qtbot):
    watch = HubWatch(services, jobs, soon_ms=SOON, again_ms=SOON)
    yield watch
    watch.deleteLater()
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))


def switch_on(services, hub):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    services.preferences.put(SENDS_ITSELF, value=True)


def states(services):
    return [each.state for each in services.exchanging.states()]


def test_a_folder_that_appears_gets_everything_and_the_receipt_comes_back(qtbot, services, hub, watch, tmp_path):
    switch_on(services, hub)
    (tmp_path / "pertukaran").rename(tmp_path / "dicabut")
    with qtbot.waitSignal(watch.met) as met:
        pass
    assert met.args == [None]
    assert states(services) == [LOCAL]
    (tmp_path / "dicabut").rename(tmp_path / "pertukaran")
    qtbot.waitUntil(lambda: states(services) == [STORED])
    hub.ingest()
    hub.accept_everybody()
    hub.ingest()
    qtbot.waitUntil(lambda: states(services) == [SENT])
    services.answering.note(*_an_item(services), "sesudahnya")
    qtbot.waitUntil(lambda: states(services) == [STORED])


def _an_item(services):
    [row] = services.evaluations.summaries()
    return row["id"], CHOICE


def test_a_store_that_starts_late_gets_everything(qtbot, services, evaluation, watch, tmp_path, monkeypatch):
    (tmp_path / "s3").mkdir()
    ports = s3_ports()
    with s3_server(tmp_path / "s3", ports) as server:
        monkeypatch.setenv("ZI_S3_ACCESS_KEY", server.keys.access)
        monkeypatch.setenv("ZI_S3_SECRET_KEY", server.keys.secret)
        hub = Hub(tmp_path, server.address(uuid.uuid4().hex), str(tmp_path / "gabungan.db"))
        hub.services.close()
        services.enrolment.enrol(hub.address, hub.fingerprint)
    services.preferences.put(SENDS_ITSELF, value=True)
    with qtbot.waitSignal(watch.met, timeout=30_000) as met:
        pass
    assert met.args == [None]
    with s3_server(tmp_path / "s3", ports):
        qtbot.waitUntil(lambda: states(services) == [STORED], timeout=120_000)


def test_nothing_is_sent_unless_it_was_switched_on(qtbot, services, hub, evaluation, jobs):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    watch = HubWatch(services, jobs, soon_ms=0, again_ms=0)
    watch.look()
    assert not jobs.findChildren(Job)
    assert states(services) == [LOCAL]


def test_without_an_address_nobody_is_asked(services, evaluation, jobs, monkeypatch):
    services.preferences.put(SENDS_ITSELF, value=True)
    watch = HubWatch(services, jobs, soon_ms=0, again_ms=0)
    watch.look()
    assert not jobs.findChildren(Job)


def test_it_waits_longer_and_longer_for_who_is_away_and_is_quick_again_afterwards(services, hub, jobs):
    services.enrolment.enrol(hub.address, hub.fingerprint)
    watch = HubWatch(services, jobs)
    calm = watch.pause_ms
    pauses = []
    for _ in range(12):
        watch._tell(None)
        pauses.append(watch.pause_ms)
    assert pauses == sorted(pauses)
    assert pauses[0] < pauses[-1] <= 60_000, "a stick is looked for at least every minute"
    watch._tell(object())
    assert watch.pause_ms == calm
    with services.workspace.database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE setting SET value = replace(value, '\"address\": \"', '\"address\": \"s3://') WHERE key = 'hub'"
        )
    for _ in range(12):
        watch._tell(None)
    assert watch.pause_ms == 600_000, "a network that is away is left alone"


def test_what_breaks_off_is_told_without_a_dialog_and_tried_again(qtbot, services, hub, watch, monkeypatch):
    def break_off(*_):
        raise TransportError("flashdisk", "medianya dicabut")

    switch_on(services, hub)
    with monkeypatch.context() as broken:
        broken.setattr(Exchanging, "push", break_off)
        with qtbot.waitSignal(watch.stuck) as stuck:
            pass
    assert "medianya dicabut" in stuck.args[0]
    qtbot.waitUntil(lambda: states(services) == [STORED])


def test_answers_go_on_while_it_is_sent(qtbot, services, hub, evaluation, jobs, monkeypatch):
    """The window writes between two bundles of an exchange that is under way; both are kept."""
    services.enrolment.enrol(hub.address, hub.fingerprint)
    presenter = HubPresenter(services, jobs)
    put, written = Exchanging._put, []

    def put_slowly(self, *rest):
        services.answering.note(evaluation, CHOICE, "ditulis sambil dikirim")
        written.append(True)
        return put(self, *rest)

    monkeypatch.setattr(Exchanging, "_put", put_slowly)
    with qtbot.waitSignal(presenter.exchanged):
        presenter.push()
        assert not jobs._exclusive
    assert written
    assert services.evaluations.open(evaluation).state.folded.cell(f"note/tpi/{CHOICE}").value


def test_a_slow_line_keeps_nobody_from_leaving(qtbot, services, evaluation, s3, tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("ZI_S3_ACCESS_KEY", s3.keys.access)
    monkeypatch.setenv("ZI_S3_SECRET_KEY", s3.keys.secret)
    (tmp_path / "besar.bin").write_bytes(uuid.uuid4().bytes * 65_536)
    services.evidence.add(evaluation, [tmp_path / "besar.bin"], CHOICE)
    jobs, threads = Jobs(), threading.active_count()
    with line_to(s3.endpoint) as line:
        address = f"s3://zi-hub/{uuid.uuid4().hex}?endpoint=http://127.0.0.1:{line.port}"
        hub = Hub(tmp_path, address, str(tmp_path / "gabungan.db"))
        hub.services.close()
        services.enrolment.enrol(hub.address, hub.fingerprint)
        line.rate = 8_000  # 64 kbit/s: the file alone takes two minutes
        presenter = HubPresenter(services, jobs)
        presenter.push()
        qtbot.waitUntil(lambda: states(services) == [STORED], timeout=60_000)
        before = line.passed
        qtbot.waitUntil(lambda: line.passed > before, timeout=60_000)
        jobs.wait()  # as the window does when it is closed
        assert line.passed < 500_000, "nobody waited for the file"
        line.rate = None
        qtbot.waitUntil(lambda: not any("run" in each.name for each in threading.enumerate()), timeout=60_000)
    qtbot.waitUntil(lambda: threading.active_count() <= threads, timeout=60_000)
    assert [each.files for each in services.exchanging.states()] == [1]
    assert states(services) == [STORED], "what was put stays put"
