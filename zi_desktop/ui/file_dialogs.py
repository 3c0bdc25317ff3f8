"""The dialogs in which a file is chosen: the system's own where it has one, else Qt's in our icons and words."""

import datetime as dt
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QLineEdit,
    QListView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from zi_desktop.ui import dates
from zi_desktop.ui.icons import icon
from zi_desktop.ui.tokens import IconSize

_TOOLS: Final = {
    "backButton": "chevron-left", "forwardButton": "chevron-right", "toParentButton": "chevron-up",
    "newFolderButton": "plus", "listModeButton": "columns", "detailModeButton": "table",
}  # fmt: skip
"""Qt's names of the tools to our drawings."""
_SIZE: Final = QSize(760, 480)
_PLACES_WIDTH: Final = 132
_CHANGED: Final = 3
"""The column of the day on which a file was changed."""


def choose_file(parent: QWidget | None, title: str, kinds: str) -> Path | None:
    """Let the person choose a file that is there; None where it was cancelled.

    Args:
        parent: over which the dialog stands.
        title: of the dialog.
        kinds: which files are shown, for example ``Laporan PDF (*.pdf)``.
    """
    dialog = _dialog(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def choose_files(parent: QWidget | None, title: str, kinds: str) -> list[Path]:
    """Let the person choose files that are there; none where it was cancelled."""
    dialog = _dialog(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _all_chosen(dialog)


def choose_place(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """Let the person choose where a new file goes, ``name`` to begin with; a file that is there is asked about first."""
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return _chosen(dialog)


def choose_folder(parent: QWidget | None, title: str, begin: Path | None = None) -> Path | None:
    """Let the person choose a folder; ``begin`` is the one that is shown first."""
    dialog = _dialog(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
    if begin is not None:
        dialog.setDirectory(str(begin))
    return _chosen(dialog)


def _dialog(parent: QWidget | None, title: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, "", kinds)
    if dialog.findChild(QToolButton, "backButton") is not None:  # the system has none: it is Qt's own
        _dress(dialog)
    return dialog


def _chosen(dialog: QFileDialog) -> Path | None:
    """Wait for the answer, one file; the dialog is gone afterwards."""
    return next(iter(_all_chosen(dialog)), None)


def _all_chosen(dialog: QFileDialog) -> list[Path]:
    """Wait for the answer; the dialog is gone afterwards."""
    buttons = dialog.findChild(QDialogButtonBox)
    for button in buttons.buttons() if buttons else ():
        button.setIcon(QIcon())  # the style's own, in colours of its own
        if buttons and buttons.buttonRole(button) == QDialogButtonBox.ButtonRole.AcceptRole:
            button.setProperty("look", "primary")
            button.style().polish(button)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return [Path(file) for file in files] if accepted else []


def _dress(dialog: QFileDialog) -> None:
    for name, drawing in _TOOLS.items():
        tool = dialog.findChild(QToolButton, name)
        if tool is not None:
            tool.setIcon(icon(drawing, "text2"))
            tool.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
    folders = dialog.findChild(QComboBox, "lookInCombo")
    if folders is not None:
        folders.setIconSize(QSize(0, 0))
    delegate = FileDelegate(dialog)
    dialog.setItemDelegate(delegate)
    for view in (dialog.findChild(QListView, "sidebar"), _suggestions(dialog)):
        if view is not None:
            view.setItemDelegate(delegate)
            view.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.resize(_SIZE)
    parts = dialog.findChild(QSplitter, "splitter")
    if parts is not None:
        parts.setSizes([_PLACES_WIDTH, _SIZE.width() - _PLACES_WIDTH])


def _suggestions(dialog: QFileDialog) -> QAbstractItemView | None:
    """Return the list that opens below the name while it is typed."""
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    completer = name.completer() if name else None
    return completer.popup() if completer else None


class FileDelegate(QStyledItemDelegate):
    """Shows files and folders in our drawings, and days as everywhere else.

    An icon provider could do the first, but Qt asks it in a thread of its own.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Take the drawing and the day."""
        super().initStyleOption(option, index)
        shown: Any = option  # the stubs of Qt know no fields of it
        info = index.data(QFileSystemModel.Roles.FileInfoRole)
        if index.column() == 0:
            is_file = info is not None and info.isFile()
            shown.icon = icon("document" if is_file else "folder", "text2")
        elif index.column() == _CHANGED and info is not None:
            changed = dt.datetime.fromtimestamp(info.lastModified().toSecsSinceEpoch()).astimezone()
            shown.text = dates.moment(changed, dt.datetime.now().astimezone())
