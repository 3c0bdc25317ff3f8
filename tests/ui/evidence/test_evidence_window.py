"""A visit's evidence in the real window: added, judged, taken away and brought back, looked at, assigned."""

import threading

import pytest
from evidence_makers import photo
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.errors import SealedError
from zi_desktop.domain.evidence_terms import INBOX
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import open_services
from zi_desktop.services.evidence.checking import check_evidence
from zi_desktop.services.evidence.intake import keep_each
from zi_desktop.ui.evidence import adding as adding_module
from zi_desktop.ui.evidence import desk as desk_module
from zi_desktop.ui.evidence.desk import EvidenceDesk
from zi_desktop.ui.evidence.folder_dialog import FolderDialog
from zi_desktop.ui.evidence.folder_model import FolderColumn
from zi_desktop.ui.evidence.inbox_dialog import InboxDialog
from zi_desktop.ui.evidence.lines import Sieve
from zi_desktop.ui.evidence.preview_dialog import PreviewDialog
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog
from zi_desktop.ui.widgets.fields_dialog import FieldsDialog
from zi_desktop.ui.widgets.pills import Tone

CODE = "A.I.5.i.b"
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(key, modifiers=NONE):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def drop(widget, data):
    """Drag something over a widget and let it go there."""
    spot, copy, left = QPointF(40, 40), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(spot.toPoint(), copy, data, left, NONE)
    QApplication.sendEvent(widget, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(spot, copy, data, left, NONE))


@pytest.fixture
def desk(page):
    return page.findChild(EvidenceDesk)


@pytest.fixture
def filled(services, evaluation, files, panel, page, qtbot):
    """The panel of the item with three files."""
    services.evidence.add(evaluation, files, CODE)
    page.activate()
    assert panel.form.list.lines.rowCount() == 3
    return panel


def lines(panel):
    return panel.form.list.lines.lines


def open_dialog(qtbot, page, kind):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    return next(each for each in page.findChildren(kind) if each.isVisible())


def test_the_key_adds_files_and_answers_go_on_meanwhile(page, panel, files, monkeypatch, qtbot, services, evaluation):
    monkeypatch.setattr(desk_module, "choose_files", lambda *_: files)
    page.stage.presenter.statements.answer(CODE, Chosen("B"))
    undoable = page.stage.presenter.statements.undo_stack.count()
    press(Qt.Key.Key_U, CTRL)
    qtbot.waitUntil(lambda: len(lines(panel)) == 3)
    assert panel.form.count.text() == "3 berkas"
    assert lines(panel)[0].details.startswith("22 B · ") or " B · " in lines(panel)[0].details
    assert lines(panel)[0].details.endswith("Belum dicek")
    assert [link.file.name for link in services.evidence.links(evaluation, CODE)] == [path.name for path in files]
    qtbot.waitUntil(lambda: page.stage.presenter.statements.undo_stack.count() == undoable + 1)
    press(Qt.Key.Key_Z, CTRL)
    assert lines(panel) == ()
    assert page.stage.presenter.view.state.answers(Column.TPI)[CODE] == Chosen("B")
    press(Qt.Key.Key_Z, CTRL)  # the answer was given before
    assert page.stage.presenter.view.state.answers(Column.TPI).get(CODE) is None


@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")
def test_files_and_pictures_are_dropped_and_pasted(page, panel, files, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files[0]))])
    drop(page.place.item, data)
    qtbot.waitUntil(lambda: [line.name for line in lines(panel)] == [files[0].name])

    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(picture)
    page.place.item.take_focus()
    press(Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: len(lines(panel)) == 2)
    assert lines(panel)[1].name.startswith("Tempelan ")
    assert lines(panel)[1].drawing == "picture"


def test_a_file_dropped_on_a_note_is_no_text(page):
    notes = page.place.item.form.notes.form
    assert not any(part.acceptDrops() for field in (notes.note, notes.internal) for part in (field, field.viewport()))


