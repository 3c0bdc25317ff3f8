"""The command line over one workspace: called, or called and expected to succeed."""

import pytest
from builders import begin, open_services


@pytest.fixture
def workspace(tmp_path):
    return tmp_path / "ruang kerja"


@pytest.fixture
def call(cli, workspace):
    """Call a command in the workspace."""
    return lambda *arguments: cli(*arguments, workspace=workspace)


@pytest.fixture
def done(call):
    """Call a command in the workspace, expect success without a sentence, and return its JSON."""

    def done(*arguments):
        printed = call(*arguments, "--json")
        assert (printed.status, printed.err) == (0, "")
        return printed.json

    return done


@pytest.fixture
def id_(workspace, tmp_path):
    """The evaluation with which the workspace begins."""
    with open_services(workspace) as services:
        return begin(services, tmp_path)
