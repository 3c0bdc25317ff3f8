"""A new remark (F8) from anywhere in an evaluation, about the item that is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.services.composition import Services
from zi_desktop.services.remarks import RemarkEntry
from zi_desktop.ui.remarks.fields import new_fields, remark_dialog
from zi_desktop.ui.widgets.buttons import shortcut_action


@dataclass(frozen=True, slots=True)
class Site:
    """Where a remark is written down: id of the evaluation, code of the item."""

    evaluation: str
    code: str


class RemarkDesk(QObject):
    """The action of a screen that shows an item; ``stated`` carries the evaluation after a remark was kept.

    Args:
        services: all services.
        owner: the screen over which the dialog opens, and that lists the action.
        site: gives the place, asked when the dialog opens.
    """

    stated = Signal(str)

    def __init__(self, services: Services, owner: QWidget, site: Callable[[], Site]) -> None:
        super().__init__(owner)
        self._remarks = services.remarks
        self._owner = owner
        self._site = site
        self.add = shortcut_action(
            owner, self.tr("Catatan baru…"), "F8", self.tr("rekomendasi tindak lanjut kondisi tenggat penanggung jawab")
        )
        self.add.triggered.connect(self.open_new)

    def allow(self, *, allowed: bool) -> None:
        """Open or close the action: a signed evaluation takes no new remark."""
        self.add.setEnabled(allowed)

    def open_new(self) -> None:
        """Ask for a remark about the item that is shown, and keep it."""
        site = self._site()

        def keep(values: Mapping[str, str]) -> None:
            self._remarks.add(site.evaluation, RemarkEntry(item=site.code, **values))

        title = self.tr("Catatan baru · butir {code}").format(code=site.code)
        dialog = remark_dialog(title, new_fields(), keep, self._owner)
        dialog.accepted.connect(lambda: self.stated.emit(site.evaluation))
        dialog.open()