def test_what_came_before_adding_was_stopped_stays(desk, page, panel, tmp_path, services, evaluation, heard, qtbot):
    paths = [tmp_path / f"{number:03}.txt" for number in range(40)]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    desk.presenter.changed.connect(lambda _: job.cancel())
    job = desk.presenter.add(evaluation, [(path, CODE) for path in paths])
    with qtbot.waitSignal(desk.presenter.added) as ended:
        pass
    (added,) = ended.args
    kept = services.evidence.links(evaluation, CODE)
    assert 8 <= added.count == len(kept) == len(lines(panel))
    assert {link.file.name for link in kept} >= {path.name for path in paths[:8]}
    assert len(kept) < 40
    # Two files are read at once: what is whole when the person stops is there, and no bytes are without their line.
    assert {file.state for file in check_evidence(services.workspace)} == {"whole"}


def test_the_worker_waits_until_the_lines_of_a_batch_are_shown(desk, panel, tmp_path, evaluation, monkeypatch, qtbot):
    paths = [tmp_path / f"{number:03}.txt" for number in range(20)]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    shown = []

    def keep(folder, sources, *more):
        shown.append(len(lines(panel)))
        return keep_each(folder, sources, *more)

    monkeypatch.setattr(adding_module, "keep_each", keep)
    with qtbot.waitSignal(desk.presenter.added):
        desk.take_paths(paths)
    assert shown == [0, 8, 16]
    assert len(lines(panel)) == 20


def test_closing_while_files_are_added_waits_for_nobody(desk, jobs, tmp_path, evaluation, services, qtbot):
    paths = [tmp_path / f"{number:03}.txt" for number in range(200)]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    desk.take_paths(paths)
    qtbot.waitUntil(lambda: len(services.evidence.links(evaluation, CODE)) >= 8)
    jobs.wait()  # nothing else is handled meanwhile; what was kept last gets its lines still
    assert 8 <= len(services.evidence.links(evaluation, CODE)) < 200
    assert {file.state for file in check_evidence(services.workspace)} == {"whole"}


def test_closing_the_window_while_files_are_added_asks_first(
    desk, page, jobs, tmp_path, evaluation, services, monkeypatch, qtbot
):
    paths = [tmp_path / f"{number:03}.txt" for number in range(24)]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    whole, on = threading.Event(), threading.Event()

    def keep(folder, sources, *more):
        keep_each(folder, sources, *more)
        whole.set()
        on.wait(30)

    monkeypatch.setattr(adding_module, "keep_each", keep)
    desk.take_paths(paths)
    qtbot.waitUntil(whole.is_set)
    assert not page.close()
    dialog = open_dialog(qtbot, page, DialogFrame)
    words = dialog.body.itemAt(0).widget()
    assert words.text().startswith("0 dari 24 berkas sudah tercatat.")
    assert not page.close()  # it is asked once
    assert dialog.focusWidget() is dialog.cancel_button
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(DialogFrame) is None)
    assert page.isVisible()
    page.close()
    dialog = open_dialog(qtbot, page, DialogFrame)
    dialog.confirm_button.click()
    assert not page.isVisible()
    on.set()
    jobs.wait()
    assert len(services.evidence.links(evaluation, CODE)) == 8
    assert {file.state for file in check_evidence(services.workspace)} == {"whole"}


def test_the_question_goes_when_all_files_are_added(desk, page, files, monkeypatch, qtbot):
    on = threading.Event()

    def keep(folder, sources, *more):
        on.wait(30)
        keep_each(folder, sources, *more)

    monkeypatch.setattr(adding_module, "keep_each", keep)
    desk.take_paths(files)
    page.close()
    open_dialog(qtbot, page, DialogFrame)
    on.set()
    qtbot.waitUntil(lambda: page.findChild(DialogFrame) is None)
    assert page.isVisible()
    assert page.close()


