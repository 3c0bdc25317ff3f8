"""Rencana & tim, prasyarat and keputusan panel: what is checked, what is kept."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from zi_desktop.domain.plan import Plan
from zi_desktop.storage.directory import Person
from zi_desktop.ui import evidence_ways
from zi_desktop.ui.evidence import place_desk
from zi_desktop.ui.evidence.place_dialog import PlaceDialog
from zi_desktop.ui.evidence.preview_dialog import PreviewDialog
from zi_desktop.ui.signing.panel_dialog import PanelDialog
from zi_desktop.ui.signing.plan_dialog import PlanDialog
from zi_desktop.ui.signing.plan_entry import MemberEntry, doubt_of, entry_of, first_wrong, given, with_person
from zi_desktop.ui.signing.preconditions_dialog import PreconditionsDialog
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.fields_dialog import FieldsDialog
from zi_desktop.ui.widgets.labels import KeyCap

EMPTY = entry_of(Plan(), {})
RINI = MemberEntry("Rini Umpamasari, S.H., M.H.", "198304172006042001", "Auditor", "ketua_tim")


def dialog_of(qtbot, page, kind):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    return next(each for each in page.findChildren(kind) if each.isVisible())


def told(dialog):
    return [cap.text() for cap in dialog.keys.findChildren(KeyCap) if cap.isVisible()]


def press(qtbot, dialog, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key in a dialog, once the keyboard is in it."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or dialog, key, modifiers)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"first_day": None}, "first_day", "Hari pertama bukan tanggal"),
        ({"first_day": "2026-11-05", "last_day": "2026-11-03"}, "last_day", "mendahului"),
        ({"team": (RINI, MemberEntry(nip="1"))}, "name", "Nama orang ke-2 kosong"),
        ({"team": (RINI, replace(RINI, name="Nama Lain"))}, "name", "sudah ada dalam tim"),
        ({"team": (RINI, replace(RINI, nip="", name=RINI.name.upper()))}, "name", "sudah ada dalam tim"),
    ],
)
def test_what_is_wrong_in_a_plan_is_named(changes, field, words):
    wrong = first_wrong(replace(EMPTY, **changes))
    assert wrong.field == field
    assert words in wrong.sentence


def test_a_nip_of_another_length_is_doubtful_and_no_mistake():
    short = replace(EMPTY, team=(RINI, replace(RINI, name="Nama Lain", nip="123")))
    assert first_wrong(short) is None
    assert doubt_of(short).startswith("NIP Nama Lain tidak terdiri atas 18 angka")
    assert doubt_of(replace(EMPTY, team=(RINI, MemberEntry("Tanpa NIP")))) == ""


def test_an_empty_team_is_offered_the_person_at_this_laptop():
    person = Person("p", RINI.name, RINI.nip, RINI.position)
    assert with_person(EMPTY, person).team == (replace(RINI, role="anggota"),)
    assert with_person(EMPTY, Person("", "")) == EMPTY
    taken = replace(EMPTY, team=(MemberEntry("Nama Lain"),))
    assert with_person(taken, person) == taken


def test_a_plan_without_mistakes_goes_to_the_service_unchanged(scored):
    people = scored.services.settings.people()
    entry = entry_of(scored.state.plan, people)
    assert first_wrong(entry) is None
    before = scored.state.plan
    scored.services.evaluations.plan(scored.id, given(entry))
    assert scored.state.plan == before


def test_the_plan_is_changed_in_its_dialog(qtbot, page, scored):
    page.papers.plan.trigger()
    dialog = dialog_of(qtbot, page, PlanDialog)
    form = dialog.form
    form.lastDay.setText("6 Nov 2026")
    form.place.setText("Andaikota")
    form.team.rows[2].up.click()
    form.team.rows[0].areas._ticks["1"].setChecked(True)
    with qtbot.waitSignal(page.evaluation_changed):
        qtbot.keyClick(form.place, Qt.Key.Key_Return)
    plan = scored.state.plan
    assert (plan.last_day, plan.place) == ("2026-11-06", "Andaikota")
    assert [member.role for member in plan.team] == ["ketua_tim", "pengendali_teknis", "anggota"]
    assert plan.team[0].areas == ("1",)


def test_a_wrong_field_is_marked_and_nothing_is_kept(qtbot, page, scored):
    before = scored.state.plan
    page.papers.plan.trigger()
    dialog = dialog_of(qtbot, page, PlanDialog)
    dialog.form.letterDate.setText("kemarin")
    dialog.confirm_button.click()
    assert "Tanggal surat tugas bukan tanggal" in dialog.message.text()
    assert dialog.form.letterDate.property("valid") is False
    qtbot.keyClicks(dialog.form.letterDate, "x")
    assert dialog.form.letterDate.property("valid") is True
    dialog.reject()
    assert scored.state.plan == before


def test_a_doubtful_nip_is_told_when_it_is_left_and_once_before_it_is_kept(qtbot, page, scored):
    page.papers.plan.trigger()
    dialog = dialog_of(qtbot, page, PlanDialog)
    row = dialog.form.team.rows[1]
    row.nip.setText("1990")
    dialog.confirm()
    assert "NIP Bagus Contohardjo, S.H. tidak terdiri atas 18 angka" in dialog.message.text()
    row.nip.setText("199003122015031002")
    row.nip.editingFinished.emit()
    assert dialog.message.text() == ""
    row.nip.setText("1991")
    row.nip.editingFinished.emit()
    assert "18 angka" in dialog.message.text()
    dialog.confirm_button.click()
    people = scored.services.settings.people()
    assert "1991" in [people[member.person].nip for member in scored.state.plan.team]


def test_a_known_name_brings_nip_and_position_and_an_empty_row_is_nobody(qtbot, page):
    page.papers.plan.trigger()
    team = dialog_of(qtbot, page, PlanDialog).form.team
    count = len(team.entries())
    team.add.click()
    assert len(team.entries()) == count
    row = team.rows[-1]
    row.name.setText(RINI.name)
    row.name.editingFinished.emit()
    assert row.entry().nip == RINI.nip
    row.remove.click()
    assert len(team.rows) == count
    dialog_of(qtbot, page, PlanDialog).reject()


def test_preconditions_are_checked_off(qtbot, page, scored):
    page.papers.preconditions.trigger()
    dialog = dialog_of(qtbot, page, PreconditionsDialog)
    assert dialog.focusWidget().parent() is next(iter(dialog.rows.values())).choice
    dialog.rows["tlhp"].choice.set_current("missed")
    dialog.rows["tlhp"].note.setText("Baru 80%.")
    dialog.confirm_button.click()
    assert scored.state.preconditions["tlhp"] == (False, "Baru 80%.")


def test_the_panel_decides_with_a_reason(qtbot, page, scored):
    page.papers.panel.trigger()
    dialog = dialog_of(qtbot, page, PanelDialog)
    dialog.choice.set_current("pembinaan")
    dialog.field.clear()
    dialog.confirm_button.click()
    assert "Alasan" in dialog.message.text()
    qtbot.keyClicks(dialog.field, "Dibina dahulu.")
    dialog.confirm_button.click()
    assert scored.state.panel == {"decision": "pembinaan", "reason": "Dibina dahulu."}


def test_the_office_adds_names_and_withdraws_lines_by_key(qtbot, page, scored):
    page.papers.preconditions.trigger()
    dialog = dialog_of(qtbot, page, PreconditionsDialog)
    first = next(iter(dialog.rows))
    dialog.rows[first].note.setText("Belum tersimpan.")
    press(qtbot, dialog, Qt.Key.Key_F8)
    asked = dialog_of(qtbot, dialog, FieldsDialog)
    asked.confirm_button.click()
    assert "masih kosong" in asked.message.text()
    asked.fields["title"].setText("Bebas pungutan")
    asked.confirm_button.click()
    [line] = scored.services.own_preconditions.all()
    assert dialog.current() == line
    assert dialog.rows[first].note.text() == "Belum tersimpan."
    dialog.rows[line.id].choice.set_current("met")

    press(qtbot, dialog, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in dialog.findChildren(FieldsDialog) if d is not asked))
    renamed = next(d for d in dialog.findChildren(FieldsDialog) if d.isVisible())
    renamed.fields["title"].setText("Bebas pungutan liar")
    renamed.confirm_button.click()
    assert dialog.current().title == "Bebas pungutan liar"
    dialog.confirm_button.click()
    assert scored.state.preconditions[line.id] == (True, "")
    assert scored.state.preconditions[first][1] == "Belum tersimpan."

    page.papers.preconditions.trigger()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(PreconditionsDialog)))
    again = next(d for d in page.findChildren(PreconditionsDialog) if d.isVisible())
    assert not again.acts["withdraw"].isEnabled()  # a line of the worksheet has the keyboard
    qtbot.waitUntil(lambda: told(again) == ["Ctrl+U", "F8"])
    again.rows[line.id].note.setFocus()
    qtbot.waitUntil(lambda: told(again) == ["Ctrl+U", "F8", "F2", "Ctrl+Shift+Delete"])
    press(qtbot, again, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    sure = next(d for d in again.findChildren(DialogFrame) if d.isVisible())
    sure.confirm_button.click()
    assert scored.services.own_preconditions.all() == ()
    assert line.id not in again.rows
    again.reject()


@pytest.fixture
def proof(page, scored, jobs):
    return evidence_ways.give_proof(SimpleNamespace(services=scored.services, jobs=jobs), page, page.papers)


def test_a_precondition_is_proven_by_files(qtbot, page, scored, proof, monkeypatch, tmp_path):
    paper = tmp_path / "LHP.txt"
    paper.write_text("LHP.", encoding="utf-8")
    monkeypatch.setattr(place_desk, "choose_files", lambda *_: [paper])
    page.papers.preconditions.trigger()
    dialog = dialog_of(qtbot, page, PreconditionsDialog)
    note = dialog.rows["tlhp"].note
    note.setFocus()
    note.setText("Belum tersimpan.")
    press(qtbot, dialog, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    files = dialog_of(qtbot, dialog, PlaceDialog)
    assert note.text() == "Belum tersimpan."
    assert files.nothing.isVisible()
    assert told(files) == []
    press(qtbot, files, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: files.list.lines.rowCount() == 1)
    assert told(files) == ["Enter", "S", "K", "T", "P", "Delete"]
    press(qtbot, files, Qt.Key.Key_S)
    [link] = scored.services.evidence.links(scored.id, "prasyarat.tlhp")
    assert link.judged.value == "sesuai"
    qtbot.waitUntil(lambda: dialog.rows["tlhp"].files.text() == "1 berkas")
    press(qtbot, files, Qt.Key.Key_Delete)
    assert files.nothing.isVisible()
    assert dialog.rows["tlhp"].files.text() == "Data dukung…"
    files.reject()
    dialog.reject()


def test_the_files_of_a_precondition_are_looked_at_after_the_evaluation_was_closed(
    qtbot, page, scored, proof, tmp_path
):
    paper = tmp_path / "LHP.txt"
    paper.write_text("LHP.", encoding="utf-8")
    scored.services.evidence.add(scored.id, [paper], "prasyarat.tlhp")
    scored.services.evaluations.archive(scored.id)
    page.activate()
    assert not page.papers.plan.isEnabled()
    assert page.papers.preconditions.isEnabled()
    page.papers.preconditions.trigger()
    dialog = dialog_of(qtbot, page, PreconditionsDialog)
    row = dialog.rows["tlhp"]
    assert not row.choice.isEnabled()
    assert row.note.isReadOnly()
    assert dialog.confirm_button is dialog.cancel_button
    assert row.files.text() == "1 berkas"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is next(iter(dialog.rows.values())).files)
    row.files.setFocus()
    assert [name for name, act in dialog.acts.items() if act.isEnabled()] == ["evidence"]
    press(qtbot, dialog, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    files = dialog_of(qtbot, dialog, PlaceDialog)
    assert not files.add.isEnabled()
    press(qtbot, files, Qt.Key.Key_S)
    press(qtbot, files, Qt.Key.Key_Delete)
    [link] = scored.services.evidence.links(scored.id, "prasyarat.tlhp")
    assert link.judged.value == "belum_dicek"
    press(qtbot, files, Qt.Key.Key_Return)
    preview = dialog_of(qtbot, files, PreviewDialog)
    assert preview.form.name.text() == "LHP.txt"
    assert not preview.form.state.isVisible()
    preview.reject()
    files.reject()
    dialog.reject()
