"""The window: navigation between screens and the keys that act everywhere, nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from zi_desktop.ui.commands import describe, possible
from zi_desktop.ui.dialog_keys import DialogKeys
from zi_desktop.ui.page import Page
from zi_desktop.ui.panes import next_pane
from zi_desktop.ui.rail import Rail, RailButton
from zi_desktop.ui.status_line import Network, StatusLine
from zi_desktop.ui.tokens import Height
from zi_desktop.ui.top_bar import TopBar
from zi_desktop.ui.whereabouts import PALETTE, Whereabouts
from zi_desktop.ui.widgets.messages import MessageBar
from zi_desktop.ui.widgets.pills import Tone

MINIMUM: Final = QSize(900, 500)
_TABS: Final = 5


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail; its screen is made when it is first shown.

    Args:
        key: by which the screen is shown.
        text: under the icon.
        icon: name of a drawing.
        make: makes the screen.
        keys: chord that shows it from everywhere, or "": several are divided by "; ", the first one stands on caps.
        below: stands at the foot of the rail.
        within: the entry that stands for this screen, which then has none of its own.
        words: other words by which Ctrl+K finds it.
    """

    key: str
    text: str
    icon: str
    make: Callable[[], Page]
    keys: str = ""
    below: bool = False
    within: str = ""
    words: str = ""