def test_files_added_to_an_evaluation_that_is_left_meanwhile_are_undone_there(
    services, evaluation, desk, page, panel, files, qtbot
):
    other = services.evaluations.create(services.evaluations.open(evaluation).state.identity.satker, 2024)
    stack = page.stage.presenter.statements.undo_stack
    with qtbot.waitSignal(desk.presenter.added):
        desk.take_paths(files)
        page.open_evaluation(other, CODE)
    assert page.stage.presenter.id == other
    assert page.stage.presenter.statements.undo_stack.count() == 0
    assert (stack.count(), stack.undoText()) == (1, "Tambah 3 berkas")
    page.open_evaluation(evaluation, CODE)
    assert len(lines(panel)) == 3
    press(Qt.Key.Key_Z, CTRL)
    assert lines(panel) == ()


def test_a_text_field_keeps_its_paste(page, panel, qtbot):
    QGuiApplication.clipboard().setText("Dilihat di ruang arsip.")
    press(Qt.Key.Key_M, CTRL)
    press(Qt.Key.Key_V, CTRL)
    assert page.place.item.form.notes.form.note.toPlainText() == "Dilihat di ruang arsip."
    assert lines(panel) == ()


def test_keys_judge_take_away_and_bring_back(page, filled, qtbot):
    press(Qt.Key.Key_D, CTRL)
    assert QApplication.focusWidget() is filled.form.list
    press(Qt.Key.Key_S)
    assert lines(filled)[0].link.judged.value == "sesuai"
    press(Qt.Key.Key_S)
    assert lines(filled)[0].link.judged.value == "belum_dicek"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_K)
    dialog = open_dialog(qtbot, page, DraftedDialog)
    dialog.fields["reason"].setPlainText("Belum ditandatangani.")
    dialog.confirm_button.click()
    assert (lines(filled)[1].link.judged.value, lines(filled)[1].reason) == ("kurang", "Belum ditandatangani.")
    assert lines(filled)[1].mark == ("warning", "warn")
    filled.form.list.setFocus()
    removed = lines(filled)[1].name
    press(Qt.Key.Key_Delete)
    assert len(lines(filled)) == 2
    assert removed in filled.form.message.text()
    filled.form.message._buttons[0].click()
    assert [line.name for line in lines(filled)][1] == removed
    assert lines(filled)[1].link.judged.value == "kurang"
    assert filled.form.message.isHidden()


def test_a_reason_that_is_half_written_waits_for_the_same_file_and_state(page, filled, qtbot):
    press(Qt.Key.Key_D, CTRL)
    press(Qt.Key.Key_K)
    dialog = open_dialog(qtbot, page, DraftedDialog)
    dialog.confirm()
    assert "Alasan belum diisi" in dialog.message.text()
    dialog.fields["reason"].setPlainText("Belum ditanda")
    dialog.reject()
    assert lines(filled)[0].link.judged.value == "belum_dicek"
    filled.form.list.setFocus()
    press(Qt.Key.Key_T)
    dialog = open_dialog(qtbot, page, DraftedDialog)
    assert dialog.fields["reason"].toPlainText() == ""
    dialog.reject()
    filled.form.list.setFocus()
    press(Qt.Key.Key_K)
    dialog = open_dialog(qtbot, page, DraftedDialog)
    assert dialog.fields["reason"].toPlainText() == "Belum ditanda"
    dialog.confirm()
    assert lines(filled)[0].reason == "Belum ditanda"


def test_every_act_is_put_back_and_done_again(page, filled, desk, services, evaluation):
    def stand():
        evidence = services.evidence.of(evaluation)
        return (
            [(link.place, link.file.name, link.judged.value, link.period.first) for link in evidence.links],
            evidence.sufficiency(CODE).value,
        )

    def assign():
        desk.presenter.assign(evaluation, [lines(filled)[1].link], ["A.I.5.i.a"])

    seen = [stand()]
    acts = (
        lambda: desk.judge(lines(filled)[0], "sesuai"),
        lambda: desk.presenter.set_period(evaluation, lines(filled)[0].link, "2025-01-01", "2025-12-31"),
        lambda: desk.remove(lines(filled)[0]),
        assign,
        lambda: desk._level("cukup"),
    )
    for act in acts:
        act()
        seen.append(stand())
        assert seen[-1] != seen[-2]
    page.place.item.take_focus()
    for before in reversed(seen[:-1]):
        press(Qt.Key.Key_Z, CTRL)
        assert stand() == before
    for after in seen[1:]:
        press(Qt.Key.Key_Y, CTRL)
        assert stand() == after
    press(Qt.Key.Key_Z, CTRL)
    assert stand() == seen[-2]


