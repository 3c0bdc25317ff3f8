"""Dialogs of Beranda: what is wrong stands below its field, and nothing is saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from zi_desktop.ui.home.drafts import EvaluationDraft, SatkerDraft, evaluation_problems
from zi_desktop.ui.home.evaluation_dialog import EvaluationDialog
from zi_desktop.ui.home.satker_dialog import SatkerDialog


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    return window


@pytest.fixture
def saved():
    return []


@pytest.fixture
def satker_dialog(window, portfolio, saved):
    dialog = SatkerDialog(portfolio.satkers.list(), saved.append, window)
    dialog.show()
    return dialog


@pytest.fixture
def evaluation_dialog(window, portfolio, saved):
    known = {row["id"] for row in portfolio.evaluations.list()}
    dialog = EvaluationDialog(portfolio.satkers.list(), known, saved.append, window)
    dialog.show()
    return dialog


def test_nothing_is_wrong_before_somebody_tried(satker_dialog):
    assert satker_dialog.form.name_line.text() == ""
    assert satker_dialog.form.kanwil.text() == "Kanwil Misal"  # what all of them have in common


def test_what_is_missing_is_said_below_its_field(qtbot, satker_dialog, saved):
    qtbot.mouseClick(satker_dialog.form.save, Qt.MouseButton.LeftButton)
    assert satker_dialog.form.name_line.text() == "Isi nama satker."
    assert satker_dialog.form.code_line.text() == "Isi kode satker."
    assert satker_dialog.form.name.property("valid") is False
    assert (satker_dialog.isVisible(), saved) == (True, [])
    qtbot.keyClicks(satker_dialog.form.name, "Rutan")
    assert satker_dialog.form.name_line.text() == ""


def test_a_code_of_another_satker_is_refused_with_its_name(qtbot, satker_dialog, saved):
    satker_dialog.form.name.setText("Lapas Lain")
    satker_dialog.form.code.setText("c-1")
    satker_dialog.accept()
    assert satker_dialog.form.code_line.text() == "Kode ini dipakai Lapas Kelas IIA Contohrejo."
    assert saved == []


def test_a_predicate_needs_its_year(satker_dialog, saved):
    form = satker_dialog.form
    assert not form.predicate_year.isEnabled()
    form.name.setText("Lapas Lain")
    form.code.setText("C-9")
    form.predicate.set_current("WBK")
    form.predicate.chosen.emit("WBK")
    satker_dialog.accept()
    assert form.predicate_year_line.text() == "Isi tahun predikat, misalnya 2024."
    form.predicate_year.setText("2024")
    satker_dialog.accept()
    assert saved == [SatkerDraft("C-9", "Lapas Lain", "", "Kanwil Misal", "", "WBK", "2024")]


def test_a_satker_is_corrected_and_not_added(window, portfolio):
    satker = portfolio.satkers.find("C-2")
    dialog = SatkerDialog(portfolio.satkers.list(), lambda draft: portfolio.satkers.add(draft.entry()), window, satker)
    dialog.form.code.setText("C-22")
    dialog.accept()
    assert len(portfolio.satkers.list()) == 3
    assert portfolio.satkers.get(satker.id).code == "C-22"


def test_a_satker_may_keep_its_own_code(window, portfolio, saved):
    dialog = SatkerDialog(portfolio.satkers.list(), saved.append, window, portfolio.satkers.find("C-2"))
    dialog.form.name.setText("Rutan Kelas I Umpama")
    dialog.accept()
    assert [(draft.code, draft.name) for draft in saved] == [("C-2", "Rutan Kelas I Umpama")]


@pytest.mark.parametrize(
    ("code", "target", "activity"),
    [("C-1", "WBK", "evaluasi"), ("C-2", "WBBM", "evaluasi"), ("C-3", "WBBM", "pemantauan")],
)
def test_target_and_activity_follow_the_predicate(evaluation_dialog, portfolio, code, target, activity):
    evaluation_dialog.prepare(portfolio.satkers.find(code).id, 2026)
    form = evaluation_dialog.form
    assert (form.target.current(), form.activity.current()) == (target, activity)


def test_a_satker_is_found_by_typing(qtbot, evaluation_dialog, saved, portfolio):
    evaluation_dialog.prepare("", 2027)
    evaluation_dialog.accept()
    assert evaluation_dialog.form.satker_line.text().startswith("Pilih satker dari daftar. Yang belum ada: ")
    evaluation_dialog.form.satker.setCurrentText("Rutan Kelas I Misalan · C-2")
    evaluation_dialog.accept()
    assert saved == [EvaluationDraft(portfolio.satkers.find("C-2").id, 2027, "evaluasi", "WBBM", "tpn")]


def tracks(form):
    return [form.track.itemData(number) for number in range(form.track.count())]


def test_the_track_follows_the_target_until_somebody_chooses(qtbot, evaluation_dialog):
    form = evaluation_dialog.form
    assert (tracks(form), form.track.currentData()) == (["mandiri", "tpn"], "mandiri")
    form.target.set_current("WBBM")
    form.target.chosen.emit("WBBM")
    assert (tracks(form), form.track.currentData()) == (["tpn"], "tpn"), "no other is known for WBBM"
    form.track.activated.emit(0)
    form.target.set_current("WBK")
    form.target.chosen.emit("WBK")
    assert form.track.currentData() == "mandiri", "the only one was nobody's choice"
    form.track.setFocus()
    qtbot.keyClick(form.track, Qt.Key.Key_Down)
    assert form.track.currentData() == "tpn"
    form.target.chosen.emit("WBK")
    assert form.track.currentData() == "tpn"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of the list that opens
@pytest.mark.parametrize("listed", [True, False], ids=["daftar terbuka", "daftar tertutup"])
def test_enter_takes_the_only_satker_that_fits_and_begins_with_the_next(
    qtbot, evaluation_dialog, saved, portfolio, listed
):
    form = evaluation_dialog.form
    form.year.setText("2027")
    form.satker.setFocus()
    qtbot.keyClicks(form.satker.lineEdit(), "misalan")
    offered = form.satker.completer().popup()
    if listed:
        qtbot.waitUntil(offered.isVisible)
    else:
        offered.hide()
    qtbot.keyClick(offered if listed else form.satker.lineEdit(), Qt.Key.Key_Return)
    assert not offered.isVisible()
    assert form.satker.currentText() == "Rutan Kelas I Misalan · C-2"
    assert form.target.current() == "WBBM"
    assert not form.satker_line.text()
    assert saved == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [draft.satker for draft in saved] == [portfolio.satkers.find("C-2").id]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of the list that opens
def test_enter_takes_nothing_where_several_satker_fit(qtbot, evaluation_dialog, saved):
    form = evaluation_dialog.form
    form.satker.setFocus()
    qtbot.keyClicks(form.satker.lineEdit(), "a")
    qtbot.keyClick(form.satker.lineEdit(), Qt.Key.Key_Return)
    assert form.satker.currentText() == "a"
    assert saved == []


def test_an_evaluation_that_is_there_is_opened(evaluation_dialog, portfolio):
    year = portfolio.workspace.now().year
    evaluation_dialog.prepare(portfolio.satkers.find("C-1").id, year)
    assert evaluation_dialog.form.begin.text() == "Buka evaluasi"
    evaluation_dialog.form.round.setText("2")
    evaluation_dialog.form.round.textEdited.emit("2")
    assert evaluation_dialog.form.begin.text() == "Mulai evaluasi"


@pytest.mark.parametrize(
    ("year", "round_", "field"),
    [("2020", "1", "year"), ("dua", "1", "year"), ("2026", "0", "round"), ("2026", "", "round")],
)
def test_year_and_round_keep_to_their_range(year, round_, field):
    assert list(evaluation_problems("s-1", year, round_)) == [field]


def test_the_first_wrong_field_gets_the_keyboard(qtbot, satker_dialog):
    satker_dialog.activateWindow()
    satker_dialog.form.name.setText("Lapas Lain")
    satker_dialog.accept()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is satker_dialog.form.code)


def test_who_wanted_an_evaluation_is_told_that_the_satker_comes_first(window, portfolio, saved):
    dialog = SatkerDialog(portfolio.satkers.list(), saved.append, window, then_begin=True)
    dialog.show()
    assert dialog.form.why.isVisible()
    assert "satkernya dahulu" in dialog.form.why.text()
    assert dialog.form.save.text() == "Simpan dan lanjutkan"


def test_fields_that_must_be_filled_are_marked_and_named(satker_dialog, evaluation_dialog):
    for form, fields in ((satker_dialog.form, ("name", "code")), (evaluation_dialog.form, ("satker", "year", "round"))):
        for field in fields:
            assert getattr(form, f"{field}_label").text().endswith("(wajib)")
            assert getattr(form, field).accessibleName().endswith(", wajib diisi")
    assert not satker_dialog.form.why.isVisible()


def test_ctrl_enter_confirms_from_every_field(qtbot, satker_dialog, saved):
    satker_dialog.activateWindow()
    satker_dialog.form.name.setText("Lapas Lain")
    satker_dialog.form.code.setText("C-9")
    qtbot.keyClick(satker_dialog.form.kind, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [draft.code for draft in saved] == ["C-9"]
