"""Export in the window: what is proposed, what is asked before a file is replaced, what is said afterwards."""

import json
from pathlib import Path

import pytest
from builders import CHOICE, begin, give, write_list
from focus_walk import name_of, reachable, walk
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from zi_desktop.domain.errors import FileWriteError
from zi_desktop.domain.instrument import Column
from zi_desktop.services.worksheets.exporting import Exporting, ExportLayout
from zi_desktop.ui.worksheets.export_dialog import ExportDialog, export
from zi_desktop.ui.worksheets.export_presenter import ExportPresenter
from zi_desktop.ui.worksheets.export_words import ExportSubject, Written, file_names, written_words

NAME = "LKE 2026 Lapas Kelas IIB Contohrejo"


@pytest.fixture
def one(fresh, tmp_path):
    id_ = begin(fresh, tmp_path)
    give(fresh, id_, CHOICE, "Ya")
    fresh.preferences.put("export_folder", str(tmp_path))
    return id_


@pytest.fixture
def several(fresh, one, tmp_path):
    fresh.satkers.import_list(write_list(tmp_path / "lagi.csv", "kode,nama\nC-2,Rutan: Kelas I/Misal\n"))
    return [one, fresh.evaluations.create("C-2", 2026)]


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def opened(qtbot, window, services, jobs, ids):
    export(services, jobs, ids, window)
    dialog = window.findChild(ExportDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or window))
    return dialog


def press(dialog, text):
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == text and each.isVisible())
    button.click()


def test_names_are_safe_on_every_disk_and_never_alike():
    subjects = [
        ExportSubject("1", 'Rutan: "Kelas" I/Misal. ', 2026, 1),
        ExportSubject("2", "RUTAN KELAS I MISAL", 2026, 1),
    ]
    assert file_names(subjects, ExportLayout.LAMPIRAN3, Column.TPI) == [
        "LKE 2026 Rutan Kelas I Misal.xlsx", "LKE 2026 RUTAN KELAS I MISAL (2).xlsx",
    ]  # fmt: skip
    again = ExportSubject("1", "Bapas Umpama", 2026, 2)
    assert file_names([again], ExportLayout.PORTALRB, Column.MANDIRI) == [
        "LKE 2026 Bapas Umpama putaran 2 PortalRB.xlsx"
    ]
    assert file_names([again], ExportLayout.LAMPIRAN3, Column.MANDIRI)[0].endswith("putaran 2 Mandiri.xlsx")


def test_the_line_tells_what_is_open():
    file = Path("lke.xlsx")
    assert written_words(Written((file,), 0, 0)) == "lke.xlsx tertulis."
    assert "3 butir TPI kosong; beda penilaian pada 2 butir" in written_words(Written((file,), 3, 2))
    assert written_words(Written((file, file), 0, 0, ("x",))) == "2 dari 3 buku kerja tertulis."


@pytest.mark.parametrize(
    ("layout", "name"),
    [
        (ExportLayout.LAMPIRAN3, f"{NAME}.xlsx"),
        (ExportLayout.PORTALRB, f"{NAME} PortalRB.xlsx"),
        (ExportLayout.PORTALRB_JSON, f"{NAME}.json"),
    ],
    ids=["lampiran3", "portalrb", "json"],
)
def test_one_evaluation_is_written_as_proposed(qtbot, fresh, one, jobs, tmp_path, layout, name):
    presenter = ExportPresenter(fresh, jobs, [one])
    plan = presenter.plan(layout, Column.TPI, presenter.proposed(layout, Column.TPI))
    with qtbot.waitSignal(presenter.written) as told:
        presenter.write(plan)
    assert told.args[0].files == (tmp_path / name,)
    assert told.args[0].unanswered == 112
    if layout is ExportLayout.PORTALRB_JSON:
        assert json.loads((tmp_path / name).read_text("utf-8"))["tahun"] == 2026
    else:
        assert load_workbook(tmp_path / name).sheetnames


def test_several_evaluations_are_a_file_each_or_one_list(qtbot, fresh, several, jobs, tmp_path):
    presenter = ExportPresenter(fresh, jobs, several)
    folder = presenter.proposed(ExportLayout.LAMPIRAN3, Column.TPI)
    assert folder == tmp_path
    with qtbot.waitSignal(presenter.written) as told:
        presenter.write(presenter.plan(ExportLayout.LAMPIRAN3, Column.TPI, folder))
    assert [file.name for file in told.args[0].files] == [f"{NAME}.xlsx", "LKE 2026 Rutan Kelas I Misal.xlsx"]
    listed = presenter.proposed(ExportLayout.PORTALRB_JSON, Column.TPI)
    with qtbot.waitSignal(presenter.written):
        presenter.write(presenter.plan(ExportLayout.PORTALRB_JSON, Column.TPI, listed))
    assert len(json.loads(listed.read_text("utf-8"))["units"]) == 2


