"""Remarks of every state in one evaluation: overdue, awaited, done."""

import pytest

from zi_desktop.services.composition import open_services
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.samples.visit import prepare_sample

CODE = "A.I.5.i.b"
LATE = RemarkEntry("SOP masih konsep", "Tetapkan SOP", CODE, due="2020-01-31", responsible="Kasubag Contoh")
AWAITED = RemarkEntry("Register kosong", "Isi register", CODE, "kanwil", due="2099-12-12")
DONE = RemarkEntry("Papan pudar", "Ganti papan")


@pytest.fixture
def services(tmp_path):
    with open_services(tmp_path / "ruang kerja", write=True) as services:
        yield services


@pytest.fixture
def evaluation(services):
    """The id of an evaluation in which nothing is answered yet."""
    return prepare_sample(services)


@pytest.fixture
def remarked(services, evaluation):
    """The ids of a remark that is overdue, one that is awaited, one that is done, in an evaluation without others."""
    for remark in services.remarks.of(evaluation).all:
        services.remarks.withdraw(evaluation, remark.id)
    ids = [services.remarks.add(evaluation, entry) for entry in (LATE, AWAITED, DONE)]
    services.remarks.progress(evaluation, ids[-1], "selesai", "Sudah diganti")
    return ids
