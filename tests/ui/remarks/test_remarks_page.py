"""Catatan in the real window: keys, dialogs, undo, what a closed evaluation still takes, the way to the item."""

import pytest
from focus_walk import name_of, reachable, walk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_desktop import whole_desktop

from zi_desktop.ui.navigation import EVALUATION, HOME, REMARKS
from zi_desktop.ui.remarks import view
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import LINK_EDGE
from zi_desktop.ui.widgets.fields_dialog import FieldsDialog

CODE = "A.I.5.i.b"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desktop(qtbot, theme, services, remarked, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path) as desktop:
        yield desktop


@pytest.fixture
def page(qtbot, desktop):
    press(qtbot, Qt.Key.Key_C, CTRL | SHIFT)
    page = desktop.window.page()
    assert page is desktop.window.screen_of(REMARKS)
    return page


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def dialog_of(qtbot, page):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(FieldsDialog)))
    return next(each for each in page.findChildren(FieldsDialog) if each.isVisible())


def test_while_something_is_looked_for_no_key_is_told_that_would_write(page, desktop):
    told = lambda: [hint.keys for hint in desktop.window.status._hints_shown]  # noqa: E731
    assert {"T", "S"} <= set(told())
    page.form.search.setFocus()
    assert not {"T", "S"} & set(told())
    assert "Ctrl+K" in told()
    page.form.list.setFocus()
    assert {"T", "S"} <= set(told())


def test_the_overdue_one_is_chosen_and_told_whole(page, remarked):
    assert page.form.list.hasFocus()
    assert page.row().id == remarked[0]
    assert page.detail.form.item.text() == CODE


def test_a_remark_is_changed_followed_up_and_closed_by_keys(qtbot, page, services, evaluation, remarked):
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page)
    dialog.fields["recommendation"].setPlainText("Tetapkan dan umumkan SOP")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    page.form.list.setFocus()
    press(qtbot, Qt.Key.Key_T)
    dialog = dialog_of(qtbot, page)
    dialog.fields["text"].setPlainText("SOP ditetapkan")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    page.form.list.setFocus()
    press(qtbot, Qt.Key.Key_S)
    dialog = dialog_of(qtbot, page)
    dialog.fields["state"].set_current("selesai")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    remark = services.remarks.of(evaluation).get(remarked[0])
    assert remark.texts["recommendation"] == "Tetapkan dan umumkan SOP"
    assert [entry.text for entry in remark.follow_ups] == ["SOP ditetapkan"]
    assert remark.state == "selesai"
    assert page.row().id == remarked[0]


def test_what_is_half_changed_of_a_remark_waits_for_it(qtbot, page, services, evaluation, remarked):
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page)
    dialog.fields["cause"].setPlainText("Mutasi petugas")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert services.remarks.of(evaluation).get(remarked[0]).texts["cause"] == ""
    services.remarks.edit(evaluation, remarked[0], {"recommendation": "Tetapkan SOP segera"})
    page.acts.reload.trigger()
    page.form.list.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page)
    assert dialog.resumed.isVisible()
    assert dialog.fields["cause"].toPlainText() == "Mutasi petugas"
    assert dialog.fields["recommendation"].toPlainText() == "Tetapkan SOP segera"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert services.remarks.of(evaluation).get(remarked[0]).texts["cause"] == "Mutasi petugas"
    page.form.list.setFocus()
    press(qtbot, Qt.Key.Key_S)
    dialog = dialog_of(qtbot, page)
    dialog.fields["reason"].setPlainText("Menunggu")
    dialog.reject()
    page.form.list.setFocus()
    press(qtbot, Qt.Key.Key_S)
    assert dialog_of(qtbot, page).fields["reason"].toPlainText() == "Menunggu"


def test_a_follow_up_is_taken_back_in_its_line(page, services, evaluation, remarked):
    services.remarks.follow_up(evaluation, remarked[0], "Keliru", day="2026-02-01")
    page.acts.reload.trigger()
    page.detail.form.followUps.itemAtPosition(0, 2).widget().click()
    assert services.remarks.of(evaluation).get(remarked[0]).follow_ups == ()


def followed(page):
    rows = page.detail.form.followUps
    labels = [item.widget() for place in range(rows.rowCount()) if (item := rows.itemAtPosition(place, 1))]
    return {label.text(): label for label in labels}


def right_edge(part, panel):
    return part.mapTo(panel, part.rect().topRight()).x()


@pytest.mark.parametrize("length", [12, 40])
def test_what_was_added_is_brought_into_sight_and_another_remark_begins_at_its_top(
    qtbot, desktop, page, services, evaluation, remarked, length
):
    services.remarks.edit(evaluation, remarked[0], {"cause": "Mutasi petugas pengelola. " * length})
    services.remarks.follow_up(evaluation, remarked[0], "Konsep dikirim", day="2026-02-10")
    desktop.window.resize(910, 512)
    page.acts.reload.trigger()
    bar = page.detail.form.scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for remark in (remarked[1], remarked[0]):
        page.form.list.choose("", remark)
        assert bar.value() == 0
    page.form.list.setFocus()
    press(qtbot, Qt.Key.Key_T)
    dialog = dialog_of(qtbot, page)
    dialog.fields["text"].setPlainText("SOP ditetapkan")
    dialog.confirm()

    def seen():
        new = followed(page)["SOP ditetapkan"]
        return new.visibleRegion().boundingRect().height() == new.height()

    qtbot.waitUntil(seen)
    for _ in range(3):  # read again, as when the screen comes back to the front
        page.acts.reload.trigger()
        QApplication.processEvents()
        assert seen()
    page.form.list.choose("", remarked[1])
    assert bar.value() == 0


