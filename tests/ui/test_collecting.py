"""A worker never collects garbage: widgets that wait in it would be deleted outside the window's thread."""

import gc
import threading
import weakref

from zi_desktop.ui.jobs import Jobs


class Ring:
    """Garbage that only a collection finds; notes the thread that deletes it."""

    def __init__(self, deleted_in):
        self.itself = self
        weakref.finalize(self, lambda: deleted_in.append(threading.current_thread()))


def test_garbage_goes_in_the_windows_thread_only(qtbot):
    deleted_in = []
    jobs = Jobs()

    def work(_progress):
        for _ in range(2 * gc.get_threshold()[0]):
            Ring(deleted_in)  # enough to make Python collect by itself, if it still did

    Ring(deleted_in)
    with qtbot.waitSignal(jobs.start(work, done=lambda _: None).finished):
        pass
    assert set(deleted_in) <= {threading.main_thread()}  # the window's own collection may have come meanwhile
    qtbot.waitUntil(lambda: bool(deleted_in))
    assert set(deleted_in) == {threading.main_thread()}
    jobs.wait()
    gc.enable()
