"""Buttons that stand for an action: text, key and state come from the action itself."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QPushButton, QToolButton, QWidget

from zi_desktop.ui.commands import describe
from zi_desktop.ui.icons import icon
from zi_desktop.ui.key_names import key_text
from zi_desktop.ui.tokens import IconSize
from zi_desktop.ui.widgets.labels import KeyCap

LINK_EDGE: Final = 2
"""Logical pixels beside the words of a link, where its edge is while it has the keyboard: a row that ends with one
has a spacing of minus so many after it, so that the words end where others do."""
_ROUND_WORDS = 14
"""Logical pixels that come with the words of a button: between them and its icon, and more room at both sides."""
_ICON_INK = {"primary": "on_accent", "": "text", "link": "accent_text"}


def push_button(text: str, look: str = "", icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button in one of the looks of the style sheet: "" (plain), primary, small, flat, link."""
    return dressed(QPushButton(text, parent), look, icon_name)


def dressed(button: QPushButton, look: str = "", icon_name: str = "") -> QPushButton:
    """Give a button, for example one of a form, its look and icon."""
    if look:
        button.setProperty("look", look)
    if icon_name:
        button.setIcon(icon(icon_name, _ICON_INK.get(look, "text2"), "accent_text"))
        button.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
    # A click leaves the keyboard where it was: keys act on what is being scored.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def action_button(action: QAction, look: str = "", icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button that does what the action does and follows its state."""
    return dressed(ActionButton(action, parent), look, icon_name)


def icon_button(action: QAction, icon_name: str, parent: QWidget | None = None) -> QToolButton:
    """Return a button that shows only an icon; the action's text and key are its tooltip."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    action.setIcon(icon(icon_name, "text2", "accent_text"))
    button.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    action.setToolTip(tip_of(action))
    button.setAccessibleName(action.text())
    return button


def more_button(actions: Sequence[QAction], name: str, parent: QWidget | None = None) -> QToolButton:
    """Return the "…" button with further actions in its menu; ``name`` is what it is called."""
    button = QToolButton(parent)
    menu = QMenu(button)
    menu.addActions(list(actions))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setIcon(icon("more", "text2"))
    button.setIconSize(QSize(IconSize.BUTTON, IconSize.BUTTON))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def tip_of(action: QAction) -> str:
    """Return the tooltip of an action: what it says itself, else its text, with its key."""
    keys = key_text(action.shortcut())
    text = action.statusTip() or action.text().replace("&&", "&")
    return f"{text} ({keys})" if keys else text


def shortcut_action(owner: QWidget, text: str, keys: str = "", words: str = "") -> QAction:
    """Return an action of a screen: it acts wherever in the window the keyboard is, and Ctrl+K lists it.

    Args:
        owner: the widget that must be in sight for it; the keys of a list act only in the list itself.
        text: what it is called.
        keys: its chord, or "".
        words: other words by which Ctrl+K finds it.
    """
    action = QAction(text, owner)
    describe(action, words=words)
    if keys:
        action.setShortcut(QKeySequence(keys))
    if isinstance(owner, QAbstractItemView):
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    owner.addAction(action)
    return action


class ActionButton(QPushButton):
    """Follows its action for as long as it lives."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._brief = False
        self._follow()
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)

    def be_brief(self, *, brief: bool) -> None:
        """Show the icon alone, where there is one, or the words beside it again."""
        brief = brief and not self.icon().isNull()
        if brief is not self._brief:
            self._brief = brief
            self.setProperty("brief", brief)
            self.style().polish(self)
        self.setText("" if self._brief else self._action.text())

    def words_width(self) -> int:
        """Return the logical pixels by which it would be wider with its words; 0 while it shows them."""
        return self.fontMetrics().horizontalAdvance(self._action.text()) + _ROUND_WORDS if self._brief else 0

    def _follow(self) -> None:
        action = self._action
        self.setText("" if self._brief else action.text())
        self.setAccessibleName(action.text())
        self.setEnabled(action.isEnabled())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.setToolTip(tip_of(action))
        if self.parentWidget() is not None or not action.isVisible():
            self.setVisible(action.isVisible())


class ActionCap(KeyCap):
    """The key of an action, to stand beside its button: shown and greyed as that is."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(key_text(action.shortcut()), parent)
        self._action = action
        self._follow()
        action.changed.connect(self._follow)

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        if self.parentWidget() is not None or not self._action.isVisible():
            self.setVisible(self._action.isVisible())
