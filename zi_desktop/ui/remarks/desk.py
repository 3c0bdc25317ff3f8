"""A new remark (F8) from anywhere in an evaluation, about the item that is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.remark_terms import ORIGINS, TEXTS
from zi_desktop.services.composition import Services
from zi_desktop.services.remarks import RemarkEntry
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.buttons import shortcut_action
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind
from zi_desktop.ui.widgets.lines_field import LinesField

_LINES: Final = 2
"""Lines of the two long texts: the whole dialog stands in the smallest window."""


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
        dialog = FieldsDialog(title, self._fields(), keep, self._owner)
        dialog.rows.setVerticalSpacing(Space.XS)
        for field in dialog.fields.values():
            if isinstance(field, LinesField):
                field.show_lines(_LINES)
        dialog.accepted.connect(lambda: self.stated.emit(site.evaluation))
        dialog.open()

    def _fields(self) -> tuple[Field, ...]:
        needed = {"condition": self.tr("Kondisi belum diisi."), "recommendation": self.tr("Rekomendasi belum diisi.")}
        hint = self.tr("Wajib diisi")
        return (
            *(Field(key, TEXTS[key], Kind.LINES, hint=hint, needed=sentence) for key, sentence in needed.items()),
            Field("criterion", TEXTS["criterion"], hint=self.tr("Bila kosong: yang diminta butir ini")),
            Field("cause", TEXTS["cause"]),
            Field("effect", TEXTS["effect"]),
            Field("responsible", TEXTS["responsible"]),
            Field("due", self.tr("Tenggat"), Kind.DAY),
            Field("origin", self.tr("Asal"), Kind.SEGMENTS, "tpi", tuple(ORIGINS.items())),
        )
