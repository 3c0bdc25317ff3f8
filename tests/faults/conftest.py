"""A workspace with a short visit, copied for each test, and a second process that gets in its way."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from visits import ANSWERS, ROOT, begin, state

from zi_desktop.services.composition import open_services

PROGRAM = Path(__file__).with_name("other_process.py")


def arguments(words):
    return [sys.executable, str(PROGRAM), *map(str, words)]


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    """A closed workspace with one evaluation and 30 answers; never written again."""
    folder = tmp_path_factory.mktemp("asli")
    id_ = begin(folder)
    with open_services(folder, write=True) as services:
        for number in range(ANSWERS):
            state(services, id_, number)
    return folder, id_


@pytest.fixture
def visit(original, tmp_path):
    """A copy of it: the folder and the evaluation's id."""
    folder, id_ = original
    shutil.copytree(folder, tmp_path / "ruang kerja")
    return tmp_path / "ruang kerja", id_


@pytest.fixture
def shown(original):
    """Likewise, in a folder that other users of the machine may enter (pytest's own they may not)."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        shutil.copytree(original[0], Path(folder) / "ruang kerja")
        (Path(folder) / "ruang kerja").chmod(0o755)
        yield Path(folder) / "ruang kerja", original[1]


@pytest.fixture(scope="session")
def run():
    """Run ``other_process.py`` to its end and return what it said."""

    def run(*words):
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        finished = subprocess.run(
            arguments(words), cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert finished.returncode == 0, finished.stderr
        return finished.stdout.strip()

    return run


@pytest.fixture(scope="session")
def running():
    """Run it as long as a block lasts; it has begun when the block is entered."""

    @contextmanager
    def running(*words):
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(
            arguments(words), cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout.readline() == "siap\n"
            yield process
            process.kill()

    return running