def test_an_act_leads_back_to_its_item(page, filled, desk):
    desk.judge(lines(filled)[0], "sesuai")
    page.stage.presenter.go("A.I.1.i.a")
    press(Qt.Key.Key_Z, CTRL)
    assert page.stage.presenter.code == CODE
    assert lines(filled)[0].link.judged.value == "belum_dicek"


def test_what_can_no_longer_be_put_back_says_why(page, filled, desk, services, evaluation):
    desk.judge(lines(filled)[0], "sesuai")
    services.evaluations.archive(evaluation)
    with pytest.raises(SealedError):
        page.stage.undo()


def test_the_period_is_stated_by_key_and_pointed_out_at_once(page, filled, qtbot):
    press(Qt.Key.Key_D, CTRL)
    press(Qt.Key.Key_P)
    dialog = open_dialog(qtbot, page, FieldsDialog)
    dialog.fields["first"].set_day("2026-12-31")
    dialog.fields["last"].set_day("2025-01-01")
    dialog.confirm_button.click()
    assert "yang awal lebih dahulu" in dialog.message.text()
    dialog.fields["first"].set_day("2024-01-01")
    dialog.confirm_button.click()
    assert "periode 1 Jan 2024 – 1 Jan 2025" in lines(filled)[0].details
    assert lines(filled)[0].warnings == ("Periode 1 Jan 2024 – 1 Jan 2025 di luar tahun evaluasi 2026.",)


def test_the_place_of_a_photo_is_kept_only_where_that_was_chosen(
    page, panel, desk, services, evaluation, tmp_path, qtbot
):
    with_place = photo(tmp_path / "Gerbang.jpg", place=True)
    desk.take_paths([with_place])
    qtbot.waitUntil(lambda: len(lines(panel)) == 1)
    assert lines(panel)[0].link.file.original  # not the bytes of the camera
    desk.acts.keep_place.trigger()
    desk.take_paths([with_place])
    qtbot.waitUntil(lambda: len(lines(panel)) == 2)
    assert [line.link.file.original for line in lines(panel)].count("") == 1
    assert desk.presenter.treatment.keep_place


def test_digits_still_answer_while_the_list_has_the_keyboard(page, filled):
    press(Qt.Key.Key_D, CTRL)
    press(Qt.Key.Key_2)
    assert page.stage.presenter.view.state.answers(Column.TPI)[CODE] == Chosen("B")


def test_sufficiency_is_stated_and_taken_back(page, filled, qtbot, services, evaluation):
    level = filled.form.level
    partly = level._group.button(1)
    qtbot.mouseClick(partly, Qt.MouseButton.LeftButton)
    assert services.evidence.of(evaluation).sufficiency(CODE).value == "sebagian"
    qtbot.mouseClick(partly, Qt.MouseButton.LeftButton)
    assert services.evidence.of(evaluation).sufficiency(CODE).value == ""
    assert level.current() == ""


def test_a_level_that_was_refused_stands_as_before_once_the_item_is_shown_again(page, filled, desk, monkeypatch, qtbot):
    monkeypatch.setattr(desk, "_level", lambda _level: None)
    qtbot.mouseClick(filled.form.level._group.button(1), Qt.MouseButton.LeftButton)
    desk.refresh()
    assert filled.form.level.current() == ""


def test_an_answer_leaves_the_panel_alone_and_another_judgement_does_not(page, filled, monkeypatch):
    told, show = [], filled._show_lines
    monkeypatch.setattr(filled, "_show_lines", lambda lines: (told.append(len(lines)), show(lines)))
    press(Qt.Key.Key_1)
    assert told == []
    page.findChild(EvidenceDesk).judge(lines(filled)[0], "sesuai")
    assert told == [3]
    page.stage.presenter.go("A.I.5.i.a")
    assert told == [3, 0]


