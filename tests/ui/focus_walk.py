"""Walks through a window with the Tab key, as somebody without a mouse does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

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


def _only_for_a_mouse(button):
    """Tell whether a button cannot be come to by Tab; those inside a field do what keys of the field do."""
    shown = button.isVisible() and button.isEnabled() and not isinstance(button.parent(), QLineEdit)
    return shown and not button.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_other_choice(button)


def active(window):
    """Tell whether a window has the keyboard, anywhere in it."""
    focus = QApplication.focusWidget()
    return window.isActiveWindow() and focus is not None and focus.window() is window


def name_of(widget):
    """Return what a screen reader calls a widget: its name, its text, or that of the label that leads to it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def assert_all_reached(qtbot, window):
    """Walk through a window: everything is reached, once, and has a name."""
    walked = walk(qtbot, window)
    missed = {f"{type(widget).__name__} {name_of(widget)}" for widget in reachable(window) - set(walked)}
    assert not missed, missed
    unreachable = {name_of(button) for button in window.findChildren(QAbstractButton) if _only_for_a_mouse(button)}
    assert not unreachable, unreachable
    assert len(walked) == len(set(walked))
    nameless = [f"{type(widget).__name__} {widget.objectName()}" for widget in walked if not name_of(widget)]
    assert not nameless, nameless
