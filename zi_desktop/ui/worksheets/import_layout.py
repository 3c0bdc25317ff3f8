"""Margins, heights and shares of the screen of an import; a form knows none of them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from zi_desktop.ui.forms.ui_worksheet_import import Ui_WorksheetImport
from zi_desktop.ui.tokens import Height, Space

_DETAIL_LINES: Final = 3


def lay_out(form: Ui_WorksheetImport) -> None:
    """Give every part of the form its place."""
    form.column.setContentsMargins(0, Space.M, 0, 0)
    form.column.setSpacing(0)
    form.above.setContentsMargins(Space.L, 0, Space.L, Space.M)
    form.above.setSpacing(Space.S)
    form.middle.setContentsMargins(Space.L, 0, Space.L, Space.M)
    form.middle.setSpacing(Space.M)
    form.column.setStretchFactor(form.middle, 1)
    form.offers.setContentsMargins(0, 0, 0, 0)
    form.head.setSpacing(Space.S)
    form.head.setStretchFactor(form.target, 3)
    form.head.setStretchFactor(form.reason, 2)
    form.consent_row.setSpacing(Space.S)
    form.filters.setSpacing(Space.S)
    form.table_place.setContentsMargins(1, 1, 1, 1)
    form.table_place.setSpacing(0)
    form.table_place.setStretchFactor(form.table, 1)
    lines = _DETAIL_LINES * form.details.fontMetrics().lineSpacing()
    form.details.setFixedHeight(lines + 3 * Space.S)
    form.bar_row.setContentsMargins(Space.L, 0, Space.L, 0)
    form.bar_row.setSpacing(Space.S)
    form.bar.setFixedHeight(Height.ACTION_BAR)
    form.note.hide()
    for cap in (form.consent_key, form.cancel_key, form.apply_key):
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    for button in (form.apply, form.cancel):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