def test_the_score_with_fitting_evidence_only_is_hidden_with_the_others(page, filled, desk, heard):
    page.stage.presenter.statements.answer(CODE, Chosen("A"))
    desk.judge(lines(filled)[0], "sesuai")
    total = page.place.score.form.total
    total.tip_wanted.emit()
    assert total.toolTip() == "Nilai dengan bukti sesuai saja: 0,75 · 1 dari 113 butir memiliki bukti sesuai"
    desk.acts.fitting.trigger()
    assert heard == [(total.toolTip(), Tone.NEUTRAL)]
    page.acts.hide_scores.setChecked(True)
    total.tip_wanted.emit()
    assert total.toolTip() == ""
    assert not desk.acts.fitting.isEnabled()


def test_what_another_satker_handed_over_is_pointed_out_but_not_to_it(
    page, filled, desk, files, services, evaluation, qtbot
):
    other = services.evaluations.create("C-002", 2026)
    services.evidence.add(other, files[:1], CODE)
    qtbot.waitUntil(lambda: bool(lines(filled)[0].warnings))
    assert "juga menjadi data dukung" in lines(filled)[0].tip
    page.acts.hide_scores.setChecked(True)
    assert lines(filled)[0].warnings == ()


def test_guidance_takes_the_place_of_the_evidence(page, filled):
    panel = filled
    press(Qt.Key.Key_D, CTRL)
    page.show_guidance()
    button = page.place.item.form.heading.form.guidance
    assert button.isChecked()
    assert QApplication.focusWidget() is page.place.item.form.options
    assert (panel.isVisible(), page.place.item.form.guidance.isVisible()) == (False, True)
    page.show_guidance()
    assert not button.isChecked()
    assert (panel.isVisible(), page.place.item.form.guidance.isVisible()) == (True, False)


def test_the_status_bar_tells_the_keys_of_a_file_while_the_list_has_the_keyboard(page, filled):
    def named():
        return [hint.keys for hint in page.key_hints()]

    assert named()[0] == "1–4"
    press(Qt.Key.Key_D, CTRL)
    assert named() == ["S", "K", "T", "Enter", "Delete", "Ctrl+K"]
    page.place.item.form.options.setFocus()
    assert named()[0] == "1–4"


def test_the_way_to_the_inbox_stays_while_the_list_has_the_keyboard(page, filled, services, evaluation, files, qtbot):
    services.evidence.add(evaluation, files, INBOX)
    page.activate()
    inbox = filled.form.inbox
    qtbot.waitUntil(inbox.isVisible)
    filled.form.list.setFocus()
    assert inbox.isVisible()
    assert inbox.text() in ("Kotak masuk 3", "3 masuk")


def test_of_a_long_name_that_was_taken_away_two_lines_are_seen(filled, qtbot):
    filled.say_removed("Foto papan imbauan di ruang tunggu layanan kunjungan lantai dasar (contoh).jpg", lambda: None)
    qtbot.waitUntil(lambda: bool(filled.form.message.text()))
    label = filled.form.message.findChildren(QLabel)[-1]
    assert filled.form.message.text().endswith("(contoh).jpg dilepas.")
    shown = QFontMetrics(label.font())
    assert shown.horizontalAdvance(label.text()) > label.width()
    assert label.heightForWidth(label.width()) < 3 * shown.height()


def test_a_file_is_looked_at_and_judged_there(page, panel, services, evaluation, tmp_path, qtbot):
    picture = photo(tmp_path / "Papan contoh.jpg", side=200)
    paper = tmp_path / "Rusak.pdf"
    paper.write_bytes(b"%PDF-1.7 bukan")
    services.evidence.add(evaluation, [picture, paper], CODE)
    page.activate()
    press(Qt.Key.Key_D, CTRL)
    press(Qt.Key.Key_Return)
    dialog = open_dialog(qtbot, page, PreviewDialog)
    qtbot.waitUntil(lambda: not dialog.form.picture._picture.isNull())
    QTest.keyClick(dialog, Qt.Key.Key_S)
    assert lines(panel)[0].link.judged.value == "sesuai"
    assert dialog.form.state.current() == "sesuai"
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.form.name.text() == "Rusak.pdf"
    qtbot.waitUntil(lambda: "rusak" in dialog.form.picture.words)
    dialog.reject()


