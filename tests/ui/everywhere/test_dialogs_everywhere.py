"""Tab goes through every dialog of the program: all of it is reached, once, and has a name; each key means one thing."""

import importlib
import pkgutil

import pytest
from dialogs_shown import DIALOGS, visible
from focus_walk import active, assert_all_reached
from key_presses import Recorder, acts_at
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog

import zi_desktop.ui
from zi_desktop.ui.help.keys import KEYS
from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.main_window import MainWindow
from zi_desktop.ui.widgets.labels import KeyCap

NOT_SHOWN_ITSELF = {"_WordsDialog"}
"""Only what others are made of."""


def kinds():
    for module in pkgutil.walk_packages(zi_desktop.ui.__path__, "zi_desktop.ui."):
        importlib.import_module(module.name)
    found, waiting = set(), [QDialog]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("zi_desktop.") and not issubclass(kind, QFileDialog):  # that one is Qt's own
                found.add(kind)
    return {kind for kind in found if kind.__name__ not in NOT_SHOWN_ITSELF}


def test_every_dialog_is_walked_through():
    assert kinds() == {shown.kind for shown in DIALOGS.values()}


@pytest.fixture
def opened(request, qtbot, arrived):
    """Open a dialog (by its name) in the real window."""

    def wait(kind):
        qtbot.waitUntil(lambda: visible(kind) is not None, timeout=10_000)
        visible(kind).activateWindow()
        qtbot.waitUntil(lambda: active(visible(kind)))
        return visible(kind)

    def opened(name):
        shown = DIALOGS[name]
        shown.open_(arrived(shown.state), request.getfixturevalue, wait)
        return wait(shown.kind)

    return opened


def bar_of(dialog):
    """Return the status bar of the window over which a dialog stands."""
    above = dialog.parentWidget()
    while not isinstance(above, MainWindow):
        above = above.parentWidget()
    return above.status


def keys_of(dialog):
    """Return what has keys in a dialog, each with them: acts, shortcuts, buttons."""
    acts = {each: each.shortcuts() for each in dialog.findChildren(QAction) if acts_at(each, dialog.focusWidget())}
    shortcuts = {each: [each.key()] for each in dialog.findChildren(QShortcut) if each.isEnabled()}
    buttons = {
        each: [each.shortcut()]
        for each in dialog.findChildren(QAbstractButton)
        if each.isVisible() and each.isEnabled() and not each.shortcut().isEmpty()
    }
    return {**acts, **shortcuts, **buttons}


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_and_keys_of_a_dialog(qtbot, opened, name):
    dialog = opened(name)
    qtbot.waitUntil(lambda: any(cap.text() == "Esc" for cap in bar_of(dialog).findChildren(KeyCap)))
    assert_all_reached(qtbot, dialog)
    everything = keys_of(dialog)
    recorder = Recorder(everything)
    known = {key for _, keys in KEYS for key in dict(keys)}
    for each, chords in everything.items():
        for keys in chords:
            recorder.got.clear()
            QTest.keyClick(dialog.focusWidget(), keys[0].key(), keys[0].keyboardModifiers())
            assert recorder.got == [(each, False)], key_text(keys)
            assert key_text(keys) in known
