"""Qt's own texts are Indonesian."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFileDialog, QLineEdit, QPlainTextEdit


def texts(menu):
    return [action.text().partition("\t")[0].replace("&", "") for action in menu.actions() if action.text()]


def test_the_menu_of_a_line_is_indonesian(qtbot):
    field = QLineEdit("isi")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    assert texts(menu) == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]


def test_the_menu_of_a_text_is_indonesian(qtbot):
    field = QPlainTextEdit("isi")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    assert texts(menu) == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]


def test_a_dialog_that_asks_for_a_folder_says_so_in_indonesian(qtbot):
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    assert dialog.findChild(QComboBox, "fileTypeCombo").itemText(0) == "Folder"


def test_buttons_of_dialogs_are_indonesian(qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Simpan", "Batal"}


def test_a_text_of_ours_stays_as_it_is(qapp):
    assert QCoreApplication.translate("HomePage", "Beranda") == "Beranda"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
