"""A dialog of named fields: what is wrong is said in it, and nothing that was typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind

FIELDS = (
    Field("kind", "Jenis", Kind.LIST, "b", (("a", "A"), ("b", "B"))),
    Field("text", "Isi", Kind.LINES, needed="Isi masih kosong."),
    Field("day", "Tanggal", Kind.DAY, "2026-11-05"),
    Field("paper", "Kertas", Kind.SEGMENTS, "", (("a4", "A4"), ("f4", "F4"))),
    Field("who", "Siapa"),
)


@pytest.fixture
def opened(qtbot):
    parent, kept = QWidget(), []
    qtbot.addWidget(parent)
    parent.show()

    def save(values):
        if values["who"] == "keliru":
            raise InvalidInputError("Nama keliru. Tidak ada yang tersimpan.").at("who")
        kept.append(values)

    dialog = FieldsDialog("Judul", FIELDS, save, parent, "Penjelasan.")
    with qtbot.waitActive(dialog):
        dialog.open()
    yield dialog, kept
    parent.close()


def test_values_are_handed_over_as_the_service_wants_them(qtbot, opened):
    dialog, kept = opened
    dialog.fields["text"].setPlainText(" Dua baris\nisi ")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.fields["text"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept == [{"kind": "b", "text": "Dua baris\nisi", "day": "2026-11-05", "paper": "a4", "who": ""}]


@pytest.mark.parametrize(
    ("key", "typed", "words"),
    [("text", "", "Isi masih kosong."), ("day", "kemarin", "bukan tanggal"), ("who", "keliru", "Nama keliru")],
    ids=["kosong", "tanggal", "ditolak"],
)
def test_what_is_wrong_is_said_at_its_field_and_the_dialog_stays(qtbot, opened, key, typed, words):
    dialog, kept = opened
    dialog.fields["text"].setPlainText("Isi")
    field = dialog.fields[key]
    field.setPlainText(typed) if key == "text" else field.setText(typed)
    dialog.confirm()
    assert words in dialog.message.text()
    assert dialog.isVisible()
    assert not kept
    assert field.hasFocus()
    assert field.property("valid") is False
    qtbot.keyClicks(field, "x")
    assert field.property("valid") is True


def test_a_refusal_that_is_about_no_field_marks_none(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def save(_values):
        raise InvalidInputError("Evaluasi ini sudah tidak ada. Tidak ada yang tersimpan.")

    dialog = FieldsDialog("Judul", FIELDS[-1:], save, parent)
    dialog.show()
    dialog.confirm()
    assert "tidak ada" in dialog.message.text()
    assert dialog.fields["who"].property("valid") is True


def test_fields_scroll_where_the_screen_is_too_low_so_that_the_buttons_stay_in_sight(qtbot, opened):
    dialog, _ = opened
    whole = dialog._scroll.height()
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    many = [Field(str(number), f"Isian {number}", Kind.LINES) for number in range(20)]
    high = FieldsDialog("Judul", many, lambda _: None, dialog.parentWidget())
    with qtbot.waitActive(high):
        high.open()
    assert whole < high.height() <= high.screen().availableSize().height()
    assert high._scroll.verticalScrollBar().maximum() > 0
    assert high.rect().contains(high.confirm_button.geometry())
    assert high.screen().availableGeometry().contains(high.geometry())
    high.reject()


def test_fields_move_closer_before_they_scroll(qtbot, opened):
    dialog, _ = opened
    others = dialog.height() - dialog._scroll.height()
    room = dialog.screen().availableSize().height() - 40 - others
    line = QLineEdit().sizeHint().height()
    count = room // (line + Space.S) + 2
    assert count * (line + Space.XS) <= room < count * (line + Space.S) - Space.S
    lines = [Field(str(number), f"Isian {number}") for number in range(count)]
    high = FieldsDialog("Judul", lines, lambda _: None, dialog.parentWidget(), "Penjelasan.")
    with qtbot.waitActive(high):
        high.open()
    assert high._scroll.verticalScrollBar().maximum() == 0
    assert high.rows.verticalSpacing() == Space.XS
    assert dialog.rows.verticalSpacing() == Space.S
    high.reject()


def test_fields_of_several_lines_show_fewer_before_they_scroll(qtbot, opened):
    dialog, _ = opened
    others = dialog.height() - dialog._scroll.height()
    room = dialog.screen().availableSize().height() - 40 - others
    text = dialog.fields["text"]
    count = room // (text.height() + Space.XS) + 1
    specs = [Field(str(number), f"Isian {number}", Kind.LINES) for number in range(count)]
    high = FieldsDialog("Judul", specs, lambda _: None, dialog.parentWidget(), "Penjelasan.")
    with qtbot.waitActive(high):
        high.open()
    assert high._scroll.verticalScrollBar().maximum() == 0
    assert {field.lines for field in high.fields.values()} == {3}
    assert text.lines == 4
    high.reject()


def test_the_label_of_several_lines_begins_in_the_line_of_their_text(opened):
    dialog, _ = opened
    field = dialog.fields["text"]
    label = dialog.rows.itemAtPosition(1, 0).widget()
    first = field.viewport().mapTo(dialog, field.cursorRect().topLeft()).y()
    assert label.mapTo(dialog, label.contentsRect().topLeft()).y() == first


def test_what_was_typed_is_thrown_away_only_by_asking_twice(qtbot, opened):
    dialog, kept = opened
    dialog.fields["text"].setPlainText("Wawancara dengan kepala seksi")
    qtbot.keyClick(dialog.fields["text"], Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "belum disimpan" in dialog.message.text()
    assert dialog.fields["text"].toPlainText() == "Wawancara dengan kepala seksi"
    qtbot.keyClick(dialog.fields["text"], Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept == []


def test_an_untouched_dialog_closes_at_once(qtbot, opened):
    dialog, _ = opened
    qtbot.keyClick(dialog.fields["text"], Qt.Key.Key_Escape)
    assert not dialog.isVisible()
