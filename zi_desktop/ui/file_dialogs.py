"""The dialogs in which a file is chosen: the system's own where it has one, else Qt's in our icons and words."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QIdentityProxyModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)

from zi_desktop.domain.figures import size as size_words
from zi_desktop.ui import dates
from zi_desktop.ui.dialog_keys import leaving
from zi_desktop.ui.icons import icon
from zi_desktop.ui.last_folders import Shelf, folders_over, shelf_of
from zi_desktop.ui.page import KeyHint
from zi_desktop.ui.tokens import Height, IconSize, Space
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.icon_label import IconLabel

_TOOLS: Final = {
    "backButton": "chevron-left", "forwardButton": "chevron-right", "toParentButton": "chevron-up",
    "newFolderButton": "plus", "listModeButton": "columns", "detailModeButton": "table",
}  # fmt: skip
"""Qt's names of the tools to our drawings."""
_FILES: Final = frozenset({"listView", "treeView"})
"""Qt's names of the two lists of files."""
_SIZE: Final = QSize(760, 480)
_QUESTION_WIDTH: Final = 440
_PLACES_WIDTH: Final = 132
_BYTES: Final = 1
_KIND: Final = 2
_CHANGED: Final = 3
"""The columns of how large a file is, of what kind, and of the day on which it was changed."""
_LEAST_COLUMN: Final = 64
_ACCEPT: Final = QDialogButtonBox.ButtonRole.AcceptRole


def choose_file(parent: QWidget | None, title: str, kinds: str, first: Path | None = None) -> Path | None:
    """Let the person choose a file that is there; None where it was cancelled.

    Args:
        parent: over which the dialog stands.
        title: of the dialog.
        kinds: which files are shown, for example ``Laporan PDF (*.pdf)``.
        first: the folder that is shown until another one of this kind was chosen, where it is there.
    """
    dialog = _dialog(parent, title, kinds, shelf_of(kinds), first)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def choose_files(parent: QWidget | None, title: str, kinds: str) -> list[Path]:
    """Let the person choose files that are there; none where it was cancelled."""
    dialog = _dialog(parent, title, kinds, shelf_of(kinds))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _all_chosen(dialog)


def choose_place(parent: QWidget | None, title: str, name: str, kinds: str, shelf: Shelf | None = None) -> Path | None:
    """Let the person choose where a new file goes, ``name`` to begin with; a file that is there is asked about first."""
    dialog = _dialog(parent, title, kinds, shelf or shelf_of(kinds))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return _chosen(dialog)


def choose_folder(
    parent: QWidget | None, title: str, begin: Path | None = None, shelf: Shelf = Shelf.WORKSHEETS
) -> Path | None:
    """Let the person choose a folder; ``begin`` is the one that is shown first, else the last one of its kind."""
    dialog = _dialog(parent, title, "", shelf)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
    if begin is not None:
        dialog.setDirectory(str(begin))
    return _chosen(dialog)


class _Dialog(QFileDialog):
    """The dialog of the system, or Qt's own where it has none; that one asks in our words and look."""

    def __init__(self, parent: QWidget | None, title: str, begin: str, kinds: str, shelf: Shelf) -> None:
        super().__init__(parent, title, begin, kinds)
        self.shelf = shelf
        self.taken: list[Path] = []
        self._own = self.findChild(QToolButton, "backButton") is not None
        if self._own:
            _dress(self)
            self.setOption(QFileDialog.Option.DontConfirmOverwrite, on=True)

    def accept(self) -> None:
        """Take the choice, after a question where a file would be replaced; say so where there is none."""
        self._let_typed_name_lead()
        # Kept now: while the dialog closes Qt may choose a folder above it once more.
        self.taken = [Path(each) for each in self.selectedFiles()]
        file = next(iter(self.taken), None) or self._typed()
        if not self._own or file is None or file.is_dir():
            super().accept()  # a folder opens
        elif self.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            words = self.tr("{name} sudah ada di folder itu. Isinya akan diganti.")
            if not file.exists() or self._ask(self.tr("Ganti berkas?"), words.format(name=file.name), self.tr("Ganti")):
                super().accept()
        elif file.exists():
            super().accept()
        else:
            words = self.tr("{name} tidak ada di folder itu. Periksa namanya, atau pilih dari daftar.")
            self._ask(self.tr("Tidak ditemukan"), words.format(name=file.name), "")

    def key_hints(self) -> Sequence[KeyHint]:
        """Return its keys for the status bar, as its buttons call what they do."""
        take, leave = _buttons_of(self, _ACCEPT), _buttons_of(self, QDialogButtonBox.ButtonRole.RejectRole)
        able = [KeyHint("Enter", button.text()) for button in take if button.isEnabled()]
        return [*able, *([KeyHint("Esc", button.text()) for button in leave] or [leaving()])]

    def _let_typed_name_lead(self) -> None:
        """Let go of the rows that Qt chose while a whole path was typed: a folder above it may stay chosen, and would open."""
        typed = self._typed()
        if typed is None or not typed.exists() or [typed] == [Path(each) for each in self.selectedFiles()]:
            return
        for view in self.findChildren(QAbstractItemView):
            if view.objectName() in _FILES:
                view.selectionModel().clear()

    def _typed(self) -> Path | None:
        """Return what the name that stands there is in the folder that is shown, one file; None where none stands there."""
        name = self.findChild(QLineEdit, "fileNameEdit")
        return Path(self.directory().absoluteFilePath(name.text())) if name and name.text() else None

    def _ask(self, title: str, words: str, confirm: str) -> bool:
        question = DialogFrame(title, confirm, self)
        question.setFixedWidth(_QUESTION_WIDTH)
        question.add_words(words)
        question.cancel_button.setFocus()  # Enter does what has the keyboard: nothing is replaced by it alone
        return question.exec() == QFileDialog.DialogCode.Accepted


