"""Impor folder LKE as a person works with it: looked through, matched by hand, taken; one bad file stops no other."""

import pytest
from builders import CHOICE, write_list
from focus_walk import name_of, reachable, walk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from sheet_files import write_sheet

from zi_desktop.domain.instrument import Column
from zi_desktop.ui.theme import TextSize, ThemeChoice
from zi_desktop.ui.worksheets.folder_lines import FileState
from zi_desktop.ui.worksheets.folder_page import FolderPage
from zi_desktop.ui.worksheets.folder_presenter import SatkerChoice
from zi_desktop.ui.worksheets.satker_choice import SatkerChoiceDialog

NAME = "Lapas Kelas IIB Contohrejo"
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def inbox(begun, tmp_path):
    """A folder with a file of a known satker, one of nobody in particular, and one that is no worksheet."""
    services = begun[0]
    services.satkers.import_list(write_list(tmp_path / "lain.csv", "kode,nama\nC-9,Bapas Umpama\n"))
    year = services.workspace.now().year
    folder = tmp_path / "kiriman"
    write_sheet(folder / "a.xlsx", {CHOICE: "Ya"}, unit=NAME, year=year)
    write_sheet(folder / "b.xlsx", {CHOICE: "Tidak", "A.I.1.i.b": "A"}, unit="Bapas", year=year)
    (folder / "c.xlsx").write_bytes(b"bukan buku kerja")
    return folder


@pytest.fixture
def page(qtbot, begun, jobs, inbox):
    page = FolderPage(begun[0], jobs)
    qtbot.addWidget(page)
    for tool in page.tools():
        tool.setParent(page)
    page.resize(1294, 640)
    page.show()
    page.activateWindow()
    with qtbot.waitSignal(page.ready, timeout=20_000):
        page.read(inbox)
    page.activate()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.form.table)
    return page


def states(page):
    return {line.name: line.state for line in page.form.table.files.all}


def go_to(page, name):
    files = page.form.table.files
    page.form.table.selectRow(next(n for n in range(files.rowCount()) if files.line(n).name == name))


def match(qtbot, page, typed):
    go_to(page, "b.xlsx")
    qtbot.keyClick(page.form.table, KEY.Key_Return)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(SatkerChoiceDialog)))
    dialog = next(each for each in page.findChildren(SatkerChoiceDialog) if each.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.search)
    qtbot.keyClicks(dialog.search, typed)
    with qtbot.waitSignal(page.presenter.changed, timeout=20_000):
        qtbot.keyClick(dialog.search, KEY.Key_Return)


def test_a_folder_is_matched_and_what_is_unsure_is_left_to_a_person(page):
    assert states(page) == {"a.xlsx": FileState.READY, "b.xlsx": FileState.OPEN, "c.xlsx": FileState.FAILED}
    assert page.form.count.text() == "1 berkas akan diambil"
    go_to(page, "b.xlsx")
    assert "Bapas Umpama" in page.form.details.toPlainText()


def test_a_file_is_matched_by_hand_and_all_are_taken(qtbot, page, begun):
    match(qtbot, page, "umpama")
    assert states(page)["b.xlsx"] is FileState.READY
    assert page.form.count.text() == "2 berkas akan diambil"
    page.form.sender.setText("Tim satker")
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.form.table)
    with qtbot.waitSignal(page.presenter.taken, timeout=20_000):
        qtbot.keyClick(page.form.table, KEY.Key_Return, CTRL)
    assert page.form.message.text() == "2 berkas diambil, 3 butir terisi."
    assert states(page) == {"a.xlsx": FileState.TAKEN, "b.xlsx": FileState.TAKEN, "c.xlsx": FileState.FAILED}
    services = begun[0]
    filled = [
        len(services.evaluations.open(row["id"]).state.answers(Column.MANDIRI)) for row in services.evaluations.list()
    ]
    assert sorted(filled) == [1, 2]
    assert services.importing.history(begun[1], Column.MANDIRI)[0].sender == "Tim satker"


def test_tab_reaches_everything(qtbot, page):
    walked = walk(qtbot, page)
    assert {name_of(widget) for widget in reachable(page) - set(walked)} == set()
    assert [type(widget).__name__ for widget in walked if not name_of(widget)] == []


def test_what_speaks_against_a_file_stands_where_its_satker_is_chosen(qtbot, page, inbox, begun):
    year = begun[0].workspace.now().year
    write_sheet(inbox / "b.xlsx", {CHOICE: "Ya"}, unit="Bapas", year=year - 1)
    with qtbot.waitSignal(page.ready, timeout=20_000):
        page.again.trigger()
    match(qtbot, page, "umpama")
    assert states(page)["b.xlsx"] is FileState.OPEN
    assert f"tahun {year - 1}" in page.form.details.toPlainText()
    assert page.form.count.text() == "1 berkas akan diambil"
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.form.table)
    go_to(page, "b.xlsx")
    qtbot.keyClick(page.form.table, KEY.Key_Return)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(SatkerChoiceDialog)))
    dialog = next(each for each in page.findChildren(SatkerChoiceDialog) if each.isVisible())
    assert any(f"tahun {year - 1}" in label.text() for label in dialog.findChildren(QLabel))
    with qtbot.waitSignal(page.presenter.changed, timeout=20_000):
        dialog.confirm()
    assert states(page)["b.xlsx"] is FileState.READY
    assert page.form.count.text() == "2 berkas akan diambil"


