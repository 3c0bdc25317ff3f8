"""Impor LKE as a person works with it, in the whole window: from Beranda, from an evaluation, by a drop."""

from dataclasses import replace

import pytest
from builders import CHOICE, give, write_list
from focus_walk import name_of, reachable, walk
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from sheet_files import write_sheet
from whole_desktop import whole_desktop

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.imports import Imported
from zi_desktop.domain.instrument import Column
from zi_desktop.services.worksheets.importing import Provenance
from zi_desktop.ui.evaluation.tree_attention import Mark
from zi_desktop.ui.home.import_dialog import ImportDialog
from zi_desktop.ui.navigation import EVALUATION, HOME, IMPORT
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.tokens import Weight
from zi_desktop.ui.worksheets import import_page
from zi_desktop.ui.worksheets.history_dialog import HistoryDialog, history_words
from zi_desktop.ui.worksheets.import_lines import Kind
from zi_desktop.ui.worksheets.import_reading import Wish
from zi_desktop.ui.worksheets.import_side import ImportSide
from zi_desktop.worksheets.layout import Layout, RowKind, layout_rows

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desktop(qtbot, theme, begun, tmp_path):
    with whole_desktop(qtbot, begun[0], theme, tmp_path) as desktop:
        qtbot.waitUntil(lambda: EVALUATION in desktop.window._pages)
        yield desktop


@pytest.fixture
def choose(monkeypatch):
    """Let the file dialog answer with a file."""
    return lambda file: monkeypatch.setattr(import_page, "choose_file", lambda *_: file)


def in_front(qtbot, desktop, key):
    qtbot.waitUntil(lambda: desktop.window.key() == key, timeout=20_000)
    return desktop.window.page()


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.fixture
def preview(qtbot, desktop, sheet, choose):
    """The preview of the first worksheet, asked for on Beranda."""
    choose(sheet)
    press(qtbot, KEY.Key_I, CTRL)
    return in_front(qtbot, desktop, IMPORT)


def codes(page):
    return [line.code for line in page.form.table.lines.lines]


def drop(widget, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    spot, copy, left = QPointF(3, 3), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(spot, copy, data, left, none)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(spot, copy, data, left, none))


def test_a_worksheet_comes_from_beranda_into_the_evaluation_with_keys_alone(qtbot, desktop, begun, preview):
    assert QApplication.focusWidget() is preview.form.table
    assert preview.form.count.text() == "3 butir Mandiri akan diisi"
    assert preview.form.side.form.before.text() == "0,00"
    press(qtbot, KEY.Key_Space)
    assert preview.form.count.text() == "2 butir Mandiri akan diisi"
    press(qtbot, KEY.Key_Space)
    press(qtbot, KEY.Key_Return, CTRL)
    in_front(qtbot, desktop, EVALUATION)
    assert begun[0].evaluations.open(begun[1]).state.answers(Column.MANDIRI)[CHOICE] == Chosen("Ya")
    message = desktop.window._message
    qtbot.waitUntil(lambda: message.text().startswith("3 butir Mandiri diambil dari LKE v1.xlsx."))
    desktop.window.show_page(HOME)
    assert not message.isVisible(), "what was told goes with the screen it was told on"


def test_tab_reaches_everything(qtbot, desktop, preview):
    walked = walk(qtbot, desktop.window)
    assert {name_of(widget) for widget in reachable(desktop.window) - set(walked)} == set()
    assert [type(widget).__name__ for widget in walked if not name_of(widget)] == []


def test_escape_goes_back_and_nothing_was_written(qtbot, desktop, begun, preview):
    press(qtbot, KEY.Key_Escape)
    in_front(qtbot, desktop, HOME)
    assert not begun[0].evaluations.open(begun[1]).state.answers(Column.MANDIRI)


