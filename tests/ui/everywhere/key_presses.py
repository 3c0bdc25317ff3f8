"""What a pressed key would set off: told before anything is done."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Recorder(QObject):
    """Takes what a key would set off before anything is done; an act is told with whether its key is another's too."""

    def __init__(self, actions):
        super().__init__()
        self.got = []
        for action in actions:
            action.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 (the name that Qt calls)
        if event.type() != QEvent.Type.Shortcut:
            return False
        self.got.append((watched, event.isAmbiguous()))
        return True


class Claims(QObject):
    """Claims every chord with Ctrl for the field it watches, as Qt lets a field do with more or fewer by the desktop."""

    def eventFilter(self, _watched, event):  # noqa: N802 (the name that Qt calls)
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.key() in _ENTER:
            return False  # Enter is claimed by fields that do something with it
        event.accept()
        return True


def acts_at(action, focus):
    """Tell whether the key of an act counts while a widget has the keyboard, by the act's own word."""
    if not action.isEnabled() or not action.isVisible():
        return False
    owners = [each for each in action.associatedObjects() if isinstance(each, QWidget) and not isinstance(each, QMenu)]
    owners = [each for each in owners if each.isVisible() and each.isEnabled()]
    match action.shortcutContext():
        case Qt.ShortcutContext.WidgetShortcut:
            return focus in owners
        case Qt.ShortcutContext.WidgetWithChildrenShortcut:
            return any(owner is focus or owner.isAncestorOf(focus) for owner in owners)
        case _:
            return bool(owners)
