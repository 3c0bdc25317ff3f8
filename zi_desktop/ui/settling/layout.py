"""Distances, sizes and looks of the form of "Selesaikan beda penilaian"."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_settle import Ui_SettleForm
from zi_desktop.ui.tokens import Height, IconSize, Space
from zi_desktop.ui.widgets.buttons import dressed

_BAR: Final = 80
_LEAST_LETTERS: Final = 8
_WITH_BAR: Final = 600
_WITH_PROGRESS: Final = 540
"""Logical pixels of width from which the head has room for them, the latter beside a choice of evaluations."""
_REASON_LINES: Final = 2


def lay_out(form: Ui_SettleForm) -> None:
    """Give the parts of a form their places."""
    form.outer.setContentsMargins(1, 1, 1, 1)
    form.outer.setSpacing(0)
    form.headRow.setContentsMargins(Space.L, 0, Space.L, 0)
    form.headRow.setSpacing(Space.S)
    form.head.setFixedHeight(Height.ACTION_BAR - Space.M)
    form.mark.show_icon("difference", "bad")
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
    form.column.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
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
    form.reason.setTabChangesFocus(True)
    form.reason.setAccessibleName(_tr("Alasan"))
    form.reason.show_lines(_REASON_LINES)
    form.foot.setFixedHeight(Height.ACTION_BAR)
    form.footRow.setContentsMargins(Space.L, 0, Space.L, 0)
    form.footRow.setSpacing(Space.S)


def fit_head(form: Ui_SettleForm, width: int, *, lines: bool) -> None:
    """Show the choice of evaluations where there are several, else the name of the one, and what has room beside it.

    Args:
        form: the form.
        width: of the panel, in logical pixels.
        lines: there is something in the list.
    """
    several, wide = form.evaluation.count() > 1, width / text_scale()
    form.bar.setVisible(lines and wide > _WITH_BAR)
    form.progress.setVisible(lines and (not several or wide > _WITH_PROGRESS))
    form.satker.setVisible(not several)
    form.evaluation.setVisible(several)  # last: what has no room beside it is gone by then


def _tr(words: str) -> str:
    return QCoreApplication.translate("SettlePanel", words)