def test_scores_are_hidden_and_come_back(qtbot, preview):
    side = preview.form.side.form
    shown, lines = side.after.text(), side.sheet_total.height()
    assert shown in side.sheet_total.text()
    press(qtbot, KEY.Key_H, CTRL)
    assert side.after.text() == side.before.text() == "•••"
    assert side.sheet_total.text() == "•••, sama dengan hitungan program."
    assert side.sheet_total.height() == lines, "nothing below moves"
    press(qtbot, KEY.Key_H, CTRL)
    assert side.after.text() == shown != "•••"


def test_a_filter_shows_one_kind_and_the_rows_can_be_copied(qtbot, desktop, preview, begun, tmp_path):
    assert len(codes(preview)) == 3
    preview.form.filter.chosen.emit(preview.form.filter.current())
    preview.form.table.setFocus()
    press(qtbot, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().count("\n") == 2
    assert CHOICE in QGuiApplication.clipboard().text()


def test_a_day_that_is_none_closes_the_button_and_says_so(qtbot, preview):
    side = preview.form.side.form
    side.received.setFocus()
    side.received.selectAll()
    qtbot.keyClicks(side.received, "kemarin")
    assert not preview.form.apply.isEnabled()
    assert "tidak dikenali" in side.received_problem.text()
    side.received.selectAll()
    qtbot.keyClicks(side.received, "2-11-2026")
    assert preview.form.apply.isEnabled()
    assert preview.form.side.source().received == "2026-11-02"


def strip_texts(page):
    return {figure.text() for figure in page.strip._figures.values()}


def test_the_strip_counts_each_item_once(qtbot, desktop, begun, sheet, newer, preview):
    """Of the newer sheet two items are filled, one stands as it is, one is empty there."""
    services, id_ = begun
    importing, instrument = services.importing, services.evaluations.open(id_).state.instrument
    importing.apply(importing.preview(id_, importing.read(sheet, instrument), Column.MANDIRI))
    with qtbot.waitSignal(preview.presenter.shown_changed, timeout=20_000):
        preview.read(Wish(newer, id_))
    figures = {key: int(figure.text()) for key, figure in preview.strip._figures.items()}
    assert figures == {
        Kind.NEW: 1, Kind.CHANGED: 1, "same": 1, "blank": len(instrument.questions) - 4, Kind.OPEN: 1, Kind.REFUSED: 0,
        Kind.LEFT_OUT: 0, Kind.FAULT: 0,
    }  # fmt: skip
    assert preview.form.count.text() == "2 butir Mandiri akan diisi"
    preview.form.table.setFocus()
    press(qtbot, KEY.Key_A, CTRL)
    assert preview.form.count.text() == "2 butir Mandiri akan diisi, 1 dikosongkan"
    for row in range(2):
        preview.form.table.lines.toggle(row)
    assert preview.form.count.text() == "1 butir Mandiri akan dikosongkan"


def test_keys_are_told_only_while_they_do_something(qtbot, preview):
    assert [hint.keys for hint in preview.key_hints()] == ["Spasi", "Ctrl+C", "Ctrl+K"]
    assert preview.form.apply_key.isEnabled()
    preview.form.table.lines.toggle_all()
    assert not preview.form.apply.isEnabled()
    assert not preview.form.apply_key.isEnabled()


def version(number):
    return Imported("", "", f"LKE v{number}.xlsx", "lampiran3", "Tim satker", "Surel", "2026-11-02", "", "", 1)


def test_the_side_tells_of_as_many_versions_as_have_room(qtbot, preview):
    side = ImportSide()
    qtbot.addWidget(side)
    side.show_import(replace(preview.presenter.shown, history=tuple(version(number) for number in range(9))))
    side.resize(312, 900)
    side.show()
    seen, bar = [], side.verticalScrollBar()
    for height in range(600, 0, -10):
        side.resize(312, height)
        seen.append(side.form.history.text().count("LKE v"))
        if not seen[-1]:
            break
        qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert seen[0] == 5
    assert {*seen} == {5, 4, 3, 2, 1, 0}
    assert not side.form.history_title.isVisible()
    side.resize(312, height // 2)
    assert side.form.history.text().count("LKE v") == 5, "it is scrolled anyway"
    qtbot.waitUntil(lambda: bar.maximum() > 0)


def test_another_column_is_compared_anew(qtbot, begun, preview):
    give(*begun, CHOICE, "Tidak")
    preview.form.column_choice.set_current(Column.TPI.value)
    with qtbot.waitSignal(preview.presenter.shown_changed, timeout=20_000):
        preview.form.column_choice.chosen.emit(Column.TPI.value)
    assert preview.form.table.lines.line(0).before == "Tidak"
    assert preview.form.count.text() == "3 butir TPI akan diisi"


def test_a_worksheet_dropped_on_an_evaluation_goes_into_it(qtbot, desktop, begun, tmp_path):
    desktop.navigation.open_evaluation(begun[1])
    file = write_sheet(tmp_path / "tanpa nama.xlsx", {CHOICE: "Ya"}, unit="Rutan Lain", year=2026)
    drop(desktop.window, file)
    page = in_front(qtbot, desktop, IMPORT)
    assert page.presenter.shown.target.evaluation == begun[1]
    assert "Rutan Lain" in page.form.message.text()
    press(qtbot, KEY.Key_Escape)
    in_front(qtbot, desktop, EVALUATION)


def test_a_sheet_of_another_satker_is_taken_only_after_a_statement(qtbot, desktop, begun, tmp_path):
    services, id_ = begun
    desktop.navigation.open_evaluation(id_)
    drop(desktop.window, write_sheet(tmp_path / "lain.xlsx", {CHOICE: "Ya"}, unit="Rutan Lain", year=2026))
    page = in_front(qtbot, desktop, IMPORT)
    assert page.form.consent.isVisible()
    assert not page.form.consent.isChecked(), "nobody has said so yet"
    assert not page.form.apply.isEnabled()
    press(qtbot, KEY.Key_Return, CTRL)
    assert not services.importing.history(id_, Column.MANDIRI)
    press(qtbot, KEY.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.form.apply.isEnabled()
    with qtbot.waitSignal(page.presenter.shown_changed, timeout=20_000):
        page.presenter.choose_column(Column.TPN)
    assert not page.form.consent.isChecked(), "another column is another question"
    press(qtbot, KEY.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, KEY.Key_Return, CTRL)
    in_front(qtbot, desktop, EVALUATION)
    assert services.evaluations.open(id_).state.answers(Column.TPN)[CHOICE] == Chosen("Ya")


def test_an_older_version_is_called_one(qtbot, desktop, begun, sheet, newer, choose):
    services, id_ = begun
    instrument = services.evaluations.open(id_).state.instrument
    for file in (sheet, newer):
        read = services.importing.read(file, instrument)
        services.importing.apply(services.importing.preview(id_, read, Column.MANDIRI))
    choose(sheet)
    press(qtbot, KEY.Key_I, CTRL)
    page = in_front(qtbot, desktop, IMPORT)
    words = page.form.message.text()
    assert words.startswith("Berkas ini sudah diambil pada ")
    assert "; sesudah itu LKE v2.xlsx (diterima " in words
    assert words.endswith("Jadi, berkas ini versi lama.")
    assert not page.form.consent.isVisible(), "a file of the right satker and year needs no statement"


def test_on_beranda_a_worksheet_is_told_from_a_list_of_satker(qtbot, desktop, sheet, tmp_path):
    home = desktop.window.page()
    drop(home, sheet)
    in_front(qtbot, desktop, IMPORT)
    press(qtbot, KEY.Key_Escape)
    book = Workbook()
    for row in (("kode", "nama"), ("C-77", "Bapas Umpama")):
        book.active.append(row)
    book.save(tmp_path / "daftar.xlsx")
    drop(home, tmp_path / "daftar.xlsx")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in home.findChildren(ImportDialog)), timeout=20_000)
    next(each for each in home.findChildren(ImportDialog) if each.isVisible()).reject()


def test_what_is_no_worksheet_says_so_where_one_is(qtbot, desktop, choose, tmp_path):
    other = tmp_path / "surat.xlsx"
    other.write_bytes(b"PK\x03\x04 rusak")
    choose(other)
    press(qtbot, KEY.Key_I, CTRL)
    qtbot.waitUntil(lambda: "surat.xlsx" in desktop.window._message.text(), timeout=20_000)
    assert desktop.window.key() == HOME


def test_without_an_evaluation_the_screen_asks_for_one_or_begins_it(qtbot, desktop, begun, choose, tmp_path):
    begun[0].satkers.import_list(write_list(tmp_path / "lain.csv", "kode,nama\nC-9,Bapas Umpama\n"))
    year = begun[0].workspace.now().year
    choose(write_sheet(tmp_path / "LKE.xlsx", {CHOICE: "Ya"}, unit="Bapas Umpama", year=year))
    press(qtbot, KEY.Key_I, CTRL)
    page = in_front(qtbot, desktop, IMPORT)
    assert not page.form.apply.isEnabled()
    assert not page.form.side.form.before.isVisible(), "there is no total yet"
    way = page.form.message._buttons[0]
    assert way.text() == "Mulai evaluasi"
    assert KeyHint("Ctrl+N", "Mulai evaluasi") in page.key_hints()
    assert strip_texts(page) == {"–"}, "nothing was compared yet"
    with qtbot.waitSignal(page.presenter.shown_changed, timeout=20_000):
        press(qtbot, KEY.Key_N, CTRL)
    assert codes(page) == [CHOICE]
    assert not page.begin.isEnabled()
    assert "–" not in strip_texts(page)
    assert page.form.apply.isEnabled()
    assert page.form.side.form.before.isVisible()


def test_an_item_whose_mandiri_changed_late_asks_for_a_look_until_it_is_judged_anew(
    qtbot, desktop, begun, sheet, newer
):
    services, id_ = begun
    importing = services.importing
    instrument = services.evaluations.open(id_).state.instrument
    importing.apply(importing.preview(id_, importing.read(sheet, instrument), Column.MANDIRI))
    give(services, id_, CHOICE, "Ya")
    importing.apply(importing.preview(id_, importing.read(newer, instrument), Column.MANDIRI))
    desktop.navigation.open_evaluation(id_, CHOICE)
    page = in_front(qtbot, desktop, EVALUATION)
    figures = page.place.tree.tree.model()._figures
    assert figures.attention[CHOICE].mark is Mark.LATE
    assert "LKE v2.xlsx" in page.place.item.form.notice.text()
    assert page.acts.keep.isEnabled()
    press(qtbot, KEY.Key_J, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: CHOICE not in services.evaluations.open(id_).state.mandiri_changed)
    assert services.evaluations.open(id_).state.answers(Column.TPI)[CHOICE] == Chosen("Ya")
    assert "Mandiri berubah" not in page.place.item.form.notice.text()
    assert not page.acts.keep.isEnabled()


def test_an_evaluation_that_is_open_shows_what_was_imported(qtbot, desktop, begun, sheet, choose):
    desktop.navigation.open_evaluation(begun[1])
    choose(sheet)
    press(qtbot, KEY.Key_I, CTRL)
    page = in_front(qtbot, desktop, IMPORT)
    qtbot.mouseClick(page.form.apply, Qt.MouseButton.LeftButton)
    evaluation = in_front(qtbot, desktop, EVALUATION)
    qtbot.waitUntil(lambda: len(evaluation.stage.presenter.view.state.answers(Column.MANDIRI)) == 3, timeout=20_000)


def line_format(field, line):
    """Return how a line of a text field is written."""
    cursor = QTextCursor(field.document().findBlockByNumber(line))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    return cursor.charFormat()


def test_the_history_names_file_source_and_who_took_it(qtbot, desktop, begun, sheet):
    services, id_ = begun
    assert "Belum ada" in history_words(services, id_)
    importing = services.importing
    worksheet = importing.read(sheet, services.evaluations.open(id_).state.instrument)
    source = Provenance("Tim satker", "Surel", "2026-11-02")
    importing.apply(importing.preview(id_, worksheet, Column.MANDIRI), None, source)
    desktop.navigation.open_evaluation(id_)
    page = in_front(qtbot, desktop, EVALUATION)
    press(qtbot, KEY.Key_R, CTRL | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(HistoryDialog)))
    dialog = next(each for each in page.findChildren(HistoryDialog) if each.isVisible())
    first, second, third, fourth = dialog.words.toPlainText().split("\n")
    assert first == "Mandiri · LKE v1.xlsx · Lampiran III"
    assert second == "Tim satker · Surel · diterima 2 Nov 2026"
    assert third.endswith(f" oleh {services.settings.person().name or 'penilai lain'} · 4 isian")
    assert fourth == f"SHA-256 {worksheet.digest}", "to be compared as a whole"
    assert dialog.words.document().lastBlock().layout().lineCount() == 1
    assert dialog.words.height() < 6 * dialog.words.fontMetrics().lineSpacing()  # no empty room below them
    assert dialog.words.verticalScrollBar().maximum() == 0
    begins = [line_format(dialog.words, line).fontWeight() for line in range(4)]
    assert begins == [Weight.STRONG, *[Weight.TEXT] * 3]
    dialog.reject()