def test_space_lets_a_file_out(qtbot, page):
    go_to(page, "a.xlsx")
    qtbot.keyClick(page.form.table, KEY.Key_Space)
    assert page.form.count.text() == "Tidak ada berkas yang dipilih"
    assert not page.form.apply.isEnabled()
    assert not page.form.apply_key.isEnabled()


def test_keys_are_told_only_where_they_do_something(page):
    keys = {}
    for name in states(page):
        go_to(page, name)
        keys[name] = [hint.keys for hint in page.key_hints()]
    always = ["F5", "Ctrl+K"]
    assert keys == {"a.xlsx": ["Spasi", "Enter", *always], "b.xlsx": ["Enter", *always], "c.xlsx": always}


def test_another_column_is_looked_at_anew(qtbot, page):
    page.form.column_choice.set_current(Column.TPN.value)
    with qtbot.waitSignal(page.presenter.shown, timeout=20_000):
        page.form.column_choice.chosen.emit(Column.TPN.value)
    assert page.presenter.preview.target.column is Column.TPN


def test_the_dialog_of_satker_finds_and_offers_the_likely_first(qtbot, page):
    go_to(page, "b.xlsx")
    choices = page.presenter.choices(page.form.table.current().file)
    assert [choice.likely for choice in choices] == [True, False]
    dialog = SatkerChoiceDialog("b.xlsx", choices, page)
    dialog.search.setText("tidak ada")
    assert not dialog.confirm_button.isEnabled()
    dialog.search.setText("lapas")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.confirm()
    assert chosen.args == [choices[1].id]


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGE])
def test_the_list_of_satker_lies_within_its_frame_and_cuts_no_row(qtbot, page, theme, size):
    theme.apply(ThemeChoice.LIGHT, size)
    try:
        choices = [SatkerChoice(str(number), f"Rutan {number}", likely=False) for number in range(30)]
        dialog = SatkerChoiceDialog("b.xlsx", choices, page)
        dialog.show()
        qtbot.waitExposed(dialog)
        frame = dialog.list.parentWidget()
        assert frame.contentsRect().adjusted(1, 1, -1, -1).contains(dialog.list.geometry())
        rows = dialog.list.visualRect(dialog.list.model().index(0, 0)).height()
        assert dialog.list.viewport().height() == 9 * rows
    finally:
        theme.apply(ThemeChoice.LIGHT, TextSize.NORMAL)


def test_what_fails_while_it_is_taken_is_told_at_its_file(qtbot, page, inbox):
    (inbox / "a.xlsx").unlink()
    with qtbot.waitSignal(page.presenter.taken, timeout=20_000):
        page.form.apply.click()
    assert states(page)["a.xlsx"] is FileState.FAILED
    assert page.form.message.text().endswith("1 berkas gagal; sebabnya ada di daftar.")


def test_another_file_of_a_satker_is_not_offered_once_one_was_taken(qtbot, page, inbox, begun):
    year = begun[0].workspace.now().year
    write_sheet(inbox / "d.xlsx", {CHOICE: "Tidak"}, unit=NAME, year=year)
    with qtbot.waitSignal(page.ready, timeout=20_000):
        page.again.trigger()
    assert states(page)["a.xlsx"] is states(page)["d.xlsx"] is FileState.OPEN
    lapas = next(choice.id for choice in page.presenter.choices(inbox / "a.xlsx") if choice.words.startswith(NAME))
    for name in ("a.xlsx", "d.xlsx"):
        with qtbot.waitSignal(page.presenter.changed, timeout=20_000):
            page.presenter.assign(inbox / name, lapas)
    assert states(page)["a.xlsx"] is states(page)["d.xlsx"] is FileState.READY
    assert page.form.table.files.ticked == {inbox / "d.xlsx"}
    with qtbot.waitSignal(page.presenter.taken, timeout=20_000):
        page.form.apply.click()
    assert states(page)["d.xlsx"] is FileState.TAKEN
    assert states(page)["a.xlsx"] is FileState.OPEN
    assert page.form.count.text() == "Tidak ada berkas yang dipilih"


def test_the_file_in_sight_stays_the_current_one_when_files_were_taken(qtbot, page):
    names = [page.form.table.files.line(row).name for row in range(page.form.table.files.rowCount())]
    go_to(page, names[-1])
    with qtbot.waitSignal(page.presenter.taken, timeout=20_000):
        page.form.apply.click()
    assert len(names) > 1
    assert page.form.table.current().name == names[-1]
    assert page.form.details.toPlainText().startswith(names[-1])
