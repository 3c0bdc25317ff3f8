"""What is offered while words are typed looks like every other list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from zi_desktop.ui.tokens import Height
from zi_desktop.ui.widgets.suggestions import dress_suggestions


def test_each_offer_is_as_high_as_a_row(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    completer = QCompleter(["Lapas Contoh", "Rutan Contoh"], field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    dress_suggestions(completer)
    completer.setCompletionPrefix("Contoh")
    offered = completer.popup()
    qtbot.addWidget(offered)
    offered.ensurePolished()
    assert [offered.sizeHintForRow(row) >= Height.ROW for row in range(2)] == [True, True]
