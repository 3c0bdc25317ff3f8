"""Fixtures: the laptops of a team, a visit that they share, and the hub of their Inspectorate."""

import pytest
from hub_makers import Hub
from laptops import begin_visit, introduce, laptop, send


@pytest.fixture
def rini(tmp_path):
    with laptop(tmp_path, "rini") as services:
        yield services


@pytest.fixture
def ahmad(tmp_path):
    with laptop(tmp_path, "ahmad") as services:
        yield services


@pytest.fixture
def bagus(tmp_path):
    with laptop(tmp_path, "bagus") as services:
        yield services


@pytest.fixture
def team(rini, ahmad, bagus):
    return [rini, ahmad, bagus]


@pytest.fixture
def visit(team, tmp_path):
    """Everybody knows everybody, and has the evaluation that the lead began."""
    introduce(*team)
    id_ = begin_visit(team[0], tmp_path)
    for other in team[1:]:
        send(team[0], other, id_, tmp_path)
    return id_


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stik").mkdir()
    return tmp_path / "stik"


@pytest.fixture
def hub(tmp_path, stick):
    with Hub(tmp_path, str(stick)) as made:
        yield made


@pytest.fixture
def enrolled(scored, hub):
    """The scored sample on a laptop that knows the hub."""
    scored.services.enrolment.enrol(hub.address, hub.fingerprint)
    return scored
