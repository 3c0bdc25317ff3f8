"""Distances, sizes and looks of the form of "Selesaikan beda penilaian"."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QSizePolicy

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_settle import Ui_SettleForm
from zi_desktop.ui.tokens import Height, IconSize, Space
from zi_desktop.ui.widgets.buttons import dressed
from zi_desktop.ui.widgets.steady_bar import keep_scroll_bar

_BAR: Final = 80
_LEAST_LETTERS: Final = 8
_VERSIONS: Final = (96, 118)
"""Logical pixels of height in which a title is seen with whose versions they are, where it is wide with what they say."""
_WIDE: Final = 700
"""Logical pixels of width from which another value and the reason stand beside each other."""
_NARROW: Final = 480
"""Logical pixels of width below which the title has a line for itself."""
_LOW: Final = 450
"""Logical pixels of height below which a reason under another value has one line."""
_LINE: Final = 20
"""Logical pixels of a line of small text."""


def lay_out(form: Ui_SettleForm) -> None:
    """Give the parts of a form their places."""
    form.outer.setContentsMargins(1, 1, 1, 1)
    form.outer.setSpacing(0)
    form.headRow.setContentsMargins(Space.M, 0, Space.M, 0)
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
    form.closed.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
    form.table.setAccessibleName(_tr("Daftar beda penilaian"))
    form.scroll.setFrameShape(QFrame.Shape.NoFrame)
    form.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    form.column.setContentsMargins(Space.M, Space.S, Space.M - keep_scroll_bar(form.scroll), Space.XS)
    form.column.setSpacing(Space.S)
    form.column.setAlignment(form.versions, Qt.AlignmentFlag.AlignTop)  # as high as its text, however much room is left
    form.itemRow.setSpacing(Space.S)
    for label in (form.place, form.share):
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 2, 0, 0)
    _lay_out_deciding(form)
    form.foot.setFixedHeight(Height.ACTION_BAR)
    form.footRow.setContentsMargins(Space.M, 0, Space.M, 0)
    form.footRow.setSpacing(Space.S)


def fit(form: Ui_SettleForm, size: QSize) -> None:
    """Follow the size of the panel: what must be seen together has room, what stands elsewhere too gives way."""
    width, height = size.width() / text_scale(), size.height() / text_scale()
    wide = width >= _WIDE
    form.decidingRow.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
    form.decidingRow.setSpacing(Space.M if wide else Space.XS)
    form.scroll.setMinimumHeight(round(_VERSIONS[wide] * text_scale()))
    form.reason.show_lines(2 if wide or height >= _LOW else 1)
    for label in (form.place, form.share):
        label.setVisible(bool(label.text()) and width >= _NARROW)


def _lay_out_deciding(form: Ui_SettleForm) -> None:
    """Keep what is stated below the versions, which scroll above it: names, values and reason are seen together."""
    form.scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    form.decidingRow.setContentsMargins(Space.M, Space.XS, Space.M, Space.S)
    for column in (form.otherColumn, form.reasonColumn):
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
    for row in (form.otherRow, form.reasonRow):
        row.setSpacing(Space.S)
        row.addStrut(Height.SEGMENT)  # as high as the options, seen or not
    form.otherCap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    dressed(form.other, "link").setAutoDefault(True)  # Enter acts on it, as Space does
    form.otherRow.insertWidget(form.otherRow.indexOf(form.other) + 1, form.otherForm.options)  # in the room beside it
    form.clip.show_icon("attachment", "text2")
    form.clip.setFixedSize(IconSize.BUTTON, IconSize.BUTTON)
    form.otherMark.show_icon("check-circle", "accent_text")
    form.problem.setFixedHeight(_LINE)  # beside a title: no gap below
    form.reasonRow.setAlignment(form.problem, Qt.AlignmentFlag.AlignVCenter)
    form.reason.setTabChangesFocus(True)
    form.reason.setAccessibleName(_tr("Alasan"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("SettlePanel", words)
