"""The layout of Beranda's dialogs with fields: two columns, a label over each field, its problem below it."""

from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_home_evaluation import Ui_HomeEvaluation
from zi_desktop.ui.forms.ui_home_satker import Ui_HomeSatker
from zi_desktop.ui.tokens import Space

APPLY: Final = ("Ctrl+Return", "Ctrl+Enter")
"""The keys that confirm a dialog from everywhere in it."""
_WIDTH: Final = 640


def lay_out(dialog: QDialog, form: Ui_HomeEvaluation | Ui_HomeSatker) -> None:
    """Give a dialog its width, its form the distances of the design, and the keys that confirm it."""
    dialog.setFixedWidth(round(_WIDTH * text_scale()))
    form.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
    form.column.setSpacing(Space.M)
    form.grid.setHorizontalSpacing(Space.L)
    form.grid.setVerticalSpacing(Space.XS)
    form.grid.setColumnStretch(0, 1)
    form.grid.setColumnStretch(1, 1)
    form.buttons.setSpacing(Space.S)
    for keys in APPLY:
        QShortcut(QKeySequence(keys), dialog).activated.connect(dialog.accept)