def test_what_stands_at_the_right_of_a_remark_ends_in_one_line(qtbot, desktop, page, services, evaluation, remarked):
    services.remarks.follow_up(evaluation, remarked[0], "Konsep dikirim", day="2026-02-10")
    page.acts.reload.trigger()
    form, edges, begins = page.detail.form, set(), set()
    for height, text, scrolled in ((768, "Mutasi petugas", False), (512, "Mutasi petugas pengelola. " * 40, True)):
        services.remarks.edit(evaluation, remarked[0], {"cause": text})
        services.remarks.follow_up(evaluation, remarked[0], "SOP ditetapkan", day="2026-11-22")
        desktop.window.resize(1366, height)
        page.acts.reload.trigger()
        qtbot.waitUntil(lambda scrolled=scrolled: bool(form.scroll.verticalScrollBar().maximum()) is scrolled)
        back = form.followUps.itemAtPosition(0, 2).widget()
        qtbot.waitUntil(back.isVisible)
        links = {right_edge(part, page.detail) - LINK_EDGE for part in (form.item, back)}
        edges |= links | {right_edge(form.rule, page.detail)}
        begins.add(followed(page)["Konsep dikirim"].x())
    assert edges == {page.detail.width() - Space.M - 1}
    assert len(begins) == 1


def test_delete_leaves_a_way_back(qtbot, page, services, evaluation, remarked):
    press(qtbot, Qt.Key.Key_Delete)
    assert services.remarks.of(evaluation).get(remarked[0]) is None
    assert page.form.message.text()
    assert page.form.list.hasFocus()
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert services.remarks.of(evaluation).get(remarked[0])
    assert page.row().id == remarked[0]
    assert not page.form.message.text()


def test_words_and_parts_narrow_the_list_and_nothing_found_says_so(qtbot, page, remarked):
    press(qtbot, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "register ts")
    assert page.form.list.isHidden()
    assert not page.acts.edit.isEnabled()
    page.form.nothing.acted.emit()
    assert len(page.form.list.groups()) == 3
    page.form.parts.chosen.emit("selesai")
    assert [row.id for group in page.form.list.groups() for row in group.rows] == [remarked[2]]


def test_a_closed_evaluation_keeps_its_texts_but_takes_what_is_done(page, services, evaluation):
    services.evaluations.archive(evaluation)
    page.acts.reload.trigger()
    acts = page.acts
    assert [act.isEnabled() for act in (acts.edit, acts.withdraw, acts.follow_up, acts.state)] == [
        False,
        False,
        True,
        True,
    ]
    assert "sudah ditutup" in acts.edit.statusTip()


@pytest.mark.parametrize("key", ["list", "item"])
def test_the_item_is_one_key_away(qtbot, desktop, page, key):
    if key == "item":
        page.detail.form.item.setFocus()
        press(qtbot, Qt.Key.Key_Return)
    else:
        press(qtbot, Qt.Key.Key_G, CTRL)
    scoring = desktop.window.page()
    assert scoring is desktop.window.screen_of(EVALUATION)
    assert scoring.place.item.code == CODE


def test_what_is_shown_is_exported(qtbot, page, tmp_path, monkeypatch):
    monkeypatch.setattr(view, "choose_place", lambda *_: tmp_path / "catatan.xlsx")
    with qtbot.waitSignal(page.presenter.exported):
        press(qtbot, Qt.Key.Key_E, CTRL)
    assert (tmp_path / "catatan.xlsx").stat().st_size


def test_without_remarks_one_sentence_says_how_they_come(page, services, evaluation, remarked):
    for ident in remarked:
        services.remarks.withdraw(evaluation, ident)
    page.activate()
    assert page.list.hasFocus()  # there is nothing to search
    assert not page.form.nothing.isHidden()
    assert not page.acts.export.isEnabled()


def test_from_the_empty_list_keys_lead_on(qtbot, desktop, page, services, evaluation, remarked):
    for ident in remarked:
        services.remarks.withdraw(evaluation, ident)
    page.activate()
    assert [hint.keys for hint in page.key_hints()] == ["Ctrl+K"]
    press(qtbot, Qt.Key.Key_F, CTRL)
    assert page.form.search.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    press(qtbot, Qt.Key.Key_Home, CTRL)
    assert desktop.window.key() == HOME


def test_escape_leaves_the_search_where_a_part_has_nothing(qtbot, page, services, evaluation, remarked):
    services.remarks.withdraw(evaluation, remarked[2])
    page.activate()
    page.list.choose_part("selesai")
    press(qtbot, Qt.Key.Key_F, CTRL)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert [hint.keys for hint in page.key_hints()] == ["Ctrl+F", "Ctrl+K"]


@pytest.mark.parametrize("width", [910, 1366])
def test_tab_reaches_everything(qtbot, desktop, page, width):
    desktop.window.resize(width, 512)
    assert desktop.window.width() == width
    walked = walk(qtbot, page)
    assert {name_of(widget) for widget in reachable(page) - set(walked)} == set()
    assert [type(widget).__name__ for widget in walked if not name_of(widget)] == []
