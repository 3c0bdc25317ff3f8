"""F8 in Penilaian: a remark about the item that is shown, written down once it has condition and recommendation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from whole_desktop import whole_desktop

from zi_desktop.ui.widgets.fields_dialog import FieldsDialog

CODE = "A.I.5.i.b"


@pytest.fixture
def desktop(qtbot, theme, services, evaluation, tmp_path):
    with whole_desktop(qtbot, services, theme, tmp_path, evaluation, CODE) as desktop:
        yield desktop


@pytest.fixture
def dialog(qtbot, desktop):
    QTest.keyClick(QApplication.focusWidget() or desktop.window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bool(dialogs(desktop)))
    [found] = dialogs(desktop)
    return found


def dialogs(desktop):
    return [each for each in desktop.window.findChildren(FieldsDialog) if each.isVisible()]


def test_it_is_kept_about_the_item_with_its_criterion(qtbot, desktop, dialog, services, evaluation):
    dialog.fields["condition"].setPlainText("SOP masih konsep")
    dialog.fields["recommendation"].setPlainText("Tetapkan SOP")
    dialog.fields["due"].setText("12 Des 2026")
    dialog.confirm()
    qtbot.waitUntil(lambda: not dialogs(desktop))
    [remark] = services.remarks.of(evaluation).all
    assert (remark.item, remark.origin, remark.due) == (CODE, "tpi", "2026-12-12")
    assert (remark.texts["condition"], remark.texts["recommendation"]) == ("SOP masih konsep", "Tetapkan SOP")
    assert remark.texts["criterion"]


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("condition", "", "Kondisi belum diisi."),
        ("recommendation", " ", "Rekomendasi belum diisi."),
        ("due", "besok", "Tenggat bukan tanggal, misalnya 5-11-2026."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(dialog, services, evaluation, field, text, sentence):
    dialog.fields["condition"].setPlainText("SOP masih konsep")
    dialog.fields["recommendation"].setPlainText("Tetapkan SOP")
    wrong = dialog.fields[field]
    (wrong.setText if field == "due" else wrong.setPlainText)(text)
    dialog.confirm()
    assert dialog.isVisible()
    assert dialog.message.text() == sentence
    assert not services.remarks.of(evaluation).all


def test_an_archived_evaluation_takes_no_new_one(desktop, services, evaluation):
    add = next(action for action in desktop.window.page().actions() if action.shortcut().toString() == "F8")
    assert add.isEnabled()
    services.evaluations.archive(evaluation)
    desktop.window.page().activate()
    assert not add.isEnabled()
