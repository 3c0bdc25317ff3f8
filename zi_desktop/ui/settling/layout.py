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
_VERSION: Final = 132
"""Logical pixels of height in which a low panel shows a title and of the first version whose it is, since when and what it says."""
_REST: Final = 264
"""Logical pixels of height that all else needs, with one field of another value: it is never cut, versions scroll."""
_WIDE: Final = 700
"""Logical pixels of width from which another value and the reason stand beside each other."""
_NARROW: Final = 480
"""Logical pixels of width below which the title has a line for itself."""
_LOW: Final = 450
"""Logical pixels of height below which a reason under another value stands in one line with its title."""
_LOWEST: Final = 390
"""Logical pixels of height below which a reason beside another value has one line."""
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


def is_low(size: QSize) -> bool:
    """Tell whether a panel is so low that what is decided on has to be compact; beside each other its parts have room."""
    return size.width() < _WIDE * text_scale() and size.height() < _LOW * text_scale()


def fit(form: Ui_SettleForm, size: QSize) -> None:
    """Follow the size of the panel: what must be seen together has room, what stands elsewhere too gives way."""
    width, height = size.width() / text_scale(), size.height() / text_scale()
    wide, low = width >= _WIDE, is_low(size)
    versions = _VERSION if low else _VERSIONS[wide]
    form.table.stand_in(size.height(), headed=not low)
    form.question.setWordWrap(not low)
    form.decidingRow.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
    form.decidingRow.setSpacing(Space.M if wide else Space.XS)
    form.decidingRow.setStretch(1, int(wide))  # below it the reason has what it needs, another value the rest
    form.scroll.setMinimumHeight(round(max(0, min(versions, height - _REST)) * text_scale()))
    form.reason.show_lines(1 if low or height < _LOWEST else 2)
    form.reason.setPlaceholderText(form.reasonHint.text() if low else "")
    form.reasonColumn.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
    form.reasonColumn.setSpacing(Space.S if low else Space.XS)
    _place_problem(form, beside_other=low and not form.otherPart.isHidden())
    for label in (form.place, form.share):
        label.setVisible(bool(label.text()) and width >= _NARROW)


def _place_problem(form: Ui_SettleForm, *, beside_other: bool) -> None:
    """Put what is still missing beside the title of the reason, or of another value where the reason needs its line."""
    before, row = (form.reasonRow, form.otherRow) if beside_other else (form.otherRow, form.reasonRow)
    if row.indexOf(form.problem) >= 0:
        return
    before.removeWidget(form.problem)
    row.addWidget(form.problem, 1, Qt.AlignmentFlag.AlignVCenter)
    form.problem.show()  # a widget that goes to another parent is hidden


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
