"""A report that comes in: dropped or chosen, verified in the worker, its worth told in words."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPlainTextEdit

from zi_desktop.reports.verification import CheckedSignature, Verdict, Verification
from zi_desktop.services.reports.verifying import verify_file
from zi_desktop.ui.verification.dialog import VerificationDialog
from zi_desktop.ui.verification.door import ReportDoor
from zi_desktop.ui.verification.words import verdict_shown
from zi_desktop.ui.widgets.pills import Tone

CORNER = QPointF(5, 5)
AT = dt.datetime.fromisoformat("2026-11-06T09:58:00+08:00")


def signature(**more):
    known = {"intact": True, "trusted": True, "revoked": False}
    return CheckedSignature("ttd_1", "Ani Misal", "ketua_tim", "0" * 64, AT, **(known | more))


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_its_words(verdict):
    shown = verdict_shown(Verification(verdict, ("Sebab.",)))
    assert shown.title
    assert shown.meaning.endswith(".")
    assert shown.problems == (("Sebab.", shown.tone),)
    assert (shown.tone is Tone.OK) == (verdict is Verdict.TRUSTED)


@pytest.mark.parametrize(
    ("more", "state", "tone"),
    [
        ({}, "Utuh, dikenal", Tone.OK),
        ({"trusted": False}, "Utuh, belum dikenal", Tone.WARN),
        ({"trusted": False, "revoked": True}, "Kunci dilaporkan hilang", Tone.BAD),
        ({"intact": False, "revoked": True}, "Tidak utuh", Tone.BAD),
    ],
)
def test_each_signature_says_what_is_known_of_it(more, state, tone):
    (line,) = verdict_shown(Verification(Verdict.UNKNOWN, (), (signature(**more),), expected=2)).signatures
    assert (line.state, line.tone, line.role, line.at) == (state, tone, "Ketua tim", "6 Nov 2026 09.58 WITA")


def test_red_is_for_what_was_changed_and_not_for_who_is_unknown():
    found = Verification(
        Verdict.ALTERED, ("Berubah.", "Identitas tidak diperiksa."), doubts=frozenset({"Identitas tidak diperiksa."})
    )
    shown = verdict_shown(found, ("Daftar tidak ditemukan.",))
    assert shown.problems == (
        ("Daftar tidak ditemukan.", Tone.WARN), ("Berubah.", Tone.BAD), ("Identitas tidak diperiksa.", Tone.WARN),
    )  # fmt: skip


def test_an_unknown_signer_is_a_doubt(signed_original):
    found = verify_file(signed_original.report)
    assert found.problems
    assert found.doubts == set(found.problems)


def test_a_whole_report_tells_its_satker_number_and_score(signed_original):
    shown = verdict_shown(verify_file(signed_original.report, [signed_original.trust]))
    facts = dict(shown.facts)
    assert shown.signed == "2 dari 2"
    assert facts["Satker"].startswith("Lapas")
    assert "contoh, bukan dokumen resmi" in facts["Evaluasi"]
    assert facts["Nilai dihitung ulang"].endswith("sesuai dengan yang tercetak")
    assert "Tidak diperiksa" in facts["Pencabutan"]


def test_of_a_changed_report_nothing_is_repeated_as_if_it_were_true(signed_original):
    found = verify_file(signed_original.report)
    altered = Verification(Verdict.ALTERED, ("Berubah.",), found.signatures, 2, found.rescored, record=found.record)
    assert [title for title, _ in verdict_shown(altered).facts] == ["Nilai dari data terlampir"]


@pytest.fixture
def window(qtbot, fresh, jobs):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLabel())
    window.resize(1000, 700)
    window.show()
    window.door = ReportDoor(fresh.preferences, fresh.workspace.editions, jobs, window)
    return window


def drop(window, file, onto=None, spot=CORNER):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(spot, copy, data, left, none)
    QApplication.sendEvent(onto or window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(onto or window, QDropEvent(spot, copy, data, left, none))
    return enter.isAccepted()


def title_of(qtbot, window, title):
    def shown():
        dialog = window.findChild(VerificationDialog)
        return dialog is not None and any(label.text() == title for label in dialog.findChildren(QLabel))

    qtbot.waitUntil(shown, timeout=10_000)
    return window.findChild(VerificationDialog)


def test_a_dropped_report_is_verified_and_judged_by_the_list_that_is_chosen(qtbot, window, fresh, signed_original):
    assert drop(window, signed_original.report)
    dialog = title_of(qtbot, window, "Utuh, tetapi identitas belum terbukti")
    window.door._judge_by(signed_original.trust)
    title_of(qtbot, window, "Utuh, dan semua penanda tangan dikenal")
    assert fresh.preferences.get("trust_file") == str(signed_original.trust)
    dialog.close()


def test_a_list_that_is_gone_is_named_and_the_report_verified_without_it(qtbot, window, tmp_path, signed_original):
    window.door._presenter.choose_trust(tmp_path / "hilang.json")
    drop(window, signed_original.report)
    dialog = title_of(qtbot, window, "Utuh, tetapi identitas belum terbukti")
    assert any("hilang.json" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_report_dropped_on_a_text_field_is_verified_and_leaves_no_text(qtbot, window, tmp_path, kind):
    field = kind()
    window.setCentralWidget(field)
    middle = QPointF(field.mapTo(window, field.rect().center()))
    file = tmp_path / "surat.pdf"
    file.write_bytes(b"%PDF-1.7\n")
    assert drop(window, file, window.windowHandle(), middle)
    title_of(qtbot, window, "Bukan laporan yang dapat diperiksa").close()
    assert (field.text() if kind is QLineEdit else field.toPlainText()) == ""


def test_a_file_that_is_no_report_is_told_as_such(qtbot, window, tmp_path):
    file = tmp_path / "surat.PDF"
    file.write_bytes(b"%PDF-1.7\n")
    drop(window, file)
    title_of(qtbot, window, "Bukan laporan yang dapat diperiksa").close()


@pytest.mark.parametrize("name", ["lembar.xlsx", "LEMBAR.XLSM", "lama.xls"])
def test_a_workbook_goes_on_to_whoever_imports_it(qtbot, window, tmp_path, name):
    file = tmp_path / name
    file.write_bytes(b"PK\x03\x04 isi")
    with qtbot.waitSignal(window.door.workbook_dropped) as dropped:
        assert drop(window, file)
    assert dropped.args == [file]


def test_what_a_file_is_goes_by_its_content_and_not_by_its_name(qtbot, window, tmp_path):
    workbook, report = tmp_path / "laporan.pdf", tmp_path / "lembar.xlsx"
    workbook.write_bytes(b"PK\x03\x04 isi")
    report.write_bytes(b"%PDF-1.7\n")
    with qtbot.waitSignal(window.door.workbook_dropped) as dropped:
        drop(window, workbook)
    assert dropped.args == [workbook]
    drop(window, report)
    title_of(qtbot, window, "Bukan laporan yang dapat diperiksa").close()


def test_another_kind_of_file_is_left_alone(window, tmp_path):
    assert not drop(window, tmp_path / "surat.docx")


def test_the_command_stands_among_those_of_the_window(window):
    assert [action.text() for action in window.actions()] == ["Periksa laporan…"]
