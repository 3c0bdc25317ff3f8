"""A worksheet that the program itself wrote for one evaluation is taken into another with nothing but the keyboard."""

import pytest
from builders import begin, open_services
from real_window import real_window

from zi_desktop import paths
from zi_desktop.domain.instrument import Column
from zi_desktop.services.worksheets.exporting import ExportLayout

NAME = "Lapas Kelas IIB Contohrejo"
FILE = "LKE satker.xlsx"


@pytest.fixture
def written(tmp_path):
    """A worksheet of the exporter, with the sample answers as those of TPI; and what it says."""
    with open_services(tmp_path / "ruang satker") as services:
        id_ = begin(services, tmp_path, name=NAME)
        services.answering.answer_list(id_, paths.resources() / "sample" / "answers.csv")
        services.exporting.export(id_, ExportLayout.LAMPIRAN3, tmp_path / FILE, Column.TPI)
        return tmp_path / FILE, dict(services.evaluations.open(id_).state.answers(Column.TPI))


@pytest.fixture
def window(tmp_path):
    with open_services(tmp_path / "ruang kerja") as services:
        begin(services, tmp_path, name=NAME)
    with real_window(tmp_path / "ruang kerja") as opened:
        yield opened


def judged(services):
    [evaluation] = services.evaluations.list()
    return dict(services.evaluations.open(evaluation["id"]).state.answers(Column.TPI))


def test_a_worksheet_of_the_exporter_is_imported_with_keys(window, written):
    file, answers = written
    window.start()
    window.press("ctrl+i")
    window.focus("Impor LKE")
    window.type(str(file))
    # The first Enter may go to the list of names that opens while the name is typed.
    window.until(lambda services: services.preferences.get("screen") == "impor", "Return")
    window.focus("Impor LKE – ZI Desktop")
    assert not window.read(judged), "a preview writes nothing"
    window.press("ctrl+Return")
    taken = window.until(judged)
    assert taken == answers
    window.focus(NAME)
    imported = window.read(
        lambda services: services.importing.history(services.evaluations.list()[0]["id"], Column.TPI)
    )
    assert [(item.name, item.layout) for item in imported] == [(FILE, "lampiran3")]
