"""Tinjau & tanda tangan in the window: where the keyboard goes after a signature, which keys the status bar says."""

import pytest
from builders import AHMAD, NIP_AHMAD, SECRET, p12
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_desktop import whole_desktop

from zi_desktop.ui.navigation import SIGNING

OWN = "kunci milik sendiri"


@pytest.fixture
def page(qtbot, theme, scored, tmp_path):
    """The screen in the whole window; the person here has an own key."""
    scored.services.identities.new(OWN)
    with whole_desktop(qtbot, scored.services, theme, tmp_path, scored.id) as desktop:
        desktop.window.page().choose_tab(SIGNING)
        page = desktop.window.page()
        qtbot.waitUntil(lambda: page.preview.has_paper() and page.acts.fingerprint.isEnabled())
        yield page


def sign(qtbot, page, passphrase):
    form = page.signatures.form
    form.passphrase.setFocus()
    qtbot.keyClicks(form.passphrase, passphrase)
    qtbot.waitUntil(page.acts.read.isEnabled)
    form.read.setChecked(True)
    with qtbot.waitSignal(page._sealing.signed, timeout=60_000):
        qtbot.keyClick(form.passphrase, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.isEnabled() and "utuh" in form.message.text())


def keys(page):
    return [hint.keys for hint in page.key_hints()]


def test_after_each_signature_the_keyboard_is_at_the_next_act(qtbot, page, scored, tmp_path):
    sign(qtbot, page, OWN)
    form = page.signatures.form
    assert QApplication.focusWidget() is form.choose
    file = tmp_path / "kunci.p12"
    file.write_bytes(p12(AHMAD, NIP_AHMAD))
    page.signatures.choose_file(file)
    sign(qtbot, page, SECRET)
    assert QApplication.focusWidget() is form.folder
    page.activate()
    assert QApplication.focusWidget() is page.checks.form.checks


def test_the_key_that_signs_is_told_only_while_it_does(qtbot, page):
    form = page.signatures.form
    assert "Ctrl+Enter" not in keys(page)
    with qtbot.waitSignal(page.hints_changed):
        form.passphrase.setText(OWN)
        form.read.setChecked(True)
    assert "Ctrl+Enter" in keys(page)
    with qtbot.waitSignal(page.hints_changed):
        form.passphrase.clear()
    assert "Ctrl+Enter" not in keys(page)
