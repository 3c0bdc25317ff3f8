"""Sinkron: which part has the room, what stands in line, and which keys are told."""

import pytest
from builders import CHOICE, give
from laptops import send
from outbox_items import item, outbox
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from whole_desktop import whole_desktop

from zi_desktop.services.receipts import LOCAL
from zi_desktop.ui.navigation import SYNC
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.pills import Tone

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LARGE, LOW = (1366, 768), (911, 512)


@pytest.fixture
def disputed(services, colleague, evaluation, tmp_path):
    give(services, evaluation, CHOICE, "Ya")
    give(colleague, evaluation, CHOICE, "Tidak")
    send(colleague, services, evaluation, tmp_path)


@pytest.fixture
def page(qtbot, theme, services, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path) as desktop:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CTRL | SHIFT)
        page = desktop.window.page()
        assert page is desktop.window.screen_of(SYNC)
        qtbot.waitUntil(lambda: page.shown is not None)
        yield page


def place_of(page, part):
    return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


def resize(qtbot, page, size):
    page.window().resize(*size)
    qtbot.waitUntil(lambda: page.window().size().toTuple() == size)


def told(page):
    return [hint.text for hint in page.key_hints()]


@pytest.mark.parametrize("size", [LARGE, LOW], ids=["large", "low"])
def test_where_nobody_disagrees_what_came_in_has_the_room(qtbot, evaluation, page, size):
    resize(qtbot, page, size)
    qtbot.waitUntil(lambda: place_of(page, page.inbox).left() > place_of(page, page.outbox).right())
    qtbot.waitUntil(lambda: place_of(page, page.inbox).top() == place_of(page, page.outbox).top())
    below = place_of(page, page.beside)
    assert below.top() > place_of(page, page.inbox).bottom()
    assert below.height() < page.inbox.height()
    assert page.outbox.switch.isVisible()
    assert page.inbox.form.drop.isVisible()
    assert page.outbox.form.rule.mapTo(page, QPoint()).y() == page.inbox.form.rule.mapTo(page, QPoint()).y()


def test_what_is_to_be_settled_takes_the_room_beside_both(qtbot, disputed, page):
    qtbot.waitUntil(lambda: not page.beside.form.table.isHidden())
    qtbot.waitUntil(lambda: place_of(page, page.inbox).top() > place_of(page, page.outbox).bottom())
    qtbot.waitUntil(lambda: page.inbox.width() == page.outbox.width())
    assert place_of(page, page.beside).left() > place_of(page, page.inbox).right()
    assert page.outbox.form.rule.mapTo(page, QPoint()).y() == page.beside.form.rule.mapTo(page, QPoint()).y()


def test_what_goes_out_has_the_height_of_its_rows_and_what_came_in_the_rest(qtbot, disputed, page):
    qtbot.waitUntil(lambda: not page.beside.form.table.isHidden())
    page.presenter.shown.disconnect(page._show)  # what is read meanwhile is less
    page.outbox.show_outbox(outbox(*(item(name, LOCAL, lines=3) for name in "ABC"), item("D")))
    outgoing = page.outbox.form.list
    qtbot.waitUntil(lambda: page.outbox.height() > page.inbox.height())
    assert outgoing.verticalScrollBar().maximum() == 0
    resize(qtbot, page, (LARGE[0], 620))  # without the line for dropping
    qtbot.waitUntil(lambda: page.inbox.height() < page.outbox.height() / 2)
    qtbot.waitUntil(lambda: page.outbox.height() == page.outbox.maximumHeight())
    spare = page.inbox.height() - page.inbox.minimumSizeHint().height()
    resize(qtbot, page, (LARGE[0], 620 - spare))
    qtbot.waitUntil(lambda: page.inbox.height() == page.inbox.minimumSizeHint().height())
    assert outgoing.verticalScrollBar().maximum() == 0
    page.outbox.show_outbox(outbox(item("A", LOCAL)))
    qtbot.waitUntil(lambda: page.outbox.height() < page.inbox.height())
    last = outgoing.model().index(0, 0, outgoing.model().index(0, 0))
    qtbot.waitUntil(lambda: outgoing.visualRect(last).bottom() == outgoing.viewport().height() - 1)


