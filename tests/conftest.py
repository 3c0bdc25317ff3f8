"""Shared by all tests: pytest puts this folder on the path, so that tests may import the builders beside it."""

import shutil

import pytest
from builders import Answered, Printed, open_services
from servers import postgresql_server, s3_server

from zi_desktop.cli.program import run


@pytest.fixture(scope="session")
def told():
    """What the sample visit said while it ran (with ``signed_original``)."""
    return []


@pytest.fixture(scope="session")
def signed_original(tmp_path_factory, told):
    """The sample visit, run once: a finished, signed workspace and what the visit left."""
    from zi_desktop.services.samples.visit import run_sample_visit

    return run_sample_visit(tmp_path_factory.mktemp("visit") / "signed", told.append)


@pytest.fixture(scope="session")
def scored_original(tmp_path_factory):
    """The sample visit up to its signatures: everything answered, planned, looked through."""
    from zi_desktop.services.samples.visit import prepare_sample, score_sample

    folder = tmp_path_factory.mktemp("visit") / "scored"
    with open_services(folder) as services:
        id_ = prepare_sample(services)
        score_sample(services, id_)
    return folder, id_


@pytest.fixture
def signed(signed_original, tmp_path):
    """A copy of the signed sample workspace: (folder, evaluation's id, report)."""
    folder = tmp_path / "signed"
    shutil.copytree(signed_original.workspace, folder)
    report = folder / signed_original.report.relative_to(signed_original.workspace)
    return folder, signed_original.evaluation, report


@pytest.fixture
def scored(scored_original, tmp_path):
    """A copy of the scored sample workspace, open: services and the evaluation's id."""
    original, id_ = scored_original
    shutil.copytree(original, tmp_path / "scored")
    with open_services(tmp_path / "scored") as services:
        yield Answered(services, id_)


@pytest.fixture
def fresh(tmp_path):
    """An empty workspace, open."""
    with open_services(tmp_path / "fresh") as services:
        yield services


@pytest.fixture
def cli(capsys):
    """The command line in this process: ``cli("evaluation", "list", workspace=…)`` gives status, output and sentences."""

    def call(*arguments, workspace=None):
        capsys.readouterr()
        named = ["--workspace", str(workspace)] if workspace else []
        status = run([*named, *map(str, arguments)])
        printed = capsys.readouterr()
        return Printed(status, printed.out, printed.err)

    return call


@pytest.fixture(scope="session")
def s3():
    """A running S3 server."""
    with s3_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql():
    """A running PostgreSQL."""
    with postgresql_server() as server:
        yield server