def test_a_photo_is_shown_small_in_the_list_and_what_is_none_keeps_its_icon(
    page, panel, desk, services, evaluation, tmp_path, qtbot
):
    broken = tmp_path / "Rusak.jpg"
    broken.write_bytes(b"\xff\xd8\xff bukan")
    services.evidence.add(evaluation, [photo(tmp_path / "Papan.jpg", side=200), broken], CODE)
    page.activate()
    made, lines_ = desk.presenter.thumbnails, {line.name: line.link.file for line in lines(panel)}
    with qtbot.waitSignal(made.ready):
        panel.form.list.grab()
    small = made.of(lines_["Papan.jpg"])
    assert (small.width(), small.height()) == (96, 48)
    assert made.of(lines_["Rusak.jpg"]).isNull()
    with qtbot.assertNotEmitted(made.ready, wait=0):
        panel.form.list.grab()  # nothing is made twice
    assert not made._soon.isActive()


def test_a_folder_is_mapped_corrected_and_taken(page, desk, panel, tmp_path, qtbot, services, evaluation):
    folder = tmp_path / "Bukti satker"
    (folder / "5" / "i" / "b").mkdir(parents=True)
    (folder / "5" / "i" / "b" / "SK contoh.txt").write_text("SK", encoding="utf-8")
    (folder / "Foto ruang.txt").write_text("Foto", encoding="utf-8")
    (folder / "Lain.txt").write_text("Lain", encoding="utf-8")
    desk.take_paths([folder])
    dialog = open_dialog(qtbot, page, FolderDialog)
    assert {entry.relative: entry.place for entry in dialog.entries.entries} == {
        "5/i/b/SK contoh.txt": CODE, "Foto ruang.txt": INBOX, "Lain.txt": INBOX,
    }  # fmt: skip
    assert [hint.keys for hint in dialog.key_hints()] == ["Ctrl+Enter", "Esc"]
    reason = max((entry.why for entry in dialog.entries.entries), key=len)
    room = dialog.form.table.columnWidth(FolderColumn.WHY) - 2 * Space.S
    assert room >= dialog.form.table.fontMetrics().horizontalAdvance(reason)
    row = next(row for row in range(3) if dialog.entries.entry(row).relative == "Lain.txt")
    dialog.form.table.clearSelection()
    dialog.form.table.selectRow(row)
    dialog.form.item.setText("a.i.5.i.a")
    assert not dialog.form.to_inbox.isEnabled(), "it would go there anyway"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.form.to_inbox.isEnabled()
    dialog.form.smaller.setChecked(True)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(services.evidence.of(evaluation).links) == 3)
    assert services.evidence.of(evaluation).places.keys() == {
        link.file.sha256 for link in services.evidence.of(evaluation).links
    }
    assert len(services.evidence.links(evaluation, "A.I.5.i.a")) == 1
    assert desk.presenter.treatment.downscale
    qtbot.waitUntil(lambda: panel.form.inbox.accessibleName() == "1 berkas di kotak masuk bukti")

    desk.acts.inbox.trigger()
    inbox = open_dialog(qtbot, page, InboxDialog)
    assert [line.name for line in inbox.chosen()] == ["Foto ruang.txt"]
    inbox.form.item.setText("A.I.5.i.a, A.I.5.i.b")
    QTest.keyClick(inbox, Qt.Key.Key_Return, CTRL)
    assert services.evidence.links(evaluation, INBOX) == ()
    assert len(services.evidence.links(evaluation, CODE)) == 2
    assert inbox.form.empty.isVisible()
    inbox.reject()


def test_what_was_not_taken_is_said(heard, desk, tmp_path, files, qtbot):
    gone = tmp_path / "flashdisk" / "dicabut.txt"
    desk.take_paths([files[0], gone])
    qtbot.waitUntil(lambda: bool(heard))
    ((sentence, tone),) = heard
    assert "dicabut.txt" in sentence
    assert sentence.endswith("1 berkas ditambahkan.")
    assert tone is Tone.WARN


