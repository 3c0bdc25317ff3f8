"""The signed copy of the berita acara, looked at from Kunjungan."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from zi_desktop.ui.evidence.preview_dialog import PreviewDialog
from zi_desktop.ui.evidence.scans import ScanDesk


def test_the_signed_copy_is_looked_at_by_key(qtbot, page, visited, jobs, tmp_path):
    desk = ScanDesk(visited.services, jobs, page)
    page.scans_requested.connect(desk.open)
    assert not page.acts.scans.isEnabled()
    for name in ("BA lama.txt", "BA baru.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
        visited.services.visits.attach_minutes(visited.id, tmp_path / name)
    page.activate()
    assert page.day.scans.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in page.findChildren(PreviewDialog)))
    dialog = page.findChild(PreviewDialog)
    assert {dialog.form.name.text()} < {"BA lama.txt", "BA baru.txt"}
    assert dialog.form.state.isHidden()
    qtbot.waitUntil(lambda: "program lain" in dialog.form.picture.words)
    qtbot.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.form.position.text() == "2 dari 2"
    dialog.reject()