def _dialog(parent: QWidget | None, title: str, kinds: str, shelf: Shelf, first: Path | None = None) -> _Dialog:
    known = folders_over(parent)
    return _Dialog(parent, title, str(known.begin(shelf, first)) if known else "", kinds, shelf)


def _chosen(dialog: _Dialog) -> Path | None:
    """Wait for the answer, one file; the dialog is gone afterwards."""
    return next(iter(_all_chosen(dialog)), None)


def _all_chosen(dialog: _Dialog) -> list[Path]:
    """Wait for the answer and remember its folder; the dialog is gone afterwards."""
    for button in dialog.findChildren(QPushButton):
        button.setIcon(QIcon())  # the style's own, in colours of its own
    for accepting in _buttons_of(dialog, _ACCEPT):
        accepting.setProperty("look", "primary")
        accepting.style().polish(accepting)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    files = (dialog.taken or [Path(file) for file in dialog.selectedFiles()]) if accepted else []
    known = folders_over(dialog.parentWidget())
    if known is not None and files:
        folders = dialog.fileMode() == QFileDialog.FileMode.Directory
        known.remember(dialog.shelf, files[0] if folders else files[0].parent)
    dialog.deleteLater()
    return files


def _buttons_of(dialog: QFileDialog, role: QDialogButtonBox.ButtonRole) -> list[QAbstractButton]:
    box = dialog.findChild(QDialogButtonBox)
    return [button for button in box.buttons() if box.buttonRole(button) == role] if box else []


def _dress(dialog: QFileDialog) -> None:
    for name, drawing in _TOOLS.items():
        tool = dialog.findChild(QToolButton, name)
        if tool is not None:
            tool.setIcon(icon(drawing, "text2"))
            tool.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
    folders = dialog.findChild(QComboBox, "lookInCombo")
    if folders is not None:
        folders.setIconSize(QSize(0, 0))
    dialog.setProxyModel(FileHeadings(dialog))
    delegate = FileDelegate(dialog)
    dialog.setItemDelegate(delegate)
    typed = _suggestions(dialog)
    if typed is not None:
        typed.setProperty("look", "suggestions")
    for view in (dialog.findChild(QListView, "sidebar"), typed):
        if view is not None:
            view.setItemDelegate(delegate)
            view.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setSizeGripEnabled(False)
    dialog.resize(_SIZE)
    _lay_out(dialog)


def _lay_out(dialog: QFileDialog) -> None:
    """Give the parts the distances of the design, the names all room that the other columns leave."""
    grid, parts, files, buttons = (
        dialog.layout(),
        dialog.findChild(QSplitter, "splitter"),
        dialog.findChild(QTreeView, "treeView"),
        dialog.findChild(QDialogButtonBox),
    )
    if grid is not None:
        grid.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        grid.setSpacing(Space.S)
    column = buttons.layout() if buttons else None
    if column is not None:
        column.setSpacing(Space.S)  # each button stands beside its field
    if parts is not None:
        parts.setHandleWidth(Space.S)
        parts.setSizes([_PLACES_WIDTH, _SIZE.width() - _PLACES_WIDTH])
    if files is not None:
        head = files.header()
        head.setMinimumSectionSize(_LEAST_COLUMN)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for kind in (QListView, QTreeView, QHeaderView, QSplitter, QComboBox):
        for part in dialog.findChildren(kind):
            part.setProperty("look", "files")
            part.style().polish(part)
            QApplication.sendEvent(part, QEvent(QEvent.Type.StyleChange))  # else it has no room for its edge
    for field in dialog.findChildren(QComboBox):
        _add_arrow(field)


def _add_arrow(field: QComboBox) -> None:
    """Lay the arrow of every drop-down list over one that Qt made."""
    arrow = IconLabel()
    arrow.show_icon("chevron-down", "text2")
    arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row = QHBoxLayout(field)
    row.setContentsMargins(0, 0, Space.S, 0)
    row.addStretch()
    row.addWidget(arrow)


def _suggestions(dialog: QFileDialog) -> QAbstractItemView | None:
    """Return the list that opens below the name while it is typed."""
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    completer = name.completer() if name else None
    return completer.popup() if completer else None


class FileHeadings(QIdentityProxyModel):
    """The files as they are under headings in the middle of their line, that of the sizes at the right, as the figures are."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a heading says, or where it stands."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == _BYTES else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)


class FileDelegate(QStyledItemDelegate):
    """Shows files and folders in our drawings, and days as everywhere else.

    An icon provider could do the first, but Qt asks it in a thread of its own.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of every row of a table."""
        return super().sizeHint(option, index).expandedTo(QSize(0, Height.ROW))

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Take the drawing and the day."""
        super().initStyleOption(option, index)
        shown: Any = option  # the stubs of Qt know no fields of it
        info = index.data(QFileSystemModel.Roles.FileInfoRole)
        if index.column() == 0:
            is_file = info is not None and info.isFile()
            shown.icon = icon("document" if is_file else "folder", "text2")
        elif index.column() == _BYTES and info is not None:
            shown.text = size_words(info.size()) if info.isFile() else ""
        elif index.column() == _KIND and info is not None and info.isFile():
            shown.text = info.suffix().upper() or self.tr("Berkas")  # the system may call it something in English
        elif index.column() == _CHANGED and info is not None:
            changed = dt.datetime.fromtimestamp(info.lastModified().toSecsSinceEpoch()).astimezone()
            shown.text = dates.moment(changed, dt.datetime.now().astimezone())
