"""The one place that shows an error."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from zi_desktop.domain.workspace_errors import DamagedDatabaseError, DiskFaultError, DiskFullError
from zi_desktop.ui.dialogs import LogDialog
from zi_desktop.ui.problems import Problems, tell_and_end


@pytest.fixture
def problems(qtbot, tmp_path):
    return Problems(lambda: tmp_path / "log" / "zi-desktop.log")


def told(problems, failure):
    """What each signal carries when a failure is taken."""
    seen = []
    problems.occurred.connect(lambda text: seen.append(("occurred", text)))
    problems.stopped.connect(lambda failure: seen.append(("stopped", failure)))
    problems.surprised.connect(lambda text: seen.append(("surprised", text)))
    problems.take(type(failure), failure, failure.__traceback__)
    return seen


def test_an_expected_failure_is_its_sentence(problems):
    assert told(problems, DiskFullError()) == [("occurred", str(DiskFullError()))]


def test_one_after_which_nothing_can_be_kept_stops_the_work(problems):
    failure = DiskFaultError()
    assert told(problems, failure) == [("stopped", failure)]


def test_a_bug_is_kept_in_the_log_and_shown_with_it(problems, tmp_path, capsys):
    [(kind, log)] = told(problems, ZeroDivisionError("1/0"))
    assert kind == "surprised"
    assert "ZeroDivisionError: 1/0" in log
    assert log in (tmp_path / "log" / "zi-desktop.log").read_text("utf-8")
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_log_that_cannot_be_written_does_not_hide_the_bug(tmp_path, qtbot, capsys):
    (tmp_path / "log").write_text("sebuah berkas di tempat folder", encoding="utf-8")
    problems = Problems(lambda: tmp_path / "log" / "zi-desktop.log")
    assert [kind for kind, _ in told(problems, ZeroDivisionError())] == ["surprised"]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_it_stands_where_everything_rises_and_steps_back(problems):
    before = sys.excepthook
    problems.install()
    assert sys.excepthook == problems.take
    problems.uninstall()
    sys.excepthook = before


def test_the_log_can_be_copied(qtbot, tmp_path):
    dialog = LogDialog("Traceback …", tmp_path / "zi-desktop.log")
    qtbot.addWidget(dialog)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "Traceback …"
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Salin rincian").click()
    assert QGuiApplication.clipboard().text() == "Traceback …"


def test_the_sentence_after_which_work_ends_waits_for_its_reader(qtbot, tmp_path):
    seen = []

    def read():
        dialog = QApplication.activeModalWidget()
        seen.append(dialog)
        dialog.accept()

    QTimer.singleShot(0, read)
    tell_and_end(DiskFaultError(), tmp_path)
    assert len(seen) == 1
    seen[0].deleteLater()


@pytest.mark.parametrize("built", [True, False], ids=["built", "source"])
def test_a_damaged_workspace_is_told_with_the_command_that_mends_it(qtbot, tmp_path, monkeypatch, built):
    monkeypatch.setattr(sys, "frozen", built, raising=False)
    seen = []

    def read():
        dialog = QApplication.activeModalWidget()
        next(button for button in dialog.findChildren(QPushButton) if button.text() == "Salin perintah").click()
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        seen.append(dialog.findChild(QPlainTextEdit).toPlainText())
        dialog.accept()

    QTimer.singleShot(0, read)
    tell_and_end(DamagedDatabaseError(), tmp_path / "ruang kerja")
    program = f'"{sys.executable}"' if built else "zi-desktop"
    command = f'{program} restore --workspace "{tmp_path / "ruang kerja"}"'
    assert QGuiApplication.clipboard().text() == command
    assert command in seen
    [sentence] = [words for words in seen if words.startswith("Basis data")]
    assert "restore" not in sentence
