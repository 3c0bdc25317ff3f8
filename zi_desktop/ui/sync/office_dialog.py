"""Beda pengaturan instansi: what two laptops call the office, side by side; nothing is chosen beforehand."""

import base64
import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zi_desktop.domain.errors import ZiError
from zi_desktop.services.exchange.office_disputes import LOGO, OfficeDispute, OfficeDisputes, OfficeVersion
from zi_desktop.ui.dates import recorded
from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.choices import TickBox
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label

_WIDTH: Final = 640
_EDGE: Final = 48
_LOGO_HEIGHT: Final = 48
_COLUMNS: Final = 2


class OfficeDialog(DialogFrame):
    """Asks which value stands for each setting; all are stated together with Ctrl+Enter."""

    def __init__(self, disputes: OfficeDisputes, found: Sequence[OfficeDispute], parent: QWidget) -> None:
        super().__init__(parent.tr("Beda pengaturan instansi"), parent.tr("Pakai yang dipilih"), parent)
        self.setFixedWidth(min(_WIDTH, parent.window().width() - _EDGE))
        self._disputes, self._found = disputes, found
        self.add_words(
            self.tr(
                "Dua laptop mengisi pengaturan ini berbeda. Pilih yang dipakai pada kertas kerja; yang lain tetap ada di riwayat."
            )
        )
        self.groups: list[QButtonGroup] = []
        for dispute in found:
            self.body.addWidget(text_label(dispute.title, "strong"))
            self.body.addLayout(self._versions(dispute))
        self.confirm_button.setEnabled(False)
        self.groups[0].buttons()[0].setFocus()

    def confirm(self) -> None:
        """State what was chosen; what changed meanwhile is refused and nothing of it is overwritten."""
        if not self.confirm_button.isEnabled():
            return
        for dispute, group in zip(self._found, self.groups, strict=True):
            try:
                self._disputes.choose(dispute, dispute.versions[group.checkedId()])
            except ZiError as refusal:
                self.refuse_at(group.button(group.checkedId()), str(refusal))
                return
        self.accept()

    def _versions(self, dispute: OfficeDispute) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        group = QButtonGroup(self)
        group.idToggled.connect(lambda *_: self._follow())
        self.groups.append(group)
        for number, version in enumerate(dispute.versions):
            grid.addWidget(self._card(dispute, version, group, number), number // _COLUMNS, number % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

    def _card(self, dispute: OfficeDispute, version: OfficeVersion, group: QButtonGroup, number: int) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "panel")
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        tick = TickBox(self.tr("Pakai yang ini"))
        words = _words(dispute, version)
        tick.setAccessibleName(f"{dispute.title}: {words}, {version.author}")
        group.addButton(tick, number)
        column.addWidget(_picture(version) if dispute.cell == LOGO and version.value else _text(words))
        by = text_label(f"{version.author} · {recorded(dt.datetime.fromisoformat(version.at))}", "small")
        by.setWordWrap(True)
        column.addWidget(by)
        column.addStretch()
        row = QHBoxLayout()
        row.addWidget(tick)
        row.addStretch()
        column.addLayout(row)
        return frame

    def _follow(self) -> None:
        self.confirm_button.setEnabled(all(group.checkedId() >= 0 for group in self.groups))


def _words(dispute: OfficeDispute, version: OfficeVersion) -> str:
    if dispute.cell == LOGO:
        return "Logo" if version.value else "Tanpa logo"
    value = version.value
    return "\n".join(value) if isinstance(value, list) else str(value or "–")


def _text(words: str) -> QLabel:
    label = text_label(words)
    label.setWordWrap(True)
    return label


def _picture(version: OfficeVersion) -> QLabel:
    picture, label = QPixmap(), QLabel()
    picture.loadFromData(base64.b64decode(str(version.value)))
    label.setPixmap(picture.scaledToHeight(_LOGO_HEIGHT, Qt.TransformationMode.SmoothTransformation))
    return label
