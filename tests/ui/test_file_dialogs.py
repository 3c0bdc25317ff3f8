"""Files are chosen in dialogs of our icons and words, where the system has none of its own."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)

from zi_desktop.ui.file_dialogs import FileDelegate, choose_file, choose_folder, choose_place
from zi_desktop.ui.last_folders import LastFolders, Shelf, documents, shelf_of
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.widgets.dialog_frame import DialogFrame


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


@pytest.fixture
def deep(tmp_path):
    """A file in a folder that stands in another one; the dialog shows what is above both."""
    file = tmp_path / "Kanwil Contoh" / "kiriman" / "satker.csv"
    file.parent.mkdir(parents=True)
    file.write_text("kode,nama")
    return file


def typing_over_chosen(folder, path, *, again=False):
    """Type a path and Enter while Qt still has the folder chosen that it passed: it lets go of it only once it has read on.

    With ``again`` it is chosen once more while the dialog closes, as Qt does when the folder's rows come late.
    """

    def act(dialog):
        dialog.setDirectory(str(folder))
        files = dialog.findChild(QTreeView, "treeView")
        while not files.model().rowCount(files.rootIndex()):
            QTest.qWait(5)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setFocus()
        field.setText(str(path))
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        files.selectionModel().select(files.model().index(0, 0, files.rootIndex()), chosen)
        assert dialog.selectedFiles() == [str(folder / "Kanwil Contoh")], "the state that a quick Enter meets"
        if again:
            dialog.finished.connect(
                lambda _: files.selectionModel().select(files.model().index(0, 0, files.rootIndex()), chosen)
            )
        QTest.keyClick(field, Qt.Key.Key_Return)

    return act


def test_the_file_whose_path_was_typed_is_taken_though_a_folder_above_it_is_still_chosen(owner, tmp_path, deep):
    with answering(owner, typing_over_chosen(tmp_path, deep)):
        assert choose_file(owner, "Impor daftar satker", "Daftar (*.csv)") == deep


def test_the_folder_whose_path_was_typed_is_taken_though_one_above_it_is_still_chosen(owner, tmp_path, deep):
    with answering(owner, typing_over_chosen(tmp_path, deep.parent)):
        assert choose_folder(owner, "Impor folder LKE") == deep.parent


def test_what_is_chosen_while_the_dialog_closes_is_not_taken(owner, tmp_path, deep):
    with answering(owner, typing_over_chosen(tmp_path, deep.parent, again=True)):
        assert choose_folder(owner, "Impor folder LKE") == deep.parent


def test_cancelling_is_none(owner):
    with answering(owner, QFileDialog.reject):
        assert choose_file(owner, "Impor daftar satker", "Daftar (*.csv)") is None


def test_a_new_file_gets_the_ending_of_its_kind(owner, tmp_path):
    with answering(owner, lambda dialog: name_it(dialog, tmp_path / "salinan")):
        assert choose_place(owner, "Simpan salinan", "draf.pdf", "Dokumen PDF (*.pdf)") == tmp_path / "salinan.pdf"


def words_of(dialog):
    buttons = dialog.findChildren(QPushButton) + dialog.findChildren(QToolButton)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    return texts | {button.text() or button.toolTip() for button in buttons}


def test_every_word_is_indonesian(owner):
    with answering(owner, words_of) as kept:
        choose_file(owner, "Periksa laporan", "Laporan PDF (*.pdf)")
    assert kept[0] - {""} == {
        "Lihat di", "Nama berkas", "Jenis berkas", "Buka", "Batal", "Mundur", "Maju", "Folder induk", "Buat folder baru",
        "Daftar", "Rincian",
    }  # fmt: skip


def test_the_status_bar_tells_its_keys_as_its_buttons_do(owner, tmp_path):
    (tmp_path / "laporan.pdf").write_bytes(b"%PDF")

    def look(dialog):
        before = dialog.key_hints()
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "laporan.pdf"))
        return before, dialog.key_hints()

    with answering(owner, look) as kept:
        choose_file(owner, "Periksa laporan", "Laporan PDF (*.pdf)")
    assert kept == [([KeyHint("Esc", "Batal")], [KeyHint("Enter", "Buka"), KeyHint("Esc", "Batal")])]
    with answering(owner, lambda dialog: dialog.key_hints()) as kept:
        choose_place(owner, "Simpan salinan", "draf.pdf", "Dokumen PDF (*.pdf)")
    assert kept == [[KeyHint("Enter", "Simpan"), KeyHint("Esc", "Batal")]]


def test_the_heading_of_sizes_stands_over_the_figures(owner):
    def look(dialog):
        files = dialog.findChild(QTreeView, "treeView").model()
        sides = [
            files.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
            for column in range(4)
        ]
        return [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides]

    with answering(owner, look) as kept:
        choose_file(owner, "Periksa laporan", "Laporan PDF (*.pdf)")
    assert kept == [[False, True, False, False]]


def test_files_are_shown_in_our_drawings(owner):
    def look(dialog):
        icons = [button.icon().isNull() for button in dialog.findChildren(QPushButton)]
        return icons, isinstance(dialog.findChild(QTreeView, "treeView").itemDelegate(), FileDelegate)

    with answering(owner, look) as kept:
        choose_file(owner, "Periksa laporan", "Laporan PDF (*.pdf)")
    assert kept == [([True, True], True)]


@pytest.mark.usefixtures("theme")
def test_each_button_stands_beside_its_field(owner):
    def look(dialog):
        buttons = dialog.findChild(QDialogButtonBox).buttons()
        fields = (dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QComboBox, "fileTypeCombo"))
        return [sorted(each.mapToGlobal(QPoint(0, 0)).y() for each in parts) for parts in (buttons, fields)]

    with answering(owner, look) as kept:
        choose_file(owner, "Periksa laporan", "Laporan PDF (*.pdf)")
    [(buttons, fields)] = kept
    assert buttons == fields


def test_sizes_are_told_in_our_units_and_nothing_of_a_row_is_cut(owner, tmp_path):
    (tmp_path / "laporan.pdf").write_bytes(bytes(3000))

    def look(dialog):
        dialog.setDirectory(str(tmp_path))
        files = dialog.findChild(QTreeView, "treeView")
        for _ in range(200):
            QApplication.processEvents()
            if files.model().rowCount(files.rootIndex()):
                break
        cells = [files.model().index(0, column, files.rootIndex()) for column in range(4)]
        option = QStyleOptionViewItem()
        kind = QStyleOptionViewItem()
        files.itemDelegate().initStyleOption(option, cells[1])
        files.itemDelegate().initStyleOption(kind, cells[2])
        widths = [
            files.itemDelegate().sizeHint(option, cell).width() <= files.columnWidth(cell.column()) for cell in cells
        ]
        return option.text, kind.text, widths

    with answering(owner, look) as kept:
        choose_file(owner, "Periksa laporan", "Laporan PDF (*.pdf)")
    assert kept == [("3 KB", "PDF", [True] * 4)]


@pytest.mark.usefixtures("theme")
def test_the_heading_of_the_list_leaves_its_edge_in_sight(owner):
    def place(dialog):
        return dialog.findChild(QTreeView, "treeView").header().geometry().topLeft()

    with answering(owner, place) as seen:
        choose_file(owner, "Pilih paket", "Paket (*.zib)")
    assert seen == [QPoint(1, 1)]


def test_every_dialog_for_files_is_opened_here():
    ui = Path(choose_file.__code__.co_filename).parent
    others = [path.name for path in ui.rglob("*.py") if "QFileDialog" in path.read_text("utf-8")]
    assert others == ["file_dialogs.py"]


def test_nothing_stays_open(owner):
    with answering(owner, QFileDialog.reject):
        choose_file(owner, "Pilih", "Semua (*)")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert owner.findChild(QFileDialog) is None


def press(dialog, text):
    next(each for each in dialog.findChildren(QPushButton) if each.text() == text and each.isVisible()).click()


def test_a_file_that_is_there_is_asked_about_in_our_words_and_stays_without_a_yes(owner, tmp_path):
    (tmp_path / "draf.pdf").write_text("lama")
    seen = []

    def replace(answer):
        def act(dialog):
            QTimer.singleShot(0, dialog, lambda: answer_question(dialog, answer, seen))
            name_it(dialog, tmp_path / "draf.pdf")

        return act

    with answering(owner, replace("Batal")):
        assert choose_place(owner, "Simpan salinan", "draf.pdf", "Dokumen PDF (*.pdf)") is None
    with answering(owner, replace("Ganti")):
        assert choose_place(owner, "Simpan salinan", "draf.pdf", "Dokumen PDF (*.pdf)") == tmp_path / "draf.pdf"
    assert seen == ["Ganti berkas?", "Ganti berkas?"]


def test_a_file_that_is_not_there_is_told_in_our_words(qtbot, owner, tmp_path):
    seen = []

    def act(dialog):
        QTimer.singleShot(0, dialog, lambda: answer_question(dialog, "Tutup", seen))
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        name.setText(str(tmp_path / "hilang.pdf"))
        qtbot.keyClick(name, Qt.Key.Key_Return)

    with answering(owner, act):
        assert choose_file(owner, "Periksa laporan", "Laporan PDF (*.pdf)") is None
    assert seen == ["Tidak ditemukan"]


def answer_question(dialog, button, seen):
    assert dialog.findChild(QMessageBox) is None
    question = dialog.findChild(DialogFrame)
    seen.append(question.windowTitle())
    assert question.focusWidget() is question.cancel_button
    if button == "Batal":
        QTest.keyClick(question.cancel_button, Qt.Key.Key_Return)
    else:
        press(question, button)


def test_each_kind_of_file_begins_where_it_was_last(owner, fresh, tmp_path):
    sheets, papers = tmp_path / "lembar", tmp_path / "laporan"
    for folder, name in ((sheets, "satker.csv"), (papers, "laporan.pdf")):
        folder.mkdir()
        (folder / name).write_text("x")
    folders = LastFolders(fresh.preferences, owner)
    inner = QWidget(owner)
    with answering(owner, lambda dialog: name_it(dialog, sheets / "satker.csv")):
        choose_file(owner, "Impor", "Daftar (*.csv)")
    with answering(inner, lambda dialog: name_it(dialog, papers / "laporan.pdf")):
        choose_file(inner, "Periksa", "Laporan PDF (*.pdf)")
    again = LastFolders(fresh.preferences, owner)
    assert (again.begin(Shelf.WORKSHEETS), again.begin(Shelf.REPORTS)) == (sheets, papers)
    with answering(owner, lambda dialog: (dialog.directory().absolutePath(), dialog.reject())[0]) as kept:
        choose_file(owner, "Impor LKE", "Lembar kerja (*.xlsx)")
    assert kept == [str(sheets)]
    assert folders.begin(Shelf.BUNDLES) == documents()
    (sheets / "satker.csv").unlink()
    sheets.rmdir()
    assert again.begin(Shelf.WORKSHEETS) == documents()


def test_a_kind_of_which_nothing_was_chosen_begins_in_the_folder_that_is_proposed(owner, fresh, tmp_path):
    reports, elsewhere = tmp_path / "laporan", tmp_path / "lain"
    reports.mkdir()
    elsewhere.mkdir()
    folders = LastFolders(fresh.preferences, owner)
    assert folders.begin(Shelf.REPORTS, tmp_path / "tidak ada") == documents()
    with answering(owner, lambda dialog: (dialog.directory().absolutePath(), dialog.reject())[0]) as kept:
        choose_file(owner, "Periksa", "Laporan PDF (*.pdf)", reports)
    assert kept == [str(reports)]
    folders.remember(Shelf.REPORTS, elsewhere)
    assert folders.begin(Shelf.REPORTS, reports) == elsewhere


@pytest.mark.parametrize(
    ("kinds", "shelf"),
    [("Paket (*.zib)", Shelf.BUNDLES), ("Semua berkas (*)", Shelf.EVIDENCE), ("Kunci (*.p12 *.pfx)", Shelf.KEYS), ("", Shelf.EVIDENCE)],
    ids=["paket", "semua", "kunci", "tanpa"],
)  # fmt: skip
def test_what_a_dialog_shows_tells_where_it_begins(kinds, shelf):
    assert shelf_of(kinds) is shelf
