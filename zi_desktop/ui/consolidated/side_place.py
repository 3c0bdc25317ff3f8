"""Where the summary stands: beside the table, or in its place where there is no room for both."""

from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.forms.ui_consolidated import Ui_Consolidated

_BOTH: Final = 880
"""Logical pixels from which table and summary have room beside each other."""


class SidePlace:
    """Remembers for a wide and for a narrow window whether the summary is wanted; ``shown`` is its action."""

    def __init__(self, page: QWidget, form: Ui_Consolidated, shown: QAction) -> None:
        self._page, self._form, self._shown = page, form, shown
        self._beside, self._instead = True, False
        self._is_open = False

    def place(self, *, is_open: bool) -> None:
        """Place table and summary anew; neither is there where nothing is open."""
        self._is_open = is_open
        shown = is_open and (self._beside if self._wide() else self._instead)
        self._form.side.setVisible(shown)
        self._form.panel.setVisible(is_open and (self._wide() or not shown))
        self._shown.setChecked(shown)

    def turn(self) -> None:
        """Show or hide the summary; the keyboard goes to what stands there."""
        if self._wide():
            self._beside = not self._beside
        else:
            self._instead = not self._instead
        self.place(is_open=self._is_open)
        (self._form.side if self._form.panel.isHidden() else self._form.table).setFocus()

    def _wide(self) -> bool:
        return self._page.width() >= _BOTH
