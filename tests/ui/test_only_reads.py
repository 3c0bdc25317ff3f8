"""A window that only reads, because another one holds the workspace: nothing can be edited, and each screen says why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from whole_desktop import whole_desktop

from zi_desktop.services.composition import open_services
from zi_desktop.ui.evaluation_words import ONLY_READS
from zi_desktop.ui.navigation import EVALUATION, HOME, REMARKS_TAB, SETTINGS, SIGNING, VISIT
from zi_desktop.ui.satker.dialog import ProfileDialog
from zi_desktop.ui.widgets.search_field import SearchField

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desktop(qtbot, theme, scored, tmp_path):
    with (
        open_services(scored.services.workspace.folder, write=False) as services,
        whole_desktop(qtbot, services, theme, tmp_path) as desktop,
    ):
        yield desktop


def fields(page):
    """Return the fields of a screen in which something could be written down: a search keeps nothing."""
    found = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [field for field in found if field.isVisible() and not isinstance(field, SearchField)]


def test_no_field_takes_text_on_any_screen(desktop, scored):
    desktop.navigation.open_evaluation(scored.id)
    written = fields(desktop.window.page())
    for key in (VISIT, SIGNING):
        desktop.window.page().choose_tab(key)
        assert desktop.window.key() == key
        written += fields(desktop.window.page())
        desktop.jobs.wait()
    desktop.navigation.show(SETTINGS)
    in_settings = fields(desktop.window.page())
    assert len(in_settings) > 4
    editable = [field for field in (*written, *in_settings) if field.isEnabled() and not field.isReadOnly()]
    assert [field.accessibleName() or field.objectName() for field in editable] == []


def test_an_answer_is_not_even_tried_and_the_sentence_stands_above_it(qtbot, desktop, scored):
    desktop.navigation.open_evaluation(scored.id)
    page = desktop.window.page()
    before = page.stage.presenter.item(hidden=False)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert page.stage.presenter.item(hidden=False) == before
    assert page.stage.presenter.closed_words() == ONLY_READS
    assert not page.acts.mark.isEnabled()
    assert desktop.window._message.text().startswith("Ruang kerja dibuka untuk dibaca saja")
    assert not page.place._closed.isVisible()


def test_nothing_is_signed_and_the_sentence_stands_where_the_button_was(desktop, scored):
    desktop.navigation.open_evaluation(scored.id)
    desktop.window.page().choose_tab(SIGNING)
    page = desktop.window.page()
    assert page.signatures.form.message.text() == ONLY_READS
    assert not page.signatures.form.sign.isVisible()
    assert not page.signatures.form.form.isVisible()
    assert not page._closed.isVisible()
    closed = (page.acts.sign, page.acts.new_key, page.acts.request, page.papers.plan)
    assert [action.isEnabled() for action in closed] == [False] * 4


def test_what_writes_on_the_day_of_a_visit_is_closed_with_its_reason(desktop, scored):
    desktop.navigation.open_evaluation(scored.id)
    desktop.window.page().choose_tab(VISIT)
    page = desktop.window.page()
    assert {action.isEnabled() for action in page.acts.writing()} == {False}
    assert {action.statusTip() for action in page.acts.writing()} == {"Ruang kerja hanya dapat dibaca."}
    assert not page.day.form.plan.isEnabled()
    assert page.day.form.plan.toolTip() == "Ruang kerja hanya dapat dibaca."
    assert "F8" not in {hint.keys for hint in page.key_hints()}


def test_the_profile_of_a_satker_says_why_its_buttons_are_closed(qtbot, desktop):
    assert desktop.window.key() == HOME
    qtbot.keyClick(desktop.window.page().portfolio.table, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in desktop.window.findChildren(ProfileDialog)))
    dialog = desktop.window.findChild(ProfileDialog)
    assert dialog._words.text() == ONLY_READS
    assert [action.isEnabled() for action in (dialog.add, dialog.change, dialog.leave)] == [False] * 3
    dialog.reject()


def test_the_status_bar_never_says_that_something_was_saved(desktop, scored):
    status = desktop.window.status
    for key in (HOME, EVALUATION, SETTINGS):
        desktop.navigation.show(key)
        assert status._save._words.text() == "Hanya dibaca"
    desktop.navigation.open_evaluation(scored.id)
    assert status._save._words.text() == "Hanya dibaca"


def test_each_tab_says_that_the_answers_are_closed(desktop, scored):
    desktop.navigation.open_evaluation(scored.id)
    locked = {}
    for key in (VISIT, REMARKS_TAB, SIGNING, EVALUATION):
        desktop.window.page().choose_tab(key)
        locked[desktop.window.key()] = desktop.window.page().heading().tabs[0].locked
        desktop.jobs.wait()
    assert set(locked.values()) == {True}
    assert len(locked) == 4
