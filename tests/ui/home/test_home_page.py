"""Beranda as a person works with it: keys, pointer, what follows."""

from dataclasses import replace

import pytest
from builders import write_list
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.evaluation import STATUSES
from zi_desktop.domain.funnel_terms import STAGES
from zi_desktop.domain.plan import ACTIVITIES
from zi_desktop.services.composition import open_services as open_for_reading
from zi_desktop.services.satkers.preview import RowState
from zi_desktop.ui.home.columns import RIGHT, Column
from zi_desktop.ui.home.evaluation_dialog import EvaluationDialog
from zi_desktop.ui.home.heading import heading_width
from zi_desktop.ui.home.import_dialog import ImportDialog
from zi_desktop.ui.home.question import QuestionDialog
from zi_desktop.ui.home.row_painter import ICON_ROOM, PADDING, cell_font, inner_of
from zi_desktop.ui.home.satker_dialog import SatkerDialog
from zi_desktop.ui.home.widths import column_width, fitted, texts_of
from zi_desktop.ui.panes import first_focus
from zi_desktop.ui.widgets.labels import text_label

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def shown(page):
    model = page.portfolio.table.model()
    return [model.row(number).satker["code"] for number in range(model.rowCount())]


def press(qtbot, page, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifiers)


def dialog(qtbot, page, kind):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    return next(each for each in page.findChildren(kind) if each.isVisible())


def to_row(page, code):
    model = page.portfolio.table.model()
    page.portfolio.table.choose(
        next(model.row(n).id for n in range(model.rowCount()) if model.row(n).satker["code"] == code)
    )


def test_the_table_has_the_keyboard_and_shows_what_needs_action(page):
    assert QApplication.focusWidget() is page.portfolio.table
    assert shown(page) == ["C-1", "C-3", "C-2"]  # one that was begun before those that were not, these by name


def test_tools_of_another_width_have_the_title_fitted_anew(qtbot, page):
    page.resize(1294, 684)
    wide = page.search.width()
    widths = []
    page.heading_changed.connect(lambda: widths.append(page.search.maximumWidth()))
    page.resize(838, 430)
    qtbot.waitUntil(lambda: bool(widths))
    assert widths[0] < wide


def test_words_that_are_typed_are_looked_for_at_once(qtbot, page):
    press(qtbot, page, KEY.Key_F, CTRL)
    assert QApplication.focusWidget() is page.search
    qtbot.keyClicks(page.search, "kelas rut")
    assert shown(page) == ["C-2"]
    qtbot.keyClick(page.search, KEY.Key_Down)
    assert QApplication.focusWidget() is page.portfolio.table


def test_nothing_that_matches_says_so_and_can_be_undone(qtbot, page):
    page.search.setText("tidak ada")
    table = page.portfolio.table
    assert table.nothing.isVisible()
    assert table.horizontalHeader().isVisible()
    press(qtbot, page, KEY.Key_F, CTRL | SHIFT)
    assert len(shown(page)) == 3
    assert page.search.text() == ""
    assert not table.nothing.isVisible()


def test_the_sentence_that_nothing_matches_begins_where_the_names_do(qtbot, page):
    page.search.setText("tidak ada")
    table = page.portfolio.table
    sentence = table.nothing.findChild(type(text_label("")))
    name = inner_of(QRect(0, 0, table.columnWidth(Column.SATKER), 28), Column.SATKER, last=False)
    qtbot.waitUntil(lambda: sentence.mapTo(table.viewport(), QPoint()).x() == name.left())


def test_enter_opens_the_evaluation(qtbot, page):
    with qtbot.waitSignal(page.evaluation_opened) as opened:
        press(qtbot, page, KEY.Key_Return)
    assert opened.args == [page.portfolio.table.current().evaluation_id]


def test_enter_asks_before_an_evaluation_begins(qtbot, page, portfolio):
    to_row(page, "C-2")
    press(qtbot, page, KEY.Key_Return)
    question = dialog(qtbot, page, QuestionDialog)
    assert question.windowTitle() == f"Mulai evaluasi {portfolio.workspace.now().year}?"
    assert len(portfolio.evaluations.list()) == 1
    with qtbot.waitSignal(page.evaluation_opened):
        qtbot.mouseClick(question.go, Qt.MouseButton.LeftButton)
    assert len(portfolio.evaluations.list()) == 2


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot, page):
    press(qtbot, page, KEY.Key_End)
    assert page.portfolio.table.current().satker["code"] == "C-2"
    press(qtbot, page, KEY.Key_Home)
    assert page.portfolio.table.current().satker["code"] == "C-1"