class MainWindow(QMainWindow):
    """Holds the screens. ``palette_requested`` and ``next_evaluation_requested`` are answered by whoever made it."""

    palette_requested = Signal()
    next_evaluation_requested = Signal()
    page_shown = Signal(str)
    closing = Signal()

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setWindowTitle("ZI Desktop")
        self.setMinimumSize(MINIMUM)
        self._places = {place.key: place for place in places}
        self._pages: dict[str, Page] = {}
        self._tools: dict[Page, tuple[Sequence[QWidget], QWidget]] = {}
        self._top = TopBar()
        self._message = MessageBar(closable=True, across=True)
        self._stack = QStackedWidget()
        self.status = StatusLine()
        self._dialog_keys = DialogKeys(self)
        self._whereabouts = Whereabouts(self, self._stack)
        self._rail = Rail()
        self._entries: dict[str, QAction] = {}
        self._rail_buttons: dict[str, RailButton] = {}
        self._tabs: list[QAction] = []
        self._focused: QWidget | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self.key_before = ""
        """Of the screen that was in front before this one, "" before the second."""
        self._build_bars()
        self._build_middle()
        self._build_actions()
        self.setStatusBar(self.status)
        self._dialog_keys.changed.connect(self._show_hints)
        self._whereabouts.moved.connect(self._show_hints)
        self._top.tab_chosen.connect(lambda key: self.page().choose_tab(key))

    def show_page(self, key: str) -> Page:
        """Bring a screen to the front and return it."""
        self._mark(self.key())  # a press marked its own entry already, and not every screen can be made
        page = self.screen_of(key)
        if key != self.key():
            self.key_before = self.key()
        self._mark(key)
        self._stack.setCurrentWidget(page)
        self.status.show_all_saved()  # until the screen says more: what the last one said is not about this one
        page.activate()
        self._show_heading()
        self._show_hints()
        self.page_shown.emit(key)
        return page

    def screen_of(self, key: str) -> Page:
        """Return a screen, which stays where it is; it is made the first time."""
        if key not in self._pages:
            self._adopt(key, self._places[key].make())
        return self._pages[key]

    def key(self) -> str:
        """Return the key of the screen in front, "" before the first."""
        return next((key for key, page in self._pages.items() if page is self._stack.currentWidget()), "")

    def page(self) -> Page:
        """Return the screen in front."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def commands(self) -> Sequence[QAction]:
        """Return what can be done now: the actions of the screen in front and of its parts, then those of the window."""
        return possible(self.page(), self)

    def show_message(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        """Show a sentence under the top bar until it is closed (Esc)."""
        self._message.show_message(sentence, tone)
        self._close_message.setDisabled(False)

    def take_back_message(self, sentence: str) -> None:
        """Take a sentence away that is about a screen no longer in front, if it still stands."""
        if self._message.text() == sentence:
            self._message.hide()
            self._close_message.setDisabled(True)

    def add_last_tool(self, tool: QWidget) -> None:
        """Let a tool stand at the right end of the top bar on every screen."""
        self._top.add_last(tool)

    def show_unsent(self, count: int, network: Network) -> None:
        """Show on the rail how many evaluations wait to be sent, and in the status bar how that stands."""
        if (button := self._rail_buttons.get("sinkron")) is not None:
            button.set_badge(count)
        self.status.show_network(network)

    def take_input(self, *, allowed: bool) -> None:
        """Close or open everything that changes something, while an exclusive job runs; the focus comes back after it."""
        if not allowed:
            self._focused = self.focusWidget()
        self._stack.setEnabled(allowed)
        self._rail.setEnabled(allowed)
        self._top.setEnabled(allowed)
        for action in self.actions():
            if action is not self._close_message:
                action.setEnabled(allowed)
        if allowed:
            self.page().activate()
            self._give_back_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc close the message where nothing inside wants it."""
        if event.key() == Qt.Key.Key_Escape and self._close_message.isEnabled():
            self._message.close_message()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window closes, then close; whoever made it may want to ask first."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _build_bars(self) -> None:
        self._add_bar("top", self._top, Qt.ToolBarArea.TopToolBarArea).setFixedHeight(Height.TOP_BAR)
        self._add_bar("rail", self._rail, Qt.ToolBarArea.LeftToolBarArea)
        group = QActionGroup(self)
        for place in self._places.values():
            if place.within:
                continue
            entry = self._action(place.text, place.keys, partial(self.show_page, place.key), place.words)
            entry.setCheckable(True)
            group.addAction(entry)
            self._entries[place.key] = entry
            self._rail_buttons[place.key] = self._rail.add_entry(entry, place.icon, below=place.below)

    def _add_bar(self, name: str, content: QWidget, area: Qt.ToolBarArea) -> QToolBar:
        bar = QToolBar(self)
        bar.setObjectName(name)
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.toggleViewAction().setVisible(False)
        bar.addWidget(content)
        self.addToolBar(area, bar)
        return bar

    def _build_middle(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._message)
        column.addWidget(self._stack, 1)
        self._message.closed.connect(self._leave_message)
        self.setCentralWidget(middle)

    def _build_actions(self) -> None:
        palette = self._action(self.tr("Perintah"), PALETTE, self.palette_requested.emit)
        palette.setProperty("unlisted", True)
        self._action(self.tr("Petunjuk"), "F1", self._show_guidance, self.tr("penjelasan panduan cara"))
        self._action(self.tr("Panel berikutnya"), "F6", lambda: next_pane(self._panes(), +1))
        self._action(self.tr("Panel sebelumnya"), "Shift+F6", lambda: next_pane(self._panes(), -1))
        self._action(
            self.tr("Evaluasi terbuka berikutnya"),
            "Ctrl+Tab",
            self.next_evaluation_requested.emit,
            self.tr("ganti pindah"),
        )
        for number in range(_TABS):
            keys = f"Ctrl+{number + 1}"
            self._tabs.append(self._action("", keys, partial(self._choose_tab, number)))
        self._action(self.tr("Keluar"), "Ctrl+Q", self.close, self.tr("tutup program aplikasi selesai"))
        self._close_message = self._action(self.tr("Tutup pesan"), "", self._message.close_message)
        describe(self._close_message, keys="Esc")
        self._close_message.setDisabled(True)

    def _give_back_focus(self) -> None:
        """Bring the keyboard back to where it was, if that is still there."""
        focused, self._focused = self._focused, None
        if focused is not None and isValid(focused) and focused.isVisible() and focused.isEnabled():
            focused.setFocus()

    def _leave_message(self, held: bool) -> None:  # noqa: FBT001 (as the signal carries it)
        self._close_message.setDisabled(True)
        if held:
            self.page().activate()

    def _action(self, text: str, keys: str, act: Callable[[], object], words: str = "") -> QAction:
        action = QAction(text, self)
        describe(action, words=words)
        if keys:
            action.setShortcuts(QKeySequence.listFromString(keys))
        action.triggered.connect(lambda _checked: act())
        self.addAction(action)
        return action

    def _mark(self, key: str) -> None:
        """Mark on the rail the screen that is in front."""
        if key:
            self._entries[self._places[key].within or key].setChecked(True)

    def _adopt(self, key: str, page: Page) -> None:
        self._pages[key] = page
        self._stack.addWidget(page)
        page.heading_changed.connect(lambda: self._follow(page))
        page.hints_changed.connect(self._show_hints)
        page.save_state_changed.connect(self.status.show_save_state)

    def _follow(self, page: Page) -> None:
        """Show the heading of a screen anew if it is in front."""
        if page is self._stack.currentWidget():
            self._show_heading()

    def _show_heading(self) -> None:
        heading = self.page().heading()
        self._top.show_heading(heading)
        self.setWindowTitle(f"{heading.title} – ZI Desktop")
        for number, action in enumerate(self._tabs):
            tab = heading.tabs[number] if number < len(heading.tabs) else None
            action.setText(tab.text.replace("&", "&&") if tab else "")
            action.setProperty("unlisted", tab is None or tab.key == heading.tab)
            describe(action, words=f"{self.tr('tab pindah buka')} {tab.words if tab else ''}")
        self._show_tools()

    def _show_tools(self) -> None:
        """Show the tools of the screen in front; it may have others than when it was made."""
        page, tools = self.page(), self.page().tools()
        if page not in self._tools or self._tools[page][0] != tools:
            self._tools[page] = (tools, self._top.add_tools(tools))
        self._top.show_tools(self._tools[page][1])

    def _show_hints(self) -> None:
        dialog = self._dialog_keys.hints()
        hints = self._whereabouts.told(self.page().key_hints(), lambda: (*self.commands(), *self.actions()))
        self.status.show_hints(hints if dialog is None else dialog)

    def _choose_tab(self, number: int) -> None:
        tabs = self.page().heading().tabs
        if number < len(tabs):
            self.page().choose_tab(tabs[number].key)

    def _show_guidance(self) -> None:
        if not self.page().show_guidance() and "bantuan" in self._places:
            self.show_page("bantuan")

    def _panes(self) -> Sequence[QWidget]:
        return [*self.page().panes(), self._top, self._rail]
