"""A question that is answered with a reason: to accept a warning, to cancel a seal, to return a review."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from zi_desktop.ui.tokens import Space
from zi_desktop.ui.widgets.dialog_frame import DialogFrame
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.lines_field import LinesField

_WIDTH = 520
_LINES = 4


class ReasonDialog(DialogFrame):
    """Words, a field for the reason, and the button that does it; ``reason`` is what was written.

    Args:
        title: what is asked.
        words: what it means.
        confirm: text of the primary button.
        parent: the widget over which it opens.
        reason: what stands so far; then there is a button that takes it back.
        hint: where the reason will be read.
    """

    def __init__(
        self, title: str, words: str, confirm: str, parent: QWidget, *, reason: str = "", hint: str = ""
    ) -> None:
        super().__init__(title, confirm, parent)
        self.setFixedWidth(_WIDTH)
        self.field = LinesField(reason)
        self.field.setTabChangesFocus(True)
        self.field.show_lines(_LINES)
        self.field.setAccessibleName(self.tr("Alasan"))
        self.add_words(words)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(text_label(self.tr("Alasan"), "strong"))
        self.body.addWidget(self.field)
        if hint:
            self.add_words(hint, "small")
        if reason:
            back = self.add_button(self.tr("Tarik kembali"))
            self.buttons.removeWidget(back)
            self.buttons.insertWidget(0, back)
            back.clicked.connect(self._take_back)
        self.field.setFocus()
        self.field.moveCursor(QTextCursor.MoveOperation.End)  # what is typed goes on from what stands there

    @property
    def reason(self) -> str:
        """Return what was written, "" where it was taken back."""
        return self.field.toPlainText().strip()

    def confirm(self) -> None:
        """Close if there is a reason."""
        if self.reason:
            self.accept()
        else:
            self.refuse_at(self.field, self.tr("Alasan belum diisi."))

    def _take_back(self) -> None:
        self.field.setPlainText("")
        self.accept()