def test_letters_choose_no_row(qtbot, page):
    qtbot.keyClicks(page.portfolio.table, "rutan")
    assert page.portfolio.table.current().satker["code"] == "C-1"


def test_a_heading_sorts(qtbot, page):
    table = page.portfolio.table
    head = table.horizontalHeader()
    at = QPoint(table.columnViewportPosition(Column.SATKER) + 20, 10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(page) == ["C-3", "C-1", "C-2"]
    assert page.portfolio.order.currentText() == "Satker"


def test_a_figure_filters_and_no_longer_when_pressed_again(qtbot, page):
    wbk = page.portfolio.strip.button("predicate", "WBK")
    qtbot.mouseClick(wbk, Qt.MouseButton.LeftButton)
    assert (shown(page), wbk.isChecked()) == (["C-2"], True)
    qtbot.mouseClick(wbk, Qt.MouseButton.LeftButton)
    assert (len(shown(page)), wbk.isChecked()) == (3, False)


def test_the_current_row_stays_where_it_is_still_shown(page):
    to_row(page, "C-2")
    page.search.setText("kelas i")
    assert page.portfolio.table.current().satker["code"] == "C-2"


def test_a_row_that_was_out_of_sight_comes_to_the_middle(qtbot, page, portfolio, tmp_path):
    lines = "".join(f"X-{number},Rutan Contoh {number}\n" for number in range(200))
    portfolio.satkers.import_list(write_list(tmp_path / "banyak.csv", "kode,nama\n" + lines))
    page.keys.reload.trigger()
    page.search.setText("contoh 150")
    table = page.portfolio.table
    assert table.current().name == "Rutan Contoh 150"
    page.search.clear()
    assert table.current().name == "Rutan Contoh 150"
    middle, height = table.visualRect(table.currentIndex()).center().y(), table.viewport().height()
    assert height / 3 < middle < 2 * height / 3


def test_a_row_in_sight_stays_where_it_is(page, portfolio, tmp_path):
    lines = "".join(f"X-{number},Rutan Contoh {number}\n" for number in range(200))
    portfolio.satkers.import_list(write_list(tmp_path / "banyak.csv", "kode,nama\n" + lines))
    page.keys.reload.trigger()
    table = page.portfolio.table
    to_row(page, "X-100")
    table.verticalScrollBar().setValue(table.verticalScrollBar().value() + 40)
    place = table.visualRect(table.currentIndex())
    page.keys.reload.trigger()
    assert table.visualRect(table.currentIndex()) == place


def test_archiving_asks_and_what_was_archived_comes_back(qtbot, page, portfolio):
    to_row(page, "C-2")
    press(qtbot, page, KEY.Key_Delete, SHIFT)
    question = dialog(qtbot, page, QuestionDialog)
    assert shown(page) == ["C-1", "C-3", "C-2"]
    qtbot.mouseClick(question.go, Qt.MouseButton.LeftButton)
    assert shown(page) == ["C-1", "C-3"]
    qtbot.waitUntil(lambda: not page.findChildren(QuestionDialog))
    page.portfolio.form.status.chosen.emit("diarsipkan")
    assert shown(page) == ["C-2"]
    press(qtbot, page, KEY.Key_Delete, SHIFT)
    qtbot.mouseClick(dialog(qtbot, page, QuestionDialog).go, Qt.MouseButton.LeftButton)
    assert not any(row["archived"] for row in portfolio.satkers.list())


def test_an_archived_evaluation_comes_back_without_a_question(qtbot, page):
    press(qtbot, page, KEY.Key_Delete)
    qtbot.mouseClick(dialog(qtbot, page, QuestionDialog).go, Qt.MouseButton.LeftButton)
    assert shown(page) == ["C-3", "C-2"]
    page.portfolio.form.status.chosen.emit("diarsipkan")
    qtbot.waitUntil(lambda: not page.findChildren(QuestionDialog))
    page.portfolio.table.setFocus()
    press(qtbot, page, KEY.Key_Delete)
    assert shown(page) == []
    page.portfolio.form.status.chosen.emit("")
    assert shown(page) == ["C-1", "C-3", "C-2"]


def test_the_list_stands_on_a_satker_that_was_added_and_stays_at_one_that_was_corrected(qtbot, page):
    press(qtbot, page, KEY.Key_N, CTRL | SHIFT)
    satker = dialog(qtbot, page, SatkerDialog)
    satker.form.name.setText("Zona Umpama")
    satker.form.code.setText("Z-9")
    qtbot.mouseClick(satker.form.save, Qt.MouseButton.LeftButton)
    assert page.portfolio.table.current().satker["code"] == "Z-9"
    page.portfolio.table.choose(page.portfolio.table.shown_rows()[0].id)
    assert page.portfolio.table.current().evaluation_id
    qtbot.waitUntil(lambda: not page.findChildren(SatkerDialog))
    page.portfolio.table.setFocus()
    press(qtbot, page, KEY.Key_F2)
    qtbot.mouseClick(dialog(qtbot, page, SatkerDialog).form.save, Qt.MouseButton.LeftButton)
    assert page.portfolio.table.current().satker["code"] == "C-1"


def test_an_empty_workspace_offers_three_ways_on(qtbot, open_page, fresh):
    page = open_page(fresh)
    assert page.steps.isVisible()
    assert not page.search.isVisible()
    qtbot.keyClick(page.steps, KEY.Key_3)
    satker = dialog(qtbot, page, SatkerDialog)
    assert satker.form.why.isVisible()
    satker.form.name.setText("Lapas Contoh")
    satker.form.code.setText("C-1")
    qtbot.mouseClick(satker.form.save, Qt.MouseButton.LeftButton)
    begin = dialog(qtbot, page, EvaluationDialog)
    with qtbot.waitSignal(page.evaluation_opened):
        qtbot.mouseClick(begin.form.begin, Qt.MouseButton.LeftButton)
    assert page.portfolio.isVisible()


def test_sample_data_fills_an_empty_workspace(qtbot, open_page, fresh):
    page = open_page(fresh)
    with qtbot.waitSignal(page.intake.changed, timeout=30_000):
        qtbot.keyClick(page.steps, KEY.Key_1)
    assert len(shown(page)) == 9


@pytest.mark.parametrize(("name", "taken"), [("baru.csv", True), ("baru.XLSX", True), ("laporan.pdf", False)])
def test_only_a_list_can_be_dropped(page, tmp_path, name, taken):
    data = dropped(tmp_path / name)  # the event does not keep it alive
    event = QDragEnterEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    page.dragEnterEvent(event)
    assert event.isAccepted() is taken


def test_a_dropped_list_is_shown_before_it_is_taken(qtbot, page, portfolio, tmp_path):
    path = write_list(tmp_path / "baru.csv", "kode,nama\nC-1,Lapas Baru\nC-9,Bapas Umpama\n,Tanpa Kode\n")
    data = dropped(path)
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    preview = dialog(qtbot, page, ImportDialog)
    assert preview.form.state.current() == RowState.BAD
    assert not preview.form.take.isEnabled()
    assert len(portfolio.satkers.list()) == 3
    assert preview.form.leave_key.isVisible()
    qtbot.keyClick(preview.form.table, KEY.Key_Space)
    assert preview.form.leave_out.isChecked()
    with qtbot.waitSignal(page.intake.changed, timeout=10_000) as told:
        qtbot.keyClick(preview.form.table, KEY.Key_Return, CTRL)
    assert told.args == ["1 satker baru, 1 berubah"]
    assert {row["name"] for row in portfolio.satkers.list()} >= {"Lapas Baru", "Bapas Umpama"}


def test_a_list_that_was_mended_is_read_again_in_place(qtbot, page, tmp_path):
    path = write_list(tmp_path / "baru.csv", "kode,nama\n,Tanpa Kode\n")
    page.errands.preview(path)
    preview = dialog(qtbot, page, ImportDialog)
    assert not preview.form.leave_out.isVisible()
    write_list(path, "kode,nama\nC-9,Dengan Kode\n")
    with qtbot.waitSignal(page.intake.previewed, timeout=10_000):
        qtbot.keyClick(preview, KEY.Key_F5)
    assert preview.form.take.isEnabled()
    assert len(page.findChildren(ImportDialog)) == 1
    preview.reject()


def test_an_import_that_was_cancelled_says_so_and_keeps_nothing(qtbot, page, jobs, portfolio, tmp_path):
    lines = "".join(f"X-{number},Rutan Contoh {number}\n" for number in range(100))
    path = write_list(tmp_path / "banyak.csv", "kode,nama\n" + lines)
    preview = portfolio.satkers.preview_list(path)
    jobs.started.connect(lambda job: job.cancel())
    for begin in (lambda: page.intake.preview(path), lambda: page.intake.take(preview)):
        with qtbot.waitSignal(page.intake.changed, timeout=10_000) as told:
            begin()
        assert told.args == ["Impor dibatalkan, tidak ada yang berubah"]
    assert len(portfolio.satkers.list()) == 3
    assert not page.findChildren(ImportDialog)


def test_beside_a_list_that_is_refused_nothing_is_told_of_the_one_before(qtbot, page, tmp_path):
    path, told = tmp_path / "bukan-daftar.csv", []
    path.write_text("tanggal,tempat\n5 Nov,Contohrejo\n", encoding="utf-8")
    page.save_state_changed.connect(lambda state: told.append(state.text))
    page.intake.changed.emit("1 satker baru, 0 berubah")
    with qtbot.captureExceptions() as refused:
        page.errands.preview(path)
        qtbot.waitUntil(lambda: bool(refused))
    assert told == ["1 satker baru, 0 berubah", ""]


def test_what_cannot_be_done_now_is_closed(page):
    to_row(page, "C-2")
    assert not page.keys.archive_evaluation.isEnabled()
    to_row(page, "C-1")
    assert page.keys.archive_evaluation.isEnabled()
    page.search.setText("tidak ada")
    assert not page.keys.open.isEnabled()


def test_a_workspace_that_only_reads_closes_what_would_write(open_page, portfolio):
    with open_for_reading(portfolio.workspace.folder, write=False) as services:
        page = open_page(services)
        keys = page.keys
        assert [action.isEnabled() for action in (keys.begin, keys.import_list, keys.add, keys.edit)] == [False] * 4
        assert keys.open.isEnabled()
        assert keys.begin.statusTip() == "Ruang kerja hanya dapat dibaca."


def test_every_column_is_seen_at_the_reference_width_beside_a_name_of_usual_length(qtbot, page):
    page.resize(1294, 684)
    table = page.portfolio.table
    qtbot.waitUntil(lambda: table.columnWidth(Column.SATKER) >= 225)
    assert [column.name for column in Column if table.isColumnHidden(column)] == []


@pytest.mark.parametrize(
    "column", [column for column in Column if column is not Column.SATKER], ids=lambda column: column.name
)
def test_every_word_that_a_column_may_show_has_room_in_it(page, column):
    words = {
        Column.STATUS: (*STATUSES.values(), *STAGES.values()), Column.ACTIVITY: ACTIVITIES.values(),
        Column.TARGET: ("WBBM", ACTIVITIES["pemantauan"]), Column.STANDING: ("Belum cukup data", "Kurang 10,00", "6 area < 75%"),
        Column.PREDICATE: ("WBBM 2024",), Column.VISIT: ("28 Sep – 12 Nov",), Column.SCORE: ("100,00",),
    }.get(column, ())  # fmt: skip
    begun = [text for text in words if column in (Column.STATUS, Column.ACTIVITY, Column.STANDING, Column.VISIT)]
    width = column_width(column, (*texts_of(())[column], *begun))
    room = inner_of(QRect(0, 0, width, 28), column, last=column is max(Column)).width()
    assert heading_width(column) <= room + (PADDING if column in RIGHT else 0)
    marked = ICON_ROOM if column in (Column.STATUS, Column.STANDING) else 0
    face = QFontMetrics(cell_font(strong=column in (Column.PREDICATE, Column.SCORE)))
    assert max((face.horizontalAdvance(word) for word in words), default=0) + marked <= room


def test_the_name_has_the_room_that_no_other_text_needs(page, portfolio):
    table = page.portfolio.table
    rows = table.shown_rows()
    assert [row.cells[Column.STATUS].text for row in rows] == ["Belum mulai"] * 3
    begun = next(row for row in rows if row.evaluation)
    later = replace(
        begun, evaluation=begun.evaluation | {"status": "selesai", "stage": "seleksi_administrasi", "round": 2}
    )
    narrow, wide = (fitted(texts_of(each), 1248) for each in ([later], rows))
    assert wide[Column.SATKER] - narrow[Column.SATKER] > 50
    assert {later.cells[Column.STATUS].text, later.cells[Column.ACTIVITY].text} <= {
        text for texts in texts_of([later]).values() for text in texts
    }


def test_a_narrow_window_lets_columns_go_but_keeps_what_decides(qtbot, page):
    page.resize(838, 430)
    qtbot.waitUntil(lambda: page.portfolio.table.isColumnHidden(Column.PREDICATE))
    hidden = {column for column in Column if page.portfolio.table.isColumnHidden(column)}
    assert {Column.PREDICATE, Column.DIFFERENCE, Column.ACTIVITY} <= hidden
    assert not hidden & {Column.SATKER, Column.STATUS, Column.SCORE, Column.STANDING}
    assert page.portfolio.table.columnWidth(Column.SATKER) >= 200
    assert page.width() == 838


def test_every_pane_takes_the_keyboard(page):
    for pane in page.panes():
        assert first_focus(pane) is not None


def dropped(path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data
