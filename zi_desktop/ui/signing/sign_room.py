"""The height of the right part: what is only told takes less room, what is asked scrolls and ends with a whole row."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from zi_desktop.ui.fonts import text_scale
from zi_desktop.ui.forms.ui_signing_signers import Ui_SigningSigners
from zi_desktop.ui.tokens import Space

_FORM_FROM: Final = 480
"""Logical pixels of height at normal text size from which the form of the signature is told."""
_REASON_FROM: Final = 460
"""Logical pixels of height beside the signers, at normal text size, from which reason and place have a title."""


class SignRoom(QObject):
    """Gives the parts of a panel their room."""

    def __init__(self, panel: QFrame, form: Ui_SigningSigners) -> None:
        super().__init__(panel)
        self._panel, self._form = panel, form
        self._spare = 0
        bar = form.scroll.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self._end_with_whole_row())
        bar.rangeChanged.connect(lambda _least, _most: self._follow_range())

    def fit(self, *, signs: bool, reason: str) -> None:
        """Say in one line what is signed, its reason and place, in a low window: whatever the message says, nothing above it moves."""
        form, height = self._form, self._panel.height() / text_scale()
        form.form.setVisible(signs and height >= _FORM_FROM)
        titled = height - form.signers.height() / text_scale() >= _REASON_FROM
        form.reasonLabel.setVisible(titled)
        form.reasonColumn.setContentsMargins(0, Space.S if titled else 0, 0, 0)
        form.reason.setText(reason if titled else self.tr("Alasan: {reason}").format(reason=reason))
        edge = Space.S if titled else Space.XS
        form.certificateColumn.setContentsMargins(Space.M, edge, Space.M, edge)

    def bring(self, part: QWidget) -> None:
        """Scroll to a part."""
        self._form.scroll.ensureWidgetVisible(part, 0, 0)

    def keep_in_sight(self) -> None:
        """Keep the passphrase where it is seen while it is typed: a longer message takes room from it."""
        secret = self._form.secret
        if secret.isAncestorOf(QApplication.focusWidget() or self._panel):
            self.bring(secret)

    def _follow_range(self) -> None:
        self._end_with_whole_row()
        self.keep_in_sight()

    def _end_with_whole_row(self) -> None:
        """Let no row be cut by the sentence below as long as nothing was scrolled; the end is whole by itself."""
        form = self._form
        spare = 0 if form.scroll.verticalScrollBar().value() else self._cut()
        if spare != self._spare:
            self._spare = spare
            form.scroll.setViewportMargins(0, 0, 0, spare)

    def _cut(self) -> int:
        """Return how much is seen of a row that is not seen whole, in logical pixels."""
        form, free = self._form, self._form.scroll.height()
        for first, last in (
            (form.choose, form.key), (form.keyWay, form.keyWay), (form.forgotten, form.passphrase), (form.read, form.read),
        ):  # fmt: skip
            top, bottom = (part.mapTo(form.inner, part.rect().topLeft()).y() for part in (first, last))
            if last.isVisibleTo(form.inner) and top < free < bottom + last.height():
                return free - top
        return 0