def test_a_closed_evaluation_only_shows(page, filled, desk, services, evaluation):
    services.evaluations.archive(evaluation)
    page.activate()
    assert filled.form.add.isHidden()
    assert not filled.form.level.isEnabled()
    press(Qt.Key.Key_D, CTRL)
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_Delete)
    assert [line.link.judged.value for line in lines(filled)] == ["belum_dicek"] * 3
    assert not desk.acts.add.isEnabled()


def test_a_signed_evaluation_only_shows_and_lets_files_be_looked_at(signed, show_page, qtbot):
    folder, id_, _ = signed
    with open_services(folder, write=True) as services:
        page = show_page(services, id_)
        page.stage.presenter.go("A.I.1.i.a")
        panel = page.place.item.form.evidence
        assert len(lines(panel)) == 1
        assert (panel.form.add.isHidden(), panel.form.drop.isHidden()) == (True, True)
        press(Qt.Key.Key_D, CTRL)
        press(Qt.Key.Key_K)
        press(Qt.Key.Key_Delete)
        assert len(lines(panel)) == 1
        press(Qt.Key.Key_Return)
        dialog = open_dialog(qtbot, page, PreviewDialog)
        qtbot.waitUntil(lambda: dialog.paper.pages() == 1)
        assert dialog.form.state.isHidden()
        dialog.reject()
        page.hide()


def test_files_are_listed_by_the_value_of_the_numbers_in_their_names(page, panel, tmp_path, services, evaluation):
    names = ["Laporan 10.txt", "Laporan 2.txt", "laporan 1.txt"]
    for name in names:
        (tmp_path / name).write_text(name, encoding="utf-8")
    services.evidence.add(evaluation, [tmp_path / name for name in names], CODE)
    page.activate()
    assert [line.name for line in lines(panel)] == ["laporan 1.txt", "Laporan 2.txt", "Laporan 10.txt"]


def test_files_are_sifted_by_key_and_nothing_stays_hidden_in_silence(page, filled, desk, files, qtbot):
    press(Qt.Key.Key_D, CTRL)
    press(Qt.Key.Key_S)
    assert desk.acts.sift.text() == "Data dukung: hanya yang belum dicek"
    press(Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.AltModifier)
    assert [line.name for line in lines(filled)] == [path.name for path in files[1:]]
    assert filled.form.siftedWords.text() == "2 dari 3 berkas · belum dicek"
    assert filled.form.showAll.isVisible()
    press(Qt.Key.Key_S)  # judged, it goes from this list, and the next is chosen
    assert [line.name for line in lines(filled)] == [files[2].name]
    assert filled.form.list.line().name == files[2].name
    press(Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.AltModifier)
    assert lines(filled) == ()
    assert filled.form.siftedWords.text() == "0 dari 3 berkas · kurang/tidak sesuai"
    assert QApplication.focusWidget() is filled.form.showAll
    assert filled.form.empty.isHidden()
    press(Qt.Key.Key_Space)
    assert len(lines(filled)) == 3
    assert filled.form.showAll.isHidden()


def test_a_file_that_is_added_is_seen_whatever_was_sifted(page, filled, desk, tmp_path, qtbot):
    desk.acts.sift.trigger()
    desk.acts.sift.trigger()
    assert lines(filled) == ()
    paper = tmp_path / "Baru.txt"
    paper.write_text("Baru.", encoding="utf-8")
    with qtbot.waitSignal(desk.presenter.added):
        desk.take_paths([paper])
    assert len(lines(filled)) == 4
    assert desk.acts.sift.text() == "Data dukung: hanya yang belum dicek"


def test_files_that_are_not_sifted_begin_at_the_top_of_their_list(filled):
    assert filled.form.list.y() <= 2  # the edge of the panel, and nothing else
    filled.sift(Sieve.UNCHECKED)
    QApplication.processEvents()
    assert filled.form.list.y() > filled.form.showAll.height()
