"""Each key of each screen is pressed in the real window: it reaches its act, one only, and Bantuan lists it."""

import pytest
from focus_walk import reachable
from key_presses import Claims, Recorder, acts_at
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from states import ANYWHERE, GROUPS, STATES

from zi_desktop.ui.help.keys import KEYS
from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.panes import first_focus

_WRITTEN_TOGETHER = {
    "Ctrl+1…5": ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"),
    "Alt+1…3": ("Alt+1", "Alt+2", "Alt+3"),
}
_EDITING = {"Ctrl+A", "Ctrl+C", "Ctrl+V"}
"""Keys of the screens with which everybody edits as well: in a field they are the field's."""
_MOTION = {"Ctrl+Home", "Ctrl+PgUp", "Ctrl+PgDown"}
"""Those that lead through a note of several lines."""
_WRITTEN_IN = (QLineEdit, QPlainTextEdit, QTextEdit)
_TYPED_INTO = (*_WRITTEN_IN, QAbstractSpinBox, QComboBox)


def acts(window):
    """Return every act with a key that belongs to the window or to the screen in front."""
    page = window.page()
    of_parts = [each for each in page.findChildren(QAction) if isinstance(each.parent(), QWidget)]
    return [each for each in dict.fromkeys((*window.actions(), *page.actions(), *of_parts)) if each.shortcuts()]


def belongs_to_the_field(focus, chord):
    """Tell whether a field in which something is typed takes the key for itself."""
    override = QKeyEvent(QEvent.Type.ShortcutOverride, chord.key(), chord.keyboardModifiers())
    override.ignore()
    QApplication.sendEvent(focus, override)
    return override.isAccepted() and isinstance(focus, _TYPED_INTO)


def kept_keys(focus):
    """Return the chords with Ctrl that a field may keep."""
    return _EDITING if isinstance(focus, QLineEdit) else _EDITING | _MOTION


def give_keyboard(focus, claims):
    """Give a field the keyboard, on a desktop where Qt lets it claim each chord with Ctrl."""
    focus.clearFocus()
    if isinstance(focus, _WRITTEN_IN):
        focus.installEventFilter(claims)
    focus.setFocus()


def stops(window):
    """Return where the keyboard is and where F6 brings it, a field of each kind, and what has its own keys."""
    page, within = window.page(), reachable(window)
    places = [QApplication.focusWidget(), *(first_focus(pane) for pane in window._panes())]
    fields = [each for each in within if isinstance(each, _TYPED_INTO) and page.isAncestorOf(each)]
    owners = [owner for action in acts(window) for owner in action.associatedObjects() if owner in within]
    kinds = {next(kind for kind in _TYPED_INTO if isinstance(each, kind)): each for each in reversed(fields)}
    return [each for each in dict.fromkeys((*places, *kinds.values(), *owners)) if each is not None]


@pytest.mark.parametrize("name", STATES)
def test_every_key_reaches_its_act_and_no_other(qtbot, arrived, name):
    window = arrived(name).window
    everything = acts(window)
    recorder, claims, pressed = Recorder(everything), Claims(), set()
    for action in everything:
        action.setEnabled(True)  # nothing is done; what is closed now may be open a moment later
    for focus in stops(window):
        give_keyboard(focus, claims)
        for action in everything:
            for keys in action.shortcuts():
                chord = keys[0]
                if not acts_at(action, focus):
                    continue
                if belongs_to_the_field(focus, chord):
                    alone = chord.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
                    assert alone != Qt.KeyboardModifier.ControlModifier or key_text(keys) in kept_keys(focus)
                    continue
                recorder.got.clear()
                QTest.keyClick(focus, chord.key(), chord.keyboardModifiers())
                told = [(act.text(), ambiguous) for act, ambiguous in recorder.got]
                assert told == [(action.text(), False)], (key_text(keys), type(focus).__name__)
                pressed.add(action)
    possible = {action for action in everything if action.isEnabled() and action.isVisible()}
    unpressed = {
        action.text() for action in possible - pressed if any(acts_at(action, each) for each in reachable(window))
    }
    assert not unpressed, unpressed


def chords_of(group):
    """Return every single chord of a group of Bantuan as it stands on caps."""
    each = (chord for keys in group for chord in _WRITTEN_TOGETHER.get(keys, keys.split(" / ")))
    return ["Delete" if chord == "Del" else chord for chord in each]


def listed(screen):
    return {chord for title, keys in KEYS if title in (ANYWHERE, *GROUPS[screen]) for chord in chords_of(dict(keys))}


@pytest.mark.parametrize("name", STATES)
def test_bantuan_lists_the_key_of_every_act(qtbot, arrived, name):
    window = arrived(name).window
    known = listed(window.key())
    missing = {
        (key_text(keys), action.text())
        for action in acts(window)
        for keys in action.shortcuts()[:1]
        if key_text(keys) not in known
    }
    assert not missing, missing


FULL = {
    ANYWHERE: "butir pilihan", "Penilaian": "butir pilihan", "Catatan & rekomendasi": "catatan evaluasi",
    "Data dukung": "butir ya tidak", "Beranda": "beranda", "Kunjungan": "kunjungan", "Tinjau & tanda tangan": "tanda tangan",
    "Impor LKE": "impor", "Beda penilaian": "beda penilaian", "Simpanan gabungan": "simpanan gabungan",
    "Sinkronisasi": "sinkron", "Pengaturan": "pengaturan", "Pengaturan, edisi lembar kerja": "pengaturan",
}  # fmt: skip
"""Where everything is there that a group of Bantuan names."""
OF_DIALOGS = {"Tahun lalu, dari Penilaian", "Prasyarat"}
WITHOUT_ACTS = {
    ANYWHERE: {"Ctrl+Enter", "Alt+B", "Esc"},
    "Penilaian": {"1–5", "Enter", "Shift+Enter", "Esc"},
    "Catatan & rekomendasi": {"Shift+F8", "Enter"},
    "Data dukung": {"Enter", "S", "K", "T", "P", "Delete", "Ctrl+O"},
    "Kunjungan": {"Enter", "Spasi"},
    "Tinjau & tanda tangan": {"→", "←"},
    "Impor LKE": {"Enter", "Ctrl+Alt+R", "Esc"},
    "Beda penilaian": {"F7", "1–9", "A–E, Y, T", "Enter", "Esc"},
    "Sinkronisasi": {"Enter"},
}
"""Keys that a list, a field or a dialog takes itself, or that lead here from another screen; tests of their own press them."""


def test_every_group_of_bantuan_is_looked_at():
    assert {title for title, _ in KEYS} == set(FULL) | OF_DIALOGS


@pytest.mark.parametrize("title", FULL)
def test_what_bantuan_lists_is_there(qtbot, arrived, title):
    found = [each for each in acts(arrived(FULL[title]).window) if each.parent().isVisible()]
    there = {key_text(keys) for action in found for keys in action.shortcuts()}
    named = set(chords_of(dict(dict(KEYS)[title])))
    assert named - there == WITHOUT_ACTS.get(title, set())
