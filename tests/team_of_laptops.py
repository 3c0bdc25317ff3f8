"""Fixtures: two laptops of a team, a stick between them, and a hub."""

import pytest
from hub_makers import Hub
from laptops import begin_visit, introduce, laptop, send


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stik").mkdir()
    return tmp_path / "stik"


@pytest.fixture
def services(tmp_path):
    with laptop(tmp_path, "rini") as services:
        yield services


@pytest.fixture
def evaluation(services, tmp_path):
    return begin_visit(services, tmp_path)


@pytest.fixture
def colleague(services, evaluation, tmp_path):
    """Ahmad's laptop, known here, with the evaluation on it."""
    with laptop(tmp_path, "ahmad") as ahmad:
        introduce(services, ahmad)
        send(services, ahmad, evaluation, tmp_path)
        yield ahmad


@pytest.fixture
def stranger(services, evaluation, tmp_path):
    """Bagus' laptop, whom nobody here accepted yet, with the evaluation on it."""
    with laptop(tmp_path, "bagus") as bagus:
        bagus.bundle_intake.accept(services.devices.card())
        send(services, bagus, evaluation, tmp_path, plain=True)
        yield bagus


@pytest.fixture
def hub(tmp_path):
    (tmp_path / "pertukaran").mkdir()
    made = Hub(tmp_path, str(tmp_path / "pertukaran"), str(tmp_path / "gabungan.db"))
    yield made
    made.services.close()
