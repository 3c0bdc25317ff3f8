"""Profil satker: contacts, track record, stages, history, and that a satker leaves."""

import pytest
from builders import begin
from focus_walk import name_of, reachable, walk
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from zi_desktop.ui.satker.dialog import ProfileDialog
from zi_desktop.ui.satker.presenter import ProfilePresenter
from zi_desktop.ui.satker.shown import Part
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.fields_dialog import FieldsDialog
from zi_desktop.ui.widgets.labels import KeyCap


@pytest.fixture
def id_(fresh, tmp_path):
    return begin(fresh, tmp_path)


@pytest.fixture
def satker(fresh, id_):
    return fresh.evaluations.open(id_).state.identity.satker


@pytest.fixture
def open_dialog(qtbot, fresh, satker):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(QSize(1294, 684))
    window.show()

    def opened(**more):
        dialog = ProfileDialog(ProfilePresenter(fresh, satker, window), window, **more)
        with qtbot.waitActive(dialog):
            dialog.open()
        qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or window))
        return dialog

    return opened


def asked(qtbot, dialog, kind=FieldsDialog):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in dialog.findChildren(kind)))
    return next(each for each in dialog.findChildren(kind) if each.isVisible())


def test_a_contact_is_added_changed_and_taken_away(qtbot, open_dialog, fresh, satker):
    dialog = open_dialog()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    form = asked(qtbot, dialog)
    form.confirm()
    assert "Nama narahubung" in form.message.text()
    form.fields["name"].setText("Siti Contoh")
    form.confirm()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    form = asked(qtbot, dialog)
    form.fields["phone"].setText("0800-000")
    form.confirm()
    [contact] = fresh.satker_profiles.of(satker).contacts
    assert (contact.name, contact.phone) == ("Siti Contoh", "0800-000")
    dialog.remove.trigger()
    asked(qtbot, dialog, DialogFrame).confirm()
    assert fresh.satker_profiles.of(satker).contacts == ()


def test_the_key_of_a_button_stands_beside_it_for_as_long_as_it_is_shown(open_dialog):
    dialog = open_dialog()

    def caps():
        return [cap.text() for cap in dialog.findChildren(KeyCap) if cap.isVisible()]

    assert caps() == ["F8", "F2", "Delete", "F9"]
    greyed = [cap.text() for cap in dialog.findChildren(KeyCap) if not cap.isEnabled()]
    assert greyed == ["F2", "Delete"]  # as their buttons: there is nothing to change
    dialog.show_part(Part.STAGES)
    assert caps() == ["F2", "F9"]
    dialog.show_part(Part.HISTORY)
    assert caps() == ["F9"]


def test_what_is_shown_keeps_its_place_from_part_to_part(open_dialog):
    dialog = open_dialog()
    places = []
    for part in Part:
        dialog.show_part(part)
        QApplication.sendPostedEvents()  # the layouts follow
        places.append((dialog.list if dialog.list.isVisible() else dialog.nothing).geometry())
    assert places == [places[0]] * len(Part)


def test_the_track_record_is_internal_and_can_be_covered(qtbot, open_dialog, fresh, satker):
    fresh.satker_profiles.put_record(satker, "pengaduan", "2026-05-02", "Pengaduan layanan antrean", "Surat contoh")
    dialog = open_dialog(hidden=True)
    dialog.show_part(Part.RECORDS)
    assert dialog.list.groups() == ()
    assert not dialog.add.isEnabled()
    dialog.nothing.acted.emit()
    [group] = dialog.list.groups()
    assert (group.title, group.rows[0].icon, group.rows[0].detail) == ("Pengaduan", "lock", "2 Mei 2026 · Surat contoh")
    dialog.change.trigger()
    form = asked(qtbot, dialog)
    form.fields["source"].setText("Nota contoh")
    form.confirm()
    assert fresh.satker_profiles.of(satker).records[0].source == "Nota contoh"
    dialog.add.trigger()
    form = asked(qtbot, dialog)
    form.fields["text"].setPlainText("Teguran tertulis")
    form.confirm()
    assert len(fresh.satker_profiles.of(satker).records) + ("tanggal" in form.message.text()) == 2


def test_a_stage_is_entered_and_taken_back(qtbot, open_dialog, fresh, id_):
    dialog = open_dialog()
    dialog.show_part(Part.STAGES)
    dialog.list.choose(id_, "tpi")
    dialog.change.trigger()
    form = asked(qtbot, dialog)
    form.fields["day"].setText("5 Mei 2026")
    form.fields["result"].set_current("lanjut")
    form.confirm()
    assert fresh.funnel.of(id_).passed_internal
    assert (dialog.list.row().end, dialog.list.row().detail) == ("Lanjut", "5 Mei 2026")
    dialog.change.trigger()
    form = asked(qtbot, dialog)
    form.fields["day"].clear()
    form.confirm()
    assert not fresh.funnel.of(id_).marks


def test_a_satker_leaves_with_its_history_and_comes_back(qtbot, open_dialog, fresh, satker):
    dialog = open_dialog()
    dialog.leave.trigger()
    form = asked(qtbot, dialog)
    form.fields["day"].setText("1-12-2026")
    form.fields["to"].setText("Kementerian Misal")
    form.confirm()
    assert fresh.satkers.get(satker).archived
    assert "Keluar sejak 1 Des 2026, ke Kementerian Misal" in dialog._words.text()
    dialog.show_part(Part.HISTORY)
    assert dialog.list.groups()[0].title == "Nama"
    assert not dialog.change.isVisible()
    dialog.leave.trigger()
    assert not fresh.satkers.get(satker).archived


@pytest.mark.parametrize("part", list(Part), ids=lambda part: part.value)
def test_tab_reaches_everything(qtbot, open_dialog, fresh, satker, part):
    fresh.satker_profiles.put_contact(satker, "Siti Contoh")
    dialog = open_dialog()
    dialog.show_part(part)
    walked = walk(qtbot, dialog)
    assert {name_of(widget) for widget in reachable(dialog) - set(walked)} == set()
    assert [type(widget).__name__ for widget in walked if not name_of(widget)] == []
    assert isinstance(dialog, QDialog)
