"""What can be done now, and what the palette is told of an action beside its text and shortcut."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.key_names import key_text

_WORDS = "words"
_KEYS = "keys"


def describe(action: QAction, *, words: str = "", keys: str = "") -> None:
    """Tell the palette more of an action.

    Args:
        action: which the palette lists.
        words: other words by which somebody may look for it, for example ``verifikasi``; they are never shown.
        keys: the key as written on its cap where the screen answers it by itself and the action has no shortcut.
    """
    if words:
        action.setProperty(_WORDS, words)
    if keys:
        action.setProperty(_KEYS, keys)


def words_of(action: QAction) -> str:
    """Return the other words for an action, or ""."""
    return str(action.property(_WORDS) or "")


def keys_of(action: QAction) -> str:
    """Return the key of an action as written on its cap, or ""."""
    return key_text(action.shortcut()) or str(action.property(_KEYS) or "")


def possible(page: QWidget, window: QWidget) -> list[QAction]:
    """Return what can be done now: the actions of a screen and of its parts in sight, then those of its window."""
    everything = (*page.actions(), *_of_parts(page), *window.actions())
    return [action for action in dict.fromkeys(everything) if _listed(action)]


def _of_parts(page: QWidget) -> list[QAction]:
    """Return the actions that belong to what can be seen inside a screen."""
    owned = ((action, action.parent()) for action in page.findChildren(QAction))
    return [action for action, owner in owned if isinstance(owner, QWidget) and owner.isVisible() and action.text()]


def _listed(action: QAction) -> bool:
    return action.isEnabled() and action.isVisible() and not action.property("unlisted")
