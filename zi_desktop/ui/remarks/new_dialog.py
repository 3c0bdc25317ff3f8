"""A new remark as it is typed: durable as a draft while that goes on, taken up again when the dialog opens."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from zi_desktop.ui.remarks.fields import stand_close
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.lines_field import LinesField

_REST: Final = 400
"""Milliseconds without a key after which what is typed becomes durable."""


class NewRemarkDialog(FieldsDialog):
    """Asks for a new remark; closed without saving it stays a draft.

    Args:
        title: of the dialog.
        fields: what is asked.
        save: writes the remark down, which forgets its draft.
        parent: the widget over which it opens.
        draft: what was typed before, by field.
        keep: keeps what is typed by field; nothing in any field forgets it.
    """

    keeps_draft = True

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Mapping[str, str]], object],
        parent: QWidget,
        draft: Mapping[str, str],
        keep: Callable[[Mapping[str, str]], object],
    ) -> None:
        super().__init__(title, fields, save, parent)
        stand_close(self)
        self._keep = keep
        self._kept = dict(draft)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.keep_typed)
        self.cancel_button.setText(self.tr("Tutup"))
        self.cancel_button.setToolTip(self.tr("Yang diketik tetap tersimpan sebagai draf (Esc)"))
        self._fill(draft)
        for field in self.fields.values():
            if isinstance(field, LinesField | QLineEdit):
                field.textChanged.connect(lambda *_: self._rest.start())
        self.resumed = text_label(self.tr("Dilanjutkan dari draf."), "secondary")
        self.forget = push_button(self.tr("Kosongkan"), "link")
        self.forget.clicked.connect(self._forget)
        for place, part in enumerate((self.resumed, self.forget)):
            self.buttons.insertWidget(place, part)  # beside the buttons: the fields need all of the height
            part.setVisible(bool(draft))

    def typed(self) -> Mapping[str, str]:
        """Return what stands in the fields that are typed, as it is typed; empty ones are left out."""
        texts = {
            key: field.toPlainText() if isinstance(field, LinesField) else field.text()
            for key, field in self.fields.items()
            if isinstance(field, LinesField | QLineEdit)
        }
        return {key: text for key, text in texts.items() if text.strip()}

    def keep_typed(self) -> None:
        """Keep what is typed, where it is not kept yet."""
        self._rest.stop()
        typed = self.typed()
        if typed != self._kept:
            self._keep(typed)
            self._kept = dict(typed)

    def done(self, result: int) -> None:
        """Keep what is typed before the dialog goes without having saved it."""
        if result == self.DialogCode.Accepted:
            self._rest.stop()
        else:
            self.keep_typed()
        super().done(result)

    def _fill(self, draft: Mapping[str, str]) -> None:
        for key, text in draft.items():
            field = self.fields.get(key)
            if isinstance(field, LinesField):
                field.setPlainText(text)
                field.moveCursor(QTextCursor.MoveOperation.End)  # what is typed goes on from what stands there
            elif isinstance(field, QLineEdit):
                field.setText(text)

    def _forget(self) -> None:
        for field in self.fields.values():
            if isinstance(field, LinesField | QLineEdit):
                field.clear()
        self.keep_typed()
        self.resumed.hide()
        self.forget.hide()
        next(iter(self.fields.values())).setFocus()
