"""Distances, sizes and looks of the form of "Selesaikan beda penilaian"."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy

from zi_desktop.ui.forms.ui_settle import Ui_SettleForm
from zi_desktop.ui.tokens import Height, IconSize, Space
from zi_desktop.ui.widgets.buttons import dressed

_BAR: Final = 80
_LEAST_LETTERS: Final = 8
_REASON_LINES: Final = 2
_LINE: Final = 20
"""Logical pixels of a line of small text."""


def lay_out(form: Ui_SettleForm) -> None:
    """Give the parts of a form their places."""
    form.outer.setContentsMargins(1, 1, 1, 1)
    form.outer.setSpacing(0)
    form.headRow.setContentsMargins(Space.L, 0, Space.L, 0)
    form.headRow.setSpacing(Space.S)
    form.head.setFixedHeight(Height.ACTION_BAR - Space.M)
    form.mark.show_icon("difference", "text2")
    form.bar.setFixedWidth(_BAR)
    form.evaluation.setProperty("look", "small")
    form.evaluation.setAccessibleName(_tr("Evaluasi"))
    # As wide as there is room: a long name is cut in the field and whole in its list.
    form.evaluation.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    form.evaluation.setMinimumContentsLength(_LEAST_LETTERS)
    form.evaluation.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    form.evaluation.hide()
    for rule in (form.rule, form.footRule):
        rule.setFixedHeight(1)
    form.closed.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
    form.table.setAccessibleName(_tr("Daftar beda penilaian"))
    form.scroll.setFrameShape(QFrame.Shape.NoFrame)
    form.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    form.column.setContentsMargins(Space.L, Space.M, Space.L, Space.XS)
    form.column.setSpacing(Space.S)
    form.column.setAlignment(form.versions, Qt.AlignmentFlag.AlignTop)  # as high as its text, however much room is left
    form.itemRow.setSpacing(Space.S)
    for label in (form.place, form.share):
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 2, 0, 0)
    form.otherRow.setSpacing(Space.S)
    form.otherCap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    dressed(form.other, "link").setAutoDefault(True)  # Enter acts on it, as Space does
    form.clip.show_icon("attachment", "text2")
    form.clip.setFixedSize(IconSize.BUTTON, IconSize.BUTTON)
    form.reasonRow.setSpacing(Space.S)
    form.problem.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # beside a title: no gap below
    form.problem.setMinimumHeight(_LINE)
    form.reason.setTabChangesFocus(True)
    form.reason.setAccessibleName(_tr("Alasan"))
    form.reason.show_lines(_REASON_LINES)
    form.foot.setFixedHeight(Height.ACTION_BAR)
    form.footRow.setContentsMargins(Space.L, 0, Space.L, 0)
    form.footRow.setSpacing(Space.S)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SettlePanel", words)
