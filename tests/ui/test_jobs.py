"""Work off the window's thread: its value, its failure, its end."""

import threading

import pytest

from zi_desktop.domain.workspace_errors import DiskFullError
from zi_desktop.ui.jobs import Jobs, Step


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    jobs.wait()


def test_the_value_comes_back_into_the_window_s_thread(qtbot, jobs):
    seen = []
    job = jobs.start(lambda _: threading.get_ident(), done=lambda worker: seen.append((worker, threading.get_ident())))
    with qtbot.waitSignal(job.finished):
        pass
    [(worker, here)] = seen
    assert here == threading.main_thread().ident
    assert worker != here


def test_jobs_run_one_after_the_other(qtbot, jobs):
    running, order = threading.Semaphore(1), []

    def alone(number):
        assert running.acquire(blocking=False)
        order.append(number)
        running.release()

    started = [jobs.start(lambda _, n=number: alone(n), done=lambda _: None) for number in range(5)]
    with qtbot.waitSignals([job.finished for job in started]):
        pass
    assert order == [0, 1, 2, 3, 4]


def test_progress_is_told_step_by_step(qtbot, jobs):
    steps = []

    def work(progress):
        progress.tell("Membaca berkas", 1, 2)
        progress.tell("Membaca berkas", 2, 2)

    jobs.started.connect(lambda job: job.progressed.connect(steps.append))
    job = jobs.start(work, done=lambda _: None)
    with qtbot.waitSignal(job.finished):
        pass
    assert steps == [Step("Membaca berkas", 1, 2), Step("Membaca berkas", 2, 2)]


def test_a_failure_goes_to_who_asked_for_it(qtbot, jobs):
    failures, values = [], []

    def fail(_):
        raise DiskFullError

    job = jobs.start(fail, done=values.append, failed=failures.append)
    with qtbot.waitSignal(job.finished):
        pass
    assert [type(failure) for failure in failures] == [DiskFullError]
    assert values == []


def test_a_failure_that_nobody_takes_rises_in_the_window_s_thread(qtbot, jobs):
    def fail(_):
        raise DiskFullError

    with qtbot.captureExceptions() as risen:
        job = jobs.start(fail, done=lambda _: None)
        with qtbot.waitSignal(job.finished):
            pass
    assert [kind for kind, _, _ in risen] == [DiskFullError]


def test_a_cancelled_job_stops_at_its_next_step_and_undoes_what_it_holds(qtbot, jobs):
    ready, go, undone, values = threading.Event(), threading.Event(), [], []

    def work(progress):
        try:
            ready.set()
            assert go.wait(5)
            progress.tell("Menulis")
        except BaseException:
            undone.append(True)
            raise

    job = jobs.start(work, done=values.append, cancellable=True)
    assert ready.wait(5)
    job.cancel()
    with qtbot.waitSignals([job.cancelled, job.finished]):
        go.set()
    assert undone == [True]
    assert values == []


def test_an_exclusive_job_is_told_at_its_beginning_and_its_end(qtbot, jobs):
    told = []
    jobs.exclusive_changed.connect(told.append)
    go = threading.Event()
    jobs.start(lambda _: go.wait(5), done=lambda _: told.append("done"), exclusive=True)
    assert told == [True]
    with qtbot.waitSignal(jobs.exclusive_changed):
        go.set()
    assert told == [True, "done", False]


def test_at_the_end_what_waits_for_the_window_is_stopped_and_what_writes_is_not(qtbot, jobs):
    never, ended = threading.Event(), []

    def waits(progress):
        while not never.wait(0.01):
            progress.tell("menunggu")

    def writes(progress):
        progress.tell("menulis")
        ended.append("ditulis")

    jobs.start(waits, done=lambda _: None, cancellable=True)
    jobs.start(writes, done=lambda _: None, cancellable=True, exclusive=True)
    jobs.wait()
    assert ended == ["ditulis"]
