"""Real servers for tests: PostgreSQL of the system and an S3 server, each on a free port of the loopback, ended by its id."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from zi_desktop.domain.errors import TransportError
from zi_desktop.sync.transports import Keys, open_transport

_PATIENCE = 60
"""Seconds that a loaded machine may need to start a server."""


@dataclass(frozen=True, slots=True)
class S3Server:
    """A running store with one bucket; each test takes a prefix of its own."""

    endpoint: str
    keys: Keys

    def address(self, prefix: str) -> str:
        return f"s3://zi-hub/{prefix}?endpoint={self.endpoint}"


def s3_ports() -> list[int]:
    """Return free ports for an S3 server that is to be started again at the same address."""
    return [_free_port() for _ in range(8)]


@contextmanager
def s3_server(kept: Path | None = None, ports: Sequence[int] = ()) -> Iterator[S3Server]:
    """Run a SeaweedFS whose telemetry is off; with ``kept`` and ``ports`` it stands there again what it was."""
    keys = Keys("kunci-uji", "rahasia-uji")
    with nullcontext(str(kept)) if kept else tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "s3.json").write_text(
            '{"identities": [{"name": "uji", "credentials": [{"accessKey": "kunci-uji", "secretKey": "rahasia-uji"}],'
            ' "actions": ["Admin", "Read", "Write", "List"]}]}'
        )
        ports = ports or s3_ports()
        named = dict(zip(
            ("master.port", "master.port.grpc", "volume.port", "volume.port.grpc", "filer.port", "filer.port.grpc",
             "s3.port", "s3.port.grpc"), ports, strict=True,
        ))  # fmt: skip
        command = [
            _program("weed"), "server", "-s3", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false",
            f"-dir={folder}", f"-s3.config={folder / 's3.json'}", "-s3.iam=false", "-volume.max=50", "-master.volumeSizeLimitMB=256",
            "-s3.port.iceberg=0", "-s3.port.lance=0", *(f"-{key}={port}" for key, port in named.items()),
        ]  # fmt: skip
        with _running(command, folder / "log") as process:
            _wait_for(lambda: _accepts(named["s3.port"]), process, folder / "log")
            server = S3Server(f"http://127.0.0.1:{named['s3.port']}", keys)
            _wait_for(lambda: _takes(server), process, folder / "log")
            yield server


@contextmanager
def postgresql_server() -> Iterator["PostgresqlServer"]:
    """Run a PostgreSQL of its own: own user, own port of the loopback, own socket folder, no cluster of the system."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = PostgresqlServer(folder, _free_port())
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()


@dataclass(frozen=True, slots=True)
class PostgresqlServer:
    """A PostgreSQL that can be killed and started again; ``url(name)`` makes a database of that name."""

    folder: Path
    port: int

    def url(self, database: str) -> str:
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "uji", database)
        return f"postgresql://uji@127.0.0.1:{self.port}/{database}"

    def make(self) -> None:
        self._run("initdb", "-D", str(self._data), "-U", "uji", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")

    def start(self) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder}"
        self._run(
            "pg_ctl",
            "-D",
            str(self._data),
            "-w",
            "-t",
            str(_PATIENCE),
            "-l",
            str(self.folder / "log"),
            "-o",
            options,
            "start",
        )

    def stop(self, mode: str = "fast") -> None:
        """Stop it; ``immediate`` leaves as after a power cut."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-t", str(_PATIENCE), "-m", mode, "stop")

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _run(self, program: str, *arguments: str) -> None:
        """Run a program of PostgreSQL as a user that it accepts; what it says goes to a file, which a server may keep."""
        own = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        said = self.folder / f"{program}.said"
        with said.open("wb") as out:
            done = subprocess.run(
                [*own, _program(program), *arguments], check=False, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                cwd=self.folder, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program}: {said.read_text(errors='replace')}")


@contextmanager
def _running(command: Sequence[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=log.parent)
    try:
        yield process
    finally:
        process.kill()  # it does not end when it is asked to
        process.wait()


def _wait_for(ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    patience = time.monotonic() + _PATIENCE
    while not ready():
        if process.poll() is not None or time.monotonic() > patience:
            raise RuntimeError(log.read_text(errors="replace")[-2000:])
        time.sleep(0.1)


def _accepts(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _takes(server: S3Server) -> bool:
    """Tell whether the store takes objects yet: its ports open before its parts know each other."""
    store = open_transport(server.address("siap"), server.keys)
    try:
        return store.put_new(f"siap/{time.monotonic_ns()}", b"siap")
    except TransportError:
        return False


def _free_port() -> int:
    """Return a port below those that the system hands out to others by itself."""
    while True:
        port = 20_000 + secrets.randbelow(10_000)
        if not _accepts(port):
            return port


def _program(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    of_debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    found = shutil.which(name) or next((str(path) for path in (beside, *of_debian[-1:]) if path.exists()), None)
    if found is None:
        raise RuntimeError(f"{name} is missing; make test installs it")
    return found