def test_scores_hidden_in_the_evaluation_are_hidden_here_as_well(qtbot, desktop, begun, sheet, choose):
    desktop.navigation.open_evaluation(begun[1])
    evaluation = in_front(qtbot, desktop, EVALUATION)
    evaluation.acts.hide_scores.setChecked(True)
    choose(sheet)
    press(qtbot, KEY.Key_I, CTRL)
    page = in_front(qtbot, desktop, IMPORT)
    assert page.hide_scores.isChecked()
    assert page.form.side.form.after.text() == "•••"
    page.hide_scores.setChecked(False)
    assert not evaluation.acts.hide_scores.isChecked()


def test_scores_hidden_here_stay_hidden_in_the_evaluation(qtbot, desktop, begun, sheet, choose):
    choose(sheet)
    press(qtbot, KEY.Key_I, CTRL)
    page = in_front(qtbot, desktop, IMPORT)
    press(qtbot, KEY.Key_H, CTRL)
    assert page.hide_scores.isChecked()
    desktop.navigation.open_evaluation(begun[1])
    assert in_front(qtbot, desktop, EVALUATION).stage.hidden


def test_words_of_the_office_are_offered_and_shown_at_once_and_ours_are_not(
    qtbot, desktop, begun, preview, sheet, tmp_path
):
    assert not preview.offer.isVisible(), "a worksheet of this program has its own words"
    instrument = begun[0].evaluations.open(begun[1]).state.instrument
    book = load_workbook(sheet)
    for row in layout_rows(instrument, Layout.LAMPIRAN3):
        if row.kind is RowKind.QUESTION:
            cell = book["LKE ZI"][f"{row.title_column}{row.number}"]
            cell.value = f"{cell.value} menurut contoh"
    worded = tmp_path / "LKE berkata lain.xlsx"
    book.save(worded)
    with qtbot.waitSignal(preview.presenter.shown_changed, timeout=20_000):
        preview.read(Wish(worded, begun[1]))
    assert preview.offer.isVisible()
    with qtbot.waitSignal(preview.presenter.shown_changed, timeout=20_000):
        press(qtbot, KEY.Key_W, CTRL | Qt.KeyboardModifier.AltModifier)
    assert not preview.offer.isVisible()
    assert not preview.offer.accept_action.isEnabled(), "what is no longer offered is no command"
    assert "menurut contoh" in preview.form.table.lines.line(0).title
