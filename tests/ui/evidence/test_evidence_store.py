"""The kept files of the whole workspace in the window: checked, listed, ticked, removed for good."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zi_desktop.services.composition import open_services
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.evidence.cleaning import removable
from zi_desktop.services.evidence.intake import keep_bytes
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.storage.evidence_files import AS_USUAL
from zi_desktop.ui.evidence import store_presenter
from zi_desktop.ui.evidence.check_dialog import CheckDialog
from zi_desktop.ui.evidence.clean_dialog import CleanDialog
from zi_desktop.ui.evidence.store_acts import StoreActs
from zi_desktop.ui.page import Page
from zi_desktop.ui.widgets.labels import KeyCap

CODE = "A.I.5.i.b"
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot):
    page = Page()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
    return page


@pytest.fixture
def acts(services, jobs, window):
    return StoreActs(services, jobs, window)


@pytest.fixture
def kept(services, evaluation, files):
    """Three files of an item, of which the last two were taken away."""
    services.evidence.add(evaluation, files, CODE)
    for link in services.evidence.links(evaluation, CODE)[1:]:
        services.evidence.retract(evaluation, link)
    return services.evidence.store


def open_dialog(qtbot, action, window, kind):
    action.trigger()
    dialog = window.findChild(kind)
    qtbot.waitUntil(lambda: dialog.again.isEnabled() if kind is CheckDialog else dialog.files.isEnabled())
    return dialog


def names(dialog):
    return [line.name for line in dialog.files.lines.lines]


def told(dialog):
    return [cap.text() for cap in dialog.keys.findChildren(KeyCap) if cap.isVisible()]


def test_an_empty_list_offers_no_key_that_acts_on_it(qtbot, acts, window):
    dialog = open_dialog(qtbot, acts.clean, window, CleanDialog)
    qtbot.waitUntil(dialog.nothing.isVisible)
    assert told(dialog) == []
    dialog.reject()


def press(dialog, key, modifiers=NONE):
    QTest.keyClick(QApplication.focusWidget() or dialog, key, modifiers)


def test_what_was_taken_away_is_listed_with_its_place_and_nothing_is_ticked(qtbot, acts, window, kept, files):
    (kept.folder / ".ab.part").write_bytes(b"12345")
    dialog = open_dialog(qtbot, acts.clean, window, CleanDialog)
    assert names(dialog) == ["Tanpa nama (ab…)", files[1].name, files[2].name]
    left, taken, _ = dialog.files.lines.lines
    assert left.details == "Sisa penyalinan yang terputus"
    assert taken.details.startswith("Dilepas dari butir A.I.5.i.b, Lapas Kelas IIA Contohrejo 2026 · ")
    assert dialog.summary.text() == f"3 berkas, {5 + 2 * files[1].stat().st_size} B"
    assert dialog.files.lines.chosen == frozenset()
    assert not dialog.confirm_button.isEnabled()
    dialog.confirm()
    assert dialog.message.text() == ""
    dialog.reject()


def test_what_is_ticked_is_removed_after_one_more_question(qtbot, acts, window, kept, files):
    dialog = open_dialog(qtbot, acts.clean, window, CleanDialog)
    assert told(dialog) == ["Spasi", "Ctrl+A"]
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Space)
    assert told(dialog) == ["Spasi", "Ctrl+A", "Ctrl+Enter"]
    assert dialog.confirm_button.text() == "Hapus 1 berkas…"
    assert "dipilih 1 berkas" in dialog.summary.text()
    assert dialog.files.lines.data(dialog.files.lines.index(1), Qt.ItemDataRole.AccessibleTextRole).endswith("dipilih")
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert "dihapus untuk selamanya" in dialog.message.text()
    assert len(kept.sizes()) == 3  # asked, and nothing done
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(dialog) == [files[1].name])
    assert len(kept.sizes()) == 2
    assert dialog.message.text().endswith("dibebaskan.")
    assert dialog.files.lines.chosen == frozenset()
    dialog.reject()


@pytest.mark.parametrize(("held", "said"), [(2, "Sejak itu satu-satunya salinan"), (1, "Untuk 1 di antaranya")])
def test_it_is_said_that_the_inspectorate_has_the_only_copy_from_then_on(
    qtbot, acts, window, kept, services, monkeypatch, held, said
):
    found = [
        replace(each, held="2026-09-01T08:00:00+07:00" if number < held else "")
        for number, each in enumerate(removable(services.workspace))
    ]
    monkeypatch.setattr(store_presenter, "removable", lambda _: found)
    dialog = open_dialog(qtbot, acts.clean, window, CleanDialog)
    dialog.tick_all.trigger()
    dialog.confirm_button.click()
    assert said in dialog.message.text()
    assert "ada di Inspektorat" in dialog.message.text()
    dialog.reject()


def test_a_tick_takes_the_question_back(qtbot, acts, window, kept):
    dialog = open_dialog(qtbot, acts.clean, window, CleanDialog)
    dialog.tick_all.trigger()
    assert len(dialog.files.lines.chosen) == 2
    dialog.confirm_button.click()
    assert dialog.message.isVisible()
    row = dialog.files.visualRect(dialog.files.lines.index(0))
    QTest.mouseClick(dialog.files.viewport(), Qt.MouseButton.LeftButton, NONE, QPointF(12, row.center().y()).toPoint())
    assert len(dialog.files.lines.chosen) == 1
    assert dialog.message.isHidden()
    dialog.tick_all.trigger()
    dialog.tick_all.trigger()
    assert dialog.files.lines.chosen == frozenset()
    dialog.reject()


def test_removing_is_stopped_between_two_files_and_says_so(qtbot, acts, window, kept, files, monkeypatch):
    reached, on = threading.Event(), threading.Event()
    clean_up = store_presenter.clean_up

    def slowly(workspace, chosen, tell):
        def told(*step):
            reached.set()
            on.wait(30)
            tell(*step)

        return clean_up(workspace, chosen, told)

    monkeypatch.setattr(store_presenter, "clean_up", slowly)
    dialog = open_dialog(qtbot, acts.clean, window, CleanDialog)
    dialog.tick_all.trigger()
    dialog.confirm_button.click()
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(reached.is_set)
    dialog.reject()  # what becomes of it is told first
    on.set()
    qtbot.waitUntil(lambda: "Dihentikan" in dialog.message.text())
    assert dialog.isVisible()
    assert len(names(dialog)) == len(kept.sizes()) - 1 == 2
    dialog.reject()
    assert not dialog.isVisible()


def test_what_is_put_back_meanwhile_stays(qtbot, acts, window, kept, services, evaluation, files):
    dialog = open_dialog(qtbot, acts.clean, window, CleanDialog)
    dialog.tick_all.trigger()
    services.evidence.add(evaluation, [files[1]], CODE)
    dialog.confirm_button.click()
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.nothing.isVisible)
    assert len(kept.sizes()) == 2
    assert {file.state for file in check_evidence(services.workspace)} == {"whole"}
    dialog.reject()


def test_where_the_system_refuses_it_is_said_and_listed_still(qtbot, acts, window, kept, services, monkeypatch):
    dialog = open_dialog(qtbot, acts.clean, window, CleanDialog)
    gone = kept.path_of(dialog.files.lines.lines[0].key)
    gone.unlink()
    gone.mkdir()
    monkeypatch.setattr("zi_desktop.services.evidence.cleaning.removable", lambda _: tuple(dialog._found.values()))
    dialog.tick_all.trigger()
    dialog.confirm_button.click()
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.files.isEnabled() and dialog.message.text() != "")
    assert gone.name in dialog.message.text()
    dialog.reject()


def test_a_window_that_only_reads_lists_and_removes_nothing(qtbot, jobs, window, services, kept):
    with open_services(services.workspace.folder, write=False) as reading:
        dialog = open_dialog(qtbot, StoreActs(reading, jobs, window).clean, window, CleanDialog)
        press(dialog, Qt.Key.Key_Space)
        assert len(names(dialog)) == 2
        assert not dialog.confirm_button.isEnabled()
        assert "dibaca saja" in dialog.confirm_button.toolTip()
        dialog.reject()
        jobs.wait()


def test_a_check_names_lost_proof_of_a_follow_up_and_lost_minutes(qtbot, acts, window, services, evaluation, files):
    services.visits.attach_minutes(evaluation, files[0])
    remark = services.remarks.add(evaluation, RemarkEntry("x", "y", item=CODE))
    brought = keep_bytes(services.workspace.folder, files[1:2], AS_USUAL)
    services.remarks.follow_up(evaluation, remark, "SK terbit", brought=brought)
    store = services.evidence.store
    for sha256 in store.sizes():
        store.path_of(sha256).unlink()
    dialog = open_dialog(qtbot, acts.check, window, CheckDialog)
    where = "Lapas Kelas IIA Contohrejo 2026"
    assert {line.name: line.details.split(" · ")[1] for line in dialog.files.lines.lines} == {
        "Surat contoh 1.txt": f"salinan berita acara, {where}",
        "Surat contoh 2.txt": f"tindak lanjut catatan butir {CODE}, {where}",
    }
    assert dialog.message.text() == "2 berkas diperiksa: 2 hilang."
    dialog.reject()


def test_a_check_names_what_is_missing_and_changed_and_what_to_do(
    qtbot, acts, window, kept, services, evaluation, tmp_path
):
    more = tmp_path / "Notula.txt"
    more.write_text("Notula.", encoding="utf-8")
    services.evidence.add(evaluation, [more], CODE)
    first, second = services.evidence.links(evaluation, CODE)
    kept.path_of(first.file.sha256).unlink()
    kept.path_of(second.file.sha256).write_bytes(b"x")
    dialog = open_dialog(qtbot, acts.check, window, CheckDialog)
    missing, changed, *orphans = dialog.files.lines.lines
    where = "butir A.I.5.i.b, Lapas Kelas IIA Contohrejo 2026"
    assert missing.details == f"Hilang · {where} · tambahkan lagi berkas yang sama, atau pulihkan cadangan"
    assert changed.details == f"Berubah · {where} · tambahkan lagi berkas aslinya, atau pulihkan cadangan"
    assert all(line.details.startswith("Dilepas dari ") for line in orphans)
    assert dialog.message.text() == "4 berkas diperiksa: 1 hilang, 1 berubah, 2 tanpa tautan."
    for link in (first, second):  # what it says helps
        paper = tmp_path / link.file.name
        paper.write_text("Notula." if link.file.name == "Notula.txt" else f"Isi {paper.stem}.\n", encoding="utf-8")
        services.evidence.add(evaluation, [paper], CODE)
    dialog.again.trigger()
    qtbot.waitUntil(lambda: "2 utuh" in dialog.message.text())
    dialog.clean.trigger()
    qtbot.waitUntil(lambda: window.findChild(CleanDialog) is not None)
    clean = window.findChild(CleanDialog)
    qtbot.waitUntil(lambda: len(names(clean)) == 2)
    clean.reject()


def test_an_empty_workspace_has_nothing_to_look_at(qtbot, acts, window, services):
    dialog = open_dialog(qtbot, acts.check, window, CheckDialog)
    assert dialog.nothing.isVisible()
    assert dialog.message.text() == "Belum ada data dukung."
    assert not dialog.clean.isEnabled()
    dialog.reject()
    dialog = open_dialog(qtbot, acts.clean, window, CleanDialog)
    qtbot.waitUntil(dialog.nothing.isVisible)
    assert not dialog.tick_all.isEnabled()
    dialog.reject()
