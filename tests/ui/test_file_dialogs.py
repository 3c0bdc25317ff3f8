"""Files are chosen in dialogs of our icons and words, where the system has none of its own."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QTreeView,
    QWidget,
)

from zi_desktop.ui.file_dialogs import FileDelegate, choose_file, choose_place


@pytest.fixture
def owner(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


@contextmanager
def answering(owner, act):
    """Do something with the dialog that is about to open; what it returns is kept in the list."""
    kept, timer = [], QTimer(owner)

    def look():
        dialog = owner.findChild(QFileDialog)
        if dialog is not None and dialog.isVisible():
            timer.stop()
            try:
                kept.append(act(dialog))
            finally:
                if dialog.isVisible():
                    dialog.reject()

    timer.timeout.connect(look)
    timer.start(5)
    yield kept
    timer.stop()


def name_it(dialog, path):
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    box = dialog.findChild(QDialogButtonBox)
    next(each for each in box.buttons() if box.buttonRole(each) == QDialogButtonBox.ButtonRole.AcceptRole).click()


def test_the_chosen_file_comes_back(owner, tmp_path):
    (tmp_path / "satker.csv").write_text("kode,nama")
    with answering(owner, lambda dialog: name_it(dialog, tmp_path / "satker.csv")):
        assert choose_file(owner, "Impor daftar satker", "Daftar (*.csv)") == tmp_path / "satker.csv"


def test_cancelling_is_none(owner):
    with answering(owner, QFileDialog.reject):
        assert choose_file(owner, "Impor daftar satker", "Daftar (*.csv)") is None


def test_a_new_file_gets_the_ending_of_its_kind(owner, tmp_path):
    with answering(owner, lambda dialog: name_it(dialog, tmp_path / "salinan")):
        assert choose_place(owner, "Simpan salinan", "draf.pdf", "Dokumen PDF (*.pdf)") == tmp_path / "salinan.pdf"


def words_of(dialog):
    buttons = dialog.findChildren(QPushButton) + dialog.findChildren(QToolButton)
    texts = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    return texts | {button.text().replace("&", "") or button.toolTip() for button in buttons}


def test_every_word_is_indonesian(owner):
    with answering(owner, words_of) as kept:
        choose_file(owner, "Periksa laporan", "Laporan PDF (*.pdf)")
    assert kept[0] - {""} == {
        "Lihat di:", "Nama berkas:", "Jenis berkas:", "Buka", "Batal", "Mundur", "Maju", "Folder induk", "Buat folder baru",
        "Daftar", "Rincian",
    }  # fmt: skip


def test_files_are_shown_in_our_drawings(owner):
    def look(dialog):
        icons = [button.icon().isNull() for button in dialog.findChildren(QPushButton)]
        return icons, isinstance(dialog.findChild(QTreeView, "treeView").itemDelegate(), FileDelegate)

    with answering(owner, look) as kept:
        choose_file(owner, "Periksa laporan", "Laporan PDF (*.pdf)")
    assert kept == [([True, True], True)]


def test_every_dialog_for_files_is_opened_here():
    ui = Path(choose_file.__code__.co_filename).parent
    others = [path.name for path in ui.rglob("*.py") if "QFileDialog" in path.read_text("utf-8")]
    assert others == ["file_dialogs.py"]


def test_nothing_stays_open(owner):
    with answering(owner, QFileDialog.reject):
        choose_file(owner, "Pilih", "Semua (*)")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert owner.findChild(QFileDialog) is None
