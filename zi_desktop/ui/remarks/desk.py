"""Remarks from an item: a new one (F8), and the card that shows those that there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.typed_drafts import new_remark
from zi_desktop.ui.remarks.card import RemarkCard
from zi_desktop.ui.remarks.card_shown import EMPTY, CardShown, cards_of
from zi_desktop.ui.remarks.fields import new_fields, stand_close
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog


@dataclass(frozen=True, slots=True)
class Site:
    """Where a remark is written down: id of the evaluation, code of the item, whether the evaluation is closed."""

    evaluation: str
    code: str
    read_only: bool


class RemarkDesk(QObject):
    """The actions of a screen that shows an item, and its card.

    ``stated`` carries the evaluation after a remark was kept, ``opened`` the evaluation and the remark to be seen.

    Args:
        services: all services.
        owner: the screen over which the dialog opens, and that lists the actions.
        card: shows the remarks of the item.
        site: tells where the person is, None while nothing is open.
    """

    stated = Signal(str)
    opened = Signal(str, str)

    def __init__(self, services: Services, owner: QWidget, card: RemarkCard, site: Callable[[], Site | None]) -> None:
        super().__init__(owner)
        self._services, self._owner, self._card, self._site = services, owner, card, site
        self._here: Site | None = None
        self._cards: Mapping[str, CardShown] = {}
        self._drafted: frozenset[str] = frozenset()
        self._fresh = False
        self.add = shortcut_action(
            owner, self.tr("Catatan baru…"), "F8", self.tr("rekomendasi tindak lanjut kondisi tenggat penanggung jawab")
        )
        self.look = shortcut_action(
            owner, self.tr("Catatan tentang butir"), "Shift+F8", self.tr("rekomendasi tindak lanjut buka lihat")
        )
        self.add.triggered.connect(self.open_new)
        self.look.triggered.connect(self._open_shown)
        card.add_asked.connect(self.open_new)
        card.opened.connect(self._open)
        owner.installEventFilter(self)  # remarks change on other screens
        self.refresh()

    def refresh(self) -> None:
        """Follow to another item; nothing is read while the evaluation stays, whatever is answered in it."""
        site = self._site()
        if site == self._here:
            return
        if site is None or self._here is None or site.evaluation != self._here.evaluation:
            self._read(site)
        self._here = site
        self._show()

    def reload(self) -> None:
        """Read the remarks again."""
        self._here = self._site()
        self._read(self._here)
        self._show()

    def open_new(self) -> None:
        """Ask for a remark about the item that is shown, and keep it."""
        site, remarks, drafts = self._site(), self._services.remarks, self._services.typed_drafts
        if site is None or self._closed(site):
            return

        def save(values: Mapping[str, str]) -> None:
            remarks.add(site.evaluation, RemarkEntry(item=site.code, **values))

        title = self.tr("Catatan baru · butir {code}").format(code=site.code)
        dialog = DraftedDialog(
            title, new_fields(), save, self._owner, drafts.draft(site.evaluation, new_remark(site.code))
        )
        stand_close(dialog)
        dialog.accepted.connect(lambda: self.stated.emit(site.evaluation))
        dialog.finished.connect(self.reload)
        # Not every window manager gives the keyboard back by itself.
        dialog.finished.connect(self._owner.window().activateWindow)
        dialog.open()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Read again when the screen comes to the front."""
        if event.type() == QEvent.Type.Hide:
            self._fresh = False
        elif event.type() == QEvent.Type.Show and not self._fresh:
            self._here = None
            self.refresh()
        return False

    def _read(self, site: Site | None) -> None:
        self._fresh = True
        if site is None:
            self._cards, self._drafted = {}, frozenset()
            return
        self._drafted = self._services.typed_drafts.new_remarks(site.evaluation)
        remark_list, today = self._services.remark_list, self._services.workspace.now().date()
        rows, earlier = remark_list.rows(evaluation=site.evaluation), remark_list.earlier(site.evaluation)
        self._cards = cards_of(rows, earlier, today)

    def _show(self) -> None:
        site = self._here
        closed = site is None or self._closed(site)
        self.add.setEnabled(not closed)
        shown = self._cards.get(site.code, EMPTY) if site else EMPTY
        if site and not closed and site.code in self._drafted:
            shown = replace(shown, drafted=True)
        self.look.setEnabled(bool(shown.ident))
        self._card.show_card(shown, read_only=closed)

    def _closed(self, site: Site) -> bool:
        return site.read_only or not self._services.workspace.database.writable

    def _open_shown(self) -> None:
        if self._here is not None and (shown := self._cards.get(self._here.code)):
            self._open(shown.ident)

    def _open(self, ident: str) -> None:
        if self._here is not None:
            self.opened.emit(self._here.evaluation, ident)
