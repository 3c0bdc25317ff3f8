"""A dialog of fields whose typed values are durable as a draft while that goes on, and taken up again when it opens."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from zi_desktop.services.typed_drafts import Draft
from zi_desktop.ui.widgets.buttons import push_button
from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog
from zi_desktop.ui.widgets.labels import text_label
from zi_desktop.ui.widgets.lines_field import LinesField
from zi_desktop.ui.widgets.segments import SegmentedControl

_REST: Final = 400
"""Milliseconds without a key after which what is typed becomes durable."""

_FORGET: Final = "Alt+B"


class DraftedDialog(FieldsDialog):
    """Asks for values; closed without saving they stay a draft.

    Args:
        title: of the dialog.
        fields: what is asked; the draft holds what differs from their values.
        save: keeps the values; the draft is forgotten afterwards.
        parent: the widget over which it opens.
        draft: what was typed before.
        words: a sentence below the title, or "".
        whole: the draft holds every field, also those that were left as they were: they may begin otherwise next time.
    """

    keeps_draft = True

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Mapping[str, str]], object],
        parent: QWidget,
        draft: Draft,
        words: str = "",
        *,
        whole: bool = False,
    ) -> None:
        super().__init__(title, fields, save, parent, words)
        self._whole = whole
        self._keep, self._kept = draft.keep, dict(draft.fields)
        self._first = self.texts()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.keep_typed)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.keep_typed)  # the whole program may go while it is open
        self.cancel_button.setText(self.tr("Tutup"))
        self.cancel_button.setToolTip(self.tr("Yang diketik tetap tersimpan sebagai draf (Esc)"))
        self.put(draft.fields)
        for widget in self.fields.values():
            follow(widget, self.touch)
        self.resumed = text_label(self.tr("Dilanjutkan dari draf."), "secondary")
        self.forget = push_button(self.tr("Buang draf"), "link")
        self.forget.setToolTip(_FORGET)
        QShortcut(QKeySequence(_FORGET), self).activated.connect(self.forget.click)
        self.forget.clicked.connect(self._forget)
        for place, part in enumerate((self.resumed, self.forget)):
            self.buttons.insertWidget(place, part)  # beside the buttons: the fields need all of the height
            part.setVisible(bool(draft.fields))

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields where it is not what they began with; nothing where nothing was typed."""
        texts = self.texts()
        changed = {key: text for key, text in texts.items() if text.strip() != self._first[key].strip()}
        return texts if changed and self._whole else changed

    def texts(self) -> dict[str, str]:
        """Return what stands in all fields, as it is typed."""
        return {key: text_in(widget) for key, widget in self.fields.items()}

    def put(self, fields: Mapping[str, str]) -> None:
        """Put what was typed into the fields."""
        for key, text in fields.items():
            if key in self.fields:
                put_text(self.fields[key], text)

    def touch(self) -> None:
        """Take note that something was typed."""
        self._rest.start()

    def keep_typed(self) -> None:
        """Keep what is typed, where it is not kept yet."""
        self._rest.stop()
        if (typed := self.typed()) != self._kept:
            self._keep(typed)
            self._kept = dict(typed)
            self.forget.setVisible(bool(typed))

    def done(self, result: int) -> None:
        """Keep what is typed before the dialog goes without having saved it; forget it where it has."""
        if result == self.DialogCode.Accepted:
            self._rest.stop()
            if self._kept:
                self._keep({})
        else:
            self.keep_typed()
        super().done(result)

    def _forget(self) -> None:
        self.put(self._first)
        self.keep_typed()
        self.resumed.hide()
        self.forget.hide()
        self.focus_field(next(iter(self.fields)))


def text_in(widget: QWidget) -> str:
    """Return what stands in a field, as it is typed."""
    if isinstance(widget, LinesField):
        return widget.toPlainText()
    if isinstance(widget, SegmentedControl):
        return widget.current()
    if isinstance(widget, QComboBox):
        return str(widget.currentData())
    assert isinstance(widget, QLineEdit)
    return widget.text()


def put_text(widget: QWidget, text: str) -> None:
    """Put what was typed into a field; a choice that is none any more is left out."""
    if isinstance(widget, LinesField):
        widget.setPlainText(text)
        widget.moveCursor(QTextCursor.MoveOperation.End)  # what is typed goes on from what stands there
    elif isinstance(widget, SegmentedControl):
        with suppress(ValueError):
            widget.set_current(text)
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(widget.findData(text), 0))
    else:
        assert isinstance(widget, QLineEdit)
        widget.setText(text)


def follow(widget: QWidget, changed: Callable[[], object]) -> None:
    """Call something whenever a field changes."""
    signal = (
        widget.chosen if isinstance(widget, SegmentedControl)
        else widget.currentIndexChanged if isinstance(widget, QComboBox)
        else widget.textChanged  # type: ignore[attr-defined]  # of lines and of one line
    )  # fmt: skip
    signal.connect(lambda *_: changed())
