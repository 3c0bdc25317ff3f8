"""A line to a server that is slow, or that breaks after some bytes: a small proxy on the loopback."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

_CHUNK = 2048


class Line:
    """Passes bytes on; ``breaks_after`` counts those of one direction of a connection, ``rate`` is bytes a second."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._server = server
        self.breaks_after: int | None = None
        self.rate: int | None = None
        self.passed = 0
        self._open: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)  # ends the waiting in ``accept``
        self._listening.close()
        for end in self._open:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                here, _ = self._listening.accept()
                self._open.append(here)
                threading.Thread(target=self._carry, args=(here,), daemon=True).start()

    def _carry(self, here: socket.socket) -> None:
        with contextlib.suppress(OSError), here, socket.create_connection(self._server) as there:
            back = threading.Thread(target=self._pass_on, args=(there, here), daemon=True)
            back.start()
            self._pass_on(here, there)
            back.join()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while data := source.recv(_CHUNK):
                if self.breaks_after is not None and passed + len(data) > self.breaks_after:
                    break
                target.sendall(data)
                passed += len(data)
                self.passed += len(data)
                if self.rate is not None:
                    time.sleep(len(data) / self.rate)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def line_to(endpoint: str) -> Iterator[Line]:
    """Give a line to a server; its address is ``http://127.0.0.1:{port}``."""
    parts = urlsplit(endpoint)
    line = Line((parts.hostname, parts.port))
    try:
        yield line
    finally:
        line.close()