def test_one_that_fails_does_not_stop_the_others(qtbot, fresh, several, jobs, tmp_path, monkeypatch):
    write = Exporting.export

    def refuse_first(self, id_, layout, path, column=Column.TPI):
        if id_ == several[0]:
            raise FileWriteError(path.name, "disk penuh")
        return write(self, id_, layout, path, column)

    monkeypatch.setattr(Exporting, "export", refuse_first)
    presenter = ExportPresenter(fresh, jobs, several)
    with qtbot.waitSignal(presenter.written) as told:
        presenter.write(presenter.plan(ExportLayout.PORTALRB, Column.TPI, tmp_path))
    assert len(told.args[0].files) == 1
    assert "Contohrejo" in told.args[0].failures[0]


def test_units_of_two_years_are_refused_in_words(qtbot, fresh, one, jobs, tmp_path):
    other = fresh.evaluations.create("C-1", 2025)
    presenter = ExportPresenter(fresh, jobs, [one, other])
    with qtbot.waitSignal(presenter.refused) as told:
        presenter.write(presenter.plan(ExportLayout.PORTALRB_JSON, Column.TPI, tmp_path / "daftar.json"))
    assert "satu tahun" in told.args[0]
    assert not (tmp_path / "daftar.json").exists()


def test_a_folder_or_a_bare_name_becomes_a_file_that_opens(fresh, one, jobs, tmp_path):
    presenter = ExportPresenter(fresh, jobs, [one])
    for place, layout, name in (
        (tmp_path, ExportLayout.PORTALRB, f"{NAME} PortalRB.xlsx"),
        (tmp_path / "lembar", ExportLayout.PORTALRB_JSON, "lembar.json"),
        (tmp_path / "lembar.xlsx", ExportLayout.LAMPIRAN3, "lembar.xlsx"),
    ):
        assert presenter.plan(layout, Column.TPI, place).files == (tmp_path / name,)


def test_the_ending_of_another_kind_of_file_is_refused_in_words(qtbot, fresh, one, jobs, window, tmp_path):
    dialog = opened(qtbot, window, fresh, jobs, [one])
    dialog.place.setText(str(tmp_path / "lke.json"))
    dialog.confirm()
    qtbot.waitUntil(lambda: "lke.json berakhiran .json" in dialog.message.text())
    assert not (tmp_path / "lke.json").exists()
    dialog.reject()


def test_an_export_can_be_stopped(qtbot, fresh, several, jobs, tmp_path):
    presenter = ExportPresenter(fresh, jobs, several)
    with qtbot.waitSignal(presenter.refused) as told:
        presenter.write(presenter.plan(ExportLayout.PORTALRB, Column.TPI, tmp_path)).cancel()
    assert "dibatalkan" in told.args[0]


def test_keys_alone_write_a_file(qtbot, fresh, one, jobs, window, tmp_path):
    dialog = opened(qtbot, window, fresh, jobs, [one])
    assert dialog.place.text() == str(tmp_path / f"{NAME}.xlsx")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert dialog.place.text().endswith("PortalRB.xlsx")
    assert not dialog.column_choice.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "tertulis; 112 butir TPI kosong" in dialog.message.text())
    assert (tmp_path / f"{NAME} PortalRB.xlsx").exists()
    assert QApplication.focusWidget() is dialog.cancel_button
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget().text() == "Ganti berkas"  # though a bar was shown before the question
    dialog.reject()


def test_a_file_that_is_there_is_replaced_only_after_a_question(qtbot, fresh, one, jobs, window, tmp_path):
    (tmp_path / f"{NAME}.xlsx").write_text("milik orang lain")
    dialog = opened(qtbot, window, fresh, jobs, [one])
    dialog.confirm()
    assert "Isinya akan diganti" in dialog.message.text()
    assert (tmp_path / f"{NAME}.xlsx").read_text() == "milik orang lain"
    press(dialog, "Ganti berkas")
    qtbot.waitUntil(lambda: "tertulis" in dialog.message.text())
    assert (tmp_path / f"{NAME}.xlsx").read_bytes().startswith(b"PK")
    dialog.reject()


@pytest.mark.parametrize(("typed", "told"), [("", "belum diisi"), ("tidak/ada/lke.xlsx", "Folder itu tidak ada")])
def test_a_place_that_is_none_is_refused(qtbot, fresh, one, jobs, window, typed, told):
    dialog = opened(qtbot, window, fresh, jobs, [one])
    dialog.place.setText(typed)
    dialog.confirm()
    assert told in dialog.message.text()
    assert QApplication.focusWidget() is dialog.place
    dialog.reject()


def test_the_folder_that_was_chosen_stays_when_the_layout_changes(qtbot, fresh, one, jobs, window, tmp_path):
    (tmp_path / "kirim").mkdir()
    dialog = opened(qtbot, window, fresh, jobs, [one])
    dialog.place.setText(str(tmp_path / "kirim" / "apa.xlsx"))
    dialog.layout_choice.set_current(ExportLayout.PORTALRB_JSON)
    dialog.layout_choice.chosen.emit(ExportLayout.PORTALRB_JSON)
    assert Path(dialog.place.text()) == tmp_path / "kirim" / f"{NAME}.json"
    dialog.reject()


def test_tab_goes_through_the_dialog(qtbot, fresh, several, jobs, window):
    dialog = opened(qtbot, window, fresh, jobs, several)
    walked = walk(qtbot, dialog)
    assert {name_of(widget) for widget in reachable(dialog) - set(walked)} == set()
    assert all(name_of(widget) for widget in walked)
    dialog.reject()
