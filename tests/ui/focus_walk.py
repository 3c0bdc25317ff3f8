"""Walks through a window with the Tab key, as somebody without a mouse does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_MOST = 200


def walk(qtbot, window):
    """Press Tab until the keyboard comes round; return every widget that had it, in order."""
    begin, found = QApplication.focusWidget(), []
    assert begin is not None
    for _ in range(_MOST):
        found.append(QApplication.focusWidget())
        qtbot.keyClick(found[-1], Qt.Key.Key_Tab)
        if QApplication.focusWidget() is begin:
            return found
    raise AssertionError(f"Tab does not come round: {[name_of(widget) for widget in found[-8:]]}")


def reachable(window):
    """Return everything that should take the keyboard by Tab; of a group of exclusive choices one."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible()
        if widget.window() is window and widget.focusProxy() is None and not _is_other_choice(widget)
    }


def _is_other_choice(widget):
    return (
        isinstance(widget, QAbstractButton)
        and bool(widget.group())
        and widget.group().exclusive()
        and not widget.isChecked()
    )


def name_of(widget):
    """Return what a screen reader calls a widget: its name, its text, or that of the label that leads to it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
