"""The list that opens below a field while words are typed into it, in the look of every other list."""

from PySide6.QtWidgets import QCompleter, QStyledItemDelegate


def dress_suggestions(completer: QCompleter) -> None:
    """Give the list of a completer the rows of a list; Qt paints them by a delegate that knows no style sheet."""
    shown = completer.popup()
    assert shown is not None  # Qt makes it when it is asked for
    shown.setProperty("look", "suggestions")
    shown.setItemDelegate(QStyledItemDelegate(shown))
