"""What the tree shows is painted anew in every row in sight when all of it is another, above all when scores are hidden."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QRegion


class Painted(QObject):
    """Collects where a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 (the signature of Qt)
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


@pytest.mark.parametrize("hidden", [True, False], ids=["hidden", "shown"])
def test_every_row_in_sight_is_painted_anew_when_scores_are_hidden_or_shown(qtbot, page, hidden):
    page.acts.hide_scores.setChecked(not hidden)
    viewport = page.place.tree.tree.viewport()
    qtbot.wait(0)
    painted = Painted(viewport)
    page.acts.hide_scores.setChecked(hidden)

    def whole():
        return (QRegion(viewport.rect()) - painted.region).isEmpty()

    qtbot.waitUntil(whole)