def test_what_is_said_above_makes_nothing_come_or_go(qtbot, disputed, page):
    """What has no room in a low window is gone from the beginning: the menu and the window do the same."""
    qtbot.waitUntil(lambda: not page.beside.form.table.isHidden())
    for size, there in ((LARGE, True), (LOW, False)):
        resize(qtbot, page, size)
        page.notices.forget(page.notices.refusal)
        assert (page.outbox.switch.isVisible(), page.inbox.form.drop.isVisible()) == (there, there)
        page.notices.show_refusal("Paket ditolak.")
        QApplication.processEvents()
        assert (page.outbox.switch.isVisible(), page.inbox.form.drop.isVisible()) == (there, there)
    more = page.tools()[0]
    assert page.acts.send_itself in more.menu().actions()


def test_in_a_narrow_window_the_second_button_keeps_its_icon(qtbot, disputed, page):
    qtbot.waitUntil(lambda: not page.beside.form.table.isHidden())
    assert [button.text() for button in (page.outbox._push, page.outbox._save)] == [
        page.acts.push.text(), page.acts.save.text(),
    ]  # fmt: skip
    resize(qtbot, page, LOW)
    qtbot.waitUntil(lambda: page.outbox._push.text() == "")
    assert page.outbox._save.text() == page.acts.save.text(), "without a hub the stick comes first"
    assert page.outbox._push.accessibleName() == page.acts.push.text()


def test_messages_run_from_edge_to_edge_as_that_of_the_window(qtbot, evaluation, page):
    page.notices.show_refusal("Paket ditolak.")
    page.said.emit("Paket diambil.", Tone.OK)
    above, below = page.window()._message, page.notices.refusal
    qtbot.waitUntil(lambda: below.width() == above.width() == page.width())
    assert below.height() == above.height()


def test_only_keys_that_act_are_told(qtbot, evaluation, page):
    assert told(page) == ["Pilih paket", "Simpan ke flashdisk", "Kirim"]
    page.acts.save.setEnabled(False)
    assert told(page) == ["Pilih paket", "Kirim"]
    bar = page.window().status
    qtbot.waitUntil(lambda: KeyHint("Ctrl+Shift+K", "Kirim") in bar._hints_shown)
    page.hub._set_busy(busy=True)
    qtbot.waitUntil(lambda: KeyHint("Ctrl+Shift+K", "Kirim") not in bar._hints_shown)


def test_enter_is_told_in_the_list_in_which_it_acts(qtbot, evaluation, stranger, tmp_path, page):
    give(stranger, evaluation, CHOICE, "Ya")
    send(stranger, page.presenter._services, evaluation, tmp_path, plain=True)
    page.acts.reload.trigger()
    qtbot.waitUntil(lambda: page.inbox.waiting_sender() != "")
    assert told(page)[0] == "Pilih paket"
    page.inbox.form.list.setFocus()
    assert told(page)[0] == "Cocokkan kartu"


def test_without_an_evaluation_the_keyboard_is_at_what_lets_something_in(qtbot, services, page):
    qtbot.waitUntil(page.inbox.choose.hasFocus)
    assert "Simpan ke flashdisk" not in told(page)


def test_words_and_buttons_of_a_panel_begin_and_end_in_one_line(evaluation, page):
    outbox, inbox = page.outbox, page.inbox
    for panel, parts in ((outbox, (outbox._push, outbox.switch)), (inbox, (inbox.form.drop,))):
        lefts = {place_of(panel, part).left() for part in parts}
        assert lefts == {place_of(panel, panel.form.list).left() + Space.M}
    end = place_of(inbox, inbox.form.list).right() - Space.M
    assert {place_of(inbox, part).right() for part in (inbox.form.drop, inbox.choose)} == {end}
