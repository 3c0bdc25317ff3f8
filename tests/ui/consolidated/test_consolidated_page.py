"""Simpanan gabungan in the real window: opened by key, filtered, scrolled, exported, dropped on; told when it cannot be."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tools.ministry import KANWILS
from zi_desktop.services.composition import open_services
from zi_desktop.services.hub.consolidated import open_consolidated
from zi_desktop.services.hub.portfolio_file import write_portfolio_file
from zi_desktop.ui.consolidated.open_dialog import OpenDialog
from zi_desktop.ui.consolidated.recap_dialog import RecapDialog
from zi_desktop.ui.navigation import CONSOLIDATED, HOME

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _dialog(kind):
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


@pytest.fixture
def page(desktop, ministry, qtbot):
    """The screen with the store of the ministry open, reached from Beranda by its key."""
    window = desktop.window
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL | ALT)
    qtbot.waitUntil(lambda: window.key() == CONSOLIDATED)
    dialog = _dialog(OpenDialog)
    dialog.address.setText(str(ministry))
    page = window.page()
    with qtbot.waitSignal(page.presenter.overview_read):
        qtbot.keyClick(dialog.address, Qt.Key.Key_Return)
    return page


def test_it_says_what_is_open_and_that_it_is_only_read(page, ministry):
    assert page.heading().subtitle == f"{ministry} · hanya dibaca"
    assert page.form.read.text() == "100 dari 330 satker; gulir untuk yang lain"
    assert page.table.pages.rowCount() == 100
    assert page.table.isVisible()
    assert page.form.side.isVisible()
    assert "Penguatan Pengawasan" in page.form.side.areas.accessibleDescription()
    assert "330 satker" in page.form.figures.accessibleName()


def test_the_next_page_comes_when_the_end_is_reached(page, qtbot):
    for rows in (200, 300, 330):
        qtbot.keyClick(page.table, Qt.Key.Key_End)
        qtbot.waitUntil(lambda rows=rows: page.table.pages.rowCount() == rows)
    assert page.form.read.text() == "330 satker"
    assert not page.table.pages.canFetchMore(page.table.rootIndex())
    spoken = page.table.pages.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Lapas Contoh 1, Kode MU-00001, Kanwil")


def test_filters_narrow_rows_and_figures(page, qtbot):
    box = page.form.kanwil
    assert box.count() == 34
    with qtbot.waitSignal(page.presenter.overview_read):
        box.setCurrentIndex(box.findData(KANWILS[2]))
        box.activated.emit(box.currentIndex())
    assert page.table.pages.rowCount() == 10
    assert page.table.isColumnHidden(2)
    with qtbot.waitSignal(page.presenter.overview_read):
        page.form.year.setCurrentIndex(page.form.year.findData(2025))
        page.form.year.activated.emit(1)
    assert page.presenter.scope == (2025, KANWILS[2])


def test_a_satker_is_found_by_key_among_all(page, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_F, CTRL)
    assert page.form.search.hasFocus()
    with qtbot.waitSignal(page.presenter.pages.read):
        qtbot.keyClicks(page.form.search, "mu-00123")
    assert page.form.read.text() == "1 satker cocok"
    assert page.table.pages.index(0, 0).data() == "MU-00123"
    assert "330 satker" in page.form.figures.accessibleName()
    qtbot.keyClick(page.form.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    with qtbot.waitSignal(page.presenter.pages.read):
        page.form.search.setText("tidak ada di sini")
    assert page.table.nothing.isVisible()
    assert not page.form.read.text(), "said once, where the rows would be"
    with qtbot.waitSignal(page.presenter.pages.read):
        qtbot.keyClick(page.form.search, Qt.Key.Key_Escape)
    assert page.table.pages.rowCount() == 100


def test_where_nothing_matches_a_press_brings_all_back_and_no_column_moves(page, qtbot):
    table = page.table
    places = [table.columnViewportPosition(column) for column in range(table.pages.columnCount())]
    with qtbot.waitSignal(page.presenter.pages.read):
        page.form.search.setText("tidak ada di sini")
    words = [each.text() for each in table.nothing.findChildren(QLabel)]
    assert words == ["Tidak ada satker yang cocok."]
    assert [table.columnViewportPosition(column) for column in range(table.pages.columnCount())] == places
    clear = table.nothing.findChild(QPushButton)
    assert clear.text() == "Hapus filter"
    with qtbot.waitSignal(page.presenter.pages.read):
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert not table.nothing.isVisible()
    assert table.pages.rowCount() == 100
    assert not page.form.search.text()
    assert table.hasFocus()


def test_recap_and_summary_are_reached_by_key(page, qtbot):
    with qtbot.waitSignal(page.presenter.recap_read):
        qtbot.keyClick(page.table, Qt.Key.Key_P, CTRL)
    dialog = _dialog(RecapDialog)
    model = dialog.table.model()
    assert model.rowCount() == page.presenter.whole
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("No. 1, Satker ")
    dialog.reject()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F9)
    assert not page.form.side.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_F9)
    assert page.form.side.isVisible()
    page.window().resize(920, 560)
    qtbot.waitUntil(lambda: not page.form.side.isVisible())  # there is no room for both
    assert page.table.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_F9)
    assert page.form.side.isVisible()
    assert not page.table.isVisible()
    assert page.acts.summary.isChecked()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    assert page.table.hasFocus()
    page.window().resize(1366, 768)
    qtbot.waitUntil(page.form.side.isVisible)
    assert page.table.isVisible()


def test_the_export_goes_where_the_person_says(page, monkeypatch, tmp_path, qtbot):
    file = tmp_path / "hasil.xlsx"
    proposed = []
    monkeypatch.setattr(
        "zi_desktop.ui.consolidated.view.choose_place", lambda *asked: proposed.append(asked[2]) or file
    )
    with qtbot.waitSignal(page.save_state_changed) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_E, CTRL)
    assert told.args[0].text == "Ditulis: hasil.xlsx"
    assert proposed == ["Portofolio 2026.xlsx"]
    assert file.exists()


def test_what_cannot_be_opened_is_said_with_a_way_on(page, desktop, tmp_path, qtbot):
    with qtbot.waitSignal(page.presenter.failed):
        page.open(str(tmp_path / "tidak-ada.db"))
    assert "tidak dapat dipakai" in page.form.message.text()
    assert page.form.nothing.isVisible()
    assert not page.table.isVisible()
    assert not page.acts.export.isEnabled()
    assert page.heading().subtitle == "Hanya dibaca"
    assert [hint.keys for hint in desktop.window.status._hints_shown] == ["Ctrl+O", "Ctrl+K"], (
        "no key that does nothing"
    )
    assert QApplication.focusWidget() is page.form.nothing.findChild(QPushButton)
    [again] = [button for button in page.form.message._buttons if button.isVisible()]
    with qtbot.waitSignal(page.presenter.failed):
        again.click()


def test_it_opens_again_by_itself(page, desktop, services, ministry, qtbot):
    desktop.navigation.show(HOME)
    desktop.navigation.show(CONSOLIDATED)
    assert page.presenter.origin is not None
    assert page.table.pages.rowCount() == 100
    assert page.presenter.remembered == str(ministry)


def test_a_signed_portfolio_that_is_dropped_says_whose_it_is(desktop, ministry, tmp_path, qtbot):
    file = tmp_path / "kanwil.ziport"
    with open_services(tmp_path / "hub", write=True) as hub, open_consolidated(str(ministry)) as store:
        hub.hub_keys.make("Inspektorat Contoh", tmp_path / "brankas")
        write_portfolio_file(store, hub.hub_keys, KANWILS[0], hub.workspace.now(), file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    window = desktop.window
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(QPointF(400, 300), copy, data, left, none),
        QDropEvent(QPointF(400, 300), copy, data, left, none),
    ):
        QApplication.sendEvent(window, event)
    assert window.key() == CONSOLIDATED
    page = window.page()
    qtbot.waitUntil(lambda: page.table.pages.rowCount() == 10)
    assert page.heading().title == f"Portofolio {KANWILS[0]}"
    assert "belum dikenal" in page.form.message.text()
    assert page.presenter.origin.fingerprint in page.form.message.text()
    assert page.acts.believe.isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "Pengirim terverifikasi" in page.form.message.text()
    assert not page.acts.believe.isEnabled()
    assert page.table.isColumnHidden(2)


def test_an_empty_address_is_refused_in_the_dialog(desktop, qtbot):
    desktop.navigation.show(CONSOLIDATED)
    dialog = _dialog(OpenDialog)
    dialog.address.clear()
    dialog.confirm()
    assert "Alamatnya kosong" in dialog.message.text()
    dialog.reject()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_it_is_painted_in_both_themes(page, theme, look, request, qtbot):
    if look == "dark":
        request.getfixturevalue("dark")
    picture = page.grab()
    assert not picture.isNull()
